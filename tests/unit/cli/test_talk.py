"""What the import asks, and when it does not."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from leadport.cli import talk as module
from leadport.cli.talk import ImportQuestion, Talk, question
from leadport.domain.actions import Actions
from leadport.domain.results import Earlier
from leadport.domain.verdicts import ExistingPolicy, FilterOptions
from leadport.operations.receive import Source
from tests.unit.cli.test_tell import PREVIEW, REQUEST


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Bars:
    paused = 0

    def __call__(self, **_: object) -> None: ...

    def pause(self) -> None:
        self.paused += 1


def test_yes_on_the_command_line_asks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert Talk(REQUEST, yes=True, shown=Bars()).decide(PREVIEW)
    assert capsys.readouterr() == ("", "")


def test_without_a_terminal_the_question_stays_open_and_names_its_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ImportQuestion, match="--yes") as open_question:
        Talk(REQUEST, yes=False, shown=Bars()).decide(PREVIEW)
    assert open_question.value.option == "--yes"
    out, err = capsys.readouterr()
    assert out == ""
    assert "Uploaded" in err


@pytest.mark.parametrize(
    ("typed", "answer"), [("y\n", True), ("Yes\n", True), ("n\n", False), ("\n", False), ("", False)]
)
def test_on_a_terminal_only_a_yes_is_a_yes(typed: str, answer: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, bars = Terminal(), Bars()
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    monkeypatch.setattr("sys.stderr", terminal)
    assert Talk(REQUEST, yes=False, shown=bars).decide(PREVIEW) is answer
    assert bars.paused == 1
    assert terminal.getvalue().endswith(
        "Import 4 new people, and apply the actions to 3 who are there already, too? [y/N] "
    )


def test_who_sent_the_file_through_standard_input_cannot_answer_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("y\n"))
    monkeypatch.setattr("sys.stderr", Terminal())
    piped = replace(REQUEST, source=Source(name="standard input", stream=io.BytesIO()))
    with pytest.raises(ImportQuestion):
        Talk(piped, yes=False, shown=Bars()).decide(PREVIEW)


def test_a_file_that_landed_before_is_mentioned_and_not_refused(capsys: pytest.CaptureFixture[str]) -> None:
    earlier = Earlier(import_id=7, at=datetime(2026, 1, 2, 12, tzinfo=UTC))
    assert Talk(REQUEST, yes=True, shown=Bars()).decide(replace(PREVIEW, earlier=earlier))
    err = capsys.readouterr().err
    assert err.startswith("This same file was imported on 2026-01-0")
    assert err.endswith("as import 7.\n")


def test_the_question_has_the_numbers_and_says_what_happens_to_existing_leads() -> None:
    bare, keep = replace(REQUEST, actions=Actions()), FilterOptions(existing=ExistingPolicy.KEEP)
    assert question(PREVIEW, bare) == "Import 4 new people, and update 3 who are there already?"
    assert question(PREVIEW, replace(bare, options=keep)) == "Import 4 new people?"
    assert "apply the actions" in question(PREVIEW, replace(REQUEST, options=keep))
    alone = replace(PREVIEW, tally=replace(PREVIEW.tally, new=1, existing=0))
    assert question(alone, REQUEST) == "Import 1 new person?"


def test_an_import_that_goes_on_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    Talk(REQUEST, yes=True, shown=Bars()).resumed(5)
    assert capsys.readouterr().err == "Import 5 was begun before and not finished. It goes on where it stopped.\n"
    assert module.ImportQuestion.code == "import_not_confirmed"
