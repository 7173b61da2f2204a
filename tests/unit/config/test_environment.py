"""The table of settings is all there is: names, defaults, words for yes and no, and where the home is."""

import os
from pathlib import Path

import pytest

from leadport.config import environment
from leadport.config.environment import HOME_OF_ROOT, SETTINGS, ConfigurationError, home_directory, read, read_flag


def test_every_setting_has_a_name_of_its_own_and_says_what_it_means() -> None:
    names = [setting.name for setting in SETTINGS]
    assert len(set(names)) == len(names)
    assert all(setting.meaning.endswith(".") for setting in SETTINGS)


def test_a_variable_outside_the_table_cannot_be_read() -> None:
    with pytest.raises(KeyError):
        read("PATH")


def test_an_empty_variable_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADPORT_ALLOWED_HOSTS", " ")
    assert environment.read_names("LEADPORT_ALLOWED_HOSTS") == ["localhost", "127.0.0.1", "[::1]"]


@pytest.mark.parametrize(("word", "meant"), [("yes", True), ("ON", True), ("1", True), ("no", False), ("false", False)])
def test_yes_and_no_are_understood_in_the_usual_words(word: str, meant: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADPORT_DEBUG", word)
    assert read_flag("LEADPORT_DEBUG") is meant


def test_any_other_word_is_refused_with_the_name_of_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADPORT_DEBUG", "perhaps")
    with pytest.raises(ConfigurationError, match="LEADPORT_DEBUG"):
        read_flag("LEADPORT_DEBUG")


def test_the_home_is_the_one_that_was_chosen_with_links_resolved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.setenv("LEADPORT_HOME", str(tmp_path / "link" / "home"))
    assert home_directory() == Path(os.path.realpath(tmp_path)) / "real" / "home"


def test_without_a_choice_root_has_a_home_the_server_can_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEADPORT_HOME", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert home_directory() == HOME_OF_ROOT


def test_without_a_choice_a_user_has_it_among_the_users_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEADPORT_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert home_directory().name == "leadport"
