"""What people get: the amounts of every guide, and the document that sets them with its effective date."""

import re
from collections.abc import Iterator

from generator.edition import blocks
from generator.edition.blocks import Block
from generator.edition.edition import AnyEdition
from generator.edition.guides import guides
from generator.edition.sheets import Sheet, common, of_office
from generator.notices import AnyNotice
from generator.rendering import Press

_TITLE = "救助标准"
_AMOUNT = re.compile(r"[0-9.,]+元")


def sheets(edition: AnyEdition, press: Press) -> Iterator[Sheet]:
    found = guides(edition)
    if not found:
        return
    policies = {each.facts.title: each for each in edition.notices if each.facts.section == "policies"}
    content = {
        **common(edition, _TITLE, edition.site.settings.url("guides.html")),
        "introduction": "",
        "sections": [section for guide in found for section in _standard(guide, policies)],
    }
    quoted = (*found, *policies.values())
    yield from of_office(
        "standards_board", edition, content, blocks.texts(content), notices=tuple(each.facts for each in quoted)
    )


def _standard(guide: AnyNotice, policies: dict[str, AnyNotice]) -> list[Block]:
    told = guide.record()
    amounts = _amounts(told["standard"])
    bases = [policies[title] for title in map(str, told["legal_bases"]) if title in policies]
    setting = [each for each in bases if amounts & _amounts(each.record()["points"])]
    return blocks.section(
        guide.facts.title,
        blocks.items(map(str, told["standard"])),
        blocks.note(*map(_document, setting)),
    )


def _document(policy: AnyNotice) -> str:
    told = policy.record()
    return f"依据：《{policy.facts.title}》（{told['document_number']}），{told['effective']}起施行"


def _amounts(shown: object) -> set[str]:
    return set(_AMOUNT.findall("\n".join(map(str, shown)))) if isinstance(shown, tuple) else set()
