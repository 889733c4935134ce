#!/bin/sh
# What the tests need from the system. As root on Debian or Ubuntu it is
# installed; otherwise a sentence says what to install, and the run stops.
# `system_packages.sh venv` asks only for what `make site` needs, `system_packages.sh audit`
# for Java and Node besides, `system_packages.sh bench` for Node and what WeasyPrint draws with.
set -eu
wanted=""
need() { command -v "$1" >/dev/null 2>&1 || wanted="$wanted $2"; }
if [ "${1:-}" = venv ]; then
    wanted="python3-venv"
else
    need chromium-headless-shell chromium-headless-shell
    need pdftotext poppler-utils
    need git git
    need rsync rsync
    PATH="$PATH:/usr/sbin" need nginx nginx-light
    need ssh-keygen openssh-client
fi
[ "${1:-}" != audit ] || need java default-jre-headless
case "${1:-}" in audit | bench)
    need node nodejs
    need npm npm
    ;;
esac
if [ "${1:-}" = bench ] && ! ldconfig -p | grep -q libharfbuzz-subset.so.0; then
    wanted="$wanted libpangoft2-1.0-0 libharfbuzz-subset0"
fi
[ -n "$wanted" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "正在安装系统软件包：$wanted"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >/dev/null
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $wanted >/dev/null
else
    echo "缺少系统软件包。请安装后再试：sudo apt-get install$wanted" >&2
    exit 2
fi
