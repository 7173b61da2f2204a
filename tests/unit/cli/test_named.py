"""Names as they are written on the command line."""

from __future__ import annotations

import pytest
import typer

from leadport.cli import named
from leadport.domain.actions import AddTag, AddToSequence, ExistingStart
from leadport.domain.mapping import FieldType, NewField


def test_the_last_equals_sign_divides() -> None:
    assert named.pair("Accepts = mail=consent_email", option="--match") == ("Accepts = mail", "consent_email")


@pytest.mark.parametrize("text", ["email", "=email", "Mail=", " = "])
def test_half_a_pair_is_a_usage_error(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        named.pair(text, option="--match")


def test_a_new_field_is_text_unless_a_type_is_named() -> None:
    assert named.new_field("Tier=Loyalty tier") == NewField(column="Tier", label="Loyalty tier")
    assert named.new_field("Joined=Member since:date") == NewField(
        column="Joined", label="Member since", type=FieldType.DATE
    )
    assert named.new_field("Ok=Agreed:yes/no").type is FieldType.YES_NO


@pytest.mark.parametrize("text", ["Tier=Loyalty:colour", "Tier=Second address:email", "Tier=:text", "Tier"])
def test_a_new_field_needs_a_label_and_a_type_that_exists(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        named.new_field(text)


def test_the_first_slash_divides_a_tag_from_its_category() -> None:
    assert named.tag("VIP") == AddTag(name="VIP")
    assert named.tag("Source/Shop/2024") == AddTag(category="Source", name="Shop/2024")


def test_only_a_number_behind_the_last_colon_is_a_step() -> None:
    first = ExistingStart.FIRST
    assert named.sequence("Welcome", existing_start=first) == AddToSequence(name="Welcome")
    assert named.sequence("Welcome:2", existing_start=first) == AddToSequence(name="Welcome", step=2)
    assert named.sequence("News: spring", existing_start=first) == AddToSequence(name="News: spring")
    assert named.sequence("News: spring:3", existing_start=ExistingStart.SAME) == AddToSequence(
        name="News: spring", step=3, existing_start=ExistingStart.SAME
    )


@pytest.mark.parametrize("text", ["", ":2", "Welcome:0", "Welcome:101"])
def test_a_sequence_needs_a_name_and_a_step_it_can_have(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        named.sequence(text, existing_start=ExistingStart.FIRST)
