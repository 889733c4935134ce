"""YAML that keeps what was written.

Plain YAML turns `12:30` into 750 and `0123` into 83, lets the last of two equal
keys win, and lets anchors pull text from elsewhere. Here every scalar stays a
string, and duplicate keys and anchors are errors with their line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Union

import yaml

# The C parser is ten times as fast where the platform has it; both read the same.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Location = tuple[str | int, ...]
Value = Union[str, list["Value"], dict[str, "Value"]]


class YamlError(Exception):
    """The text is not acceptable YAML; `line` counts from 1, `reason` and `words` are a phrase of the catalogue."""

    def __init__(self, line: int, reason: str, **words: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason
        self.words = words


@dataclass(frozen=True)
class Document:
    """A mapping of strings, with the line on which each value stands."""

    content: Mapping[str, Value]
    lines: Mapping[Location, int] = field(default_factory=dict)

    def line(self, location: Location) -> int:
        """The line of `location`, or of the nearest thing around it."""
        while location not in self.lines and location:
            location = location[:-1]
        return self.lines.get(location, 1)


def load(path: Path) -> Document:
    """Read one YAML mapping.

    Raises `YamlError` for bad syntax, duplicate keys, anchors, a top level that
    is not a mapping, bytes that are not UTF-8, or a file that cannot be read.
    """
    try:
        return parse(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise YamlError(1, "yaml-encoding") from error
    except OSError as error:
        raise YamlError(1, "yaml-unreadable") from error


def parse(text: str) -> Document:
    """As `load`, from text already in memory."""
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if getattr(event, "anchor", None):
                raise YamlError(_line(event), "yaml-anchor")
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise YamlError(mark.line + 1 if mark else 1, "yaml-syntax") from error
    except yaml.YAMLError as error:
        raise YamlError(1, "yaml-characters") from error
    if not isinstance(root, yaml.MappingNode):
        raise YamlError(1, "yaml-no-mapping")
    lines: dict[Location, int] = {}
    content = _mapping(root, (), lines)
    return Document(content, lines)


def _value(node: yaml.Node, location: Location, lines: dict[Location, int]) -> Value:
    lines[location] = _line(node)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, location, lines)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*location, index), lines) for index, child in enumerate(node.value)]
    return str(node.value)


def _mapping(node: yaml.MappingNode, location: Location, lines: dict[Location, int]) -> dict[str, Value]:
    content: dict[str, Value] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in content:
            raise YamlError(_line(key_node), "yaml-key-twice", key=key)
        content[key] = _value(value_node, (*location, key), lines)
        lines[(*location, key)] = _line(key_node)
    return content


def _line(marked: yaml.Node | yaml.Event) -> int:
    mark = marked.start_mark
    return int(mark.line) + 1 if mark else 1
