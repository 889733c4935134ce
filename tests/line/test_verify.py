"""Verifying a release: whatever was altered, taken away or added is named; a seal cannot be forged."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.approvals import LEDGER, append, load_ledger
from generator.cli import run
from generator.project import Project
from generator.release.layout import current_release
from tests.conftest import REPOSITORY


def make_key(folder: Path, name: str) -> Path:
    """A key pair, and a file that allows it to sign releases."""
    key = folder / name
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key], check=True, stdin=subprocess.DEVNULL
    )
    public = key.with_suffix(".pub").read_text(encoding="utf-8")
    key.with_suffix(".signers").write_text(f'{name} namespaces="gongshi-release@v1" {public}', encoding="utf-8")
    return key


@pytest.fixture(scope="module")
def keys(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("keys")
    return {name: make_key(folder, name) for name in ("publisher", "stranger")}


@pytest.fixture(scope="module")
def published(tmp_path_factory, pattern, keys) -> Project:
    """A small office with a signed release that no test touches."""
    folder = tmp_path_factory.mktemp("published") / "office"
    shutil.copytree(pattern, folder)
    assert run(["build", "--project", str(folder), "--sign-key", str(keys["publisher"])]) == 0
    return Project(folder)


@pytest.fixture
def release(published, tmp_path) -> Path:
    """A copy of the release, free to be spoilt."""
    return shutil.copytree(current_release(published.root), tmp_path / "release")


@pytest.fixture
def site(release) -> Path:
    return release / "site"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder; `/away/` leads to another host, `/huge/` gives no end."""

    def do_GET(self):
        if self.path.startswith("/away/"):
            self.send_response(302)
            self.send_header("Location", "http://localhost.invalid/release.json")
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_):
        pass


@pytest.fixture
def served(site) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def problems(capsys, *arguments: object) -> list[str]:
    """What `gongshi verify` finds wrong, a sentence each; it fails, and not by an internal error."""
    capsys.readouterr()
    assert run(["verify", *map(str, arguments)]) == 1
    *sentences, last = capsys.readouterr().err.splitlines()
    assert last.startswith("核对没有通过")
    return sentences


def signers(keys, name="publisher") -> tuple[str, Path]:
    return "--signers", keys[name].with_suffix(".signers")


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_release_as_it_was_built_is_right(published, release, site, keys, capsys):
    for place in (published.root, release, site, published.root / "site"):
        capsys.readouterr()
        arguments = (place, "--project", published.root, *signers(keys))
        assert run(["verify", *map(str, arguments)]) == 0
        assert "签名是 publisher 的" in capsys.readouterr().out
    manifest = json.loads((site / "release.json").read_text(encoding="utf-8"))
    others = {path.relative_to(site).as_posix() for path in files(site)} - {"release.json", "release.json.sig"}
    assert set(manifest["files"]) == others
    size = sum((site / path).stat().st_size for path in others)
    assert run(["verify", str(site)]) == 0
    assert f"{len(others)} 个文件、{size} 字节" in capsys.readouterr().out


def test_every_file_whose_byte_is_altered_is_the_one_that_is_named(release, capsys):
    """One file of each sort, at its beginning, middle or end."""
    sorts = {(path.suffix, path.relative_to(release).parts[0]): path for path in files(release)}
    del sorts[".sig", "site"], sorts[".sig", "manifest.json.sig"], sorts[".json", "manifest.json"]
    assert len(sorts) > 8
    for number, path in enumerate(sorts.values()):
        content = path.read_bytes()
        place = (0, len(content) // 2, len(content) - 1)[number % 3]
        altered = bytes([content[place] ^ 1])
        path.write_bytes(content[:place] + altered + content[place + 1 :])
        named = {each.split("：")[0] for each in problems(capsys, release)}
        assert named == {path.relative_to(release).as_posix()}
        path.write_bytes(content)


def test_a_missing_and_a_surplus_file_are_named(site, capsys):
    (site / "relief.html").unlink()
    (site / "kinds" / "mine.html").write_text("x", encoding="utf-8")
    assert problems(capsys, site) == [
        "relief.html：清单里有，这里没有",
        "kinds/mine.html：清单里没有，是多出来的",
    ]


def test_a_surplus_file_with_a_number_in_its_name_is_not_repeated(site, capsys):
    (site / "13912345678.html").write_text("x", encoding="utf-8")
    (sentence,) = problems(capsys, site)
    assert "13912345678" not in sentence and "多出来" in sentence


def forged(site: Path) -> None:
    """A page is altered and the manifest made to fit."""
    page = site / "relief.html"
    page.write_bytes(page.read_bytes() + b"<!-- -->")
    path = site / "release.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    content = page.read_bytes()
    manifest["files"]["relief.html"] = {"sha256": sha256(content).hexdigest(), "bytes": len(content)}
    path.write_text(json.dumps(manifest), encoding="utf-8")


def test_a_manifest_forged_without_the_key(site, keys, capsys):
    forged(site)
    assert run(["verify", str(site)]) == 0
    assert "签名没有核对" in capsys.readouterr().out
    (sentence,) = problems(capsys, site, *signers(keys))
    assert "release.json 的签名不对" in sentence
    (site / "release.json.sig").unlink()
    assert run(["verify", str(site)]) == 0
    assert "没有签名" in capsys.readouterr().out
    (sentence,) = problems(capsys, site, *signers(keys))
    assert "release.json 没有签名" in sentence


def test_the_wrong_key(site, keys, capsys):
    forged(site)
    subprocess.run(
        ["ssh-keygen", "-Y", "sign", "-f", keys["stranger"], "-n", "gongshi-release@v1", site / "release.json"],
        input=b"y\n",
        check=True,
        capture_output=True,
    )
    (sentence,) = problems(capsys, site, *signers(keys))
    assert "签名不对" in sentence
    assert run(["verify", str(site), *map(str, signers(keys, "stranger"))]) == 0


def test_a_signature_for_another_purpose_is_none(site, keys, capsys):
    """The key of an approval, or the same key over an approval, signs no release."""
    (site / "release.json.sig").unlink()
    command = ["ssh-keygen", "-Y", "sign", "-f", keys["publisher"], "-n", "gongshi-approval@v1", site / "release.json"]
    subprocess.run(command, check=True, capture_output=True)
    assert "签名不对" in problems(capsys, site, *signers(keys))[0]


def test_a_revoked_key(published, site, keys, tmp_path, capsys):
    office = shutil.copytree(published.root, tmp_path / "office", symlinks=True)
    folder = office / "data" / "signers"
    folder.mkdir()
    shutil.copy(keys["publisher"].with_suffix(".signers"), folder / "release_signers")
    assert run(["verify", str(site), "--project", str(office)]) == 0
    shutil.copy(keys["publisher"].with_suffix(".pub"), folder / "revoked_keys")
    assert "签名不对" in problems(capsys, site, "--project", office)[0]


def with_ledger(site: Path, content: bytes) -> None:
    """Puts another ledger into the site, and its digest into the manifest, but not its head."""
    (site / "ledger.jsonl").write_bytes(content)
    path = site / "release.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["files"]["ledger.jsonl"] = {"sha256": sha256(content).hexdigest(), "bytes": len(content)}
    path.write_text(json.dumps(manifest), encoding="utf-8")


def test_a_truncated_a_cut_and_a_rewritten_ledger(published, site, tmp_path, capsys):
    lines = (site / "ledger.jsonl").read_bytes().splitlines(keepends=True)
    with_ledger(site, b"".join(lines[:-1]))
    (sentence,) = problems(capsys, site)
    assert sentence.startswith("ledger.jsonl：台账有") and "不一致" in sentence
    with_ledger(site, b"".join(lines[:3] + lines[4:]))
    assert "第4行" in problems(capsys, site)[0]
    with_ledger(site, b"".join(lines) + b"{")
    assert f"第{len(lines) + 1}行" in problems(capsys, site)[0]
    # A whole chain made anew holds by itself, but is not the office's.
    folder = tmp_path / "other"
    (folder / "data").mkdir(parents=True)
    ledger, _ = load_ledger(Project(folder))
    for line in load_ledger(published)[0].lines:
        other = "0" * 64 if line.number == 5 else line.sha256
        ledger = append(Project(folder), ledger, line.day, line.event, line.subject, other)
    with_ledger(site, (folder / LEDGER).read_bytes())
    manifest = json.loads((site / "release.json").read_text(encoding="utf-8"))
    manifest["ledger"]["head"] = ledger.head
    (site / "release.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert run(["verify", str(site)]) == 0
    assert "从第5行起" in problems(capsys, site, "--project", published.root)[0]


def test_a_ledger_that_grew_since_is_right_and_one_that_shrank_is_not(published, site, tmp_path, capsys):
    office = Project(tmp_path / "office")
    shutil.copytree(published.root / "data", office.root / "data")
    ledger, _ = load_ledger(office)
    append(office, ledger, ledger.lines[-1].day, "approve", "2026-12/x.public_notice", "1" * 64)
    assert run(["verify", str(site), "--project", str(office.root)]) == 0
    lines = (published.root / LEDGER).read_bytes().splitlines(keepends=True)
    (office.root / LEDGER).write_bytes(b"".join(lines[:-1]))
    assert "被删短了" in problems(capsys, site, "--project", office.root)[0]


def test_a_served_site(served, site, keys, capsys):
    assert run(["verify", served, *map(str, signers(keys))]) == 0
    assert run(["verify", f"{served}index.html"]) == 0
    (site / "relief.html").write_bytes((site / "relief.html").read_bytes() + b"<script>")
    (site / "funds.html").unlink()
    page = next((site / "notices").glob("*.html"))
    page.write_bytes(page.read_bytes().replace("元".encode(), "圆".encode(), 1))
    named = [each.split("：")[0] for each in problems(capsys, served)]
    assert named == ["funds.html", f"notices/{page.name}", "relief.html"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<!doctype html><p>404</p>", "不是完整的清单"),
        (b"", "不是完整的清单"),
        (b"[]", "不是完整的清单"),
        (b'{"schema": "gongshi-site@v1", "today": "2026-11-05", "files": {}}', "不是完整的清单"),
        (b"\xff\xfe", "不是完整的清单"),
        (None, "这里没有 release.json"),
    ],
)
def test_a_site_without_a_manifest_worth_the_name(site, served, capsys, content, words):
    path = site / "release.json"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
        assert words in problems(capsys, site)[0]
    assert words in problems(capsys, served)[0]


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.99])
def test_a_manifest_that_was_cut_short(site, capsys, cut):
    path = site / "release.json"
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * cut)])
    assert "不是完整的清单" in problems(capsys, site)[0]


@pytest.mark.parametrize("path", ["../release.json", "a/../../b", "/etc/hostname", "a\nb", "."])
def test_a_manifest_that_leads_elsewhere(site, capsys, path):
    manifest = json.loads((site / "release.json").read_text(encoding="utf-8"))
    manifest["files"][path] = {"sha256": "0" * 64, "bytes": 3}
    (site / "release.json").write_text(json.dumps(manifest), encoding="utf-8")
    (sentence,) = problems(capsys, site)
    assert sentence.startswith("release.json")


def test_nothing_is_read_from_another_host(served, capsys):
    (sentence,) = problems(capsys, f"{served}away/")
    assert "转到了别的网站" in sentence


def test_a_host_that_does_not_answer(capsys):
    (sentence,) = problems(capsys, "http://127.0.0.1:1/")
    assert "连不上" in sentence


@pytest.mark.parametrize("place", ["file:///etc", "ftp://a/", "http://", "http://[", "http://a:x/", "nowhere"])
def test_what_is_no_place_is_wrong_usage(capsys, place):
    assert run(["verify", place]) == 2
    assert "不是文件夹" in capsys.readouterr().err


def test_an_empty_folder(tmp_path, capsys):
    assert "这里没有 manifest.json" in problems(capsys, tmp_path)[0]


def test_purge_signs_what_remains(published, keys, tmp_path, capsys):
    office = shutil.copytree(published.root, tmp_path / "office", symlinks=True)
    arguments = ["--project", str(office), "--today", "2026-11-11"]
    assert run(["purge", *arguments, "--sign-key", str(keys["publisher"])]) == 0
    for place in (office, office / "site"):
        assert run(["verify", str(place), *map(str, signers(keys))]) == 0
    # What was live before is as it was.
    before = min((office / ".build" / "releases").glob("[0-9]*"))
    assert run(["verify", str(before), *map(str, signers(keys))]) == 0


def test_a_release_that_cannot_be_signed_is_not_published(office, tmp_path, capsys):
    key = tmp_path / "no-key"
    key.write_text("x", encoding="utf-8")
    assert run(["build", "--project", str(office.root), "--sign-key", str(key)]) == 2
    assert "签名失败" in capsys.readouterr().err
    assert current_release(office.root) is None
    assert run(["build", "--project", str(office.root), "--sign-key", str(REPOSITORY / "none")]) == 2


def test_ssh_keygen_alone_can_check_a_release(release, keys):
    for folder, name in ((release, "manifest.json"), (release / "site", "release.json")):
        allowed = keys["publisher"].with_suffix(".signers")
        command = ["ssh-keygen", "-Y", "verify", "-f", allowed, "-I", "publisher", "-n", "gongshi-release@v1"]
        with (folder / name).open("rb") as content:
            subprocess.run([*command, "-s", folder / f"{name}.sig"], stdin=content, check=True, capture_output=True)
