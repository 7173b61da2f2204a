"""Sources are taken in whole, or refused with a sentence."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from pathlib import Path

import pytest

from leadport.domain.refusal import Refusal
from leadport.engine.unreadable import NotAFile, SourceForbidden, SourceMissing
from leadport.operations.progress import Step, silent
from leadport.operations.receive import Source, receive


def test_a_file_is_hashed_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"email\na@example.com\n")
    received = receive(source=Source(name="list.csv", path=path), directory=tmp_path / "unused", progress=silent)
    assert (received.path, received.size) == (path, 20)
    assert received.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_stream_is_written_to_disk_byte_for_byte(tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    seen: list[int] = []

    def progress(*, step: Step, done: int, total: int | None) -> None:
        seen.append(done)

    received = receive(source=Source(name="-", stream=io.BytesIO(content)), directory=tmp_path, progress=progress)
    assert received.path.read_bytes() == content
    assert received.sha256 == hashlib.sha256(content).hexdigest()
    assert seen[-1] == received.size == len(content)


def test_a_pipe_that_the_shell_made_is_read(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"a@example.com\n")
    os.close(writing)
    received = receive(source=Source(name="pipe", path=Path(f"/dev/fd/{reading}")), directory=tmp_path, progress=silent)
    os.close(reading)
    assert received.path.read_bytes() == b"a@example.com\n"


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, words in (
        (tmp_path, "a directory"),
        (tmp_path / "pipe", "a named pipe"),
        (Path("/dev/zero"), "a device"),
    ):
        with pytest.raises(NotAFile, match=words):
            receive(source=Source(name=path.name, path=path), directory=tmp_path, progress=silent)


def test_a_missing_file_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match=r"nowhere\.csv does not exist"):
        receive(source=Source(name="nowhere.csv", path=tmp_path / "nowhere.csv"), directory=tmp_path, progress=silent)


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.csv"
    path.write_text("email")
    path.chmod(0)
    if os.access(path, os.R_OK):
        # Root may read everything, so the refusal of the system is played here.
        def refused(*_: object, **__: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(SourceForbidden) as refusal:
        receive(source=Source(name="secret.csv", path=path), directory=tmp_path, progress=silent)
    assert isinstance(refusal.value, Refusal)
    assert stat.S_IMODE(path.stat().st_mode) == 0
