"""Django's settings follow from the environment; reading them starts nothing and writes nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SHOW = """
import json, sys
from leadport.config import settings
print(json.dumps({"database": settings.DATABASES["default"], "key": settings.SECRET_KEY, "debug": settings.DEBUG}))
"""


def settings_with(home: Path, **variables: str) -> dict[str, object]:
    """Read the settings in a process of their own, as they are read once in a process."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LEADPORT_", "DATABASE_URL"))}
    environment = {**kept, "LEADPORT_HOME": str(home), **variables}
    done = subprocess.run([sys.executable, "-c", SHOW], check=True, capture_output=True, text=True, env=environment)
    read: dict[str, object] = json.loads(done.stdout)
    return read


def test_without_a_database_url_it_is_the_embedded_server_of_the_home(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("the key of this home\n")
    found = settings_with(tmp_path)
    assert isinstance(found["database"], dict)
    assert found["database"]["HOST"] == str(tmp_path / "postgresql" / "run")
    assert found["key"] == "the key of this home"
    assert found["debug"] is False
    assert [entry.name for entry in tmp_path.iterdir()] == ["secret_key"]


def test_with_a_database_url_no_secret_has_a_default(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("the key of this home\n")
    found = settings_with(tmp_path, DATABASE_URL="postgresql://ada@db.example.org/leads")
    assert isinstance(found["database"], dict)
    assert found["database"]["HOST"] == "db.example.org"
    assert found["key"] == ""


@pytest.mark.parametrize("url", ["", "postgresql://ada@db.example.org/leads"])
def test_a_key_that_is_given_is_used(tmp_path: Path, url: str) -> None:
    assert settings_with(tmp_path, DATABASE_URL=url, LEADPORT_SECRET_KEY="given")["key"] == "given"
