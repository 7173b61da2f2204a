"""The reference of the reasons and notes."""

from __future__ import annotations

from leadport.domain.reasons import REASONS, NoteKind
from leadport.domain.verdicts import Verdict
from pages.markdown import code, table

_HEADINGS = {
    Verdict.FAILED: "Failed",
    Verdict.DUPLICATED: "Duplicated",
    Verdict.BLOCKED: "Blocked",
    Verdict.EXISTING: "Already existing",
    NoteKind.REPAIR: "Repairs",
    NoteKind.WARNING: "Warnings",
    NoteKind.SUGGESTION: "Suggestions",
}

_INTRODUCTION = """
# Reasons

Every record has exactly one verdict: new, already existing, duplicated, blocked or failed. All but the new ones have a
reason. Codes are stable: `import --json`, `rows` and the downloaded CSV use them. Repairs, warnings and suggestions are
notes beside a verdict and decide nothing.
"""


def page() -> str:
    """All reasons, grouped by what they decide."""
    sections = [_INTRODUCTION.strip()]
    for decided, heading in _HEADINGS.items():
        rows = [(code(each.code), each.title, each.template) for each in REASONS.values() if each.decides == decided]
        sections.append(f"## {heading}\n\n" + table(headings=("Code", "Title", "Sentence"), rows=rows))
    return "\n\n".join(sections)
