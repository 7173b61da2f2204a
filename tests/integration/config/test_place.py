"""Where the server's files are, and that only its own user gets at them."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from leadport.config import embedded
from leadport.config.place import Place, find, usual
from leadport.config.server_user import for_directory
from tests.integration.config.conftest import ask

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the server a user of its own")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_everything_of_the_server_is_closed_to_others(running_home: Path) -> None:
    place = usual(running_home)
    owner = for_directory(place.directory).uid
    for directory in (place.directory, place.data, place.socket_directory):
        assert mode(directory) == 0o700
        assert directory.stat().st_uid == owner
    assert mode(running_home) & stat.S_IRWXO == 0
    assert stat.S_IMODE(place.socket.stat().st_mode) == 0o700
    assert mode(place.log) == 0o600


def test_a_home_too_deep_for_a_socket_has_it_below_tmp(base: Path) -> None:
    home = base / ("deep" * 30)
    embedded.ensure_running(home=home)
    place = find(home)
    assert place is not None
    try:
        assert place.socket_directory.parent == Path("/tmp")
        assert mode(place.socket_directory) == 0o700
        assert place.socket_directory.stat().st_uid == place.directory.stat().st_uid
        assert ask(home, "SELECT 1") == 1
    finally:
        embedded.stop(home=home)
        shutil.rmtree(place.socket_directory)


def test_a_socket_directory_that_is_open_to_others_is_not_used(base: Path) -> None:
    home = base / ("deep" * 30)
    trap = usual(home).socket_directory
    trap.mkdir()
    trap.chmod(0o777)
    try:
        with pytest.raises(embedded.EmbeddedServerError, match="open to others"):
            embedded.ensure_running(home=home)
    finally:
        trap.rmdir()


def test_a_link_in_place_of_the_socket_directory_is_not_followed(base: Path) -> None:
    home = base / ("deep" * 30)
    elsewhere = base / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    trap = usual(home).socket_directory
    trap.symlink_to(elsewhere)
    try:
        with pytest.raises(embedded.EmbeddedServerError, match="belongs to somebody else"):
            embedded.ensure_running(home=home)
    finally:
        trap.unlink()


@only_root
def test_a_home_the_servers_user_cannot_reach_has_its_server_in_the_system_directory(base: Path) -> None:
    home = base / "closed" / "home"
    home.parent.mkdir(mode=0o700)
    system = base / "system"
    embedded.ensure_running(home=home, system_directory=system)
    try:
        place = find(home)
        assert place is not None
        assert place.directory.parent == system / "clusters"
        assert mode(place.directory) == 0o700
        assert ask(home, "SELECT 1") == 1
        moved = base / "closed" / "moved"
        home.rename(moved)
        assert find(moved) == place
    finally:
        embedded.stop(home=base / "closed" / "moved")


@only_root
def test_root_serves_the_home_of_somebody_else_as_that_person(base: Path) -> None:
    home = base / "theirs"
    home.mkdir(mode=0o700)
    os.chown(home, 65534, 65534)
    embedded.ensure_running(home=home, system_directory=base / "system")
    assert Place(home / "postgresql").data.stat().st_uid == 65534
    assert mode(home) == 0o700
