"""When `.venv` counts as installed, and what is told when it cannot be."""

import sys
from pathlib import Path

import pytest

from leadport.config import install
from leadport.config.install import DEVELOPER_STAMP, USER_STAMP, InstallError, can_be_updated, is_current, stamp_text


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout whose `.venv` is finished."""
    (tmp_path / "requirements.txt").write_text("django==5\n")
    (tmp_path / "requirements-dev.txt").write_text("django==5\npytest==9\n")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (tmp_path / ".venv" / USER_STAMP).write_text(stamp_text(root=tmp_path, stamp=USER_STAMP))
    return tmp_path


def test_a_finished_installation_is_current(checkout: Path) -> None:
    assert is_current(root=checkout, stamps=(USER_STAMP,))
    assert not is_current(root=checkout, stamps=(USER_STAMP, DEVELOPER_STAMP))


def test_changed_pins_are_installed_over_the_old_ones(checkout: Path) -> None:
    (checkout / "requirements.txt").write_text("django==6\n")
    assert not is_current(root=checkout, stamps=(USER_STAMP,))
    assert can_be_updated(root=checkout)


def test_a_python_that_is_gone_means_a_new_installation(checkout: Path) -> None:
    (checkout / ".venv" / "bin" / "python").unlink()
    assert not is_current(root=checkout, stamps=(USER_STAMP,))
    assert not can_be_updated(root=checkout)


def test_an_interrupted_installation_begins_anew(checkout: Path) -> None:
    (checkout / ".venv.unfinished").touch()
    (checkout / "requirements.txt").write_text("django==6\n")
    assert not can_be_updated(root=checkout)


def test_a_checkout_that_was_moved_is_installed_anew(checkout: Path) -> None:
    moved = checkout.rename(checkout.with_name("moved"))
    assert not is_current(root=moved, stamps=(USER_STAMP,))
    assert not can_be_updated(root=moved)


def test_a_tool_that_fails_is_shown_with_a_sentence() -> None:
    with pytest.raises(InstallError, match=r"It went wrong\.\n\nbecause of this"):
        install.run([sys.executable, "-c", "print('because of this'); exit(1)"], failure="It went wrong.", lock=0)
