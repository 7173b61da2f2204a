"""The one thing that goes wrong with the embedded PostgreSQL, said so that its user knows what to do."""

import os

from leadport.domain.fault import Fault

# What PostgreSQL and the system say, and what that means to somebody who never asked for a database.
_CAUSES = (
    (
        "no space left on device",
        "The disk that holds {where} is full. Free some space and run the same command again: what was done is kept.",
    ),
    ("disk quota exceeded", "The disk quota for {where} is used up. Free some space and run the same command again."),
    (
        "read-only file system",
        "{where} is on a read-only file system. Choose another directory with --home or LEADPORT_HOME.",
    ),
    ("permission denied", "Leadport may not use {where}. Choose another directory with --home or LEADPORT_HOME."),
    (
        "pre-existing shared memory block",
        "A connection of a killed PostgreSQL is still at work in {where}. Run the same command again in a minute.",
    ),
    (
        "cannot execute binary file",
        "The PostgreSQL that Leadport brings along does not run on this system. Set DATABASE_URL.",
    ),
    ("exec format error", "The PostgreSQL that Leadport brings along does not run on this system. Set DATABASE_URL."),
)


class EmbeddedServerError(Fault):
    """The embedded PostgreSQL cannot be made, started or stopped; the message is a sentence for the user."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code="embedded_server_failed")


def explain(*, said: str, where: object, otherwise: str) -> EmbeddedServerError:
    """Return the error whose sentence fits what a tool said; otherwise the given sentence with the last lines of it."""
    last_words = "\n".join(said.strip().splitlines()[-5:])
    return EmbeddedServerError(_known_cause(said, where) or f"{otherwise}\n{last_words}".strip())


def explain_system(error: OSError, *, where: object) -> EmbeddedServerError:
    """Return the error for a system call that failed on one of our files."""
    said = os.strerror(error.errno) if error.errno else str(error)
    return EmbeddedServerError(_known_cause(said, where) or f"Leadport cannot use {where}: {said}.")


def _known_cause(said: str, where: object) -> str | None:
    lowered = said.lower()
    return next((sentence.format(where=where) for mark, sentence in _CAUSES if mark in lowered), None)
