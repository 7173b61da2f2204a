"""What is learnt from all values of a column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from leadport.engine.column_styles import column_styles, guess_separator
from leadport.engine.dates import Order
from leadport.engine.judges import ColumnStyle
from tests.support.people import mapping_of, write_records


def _styles(directory: Path, fields: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[ColumnStyle, ...]:
    records = write_records(directory=directory, header=fields, rows=rows)
    return column_styles(records=records, assignments=mapping_of(*fields).assignments, spill=directory)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/05/2024", "31/12/2023"], Order.DAY_FIRST),
        (["03/05/2024", "12/31/2023"], Order.MONTH_FIRST),
        (["03.05.2024", "04.05.2024"], Order.DAY_FIRST),
        (["05-03-2024 14:30"], Order.DAY_FIRST),
        (["03/05/24 1:07pm"], Order.MONTH_FIRST),
        (["03/05/2024"], Order.UNKNOWN),
        (["2024-03-12", ""], Order.UNKNOWN),
    ],
)
def test_the_order_of_dates_comes_from_the_whole_column(texts: list[str], order: Order, tmp_path: Path) -> None:
    (style,) = _styles(tmp_path, ["signup_date"], [[text] for text in texts])
    assert style.date.order is order


def test_one_date_column_helps_the_other(tmp_path: Path) -> None:
    first, second = _styles(tmp_path, ["signup_date", "birthday"], [["03/05/2024", "31/12/1999"]])
    assert first.date.order is second.date.order is Order.DAY_FIRST
    assert second.date.birthday


def test_a_column_of_day_numbers_is_recognised(tmp_path: Path) -> None:
    (style,) = _styles(tmp_path, ["signup_date"], [["45363"], ["45364.5"], [""]])
    assert style.date.serials


@pytest.mark.parametrize(
    ("texts", "mark"), [(["1.234", "99,50"], ","), (["1,234", "99.50"], "."), (["1.234"], "."), (["5"], ".")]
)
def test_the_decimal_mark_comes_from_the_whole_column(texts: list[str], mark: str, tmp_path: Path) -> None:
    (style,) = _styles(tmp_path, ["total_spent"], [[text] for text in texts])
    assert style.decimal_mark == mark


@pytest.mark.parametrize(
    ("texts", "separator"),
    [(["a, b", "c"], ","), (["a;b", "c;d, e"], ";"), (["a ::: b"], " ::: "), (["a|b"], "|"), (["a"], ",")],
)
def test_the_separator_of_tags_comes_from_the_whole_column(texts: list[str], separator: str, tmp_path: Path) -> None:
    (style,) = _styles(tmp_path, ["tags"], [[text] for text in texts])
    assert style.separator == separator


def test_of_separators_that_are_as_frequent_the_more_telling_one_is_taken() -> None:
    assert guess_separator(counts=[0, 0, 2, 2, 0]) == ";"
    assert guess_separator(counts=[0, 0, 0, 0, 0]) == ","
