"""What is repeated and what is not: deadlocks and lost connections are, everything else is passed on."""

from __future__ import annotations

import threading
from pathlib import Path

import psycopg
import pytest
from django.db import IntegrityError, OperationalError, connection, connections, transaction

from leadport.store.attempts import persist
from tests.support.lead_book import Person, account, imported, rows, value

pytestmark = pytest.mark.usefixtures("database")


def test_two_transactions_that_lock_in_opposite_order_both_succeed(tmp_path: Path) -> None:
    account_id = account()
    imported(
        account_id=account_id, people=[Person(email="a@example.com"), Person(email="b@example.com")], directory=tmp_path
    )
    both_hold_one = threading.Barrier(2)
    tries: list[int] = []

    def work(first: int, second: int) -> None:
        tries.append(first)
        with transaction.atomic(durable=True):
            rows("UPDATE lead SET city = coalesce(city, '') || 'x' WHERE id = %s RETURNING 1", first)
            if len(tries) <= 2:
                both_hold_one.wait()
            rows("UPDATE lead SET city = coalesce(city, '') || 'x' WHERE id = %s RETURNING 1", second)

    def run(first: int, second: int) -> None:
        try:
            persist(lambda: work(first, second))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in ((1, 2), (2, 1))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows("SELECT city FROM lead") == [("xx",), ("xx",)]
    assert len(tries) == 3


def test_a_connection_the_server_ended_is_replaced() -> None:
    account()
    ended = False

    def work() -> object:
        nonlocal ended
        with transaction.atomic(durable=True):
            if not ended:
                ended = True
                end_own_connection()
            return value("SELECT name FROM account")

    assert persist(work) == "Main"


def end_own_connection() -> None:
    from tests.support.lead_book import address

    with connection.cursor() as cursor, psycopg.connect(address()) as other:
        cursor.execute("SELECT pg_backend_pid()")
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [cursor.fetchone()[0]])


def test_what_the_data_is_to_blame_for_is_passed_on_at_once() -> None:
    account()
    tries: list[int] = []

    def work() -> object:
        tries.append(1)
        return rows("INSERT INTO account SELECT * FROM account RETURNING 1")

    with pytest.raises(IntegrityError):
        persist(work)
    assert len(tries) == 1


def test_patience_with_a_lost_server_has_an_end() -> None:
    def work() -> None:
        raise OperationalError("the server is away")

    with pytest.raises(OperationalError):
        persist(work, patience=0.3)
