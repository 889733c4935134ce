"""Strict YAML into a strict model, or findings with file and line."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator import strict_yaml
from generator.findings import Finding, Place, broken_yaml, finding
from generator.project import Project

M = TypeVar("M", bound=BaseModel)


def load_model(project: Project, path: Path, model: type[M]) -> tuple[M | None, tuple[Finding, ...]]:
    """The file at `path` as `model`."""
    made, _, findings = load_with_lines(project, path, model)
    return made, findings


def load_with_lines(
    project: Project, path: Path, model: type[M]
) -> tuple[M | None, Mapping[strict_yaml.Location, int], tuple[Finding, ...]]:
    """As `load_model`, with the line on which each value stands: for what only a later check can find wrong."""
    file = project.relative(path)
    if not path.is_file():
        return None, {}, (finding("file-missing", Place(file)),)
    try:
        document = strict_yaml.load(path)
        return model.model_validate(document.content), document.lines, ()
    except strict_yaml.YamlError as error:
        return None, {}, (broken_yaml(file, error),)
    except ValidationError as error:
        findings = tuple(
            finding(
                "setting-value",
                Place(file, line=document.line(tuple(each["loc"]))),
                key=".".join(str(part) for part in each["loc"]),
            )
            for each in error.errors()
        )
        return None, {}, findings
