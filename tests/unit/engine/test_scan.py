"""What the proof accepts, what it suspects, and where it ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leadport.domain.dialect import Dialect
from leadport.engine.lines import CELL_LIMIT
from leadport.engine.scan import MOST_MARKS, Grammar, Proof, grammar_of, scan
from tests.support.reading import USUAL

ONE_COLUMN = replace(USUAL, delimiter=None, header=("",), address_column=None)


def grammar(dialect: Dialect = USUAL) -> Grammar:
    found = grammar_of(dialect=dialect)
    assert found
    return found


def proof_of(text: str | bytes, dialect: Dialect = USUAL) -> Proof:
    return scan(block=text.encode() if isinstance(text, str) else text, grammar=grammar(dialect))


def records_of(text: str, dialect: Dialect = USUAL) -> list[str]:
    ends = proof_of(text, dialect).ends.tolist()
    content = text.encode()
    return [content[start:end].decode() for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    "change",
    [{"delimiter": "§"}, {"quotechar": ","}, {"skip_space": True}, {"header": ()}, {"delimiter": None}],
)
def test_of_some_dialects_nothing_can_be_proven(change: dict[str, object]) -> None:
    assert grammar_of(dialect=replace(USUAL, **change)) is None  # type: ignore[arg-type]


def test_records_end_at_line_ends_outside_quotes() -> None:
    text = 'Ann,a@x.example\r\n"B\nb",\n"""C"",\n",c@x.example\n,\n'
    assert records_of(text) == ["Ann,a@x.example\r\n", '"B\nb",\n', '"""C"",\n",c@x.example\n', ",\n"]
    proof = proof_of(text)
    assert proof.lines.tolist() == [0, 1, 3, 5]
    assert proof.line_count == 6
    assert not proof.fault
    # Only the third has, on its two lines, delimiters enough for two records.
    assert proof.suspects.tolist() == [2]


def test_a_record_that_is_not_complete_is_left() -> None:
    assert records_of('Ann,a@x.example\nBob,"b\n\n') == ["Ann,a@x.example\n"]
    assert not proof_of('Ann,a@x.example\nBob,"b\n\n').fault


@pytest.mark.parametrize(
    "bad",
    ['5" x,y\n', '"a" ,y\n', '"a"b,y\n', '""a"",y\n', ' "a",y\n', "a\rb,y\n", '"a",y"\n'],
)
def test_the_proof_ends_before_a_record_that_breaks_the_rules(bad: str) -> None:
    text = f"Ann,a@x.example\n{bad}Cy,c@x.example\n"
    assert records_of(text) == ["Ann,a@x.example\n"]
    assert proof_of(text).fault


def test_an_escaped_quote_ends_the_proof() -> None:
    dialect = replace(USUAL, escapechar="\\")
    assert len(proof_of('C:\\,a\n"x\\"y",b\n', dialect).ends) == 1
    assert proof_of('C:\\,a\n"x\\"y",b\n', dialect).fault


def test_a_cr_at_the_very_end_may_still_get_its_lf() -> None:
    assert not proof_of("Ann,a@x.example\nBob,b\r").fault


@pytest.mark.parametrize(
    "odd",
    [
        b"a\n",
        b"a,b,c\n",
        b"\n",
        b"  \n",
        b"a\0,b\n",
        b"a\xff,b\n",
        b"x," + b"y" * CELL_LIMIT + b"\n",
        b'"a,\nb,",c\n',
        b'"a\nb,c\nd",e\n',
    ],
)
def test_a_record_that_may_not_be_what_it_seems_is_a_suspect(odd: bytes) -> None:
    proof = proof_of("Zoë,a@x.example\n".encode() + odd + "Bób,b@x.example\n".encode())
    assert (proof.suspects.tolist(), len(proof.ends), proof.fault) == ([1], 3, False)


def test_a_line_end_in_a_cell_alone_makes_no_suspect() -> None:
    assert proof_of('"a\nb\nc",d\n').suspects.tolist() == []


@pytest.mark.parametrize("odd", ["\n", " \n", "\u3000\n", '"a"\n', 'a"\n', "a\x1fb\n"])
def test_with_one_column_quotes_blank_lines_and_the_spare_delimiter_are_suspects(odd: str) -> None:
    proof = proof_of(f"Smith, John <a@x.example>\n{odd}b@x.example\n", ONE_COLUMN)
    assert (proof.suspects.tolist(), len(proof.ends), proof.fault) == ([1], 3, False)


def test_a_block_of_nothing_but_marks_is_looked_at_only_in_part() -> None:
    proof = proof_of(",\n" * MOST_MARKS)
    assert len(proof.ends) == MOST_MARKS // 2
    assert not proof.fault
