"""What a file says of a person's standing at the source: may be mailed, left, bounced, complained, never agreed.

Words are compared whole (`inactive` is not `active`), flags are read the right way round (*opt out* = yes means
no), and the column's name says which way that is. An unknown word blocks nobody; it is counted as a warning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from leadport.engine.data_files import word_list
from leadport.engine.dates import DateStyle, Order, parse_date
from leadport.engine.plain_values import yes_no_words
from leadport.engine.text_values import Parsed, clean_text

STRENGTH = {"complaint": 5, "unsubscribe": 4, "bounce": 3, "abandoned": 2, "not_subscribed": 1}
"""Of several signals about one address the strongest stands."""

MOMENT_KINDS = {"unsubscribed_at": "unsubscribe", "bounced_at": "bounce", "deleted_at": "unsubscribe"}
"""Date fields that say something by being filled. A person deleted at the source has left, as far as mail goes."""

OK = "ok"
_LONGEST_PHRASE = 4
_LONGEST_TEXT = 200
_GAP = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT = frozenset(
    {"not", "no", "never", "non", "nicht", "kein", "keine", "nie", "pas", "jamais", "nunca", "não", "nao", "niet", "не"}
)
_NEVER = frozenset({"never", "nie", "jamais", "nunca", "mai", "nooit", "nigdy", "никогда", "none", "not"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """What yes and no mean in one column: a kind, `ok`, or None when the column's name does not say."""

    yes: str | None = None
    no: str | None = None


def column_flag(*, field: str, column: str) -> Flag:
    """The meaning of yes and no in a column matched to `status`, `opt_out` or `consent_email`."""
    if field == "consent_email":
        return Flag(yes=OK, no="not_subscribed")
    kinds = _kinds(_CAMEL.sub(" ", column))
    out = _strongest(kinds)
    if out is not None and out != OK:
        return Flag(yes=out, no=OK)
    if field == "opt_out":
        return Flag(yes="unsubscribe", no=OK)
    return Flag(yes=OK, no="not_subscribed") if out == OK else Flag()


def read_status(text: str, *, flag: Flag) -> Parsed:
    """The kind a cell stands for as value (None: may be mailed, or blank); `bad` says that the word is not known."""
    value = clean_text(text).value
    if value is None:
        return Parsed(value=None)
    kind = _flagged(value, flag) or _strongest(_kinds(value[:_LONGEST_TEXT]))
    if kind is None and flag.no == OK and _is_moment(value):
        # A date in an opt-out column is the day somebody left.
        kind = flag.yes
    return Parsed(value=None if kind == OK else kind, bad=kind is None)


def read_consent(text: str) -> Parsed:
    """`yes` or `no` from a consent column, which may hold flags or words such as SUBSCRIBED and Express."""
    cleaned = clean_text(text)
    if cleaned.value is None:
        return Parsed(value=None)
    kind = _flagged(cleaned.value, Flag(yes=OK, no="not_subscribed")) or _strongest(
        _kinds(cleaned.value[:_LONGEST_TEXT])
    )
    answer = None if kind is None else ("yes" if kind == OK else "no")
    return Parsed(value=answer, bad=answer is None, repair=cleaned.repair)


def read_moment(text: str, *, kind: str) -> str | None:
    """The kind, when a column such as "Unsubscribed at" is filled with anything but a zero date, a no or a never."""
    value = clean_text(text).value
    if value is None or (parsed := parse_date(value, style=DateStyle())) == Parsed(value=None):
        return None
    word = value.casefold()
    return None if parsed.bad and (yes_no_words().get(word) == "no" or word in _NEVER) else kind


def _flagged(value: str, flag: Flag) -> str | None:
    answer = yes_no_words().get(value.casefold())
    if answer is None and value.isascii() and value.isdigit():
        answer = "yes" if int(value[:20]) else "no"
    return {"yes": flag.yes, "no": flag.no, None: None}[answer]


def _kinds(text: str) -> list[str]:
    """The kinds named in a text, by its longest known phrases; a negated one is turned round."""
    words = _GAP.sub(" ", text.casefold()).split()
    kinds: list[str] = []
    place = 0
    while place < len(words):
        size = next((n for n in range(_LONGEST_PHRASE, 0, -1) if " ".join(words[place : place + n]) in _phrases()), 0)
        if size:
            kind = _phrases()[" ".join(words[place : place + size])]
            negated = place > 0 and words[place - 1] in _NOT
            kinds.append(("not_subscribed" if kind == OK else OK) if negated else kind)
        place += size or 1
    return kinds


def _strongest(kinds: list[str]) -> str | None:
    return max(kinds, key=lambda kind: STRENGTH.get(kind, 0), default=None)


def _is_moment(value: str) -> bool:
    return parse_date(value, style=DateStyle(order=Order.DAY_FIRST)).value is not None


@cache
def _phrases() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in word_list(name="source_status"):
        kind, _, phrases = line.partition(":")
        found.update((" ".join(_GAP.sub(" ", phrase.casefold()).split()), kind) for phrase in phrases.split(","))
    return found
