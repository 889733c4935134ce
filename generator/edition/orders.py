"""Orders: posters as somebody asks for them, beside those that a release always has."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.edition.sheets import Sheet
from generator.office import Size
from generator.office.sizes import saving, size_called


@dataclass(frozen=True)
class Order:
    """What is asked for; what is left empty stays as the office's data say.

    `kind` is what a sheet's name begins with, `village` a code, `size` a name or
    `WxH` in mm. `wall_set` is the name of a set, which is then all there is,
    in the sizes its panels ask for. `save` sets as small as is allowed, for the fewest sheets;
    `one_sheet` does so only where that is needed. `tile` is the paper (`A4`,
    `A3`) to spread each poster over.
    """

    kind: str = ""
    village: str = ""
    size: str = ""
    wall_set: str = ""
    style: str = ""
    save: bool = False
    one_sheet: bool = False
    tile: str = ""
    crop_marks: bool = False

    @property
    def ending(self) -> str:
        """What the names of the files have behind the size."""
        return f"-on-{self.tile}" if self.tile else "-marks" if self.crop_marks else ""


def selected(order: Order, sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """The sheets of an order."""
    for sheet in sheets:
        if sheet.name.startswith(order.kind) and order.village in ("", sheet.village_code):
            yield sheet


def contents(sheet: Sheet, size: str, sizes: Mapping[str, Size], order: Order = Order()) -> tuple[dict[str, Any], ...]:
    """What the template is given, in one way or, for one sheet, in two: the first that fits on one is right.

    Raises `SetupError` if there is no such size.
    """
    usual = size_called(size, sizes)
    ways = (True,) if order.save else (False, True) if order.one_sheet else (False,)
    return tuple(_content(sheet, size, saving(usual) if save else usual, save, order.style) for save in ways)


def _content(sheet: Sheet, name: str, size: Size, save: bool, style: str) -> dict[str, Any]:
    return {
        **sheet.content,
        "size": {"name": name, **size.model_dump()},
        **({"save": True} if save else {}),
        **({"style": style} if style else {}),
    }
