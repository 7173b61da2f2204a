"""`python -m bench`: measures the importer beside its floors, in one run on one machine, and prints the ratios."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench.measures import FULL, USUAL, Bench, Measure
from bench.program import ProgramError
from bench.report import as_json, as_text, into_page

_PAGE = Path(__file__).parent.parent / "docs" / "explanation" / "speed.md"


def main() -> int:
    """Take the measurements asked for; 1 when a limit is missed or the program failed."""
    asked = _asked()
    asked.workdir.mkdir(parents=True, exist_ok=True)
    # The embedded server may run as another user, who must be able to walk through.
    asked.workdir.chmod(0o711)
    bench = Bench(workdir=asked.workdir, rows=asked.rows, tell=_tell)
    chosen = [asked.only] if asked.only else list(FULL if asked.full else USUAL)
    measures: list[Measure] = []
    for name in chosen:
        try:
            measures += FULL[name](bench)
        except (ProgramError, ValueError) as error:
            _tell(f"{name}: {error}")
            return 1
    print(as_text(measures))
    if asked.json:
        asked.json.write_text(as_json(measures) + "\n", encoding="utf-8")
    if asked.markdown:
        into_page(measures, page=_PAGE)
    return 0 if all(one.holds for one in measures) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--rows", type=int, default=1_000_000, metavar="N", help="people in the file (default 1,000,000)"
    )
    parser.add_argument("--only", choices=sorted(FULL), help="take this measurement alone")
    parser.add_argument(
        "--full", action="store_true", help="also ten times the people, and a lead book of five million"
    )
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the measurements to this file as well")
    parser.add_argument("--markdown", action="store_true", help="put the table into docs/explanation/speed.md")
    parser.add_argument(
        "--workdir",
        type=Path,
        default=Path(tempfile.gettempdir()) / "leadport-bench",
        metavar="DIR",
        help="where files are made; the people are kept for the next run",
    )
    return parser.parse_args()


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
