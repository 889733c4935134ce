#!/bin/sh
# Gongshi on the office's own server: fetch what was approved, check, build, publish. Run by cron, daily and whenever
# lists may have been approved. Copy to /usr/local/bin; settings are variables, or a file of them as first argument.
#
#   GONGSHI_PROJECT  a clone of the office's repository, with .venv/ (`make install`)
#   GONGSHI_OUT      site/ and print/ come here; nginx serves site/ from here
#   GONGSHI_SITE     optional: send site/ to another server too, as rsync writes it: user@host:folder
#   GONGSHI_LOG      optional: the log; default GONGSHI_OUT/gongshi.log
#
# Ends with 0 if everything is published, 3 quietly if another build is at work, else with the code of what failed.
set -eu

# shellcheck source=/dev/null
[ $# -eq 0 ] || . "$1"
project=${GONGSHI_PROJECT:?没有设置}
out=${GONGSHI_OUT:?没有设置}
log=${GONGSHI_LOG:-$out/gongshi.log}
gongshi=$project/.venv/bin/gongshi
failed=0

say() { printf '%s %s\n' "$(date '+%Y-%m-%d %H:%M:%S')" "$1" >>"$log"; }

# Runs a command; its words go to the log with the time. The tool never prints a private value.
run() {
    code=0
    "$@" >"$words" 2>&1 || code=$?
    sed "s/^/$(date '+%Y-%m-%d %H:%M:%S')   /" "$words" >>"$log"
    return "$code"
}

# For the log, and for cron's letter.
fail() {
    failed=$1
    say "$2（退出码 $1）"
    echo "$2（退出码 $1），详见 $log" >&2
}

# Whether another build is at work; 3 also means that writing failed, which must not pass quietly.
held() {
    lock=0
    flock --nonblock --conflict-exit-code 75 "$out/.build/lock" true || lock=$?
    [ "$lock" -eq 75 ]
}

# A page for the clerk; if there are errors, all of them in the log too.
check() {
    run "$gongshi" check --project "$project" --format html --output "$out/check.html" ||
        run "$gongshi" check --project "$project"
}

mkdir -p "$out"
words=$(mktemp)
trap 'rm -f "$words"' EXIT

say "开始"
run git -C "$project" pull --ff-only --quiet || fail $? "没有取到最新的名单，按本机已有的办"

if check && run "$gongshi" build --project "$project" --out "$out"; then
    say "已生成"
else
    code=$?
    if [ "$code" -eq 3 ] && held; then
        say "另一次生成正在进行，这次不做"
        exit 3
    fi
    fail "$code" "没有生成新版本，线上仍是原来的版本"
    run "$gongshi" purge --project "$project" --out "$out" || fail $? "到期的内容也没有撤下"
fi

if [ -n "${GONGSHI_SITE:-}" ]; then
    run rsync -ac --delete --delay-updates "$out/site/" "$GONGSHI_SITE/" || fail $? "没有送到网站服务器"
fi

say "结束"
exit "$failed"
