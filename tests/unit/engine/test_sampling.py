"""A bounded sample shows the head, the middle and the end of a text, and where it stops being ASCII."""

from __future__ import annotations

from pathlib import Path

from leadport.engine.sampling import HEAD_BYTES, take_sample

LINE = b"ann,ann@example.com\n"


def _file(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    return path


def test_a_small_text_is_its_own_sample(tmp_path: Path) -> None:
    sample = take_sample(path=_file(tmp_path, LINE))
    assert (sample.head, sample.complete, sample.probes) == (LINE, True, ())


def test_a_large_text_is_sampled_in_several_places_up_to_its_end(tmp_path: Path) -> None:
    content = LINE * 200_000 + b"the end\n"
    sample = take_sample(path=_file(tmp_path, content))
    assert sample.head == content[:HEAD_BYTES]
    assert not sample.complete
    assert len(sample.probes) == 8
    assert sample.probes[-1].endswith(b"the end\n")
    assert sum(map(len, sample.probes)) <= 8 * 32 * 1024 + 4


def test_probes_give_whole_lines(tmp_path: Path) -> None:
    sample = take_sample(path=_file(tmp_path, LINE * 200_000))
    blocks = list(sample.lines_of_probes())
    assert len(blocks) == 8
    assert all(line == LINE.strip() for block in blocks for line in block.splitlines())


def test_the_only_umlaut_of_a_large_text_is_found(tmp_path: Path) -> None:
    content = LINE * 130_000 + b"J\xfcrgen,j@example.de\n" + LINE * 130_000
    sample = take_sample(path=_file(tmp_path, content))
    assert any(b"J\xfcrgen,j@example.de\n" in block for block in sample.lines_of_probes())
