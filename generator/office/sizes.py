"""`data/sizes.yaml`: sizes of paper and boards, and the rule for any other format.

A sheet is read from as far away as it is wide and high, but people step back less
than it grows: 16 x diagonal ^ 2/3 (mm) is 0.8 m for A4, 1 m for A3, 2 m for A0,
3 m for a board of 120 x 240 cm. A letter is as high as a 200th of that distance
(2 m: 28 pt), and where it must be smaller never below what can be read by
stepping up: 14 pt on a wall, 12 pt on A3, 10.5 pt on A4, 9 pt in the hand.
"""

import math
import re
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field, RootModel

from generator.exceptions import SetupError
from generator.findings import Finding
from generator.office.strict import load_model
from generator.project import Project


class Size(BaseModel):
    """Width, height and margin in mm; base and smallest letter height in points.

    `looks`: a size of those looks alone, whose geometry is their own (a fold, cards to cut);
    empty for paper and boards, on which every other look must do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    width: float = Field(gt=0)
    height: float = Field(gt=0)
    margin: float = Field(ge=0)
    base: float = Field(gt=0)
    min: float = Field(gt=0)
    looks: tuple[str, ...] = ()


# Letter height is at least the reading distance divided by this.
_LEGIBLE = 200
POINTS_PER_MM = 72 / 25.4
# The smallest letters (points) of a format whose shorter side (mm) is at least so long.
_SMALLEST = ((400, 14.0), (290, 12.0), (200, 10.5), (0, 9.0))
_SHORTEST, _LONGEST = 90, 5000
_BY_MEASURE = re.compile(r"([0-9]{1,5})x([0-9]{1,5})")


class _Sizes(RootModel[dict[str, Size]]):
    pass


def load_sizes(project: Project) -> tuple[dict[str, Size], tuple[Finding, ...]]:
    """Sizes by name."""
    path = project.find("data/sizes.yaml") or project.root / "data" / "sizes.yaml"
    sizes, findings = load_model(project, path, _Sizes)
    return (sizes.root if sizes else {}), findings


def fitting(width: float, height: float) -> Size:
    """The size of a format (mm) that `data/sizes.yaml` does not name, by the rule above."""
    short = min(width, height)
    distance = 16 * math.hypot(width, height) ** (2 / 3)
    least = next(points for side, points in _SMALLEST if short >= side)
    base = round(2 * distance / _LEGIBLE * POINTS_PER_MM) / 2
    return Size(
        title=f"{width:g}×{height:g} 毫米",
        width=width,
        height=height,
        margin=round(4 + 0.055 * short),
        base=max(base, least + 1),
        min=least,
    )


def size_called(name: str, sizes: Mapping[str, Size]) -> Size:
    """A size by its name, or any format as `WxH` in mm.

    Raises `SetupError` for a name that is neither, and for a format nobody prints.
    """
    if name in sizes:
        return sizes[name]
    measure = _BY_MEASURE.fullmatch(name)
    if not measure:
        raise SetupError(f"没有尺寸“{name}”；可以写 {'、'.join(sizes)}，或者宽x高（毫米），如 500x700")
    width, height = map(int, measure.groups())
    if min(width, height) < _SHORTEST or max(width, height) > _LONGEST:
        limits = f"每边 {_SHORTEST}—{_LONGEST} 毫米"
        raise SetupError(f"尺寸“{name}”印不了：宽和高的单位是毫米，{limits}；50×70 厘米写 500x700")
    return fitting(width, height)


def saving(size: Size) -> Size:
    """The same paper with the smallest letters that are allowed and narrow margins, for the fewest sheets."""
    return size.model_copy(update={"margin": min(size.margin, max(10.0, 0.6 * size.margin)), "base": size.min})
