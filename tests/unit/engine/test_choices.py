"""From a suggestion and the importer's decisions to a mapping without conflicts, or a refusal that helps."""

from __future__ import annotations

import pytest

from leadport.domain.mapping import (
    ColumnMatch,
    CustomField,
    FieldType,
    FixedValue,
    Mapping,
    Match,
    MatchOverrides,
    NewField,
)
from leadport.domain.refusal import OpenQuestion, Refusal
from leadport.engine.choices import (
    ColumnDecidedTwice,
    EmailColumnOpen,
    FieldNotFixable,
    FieldTakenTwice,
    UnknownColumn,
    UnknownField,
    custom_key,
    to_mapping,
)

SHOE = CustomField(key="shoe_size", label="Shoe size", type=FieldType.NUMBER)


def suggestion(*columns: tuple[str, str | None], fixed: tuple[FixedValue, ...] = ()) -> Match:
    return Match(
        preset=None,
        columns=tuple(
            ColumnMatch(column=name, index=index, field=field, confidence=1.0, fill=1.0)
            for index, (name, field) in enumerate(columns)
        ),
        fixed=fixed,
    )


PLAIN = suggestion(("Email", "email"), ("Name", "full_name"), ("Work mail", None), ("Größe", None))


def decided(
    source: Match = PLAIN,
    /,
    *,
    match: tuple[tuple[str, str], ...] = (),
    ignore: tuple[str, ...] = (),
    create: tuple[NewField, ...] = (),
    fixed: tuple[FixedValue, ...] = (),
    known: tuple[CustomField, ...] = (),
) -> Mapping:
    overrides = MatchOverrides(match=match, ignore=ignore, create=create, fixed=fixed)
    return to_mapping(match=source, overrides=overrides, known=known)


def pairs(mapping: Mapping) -> list[tuple[str, str]]:
    return [(each.column, each.field) for each in mapping.assignments]


def test_without_decisions_the_suggestion_is_carried_out() -> None:
    mapping = decided()
    assert pairs(mapping) == [("Email", "email"), ("Name", "full_name")]
    assert [each.type for each in mapping.assignments] == [FieldType.EMAIL, FieldType.TEXT]


def test_a_decision_takes_the_field_from_the_column_it_was_suggested_for() -> None:
    assert pairs(decided(match=(("Work mail", "email"),))) == [("Name", "full_name"), ("Work mail", "email")]


def test_columns_are_called_by_name_in_any_spelling_or_by_index() -> None:
    for name in ("Name", "NAME", " name", "#1"):
        assert ("Name", "last_name") in pairs(decided(match=((name, "last_name"),)))


def test_a_column_named_like_an_index_is_that_column() -> None:
    match = suggestion(("Email", "email"), ("#0", None))
    assert pairs(decided(match, match=(("#0", "city"),))) == [("Email", "email"), ("#0", "city")]


def test_fields_are_called_by_key_or_label_and_the_accounts_own_as_well() -> None:
    assert ("Größe", "job_title") in pairs(decided(match=(("Größe", "Job title"),)))
    assert ("Größe", "custom:shoe_size") in pairs(decided(match=(("Größe", "shoe size"),), known=(SHOE,)))
    assert ("Größe", "custom:shoe_size") in pairs(decided(match=(("Größe", "custom:shoe_size"),), known=(SHOE,)))


def test_an_ignored_column_stays_out() -> None:
    assert pairs(decided(ignore=("Name",))) == [("Email", "email")]


def test_a_new_field_is_made_with_its_label_and_type() -> None:
    mapping = decided(create=(NewField(column="Größe", label="Größe in cm", type=FieldType.NUMBER),))
    made = mapping.assignments[-1]
    assert (made.field, made.label, made.type) == ("custom:grosse_in_cm", "Größe in cm", FieldType.NUMBER)


def test_a_new_field_that_the_account_has_already_is_that_field() -> None:
    mapping = decided(create=(NewField(column="Größe", label="SHOE SIZE"),), known=(SHOE,))
    assert (mapping.assignments[-1].field, mapping.assignments[-1].type) == ("custom:shoe_size", FieldType.NUMBER)


def test_a_new_field_never_takes_the_key_of_another() -> None:
    create = (NewField(column="Größe", label="City"), NewField(column="Work mail", label="city!?"))
    with pytest.raises(FieldTakenTwice):
        decided(create=create)
    assert decided(create=create[:1]).assignments[-1].field == "custom:city_2"


def test_keys_are_ascii_unique_and_stable() -> None:
    assert custom_key(label="Größe (cm)", taken=frozenset()) == "grosse_cm"
    assert custom_key(label="Größe", taken=frozenset({"grosse", "grosse_2"})) == "grosse_3"
    russian = custom_key(label="Размер", taken=frozenset())
    assert russian == custom_key(label="Размер", taken=frozenset())
    assert russian.isascii()
    assert russian.startswith("field_")


def test_fixed_values_are_kept_and_beat_remembered_ones() -> None:
    match = suggestion(
        ("Email", "email"), fixed=(FixedValue(field="source", value="old"), FixedValue(field="city", value="Bonn"))
    )
    mapping = decided(match, fixed=(FixedValue(field="Source", value="Fair"),))
    assert mapping.fixed == (FixedValue(field="city", value="Bonn"), FixedValue(field="source", value="Fair"))


def test_several_columns_may_hold_tags_and_second_addresses() -> None:
    match = suggestion(("Email", "email"), ("A", None), ("B", None), ("C", None), ("D", None))
    found = decided(match, match=(("A", "tags"), ("B", "tags"), ("C", "email_secondary"), ("D", "email_secondary")))
    assert [field for _, field in pairs(found)] == ["email", "tags", "tags", "email_secondary", "email_secondary"]


def test_columns_that_a_preset_gives_to_one_field_stay_together() -> None:
    match = suggestion(("Email", "email"), ("Webseite", "website"), ("URL", "website"))
    assert pairs(decided(match)) == [("Email", "email"), ("Webseite", "website"), ("URL", "website")]
    assert pairs(decided(match, match=(("URL", "website"),))) == [("Email", "email"), ("URL", "website")]


def test_a_status_that_reads_as_an_opt_out_becomes_one() -> None:
    column = ColumnMatch(
        column="EMAIL_BLACKLISTED", index=1, field="status", confidence=1.0, fill=1.0, reads_as="opt_out"
    )
    match = Match(preset=None, columns=(*PLAIN.columns[:1], column))
    assert [(each.field, each.type) for each in decided(match).assignments][-1] == ("opt_out", FieldType.YES_NO)


def test_two_columns_for_one_field_are_named_at_once() -> None:
    with pytest.raises(FieldTakenTwice, match=r'"Name" \(#1\) and "Größe" \(#3\) were both given to city'):
        decided(match=(("Name", "city"), ("Größe", "city")))


def test_an_unknown_column_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnknownColumn, match='Did you mean "Name"'):
        decided(match=(("Nmae", "city"),))
    for name in ("#9", "", "#-1"):
        with pytest.raises(UnknownColumn):
            decided(ignore=(name,))


def test_a_name_that_several_columns_have_is_refused_with_their_places() -> None:
    match = suggestion(("Email", "email"), ("Note", None), ("Note", None))
    with pytest.raises(UnknownColumn, match="#1, #2"):
        decided(match, match=(("Note", "notes"),))
    assert pairs(decided(match, match=(("#2", "notes"),)))[-1] == ("Note", "notes")


def test_an_unknown_field_is_refused_with_the_nearest_key() -> None:
    with pytest.raises(UnknownField, match="Did you mean last_name"):
        decided(match=(("Name", "lst_name"),))


@pytest.mark.parametrize(
    "overrides",
    [
        MatchOverrides(match=(("Name", "city"), ("#1", "state"))),
        MatchOverrides(match=(("Name", "city"),), ignore=("name",)),
        MatchOverrides(ignore=("Name",), create=(NewField(column="Name", label="X"),)),
    ],
)
def test_a_column_decided_twice_is_refused(overrides: MatchOverrides) -> None:
    with pytest.raises(ColumnDecidedTwice):
        to_mapping(match=PLAIN, overrides=overrides)


@pytest.mark.parametrize("field", ["email", "email_secondary", "external_id"])
def test_what_differs_from_lead_to_lead_cannot_be_fixed(field: str) -> None:
    with pytest.raises(FieldNotFixable):
        decided(fixed=(FixedValue(field=field, value="x"),))


@pytest.mark.parametrize("overrides", [MatchOverrides(ignore=("Email",)), MatchOverrides(match=(("Email", "notes"),))])
def test_without_an_email_column_a_question_is_open_that_match_answers(overrides: MatchOverrides) -> None:
    with pytest.raises(EmailColumnOpen) as caught:
        to_mapping(match=PLAIN, overrides=overrides)
    assert caught.value.option == "--match"
    assert isinstance(caught.value, OpenQuestion)


def test_every_refusal_has_a_code_of_its_own() -> None:
    refusals: list[type[Refusal]] = [
        ColumnDecidedTwice, EmailColumnOpen, FieldNotFixable, FieldTakenTwice, UnknownColumn, UnknownField,
    ]  # fmt: skip
    assert len({each.code for each in refusals} | {Refusal.code, OpenQuestion.code}) == len(refusals) + 2
