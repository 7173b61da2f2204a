"""Known exports are recognised by their header sets, and by nothing less."""

from __future__ import annotations

import pytest

from leadport.engine.presets import (
    Preset,
    UnknownPreset,
    all_presets,
    preset_called,
    preset_fields,
    read_preset,
    recognise,
)
from leadport.engine.wording import squash
from tests.support.exports import FORMATS, Export

IDS = [export.name for export in FORMATS]


def recognised(header: tuple[str, ...]) -> str | None:
    found = recognise(header=header, presets=all_presets())
    return found.name if found else None


@pytest.mark.parametrize("export", FORMATS, ids=IDS)
def test_every_known_export_is_recognised(export: Export) -> None:
    assert recognised(export.header) == export.preset


@pytest.mark.parametrize("export", FORMATS, ids=IDS)
def test_its_columns_get_exactly_the_fields_they_hold(export: Export) -> None:
    preset = preset_called(name=export.preset, presets=all_presets())
    told = preset_fields(preset=preset, header=export.header)
    assert [told[index] for index in range(len(export.header))] == [field or None for field in export.fields]


@pytest.mark.parametrize("export", FORMATS, ids=IDS)
def test_order_case_and_blanks_of_the_header_do_not_matter(export: Export) -> None:
    header = tuple(f" {name.upper()} " for name in reversed(export.header))
    assert recognised(header) == export.preset


@pytest.mark.parametrize("export", [each for each in FORMATS if len(each.header) > 10], ids=lambda each: each.name)
def test_a_custom_column_more_does_not_hide_the_export(export: Export) -> None:
    assert recognised((*export.header, "Favourite colour")) == export.preset


@pytest.mark.parametrize(
    "header",
    [
        ("Email", "First Name", "Last Name"),
        ("email", "name", "phone", "company", "city"),
        ("First Name", "Last Name", "Email", "Phone", "Address", "City", "State", "Zip", "Country", "Notes", "Tags"),
        ("firstname", "lastname", "company", "email", "country", "shoe size"),
        ("Vorname", "Nachname", "E-Mail-Adresse", "Ort"),
        ("",),
        (),
    ],
)
def test_a_list_somebody_made_by_hand_is_no_known_export(header: tuple[str, ...]) -> None:
    assert recognised(header) is None


@pytest.mark.parametrize(
    ("column", "preset"),
    [
        ("Unsubscribed from all email", "hubspot_contacts"),
        ("Email Opt Out", "salesforce_contacts"),
        ("Email Opt Out", "zoho_crm_leads"),
    ],
)
def test_opt_out_columns_of_exports_are_opt_outs(column: str, preset: str) -> None:
    assert preset_called(name=preset, presets=all_presets()).field_of(column=column) == "opt_out"


@pytest.mark.parametrize(
    ("column", "preset"),
    [
        ("EMAIL_BLACKLISTED", "brevo_contacts"),
        ("email_disabled", "substack_signups"),
        ("Stop Status", "aweber_subscribers"),
    ],
)
def test_status_columns_in_which_yes_means_no_are_known(column: str, preset: str) -> None:
    found = preset_called(name=preset, presets=all_presets())
    assert found.field_of(column=column) == "status"
    assert found.is_opt_out(column=column)


def test_the_parts_of_one_mailchimp_export_are_recognised_when_united() -> None:
    united = dict.fromkeys(name for export in FORMATS if export.preset == "mailchimp" for name in export.header)
    assert recognised((*united, "Status (file name)")) == "mailchimp"


def test_metadata_and_metafields_are_known_and_stay_out() -> None:
    stripe = preset_called(name="stripe_customers", presets=all_presets())
    assert stripe.knows(column="shoe size (metadata)")
    assert stripe.field_of(column="email (metadata)") is None
    shopify = preset_called(name="shopify_customers", presets=all_presets())
    assert shopify.knows(column="Referral link (customer.metafields.grow.link)")


def test_a_file_of_thunderbird_alone_keeps_its_email_though_outlook_words_are_missing() -> None:
    header = ("Vorname", "Nachname", "Anzeigename", "Primäre E-Mail-Adresse", "Sekundäre E-Mail-Adresse")
    preset = preset_called(name="outlook_thunderbird_de", presets=all_presets())
    told = preset_fields(preset=preset, header=header)
    assert (told[3], told[4]) == ("email", "email_secondary")


def test_a_name_that_stands_twice_is_taken_the_first_time_only() -> None:
    preset = preset_called(name="ghost_members", presets=all_presets())
    assert preset_fields(preset=preset, header=("email", "name", "email")) == {0: "email", 1: "full_name", 2: None}


def test_two_presets_that_fit_equally_well_are_neither() -> None:
    twin = Preset(name="a", title="A", about="", requires=(("x",),), columns={"x": "email"})
    other = Preset(name="b", title="B", about="", requires=(("x",),), columns={"x": "notes"})
    assert recognise(header=("x",), presets=(twin, other)) is None
    assert recognise(header=("x",), presets=(twin,)) == twin


def test_an_unknown_preset_is_refused_with_the_names_of_the_known_ones() -> None:
    with pytest.raises(UnknownPreset, match="ghost_members"):
        preset_called(name="gost", presets=all_presets())


@pytest.mark.parametrize("preset", all_presets(), ids=lambda preset: preset.name)
def test_a_preset_file_is_whole_and_free_of_contradictions(preset: Preset) -> None:
    assert preset.title
    assert preset.about
    keys = [squash(text=name) for name in preset.columns]
    assert len(set(keys)) == len(keys)
    assert not {squash(text=name) for name in preset.ignored if "*" not in name} & set(keys)
    assert all(preset.knows(column=name) for group in preset.requires for name in group)
    assert all(preset.columns[name] in {"tags", "lists"} for name in preset.separators)
    assert all(preset.columns[name] == "status" for name in preset.yes_means_no)


def test_every_preset_name_is_that_of_its_file_and_stands_once() -> None:
    names = [preset.name for preset in all_presets()]
    assert len(set(names)) == len(names) >= 38
    assert names == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        "name = 1",
        'name = "a"\ntitle = "A"\nabout = ""\nrequires = []\n[columns]\nx = "no_such_field"',
        'name = "a"\ntitle = "A"\nabout = ""\nrequires = []\ncolour = "red"\n[columns]\nx = "email"',
        "[",
    ],
)
def test_a_preset_file_with_a_mistake_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_preset(text=text)
