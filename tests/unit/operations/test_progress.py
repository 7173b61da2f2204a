"""How stages that know only numbers say how far they are."""

from __future__ import annotations

from leadport.operations.progress import Step, of_step, silent


def test_a_stage_reports_under_its_step() -> None:
    heard: list[tuple[Step, int, int | None]] = []

    def progress(*, step: Step, done: int, total: int | None) -> None:
        heard.append((step, done, total))

    say = of_step(progress, step=Step.READ)
    say(1, 10)
    say(10, 10)
    assert heard == [(Step.READ, 1, 10), (Step.READ, 10, 10)]


def test_silence_is_a_progress_too() -> None:
    of_step(silent, step=Step.READ)(1, 2)
