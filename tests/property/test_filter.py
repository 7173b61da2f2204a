"""The filter gives what a naive loop over the records would give, and no record is lost or judged twice."""

from __future__ import annotations

import tempfile
from dataclasses import astuple, dataclass
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from leadport.domain.reasons import REASONS
from leadport.domain.verdicts import FilterOptions, StatusPolicy
from leadport.engine.address import Address, parse_address
from tests.support.people import judged, mapping_of, normalised, rows_of

_EMAILS = [
    "ann@example.com",
    "ANN@example.com",
    "bob@example.com",
    "a.b@gmail.com",
    "ab+1@gmail.com",
    "ab@googlemail.com",
]
_EMAILS += ["cid@bücher.example", "cid@xn--bcher-kva.example", "nobody", "", "dora@@example.com", " bob@example.com "]
_STATUSES = {"": None, "active": None, "unsubscribed": "unsubscribe", "cleaned": "bounce", "spam": "complaint"}
_STATUSES |= {"inactive": "abandoned", "pending": "not_subscribed", "gold": None}
_STRENGTH = ["not_subscribed", "abandoned", "bounce", "unsubscribe", "complaint"]
_KEYS = ["ann@example.com", "bob@example.com", "a.b@gmail.com", "cid@xn--bcher-kva.example"]

rows = st.lists(st.tuples(st.sampled_from(_EMAILS), st.sampled_from(sorted(_STATUSES))), max_size=12)


@dataclass(frozen=True)
class Expected:
    verdict: str
    reason: str | None
    first: int | None = None
    lead: int | None = None
    suppress: str | None = None


def _naive(
    people: list[tuple[str, str]],
    existing: dict[str, int],
    suppressed: dict[str, str],
    *,
    heeded: bool,
    continues: bool,
) -> list[Expected]:
    parsed = [parse_address(email) for email, _ in people]
    gone: dict[str, str] = {}
    for found, (_, word) in zip(parsed, people, strict=True):
        kind = _STATUSES[word]
        if heeded and kind and isinstance(found, Address):
            gone[found.mailbox_key] = max(gone.get(found.mailbox_key, kind), kind, key=_STRENGTH.index)
    first: dict[str, int] = {}
    above: int | None = None
    expected = []
    for number, found in enumerate(parsed, start=1):
        if not isinstance(found, Address):
            blank = found.reason == "email_missing"
            if continues and blank and people[number - 1][1] != "":
                verdict = (
                    Expected("duplicated", "continuation_row", above) if above else Expected("failed", found.reason)
                )
            elif blank and people[number - 1][1] == "":
                verdict = Expected("failed", "empty_record")
            else:
                verdict, above = Expected("failed", found.reason), None
            expected.append(verdict)
            continue
        standing = first.setdefault(found.email_key, number)
        above = standing
        left = gone.get(found.mailbox_key)
        if standing < number:
            expected.append(Expected("duplicated", "duplicate_in_file", standing))
        elif found.email_key in suppressed:
            expected.append(Expected("blocked", f"blocked_{suppressed[found.email_key]}"))
        elif left:
            kind = "unsubscribe" if left == "not_subscribed" else left
            expected.append(Expected("blocked", f"source_{left}", suppress=kind))
        elif found.email_key in existing:
            expected.append(Expected("existing", "already_in_account", lead=existing[found.email_key]))
        else:
            expected.append(Expected("new", None))
    return expected


@settings(max_examples=40, deadline=None)
@given(
    people=rows,
    existing=st.dictionaries(st.sampled_from(_KEYS), st.integers(1, 99), max_size=3),
    suppressed=st.dictionaries(st.sampled_from(_KEYS), st.sampled_from(["complaint", "manual"]), max_size=2),
    heeded=st.booleans(),
    continues=st.booleans(),
)
def test_the_filter_equals_a_naive_loop(
    people: list[tuple[str, str]], existing: dict[str, int], suppressed: dict[str, str], heeded: bool, continues: bool
) -> None:
    options = FilterOptions(status=StatusPolicy.BLOCK if heeded else StatusPolicy.IGNORE)
    with tempfile.TemporaryDirectory() as room:
        directory = Path(room)
        mapping = mapping_of("email", "status", continuation_rows=continues)
        _, values = normalised(directory=directory, rows=people, mapping=mapping, options=options)
        verdicts, tally = judged(
            directory=directory, values=values, options=options, existing=existing, suppressed=suppressed
        )
        names = ("record_number", "verdict", "reason", "first_record", "lead_id", "suppress")
        found = rows_of(verdicts.path, *names)
    assert [row[0] for row in found] == list(range(1, len(people) + 1))
    expected = _naive(people, existing, suppressed, heeded=heeded, continues=continues)
    assert [row[1:] for row in found] == [astuple(each) for each in expected]
    assert tally.balanced
    assert tally.uploaded == len(people)
    assert {each.reason for each in expected if each.reason} <= set(REASONS)
