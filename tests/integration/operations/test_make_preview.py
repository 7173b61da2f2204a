"""The preview names the kind of export, the causes, and an earlier import of the same file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.imports import Talk, request, run
from tests.support.lead_book import NOW, account

pytestmark = pytest.mark.usefixtures("database")


def test_a_known_export_is_called_by_its_title(tmp_path: Path) -> None:
    talk = Talk()
    header = (
        "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,"
        "Default Address Address1,Default Address City,Total Spent,Total Orders"
    )
    run(
        request(f"{header}\n'1,Zoe,Q,zoe@example.com,yes,,,Oslo,1.00,1\n"),
        account_id=account(),
        home=tmp_path,
        talk=talk,
    )
    (preview,) = talk.previews
    assert preview.export == "Shopify customers export"
    assert preview.match.preset == "shopify_customers"
    assert preview.import_id == 1


def test_only_what_landed_in_this_account_counts_as_earlier(tmp_path: Path) -> None:
    talk = Talk()
    text = "email\nzoe@example.com\n"
    run(request(text), account_id=account(), home=tmp_path, talk=Talk(answer=False))
    run(request(text), account_id=account("Other"), home=tmp_path)
    run(request(text), account_id=account(), home=tmp_path, talk=talk)
    run(request(text), account_id=account(), home=tmp_path, talk=talk)
    first, second = talk.previews
    assert first.earlier is None
    assert second.earlier is not None
    assert (second.earlier.import_id, second.earlier.at) == (first.import_id, NOW)
