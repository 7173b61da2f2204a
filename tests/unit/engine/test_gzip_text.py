"""A gzip file is inflated whole, and no further than the limits."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from leadport.domain.refusal import Refusal
from leadport.engine.gzip_text import inflate_gzip
from leadport.engine.limits import DEFAULT_LIMITS, Limits
from tests.support.archives import LIST, packed

SMALL = replace(DEFAULT_LIMITS, unpacked_bytes=100_000, ratio_free_bytes=10_000)


def _inflate(content: bytes, tmp_path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    source, target = tmp_path / "list.csv.gz", tmp_path / "out"
    source.write_bytes(content)
    try:
        inflate_gzip(source=source, name="list.csv.gz", target=target, limits=limits)
    except Refusal:
        assert not target.exists()
        raise
    return target.read_bytes()


def test_a_member_is_inflated(tmp_path: Path) -> None:
    assert _inflate(packed(LIST), tmp_path) == LIST


def test_all_members_are_inflated(tmp_path: Path) -> None:
    assert _inflate(packed(LIST) + packed(b"Bob,bob@example.com\r\n"), tmp_path) == LIST + b"Bob,bob@example.com\r\n"


def test_small_lists_that_shrink_well_are_no_bombs(tmp_path: Path) -> None:
    assert len(_inflate(packed(b"ann@example.com\n" * 100_000), tmp_path)) == 1_600_000


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (packed(b"a@example.com\n" * 5000), "archive_bomb"),
        (packed(os.urandom(60_000).hex().encode()), "archive_too_large"),
        (packed(os.urandom(30_000).hex().encode()) * 2, "archive_too_large"),
        (packed(LIST)[:-9], "archive_broken"),
        (packed(LIST)[:-8] + bytes(8), "archive_broken"),
        (packed(LIST) + b"and more", "archive_broken"),
    ],
    ids=["bomb", "too large", "too large together", "cut off", "wrong checksum", "trailing bytes"],
)
def test_what_is_wrong_with_a_gzip_is_refused(content: bytes, code: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        _inflate(content, tmp_path, SMALL)
    assert caught.value.code == code


def test_a_real_bomb_stops_long_before_its_end(tmp_path: Path) -> None:
    content = packed(bytes(64 * 1024 * 1024))
    assert len(content) < 80_000
    with pytest.raises(Refusal) as caught:
        _inflate(content, tmp_path)
    assert caught.value.code == "archive_bomb"
