"""The generated pages of the reference say what the program does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.repository.tree import ROOT


def build(docs: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, docs / "build.py", *words], capture_output=True, text=True, check=False, timeout=60
    )


def test_no_generated_page_is_stale() -> None:
    done = build(ROOT / "docs", "--check")
    assert done.returncode == 0, done.stderr


def test_a_stale_page_is_noticed_and_written_anew(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(ROOT / "docs" / "pages", docs / "pages")
    shutil.copy(ROOT / "docs" / "build.py", docs)
    missing = build(docs, "--check")
    assert missing.returncode == 1
    assert "cli.md is stale" in missing.stderr
    assert build(docs).returncode == 0
    assert build(docs, "--check").returncode == 0
    (docs / "reference" / "cli.md").write_text("something else")
    assert build(docs, "--check").stderr == "cli.md is stale: run make docs\n"
