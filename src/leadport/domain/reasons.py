"""The catalogue of reasons: why a record got its verdict, and what was noted about it.

UI, API, CLI and docs read this table. A template may use {line}, {record}, {column}, {value}, {first} (the number of
the first record with the same address), {suggestion} and {part} (the file inside an archive); a missing one reads "?".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leadport.domain.verdicts import Verdict


class NoteKind(StrEnum):
    """Notes do not decide a verdict: a repair was made, a warning stands, a suggestion is offered."""

    REPAIR = "repair"
    WARNING = "warning"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, kw_only=True)
class Reason:
    """A stable code, what it decides (a verdict or a note), a short title and a full sentence."""

    code: str
    decides: Verdict | NoteKind
    title: str
    template: str


def _failed(code: str, title: str, template: str) -> Reason:
    return Reason(code=code, decides=Verdict.FAILED, title=title, template=template)


def _blocked(code: str, title: str, template: str) -> Reason:
    return Reason(code=code, decides=Verdict.BLOCKED, title=title, template=template)


def _repair(code: str, title: str, template: str) -> Reason:
    return Reason(code=code, decides=NoteKind.REPAIR, title=title, template=template)


def _note(kind: NoteKind, code: str, title: str, template: str) -> Reason:
    return Reason(code=code, decides=kind, title=title, template=template)


_READING = (
    _failed(
        "unclosed_quote",
        "Quote never closed",
        "Line {line}: a quotation mark opens in this line and is never closed. Close or remove it.",
    ),
    _failed(
        "too_many_cells",
        "More cells than columns",
        "Line {line}: there are more filled cells than columns. "
        "A delimiter inside a value needs quotes round that value.",
    ),
    _failed(
        "undecodable_bytes",
        "Unreadable characters",
        "Line {line}: some bytes do not fit the file's encoding. Choose another encoding, or retype the value.",
    ),
    _failed("nul_byte", "NUL character", "Line {line}: the text holds a NUL character, which no text may. Remove it."),
    _failed("cell_too_long", "Cell too long", "Line {line}: a cell is longer than 64 KB. Shorten it."),
    _failed("record_too_long", "Record too long", "Line {line}: the record is longer than 1 MB. Split or shorten it."),
)

_ADDRESSES = (
    _failed(
        "email_missing",
        "No email address",
        "Line {line}: the {column} column holds no address, so this person cannot be imported.",
    ),
    _failed("email_no_at", "Not an email address", 'Line {line}: "{value}" has no @, so it is not an email address.'),
    _failed("email_many_at", "Too many @", 'Line {line}: "{value}" has more than one @.'),
    _failed(
        "email_local_part", "Wrong before the @", 'Line {line}: the part of "{value}" before the @ is not allowed.'
    ),
    _failed(
        "email_domain", "Wrong after the @", 'Line {line}: the part of "{value}" after the @ is not a domain name.'
    ),
    _failed(
        "email_too_long",
        "Address too long",
        "Line {line}: the address is longer than an email address can be (64 before the @, 254 in all).",
    ),
    _failed(
        "email_characters", "Forbidden characters", 'Line {line}: "{value}" holds characters that no address may hold.'
    ),
    _failed(
        "email_ip_literal",
        "Number instead of domain",
        'Line {line}: "{value}" names a machine by number; marketing mail cannot go there.',
    ),
    _failed(
        "email_quoted",
        "Quoted address",
        'Line {line}: "{value}" has a quoted part before the @; such addresses are not accepted.',
    ),
    _failed(
        "email_placeholder",
        "Placeholder address",
        'Line {line}: "{value}" is a placeholder that some program wrote, not the address of a person.',
    ),
    _failed(
        "email_internal",
        "Internal directory path",
        "Line {line}: the cell holds an internal directory path, not an email address.",
    ),
)

_LINES = (
    _failed("empty_record", "Empty record", "Line {line}: every cell of this record is empty."),
    _failed("repeated_header", "Header repeated", "Line {line}: this line repeats the header, so it is not a person."),
    _failed(
        "summary_line",
        "Totals or footer",
        "Line {line}: this line is a total, a notice or another footer, not a person.",
    ),
    _failed(
        "explanation_line",
        "Explains the columns",
        "Line {line}: this line explains the columns, so it is not a person.",
    ),
    _failed(
        "removed_meanwhile",
        "Removed meanwhile",
        "Line {line}: this person was in the account when the file was checked and has been removed since.",
    ),
    _failed(
        "field_invalid", "Value does not fit", 'Line {line}: "{value}" in the {column} column does not fit the field.'
    ),
)

_DUPLICATES = (
    Reason(
        code="duplicate_in_file",
        decides=Verdict.DUPLICATED,
        title="Listed twice",
        template="Line {line}: the same address stands in record {first} already; only the first is imported.",
    ),
    Reason(
        code="continuation_row",
        decides=Verdict.DUPLICATED,
        title="Belongs to the record above",
        template="Line {line}: this line carries more about the person in record {first}.",
    ),
)

_BLOCKS = (
    _blocked(
        "blocked_complaint", "Complained", "Line {line}: this person reported mail from you as spam, so they stay out."
    ),
    _blocked("blocked_unsubscribe", "Unsubscribed", "Line {line}: this person unsubscribed, so they stay out."),
    _blocked("blocked_bounce", "Bounced", "Line {line}: mail to this address came back, so it stays out."),
    _blocked("blocked_abandoned", "Abandoned", "Line {line}: this mailbox is abandoned, so it stays out."),
    _blocked("blocked_manual", "On the blocklist", "Line {line}: this address is on your blocklist."),
    _blocked(
        "source_complaint",
        "Complained before",
        "Line {line}: the file says that this person complained about mail, so they stay out.",
    ),
    _blocked(
        "source_unsubscribe",
        "Unsubscribed before",
        "Line {line}: the file says that this person unsubscribed, so they stay out.",
    ),
    _blocked(
        "source_bounce",
        "Bounced before",
        "Line {line}: the file says that mail to this address bounced, so it stays out.",
    ),
    _blocked(
        "source_abandoned",
        "Inactive before",
        "Line {line}: the file says that this mailbox is abandoned, so it stays out.",
    ),
    _blocked(
        "source_not_subscribed",
        "Never subscribed",
        "Line {line}: the file says that this person never agreed to get mail, so they stay out.",
    ),
)

_EXISTING = (
    Reason(
        code="already_in_account",
        decides=Verdict.EXISTING,
        title="In the account already",
        template=(
            "Line {line}: this person is in the account already. They are not loaded twice; the actions apply to them."
        ),
    ),
)

_NOTES = (
    _repair("spaces", "Spaces removed", "Line {line}: spaces round or in the address were removed."),
    _repair(
        "display_name",
        "Address taken out of a name",
        "Line {line}: the address was taken out of `Name <address>`.",
    ),
    _repair(
        "mailto",
        "mailto: removed",
        "Line {line}: `mailto:` or `smtp:` before the address was removed.",
    ),
    _repair(
        "invisible",
        "Invisible characters removed",
        "Line {line}: invisible characters in the address were removed.",
    ),
    _repair(
        "trailing_punctuation",
        "Stray punctuation removed",
        "Line {line}: punctuation before or behind the address was removed.",
    ),
    _repair(
        "apostrophe",
        "Apostrophe removed",
        "Line {line}: an apostrophe that a spreadsheet put before a value was removed.",
    ),
    _repair(
        "surrounding_quotes",
        "Quotation marks removed",
        "Line {line}: quotation marks round the address were removed.",
    ),
    _repair(
        "formula_text",
        "Formula unwrapped",
        'Line {line}: a value written as a formula (="...") was unwrapped.',
    ),
    _repair(
        "second_address",
        "Second address kept",
        "Line {line}: the cell held two addresses; the first stands, the other is kept as second address.",
    ),
    _repair(
        "promoted_address",
        "Second address used",
        "Line {line}: the email column held no address, so the second address was used.",
    ),
    _repair(
        "other_delimiter",
        "Other delimiter",
        "Line {line}: this line uses another delimiter than the rest and was split by that.",
    ),
    _repair(
        "stray_quote",
        "Stray quotation mark",
        "Line {line}: a quotation mark inside a value was taken as plain text.",
    ),
    _repair(
        "decoded_twice",
        "Damaged accents restored",
        "Line {line}: text that had been decoded twice was restored.",
    ),
    _note(
        NoteKind.WARNING,
        "value_left_blank",
        "Value left blank",
        'Line {line}: "{value}" in the {column} column does not fit the field and was left blank.',
    ),
    _note(
        NoteKind.WARNING,
        "status_unknown",
        "Status not known",
        'Line {line}: "{value}" in the {column} column is no status that Leadport knows; it keeps nobody out.',
    ),
    _note(NoteKind.SUGGESTION, "domain_typo", "Likely typing error", "Line {line}: did they mean {suggestion}?"),
)

REASONS: dict[str, Reason] = {
    reason.code: reason for reason in (*_READING, *_ADDRESSES, *_LINES, *_DUPLICATES, *_BLOCKS, *_EXISTING, *_NOTES)
}
"""Every reason and note by its code."""


class _Blanks(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


def sentence(*, code: str, **facts: object) -> str:
    """The full sentence of a reason with the facts filled in; unknown facts read "?"."""
    return REASONS[code].template.format_map(_Blanks({key: value for key, value in facts.items() if value is not None}))
