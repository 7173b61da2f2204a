"""The states of an import, as a diagram and a table."""

from __future__ import annotations

from leadport.domain.status import TRANSITIONS
from pages.markdown import code, table


def page() -> str:
    """The diagram is drawn from the transition table that the program obeys."""
    steps = [f"    {now.value} --> {then.value}" for now, after in TRANSITIONS.items() for then in sorted(after)]
    diagram = "\n".join(["```mermaid", "stateDiagram-v2", "    [*] --> draft", *steps, "```"])
    rows = [
        (code(now.value), ", ".join(code(then.value) for then in sorted(after)) or "nothing: it is over")
        for now, after in TRANSITIONS.items()
    ]
    return "\n\n".join(
        (
            "# States of an import",
            "An import can only take the steps below; everything else is refused.",
            diagram,
            table(headings=("State", "May become"), rows=rows),
        )
    )
