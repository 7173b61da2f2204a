"""What the README and the tutorial show is what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.functional.cli.conftest import Leadport

ROOT = Path(__file__).resolve().parents[2]
COMMAND = re.compile(r"^\./leadport (.+?)(?:\s+#.*)?$", flags=re.MULTILINE)


@pytest.fixture
def leadport(database: BaseDatabaseWrapper, tmp_path: Path) -> Leadport:
    """The program on an empty lead book."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    return Leadport(home=home)


def _shown(page: str) -> list[list[str]]:
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    return [shlex.split(line) for block in blocks for line in COMMAND.findall(block)]


def _without_what_differs(text: str) -> str:
    """The text without the time it took."""
    return re.sub(r"in [\d.]+ seconds", "in no time", text)


def test_the_receipt_in_the_readme_is_the_one_its_first_command_prints(leadport: Leadport) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    receipt = re.search(r"<!-- receipt: begin -->\s*```\n(.*?)```", readme, flags=re.DOTALL)
    assert receipt
    first = _shown("README.md")[0]
    answer = leadport(*first, cwd=ROOT)
    assert answer.code == 0, answer
    assert _without_what_differs(answer.out) == _without_what_differs(receipt.group(1))


def test_the_tutorial_works_from_its_first_line_to_its_last(leadport: Leadport) -> None:
    commands = _shown("docs/tutorial/first-import.md")
    assert len(commands) >= 8
    for words in commands:
        known = ["examples/exports/brevo_contacts.csv" if word == "my-customers.csv" else word for word in words]
        asks = words[0] in {"import", "undo"} and "--dry-run" not in words
        answer = leadport(*known, *(["--yes"] if asks else []), cwd=ROOT)
        assert answer.code == 0, (words, answer)


def test_nothing_is_left_in_the_lead_book_at_the_end_of_the_tutorial(leadport: Leadport) -> None:
    for words in _shown("docs/tutorial/first-import.md"):
        if words[0] in {"import", "undo"} and "--dry-run" not in words:
            assert leadport(*words, "--yes", cwd=ROOT).code == 0
    assert leadport.ok("leads", "--json").rows == []
