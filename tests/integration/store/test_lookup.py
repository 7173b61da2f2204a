"""Asking the lead book and the blocklist about a file's keys, whether the book is smaller or larger than the file."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from leadport.store import lookup
from leadport.store.lookup import look_up
from tests.support.lead_book import Person, account, imported, rows, value

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(params=["read as a whole", "asked key by key"])
def _size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "asked key by key":
        monkeypatch.setattr(lookup, "_NEAR", 0)


def asked(
    account_id: int, directory: Path, *addresses: str, mailbox: dict[str, str] | None = None
) -> tuple[set[object], set[object]]:
    """Existing and suppressed for these addresses, as sets of rows."""
    directory.mkdir(exist_ok=True)
    with duckdb.connect(":memory:") as files:
        files.execute("CREATE TABLE key (email_key VARCHAR, mailbox_key VARCHAR, domain VARCHAR)")
        for each in addresses:
            files.execute(
                "INSERT INTO key VALUES (?, ?, ?)", [each, (mailbox or {}).get(each, each), each.split("@")[1]]
            )
        files.sql("FROM key").write_parquet(str(directory / "keys.parquet"))
        found = look_up(account_id=account_id, keys=directory / "keys.parquet", directory=directory)
        existing = files.read_parquet(str(found.existing)).fetchall()
        suppressed = files.read_parquet(str(found.suppressed)).fetchall()
    assert found.watermark > 0
    return set(existing), set(suppressed)


def block(account_id: int, scope: str, key: str, kind: str = "manual", *, lifted: bool = False) -> None:
    rows(
        "INSERT INTO suppression (account_id, id, scope, key, kind, address, reason, source, created_at, created_by, "
        "lifted_at, lifted_by, lift_reason) SELECT %s, 900 + count(*), %s, %s, %s, '', '', '', now(), '', "
        "CASE WHEN %s THEN now() END, CASE WHEN %s THEN 'x' END, CASE WHEN %s THEN 'r' END FROM suppression "
        "RETURNING 1",
        account_id, scope, key, kind, lifted, lifted, lifted,
    )  # fmt: skip


@pytest.mark.usefixtures("_size")
def test_leads_are_found_by_key_and_only_in_their_own_account(tmp_path: Path) -> None:
    account_id, other = account(), account("Other")
    crowd = [Person(email="Ann@Example.com"), Person(email='"odd,name"@example.com'), Person(email="bob@example.com")]
    imported(account_id=account_id, people=crowd, directory=tmp_path)
    ann, odd = rows("SELECT id FROM lead WHERE email_key <> 'bob@example.com' ORDER BY email_key DESC")
    keys = ("ann@example.com", '"odd,name"@example.com', "new@example.com")
    existing, _ = asked(account_id, tmp_path / "a", *keys)
    assert existing == {("ann@example.com", *ann), ('"odd,name"@example.com', *odd)}
    assert asked(other, tmp_path / "b", *keys)[0] == set()


@pytest.mark.usefixtures("_size")
def test_an_empty_account_answers_with_empty_files(tmp_path: Path) -> None:
    assert asked(account(), tmp_path, "a@example.com") == (set(), set())


@pytest.mark.usefixtures("_size")
def test_the_blocklist_is_asked_by_mailbox_domain_and_hash(tmp_path: Path) -> None:
    account_id = account()
    block(account_id, "address", "ab@gmail.com", "unsubscribe")
    block(account_id, "domain", "blocked.test", "manual")
    block(account_id, "sha256", str(value("SELECT encode(sha256('s@example.com'), 'hex')")), "bounce")
    block(account_id, "md5", str(value("SELECT md5('m@example.com')")), "complaint")
    block(account_id, "address", "free@example.com", lifted=True)
    block(account("Other"), "address", "free@example.com")
    keys = (
        "a.b+x@gmail.com",
        "x@blocked.test",
        "s@example.com",
        "m@example.com",
        "free@example.com",
        "x@sub.blocked.test",
    )
    _, suppressed = asked(account_id, tmp_path, *keys, mailbox={"a.b+x@gmail.com": "ab@gmail.com"})
    assert suppressed == {
        ("a.b+x@gmail.com", "unsubscribe"), ("x@blocked.test", "manual"),
        ("s@example.com", "bounce"), ("m@example.com", "complaint"),
    }  # fmt: skip


@pytest.mark.usefixtures("_size")
def test_the_strongest_of_several_entries_stands(tmp_path: Path) -> None:
    account_id = account()
    block(account_id, "address", "a@example.com", "manual")
    block(account_id, "domain", "example.com", "complaint")
    block(account_id, "md5", str(value("SELECT md5('a@example.com')")), "bounce")
    assert asked(account_id, tmp_path, "a@example.com")[1] == {("a@example.com", "complaint")}


def test_a_server_that_was_restored_is_not_trusted_with_old_numbers() -> None:
    now = lookup.current_watermark()
    assert lookup.trusted_watermark(now) == now
    assert lookup.trusted_watermark(now + 1_000_000) == 0
