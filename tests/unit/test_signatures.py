"""Signatures of statements: two good ones let a list pass; whatever else lies there is refused with its reason."""

import subprocess
import time
from datetime import date

import pytest

from generator.approvals import append, load_ledger, load_statement, statement_bytes, statement_digest
from generator.approvals.signers import ALLOWED, load_signers
from generator.approvals.sshsig import parse_signature
from generator.cli import run
from generator.examination import examine
from generator.findings import has_errors
from generator.sources.listings import STATEMENT_SUFFIX
from tests.offices import pages, rewrite
from tests.posters.reading import read_poster
from tests.signing import DAY, allow, disallow, forge, make_key, public, record, revoke, sign, sign_all, signers

LIST = "data/rounds/2026-11/old_age_allowance.public_notice.csv"
OTHER = "data/rounds/2026-11/subsistence_allowance.public_notice.csv"
SIGNATURE = "data/rounds/2026-11/old_age_allowance.public_notice.approval.{}.sig"


@pytest.fixture
def path(office):
    return office.root / LIST


@pytest.fixture
def keys(office, path):
    """An office that wants two signatures; the list has both."""
    made = signers(office)
    for role, key in made.items():
        assert sign(office, (path,), role, key) == 0
    return made


def refusals(office, role="approving", today=DAY):
    """Rule and message of what is wrong with the list itself, and with the signature of a role."""
    places = {LIST, SIGNATURE.format(role), str(LIST).replace(".csv", STATEMENT_SUFFIX)}
    found = [each for each in examine(office, today).findings if each.place.file in places]
    return {each.rule: each.message() for each in found}


def approve(office, path, *options):
    return run(["approve", str(path), *options, "--today", str(DAY), "--project", str(office.root)])


def drop_last_row(path):
    path.write_bytes(b"\n".join(path.read_bytes().splitlines()[:-1]) + b"\n")


# ---- What passes ---------------------------------------------------------


def test_two_signatures_let_everything_pass_and_their_roles_are_shown(office, tmp_path):
    """On the page and on the poster; the persons are on neither."""
    sign_all(office)
    examination = examine(office, DAY)
    assert not has_errors(examination.findings)
    assert {each.signed for each in examination.approved} == {("经办", "审批")}
    notices = [text for name, text in pages(office).items() if name.startswith("site/notices/") and "核对码" in text]
    assert notices and all("<dt>签名</dt><dd>经办、审批</dd>" in text for text in notices)
    assert not any("zhang" in text for text in notices)
    only = ["--kind", "old_age_allowance", "--village", "望山村", "--out", str(tmp_path / "out")]
    assert run(["posters", *only, "--project", str(office.root)]) == 0
    posters = [read_poster(path, ("A4",)).text for path in (tmp_path / "out").rglob("*.pdf")]
    assert posters and all("签名经办、审批" in text and "zhang" not in text for text in posters)


def test_the_ledger_records_who_signed_what(office, keys, path):
    lines = load_ledger(office)[0].lines[-2:]
    assert [(each.event, each.by) for each in lines] == [("sign", "handling/zhang"), ("sign", "approving/li")]
    assert {each.subject for each in lines} == {"2026-11/old_age_allowance.public_notice"}


def test_signing_again_with_the_same_key_adds_nothing(office, keys, path):
    before = (office.root / "data/ledger.jsonl").read_bytes()
    assert sign(office, (path,), "handling", keys["handling"]) == 0
    assert (office.root / "data/ledger.jsonl").read_bytes() == before
    assert refusals(office) == {}


def test_a_key_that_expires_later_signed_in_time(office, path):
    keys = signers(office)
    disallow(office)
    allow(office, "handling/zhang", keys["handling"], last="20261106")
    allow(office, "approving/li", keys["approving"])
    for role, key in keys.items():
        assert sign(office, (path,), role, key) == 0
    assert refusals(office, "handling", date(2026, 11, 9)) == {}


def test_a_policy_of_two_roles_among_three_takes_any_two(office, keys):
    rewrite(
        office.root / "data/office.yaml",
        "{handling: 经办, approving: 审批}",
        "{x: 复核, handling: 经办, approving: 审批}",
    )
    assert refusals(office) == {}
    (office.root / SIGNATURE.format("handling")).unlink()
    assert refusals(office)["signature-missing"] == "批准书要2个签名，不够；还没有签的：复核、经办"


def test_without_a_policy_openssh_is_not_started_and_the_report_says_so(office, monkeypatch, capsys):
    monkeypatch.setattr(subprocess, "run", None)
    assert run(["check", "--project", str(office.root)]) == 0
    assert "数字签名：本办没有要求（建议两人签名）" in capsys.readouterr().out


def test_an_office_that_asks_for_signatures_does_not_say_it_asks_for_none(office, keys):
    assert "unchecked-signatures" not in {each.key for each in examine(office, DAY).not_checked}


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati", "Asia/Shanghai"])
def test_a_key_is_valid_on_the_same_days_wherever_the_machine_stands(office, path, monkeypatch, zone):
    """From 5 November to the end of the 6th, whatever the machine thinks the time is."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    keys = signers(office)
    disallow(office)
    allow(office, "handling/zhang", keys["handling"], "20261105", "20261107")
    days = {day: sign(office, (path,), "handling", keys["handling"], date(2026, 11, day)) for day in (4, 7, 5)}
    assert days == {4: 1, 7: 1, 5: 0}
    (office.root / SIGNATURE.format("handling")).unlink()
    late = make_key(office, "late")
    allow(office, "approving/li", late, "20261105", "20261107")
    assert sign(office, (path,), "approving", late, date(2026, 11, 6)) == 0
    monkeypatch.undo()
    time.tzset()


def test_an_agent_signs_with_the_public_key_file(office, path, monkeypatch):
    keys = signers(office)
    socket = office.root.parent / "agent"
    agent = subprocess.Popen(["ssh-agent", "-D", "-a", str(socket)], stdout=subprocess.DEVNULL)
    try:
        monkeypatch.setenv("SSH_AUTH_SOCK", str(socket))
        # The socket is there before anybody listens: 2 is "no agent", 1 is "no keys".
        while subprocess.run(["ssh-add", "-l"], capture_output=True, check=False, timeout=60).returncode == 2:
            assert agent.poll() is None
            time.sleep(0.01)
        subprocess.run(["ssh-add", "-q", str(keys["handling"])], check=True, timeout=60)
        keys["handling"].unlink()
        assert sign(office, (path,), "handling", keys["handling"].with_suffix(".pub")) == 0
    finally:
        agent.terminate()
        agent.wait()


# ---- What is refused -----------------------------------------------------


def test_an_edited_statement_whose_line_in_the_ledger_was_forged_too(office, keys, path):
    statement = path.with_suffix(STATEMENT_SUFFIX)
    rewrite(statement, "禾政民示〔2026〕", "禾政民示〔2025〕")
    assert "approval-unrecorded" in refusals(office)
    edited = load_statement(statement)
    ledger = load_ledger(office)[0]
    ledger = append(office, ledger, DAY, "approve", edited.list, statement_digest(edited))
    signature = (office.root / SIGNATURE.format("approving")).read_bytes()
    assert set(refusals(office)) == {"signature-wrong"}
    record(office, path, "approving", signature)
    assert "签名以后批准书改过，或者签的是别的文件" in refusals(office)["signature-wrong"]


def test_the_signature_of_another_list(office, keys, path):
    forge(office, office.root / OTHER, "approving", keys["approving"])
    other = (office.root / OTHER).with_suffix(".approval.approving.sig").read_bytes()
    record(office, path, "approving", other)
    assert set(refusals(office)) == {"signature-wrong"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"hello\n",
        b"-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
        b"-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAADMAAAALc3No\n-----END SSH SIGNATURE-----\n",
        b"-----BEGIN SSH SIGNATURE-----\n\xff\n-----END SSH SIGNATURE-----\n",
    ],
)
def test_a_file_that_is_no_signature(office, keys, path, content):
    record(office, path, "approving", content)
    assert set(refusals(office)) == {"signature-wrong"}


def test_a_signature_that_cannot_be_read(office, keys):
    signature = office.root / SIGNATURE.format("approving")
    signature.unlink()
    signature.mkdir()
    assert set(refusals(office)) == {"file-unreadable"}


def test_a_signature_for_another_purpose(office, keys, path):
    forge(office, path, "approving", keys["approving"], namespace="git")
    assert "为别的用途签的" in refusals(office)["signature-namespace"]


def test_an_unknown_key(office, keys, path):
    forge(office, path, "approving", make_key(office, "stranger"))
    assert "没有登记" in refusals(office)["signature-unknown"]


def test_a_key_of_another_role(office, keys, path):
    allow(office, "handling/wang", make_key(office, "wang"))
    forge(office, path, "approving", office.root.parent / "keys/wang")
    assert "不能以“审批”签名" in refusals(office)["signature-role"]


def test_a_key_that_had_expired_when_it_signed(office, keys, path):
    disallow(office)
    allow(office, "handling/zhang", keys["handling"])
    allow(office, "approving/li", keys["approving"], last="20261105")
    assert refusals(office) == {"signature-expired": "“审批”签名用的钥匙在2026-11-05不在有效期内"}


def test_a_key_that_was_not_yet_valid(office, keys, path):
    disallow(office)
    allow(office, "approving/li", keys["approving"], "20261106")
    assert "2026-11-05不在有效期内" in refusals(office)["signature-expired"]


def test_dating_back_does_not_help_an_expired_key(office, keys, path):
    """Later lines cannot be older: this one stands after signatures of 5 November."""
    old = make_key(office, "old")
    allow(office, "approving/li", old, last="20261101")
    forge(office, path, "approving", old, day=date(2026, 10, 30))
    assert "2026-11-05不在有效期内" in refusals(office)["signature-expired"]


def test_a_revoked_key(office, keys):
    revoke(office, keys["approving"])
    assert "已经吊销" in refusals(office)["signature-revoked"]


@pytest.mark.parametrize("person", ["approving/zhang", "approving/li"])
def test_the_same_person_or_the_same_key_twice(office, keys, path, person, capsys):
    """One person with two keys, and one key under two names."""
    second = make_key(office, "second") if person == "approving/zhang" else keys["handling"]
    disallow(office)
    allow(office, "handling/zhang", keys["handling"])
    allow(office, person, second)
    assert sign(office, (path,), "approving", second) == 1
    assert "“经办”和“审批”是同一个人，或同一把钥匙签的" in capsys.readouterr().err
    forge(office, path, "approving", second)
    if person == "approving/zhang":
        assert set(refusals(office)) == {"signature-unrecorded"}
        ledger = load_ledger(office)[0]
        last = ledger.lines[-1]
        append(office, ledger, DAY, "sign", last.subject, last.sha256, person)
    assert refusals(office)["signature-same-person"] == "“经办”和“审批”是同一个人，或同一把钥匙签的"


def test_a_signature_that_the_ledger_does_not_know(office, keys, path):
    """Made past `gongshi sign`, it has no day on which its key must have been valid."""
    forge(office, path, "approving", keys["approving"])
    ledger = office.root / "data/ledger.jsonl"
    ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:-2]))
    assert set(refusals(office)) == {"signature-unrecorded"}


def test_signatures_of_an_earlier_approval_do_not_count_for_the_same_list_approved_again(office, keys, path):
    """Approved, signed, changed, and changed back: the old signatures fit, but nobody signed the second time."""
    before = [(each, each.read_bytes()) for each in sorted(path.parent.glob("old_age_allowance.public_notice*"))]
    statement = load_statement(path.with_suffix(STATEMENT_SUFFIX))
    drop_last_row(path)
    assert approve(office, path, "--correction", "有一人已经去世") == 0
    for each, content in before:
        each.write_bytes(content)
    assert set(refusals(office)) == {"approval-replayed"}
    append(office, load_ledger(office)[0], DAY, "approve", statement.list, statement_digest(statement))
    assert set(refusals(office)) == {"signature-unrecorded"}


def test_an_older_statement_replayed_with_its_good_signatures(office, keys, path):
    before = [(each, each.read_bytes()) for each in sorted(path.parent.glob("old_age_allowance.public_notice*"))]
    assert len(before) == 4
    drop_last_row(path)
    assert approve(office, path, "--correction", "有一人已经去世") == 0
    for role, key in keys.items():
        assert sign(office, (path,), role, key) == 0
    assert refusals(office) == {}
    for each, content in before:
        each.write_bytes(content)
    assert set(refusals(office)) == {"approval-replayed"}


def test_a_signed_statement_of_another_kind_definition(office, keys, path):
    rewrite(office.root / "data/kinds/old_age_allowance.yaml", "web: surname", "web: never")
    assert "approval-rules" in refusals(office)


def test_a_missing_signature(office, keys):
    (office.root / SIGNATURE.format("approving")).unlink()
    assert refusals(office) == {"signature-missing": "批准书要2个签名，不够；还没有签的：审批"}


# ---- Approving and signing -----------------------------------------------


def test_approving_anew_removes_the_signatures_and_says_so(office, keys, path, capsys):
    drop_last_row(path)
    assert approve(office, path, "--correction", "有一人已经去世") == 0
    said = capsys.readouterr().out
    assert "原来的 2 个签名签的是旧的批准书，已经删去" in said and "要 2 个签名才能公开" in said
    assert not list(path.parent.glob("*.sig"))
    assert set(refusals(office)) == {"signature-missing"}


def test_approving_the_same_again_keeps_the_signatures(office, keys, path):
    assert approve(office, path) == 0
    assert refusals(office) == {}


def test_a_list_that_was_changed_is_not_signed(office, path, capsys):
    keys = signers(office)
    drop_last_row(path)
    assert sign(office, (path,), "handling", keys["handling"]) == 1
    assert "approval-rows" in capsys.readouterr().err
    assert not list(path.parent.glob("*.sig"))


def test_a_key_that_may_not_sign_leaves_nothing_behind(office, path, capsys):
    keys = signers(office)
    ledger = (office.root / "data/ledger.jsonl").read_bytes()
    assert sign(office, (path,), "approving", keys["handling"]) == 1
    assert "signature-role" in capsys.readouterr().err
    assert sign(office, (path,), "handling", make_key(office, "stranger")) == 1
    assert "signature-unknown" in capsys.readouterr().err
    revoke(office, keys["handling"])
    assert sign(office, (path,), "handling", keys["handling"]) == 1
    assert "signature-revoked" in capsys.readouterr().err
    assert not list(path.parent.glob("*.sig"))
    assert (office.root / "data/ledger.jsonl").read_bytes() == ledger


def test_signing_says_who_is_still_to_sign(office, path, capsys):
    keys = signers(office)
    sign(office, (path,), "handling", keys["handling"])
    assert "经办；还差 1 个签名（审批）" in capsys.readouterr().out
    sign(office, (path,), "approving", keys["approving"])
    assert "审批；签名已够" in capsys.readouterr().out


def test_what_signing_lacks_is_said_in_plain_words(office, path, capsys, monkeypatch):
    key, keys = make_key(office, "any"), signers(office)
    assert sign(office, (path,), "leading", keys["handling"]) == 2
    assert "没有“leading”这个签名角色；可用：handling（经办）、approving（审批）" in capsys.readouterr().err
    assert sign(office, (path,), "handling", office.root / "nothing") == 2
    assert "没有钥匙文件" in capsys.readouterr().err
    key.write_text("no key\n", encoding="ascii")
    assert sign(office, (path,), "handling", key) == 2
    assert "没有签成" in capsys.readouterr().err
    monkeypatch.setenv("PATH", "")
    assert sign(office, (path,), "handling", keys["handling"]) == 2
    assert "缺少 openssh-client" in capsys.readouterr().err


def test_an_office_without_roles_is_told_where_to_set_them(office, path, capsys):
    roles = "roles: {handling: 经办, approving: 审批}"
    rewrite(office.root / "data/office.yaml", roles, "roles: {}")
    assert sign(office, (path,), "handling", make_key(office, "any")) == 2
    assert "本办没有设签名的角色" in capsys.readouterr().err


def test_a_check_without_openssh_says_what_is_missing(office, keys, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert run(["check", "--project", str(office.root)]) == 2
    assert "缺少 openssh-client" in capsys.readouterr().err


# ---- The files of OpenSSH ------------------------------------------------


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('handling/zhang namespaces="gongshi-approval@v1",valid-before="20261105160000Z" {key}', "期限要写成"),
        ("handling/zhang {key}", "要写 namespaces="),
        ('handling/zhang namespaces="git" {key}', "要写 namespaces="),
        ('handling/* namespaces="gongshi-approval@v1" {key}', "不用通配符"),
        ('handling/a,approving/b namespaces="gongshi-approval@v1" {key}', "不用通配符"),
        ('zhang namespaces="gongshi-approval@v1" {key}', "角色/姓名拼音"),
        ('handling/张 namespaces="gongshi-approval@v1" {key}', "角色/姓名拼音"),
        ('handling/zhang namespaces="gongshi-approval@v1",valid-after="2026-01-01" {key}', "期限要写成"),
        ('handling/zhang namespaces="gongshi-approval@v1",valid-before="20261301" {key}', "期限要写成"),
        ('handling/zhang namespaces="gongshi-approval@v1",valid-before="" {key}', "期限要写成"),
        ('handling/zhang valid-before="20270101",valid-before="20280101" {key}', "各写一次"),
        ('handling/zhang cert-authority,namespaces="gongshi-approval@v1" {key}', "不是“角色/姓名拼音 选项 公钥”"),
        ('handling/zhang namespaces="gongshi-approval@v1" ssh-ed25519 AAAA', "公钥不完整"),
        ('handling/zhang namespaces="gongshi-approval@v1" ssh-rsa {body}', "公钥不完整"),
        ("handling/zhang", "不是“角色/姓名拼音 选项 公钥”"),
    ],
)
def test_a_line_that_says_something_else_is_refused(office, line, words):
    key = public(make_key(office, "any"))
    (office.root / ALLOWED).parent.mkdir()
    text = line.format(key=key, body=key.split()[1])
    (office.root / ALLOWED).write_text(f"# 签名人\n\n{text}\n", encoding="utf-8")
    loaded, (found,) = load_signers(office)
    assert loaded is None
    assert (found.rule, found.place.line) == ("signers-line", 3)
    assert words in found.message()


def test_while_a_line_cannot_be_read_no_signature_counts(office, keys, path, capsys):
    """A revoked key on a line that nobody understands must not go on signing."""
    revoked = office.root / "data/signers/revoked_keys"
    revoked.write_text("ssh-ed25519 AAAA\n", encoding="ascii")
    examination = examine(office, DAY)
    assert "signers-line" in {each.rule for each in examination.findings}
    assert examination.approved == ()
    assert sign(office, (path,), "handling", keys["handling"]) == 1
    assert "data/signers/revoked_keys 第1行" in capsys.readouterr().err


def test_line_ends_comments_and_other_types_of_key_are_read(office, path):
    key = office.root.parent / "ecdsa"
    subprocess.run(["ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", key], check=True, timeout=60)
    signers(office)
    disallow(office)
    allow(office, "handling/wang.2", key)
    allowed = office.root / ALLOWED
    allowed.write_bytes("# 禾风镇\r\n\r\n".encode("gb18030") + allowed.read_bytes().replace(b"\n", b" \xcd\xf5\r\n"))
    assert sign(office, (path,), "handling", key) == 0


def test_a_signature_says_which_key_and_what_for(office, keys, path):
    content = (office.root / SIGNATURE.format("handling")).read_bytes()
    read = parse_signature(content)
    assert read.namespace == "gongshi-approval@v1"
    assert read.key in {each.key for each in load_signers(office)[0].allowed if each.role == "handling"}


def test_the_signature_is_over_the_exact_bytes_of_the_statement(office, keys, path):
    """Anybody can verify it with OpenSSH alone."""
    statement = path.with_suffix(STATEMENT_SUFFIX)
    assert statement.read_bytes() == statement_bytes(load_statement(statement))
    command = ["ssh-keygen", "-Y", "verify", "-f", office.root / ALLOWED, "-I", "handling/zhang"]
    command += ["-n", "gongshi-approval@v1", "-s", office.root / SIGNATURE.format("handling")]
    command += ["-Overify-time=20261105120000"]
    verified = subprocess.run(command, input=statement.read_bytes(), capture_output=True, check=False, timeout=60)
    assert verified.returncode == 0, verified.stderr


def test_more_signatures_than_roles_is_a_wrong_policy(office, capsys):
    rewrite(office.root / "data/office.yaml", "needed: 0", "needed: 3")
    assert run(["check", "--project", str(office.root)]) == 1
    assert "“signatures”缺少、多余或写得不对" in capsys.readouterr().err
