"""What the records of a text are: the definition, case by case."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from leadport.domain.dialect import Dialect
from leadport.engine.lines import CELL_LIMIT, RECORD_LIMIT
from leadport.engine.reference import Reading, read_lines
from tests.support.reading import USUAL

THREE = replace(USUAL, header=("Id", "Name", "Email"), address_column=2)


def reading_of(text: str, dialect: Dialect = USUAL, *, complete: bool = True) -> Reading:
    lines = [line.decode("utf-8", "surrogatepass") for line in text.encode("utf-8", "surrogatepass").splitlines(True)]
    return read_lines(lines=lines, dialect=dialect, complete=complete)


def cells_of(text: str, dialect: Dialect = USUAL) -> list[list[str | None]]:
    return [list(cells) for cells in reading_of(text, dialect).cells]


def marks_of(text: str, dialect: Dialect = USUAL) -> list[str | None]:
    """The trouble, or else the notes, of each record."""
    reading = reading_of(text, dialect)
    found = [reading.faults.get(index) for index in range(len(reading.starts))]
    return [fault.trouble or fault.notes if fault else None for fault in found]


def test_blank_lines_are_no_records_but_count_as_lines() -> None:
    reading = reading_of("\n \t\nAnn,a@x.example\n\u3000\nBob,b@x.example\n\x1a")
    assert reading.starts == [2, 4]
    assert reading.used == 6


def test_a_line_of_only_delimiters_is_an_empty_record() -> None:
    assert cells_of(",\n") == [["", ""]]


def test_a_line_of_only_tabs_is_a_record_where_tabs_delimit() -> None:
    assert cells_of("\t\n \n", replace(USUAL, delimiter="\t")) == [["", ""]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    reading = reading_of(end.join(["Ann,a@x.example", "", '"B', 'b",b@x.example', "Cy,c@x.example"]))
    assert reading.starts == [0, 2, 4]
    assert reading.cells[1][0] == f"B{end}b"


def test_doubled_quotes_stand_for_one() -> None:
    assert cells_of('"Ann ""A"" Lee",a@x.example\n') == [['Ann "A" Lee', "a@x.example"]]


def test_missing_cells_are_null_and_empty_ones_are_not() -> None:
    assert cells_of("1\n1,\n", THREE) == [["1", None, None], ["1", "", None]]


def test_blank_surplus_cells_are_dropped() -> None:
    assert cells_of("Ann,a@x.example,, \n") == [["Ann", "a@x.example"]]
    assert marks_of("Ann,a@x.example,, \n") == [None]


def test_filled_surplus_cells_fail_the_record_which_still_shows_its_cells() -> None:
    assert marks_of("Ann,a@x.example,,x\n") == ["too_many_cells"]
    assert cells_of("Ann,a@x.example,,x\n") == [["Ann", "a@x.example"]]


def test_the_text_of_a_failing_record_is_kept_as_it_stood() -> None:
    assert reading_of('"Ann",a@x.example,"x"\r\n').faults[0].raw == '"Ann",a@x.example,"x"'


class TestQuotes:
    """Quotes that do not match cost at most their own line."""

    def test_a_quote_never_closed_fails_its_line_and_reading_goes_on_at_the_next(self) -> None:
        text = 'Ann,a@x.example\nBob,"b@x.example\nCy,c@x.example\nDi,d@x.example\n'
        assert marks_of(text) == [None, "unclosed_quote", None, None]
        assert cells_of(text)[1] == ["Bob", '"b@x.example']
        assert cells_of(text)[2] == ["Cy", "c@x.example"]

    def test_a_quote_within_a_quoted_cell_is_plain_text(self) -> None:
        text = '"Joe "The Man" Smith",x@x.example\nAnn,a@x.example\n'
        assert marks_of(text) == ["stray_quote", None]
        assert cells_of(text)[0] == ['Joe "The Man" Smith', "x@x.example"]

    def test_a_delimiter_in_a_badly_quoted_cell_stays_in_it(self) -> None:
        assert cells_of('"Joe "The Man" Smith, Jr",x@x.example\n') == [['Joe "The Man" Smith, Jr', "x@x.example"]]

    def test_quotes_in_pairs_that_no_rule_explains_are_plain_text(self) -> None:
        text = '""Joe"" Smith,x@x.example\n'
        assert cells_of(text) == [['""Joe"" Smith', "x@x.example"]]
        assert marks_of(text) == ["stray_quote"]

    def test_blanks_behind_a_closing_quote_do_no_harm(self) -> None:
        assert cells_of('"Joe" ,x@x.example\n') == [["Joe", "x@x.example"]]

    def test_a_quote_within_an_unquoted_cell_needs_no_note(self) -> None:
        assert marks_of('5" pipe,x@x.example\n') == [None]

    def test_an_open_quote_closed_by_another_damaged_line_swallows_nobody(self) -> None:
        text = '1,"Ann,a@x.example\n2,Bob,b@x.example\n3,Cy",c@x.example\n'
        assert marks_of(text, THREE) == ["unclosed_quote", None, None]
        assert [row[2] for row in cells_of(text, THREE)] == ["a@x.example", "b@x.example", "c@x.example"]

    def test_two_damaged_lines_in_a_row_are_two_people(self) -> None:
        text = '1,"Ann,a@x.example\n2,Bob",b@x.example\n'
        assert [row[2] for row in cells_of(text, THREE)] == ["a@x.example", "b@x.example"]

    def test_an_address_in_the_second_line_of_a_note_makes_no_second_person(self) -> None:
        text = 'a@x.example,"Contact:\nb@y.example, assistant"\n'
        dialect = replace(USUAL, address_column=0)
        assert cells_of(text, dialect) == [["a@x.example", "Contact:\nb@y.example, assistant"]]

    def test_two_cells_of_two_lines_each_stay_as_they_are(self) -> None:
        text = '"Acme\ninfo@x.example","Main Street\nLeeds"\n'
        assert cells_of(text) == [["Acme\ninfo@x.example", "Main Street\nLeeds"]]

    def test_a_note_of_many_lines_stays_one_cell(self) -> None:
        text = '1,"first\nsecond, with comma\nthird\nfourth",a@x.example\n'
        assert cells_of(text, THREE) == [["1", "first\nsecond, with comma\nthird\nfourth", "a@x.example"]]

    def test_without_a_known_address_column_an_address_in_any_cell_tells_a_person(self) -> None:
        text = '1,"Ann,a@x.example\n2,b@x.example,Bob\n3,Cy",c@x.example\n'
        assert len(cells_of(text, replace(THREE, address_column=None))) == 3
        assert len(cells_of(text, THREE)) == 1

    def test_a_quoted_cell_of_many_lines_over_the_limit_is_read_line_by_line(self) -> None:
        text = 'Ann,"' + "y" * CELL_LIMIT + '\nz",\nBob,b@x.example\n'
        reading = reading_of(text)
        assert reading.starts == [0, 1, 2]
        assert reading.faults[0].trouble == "cell_too_long"

    def test_an_escaped_quote_is_plain_text_and_a_backslash_elsewhere_is_kept(self) -> None:
        dialect = replace(USUAL, escapechar="\\")
        assert cells_of('"Ann \\"A\\" Lee","C:\\\\"\nB\\x,\\"b\\"\n', dialect) == [
            ['Ann "A" Lee', "C:\\\\"],
            ["B\\x", '"b"'],
        ]

    def test_without_a_quote_character_quotes_are_plain_text(self) -> None:
        assert cells_of('"Ann,"a@x.example"\n', replace(USUAL, quotechar=None)) == [['"Ann', '"a@x.example"']]

    def test_an_open_end_is_left_for_more_lines_to_close_unless_the_text_is_complete(self) -> None:
        text = 'Ann,a@x.example\nBob,"b\nc\n'
        assert reading_of(text, complete=False).used == 1
        assert reading_of(text, complete=True).used == 3


class TestOtherDelimiter:
    """A line delimited differently from the rest is split by what delimits it."""

    @pytest.mark.parametrize("delimiter", [";", "\t", "|"])
    def test_it_is_split_when_that_gives_a_cell_for_every_column(self, delimiter: str) -> None:
        text = delimiter.join(["1", '"Ann, Lee"', "a@x.example"]) + "\n"
        assert cells_of(text, THREE) == [["1", "Ann, Lee", "a@x.example"]]
        assert marks_of(text, THREE) == ["other_delimiter"]

    def test_it_is_not_split_when_the_address_would_hold_the_usual_delimiter(self) -> None:
        dialect = replace(THREE, address_column=0)
        assert cells_of("a@x.example,Lee; Ann; Dr\n", dialect) == [["a@x.example", "Lee; Ann; Dr", None]]

    def test_it_is_not_split_when_no_address_comes_out(self) -> None:
        assert marks_of("Lee; Ann; Dr\n", THREE) == [None]

    def test_a_line_with_a_cell_for_every_column_is_left_alone(self) -> None:
        assert cells_of("x;y,a@x.example\n") == [["x;y", "a@x.example"]]


class TestOneColumn:
    """Without a delimiter every line is a cell."""

    LINES = replace(USUAL, delimiter=None, header=("Email",), address_column=0)

    @pytest.mark.parametrize(
        "line", ["Smith, John <a@x.example>", '"Smith, John" <a@x.example>', 'x"', '"', '"a" "b"', '"open']
    )
    def test_a_line_stays_whole(self, line: str) -> None:
        assert cells_of(line + "\n\nb@x.example\n", self.LINES) == [[line], ["b@x.example"]]
        assert marks_of(line + "\n", self.LINES) == [None]

    def test_quotes_round_the_whole_line_are_taken_off(self) -> None:
        assert cells_of('"a@x.example"\n"say ""a"""\n', self.LINES) == [["a@x.example"], ['say "a"']]


class TestText:
    """What no cell may hold is trouble, and shown so that people can see it."""

    def test_nul_is_trouble(self) -> None:
        reading = reading_of("A\0nn,a@x.example\nBob,b@x.example\n")
        assert reading.cells == [["A\ufffdnn", "a@x.example"], ["Bob", "b@x.example"]]
        assert (reading.faults[0].trouble, reading.faults[0].raw) == ("nul_byte", "A\\x00nn,a@x.example")
        assert list(reading.faults) == [0]

    def test_undecodable_bytes_are_trouble_and_their_values_are_kept(self) -> None:
        reading = reading_of("Zo\udceb,a@x.example\n")
        assert reading.cells == [["Zo\ufffd", "a@x.example"]]
        assert (reading.faults[0].trouble, reading.faults[0].raw) == ("undecodable_bytes", "Zo\\xeb,a@x.example")

    def test_a_cell_of_one_line_over_the_limit_is_trouble(self) -> None:
        text = "Ann,a@x.example\n" + "y" * (CELL_LIMIT + 1) + ',b@x.example\n"' + "y," * CELL_LIMIT + '",c@x.example\n'
        assert marks_of(text) == [None, "cell_too_long", "cell_too_long"]
        assert cells_of(text)[2][1] == "c@x.example"

    def test_a_line_over_the_limit_is_one_failing_record_that_shows_its_beginning(self) -> None:
        text = "Ann,a@x.example\nBob,b@x.example," + "x," * RECORD_LIMIT + "\nCy,c@x.example\n"
        reading = reading_of(text)
        assert reading.starts == [0, 1, 2]
        assert reading.faults[1].trouble == "record_too_long"
        assert list(reading.cells[1]) == ["Bob", "b@x.example"]
        assert len(reading.faults[1].raw) == CELL_LIMIT

    def test_an_open_quote_before_a_line_over_the_limit_does_not_reach_into_it(self) -> None:
        text = 'Ann,"a@x.example\n' + '"' * (RECORD_LIMIT + 2) + "\nCy,c@x.example\n"
        assert marks_of(text) == ["unclosed_quote", "record_too_long", None]


@pytest.mark.parametrize(
    ("line", "count"),
    [('Ann,"a@x.example\n', 40_000), ('"\n', 100_000), ('Ann,"x\nBob,"",y\n', 30_000), ("\n", 200_000)],
)
def test_time_grows_with_the_text_and_not_with_its_square(line: str, count: int) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        reading_of(line * times)
        return time.process_time() - started

    # A square would make it sixteen times as long; the rest is what a busy machine may add.
    assert seconds(count) < 10 * max(seconds(count // 4), 0.05)
