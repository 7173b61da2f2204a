"""Trouble that is nobody's request: a full disk, a database that went away."""

from __future__ import annotations


class Fault(Exception):
    """Something outside Leadport failed while a request was carried out; what was finished before stands.

    `code` is stable and machine readable; `message` says in plain words what failed and what to do next.
    """

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
