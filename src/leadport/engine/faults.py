"""What is wrong with a record, and how its text is shown to people when characters in it cannot be."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

RAW_LIMIT = 64 * 1024
"""The most characters of a troubled record's text that are kept."""

KEEP_BYTES = "leadport-keep-bytes"
"""The decoding error handler that turns each byte which does not fit into U+DC00 plus that byte, for any encoding."""

_UNREADABLE = re.compile("[\0\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A record's failing reason code and its notes (either may be None), and its text as it stood."""

    trouble: str | None
    notes: str | None
    raw: str


def trouble_in(*, text: str) -> str | None:
    """The reason code for characters that no text may hold, or None."""
    if "\0" in text:
        return "nul_byte"
    if not text.isascii() and _SURROGATE.search(text):
        return "undecodable_bytes"
    return None


def readable(*, text: str) -> str:
    """The text with U+FFFD for every NUL and every byte that could not be decoded."""
    return _UNREADABLE.sub("\ufffd", text)


def raw_text(*, text: str) -> str:
    r"""The text as it stood, without its last line terminator, at most RAW_LIMIT characters of it.

    NUL and undecodable bytes stand in it as \xNN.
    """
    beginning = text[: RAW_LIMIT + 2].removesuffix("\n").removesuffix("\r")
    return _UNREADABLE.sub(_escape, beginning)[:RAW_LIMIT]


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0 or 0xDC00 <= code <= 0xDCFF:
        return f"\\x{code & 0xFF:02x}"
    return f"\\u{code:04x}"


def _keep_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error(KEEP_BYTES, _keep_bytes)
