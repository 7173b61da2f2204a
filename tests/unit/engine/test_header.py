"""The header is found, or its absence, and nobody is taken for one."""

from __future__ import annotations

import pytest

from leadport.engine.header import Start, address_column, column_names, find_start
from leadport.engine.split import Piece, Signs, split_records


def _pieces(*lines: str, delimiter: str | None = ",") -> list[Piece]:
    return list(split_records(text="\n".join(lines) + "\n", signs=Signs(delimiter=delimiter)))


def _start(*lines: str, width: int, has_header: bool | None = None) -> Start:
    pieces = _pieces(*lines, delimiter="," if width > 1 else None)
    return find_start(pieces=pieces, width=width, has_header=has_header)


BODY = ("Ann,Lee,ann@example.com,Hull", "Bob,Ray,bob@example.com,York")


@pytest.mark.parametrize(
    ("above", "start"),
    [
        (("First,Last,Email,City",), Start(index=0, has_header=True)),
        (("Foo,Bar,Baz,Qux",), Start(index=0, has_header=True)),
        ((), Start(index=0, has_header=False)),
        (("", "First,Last,Email,City"), Start(index=1, has_header=True)),
        (("Our people", "First,Last,Email,City"), Start(index=1, has_header=True)),
        (("Our people,,,", ",,,", "First,Last,Email,City"), Start(index=2, has_header=True)),
        (("Owner,boss@example.org", "First,Last,Email,City"), Start(index=1, has_header=True)),
        (("Person,,Contact,", "First,Last,Email,City"), Start(index=1, has_header=True)),
        (("Email,Vorname,Nachname,Ort", "E-mail,First name,Last name,City"), Start(index=0, has_header=True)),
        (("Cy,Moe,,Bath",), Start(index=0, has_header=False)),
        (("Cy,Moe,cy(at)example.com,Bath",), Start(index=0, has_header=False)),
        (("Cy,Moe,none,Hull",), Start(index=0, has_header=False)),
        (("7,Moe,0123 456,Bath",), Start(index=0, has_header=False)),
        (("A title alone",), Start(index=1, has_header=False)),
        (("Email,2022,2023,2024",), Start(index=0, has_header=True)),
        (("To: cy@example.com,Moe,Cc,Bath",), Start(index=0, has_header=False)),
    ],
)
def test_the_lines_above_the_people_are_understood(above: tuple[str, ...], start: Start) -> None:
    assert _start(*above, *BODY, width=4) == start


def test_a_person_in_the_first_line_is_no_preamble_even_above_a_header() -> None:
    start = _start("Cy,Moe,cy@example.com,Bath", "First,Last,Email,City", *BODY, width=4)
    assert start == Start(index=0, has_header=False)


def test_people_without_address_below_the_header_stay_people() -> None:
    rows = [f"Person{number},Ray,,Hull" for number in range(60)]
    assert _start("First,Last,Email,City", *rows, *BODY, width=4) == Start(index=0, has_header=True)


@pytest.mark.parametrize(
    ("above", "start"),
    [
        (("Email",), Start(index=0, has_header=True)),
        (("Newsletter people", "", "Email"), Start(index=2, has_header=True)),
        (("Newsletter people",), Start(index=0, has_header=True)),
        ((), Start(index=0, has_header=False)),
        (("cy(at)example.com",), Start(index=0, has_header=False)),
        (("cy@example",), Start(index=0, has_header=False)),
        (("one", "two", "three", "four"), Start(index=0, has_header=False)),
    ],
)
def test_a_list_of_addresses_has_a_title_or_none(above: tuple[str, ...], start: Start) -> None:
    assert _start(*above, "ann@example.com", "bob@example.com", width=1) == start


@pytest.mark.parametrize(("has_header", "line"), [(True, 0), (False, 0)])
def test_a_hint_stands(has_header: bool, line: int) -> None:
    assert _start(*BODY, width=4, has_header=has_header) == Start(index=line, has_header=has_header)


def test_without_header_titles_are_still_passed_over() -> None:
    assert _start("Our people", "", *BODY, width=4, has_header=False) == Start(index=2, has_header=False)


def test_names_lose_what_nobody_sees() -> None:
    assert column_names(cells=["\ufeffEmail\u200b", " First\u00a0 ", "a\nb", "a\nb"]) == (
        "Email",
        "First",
        "a\nb",
        "a\nb",
    )


@pytest.mark.parametrize(
    ("rows", "names", "column"),
    [
        (("a@example.com,x", "b@example.com,y"), (), 0),
        (("1,boss@example.org,a@example.com", "2,boss@example.org,b@example.com", "3,boss@example.org,"), (), 2),
        (("a@example.com,b@example.com",), ("Owner", "Email"), 1),
        (("x,y",), ("Name", "Email"), 1),
        (("x,y",), ("Name", "City"), None),
    ],
)
def test_the_address_column_has_most_different_addresses(
    rows: tuple[str, ...], names: tuple[str, ...], column: int | None
) -> None:
    assert address_column(pieces=_pieces(*rows), names=names) == column
