"""A county's release: that of each township, then the county's own with the figures of all, then all in one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.adapters.mkdocs import build_prose
from generator.artifacts import Progress
from generator.county.townships import FOLDER, Township
from generator.county.unit import Packed, Told, keep, make_elsewhere, make_here, packed, packed_release
from generator.exceptions import SetupError
from generator.making import Release, make_release
from generator.office import load_settings
from generator.project import PACKAGED, Project
from generator.release import layout
from generator.release.assemble import Part, assemble
from generator.release.forked import finished, fresh
from generator.release.manifest import Manifest
from generator.release.reprint import Reprint
from generator.release.unchanged import inputs_digest, is_live, remember
from generator.rendering.press import code_digest
from generator.rolled_up import TOTALS, Place, place_of

# Runs a function on each of some arguments, elsewhere, and gives each result with its number, in any order.
Executor = Callable[[Callable[..., Packed], Sequence[tuple[object, ...]]], Iterator[tuple[int, Packed]]]


@dataclass(frozen=True)
class County:
    """What became of a county: what each township that was made told, the county's own office, and the whole.

    `own` and `whole` are `None` if a township was not published.
    """

    told: dict[str, Told]
    own: Release | None = None
    whole: Manifest | None = None
    reprint: Reprint | None = None


def make_county(
    county: Project,
    parts: Sequence[Township],
    out: Path,
    today: date,
    *,
    jobs: int,
    clean: bool,
    key: Path | None,
    progress: Progress,
    executor: Executor | None = None,
) -> County:
    """Publishes all of it or nothing. Townships of which nothing changed are not made again.

    `executor` makes townships elsewhere; without one they are made here, `jobs` at a time.
    Raises `SetupError` if a township's address is not below the county's, and what
    `making.make_release` raises.
    """
    _check_addresses(county, parts)
    inputs = _inputs(parts, today)
    waiting = [each for each in parts if clean or not is_live(each.store(out), inputs[each.id])]
    told: dict[str, Told] = {}
    make = partial(_elsewhere, executor=executor) if executor else partial(_here, jobs=jobs)
    for township, one in make(waiting, out, today, clean=clean):
        told[township.id] = one
        if one.published:
            remember(township.store(out), inputs[township.id])
        progress("乡镇", len(told), len(waiting))
    told = dict(sorted(told.items()))
    if not all(one.published for one in told.values()):
        return County(told)
    places = tuple(_place(each, out) for each in parts)
    store = out / ".build" / "county"
    own = make_release(
        county, store, today, build_prose, jobs=jobs, clean=clean, key=None, progress=progress, townships=places
    )
    if not own.published:
        return County(told, own)
    releases = [Part("", store), *(Part(each.prefix, each.store(out)) for each in parts)]
    whole, changed = assemble(out, releases, today, key)
    progress("合并", 1, 1)
    return County(told, own, whole, changed)


def _inputs(parts: Sequence[Township], today: date) -> dict[str, str]:
    """What each township's release is made from."""
    carried = inputs_digest([PACKAGED], ())
    return {each.id: inputs_digest([each.project.root], (carried, str(today))) for each in parts}


def _here(
    waiting: Sequence[Township], out: Path, today: date, *, jobs: int, clean: bool
) -> Iterator[tuple[Township, Told]]:
    """In fresh processes: Typst's memory grows, and ends with its process."""
    if jobs < 2 or len(waiting) < 2:
        yield from ((each, make_here(each.project.root, each.store(out), today, clean)) for each in waiting)
        return
    with fresh(jobs) as pool:
        futures = {pool.submit(make_here, each.project.root, each.store(out), today, clean): each for each in waiting}
        yield from ((futures[future], future.result()) for future in finished(pool, futures))


def _elsewhere(
    waiting: Sequence[Township], out: Path, today: date, *, clean: bool, executor: Executor
) -> Iterator[tuple[Township, Told]]:
    code = code_digest()
    units = [(packed(each.project), b"" if clean else packed_release(each.store(out)), today, code) for each in waiting]
    for number, result in executor(make_elsewhere, units):
        township = waiting[number]
        if result.told.published:
            keep(result.release, township.store(out))
        yield township, result.told


def _place(township: Township, out: Path) -> Place:
    live = layout.current_release(township.store(out))
    assert live is not None, "it was published"
    return place_of(township.id, (live / "site" / TOTALS).read_text(encoding="utf-8"))


def _check_addresses(county: Project, parts: Sequence[Township]) -> None:
    """QR codes lead to a township's own address, which must be where its pages are."""
    whole, _ = load_settings(county)
    for township in parts:
        own, _ = load_settings(township.project)
        if whole and own and own.site_url != (right := whole.url(township.prefix)):
            raise SetupError(f"{FOLDER}/{township.id}/data/office.yaml 的 site_url 应为 {right}")
