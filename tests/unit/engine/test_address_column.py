"""Whole columns of addresses."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from leadport.engine.address_column import is_plain, judge_addresses, plain_mailboxes, with_lower_domain
from leadport.engine.marks import repair_codes
from leadport.engine.text_column import text_column


def test_plain_and_odd_addresses_come_out_alike() -> None:
    texts = ["A.nn@Gmail.COM", "Bob <bob@example.com>", "nobody", None, "a@example.com; b@example.com", "c@gmial.com"]
    found = judge_addresses(texts=text_column(pa.array(texts)))
    assert found.email.to_pylist() == [
        "A.nn@gmail.com",
        "bob@example.com",
        None,
        None,
        "a@example.com",
        "c@gmial.com",
    ]
    assert found.email_key.to_pylist()[0] == "a.nn@gmail.com"
    assert found.mailbox_key.to_pylist()[0] == "ann@gmail.com"
    assert found.faults.to_pylist() == [None, None, "email_no_at", None, None, None]
    assert repair_codes(found.repairs).to_pylist() == [None, "display_name", None, None, "second_address", None]
    assert found.second.to_pylist() == [None, None, None, None, ["b@example.com"], None]
    assert found.suggestions.to_pylist() == [None, None, None, None, None, "c@gmail.com"]


def test_ordinary_addresses_are_plain_and_doubtful_ones_are_not() -> None:
    plain = ["Ann.Lee+news@Example.com", "a@b.museum", "x_y@sub.domain.example", "a@site.test"]
    odd = [
        "noemail@example.com",
        "none@none.com",
        "a@host.local",
        "a@xn--bcher-kva.example",
        "a@gmial.com",
        "ü@b.de",
        "x" * 70,
    ]
    texts = text_column(pa.array([*plain, *odd, None]))
    found = is_plain(texts=texts, key=pc.ascii_lower(texts.array))
    assert found.tolist() == [True] * len(plain) + [False] * (len(odd) + 1)


def test_only_the_domain_is_lowered() -> None:
    texts = text_column(pa.array(["ANN@EXAMPLE.COM", "B@c.D", None, "É@É.COM", "NOBODY", "a@b.c"]))
    assert with_lower_domain(texts).to_pylist() == ["ANN@example.com", "B@c.d", None, "É@É.com", "NOBODY", "a@b.c"]


def test_mailboxes_of_consumer_domains_are_folded() -> None:
    keys = ["a.b+c@googlemail.com", "a.b+c@me.com", "a.b+c@example.com", None, "ab@gmail.com"]
    assert plain_mailboxes(pa.array(keys)).to_pylist() == [
        "ab@gmail.com",
        "a.b@me.com",
        "a.b+c@example.com",
        None,
        "ab@gmail.com",
    ]


def test_a_column_of_nothing_gives_nothing() -> None:
    for texts in ([], [None, ""]):
        found = judge_addresses(texts=text_column(pa.array(texts, pa.string())))
        assert found.email.to_pylist() == [None] * len(texts)
