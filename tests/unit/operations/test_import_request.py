"""The same request has the same fingerprint, so that a killed import is found again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from leadport.domain.actions import Actions, AddToList
from leadport.domain.dialect import DialectHints
from leadport.domain.mapping import MatchOverrides
from leadport.domain.verdicts import ExistingPolicy, FilterOptions
from leadport.operations.import_request import ImportRequest, MatchChoices, request_fingerprint
from leadport.operations.receive import Received, Source

RECEIVED = Received(path=Path("list.csv"), name="list.csv", sha256="00", size=1)
REQUEST = ImportRequest(source=Source(name="list.csv", path=Path("list.csv")))


def of(*, account_id: int = 1, received: Received = RECEIVED, request: ImportRequest = REQUEST) -> str:
    return request_fingerprint(account_id=account_id, received=received, request=request)


def test_where_the_bytes_come_from_does_not_matter() -> None:
    moved = replace(RECEIVED, path=Path("elsewhere/copy.csv"), name="copy.csv", spooled=True)
    assert of(received=moved) == of()


def test_everything_that_was_decided_matters() -> None:
    requests = [
        replace(REQUEST, hints=DialectHints(encoding="utf-8")),
        replace(REQUEST, choices=MatchChoices(overrides=MatchOverrides(ignore=("City",)))),
        replace(REQUEST, choices=MatchChoices(preset="shopify_customers")),
        replace(REQUEST, options=FilterOptions(existing=ExistingPolicy.KEEP)),
        replace(REQUEST, actions=Actions(lists=(AddToList(name="Customers"),))),
    ]
    prints = {of(request=request) for request in requests}
    prints |= {
        of(),
        of(account_id=2),
        of(received=replace(RECEIVED, sha256="01")),
        of(received=replace(RECEIVED, pasted=True)),
    }
    assert len(prints) == len(requests) + 4
