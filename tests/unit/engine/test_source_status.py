"""Words and flags that say where somebody stands at the source."""

from __future__ import annotations

import pytest

from leadport.engine.source_status import Flag, column_flag, read_consent, read_moment, read_status

NEUTRAL = Flag()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Active", None),
        ("Subscribed", None),
        ("subscribed", None),
        ("soft bounce", None),
        ("not bounced", None),
        ("Unsubscribed", "unsubscribe"),
        ("Unsubscribed (by admin)", "unsubscribe"),
        ("cancelled", "unsubscribe"),
        ("Abgemeldet", "unsubscribe"),
        ("désabonné", "unsubscribe"),
        ("отписан", "unsubscribe"),
        ("Cleaned", "bounce"),
        ("Hard Bounce", "bounce"),
        ("complained", "complaint"),
        ("Active - spam complaint", "complaint"),
        ("inactive", "abandoned"),
        ("Non-Subscribed", "not_subscribed"),
        ("nonsubscribed", "not_subscribed"),
        ("NEVER_SUBSCRIBED", "not_subscribed"),
        ("not active", "not_subscribed"),
        ("transactional", "not_subscribed"),
        ("unconfirmed", "not_subscribed"),
    ],
)
def test_words_are_compared_whole(text: str, kind: str | None) -> None:
    found = read_status(text, flag=NEUTRAL)
    assert (found.value, found.bad) == (kind, False)


@pytest.mark.parametrize("text", ["past_due", "7", "yes", "whatever"])
def test_an_unknown_word_blocks_nobody_and_is_told(text: str) -> None:
    found = read_status(text, flag=NEUTRAL)
    assert (found.value, found.bad) == (None, True)


@pytest.mark.parametrize(
    ("field", "column", "yes", "no"),
    [
        ("opt_out", "Email Opt Out", "unsubscribe", None),
        ("opt_out", "HasOptedOutOfEmail", "unsubscribe", None),
        ("opt_out", "Unsubscribed from all email", "unsubscribe", None),
        ("opt_out", "Newsletter?", "unsubscribe", None),
        ("status", "email_disabled", "unsubscribe", None),
        ("status", "EMAIL_BLACKLISTED", "unsubscribe", None),
        ("status", "Stop Status", "unsubscribe", None),
        ("status", "Bounced", "bounce", None),
        ("status", "unconfirmed", "not_subscribed", None),
        ("status", "is_active", None, "not_subscribed"),
        ("consent_email", "Accepts Email Marketing", None, "not_subscribed"),
    ],
)
def test_flags_are_read_the_right_way_round(field: str, column: str, yes: str | None, no: str | None) -> None:
    flag = column_flag(field=field, column=column)
    assert [read_status(text, flag=flag).value for text in ("yes", "TRUE", "1")] == [yes] * 3
    assert [read_status(text, flag=flag).value for text in ("no", "false", "0")] == [no] * 3


def test_a_date_in_an_opt_out_column_is_the_day_somebody_left() -> None:
    flag = column_flag(field="opt_out", column="Opted out")
    assert read_status("2024-03-12", flag=flag).value == "unsubscribe"


def test_consent_columns_hold_flags_or_words() -> None:
    assert [read_consent(text).value for text in ("yes", "SUBSCRIBED", "Express")] == ["yes"] * 3
    assert [read_consent(text).value for text in ("no", "UNSUBSCRIBED", "pending")] == ["no"] * 3
    assert read_consent("perhaps").bad


@pytest.mark.parametrize(("text", "kind"), [("2024-03-12", "bounce"), ("yes", "bounce"), ("03/04/24", "bounce")])
def test_a_filled_moment_is_a_signal(text: str, kind: str) -> None:
    assert read_moment(text, kind="bounce") == kind


@pytest.mark.parametrize("text", ["", "0000-00-00 00:00:00", "no", "Never", "N/A"])
def test_a_moment_that_never_came_is_none(text: str) -> None:
    assert read_moment(text, kind="bounce") is None
