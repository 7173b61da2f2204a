"""Which encoding a text is in: what its mark or its NULs say, else UTF-8 when it fits, else the likeliest old one."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from leadport.engine.encoding_legacy import likeliest_encoding
from leadport.engine.magic import byte_order_mark, wide_encoding
from leadport.engine.sampling import Sample
from leadport.engine.unreadable import UnknownEncoding

_NOT_FOR_FILES = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf_7", "undefined", "mbcs", "oem", "charmap"}
)
_BOM_KINDS = {"utf-8-sig": "utf-8", "utf_8_sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_GB_MARK = b"\x84\x31\x95\x33"
_UTF8_SHARE = 4


@dataclass(frozen=True, kw_only=True)
class Encoding:
    """`name` is a Python codec, `bom` the bytes to skip at the start, `confidence` a share from 0 to 1."""

    name: str
    bom: int = 0
    confidence: float = 1.0


def detect_encoding(*, sample: Sample, hint: str | None = None) -> Encoding:
    """The encoding that reads the sample as its writer meant it; a hint is taken at its word.

    Pure ASCII is UTF-8. A text that is UTF-8 but for a few damaged places is UTF-8 too: those places are trouble of
    their records. Refuses a hint that names no text encoding.
    """
    if hint is not None:
        return _hinted(sample, hint)
    mark = byte_order_mark(head=sample.head)
    if mark is not None:
        return Encoding(name=mark[0], bom=mark[1])
    if sample.head.startswith(_GB_MARK):
        return Encoding(name="gb18030", bom=len(_GB_MARK))
    wide = wide_encoding(head=sample.head)
    if wide is not None:
        return Encoding(name=wide, confidence=0.95)
    good, bad = _utf8_balance(sample)
    if good >= bad * _UTF8_SHARE:
        return Encoding(name="utf-8", confidence=1.0 if bad == 0 else good / (good + bad))
    guess = likeliest_encoding(blocks=(sample.head, *sample.lines_of_probes()))
    return Encoding(name=guess.name, confidence=guess.confidence)


def decode_sample(*, block: bytes, encoding: str, complete: bool) -> str:
    """The text of a block for looking at: bad bytes show as U+FFFD, a character cut off at the end is left out."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    return decoder.decode(block, complete)


def _hinted(sample: Sample, hint: str) -> Encoding:
    name = _codec_name(hint)
    mark = byte_order_mark(head=sample.head)
    if mark is not None and (mark[0] == name or _BOM_KINDS.get(name, "")[:6] == mark[0][:6]):
        return Encoding(name=mark[0], bom=mark[1])
    if name in {"utf-16", "utf-32"}:
        wide = wide_encoding(head=sample.head)
        name = wide if wide is not None and wide.startswith(name) else _BOM_KINDS[name]
    return Encoding(name=_BOM_KINDS.get(name, name))


def _codec_name(hint: str) -> str:
    try:
        name = codecs.lookup(hint.strip()).name.lower()
        fits = "Name;1\n".encode(name).decode(name) == "Name;1\n"
    except (LookupError, ValueError, TypeError):
        raise UnknownEncoding(detail=_shown(hint)) from None
    if not fits or name.replace("-", "_") in _NOT_FOR_FILES:
        raise UnknownEncoding(detail=_shown(hint))
    return name


def _shown(hint: str) -> str:
    return "".join(sign for sign in hint if sign.isprintable())[:40]


def _utf8_balance(sample: Sample) -> tuple[int, int]:
    """How many characters beyond ASCII are well-formed UTF-8, and how many places are not."""
    good = bad = 0
    for block in (sample.head, *sample.lines_of_probes()):
        if block.isascii():
            continue
        text = decode_sample(block=block, encoding="utf-8", complete=sample.complete)
        marks = text.count("\ufffd")
        damage = max(0, marks - block.count("\ufffd".encode()))
        bad += damage
        good += sum(1 for sign in text if sign > "\x7f") - damage
    return good, bad
