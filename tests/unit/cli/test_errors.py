"""Trouble becomes a sentence, a code and JSON; bugs stay bugs."""

from __future__ import annotations

import json

import pytest
import typer

from leadport.cli.errors import ExitCode, exit_code, told
from leadport.domain.fault import Fault
from leadport.domain.refusal import OpenQuestion, Refusal


class Refused(Refusal):
    code = "no_such_thing"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Refused("No."), ExitCode.REFUSED),
        (OpenQuestion("Which?", option="--which"), ExitCode.QUESTION),
        (Fault("Full.", code="disk_full"), ExitCode.FAULT),
    ],
)
def test_each_kind_of_trouble_has_its_exit_code(error: Refusal | Fault, code: ExitCode) -> None:
    assert exit_code(error) is code
    with pytest.raises(typer.Exit) as end, told(as_json=False):
        raise error
    assert end.value.exit_code == code


def test_the_sentence_goes_to_stderr_and_json_to_stdout_only_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for as_json in (False, True):
        with pytest.raises(typer.Exit), told(as_json=as_json):
            raise OpenQuestion("Which \x1b[1mone?", option="--which")
        out, err = capsys.readouterr()
        assert err == "Which [1mone? [question_open]\n"
        if as_json:
            assert json.loads(out)["error"] == {
                "code": "question_open",
                "message": "Which \x1b[1mone?",
                "option": "--which",
            }
        else:
            assert out == ""


def test_stopping_says_how_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as end, told(as_json=False, when_stopped="Run it again."):
        raise KeyboardInterrupt
    assert end.value.exit_code == 130
    assert capsys.readouterr().err == "Stopped. Run it again.\n"


def test_a_bug_goes_through() -> None:
    with pytest.raises(ZeroDivisionError), told(as_json=True):
        raise ZeroDivisionError
