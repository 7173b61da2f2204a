"""Whether the values of a column fit a field: the header proposes, the values dispose."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from leadport.domain.fields import FIELDS
from leadport.domain.mapping import FieldType
from leadport.engine.looks import Look
from leadport.engine.profile import ColumnProfile

PROVEN = 1.0
"""The values can hardly be anything else."""
LIKELY = 0.97
"""Nothing in the values speaks against it."""
SILENT = 0.92
"""There are no values to ask."""
NEVER = 0.0

_NOT_PROSE = (Look.EMAIL, Look.DATE, Look.JSON, Look.IP)
Fit = Callable[[ColumnProfile], float]


def fit(*, field: str, profile: ColumnProfile) -> float:
    """How well the values fit, from 0 (they contradict the field) to 1 (they prove it)."""
    if profile.empty:
        return NEVER if field in _NEEDS_VALUES else SILENT
    return _FITS.get(field, _by_type(field))(profile)


def _by_type(field: str) -> Fit:
    return _TYPES.get(FIELDS[field].type if field in FIELDS else FieldType.TEXT, _prose)


def _share_of(*looks: Look, least: float) -> Fit:
    """Proven when enough values look so, impossible otherwise."""
    return lambda profile: PROVEN if profile.share(*looks) >= least else NEVER


def _email(profile: ColumnProfile) -> float:
    """Addresses; a directory path of Exchange may stand for some of them."""
    found = profile.share(Look.EMAIL)
    paths = profile.share(Look.DIRECTORY_PATH)
    return PROVEN if found >= 0.5 or (found + paths >= 0.5 and paths > 0) else NEVER


def _phone(profile: ColumnProfile) -> float:
    if profile.share(Look.PHONE) >= 0.5:
        return PROVEN
    together = profile.shares.get(Look.PHONE, 0.0) + profile.shares.get(Look.LONG_NUMBER, 0.0)
    if together >= 0.5:
        return LIKELY
    # Extensions and numbers without an area code.
    return 0.8 if profile.share(Look.NUMBER) >= 0.5 else NEVER


def _date(profile: ColumnProfile) -> float:
    """Written dates; ten or thirteen digits may be seconds or milliseconds since 1970."""
    if profile.share(Look.DATE) >= 0.5:
        return PROVEN
    return 0.8 if profile.share(Look.LONG_NUMBER) >= 0.9 else NEVER


def _number(profile: ColumnProfile) -> float:
    return PROVEN if profile.share(Look.NUMBER) >= 0.7 else NEVER


def _url(profile: ColumnProfile) -> float:
    return PROVEN if profile.share(Look.URL) >= 0.5 and profile.share(Look.LINKEDIN) < 0.5 else NEVER


def _prose(profile: ColumnProfile) -> float:
    """Any text that is not plainly something else."""
    if profile.share(*_NOT_PROSE) >= 0.5 or profile.share(Look.URL) >= 0.8:
        return NEVER
    return LIKELY


def _wording(profile: ColumnProfile) -> float:
    """Text made of words: a company, a job, a place; not figures, not yes and no."""
    if _prose(profile) == NEVER or profile.share(Look.NUMBER, Look.PHONE, Look.LONG_NUMBER) >= 0.5:
        return NEVER
    return NEVER if _flags(profile) else LIKELY


def _name(profile: ColumnProfile) -> float:
    """Letters; with digits among them they may be nicknames or codes."""
    if profile.share(Look.LETTERS) < 0.5 or _wording(profile) == NEVER:
        return NEVER
    if profile.share(Look.NAME_LETTERS) < 0.6:
        return 0.8
    return PROVEN if profile.share(Look.GIVEN_NAME, Look.FULL_NAME) >= 0.5 else LIKELY


def _company(profile: ColumnProfile) -> float:
    """Companies may be called by a number or like a website."""
    return NEVER if profile.share(Look.EMAIL, Look.DATE, Look.JSON) >= 0.5 or _flags(profile) else LIKELY


def _flags(profile: ColumnProfile) -> bool:
    """True for columns of yes and no; single digits or letters alone may be anything short."""
    return profile.share(Look.YES_NO) >= 0.8


def _job(profile: ColumnProfile) -> float:
    if profile.share(Look.SALUTATION) >= 0.5:
        return NEVER
    return PROVEN if profile.share(Look.JOB) >= 0.4 else _wording(profile) * 0.93


def _salutation(profile: ColumnProfile) -> float:
    if profile.share(Look.SALUTATION) >= 0.5:
        return PROVEN
    return 0.9 if profile.share(Look.SALUTATION) >= 0.25 else NEVER


def _country(profile: ColumnProfile) -> float:
    return PROVEN if profile.share(Look.COUNTRY) >= 0.5 else _wording(profile) * 0.85


def _state(profile: ColumnProfile) -> float:
    if profile.share(Look.MAIL_STATUS, Look.OTHER_STATUS) >= 0.5:
        return NEVER
    return PROVEN if profile.share(Look.REGION) >= 0.5 else _wording(profile)


def _address(profile: ColumnProfile) -> float:
    """Streets hold letters nearly everywhere."""
    return NEVER if profile.share(Look.NUMBER, Look.PHONE) >= 0.5 else _prose(profile) if not _flags(profile) else NEVER


def _zip(profile: ColumnProfile) -> float:
    if profile.share(Look.ZIP) >= 0.5:
        return PROVEN
    wrong = profile.share(Look.EMAIL, Look.DATE, Look.URL, Look.NAME_LETTERS, Look.FULL_NAME, Look.JSON)
    return NEVER if wrong >= 0.5 else 0.9


def _status(profile: ColumnProfile) -> float:
    """Words about mail; words about orders, plans or deals show that it is another kind of status."""
    if profile.share(Look.OTHER_STATUS) >= 0.1:
        return NEVER
    if profile.share(Look.MAIL_STATUS) >= 0.6:
        return PROVEN
    return LIKELY if profile.share(Look.YES_NO) >= 0.8 else NEVER


def _tags(profile: ColumnProfile) -> float:
    if profile.share(Look.EMAIL, Look.DATE, Look.JSON, Look.URL) >= 0.5 or _flags(profile):
        return NEVER
    return LIKELY


def _identifier(profile: ColumnProfile) -> float:
    """Ids differ from record to record."""
    if profile.share(Look.EMAIL, Look.DATE, Look.URL, Look.IP, Look.FULL_NAME) >= 0.5 or (
        profile.rows >= 20 and profile.distinct < 0.8
    ):
        return NEVER
    return LIKELY


def _timezone(profile: ColumnProfile) -> float:
    return NEVER if profile.share(*_NOT_PROSE, Look.YES_NO, Look.FULL_NAME) >= 0.5 else LIKELY


_FITS: Mapping[str, Fit] = {
    **dict.fromkeys(("email", "email_secondary"), _email),
    **dict.fromkeys(("first_name", "last_name", "middle_name", "full_name", "nickname"), _name),
    "company": _company,
    **dict.fromkeys(("department", "city", "city_home", "location", "source", "lead_status"), _wording),
    "job_title": _job,
    "salutation": _salutation,
    **dict.fromkeys(("country", "country_home"), _country),
    **dict.fromkeys(("state", "state_home"), _state),
    **dict.fromkeys(("address", "address_home"), _address),
    **dict.fromkeys(("zip", "zip_home"), _zip),
    "linkedin_url": _share_of(Look.LINKEDIN, least=0.5),
    "ip": _share_of(Look.IP, least=0.8),
    "gender": _share_of(Look.GENDER, least=0.6),
    "language": _share_of(Look.LANGUAGE, least=0.4),
    "timezone": _timezone,
    "custom_json": _share_of(Look.JSON, least=0.6),
    "external_id": _identifier,
    "status": _status,
    **dict.fromkeys(("tags", "lists"), _tags),
    "opt_out": _share_of(Look.YES_NO, least=0.6),
}
_TYPES: Mapping[FieldType, Fit] = {
    FieldType.PHONE: _phone,
    FieldType.DATE: _date,
    FieldType.NUMBER: _number,
    FieldType.URL: _url,
    FieldType.YES_NO: _share_of(Look.YES_NO, least=0.6),
}
_NEEDS_VALUES = frozenset({"custom_json", "salutation", "location"})
"""Fields whose usual headers mean too many things to be believed without values."""
