"""A record file: one entry, its columns as keys."""

import hashlib

from generator import strict_yaml
from generator.findings import Place, broken_yaml, finding
from generator.sources.sheet import Sheet, Unreadable


def parse(content: bytes, file: str) -> Sheet:
    """The mapping as a sheet of one row; raises `Unreadable` for broken YAML."""
    try:
        document = strict_yaml.parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable(finding("file-encoding", Place(file))) from error
    except strict_yaml.YamlError as error:
        raise Unreadable(broken_yaml(file, error)) from error
    if not document.content:
        raise Unreadable(finding("file-empty", Place(file)))
    return Sheet(
        file=file,
        name="",
        digest=hashlib.sha256(content).hexdigest(),
        header=tuple(document.content),
        rows=(tuple(document.content.values()),),
        numbers=(1,),
        lines={key: document.line((key,)) for key in document.content},
    )
