"""Hand-written pages as blocks: their headings, paragraphs, lists and tables, in plain text."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from generator.edition import blocks
from generator.edition.blocks import Block

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def prose_sections(body: str) -> tuple[str, list[Block]]:
    """The paragraphs before the first heading below the title, a line each, and the sections under such headings."""
    introduction: list[str] = []
    sections: list[Block] = []
    for node in SyntaxTreeNode(_MARKDOWN.parse(body)).children:
        if node.type == "heading":
            if node.tag != "h1":
                sections.append({"title": _plain(node), "blocks": []})
        elif sections:
            sections[-1]["blocks"] += _blocks(node)
        else:
            introduction.append(_plain(node))
    return "\n".join(introduction), [each for each in sections if each["blocks"]]


def _blocks(node: SyntaxTreeNode) -> Iterator[Block]:
    if node.type in ("bullet_list", "ordered_list"):
        yield _list(node)
    elif node.type == "table":
        heading, *rows = [[_plain(cell) for cell in row.children] for part in node.children for row in part.children]
        yield blocks.table(((title, "left") for title in heading), rows)
    elif said := _plain(node):
        yield blocks.text(said)


def _list(node: SyntaxTreeNode) -> Block:
    """A list of which every item begins with a bold word and a colon is one of labels and texts."""
    numbered = node.type == "ordered_list"
    entries = [_plain(item) for item in node.children]
    labels = [_label(item) for item in node.children]
    pairs = [entry.removeprefix(label).split("：", 1) for entry, label in zip(entries, labels, strict=True)]
    if not numbered and all(label and len(pair) > 1 and not pair[0] for label, pair in zip(labels, pairs, strict=True)):
        return blocks.facts((label, pair[1]) for label, pair in zip(labels, pairs, strict=True))
    return blocks.items(entries, numbered=numbered)


def _label(item: SyntaxTreeNode) -> str:
    """The bold words with which an item begins."""
    first = next((node for node in item.walk() if node.type in ("text", "strong") and _plain(node)), None)
    return _plain(first) if first and first.type == "strong" else ""


def _plain(node: SyntaxTreeNode) -> str:
    """The text alone: a link says its words, a line break nothing."""
    return "".join(each.content for each in node.walk() if each.type in ("text", "code_inline"))
