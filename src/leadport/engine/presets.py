"""The known exports: one TOML file each in `presets/`, and how a source is recognised as one of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files

from leadport.domain.fields import FIELDS
from leadport.domain.refusal import Refusal
from leadport.engine.wording import fold, squash


class UnknownPreset(Refusal):
    """A preset was asked for by a name that nobody knows."""

    code = "unknown_preset"


@dataclass(frozen=True, kw_only=True)
class Preset:
    """One known export.

    It is recognised when of every group in `requires` at least one column is there, none of `absent` is, and the share
    of the source's columns that it knows is at least `coverage`. `columns` gives the field of a column; `ignored` names
    columns that are known and stay out, `*` standing for any text. `separators` parts the values in a cell of a column;
    in the columns of `yes_means_no` (all of field `status`) a yes is an opt-out. Names compare without case, accents,
    blanks and punctuation.
    """

    name: str
    title: str
    about: str
    requires: tuple[tuple[str, ...], ...]
    absent: tuple[str, ...] = ()
    coverage: float = 0.6
    continuation_rows: bool = False
    columns: Mapping[str, str]
    ignored: tuple[str, ...] = ()
    separators: Mapping[str, str] = field(default_factory=dict)
    yes_means_no: tuple[str, ...] = ()

    def knows(self, *, column: str) -> bool:
        """True when the preset says what to do with the column."""
        key = squash(text=column)
        if key in self._keys(self.columns) or key in self._keys(self.ignored):
            return True
        patterns = [fold(text=pattern) for pattern in self.ignored if "*" in pattern]
        return any(fnmatchcase(fold(text=column.strip()), pattern) for pattern in patterns)

    def field_of(self, *, column: str) -> str | None:
        """The field of a column, or None."""
        return {squash(text=name): found for name, found in self.columns.items()}.get(squash(text=column))

    def separator_of(self, *, column: str) -> str | None:
        """What parts the values in a cell of the column, or None."""
        return {squash(text=name): mark for name, mark in self.separators.items()}.get(squash(text=column))

    def is_opt_out(self, *, column: str) -> bool:
        """True when a yes in this status column means that the person left."""
        return squash(text=column) in self._keys(self.yes_means_no)

    @staticmethod
    def _keys(names: Mapping[str, str] | tuple[str, ...]) -> frozenset[str]:
        return frozenset(squash(text=name) for name in names if "*" not in name)


def recognise(*, header: tuple[str, ...], presets: tuple[Preset, ...]) -> Preset | None:
    """The one preset that fits best: it knows the most columns, and asks for the most; None when none or two do."""
    named = [name for name in header if name.strip()]
    keys = frozenset(squash(text=name) for name in named)
    fitting = []
    for preset in presets:
        if not _has_all(preset, keys):
            continue
        known = sum(preset.knows(column=name) for name in named)
        if known >= preset.coverage * len(named):
            fitting.append((known, len(preset.requires), preset))
    fitting.sort(key=lambda each: each[:2], reverse=True)
    if not fitting or (len(fitting) > 1 and fitting[0][:2] == fitting[1][:2]):
        return None
    return fitting[0][2]


def _has_all(preset: Preset, keys: frozenset[str]) -> bool:
    if any(squash(text=name) in keys for name in preset.absent):
        return False
    return all(any(squash(text=name) in keys for name in group) for group in preset.requires)


def preset_fields(*, preset: Preset, header: tuple[str, ...]) -> dict[int, str | None]:
    """What a preset says of the columns it knows, by index; None is "Don't import".

    A name that stands twice is taken the first time only. Where the source lacks the usual email column, the first of
    the second addresses takes its place.
    """
    found: dict[int, str | None] = {}
    seen: set[str] = set()
    for index, name in enumerate(header):
        if preset.knows(column=name):
            key = squash(text=name)
            found[index] = None if key in seen else preset.field_of(column=name)
            seen.add(key)
    if "email" not in found.values():
        promoted = next((index for index, each in found.items() if each == "email_secondary"), None)
        if promoted is not None:
            found[promoted] = "email"
    return found


def preset_called(*, name: str, presets: tuple[Preset, ...]) -> Preset:
    """The preset of that name.

    Raises:
        UnknownPreset: there is none; the message lists the names.
    """
    for preset in presets:
        if preset.name == name:
            return preset
    known = ", ".join(preset.name for preset in presets) or "none"
    raise UnknownPreset(f"There is no preset called {name}. Known presets: {known}.")


@cache
def all_presets() -> tuple[Preset, ...]:
    """Every preset that comes with Leadport, by name."""
    folder = files("leadport.engine") / "presets"
    sources = {entry.name: entry for entry in folder.iterdir() if entry.name.endswith(".toml")}
    return tuple(read_preset(text=sources[name].read_text("utf-8")) for name in sorted(sources))


def read_preset(*, text: str) -> Preset:
    """A preset from the text of its TOML file.

    Raises:
        ValueError: the file is not TOML, lacks a key, has an unknown one, or names a field the catalogue does not have.
    """
    data = tomllib.loads(text)
    unknown = set(data) - set(Preset.__dataclass_fields__)
    lacking = {"name", "title", "about", "requires", "columns"} - set(data)
    wrong = {name for name in data.get("columns", {}).values() if name not in FIELDS}
    if unknown or lacking or wrong:
        faults = {"unknown keys": unknown, "lacking keys": lacking, "no such fields": wrong}
        raise ValueError(f"not a preset: {faults}")
    return Preset(
        name=data["name"],
        title=data["title"],
        about=data["about"],
        requires=tuple(tuple(group) for group in data["requires"]),
        absent=tuple(data.get("absent", ())),
        coverage=float(data.get("coverage", 0.6)),
        continuation_rows=bool(data.get("continuation_rows", False)),
        columns=data["columns"],
        ignored=tuple(data.get("ignored", ())),
        separators=data.get("separators", {}),
        yes_means_no=tuple(data.get("yes_means_no", ())),
    )
