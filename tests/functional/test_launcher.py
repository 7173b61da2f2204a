"""The launcher in the root: installs once, then hands over, from anywhere and by any name."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Says how it was called, in place of the real console script.
ECHO = "import os, sys\nprint(*sys.argv[1:], sep='|')\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of what the launcher needs, with a space in its path and nothing installed."""
    copy = tmp_path / "a checkout"
    (copy / "src").mkdir(parents=True)
    for name in ("leadport", "requirements.txt", "requirements-dev.txt"):
        shutil.copy2(ROOT / name, copy / name)
    shutil.copytree(ROOT / "src" / "leadport", copy / "src" / "leadport", ignore=shutil.ignore_patterns("__pycache__"))
    return copy


@pytest.fixture
def installed(checkout: Path) -> Path:
    """Return the copy as it is after an installation, with a console script that only says how it was called."""
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (checkout / ".venv" / "bin" / "leadport").write_text(ECHO)
    stamp = f"{os.path.realpath(checkout)}\n{(checkout / 'requirements.txt').read_text()}"
    (checkout / ".venv" / "leadport.stamp").write_text(stamp)
    return checkout


def launch(
    program: Path | str, *arguments: str, cwd: Path = Path("/"), **variables: str
) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LEADPORT_", "DATABASE_URL"))}
    return subprocess.run(
        [program, *arguments], cwd=cwd, env={**kept, **variables}, check=False, capture_output=True, text=True
    )


def test_arguments_arrive_as_they_were_given(installed: Path) -> None:
    done = launch(installed / "leadport", "import", "my file.csv", "--list", "", "*")
    assert (done.stdout, done.stderr, done.returncode) == ("import|my file.csv|--list||*\n", "", 0)


def test_it_runs_from_its_own_directory_and_by_a_relative_path(installed: Path) -> None:
    assert launch("./leadport", "here", cwd=installed).stdout == "here\n"
    assert launch("./../leadport", "here", cwd=installed / "src").stdout == "here\n"
    assert launch("sh", "leadport", "here", cwd=installed).stdout == "here\n"


def test_it_runs_through_links_to_it(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "relative").symlink_to(Path("..") / "a checkout" / "leadport")
    (tmp_path / "bin" / "twice").symlink_to(tmp_path / "bin" / "relative")
    assert launch(tmp_path / "bin" / "twice", "here").stdout == "here\n"


def test_the_exit_code_is_that_of_the_program(installed: Path) -> None:
    (installed / ".venv" / "bin" / "leadport").write_text("raise SystemExit(4)\n")
    assert launch(installed / "leadport").returncode == 4


def test_a_warm_start_costs_next_to_nothing(installed: Path) -> None:
    def fastest(command: list[Path]) -> float:
        times = []
        for _ in range(10):
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times.append(time.perf_counter() - began)
        return min(times)

    bare = fastest([installed / ".venv" / "bin" / "python", installed / ".venv" / "bin" / "leadport"])
    # The aim is 30 ms; a busy machine is given some room.
    assert fastest([installed / "leadport"]) - bare < 0.1


def test_without_python_it_says_what_to_install(checkout: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("readlink", "cat", "cmp"):
        found = shutil.which(name)
        assert found is not None
        (tools / name).symlink_to(found)
    done = launch(checkout / "leadport", PATH=str(tools))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Leadport needs Python 3.11 or newer")


def test_a_failed_installation_shows_why_and_leaves_its_mark(checkout: Path) -> None:
    (checkout / "requirements.txt").write_text("this is no requirement\n")
    done = launch(checkout / "leadport", "--help", LEADPORT_PYTHON=sys.executable)
    assert (done.returncode, done.stdout) == (1, "")
    lines = done.stderr.splitlines()
    assert lines[0] == "Installing Leadport (first run, about a minute)..."
    assert lines[1].startswith("Leadport could not install its packages.")
    assert "this is no requirement" in done.stderr
    assert (checkout / ".venv.unfinished").exists()


@pytest.mark.slow
def test_two_first_runs_at_once_install_once_and_both_work(checkout: Path) -> None:
    command = [f"{checkout}/leadport", "--help"]
    kept = {**os.environ, "LEADPORT_PYTHON": sys.executable}
    runs = [
        subprocess.Popen(command, env=kept, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = [run.communicate(timeout=280) for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert all("import" in output for output, _ in said)
    assert sorted(errors for _, errors in said) == [
        "Installing Leadport (first run, about a minute)...\n",
        "Waiting for another Leadport that is installing...\n",
    ]
    assert launch(checkout / ".venv" / "bin" / "leadport", "--help").stdout == said[0][0]
