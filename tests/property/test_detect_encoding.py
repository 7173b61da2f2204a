"""A list in any language, written in any encoding it comes in, is detected to an encoding that gives the same text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from leadport.engine.encoding import decode_sample, detect_encoding
from leadport.engine.sampling import Sample
from tests.support.invented import ENCODINGS, PEOPLE, Style, table_text

CASES = [(language, encoding) for language, encodings in ENCODINGS.items() for encoding in encodings]
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


def _list_of(language: str, order: list[int], delimiter: str) -> str:
    people = [PEOPLE[language][place] for place in order]
    rows = [[*person, f"person{number}@example.com"] for number, person in enumerate(people)]
    return table_text(rows=[["First name", "Last name", "City", "Email"], *rows], style=Style(delimiter=delimiter))


def _orders() -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, 4), min_size=3, max_size=8, unique=False).filter(lambda order: len(set(order)) >= 3)


@settings(max_examples=150, deadline=None)
@given(case=st.sampled_from(CASES), order=_orders(), delimiter=st.sampled_from(",;\t|"))
def test_text_in_an_old_encoding_is_detected_to_one_that_reads_it_the_same(
    case: tuple[str, str], order: list[int], delimiter: str
) -> None:
    language, encoding = case
    text = _list_of(language, order, delimiter)
    written = text.encode(encoding)
    found = detect_encoding(sample=Sample(head=written, complete=True))
    assert decode_sample(block=written[found.bom :], encoding=found.name, complete=True) == text


@settings(max_examples=60, deadline=None)
@given(language=st.sampled_from(sorted(ENCODINGS)), order=_orders(), encoding=st.sampled_from(WIDE))
def test_text_in_a_unicode_encoding_is_detected_with_and_without_a_mark(
    language: str, order: list[int], encoding: str
) -> None:
    text = _list_of(language, order, ",")
    written = text.encode(encoding)
    found = detect_encoding(sample=Sample(head=written, complete=True))
    assert written[found.bom :].decode(found.name) == text


@settings(max_examples=100, deadline=None)
@given(junk=st.binary(max_size=400))
def test_any_bytes_have_an_encoding_that_python_knows(junk: bytes) -> None:
    found = detect_encoding(sample=Sample(head=junk, complete=True))
    assert isinstance(decode_sample(block=junk, encoding=found.name, complete=True), str)
    assert 0.0 <= found.confidence <= 1.0
