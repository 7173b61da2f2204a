"""Whatever the header and values are: every column is answered, no field given out twice, the email holds addresses."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from leadport.domain.fields import FIELDS
from leadport.domain.mapping import MatchOverrides
from leadport.engine.choices import EmailColumnOpen, to_mapping
from leadport.engine.looks import Look
from leadport.engine.match import match, profile_rows
from leadport.engine.proposals import LEAST
from tests.support.exports import FORMATS

NAMES = st.sampled_from(sorted({name for export in FORMATS for name in export.header})) | st.text(max_size=25)
CELLS = st.sampled_from(
    ["", "a@mail.example", "b@mail.example", "Anna", "Anna Berger", "yes", "2024-01-02", "Berlin", "42"]
)
SOURCES = st.lists(NAMES, min_size=1, max_size=12).flatmap(
    lambda header: st.tuples(
        st.just(tuple(header)),
        st.lists(st.lists(CELLS | st.text(max_size=12), max_size=len(header) + 1), max_size=8),
    )
)


@settings(max_examples=150, deadline=None)
@given(source=SOURCES)
def test_a_suggestion_is_whole_and_free_of_conflicts(source: tuple[tuple[str, ...], list[list[str]]]) -> None:
    header, rows = source
    profiles = profile_rows(header=header, rows=rows)
    found = match(profiles=profiles, presets=())
    assert [(column.index, column.column) for column in found.columns] == list(enumerate(header))
    given_out = Counter(column.field for column in found.columns if column.field is not None)
    assert all(times == 1 or FIELDS[field].several for field, times in given_out.items())
    assert all(LEAST <= column.confidence <= 1 for column in found.columns if column.field is not None)
    for column, profile in zip(found.columns, profiles, strict=True):
        if column.field == "email" and not profile.empty:
            assert profile.share(Look.EMAIL, Look.DIRECTORY_PATH) >= 0.25


@settings(max_examples=100, deadline=None)
@given(source=SOURCES)
def test_a_suggestion_becomes_a_mapping_or_asks_for_the_email(source: tuple[tuple[str, ...], list[list[str]]]) -> None:
    header, rows = source
    found = match(profiles=profile_rows(header=header, rows=rows))
    has_email = any(column.field == "email" for column in found.columns)
    try:
        mapping = to_mapping(match=found, overrides=MatchOverrides())
    except EmailColumnOpen:
        assert not has_email
    else:
        assert has_email
        assert len(mapping.assignments) == sum(column.field is not None for column in found.columns)
