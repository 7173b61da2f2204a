"""Name, Nom and Nombre mean what the columns beside them leave open."""

from __future__ import annotations

from leadport.engine.profile import profile_rows
from leadport.engine.proposals import propose
from leadport.engine.suggest_names import suggest_names


def names(header: tuple[str, ...], *rows: tuple[str, ...]) -> list[str | None]:
    found = suggest_names(proposals=propose(profiles=profile_rows(header=header, rows=rows)))
    return [found[index].field if index in found else None for index in range(len(header))]


def test_a_name_of_several_words_is_a_full_name_whatever_stands_beside_it() -> None:
    assert names(("Name", "First name"), ("Anna Berger", "Anna"), ("Olga Sokolova", "Olga")) == [
        "full_name",
        "first_name",
    ]


def test_a_name_of_one_word_is_what_the_other_columns_lack() -> None:
    assert names(("Name", "Vorname"), ("Berger", "Anna")) == ["last_name", "first_name"]
    assert names(("Name", "Surname"), ("Anna", "Berger")) == ["first_name", "last_name"]
    assert names(("Name", "First name", "Last name"), ("AB", "Anna", "Berger")) == [None, "first_name", "last_name"]


def test_given_names_alone_are_first_names() -> None:
    assert names(("Name",), ("Anna",), ("Olga",)) == ["first_name"]


def test_codes_are_no_names() -> None:
    assert names(("Name",), ("#1001",), ("#1002",)) == [None]


def test_names_with_digits_are_names_all_the_same_but_less_sure() -> None:
    assert names(("First name", "Last name"), ("Anna1", "Berger1"), ("Olga2", "Sokolova2")) == [
        "first_name",
        "last_name",
    ]
