"""Campaigns of older formats rewritten for this one, with comments and layout kept.

A campaign names in campaign.yaml the format that it was written for. When a format changes, a
`Step` is added to `STEPS` that says, as changes to the files, how a campaign of the old one becomes
one of the next; a campaign several formats old takes one step after another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from game.content.editing.changes import add_key, remove_key, rename_key, set_value
from game.content.editing.files import write_texts
from game.content.editing.layout import Edit, Laid, below, edited, lay_out
from game.content.editing.refusal import Refused
from game.content.gather import FORMAT
from game.content.problems import ContentError
from game.content.reading.folder import read_folder

FRAME = "campaign.yaml"
EACH = "*"
"""In a path: every item of a list, or every key of an entry."""
ANYWHERE = "**"
"""In a path: any number of steps, none included."""

Where = tuple[str, ...]
Value = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Rename:
    """A key that has another name: the path to it, and the new word."""

    kind: str
    path: Where
    new: str

    def edits(self, text: str, root: Laid) -> Iterator[Edit]:
        """The edits to one file."""
        for parent, key in _found(root, self.path):
            yield rename_key(parent, key, self.new)


@dataclass(frozen=True, slots=True)
class Remove:
    """A key that no longer exists."""

    kind: str
    path: Where

    def edits(self, text: str, root: Laid) -> Iterator[Edit]:
        """The edits to one file."""
        for parent, key in _found(root, self.path):
            yield remove_key(text, parent, key)


@dataclass(frozen=True, slots=True)
class Revalue:
    """A value that is written in another way: `value` turns the old word into the new one."""

    kind: str
    path: Where
    value: Value

    def edits(self, text: str, root: Laid) -> Iterator[Edit]:
        """The edits to one file."""
        for parent, key in _found(root, self.path):
            there = parent.entries[key]
            new = self.value(there.word)
            if new != there.word:
                yield set_value(there, new)


@dataclass(frozen=True, slots=True)
class Add:
    """A key that must now be written: the path to the entry, the key, and its value."""

    kind: str
    path: Where
    key: str
    value: str

    def edits(self, text: str, root: Laid) -> Iterator[Edit]:
        """The edits to one file."""
        for entry in _walk(root, self.path):
            if entry.entries and self.key not in entry.entries:
                yield add_key(text, entry, self.key, self.value)


Change = Rename | Remove | Revalue | Add


@dataclass(frozen=True, slots=True)
class Step:
    """What turns a campaign of one format into one of the next; changes are made in order.

    The `kind` of a change says which files it is for: `campaign.yaml`, `cards` or `locale`.
    """

    changes: tuple[Change, ...]


STEPS: Mapping[int, Step] = {}
"""By the format that a step begins with. The first format is 1, so there is none yet."""


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A campaign in the present format: what it was before, and the files that differ."""

    before: int
    after: int
    old: Mapping[str, str]
    changed: Mapping[str, str]

    def diff(self) -> str:
        """What would change, as lines with - and + in front."""
        parts = (
            unified_diff(
                self.old[path].splitlines(keepends=True),
                text.splitlines(keepends=True),
                f"{path} (format {self.before})",
                f"{path} (format {self.after})",
            )
            for path, text in self.changed.items()
        )
        return "".join(line for part in parts for line in part)


def upgrade(
    texts: Mapping[str, str], steps: Mapping[int, Step] = STEPS, goal: int = FORMAT
) -> Upgraded:
    """A campaign's files in the format `goal`, one step after another.

    Raises Refused for a campaign that names no format, or one that no step begins with, and
    ContentError for a file that cannot be read.
    """
    before = now = _format(texts)
    if before > goal:
        raise Refused(
            "This campaign is written in format {written}; this program reads format {known}.",
            written=before,
            known=goal,
        )
    found = dict(texts)
    while now < goal:
        if now not in steps:
            raise Refused("Nothing is known of format {written}.", written=now)
        found = {path: _stepped(path, text, steps[now]) for path, text in found.items()}
        now += 1
        found[FRAME] = _numbered(found[FRAME], now)
    changed = {path: text for path, text in found.items() if text != texts[path]}
    return Upgraded(before, goal, dict(texts), changed)


def upgrade_folder(folder: Path) -> Upgraded:
    """The campaign of a folder in the present format. Writes nothing."""
    read = read_folder(folder)
    errors = [problem for problem in read.problems if problem.is_error]
    if errors:
        raise ContentError(errors)
    return upgrade(read.texts)


def write_upgrade(folder: Path, upgraded: Upgraded) -> None:
    """Write the files that differ."""
    write_texts(folder, upgraded.changed)


def _format(texts: Mapping[str, str]) -> int:
    text = texts.get(FRAME)
    if text is None:
        raise Refused("There is no campaign.yaml in this folder, so it is no campaign.")
    named = lay_out(FRAME, text).at("format")
    if named is None or not named.word.isdigit():
        raise Refused("campaign.yaml does not say with `format:` what it was written for.")
    return int(named.word)


def _numbered(text: str, number: int) -> str:
    named = lay_out(FRAME, text).at("format")
    if named is None:
        raise Refused("campaign.yaml does not say with `format:` what it was written for.")
    return edited(text, [set_value(named, str(number))])


def _stepped(path: str, text: str, step: Step) -> str:
    """One file after one step; each change sees what the one before it has done."""
    for change in step.changes:
        if change.kind == path.partition("/")[0]:
            text = edited(text, change.edits(text, lay_out(path, text)))
    return text


def _found(root: Laid, path: Sequence[str]) -> Iterator[tuple[Laid, str]]:
    """Every entry that has the last key of a path, with that key."""
    *above, key = path
    for entry in _walk(root, above):
        if key in entry.entries:
            yield entry, key


def _walk(root: Laid, path: Sequence[str]) -> Iterator[Laid]:
    """Everything that a path leads to, each once."""
    if not path:
        yield root
        return
    step, *rest = path
    if step == ANYWHERE:
        yield from _walk(root, rest)
        for child in below(root):
            yield from _walk(child, path)
    elif step == EACH:
        for child in below(root):
            yield from _walk(child, rest)
    else:
        there = root.child(step)
        if there is not None:
            yield from _walk(there, rest)
