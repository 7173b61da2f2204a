"""What is measured: one function for each promise about speed and memory, each answering with a row of the table."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.floors import floor_of_landing, floor_of_reading
from bench.home import fresh_home, settle
from bench.people import PeopleFile, describe, write_people
from bench.program import Run, import_people
from leadport.config import embedded

FILTERING = ("receive", "detect", "read", "match", "normalise", "look_up", "filter")
"""The stages that are compared with reading the file; a receipt need not tell all of them apart."""

CROWD = 5_000_000
NEWCOMERS = 100_000


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One row: a value beside its floor. `limit` and `aim` bound the ratio, or the value where there is no floor."""

    name: str
    what: str
    value: float
    unit: str
    floor: float | None = None
    floor_name: str = ""
    limit: float | None = None
    aim: float | None = None

    @property
    def ratio(self) -> float | None:
        """The value in floors."""
        return self.value / self.floor if self.floor else None

    @property
    def holds(self) -> bool:
        """True when the limit is kept."""
        judged = self.value if self.ratio is None else self.ratio
        return self.limit is None or judged <= self.limit


@dataclass(frozen=True, kw_only=True)
class Bench:
    """What all measurements share: where files go, how many people, and where a sentence about progress goes."""

    workdir: Path
    rows: int
    tell: Callable[[str], None]

    def people(self, records: int, *, start: int = 0) -> PeopleFile:
        """A file of invented people, made once and kept in the work directory."""
        path = self.workdir / f"people-{start}-{records}.csv"
        if path.exists():
            return describe(path=path, records=records)
        self.tell(f"Writing {records:,} people")
        return write_people(path=path, records=records, start=start)


def whole_import(bench: Bench) -> list[Measure]:
    """File to landed with list, tag and sequence, its stages, its memory, and the same file again."""
    people = bench.people(bench.rows)
    bench.tell("Floor R: reading the file into a table")
    reading = floor_of_reading(file=people.path)
    with fresh_home(workdir=bench.workdir, name="whole") as home:
        bench.tell(f"Importing {people.records:,} people")
        first = import_people(file=people.path, home=home)
        _check(first, people)
        settle(home=home)
        bench.tell("Floor L: copying the finished rows into lean tables")
        import_id = int(str(first.answer["import_id"]))
        landing, rows = floor_of_landing(home=home, workdir=bench.workdir, import_id=import_id)
        settle(home=home)
        bench.tell("Importing the same file again")
        again = import_people(file=people.path, home=home)
    filtering = sum(first.stages.get(stage, 0.0) for stage in FILTERING)
    size = f"{people.records:,} people"
    return [
        Measure(
            name="import",
            what=f"whole import of {size}, {rows:,} rows landed",
            value=first.seconds,
            unit="s",
            floor=landing,
            floor_name="L",
            limit=2.5,
            aim=1.5,
        ),
        Measure(
            name="filter",
            what="detect, read, match, normalise, filter",
            value=filtering,
            unit="s",
            floor=reading,
            floor_name="R",
            limit=6,
            aim=3,
        ),
        Measure(name="memory", what=f"peak memory at {size}", value=first.peak_mb, unit="MB", limit=600),
        Measure(
            name="again",
            what="the same file again",
            value=again.seconds,
            unit="s",
            floor=first.seconds,
            floor_name="first time",
            limit=1,
        ),
        *_stages(first),
    ]


def cold_start(bench: Bench) -> list[Measure]:
    """Ten people through ./leadport while no server runs; the middle of three times."""
    times = []
    with fresh_home(workdir=bench.workdir, name="cold") as home:
        import_people(file=bench.people(10).path, home=home, launcher=True)
        for turn in range(1, 4):
            embedded.stop(home=home)
            file = bench.people(10, start=turn * 1000)
            bench.tell("Importing ten people with the server stopped")
            times.append(import_people(file=file.path, home=home, launcher=True).seconds)
    return [
        Measure(name="cold", what="ten people, server not running", value=statistics.median(times), unit="s", limit=3)
    ]


def flat_memory(bench: Bench) -> list[Measure]:
    """Peak memory with ten times as many people beside the usual number."""
    peaks = []
    for records in (bench.rows, bench.rows * 10):
        people = bench.people(records)
        with fresh_home(workdir=bench.workdir, name="memory") as home:
            bench.tell(f"Importing {records:,} people")
            run = import_people(file=people.path, home=home)
            _check(run, people)
            peaks.append(run.peak_mb)
    what = f"peak memory at {bench.rows * 10:,} people"
    return [
        Measure(
            name="flat",
            what=what,
            value=peaks[1],
            unit="MB",
            floor=peaks[0],
            floor_name=f"at {bench.rows:,}",
            limit=1.2,
        )
    ]


def crowded(bench: Bench) -> list[Measure]:
    """A hundred thousand people into a lead book of five million beside the same into an empty one."""
    newcomers = bench.people(NEWCOMERS, start=CROWD)
    with fresh_home(workdir=bench.workdir, name="empty") as home:
        bench.tell(f"Importing {NEWCOMERS:,} people into an empty lead book")
        empty = import_people(file=newcomers.path, home=home)
    with fresh_home(workdir=bench.workdir, name="crowd") as home:
        bench.tell(f"Filling a lead book with {CROWD:,} people")
        import_people(file=bench.people(CROWD).path, home=home)
        settle(home=home)
        bench.tell(f"Importing {NEWCOMERS:,} people into it")
        full = import_people(file=newcomers.path, home=home)
        _check(full, newcomers)
    what = f"{NEWCOMERS:,} people into a lead book of {CROWD:,}"
    return [
        Measure(
            name="crowd",
            what=what,
            value=full.seconds,
            unit="s",
            floor=empty.seconds,
            floor_name="into an empty one",
            limit=1.3,
        )
    ]


USUAL: dict[str, Callable[[Bench], list[Measure]]] = {"whole": whole_import, "cold": cold_start}
FULL: dict[str, Callable[[Bench], list[Measure]]] = {**USUAL, "flat": flat_memory, "crowd": crowded}
"""What `--only` may name; those not in USUAL take many minutes and run with `--full`."""


def _stages(run: Run) -> list[Measure]:
    order = {stage: place for place, stage in enumerate((*FILTERING, "plan", "land", "total"))}
    stages = sorted(run.stages.items(), key=lambda pair: order.get(pair[0], len(order)))
    return [Measure(name=f"stage {stage}", what="", value=seconds, unit="s") for stage, seconds in stages]


def _check(run: Run, people: PeopleFile) -> None:
    """A fast wrong import is no result: the tally must be what the file was made for."""
    told = {name: run.answer.get(name) for name in ("uploaded", "new", "duplicated", "failed")}
    made = {"uploaded": people.records, "new": people.people, "duplicated": people.duplicated, "failed": people.invalid}
    if told != made:
        raise ValueError(f"the file was made for {made}, the receipt says {told}")
