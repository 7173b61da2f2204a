"""What looks like an address is seen at a glance."""

from __future__ import annotations

import time

import pytest

from leadport.engine.address_shape import holds_address, is_address, is_addresses


@pytest.mark.parametrize(
    "text",
    [
        "ann@example.com",
        " ann@example.com ",
        "'ann@example.com",
        "Ann Lee <ann@example.com>",
        '"Lee, Ann" <ann@example.com>',
        "mailto:ann@example.com",
        "<ann@example.com>",
        "o'neil+tag@mail.example.co.uk",
        "zoë@exämple.example",
        "ann@example.com.",
    ],
)
def test_an_address_is_one_with_its_usual_wrapping(text: str) -> None:
    assert is_address(text=text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ann",
        "@",
        "ann@",
        "@example.com",
        "ann@example",
        "ann@@example.com",
        "ann lee@example.com x",
        "ann@example.com;bob",
        "12,ann@example.com",
        "write to ann@example.com today",
        "x" * 400 + "@example.com",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_address(text=text)


@pytest.mark.parametrize(
    "text", ["ann@example.com", "a@example.com; b@example.com", "a@example.com ::: b@example.com", "a@b.test|c@d.test,"]
)
def test_several_addresses_with_separators_are_addresses(text: str) -> None:
    assert is_addresses(text=text)


@pytest.mark.parametrize(
    "text", ["", "Ann, a@example.com", "a@example.com; b@example", "a@example.com; Ann; b@example.com"]
)
def test_addresses_among_other_words_are_not(text: str) -> None:
    assert not is_addresses(text=text)


def test_an_address_among_other_words_is_held() -> None:
    assert holds_address(text="ann@example.com; bob@example.com")
    assert not holds_address(text="Ann Lee")
    assert not holds_address(text="a @ b")


@pytest.mark.parametrize("text", ["a@" + "a." * 100_000, "@" * 200_000, "a" * 200_000 + "@", "<" * 200_000 + "@"])
def test_hostile_text_costs_no_time(text: str) -> None:
    start = time.perf_counter()
    is_address(text=text)
    holds_address(text=text)
    is_address(text=text[:320])
    is_addresses(text=text[:1280])
    assert time.perf_counter() - start < 0.05
