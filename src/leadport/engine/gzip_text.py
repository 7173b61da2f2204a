"""What a gzip file holds, written to disk while every byte is counted."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from leadport.engine.limits import MIB, Limits
from leadport.engine.unreadable import ArchiveBroken
from leadport.engine.written import CountedFile

_STEP = MIB


def inflate_gzip(*, source: Path, name: str, target: Path, limits: Limits) -> None:
    """Write the inflated members of `source`, one after the other (RFC 1952, section 2.2), to `target`.

    Refuses (and leaves no file) when it grows beyond the limits, is cut off or damaged.
    """
    packed = source.stat().st_size
    with CountedFile(target=target, name=name, packed=packed, limits=limits) as out:
        try:
            with gzip.open(source, "rb") as stream:
                while block := stream.read(_STEP):
                    out.write(block)
        except EOFError:
            raise ArchiveBroken(name=name, detail="it ends too early") from None
        except (gzip.BadGzipFile, zlib.error):
            raise ArchiveBroken(name=name, detail="its checksum or its contents are wrong") from None
