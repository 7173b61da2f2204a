"""Archives made by hand, harmless and hostile."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

LIST = b"Name,Email\r\nAnn,ann@example.com\r\n"
"""A list that any archive may hold."""


def packed(content: bytes) -> bytes:
    """The content as one gzip member, the same every time."""
    return gzip.compress(content, mtime=0)


def write_zip(*, path: Path, members: Mapping[str, bytes]) -> Path:
    """A ZIP file with these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return path


def patched_zip(*, path: Path, patch: Callable[[bytearray], None]) -> Path:
    """A ZIP file of two lists after something was done to its bytes."""
    write_zip(path=path, members={"people.csv": LIST, "more.csv": LIST * 2})
    content = bytearray(path.read_bytes())
    patch(content)
    path.write_bytes(content)
    return path
