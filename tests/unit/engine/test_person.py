"""Which address stands for a record, and which are kept beside it."""

from __future__ import annotations

import pyarrow as pa

from leadport.engine.address_column import AddressColumn, judge_addresses
from leadport.engine.person import person_of
from leadport.engine.text_column import text_column


def _column(*texts: str | None) -> AddressColumn:
    return judge_addresses(texts=text_column(pa.array(texts, pa.string())))


def test_an_empty_email_column_gives_way_and_a_wrong_address_does_not() -> None:
    person = person_of(
        count=4,
        main=_column("", "not_unlocked@domain.com", "a@@example.com", "d@example.com"),
        others=[_column("a@example.com", "b@example.com", "c@example.com", "e@example.com")],
    )
    assert person.email.to_pylist() == ["a@example.com", "b@example.com", None, "d@example.com"]
    assert person.promoted.tolist() == [True, True, False, False]
    assert person.fault.to_pylist() == [None, None, "email_many_at", None]


def test_of_several_other_columns_the_first_filled_one_is_taken() -> None:
    person = person_of(
        count=2, main=_column("", ""), others=[_column("", "B.b@gmail.com"), _column("a@x.test", "c@x.test")]
    )
    assert person.email_key.to_pylist() == ["a@x.test", "b.b@gmail.com"]
    assert person.mailbox_key.to_pylist() == ["a@x.test", "bb@gmail.com"]


def test_the_other_addresses_are_kept_each_once_and_without_the_one_that_stands() -> None:
    person = person_of(
        count=4,
        main=_column("a@x.test, b@x.test", "a@x.test", "a@x.test", ""),
        others=[_column("B@x.test", "A@x.test", "", "a@x.test"), _column("c@x.test", "", "c@x.test", "")],
    )
    assert person.secondary.to_pylist() == ["b@x.test; c@x.test", None, "c@x.test", None]


def test_without_an_email_column_the_others_serve() -> None:
    person = person_of(count=2, main=None, others=[_column("a@x.test", "nobody")])
    assert person.email.to_pylist() == ["a@x.test", None]
    assert person.fault.to_pylist() == [None, "email_missing"]


def test_without_any_address_column_everybody_lacks_one() -> None:
    assert person_of(count=1, main=None, others=[]).fault.to_pylist() == ["email_missing"]
