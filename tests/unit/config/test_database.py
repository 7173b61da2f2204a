"""The address of a database, taken apart for Django, and the oldest server we work with."""

import pytest

from leadport.config.database import from_url, refuse_old_server
from leadport.config.environment import ConfigurationError


def test_an_address_is_taken_apart() -> None:
    found = from_url("postgresql://ada:s%40fe@db.example.org:5433/leads?sslmode=require")
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "ada",
        "s@fe",
        "db.example.org",
        "5433",
        "leads",
    )
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_a_socket_directory_is_a_host() -> None:
    assert from_url("postgresql://leadport@/leadport?host=%2Fa%20b%2Frun")["HOST"] == "/a b/run"


@pytest.mark.parametrize("url", ["mysql://db/leads", "postgresql://ada:secret@db", "secret:5432"])
def test_anything_else_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(ConfigurationError, match="DATABASE_URL") as refused:
        from_url(url)
    assert "secret" not in str(refused.value)


def test_an_old_server_is_refused_by_its_version() -> None:
    with pytest.raises(ConfigurationError, match=r"version 14\."):
        refuse_old_server(140_011)


def test_the_oldest_server_we_work_with_is_accepted() -> None:
    refuse_old_server(150_000)
