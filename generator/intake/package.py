"""XLSX looked through before anything reads it: size, encryption, and what a sheet hides.

The reader shows neither hidden rows nor formulas without values, and it unpacks
whatever it is given. So every part is unpacked here first, in pieces, without
trusting the sizes the file states; XML with a document type is refused.
"""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from generator.findings import Place, finding
from generator.intake.grid import SheetHazards, WorkbookHazards
from generator.intake.sheet_xml import SheetXml, UnsafeXml, parser
from generator.sources.sheet import Unreadable

_PIECE = 2**20
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
# Where none of this stands, a sheet has nothing to report, and need not be parsed.
_SUSPICIOUS = (b"hidden", b"<f", b":f", b"<!", b"E+1", b'ht="0', b'width="0')
_LONG_NUMBER = re.compile(rb"v>[0-9.]{15}")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_COMMENTS = re.compile(r"xl/(?:comments[^/]*|threadedComments/[^/]+|comments/[^/]+)\.xml", re.IGNORECASE)
_BROKEN = (zipfile.BadZipFile, zlib.error, expat.ExpatError, struct.error, EOFError, ValueError, NotImplementedError)


def hazards(content: bytes, place: Place, limit: int) -> WorkbookHazards:
    """What the workbook hides; raises `Unreadable` if it is too large, unsafe or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
        if sum(each.file_size for each in members) > limit:
            raise Unreadable(finding("raw-too-large", place, limit=limit // 2**20))
        return _inspect(content, members, place, limit)
    except UnsafeXml as error:
        raise Unreadable(finding("raw-unsafe-xml", place)) from error
    except _BROKEN as error:
        raise Unreadable(finding("xlsx-broken", place)) from error


def _inspect(content: bytes, members: list[zipfile.ZipInfo], place: Place, limit: int) -> WorkbookHazards:
    names = [each.filename for each in members]
    if len(set(names)) < len(names):
        raise zipfile.BadZipFile("a part stands twice")
    left = limit
    parts: dict[str, bytes] = {}
    sheets: dict[str, SheetHazards] = {}
    comments = 0
    for member in members:
        size, pieces = 0, []
        keep = member.filename.endswith(("workbook.xml", ".rels")) or _COMMENTS.fullmatch(member.filename)
        sheet = SheetXml() if _SHEET.fullmatch(member.filename) else None
        for piece in _unpacked(content, member):
            size += len(piece)
            if size > left:
                raise Unreadable(finding("raw-too-large", place, limit=limit // 2**20))
            if keep or sheet:
                pieces.append(piece)
        left -= size
        whole = b"".join(pieces)
        if keep:
            parts[member.filename] = whole
            if _COMMENTS.fullmatch(member.filename):
                comments += whole.count(b"<comment ") + whole.count(b"<threadedComment ")
        if sheet:
            sheets[member.filename] = sheet.read(whole) if _needs_reading(whole) else SheetHazards()
    return _by_name(names, parts, sheets, comments)


def _needs_reading(xml: bytes) -> bool:
    # Only in UTF-8 do the bytes below mean what they say.
    foreign = xml[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in xml[:100]
    return foreign or any(each in xml for each in _SUSPICIOUS) or _LONG_NUMBER.search(xml) is not None


def _unpacked(content: bytes, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part's bytes in pieces, by what is really there and not by what the directory says."""
    header = _LOCAL_HEADER.unpack_from(content, member.header_offset)
    start = member.header_offset + _LOCAL_HEADER.size + header[9] + header[10]
    packed = content[start : start + member.compress_size]
    if header[0] != b"PK\x03\x04" or member.flag_bits & 1 or len(packed) < member.compress_size:
        raise zipfile.BadZipFile("no such part")
    if member.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile("unknown compression")
    stream, size = zlib.decompressobj(-15), 0
    piece = stream.decompress(packed, _PIECE)
    while piece:
        size += len(piece)
        yield piece
        piece = stream.decompress(stream.unconsumed_tail, _PIECE)
    if size != member.file_size or not stream.eof:
        raise zipfile.BadZipFile("the stated size is not the true one")


def _by_name(
    names: list[str], parts: dict[str, bytes], sheets: dict[str, SheetHazards], comments: int
) -> WorkbookHazards:
    """The hazards by sheet name, as workbook.xml and its relations give them."""
    targets: dict[str, str] = {}
    titles: dict[str, str] = {}
    hidden: list[str] = []
    epoch_1904 = False

    def relation(_: str, attributes: dict[str, str]) -> None:
        if "Id" in attributes and "Target" in attributes:
            targets[attributes["Id"]] = posixpath.normpath(posixpath.join("/xl", attributes["Target"])).lstrip("/")

    def element(name: str, attributes: dict[str, str]) -> None:
        nonlocal epoch_1904
        tag = name.rpartition(":")[2]
        if tag == "workbookPr":
            epoch_1904 = attributes.get("date1904", "0") in {"1", "true"}
        elif tag == "sheet":
            key = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            titles[attributes.get("name", "")] = targets.get(key, "")
            if attributes.get("state", "visible") != "visible":
                hidden.append(attributes.get("name", ""))

    parser(relation).Parse(parts["xl/_rels/workbook.xml.rels"], True) if "xl/_rels/workbook.xml.rels" in parts else None
    if "xl/workbook.xml" not in parts:
        raise zipfile.BadZipFile("no workbook")
    parser(element).Parse(parts["xl/workbook.xml"], True)
    found = {title: sheets.get(path, SheetHazards()) for title, path in titles.items()}
    if comments:
        found[""] = SheetHazards(comments=comments)
    links = sum(name.startswith("xl/externalLinks/") and name.endswith(".xml") for name in names)
    macros = any(name.lower().endswith("vbaproject.bin") for name in names)
    return WorkbookHazards(found, tuple(hidden), macros, links, epoch_1904)
