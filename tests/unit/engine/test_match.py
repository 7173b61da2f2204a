"""Suggestions for whole sources: exact for known exports, careful for all others, never the wrong address."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from leadport.domain.mapping import Assignment, FieldType, FixedValue, Mapping
from leadport.engine.match import match, profile_rows
from leadport.engine.presets import UnknownPreset
from tests.support.columns import address, fields, matched, of
from tests.support.exports import FORMATS, Export

IDS = [export.name for export in FORMATS]


def generic(export: Export) -> list[tuple[str, str, str]]:
    """(column, field it holds, field suggested) of an export when no preset is known."""
    found = match(profiles=profile_rows(header=export.header, rows=export.rows()), presets=())
    return list(zip(export.header, export.fields, [field or "" for field in fields(found)], strict=True))


@pytest.mark.parametrize("export", FORMATS, ids=IDS)
def test_a_known_export_is_matched_exactly(export: Export) -> None:
    found = match(profiles=profile_rows(header=export.header, rows=export.rows()))
    assert found.preset == export.preset
    assert [field or "" for field in fields(found)] == list(export.fields)


@pytest.mark.parametrize("export", FORMATS, ids=IDS)
def test_without_presets_the_email_of_an_export_is_never_the_wrong_column(export: Export) -> None:
    emails = [(name, truth) for name, truth, field in generic(export) if field == "email"]
    assert len(emails) == 1
    assert emails[0][1] == "email"


def test_without_presets_suggestions_are_right_nearly_always_and_most_fields_are_found() -> None:
    columns = [(export, *column) for export in FORMATS for column in generic(export)]
    suggested = [each for each in columns if each[3]]
    right = [each for each in suggested if each[3] == each[2] or each[0].also.get(each[1]) == each[3]]
    wanted = [each for each in columns if each[2]]
    assert len(right) / len(suggested) >= 0.98
    assert sum(each[3] == each[2] for each in wanted) / len(wanted) >= 0.85


def test_without_presets_what_is_strictly_not_in_the_facts_stays_rare() -> None:
    columns = [column for export in FORMATS for column in generic(export)]
    suggested = [each for each in columns if each[2]]
    assert sum(each[1] == each[2] for each in suggested) / len(suggested) >= 0.95


def test_a_status_of_yes_and_no_whose_name_says_no_reads_as_an_opt_out() -> None:
    found = matched(("Email", address), ("email_blacklisted", of("true", "false")))
    assert (found.columns[1].field, found.columns[1].reads_as) == ("status", "opt_out")
    words = matched(("Email", address), ("Email status", of("Active", "Unsubscribed")))
    assert (words.columns[1].field, words.columns[1].reads_as) == ("status", None)


def test_an_ignored_or_doubtful_column_has_no_confidence() -> None:
    found = matched(("Email", address), ("Shoe size", of("42", "43")))
    assert (found.columns[1].field, found.columns[1].confidence) == (None, 0.0)


def test_the_separator_of_tags_is_told() -> None:
    found = matched(("Email", address), ("Tags", of("a|b", "c")), ("Groups", of("x; y", "z")))
    assert [column.separator for column in found.columns] == [None, "|", ";"]
    ghost = next(export for export in FORMATS if export.preset == "google_contacts_older")
    known = match(profiles=profile_rows(header=ghost.header, rows=[]))
    assert [column.separator for column in known.columns if column.field == "tags"] == [" ::: "]


def test_columns_a_preset_does_not_know_are_suggested_for_fields_it_leaves_free() -> None:
    export = next(export for export in FORMATS if export.name == "mailchimp_subscribed")
    header = (*export.header, "Mobile Phone", "Surname", "Status (file name)")
    rows = [
        [*cells, "+49 171 1234567", "Berger", ("subscribed", "cleaned")[number % 2]]
        for number, cells in enumerate(export.rows())
    ]
    found = match(profiles=profile_rows(header=header, rows=rows))
    assert found.preset == "mailchimp"
    assert fields(found)[-3:] == ["phone_mobile", None, "status"]


def test_lists_of_orders_say_that_rows_continue() -> None:
    export = next(export for export in FORMATS if export.preset == "shopify_orders")
    assert match(profiles=profile_rows(header=export.header, rows=[])).continuation_rows


def test_a_preset_asked_for_by_name_is_used_though_the_header_differs() -> None:
    profiles = profile_rows(header=("Subscriber", "Subscribed"), rows=[["a@mail.example", "2024-01-01"]])
    found = match(profiles=profiles, preset_name="mailerlite_classic")
    assert (found.preset, fields(found)) == ("mailerlite_classic", ["email", "signup_date"])
    with pytest.raises(UnknownPreset):
        match(profiles=profiles, preset_name="mailerlight")


def test_what_is_remembered_wins_over_presets_and_suggestions() -> None:
    remembered = Mapping(
        assignments=(
            Assignment(index=0, column="Note", field="custom:shoe", type=FieldType.NUMBER, label="Shoe"),
            Assignment(index=1, column="Email", field="email_secondary", type=FieldType.EMAIL),
            Assignment(index=2, column="email", field="email", type=FieldType.EMAIL),
        ),
        fixed=(FixedValue(field="source", value="Fair"),),
    )
    profiles = profile_rows(
        header=("EMAIL", "E-Mail", "note", "Phone"), rows=[["a@b.example", "c@d.example", "42", "1"]]
    )
    found = match(profiles=profiles, remembered=remembered)
    assert fields(found) == ["email_secondary", "email", "custom:shoe", None]
    assert (found.columns[2].label, found.columns[2].type) == ("Shoe", FieldType.NUMBER)
    assert found.fixed == remembered.fixed


def spelled(name: str) -> Callable[[str], str]:
    """One way in which a header gets damaged or rewritten on its way here."""
    ways: dict[str, Callable[[str], str]] = {
        "no header": lambda _: "",
        "upper case": str.upper,
        "snake case": lambda header: "_".join(header.lower().split()),
        "decoded wrongly": lambda header: header.encode().decode("cp1252", errors="replace"),
        "letters lost": lambda header: "".join(each if each.isascii() else "?" for each in header),
        "prefixed": lambda header: f"Contact {header}",
    }
    return ways[name]


@pytest.mark.parametrize(
    ("way", "precision", "recall"),
    [
        ("no header", 0.9, 0.2),
        ("upper case", 0.98, 0.85),
        ("snake case", 0.98, 0.85),
        ("decoded wrongly", 0.98, 0.85),
        ("letters lost", 0.98, 0.8),
        ("prefixed", 0.98, 0.84),
    ],
)
def test_rewritten_and_damaged_headers_are_understood_as_well(way: str, precision: float, recall: float) -> None:
    suggested = right = wanted = found = 0
    for export in FORMATS:
        header = tuple(map(spelled(way), export.header))
        result = match(profiles=profile_rows(header=header, rows=export.rows(count=30)), presets=())
        for column, name, truth in zip(result.columns, export.header, export.fields, strict=True):
            suggested += column.field is not None
            right += column.field is not None and column.field in {truth, export.also.get(name)}
            wanted += bool(truth)
            found += column.field == truth
            # Among the addresses of one person the second may pass for the first; somebody else's never.
            assert column.field != "email" or truth in {"email", "email_secondary"}
    assert right / suggested >= precision
    assert found / wanted >= recall
