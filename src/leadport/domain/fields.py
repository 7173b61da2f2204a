"""The catalogue of lead fields: key, label, type, and how each is stored.

The headers a field is known by stand in `domain/synonyms/`, one file a language: a missing header synonym is added
to the line of its field in `synonyms/<language>.py`. The headers of whole exports stand in `engine/presets/*.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leadport.domain.mapping import FieldType


class Storage(StrEnum):
    """Where the values of a field end up.

    `column`: a text column of the lead table. `link`: lists or tags. `signal`: decides a verdict and is not stored.
    `custom`: the lead's custom fields, as JSON.
    """

    COLUMN = "column"
    LINK = "link"
    SIGNAL = "signal"
    CUSTOM = "custom"


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field.

    `several` says that an importer may give it more than one column: lists and tags are joined, of opt-outs one yes is
    enough, and second addresses are kept in the order of the columns. A field that holds one value gets several columns
    only from a preset whose export names it more than once; then the first filled one stands.
    """

    key: str
    label: str
    type: FieldType = FieldType.TEXT
    storage: Storage = Storage.COLUMN
    several: bool = False


def _fields() -> tuple[Field, ...]:
    text, date, phone, number, url, yes_no = (
        FieldType.TEXT,
        FieldType.DATE,
        FieldType.PHONE,
        FieldType.NUMBER,
        FieldType.URL,
        FieldType.YES_NO,
    )
    rows: tuple[tuple[str, str, FieldType], ...] = (
        ("salutation", "Salutation", text),
        ("first_name", "First name", text),
        ("middle_name", "Middle name", text),
        ("last_name", "Last name", text),
        ("suffix", "Name suffix", text),
        ("full_name", "Full name", text),
        ("nickname", "Nickname", text),
        ("company", "Company", text),
        ("department", "Department", text),
        ("job_title", "Job title", text),
        ("phone", "Phone", phone),
        ("phone_mobile", "Mobile phone", phone),
        ("phone_home", "Home phone", phone),
        ("phone_secondary", "Second phone", phone),
        ("address", "Address", text),
        ("address2", "Address line 2", text),
        ("city", "City", text),
        ("state", "State or region", text),
        ("zip", "ZIP or postal code", text),
        ("country", "Country", text),
        ("address_home", "Home address", text),
        ("city_home", "Home city", text),
        ("state_home", "Home state or region", text),
        ("zip_home", "Home ZIP or postal code", text),
        ("country_home", "Home country", text),
        ("website", "Website", url),
        ("linkedin_url", "LinkedIn profile", url),
        ("birthday", "Birthday", date),
        ("gender", "Gender", text),
        ("language", "Language", text),
        ("timezone", "Time zone", text),
        ("location", "Location", text),
        ("latitude", "Latitude", number),
        ("longitude", "Longitude", number),
        ("ip", "IP address", text),
        ("signup_date", "Signup date", date),
        ("confirm_date", "Confirmation date", date),
        ("updated_at", "Last change at the source", date),
        ("unsubscribed_at", "Unsubscribed at", date),
        ("unsubscribe_reason", "Unsubscribe reason", text),
        ("bounced_at", "Bounced at", date),
        ("deleted_at", "Deleted at", date),
        ("source", "Source", text),
        ("external_id", "Id at the source", text),
        ("total_spent", "Total spent", number),
        ("orders_count", "Number of orders", number),
        ("lead_status", "Lead status", text),
        ("notes", "Notes", text),
        ("consent_email", "Consent: email", yes_no),
        ("consent_sms", "Consent: SMS", yes_no),
    )
    stored = tuple(Field(key=key, label=label, type=kind) for key, label, kind in rows)
    return (
        Field(key="email", label="Email", type=FieldType.EMAIL),
        Field(key="email_secondary", label="Second email", type=FieldType.EMAIL, several=True),
        *stored,
        Field(key="status", label="Mail status at the source", storage=Storage.SIGNAL),
        Field(key="opt_out", label="Opt-out", type=yes_no, storage=Storage.SIGNAL, several=True),
        Field(key="tags", label="Tags", storage=Storage.LINK, several=True),
        Field(key="lists", label="Lists", storage=Storage.LINK, several=True),
        Field(key="custom_json", label="Custom fields as JSON", storage=Storage.CUSTOM),
    )


FIELDS: dict[str, Field] = {field.key: field for field in _fields()}
"""Every standard field by key, in the order the select shows them."""

LEAD_COLUMNS: tuple[str, ...] = tuple(
    field.key for field in FIELDS.values() if field.storage is Storage.COLUMN and field.key != "email"
)
"""The nullable text columns of the lead table besides `email`."""
