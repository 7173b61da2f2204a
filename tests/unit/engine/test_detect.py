"""A text's dialect is found quickly, hints stand, and what makes no list is refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from leadport.domain.dialect import Dialect, DialectHints
from leadport.domain.refusal import Refusal
from leadport.engine.artifacts import SourcePart
from leadport.engine.detect import NO_HINTS, detect

MEGABYTE = 1_000_000


def _detect(tmp_path: Path, content: bytes | str, hints: DialectHints = NO_HINTS, sheet: bool = False) -> Dialect:
    path = tmp_path / "list.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return detect(part=SourcePart(path=path, name="list.csv", rows_from_sheet=sheet), hints=hints)


def _code(tmp_path: Path, content: bytes | str, hints: DialectHints = NO_HINTS) -> str:
    with pytest.raises(Refusal) as caught:
        _detect(tmp_path, content, hints)
    return caught.value.code


def test_a_sep_line_names_the_delimiter_and_is_preamble(tmp_path: Path) -> None:
    dialect = _detect(tmp_path, '"sep=|"\r\nname|email\r\nAnn, B; C|ann@example.com\r\n')
    assert (dialect.delimiter, dialect.preamble_lines, dialect.header) == ("|", 1, ("name", "email"))


def test_a_sep_line_that_lies_is_passed_over(tmp_path: Path) -> None:
    dialect = _detect(tmp_path, "sep=,\nname;email\nAnn;ann@example.com\n")
    assert (dialect.delimiter, dialect.preamble_lines) == (";", 1)


def test_hints_stand_and_the_rest_is_found_under_them(tmp_path: Path) -> None:
    text = "Vorname;Größe, Maß;Mail\nJörg;1, 2;j@example.de\n".encode("cp1252")
    hints = DialectHints(encoding="cp1250", delimiter=",", has_header=False)
    dialect = _detect(tmp_path, text, hints)
    assert (dialect.encoding, dialect.delimiter, dialect.has_header) == ("cp1250", ",", False)
    assert dialect.header == ("", "")
    assert dialect.skip_space


def test_a_hint_can_ask_for_one_column_and_no_quotes(tmp_path: Path) -> None:
    dialect = _detect(tmp_path, 'a,"b"\nc,d\n', DialectHints(delimiter="", quotechar=""))
    assert (dialect.delimiter, dialect.quotechar, dialect.columns) == (None, None, 1)


def test_a_part_from_a_sheet_needs_no_guess(tmp_path: Path) -> None:
    text = "\r\n\r\nName;x,Émail\r\n'Ann';1,ann@example.com\r\n"
    dialect = _detect(tmp_path, text, sheet=True)
    assert (dialect.encoding, dialect.delimiter, dialect.quotechar) == ("utf-8", ",", '"')
    assert (dialect.preamble_lines, dialect.header) == (2, ("Name;x", "Émail"))


def test_a_header_without_people_is_a_header(tmp_path: Path) -> None:
    dialect = _detect(tmp_path, "Email,First name\n")
    assert (dialect.has_header, dialect.header) == (True, ("Email", "First name"))


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        (["a@x.test,1,2"], ("Email", "No")),
        (["a@x.test,1,2", "b@x.test,1", "c@x.test,1,2"], ("Email", "No")),
        (["a@x.test,1,2", "b@x.test,1,2", "c@x.test,1,2"], ("Email", "No", "")),
        (["1,a@x.test,2", "2,b@x.test,2", "3,c@x.test,2"], ("", "Email", "No")),
        (["a@x.test,1,,", "b@x.test,1,,", "c@x.test,1,,"], ("Email", "No")),
    ],
)
def test_a_header_is_widened_only_where_every_record_is_wider(
    rows: list[str], header: tuple[str, ...], tmp_path: Path
) -> None:
    assert _detect(tmp_path, "\n".join(["Email,No", *rows])).header == header


def test_an_empty_first_column_does_not_hide_the_header(tmp_path: Path) -> None:
    dialect = _detect(tmp_path, ",Email\n,ann@example.com\n,bob@example.com\n")
    assert (dialect.has_header, dialect.header, dialect.address_column) == (True, ("", "Email"), 1)


def test_doubled_names_stay(tmp_path: Path) -> None:
    assert _detect(tmp_path, "Email,Name,Name\na@example.com,x,y\n").header == ("Email", "Name", "Name")


def test_the_address_column_may_show_further_in(tmp_path: Path) -> None:
    empty = "".join(f"{number},,Person {number}\n" for number in range(80_000))
    filled = "".join(f"{number},p{number}@example.com,Person {number}\n" for number in range(80_000))
    dialect = _detect(tmp_path, "id,contact,who\n" + empty + filled)
    assert (dialect.header, dialect.address_column) == (("id", "contact", "who"), 1)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\n \t\r\n\0", "empty_file"),
        (b"\xff\xfe\n\0", "empty_file"),
        ("a@example.com, b@example.com, c@example.com\n", "addresses_in_one_line"),
        ("a@example.com;Ann <b@example.com>;c@example.com", "addresses_in_one_line"),
        ('"email,name"\n"ann@example.com,""Lee, Ann"""\n"bob@example.com,Bob"\n', "lines_in_quotes"),
        (",".join(f"c{number}" for number in range(2000)) + "\n" + "x," * 1999 + "x\n", "too_many_columns"),
        (";" * 501 + "x\n" + ";" * 501 + "y@example.com\n", "too_many_columns"),
    ],
    ids=["nothing", "blanks", "a mark", "one line", "names in one line", "quoted lines", "2000 columns", "502 columns"],
)
def test_what_makes_no_list_is_refused(content: bytes | str, code: str, tmp_path: Path) -> None:
    assert _code(tmp_path, content) == code


@pytest.mark.parametrize(
    ("hints", "code"),
    [
        (DialectHints(encoding="klingon"), "unknown_encoding"),
        (DialectHints(delimiter="||"), "bad_delimiter"),
        (DialectHints(quotechar="''"), "bad_quote"),
    ],
)
def test_senseless_hints_are_refused(hints: DialectHints, code: str, tmp_path: Path) -> None:
    assert _code(tmp_path, "a,b\n", hints) == code


HOSTILE: dict[str, tuple[bytes, str | None]] = {
    "quotes": (b'"' * 10 * MEGABYTE, "line_too_long"),
    "lines of quotes": ((b'"' * 99 + b"\n") * 100_000, None),
    "quotes that open": (b'a,"x\n' * 2 * MEGABYTE, None),
    "quotes that open and double": (b'"\n""\n"' * 2 * MEGABYTE, None),
    "no line end": (b"a" * 10 * MEGABYTE, "line_too_long"),
    "a million columns": (b",".join(b"c%d" % number for number in range(MEGABYTE)) + b"\n", "line_too_long"),
    "line ends": (b"\n" * 10 * MEGABYTE, "not_a_table"),
    "blanks": (b" " * 10 * MEGABYTE, "not_a_table"),
    "high bytes": (b"\xc8" * 10 * MEGABYTE, "line_too_long"),
    "backslashes": (b'"\\"\\"\\"\\"\n' * MEGABYTE, None),
    "blanks after quotes": ((b'"a"' + b" " * 1000 + b"x\n") * 10_000, None),
    "at signs": ((b"a@" * 5000 + b"\n") * 1000, None),
    "a long second line": (b"name,email\n" + b"x" * 10 * MEGABYTE + b",a@example.com\n", None),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends_soon(name: str, tmp_path: Path) -> None:
    content, code = HOSTILE[name]
    start = time.process_time()
    if code is None:
        assert _detect(tmp_path, content).columns < 500
    else:
        assert _code(tmp_path, content) == code
    assert time.process_time() - start < 2
