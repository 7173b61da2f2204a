"""The documentation tells everything there is, and nothing that is not there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperCommand, TyperGroup

from leadport.cli.main import app
from leadport.config.environment import SETTINGS
from leadport.domain.fields import FIELDS
from leadport.domain.reasons import REASONS
from leadport.domain.status import TRANSITIONS, ImportState
from leadport.domain.verdicts import Verdict
from tests.repository.tree import DOCS, ROOT, files, named, page

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def _pages() -> list[Path]:
    return [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + files(below=DOCS, suffix=".md")


def _commands(group: object, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], TyperCommand]]:
    """Every command that does something, by the words it is called with; a hidden one is not for users."""
    if isinstance(group, TyperGroup):
        for name, command in group.commands.items():
            if not command.hidden:
                yield from _commands(command, (*words, name))
    else:
        assert isinstance(group, TyperCommand)
        yield words, group


COMMANDS = dict(_commands(typer.main.get_command(app)))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_and_option_is_in_the_reference(words: tuple[str, ...]) -> None:
    text = page("reference/cli.md")
    heading = re.search(rf"^#+ .*`leadport {re.escape(' '.join(words))}\b.*$", text, flags=re.MULTILINE)
    assert heading, f"`leadport {' '.join(words)}` has no heading in docs/reference/cli.md"
    section = re.split(r"^#+ .*`leadport ", text[heading.end() :], maxsplit=1, flags=re.MULTILINE)[0]
    options = [name for param in COMMANDS[words].params for name in param.opts if name.startswith("--")]
    missing = [name for name in options if name not in section and name not in {"--help", "--account", "--home"}]
    assert not missing, f"options of `leadport {' '.join(words)}` without a word: {missing}"


def test_the_options_that_work_everywhere_are_in_the_reference() -> None:
    text = page("reference/cli.md")
    assert all(name in text for name in ("--account", "--home", "--help"))


@pytest.mark.parametrize("name", [setting.name for setting in SETTINGS])
def test_every_setting_is_in_the_reference(name: str) -> None:
    assert f"`{name}`" in page("reference/settings.md")


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_is_in_the_reference(code: str) -> None:
    assert f"`{code}`" in page("reference/reasons.md")


@pytest.mark.parametrize("state", list(ImportState))
def test_every_state_of_an_import_is_in_the_reference(state: ImportState) -> None:
    assert f"`{state.value}`" in page("reference/states.md")


def test_the_diagram_of_the_states_is_the_transition_table() -> None:
    arrows = set(re.findall(r"^ +(\w+) --> (\w+)$", page("reference/states.md"), flags=re.MULTILINE))
    assert arrows == {(now.value, then.value) for now, after in TRANSITIONS.items() for then in after}


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_is_explained(verdict: Verdict) -> None:
    assert f"`{verdict.value}`" in page("explanation/verdicts.md")


@pytest.mark.parametrize("key", FIELDS)
def test_every_field_is_in_the_reference_with_its_label_and_type(key: str) -> None:
    field = FIELDS[key]
    row = rf"^\| *`{key}` *\| *{re.escape(field.label)} *\| *{field.type.value}\b"
    assert re.search(row, page("reference/fields.md"), flags=re.MULTILINE)


def test_every_exit_code_is_in_the_reference() -> None:
    text = page("reference/exit-codes.md")
    assert all(f"| {code} |" in text for code in range(5))


def test_every_page_can_be_reached_from_the_index() -> None:
    reached: set[Path] = set()
    waiting = [DOCS / "index.md"]
    while waiting:
        at = waiting.pop()
        if at in reached or not at.is_file():
            continue
        reached.add(at)
        waiting += [
            (at.parent / link.partition("#")[0]).resolve()
            for link in _links(at)
            if link.endswith(".md") or ".md#" in link
        ]
    lost = [named(path) for path in files(below=DOCS, suffix=".md") if path not in reached]
    assert not lost, f"no way leads there from docs/index.md: {lost}"


def test_every_link_leads_somewhere() -> None:
    broken = []
    for at in _pages():
        for link in _links(at):
            place, _, anchor = link.partition("#")
            target = (at.parent / place).resolve() if place else at
            if not target.exists() or (anchor and target.suffix == ".md" and anchor not in _anchors(target)):
                broken.append(f"{named(at)}: {link}")
    assert not broken, f"links to nowhere: {broken}"


def _links(at: Path) -> list[str]:
    return [link for link in LINK.findall(_without_code(at)) if not re.match(r"[a-z]+:", link)]


def _without_code(at: Path) -> str:
    return re.sub(r"```.*?```|`[^`\n]*`", "", at.read_text(encoding="utf-8"), flags=re.DOTALL)


def _anchors(at: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", at.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


def _shown_commands() -> Iterator[tuple[str, list[str]]]:
    """Each line in a block of code that runs the program, with the words after the program's name."""
    for at in _pages():
        for block in re.findall(
            r"^```(?:sh|console)?\n(.*?)^```", at.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
        ):
            for line in block.replace("\\\n", " ").splitlines():
                called = re.match(r"\s*(?:\$ )?(?:\.venv/bin/|\./)?leadport (.+)", line)
                if called:
                    yield named(at), shlex.split(called.group(1), comments=True)


def test_every_command_line_shown_exists_with_its_options() -> None:
    shown = list(_shown_commands())
    assert shown
    wrong = [f"{where}: leadport {' '.join(words)}" for where, words in shown if not _exists(words)]
    assert not wrong, f"shown and not there: {wrong}"


def _exists(words: list[str]) -> bool:
    for length in (2, 1):
        command = COMMANDS.get(tuple(words[:length]))
        if command is not None:
            known = {name for param in command.params for name in (*param.opts, *param.secondary_opts)} | {"--help"}
            return all(word.partition("=")[0] in known for word in words if re.match(r"--[a-z]", word))
    return words[0] in {"--help", "--version"}


def test_every_make_task_shown_exists() -> None:
    tasks = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    shown = {task for at in _pages() for task in re.findall(r"`?\bmake ([a-z-]+)`", at.read_text(encoding="utf-8"))}
    assert shown
    assert shown <= tasks, f"not in the Makefile: {sorted(shown - tasks)}"


def test_the_readme_begins_with_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    first = re.search(r"```(?:sh|console)?\n(.*?)```", text, flags=re.DOTALL)
    assert first
    lines = [line.strip() for line in first.group(1).splitlines() if line.strip()]
    assert lines == [
        './leadport import examples/shopify.csv --list Customers --tag "Source/Shopify" --sequence "Welcome:2" --yes',
        "make test",
    ]
