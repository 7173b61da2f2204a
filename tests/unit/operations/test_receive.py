"""Sources are taken in whole, or refused with a sentence."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import stat
from pathlib import Path

import pytest

from leadport.domain.refusal import Refusal
from leadport.engine.unreadable import EmptySource, NotAFile, SourceBroken, SourceForbidden, SourceMissing
from leadport.operations.progress import Step, silent
from leadport.operations.receive import Received, Source, SourceChanged, receive, unchanged


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


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    for name in ("x" * 5000, "a\0b"):
        with pytest.raises(SourceMissing):
            receive(source=Source(name=name, path=tmp_path / name), directory=tmp_path, progress=silent)


def test_a_file_that_the_disk_cannot_give_is_refused_and_not_taken_for_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    path = tmp_path / "list.csv"
    path.write_text("email")
    monkeypatch.setattr(Path, "open", broken)
    with pytest.raises(SourceBroken, match=r"list\.csv could not be read to its end: Input/output error"):
        receive(source=Source(name="list.csv", path=path), directory=tmp_path, progress=silent)


def test_a_file_without_bytes_is_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The system's own files call themselves empty, and some of them never end.
    path = tmp_path / "list.csv"
    path.touch()

    def never(*_: object, **__: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(Path, "open", never)
    with pytest.raises(EmptySource):
        receive(source=Source(name="list.csv", path=path), directory=tmp_path, progress=silent)


def test_a_file_that_grows_while_it_is_taken_in_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"a" * 3_000_000)

    def grow(*, step: Step, done: int, total: int | None) -> None:
        with path.open("ab") as file:
            file.write(b"a" * 2_000_000)

    with pytest.raises(SourceChanged):
        receive(source=Source(name="list.csv", path=path), directory=tmp_path, progress=grow)


@pytest.fixture
def received(tmp_path: Path) -> Received:
    path = tmp_path / "list.csv"
    path.write_text("email\na@example.com\n")
    return receive(source=Source(name="list.csv", path=path), directory=tmp_path, progress=silent)


def test_a_file_that_stays_as_it_is_may_be_worked_on(received: Received) -> None:
    with unchanged(received):
        assert received.path.read_text().startswith("email")


def test_a_file_that_somebody_shortens_replaces_or_deletes_meanwhile_is_refused(received: Received) -> None:
    def replace() -> None:
        other = received.path.with_name("other")
        other.write_bytes(received.path.read_bytes())
        other.replace(received.path)

    def shorten() -> None:
        os.truncate(received.path, 3)

    for change in (replace, shorten, received.path.unlink, received.path.read_bytes):
        with pytest.raises(SourceChanged, match=r"list\.csv was changed"), unchanged(received):
            change()


def test_other_trouble_with_a_file_that_stayed_as_it_was_goes_through(received: Received) -> None:
    with pytest.raises(OSError, match="No space left"), unchanged(received):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
