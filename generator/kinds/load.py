"""Read every kind an office uses."""

import difflib
import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator import strict_yaml
from generator.findings import Finding, Place, broken_yaml, finding, phrase
from generator.kinds.model import Kind
from generator.kinds.parts import WrongKind
from generator.project import Project


def load_kinds(project: Project) -> tuple[dict[str, Kind], tuple[Finding, ...]]:
    """Kinds by id, and what is wrong with the others, each with file and line."""
    kinds: dict[str, Kind] = {}
    findings: list[Finding] = []
    for name, path in project.files("data/kinds", "*.yaml").items():
        file = project.relative(path)
        try:
            document = strict_yaml.load(path)
            kinds[name] = Kind.model_validate({**document.content, "id": name})
        except strict_yaml.YamlError as error:
            findings.append(broken_yaml(file, error))
        except ValidationError as error:
            findings += [_explain(file, document, each) for each in error.errors()]
    return kinds, tuple(findings)


def _explain(file: str, document: strict_yaml.Document, error: Any) -> Finding:
    """One pydantic error as a finding; an unknown key gets the nearest known one."""
    location = tuple(error["loc"])
    place = Place(file, line=document.line(location))
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in location) or Path(file).stem
    match error["type"]:
        case "extra_forbidden":
            near = difflib.get_close_matches(str(location[-1]), _known_keys(), n=1)
            hint = phrase("kind-did-you-mean", name=near[0]) if near else ""
            return finding("kind-unknown-key", place, key=key, hint=hint)
        case "missing":
            return finding("kind-missing-key", place, key=key)
        case "value_error" if isinstance(wrong := error["ctx"]["error"], WrongKind):
            return finding("kind-value", place, key=key, reason=wrong.reason)
        case "literal_error":
            choices = tuple(re.findall("'([^']*)'", error["ctx"]["expected"]))
            return finding("kind-value", place, key=key, reason=phrase("kind-one-of", choices=choices))
        case _:
            return finding("kind-value", place, key=key, reason=phrase("kind-form"))


def _known_keys() -> list[str]:
    definitions = Kind.model_json_schema()
    schemas = [definitions, *definitions["$defs"].values()]
    return sorted({key for schema in schemas for key in schema.get("properties", {})} - {"id"})
