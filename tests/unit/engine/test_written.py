"""What unpacking writes is private, counted, and gone when it fails."""

from __future__ import annotations

import errno
import io
from dataclasses import replace
from pathlib import Path

import pytest

from leadport.domain.refusal import Refusal
from leadport.engine import written
from leadport.engine.limits import DEFAULT_LIMITS, Limits
from leadport.engine.written import CountedFile, open_private, size_text


def _write(target: Path, limits: Limits) -> None:
    with CountedFile(target=target, name="a.zip", packed=2, limits=limits) as out:
        out.write(b"12345")
        out.write(b"67890")


def test_a_private_file_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    with open_private(target=tmp_path / "a") as out:
        out.write(b"x")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_a_private_file_is_never_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    with pytest.raises(OSError, match="symbolic"):
        open_private(target=tmp_path / "a")
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (replace(DEFAULT_LIMITS, unpacked_bytes=9), "archive_too_large"),
        (replace(DEFAULT_LIMITS, ratio=4, ratio_free_bytes=1), "archive_bomb"),
    ],
)
def test_beyond_a_limit_the_file_is_gone(limits: Limits, code: str, tmp_path: Path) -> None:
    target = tmp_path / "a"
    with pytest.raises(Refusal) as caught:
        _write(target, limits)
    assert caught.value.code == code
    assert not target.exists()


@pytest.mark.parametrize("moment", ["write", "close"])
def test_a_full_disk_is_said_and_leaves_nothing(moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, block: object) -> int:
            if moment == "write":
                raise OSError(errno.ENOSPC, "No space left on device")
            return 1

        def close(self) -> None:
            if moment == "close" and not self.closed:
                super().close()
                raise OSError(errno.EDQUOT, "Disk quota exceeded")

    def open_full(*, target: Path) -> Full:
        target.write_bytes(b"")
        return Full()

    monkeypatch.setattr(written, "open_private", open_full)
    target = tmp_path / "a"
    with pytest.raises(Refusal) as caught:
        _write(target, DEFAULT_LIMITS)
    assert caught.value.code == "disk_full"
    assert not target.exists()


@pytest.mark.parametrize(("size", "text"), [(20 << 30, "20 GB"), (3 << 29, "1.5 GB"), (8 << 20, "8 MB")])
def test_a_size_reads_in_its_largest_unit(size: int, text: str) -> None:
    assert size_text(size=size) == text
