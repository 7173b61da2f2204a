"""A refusal has a stable code and a sentence; an open question names the option that answers it."""

from __future__ import annotations

from leadport.domain.refusal import OpenQuestion, Refusal


class TooLate(Refusal):
    """A refusal as operations define them."""

    code = "too_late"


def test_a_refusal_carries_its_sentence_and_the_code_of_its_kind() -> None:
    refusal = TooLate("The import has landed. Undo it instead.")
    assert refusal.code == "too_late"
    assert refusal.message == str(refusal) == "The import has landed. Undo it instead."


def test_an_open_question_is_a_refusal_that_names_the_option_that_answers_it() -> None:
    question = OpenQuestion("Which column holds the address?", option="--match")
    assert isinstance(question, Refusal)
    assert (question.code, question.option) == ("question_open", "--match")
