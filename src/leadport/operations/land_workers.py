"""Shares the chunks of a landing among threads with a database connection each."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event

from django.db import connections

from leadport.store.attempts import persist
from leadport.store.land_chunk import Job, MetExistingLeadError, RepeatChunkError, land_chunk
from leadport.store.land_suppressions import land_suppressions
from leadport.store.ledger import chunks_done
from leadport.store.plan_slices import PlanSlices

_MOST_REPEATS = 20

Counted = Callable[[int, int], None]
"""Told how many rows of the plan and the blocklist file are done, and of how many."""


def uncounted(_done: int, _total: int) -> None:
    """Say nothing."""


@dataclass(frozen=True, kw_only=True)
class Work:
    """A landing and its files; `records` and `entries` are the rows of the plan and of the blocklist file."""

    job: Job
    plan: Path
    suppress: Path
    records: int
    entries: int


def land_all(*, work: Work, slices: PlanSlices, workers: int, progress: Counted) -> None:
    """Land every chunk that has not landed yet, `workers` at a time; their keys never overlap.

    `slices` is used when one worker is enough, in this thread and on its connection. The first failure lets the other
    chunks under way finish, and is raised.
    """
    missing = persist(partial(_missing, work))
    total = work.records + work.entries
    left = sum(size for _, size in missing)
    progress(total - left, total)
    queue: SimpleQueue[tuple[Callable[[PlanSlices], None], int]] = SimpleQueue()
    for chunk in missing:
        queue.put(chunk)
    landed: SimpleQueue[int] = SimpleQueue()
    stop = Event()
    if min(workers, len(missing)) <= 1:
        _set_import(work.job, slices)
        for size in _land_queued(slices, queue, stop):
            left -= size
            progress(total - left, total)
        return
    with ThreadPoolExecutor(max_workers=min(workers, len(missing)), thread_name_prefix="land") as pool:
        futures = [pool.submit(_run_thread, work, queue, landed, stop) for _ in range(min(workers, len(missing)))]
        try:
            for size in _landings(futures, landed):
                left -= size
                progress(total - left, total)
        finally:
            stop.set()
    for future in futures:
        future.result()


def _missing(work: Work) -> list[tuple[Callable[[PlanSlices], None], int]]:
    """What is still to do, in order, with its size."""
    job = work.job
    span, size = job.last_seq - job.first_seq + 1, job.chunk_size
    done = chunks_done(account_id=job.account_id, import_id=job.import_id, phase="land")
    suppressed = chunks_done(account_id=job.account_id, import_id=job.import_id, phase="suppress")
    chunks: list[tuple[Callable[[PlanSlices], None], int]] = [
        (partial(_land, job, number), min(size, span - number * size))
        for number in range(-(-span // size))
        if number not in done
    ]
    chunks += [
        (partial(_suppress, job, number), min(size, work.entries - number * size))
        for number in range(-(-work.entries // size))
        if number not in suppressed
    ]
    return chunks


def _landings(futures: list[Future[None]], landed: SimpleQueue[int]) -> Iterator[int]:
    """The sizes of chunks as they land, until no thread is at work any more."""
    while True:
        finished = all(future.done() for future in futures)
        try:
            yield landed.get(timeout=0 if finished else 0.1)
        except Empty:
            if finished:
                return


def _run_thread(
    work: Work, queue: SimpleQueue[tuple[Callable[[PlanSlices], None], int]], landed: SimpleQueue[int], stop: Event
) -> None:
    try:
        with _slices(work) as slices:
            for size in _land_queued(slices, queue, stop):
                landed.put(size)
    finally:
        stop.set()
        connections.close_all()


def _land_queued(
    slices: PlanSlices, queue: SimpleQueue[tuple[Callable[[PlanSlices], None], int]], stop: Event
) -> Iterator[int]:
    while not stop.is_set():
        try:
            chunk, size = queue.get_nowait()
        except Empty:
            return
        chunk(slices)
        yield size


@contextmanager
def _slices(work: Work) -> Iterator[PlanSlices]:
    with (
        tempfile.TemporaryDirectory(prefix="landing-", dir=work.plan.parent) as room,
        PlanSlices(plan=work.plan, suppress=work.suppress, room=Path(room)) as slices,
    ):
        _set_import(work.job, slices)
        yield slices


def _set_import(job: Job, slices: PlanSlices) -> None:
    slices.set_import(
        account_id=job.account_id,
        import_id=job.import_id,
        first_id=job.first_id,
        first_seq=job.first_seq,
        now=job.now,
        named=job.targets.named_in_file,
    )


def _land(job: Job, number: int, slices: PlanSlices) -> None:
    merging, repeats = False, 0
    while True:
        try:
            persist(partial(land_chunk, job=job, slices=slices, number=number, merging=merging))
        except MetExistingLeadError:
            merging = True
        except RepeatChunkError:
            repeats += 1
            if repeats > _MOST_REPEATS:
                raise
        else:
            return


def _suppress(job: Job, number: int, slices: PlanSlices) -> None:
    persist(partial(land_suppressions, job=job, slices=slices, number=number))
