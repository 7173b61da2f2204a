"""What kind of file the first bytes say it is; the name has no say."""

from __future__ import annotations

import re
from enum import StrEnum

HEAD_BYTES = 65536


class Kind(StrEnum):
    """The kinds that are treated differently."""

    EMPTY = "empty"
    TEXT = "text"
    GZIP = "gzip"
    ZIP = "zip"
    OLE = "ole"
    PDF = "pdf"
    HTML = "html"
    DOCUMENT = "document"
    ARCHIVE = "archive"
    BINARY = "binary"


_SIGNATURES: tuple[tuple[bytes, Kind, str], ...] = (
    (b"\x1f\x8b", Kind.GZIP, "a gzip archive"),
    (b"PK\x03\x04", Kind.ZIP, "a ZIP archive"),
    (b"PK\x05\x06", Kind.ZIP, "a ZIP archive"),
    (b"PK\x07\x08", Kind.ZIP, "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE, "an old Office file"),
    (b"%PDF-", Kind.PDF, "a PDF"),
    (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE, "a 7z archive"),
    (b"Rar!\x1a\x07", Kind.ARCHIVE, "a RAR archive"),
    (b"BZh91AY&SY", Kind.ARCHIVE, "a bzip2 archive"),
    (b"\xfd7zXZ\x00", Kind.ARCHIVE, "an xz archive"),
    (b"\x28\xb5\x2f\xfd", Kind.ARCHIVE, "a Zstandard archive"),
    (b"\x89PNG\r\n", Kind.BINARY, "a picture"),
    (b"\xff\xd8\xff", Kind.BINARY, "a picture"),
    (b"GIF87a", Kind.BINARY, "a picture"),
    (b"GIF89a", Kind.BINARY, "a picture"),
    (b"\x7fELF", Kind.BINARY, "a program"),
    (b"MZ\x90\x00", Kind.BINARY, "a program"),
    (b"SQLite format 3\x00", Kind.BINARY, "a database"),
    (b"PAR1\x15", Kind.BINARY, "a Parquet file"),
    (b"!BDN", Kind.BINARY, "an Outlook data file"),
    (b"{\\rtf", Kind.DOCUMENT, "a text document (RTF)"),
    (b"BEGIN:VCARD", Kind.DOCUMENT, "a set of address cards (vCard)"),
    (b"BEGIN:VCALENDAR", Kind.DOCUMENT, "a calendar"),
)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|script|meta|!--)[\s>\[-]", re.IGNORECASE)
_JSON = re.compile(r'(?:\{\s*"|\[\s*[\{\[])')
_BOMS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\xef\xbb\xbf", "utf-8"),
)
_SIGNS = frozenset(b"\r\n\t ,;|@")
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1a\x1b")
_CONTROLS = bytes(byte for byte in range(32) if byte not in _TEXT_CONTROLS and byte != 0)


def byte_order_mark(*, head: bytes) -> tuple[str, int] | None:
    """The encoding a byte order mark names and the mark's length in bytes, or None (Unicode 15, section 23.8)."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding, len(mark)
    return None


def wide_encoding(*, head: bytes) -> str | None:
    """`utf-16-le`, `utf-16-be`, `utf-32-le` or `utf-32-be` when the places of NUL bytes give it away, else None.

    Text of any language has blanks, delimiters, digits and line ends, each of which brings a NUL byte on one side.
    """
    head = head[: len(head) // 4 * 4] if len(head) >= 4 else head[: len(head) // 2 * 2]
    if len(head) < 4 or head.count(0) < max(2, len(head) // 50):
        return None
    zeros = [head[place::4].count(0) / (len(head) // 4) for place in range(4)]
    if min(zeros[2:]) > 0.9 and zeros[0] < 0.1:
        return "utf-32-le"
    if min(zeros[:2]) > 0.9 and zeros[3] < 0.1:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd > 20 * even and _has_sign(head, place=0):
        return "utf-16-le"
    if even > 20 * odd and _has_sign(head, place=1):
        return "utf-16-be"
    return None


def _has_sign(head: bytes, *, place: int) -> bool:
    """True when a blank, line end or delimiter stands at every second byte from `place` with a NUL beside it."""
    beside = head[1 - place :: 2]
    return any(byte in _SIGNS and other == 0 for byte, other in zip(head[place::2], beside, strict=False))


def kind_of(*, head: bytes) -> tuple[Kind, str]:
    """The kind of a file by its first `HEAD_BYTES` bytes, and what to call it in a sentence."""
    if not head:
        return Kind.EMPTY, "empty"
    for signature, kind, label in _SIGNATURES:
        if head.lstrip(b"\xef\xbb\xbf").startswith(signature):
            return kind, label
    if head[257:262] == b"ustar":
        return Kind.ARCHIVE, "a tar archive"
    mark = byte_order_mark(head=head)
    wide = mark[0] if mark else wide_encoding(head=head)
    text = head[:4096].decode(wide or "latin-1", errors="replace").lstrip("\ufeff\xef\xbb\xbf \t\r\n")
    if markup := _markup(text):
        return markup
    if wide is None and _looks_binary(head):
        return Kind.BINARY, "a binary file"
    return Kind.TEXT, "text"


def _markup(text: str) -> tuple[Kind, str] | None:
    """What a text is that has a structure of its own, by how it begins."""
    if _HTML.match(text) or (text.startswith("<?xml") and "<html" in text.lower()):
        return Kind.HTML, "a web page"
    if text.startswith("<?xml"):
        return Kind.DOCUMENT, "XML"
    return (Kind.DOCUMENT, "JSON") if _JSON.match(text) else None


def _looks_binary(head: bytes) -> bool:
    """True when control characters are far more frequent than damage in a text explains; a few NULs are damage."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    nuls = head.count(0)
    return (controls >= 8 and controls > 0.02 * len(head)) or (nuls >= 32 and nuls > 0.2 * len(head))
