"""Which posters on the walls are no longer right after a release, and why.

Found by comparing the manifests of two releases, so that nothing in a release
depends on the one before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.release.manifest import Made, Manifest

# What is said of a poster of which these parts changed, the most urgent first; `new` and `version` are no parts.
_REASONS = {
    "new": "新公示",
    "list": "名单变了",
    "approval": "批准书变了（更正、重新批准、签名）",
    "period": "期限变了",
    "contacts": "电话或单位变了",
    "look": "版式或字体变了",
    "version": "版本更新",
}
UNCHANGED = "海报没有变，不用重新打印。"
_GONE = "期满、撤回或被新一期代替"
_SHOWN = 20
FILE = ".build/reprint.txt"


@dataclass(frozen=True)
class Poster:
    """A poster of the board: its file, what it is called, whose board it hangs on, and which of its parts changed."""

    path: str
    title: str
    village: str
    changed: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """Why it must be printed, in words."""
        return "，".join(_REASONS[name] for name in self.changed)


@dataclass(frozen=True)
class Reprint:
    """What to print and hang, and what to take down; `first` if there was no release before, `total` posters now."""

    first: bool
    total: int
    hang: tuple[Poster, ...]
    take_down: tuple[Poster, ...]


def reprint(before: Manifest | None, after: Manifest) -> Reprint:
    """The posters of the board that are new, changed or gone; the same bytes are the same poster."""
    old, new = _posters(before), _posters(after)
    hang = [
        _poster(path, made, _changed(old.get(path), made))
        for path, made in new.items()
        if path not in old or old[path].sha256 != made.sha256
    ]
    return Reprint(
        first=before is None,
        total=len(new),
        hang=tuple(sorted(hang, key=lambda each: [*map([*_REASONS].index, each.changed)])),
        take_down=tuple(_poster(path, made) for path, made in old.items() if path not in new),
    )


def summary(found: Reprint) -> list[str]:
    """What the clerk reads after a build: lists and villages by reason, at most 20 lines of them."""
    if found.first and found.hang:
        return [f"海报 {found.total} 张都是新的，请打印张贴。文件名在 {FILE}"]
    if not found.hang and not found.take_down:
        return [UNCHANGED]
    lines: list[str] = []
    if found.hang:
        for why, posters in _by(found.hang, "why").items():
            lines += [f"  {why}：", *_places(posters)]
    if found.take_down:
        lines += [f"  请摘下 {len(found.take_down)} 张（{_GONE}）：", *_places(found.take_down)]
    more = [f"  还有 {len(lines) - _SHOWN} 行没有列出。"] if len(lines) > _SHOWN else []
    return [_head(found), *lines[:_SHOWN], *more, f"清单和文件名在 {FILE}"]


def full_list(found: Reprint, day: str) -> str:
    """The whole list with file names, village by village: what to print, then what to take down."""
    lines = [f"{day} {_head(found)}"]
    for village, posters in _by(found.hang, "village").items():
        lines += ["", village or "本办", *(f"  {each.path}  {each.title}（{each.why}）" for each in posters)]
    if found.take_down:
        lines += ["", f"请摘下 {len(found.take_down)} 张（{_GONE}）"]
        lines += [f"  {each.path}  {each.title}" for each in found.take_down]
    return "\n".join(lines)


def _posters(manifest: Manifest | None) -> dict[str, Made]:
    files = manifest.files if manifest else {}
    return {path: files[path] for path in sorted(files) if path.startswith("print/posters/")}


def _poster(path: str, made: Made, changed: tuple[str, ...] = ()) -> Poster:
    return Poster(path, made.parts.get("title", path.rpartition("/")[2]), made.parts.get("village", ""), changed)


def _changed(old: Made | None, new: Made) -> tuple[str, ...]:
    """The parts that differ. If none does, or the older release names none, the software made the difference."""
    if old is None:
        return ("new",)
    differ = (name for name in _REASONS if old.parts and old.parts.get(name) != new.parts.get(name))
    return tuple(differ) or ("version",)


def _head(found: Reprint) -> str:
    if not found.hang:
        return "没有海报需要重新打印。"
    return f"需要重新张贴 {len(found.hang)} 张（共 {found.total} 张）："


def _places(posters: Iterable[Poster]) -> list[str]:
    """A line for each list, with the villages it hangs in."""
    lists: dict[str, list[Poster]] = {}
    for each in posters:
        lists.setdefault(each.title.removeprefix(each.village), []).append(each)
    lines = []
    for title, same in lists.items():
        villages = "、".join(dict.fromkeys(each.village for each in same if each.village))
        lines.append(f"    {title}{'：' if villages else ''}{villages}，{len(same)} 张")
    return lines


def _by(posters: Iterable[Poster], name: str) -> dict[str, list[Poster]]:
    groups: dict[str, list[Poster]] = {}
    for each in posters:
        groups.setdefault(getattr(each, name), []).append(each)
    return groups
