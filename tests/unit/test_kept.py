"""Which releases are kept: the last few that hold nothing that may no longer be shown."""

from datetime import date

import pytest

from generator.artifacts import Origin
from generator.release import layout
from generator.release.fitness import gone, unfit
from generator.release.kept import KEPT, clear, kept_releases
from generator.release.manifest import Made, Manifest, load_manifest, write_manifest

TODAY = date(2026, 11, 11)
ADDRESS, LIST = "notices/a-2026-11-public_notice-1", "2026-11/a.public_notice"
PAGE, POSTER, TOMBSTONE = f"site/{ADDRESS}.html", "print/posters/a.pdf", f"after/site/{ADDRESS}.html"


def manifest(until="2026-11-11", line=5, shown=True, withdrawn=None):
    """A page and a poster of one notice, or its tombstone; and a page of no notice."""
    about = dict.fromkeys((PAGE, POSTER), (ADDRESS,) if shown else ())
    files = {path: Made("0" * 64, 1, "", until if shown else "", notices) for path, notices in about.items()}
    rest = {path: Made("0" * 64, 1, "") for path in (TOMBSTONE, "site/index.html")}
    return Manifest("2026-11-05", "", files | rest, {ADDRESS: Origin(LIST, line)}, withdrawn or {})


def put(out, number, made):
    release = layout.releases(out) / f"{number:06d}-abc"
    for path in made.files:
        (release / path).parent.mkdir(parents=True, exist_ok=True)
        (release / path).write_bytes(b"x")
    write_manifest(release, made)
    return release


@pytest.mark.parametrize(
    ("today", "withdrawn", "paths"),
    [
        (TODAY, {}, set()),
        (date(2026, 11, 12), {}, {PAGE, POSTER}),
        (TODAY, {ADDRESS: 6}, {PAGE, POSTER}),
        (TODAY, {LIST: 6}, {PAGE, POSTER}),
        # Approved anew since.
        (TODAY, {LIST: 4}, set()),
        (TODAY, {"notices/a-2026-11-public_notice-2": 6}, set()),
    ],
)
def test_what_is_gone(today, withdrawn, paths):
    assert gone(manifest(), today, withdrawn) == paths


def test_what_a_release_knew_as_withdrawn_stays_so():
    assert gone(manifest(withdrawn={LIST: 6}), TODAY, {}) == {PAGE, POSTER}
    assert unfit(manifest(), manifest(shown=False, withdrawn={LIST: 6}), TODAY, {}) == {PAGE, POSTER}


def test_what_was_corrected_or_replaced_since_is_not_brought_back():
    assert unfit(manifest(), manifest(), TODAY, {}) == set()
    assert unfit(manifest(), manifest(line=6), TODAY, {}) == {PAGE, POSTER}
    assert unfit(manifest(), manifest(shown=False), TODAY, {}) == {PAGE, POSTER}
    # Forward again, to the corrected one.
    assert unfit(manifest(line=6), manifest(), TODAY, {}) == set()


def test_a_manifest_reads_back(tmp_path):
    write_manifest(tmp_path, manifest(withdrawn={LIST: 3}))
    assert load_manifest(tmp_path) == manifest(withdrawn={LIST: 3})


def test_the_last_few_are_kept(tmp_path):
    releases = [put(tmp_path, number, manifest()) for number in range(1, 8)]
    layout.switch(tmp_path, releases[-1])
    clear(tmp_path, TODAY, {})
    assert layout.all_releases(tmp_path) == releases[::-1][: KEPT + 1]


def test_the_live_one_is_kept_however_old(tmp_path):
    releases = [put(tmp_path, number, manifest()) for number in range(1, 8)]
    layout.switch(tmp_path, releases[0])
    clear(tmp_path, TODAY, {})
    assert layout.all_releases(tmp_path) == [*releases[::-1][:KEPT], releases[0]]


def test_what_may_not_be_shown_or_cannot_be_read_is_not_kept(tmp_path):
    expired, damaged, incomplete, good, live = (
        put(tmp_path, number, manifest(until="2026-11-10" if number == 1 else "2026-11-11")) for number in range(1, 6)
    )
    (damaged / "manifest.json").write_text("{", encoding="utf-8")
    (incomplete / POSTER).unlink()
    half_removed = layout.releases(tmp_path) / ".old-000000-abc"
    half_removed.mkdir()
    layout.switch(tmp_path, live)
    states = {each.name: (bool(each.unfit), each.whole) for each in kept_releases(tmp_path, TODAY, {})}
    assert states == {
        live.name: (False, True),
        good.name: (False, True),
        incomplete.name: (False, False),
        expired.name: (True, True),
    }
    clear(tmp_path, TODAY, {})
    assert sorted(layout.releases(tmp_path).iterdir()) == [good, live]


def test_a_manifest_that_ends_anywhere_too_early_counts_as_none(tmp_path):
    poster = Made("0" * 64, 1, "", parts={"title": "高龄津贴名单", "village": "禾苗村"})
    release = put(tmp_path, 1, Manifest("2026-11-05", "", {POSTER: poster}))
    path = release / "manifest.json"
    content = path.read_bytes()
    assert load_manifest(release) is not None
    for end in range(len(content.rstrip())):
        path.write_bytes(content[:end])
        assert load_manifest(release) is None
    for other in (content[::-1], b"[]", b"5", b'"'):
        path.write_bytes(other)
        assert load_manifest(release) is None
