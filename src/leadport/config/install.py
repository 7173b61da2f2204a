"""Makes `.venv` hold exactly the pinned packages and this checkout, however often and by however many it is run.

The launcher and the Makefile run this file by its path, before any package is there: standard library only.
"""

import argparse
import fcntl
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

USER_STAMP = "leadport.stamp"
DEVELOPER_STAMP = "leadport-dev.stamp"
# A stamp is a file in .venv. It holds the place of the checkout and these pins, and is written when all is installed.
PINS = {USER_STAMP: "requirements.txt", DEVELOPER_STAMP: "requirements-dev.txt"}

# A "#!" line breaks at spaces and is cut when long, so /bin/sh starts Python, which reads that line as a string.
CONSOLE_SCRIPT = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import sys

from leadport.config.entry import main

sys.exit(main())
"""


class InstallError(Exception):
    """The installation failed; the message says why in a sentence and then shows what the tools said."""


def stamp_text(*, root: Path, stamp: str) -> str:
    """Return what a stamp must say for its installation to be current."""
    return f"{root}\n{(root / PINS[stamp]).read_text(encoding='utf-8')}"


def is_current(*, root: Path, stamps: tuple[str, ...]) -> bool:
    """Tell whether Python is there and every stamp says what it must."""
    venv = root / ".venv"
    return (venv / "bin" / "python").exists() and all(
        (venv / stamp).is_file() and (venv / stamp).read_text(encoding="utf-8") == stamp_text(root=root, stamp=stamp)
        for stamp in stamps
    )


@contextmanager
def only_one_installer(*, root: Path) -> Iterator[int]:
    """Hold the lock of this checkout and yield its file descriptor.

    The kernel lets go of it when the last process that has the descriptor ends, however it ends: a pip that goes on
    alone after we were killed is waited for by the next one.
    """
    lock = os.open(root / ".venv.lock", os.O_CREAT | os.O_RDWR, 0o644)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another Leadport that is installing...")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock
    finally:
        os.close(lock)


def say(line: str) -> None:
    """Write one line to stderr: stdout belongs to the command that is about to run."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def run(command: list[str], *, failure: str, lock: int) -> None:
    """Run a tool silently; when it fails, raise with the sentence and everything the tool said."""
    done = subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        pass_fds=[lock],
    )
    if done.returncode != 0:
        raise InstallError(f"{failure}\n\n{done.stdout.strip()}")


def write_whole(path: Path, text: str, *, mode: int = 0o644) -> None:
    """Write a file so that it is there whole or not at all."""
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.chmod(mode)
    part.replace(path)


def link_checkout(*, root: Path, venv: Path) -> None:
    """Make `import leadport` find the checkout and `bin/leadport` start it, with no build and no network."""
    packages = sysconfig.get_path("purelib", "venv", vars={"base": str(venv), "platbase": str(venv)})
    write_whole(Path(packages) / "leadport.pth", f"{root / 'src'}\n")
    write_whole(venv / "bin" / "leadport", CONSOLE_SCRIPT.format(python=venv / "bin" / "python"), mode=0o755)


def can_be_updated(*, root: Path) -> bool:
    """Tell whether `.venv` was finished once, in this place and with a Python that still exists."""
    venv = root / ".venv"
    if (root / ".venv.unfinished").exists() or not (venv / "bin" / "python").exists():
        return False
    stamp = venv / USER_STAMP
    return stamp.is_file() and stamp.read_text(encoding="utf-8").startswith(f"{root}\n")


def install(*, root: Path, stamps: tuple[str, ...], lock: int) -> None:
    """Install the pins of the stamps and this checkout into `.venv`; an interrupted installation begins anew."""
    venv = root / ".venv"
    update = can_be_updated(root=root)
    say("Updating Leadport (about a minute)..." if update else "Installing Leadport (first run, about a minute)...")
    unfinished = root / ".venv.unfinished"
    unfinished.touch()
    if not update:
        if venv.exists():
            shutil.rmtree(venv)
        command = [sys.executable, "-m", "venv", str(venv)]
        run(command, failure="Leadport could not make its virtual environment.", lock=lock)
    pip = [str(venv / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    # The developers' pins hold the users' as well: the last stamp's are enough.
    run(
        [*pip, "--require-hashes", "--requirement", str(root / PINS[stamps[-1]])],
        failure="Leadport could not install its packages. Can the package registry be reached? Is the disk full?",
        lock=lock,
    )
    link_checkout(root=root, venv=venv)
    for stamp in stamps:
        write_whole(venv / stamp, stamp_text(root=root, stamp=stamp))
    unfinished.unlink()


def main() -> int:
    """Install what the command line asks for unless it is there already; return the exit code."""
    parser = argparse.ArgumentParser(description="Install Leadport's pinned packages into .venv.")
    parser.add_argument("--dev", action="store_true", help="with the developers' tools")
    stamps = (USER_STAMP, DEVELOPER_STAMP) if parser.parse_args().dev else (USER_STAMP,)
    try:
        with only_one_installer(root=ROOT) as lock:
            # Another process may have installed everything while this one waited for the lock.
            if not is_current(root=ROOT, stamps=stamps):
                install(root=ROOT, stamps=stamps, lock=lock)
    except InstallError as error:
        say(str(error))
        return 1
    except OSError as error:
        say(f"Leadport cannot install itself into {ROOT}: {error.strerror} ({error.filename}).")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
