"""What the headers propose and the values allow, before columns compete for fields."""

from __future__ import annotations

from dataclasses import dataclass

from leadport.domain.synonyms import Qualifier
from leadport.engine.fitting import NEVER, fit
from leadport.engine.headers import Reading, readings
from leadport.engine.profile import ColumnProfile
from leadport.engine.wording import squash

LEAST = 0.7
"""Below this a suggestion is not made: unknown is better than wrong."""

_ORDERS = frozenset(
    {
        "bestellnummer", "discountcode", "financialstatus", "fulfillmentstatus", "lineitemname", "lineitemprice",
        "lineitemquantity", "lineitemsku", "numerodecommande", "orderdate", "orderid", "orderitems", "orderkey",
        "ordernumber", "orderstatus", "ordersubtotal", "ordertotal", "paymentmethod", "paymentmethodtitle",
        "shippingmethod", "shippingtotal", "subtotal",
    }
)  # fmt: skip
_PLANS = frozenset(
    {"plan", "planname", "planid", "delinquent", "subscriptionid", "subscriptionplan", "billinginterval"}
)
_NOT_OF_ORDERS = frozenset({"signup_date", "status", "external_id", "notes", "tags", "source", "updated_at", "lists"})


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A column, one way to read its header that its values do not contradict, and how sure that is (0 to 1)."""

    profile: ColumnProfile
    reading: Reading
    score: float

    @property
    def index(self) -> int:
        """The column's place, from 0."""
        return self.profile.index

    def says(self, *qualifiers: Qualifier) -> bool:
        """True when one of the qualifiers stands in the header."""
        return not self.reading.context.isdisjoint(qualifiers)


@dataclass(frozen=True, kw_only=True)
class Suggested:
    """The field suggested for a column, and how sure that is."""

    field: str
    confidence: float


Suggestions = dict[int, Suggested]
"""Suggestions by column index."""


def propose(*, profiles: tuple[ColumnProfile, ...]) -> tuple[Proposal, ...]:
    """Every reading of every header that fits its values, in the order of the columns."""
    header = {squash(text=profile.column) for profile in profiles}
    orders, plans = len(header & _ORDERS) >= 2, bool(header & _PLANS)
    found = []
    for profile in profiles:
        for reading in readings(header=profile.column):
            score = reading.strength * fit(field=reading.field, profile=profile)
            if score == NEVER or (plans and reading.field == "status") or (orders and _of_the_order(profile, reading)):
                continue
            found.append(Proposal(profile=profile, reading=reading, score=round(score, 3)))
    return tuple(found)


def _of_the_order(profile: ColumnProfile, reading: Reading) -> bool:
    """In a list of orders, dates, states, notes and ids belong to the order, unless the header says customer."""
    return reading.field in _NOT_OF_ORDERS and "customer" not in squash(text=profile.column)


def strongest(*, proposals: list[Proposal], ranks: dict[int, int] | None = None) -> Proposal | None:
    """The proposal that wins a field: by strength of the words, rank, fill (in tenths), then place in the file."""
    return max(
        proposals,
        key=lambda each: (
            not each.profile.empty,
            each.reading.strength,
            (ranks or {}).get(each.index, 0),
            round(each.profile.fill, 1),
            each.score,
            -each.index,
        ),
        default=None,
    )
