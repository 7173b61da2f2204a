"""How a whole column writes dates."""

from __future__ import annotations

from leadport.engine.date_styles import DateEvidence, are_serials, column_order
from leadport.engine.dates import Order

NOTHING = DateEvidence(filled=5)


def test_one_clear_value_decides_for_the_column() -> None:
    assert column_order(own=DateEvidence(filled=9, day_first=1), others=()) is Order.DAY_FIRST
    assert column_order(own=DateEvidence(filled=9, month_first=1), others=()) is Order.MONTH_FIRST


def test_where_clear_values_contradict_the_more_frequent_kind_stands() -> None:
    assert column_order(own=DateEvidence(filled=9, day_first=1, month_first=5), others=()) is Order.MONTH_FIRST


def test_a_column_without_clear_values_takes_the_order_of_the_other_columns() -> None:
    assert column_order(own=NOTHING, others=(NOTHING, DateEvidence(filled=5, day_first=2))) is Order.DAY_FIRST


def test_dots_and_dashes_put_the_day_first_and_am_or_pm_the_month() -> None:
    assert column_order(own=DateEvidence(filled=5, dotted=5), others=()) is Order.DAY_FIRST
    assert column_order(own=DateEvidence(filled=5, dashed=5), others=()) is Order.DAY_FIRST
    assert column_order(own=DateEvidence(filled=5, halves=5), others=()) is Order.MONTH_FIRST


def test_without_any_hint_the_order_stays_unknown() -> None:
    assert column_order(own=NOTHING, others=()) is Order.UNKNOWN


def test_serials_are_believed_only_when_every_value_is_one() -> None:
    assert are_serials(own=DateEvidence(filled=3, serials=3))
    assert not are_serials(own=DateEvidence(filled=4, serials=3))
    assert not are_serials(own=DateEvidence())
