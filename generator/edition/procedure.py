"""Steps of a procedure as a board draws them: who acts, how long it takes, and where it parts."""

import re
from collections.abc import Iterable, Iterator

from generator.columns import Shown
from generator.edition.blocks import Block

# 批准的，……；不批准的，……。  What stands before and after it stays a text.
_WAYS = re.compile(
    r"(?P<before>.*?)(?P<yes>[^，；。]{1,8}的)，(?P<then>[^；。]+)；(?P<no>不(?P=yes))，(?P<otherwise>[^；。]+。?)(?P<after>.*)"
)
# 批不批准都书面通知；不批准的写明理由。
_REFUSED = re.compile(r"[，；。]不(?P<done>[^，；。不]{1,4})的")


def procedure(things: Iterable[Shown], parts: tuple[str, ...]) -> Iterator[Block]:
    """Things of a name, facts and, last, an explanation, in the order of `parts`, as steps with their numbers."""
    for number, thing in enumerate(things, start=1):
        name, *facts, explanation = map(str, thing)
        yield {
            "number": str(number),
            "name": name,
            "facts": [{"label": label, "text": text} for label, text in zip(parts[1:-1], facts, strict=True) if text],
            **explained(explanation),
        }


def explained(explanation: str) -> Block:
    """An explanation parted where it says what happens in the one case and in the other.

    `decision` tells whether something is decided here, so that the step is drawn as one.
    """
    found = _WAYS.fullmatch(explanation)
    if found is None:
        refused = _REFUSED.search(explanation)
        decision = bool(refused and refused["done"] in explanation[: refused.start()])
        return {"decision": decision, "text": explanation, "ways": [], "after": ""}
    ways = [(found["yes"], found["then"]), (found["no"], found["otherwise"].removesuffix("。"))]
    return {
        "decision": True,
        "text": found["before"],
        "ways": [{"case": case, "then": then} for case, then in ways],
        "after": found["after"],
    }
