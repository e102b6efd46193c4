"""A YAML text with the place of everything in it, so that a part can be changed and the rest kept.

Offsets count characters from the beginning of the text, whose line ends are plain newlines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from game.content.positions import Lines, Step
from game.content.problems import ContentError
from game.content.reading.readers import FAST
from game.content.reading.text import character_problem
from game.content.reading.tree import Allowance, read_tree


class Edit(NamedTuple):
    """A piece of a text, from `start` up to `end`, and what stands there afterwards."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Laid:
    """A value and where it stands. `keys` and `entries` are of an entry, `items` of a list.

    The end of a list or an entry is the end of the last thing in it; comments after it are not
    part of it. `is_flow` tells `{...}` and `[...]` from what is laid out over lines.
    """

    start: int
    end: int
    word: str = ""
    is_flow: bool = False
    is_list: bool = False
    keys: dict[str, Laid] = field(default_factory=dict)
    entries: dict[str, Laid] = field(default_factory=dict)
    items: list[Laid] = field(default_factory=list)

    def child(self, step: Step) -> Laid | None:
        """The value one step down, or None where there is none."""
        if isinstance(step, str):
            return self.entries.get(step)
        return self.items[step] if 0 <= step < len(self.items) else None

    def at(self, *path: Step) -> Laid | None:
        """The value at the end of a path, or None where there is none."""
        now: Laid | None = self
        for step in path:
            now = now.child(step) if now is not None else None
        return now


def lay_out(file: str, text: str) -> Laid:
    """Where everything in a text stands. Raises ContentError for a text that cannot be read."""
    lines = Lines()
    lines.add(file, text)
    wrong = character_problem(file, text, lines)
    if wrong is not None:
        raise ContentError([wrong])
    reading = read_tree(file, text, lines, Allowance())
    if reading.root is None or reading.problems:
        raise ContentError(reading.problems)
    node: Any = yaml.compose(text, Loader=FAST)
    return _Measure(text).laid(node)


class _Measure:
    """Turns the reader's nodes into values with offsets."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def laid(self, node: Any) -> Laid:
        start = self._offset(node.start_mark)
        if isinstance(node, yaml.ScalarNode):
            return Laid(start, self._trimmed(start, node), node.value)
        found = Laid(start, start, is_flow=bool(node.flow_style))
        if isinstance(node, yaml.SequenceNode):
            found.is_list = True
            found.items = [self.laid(item) for item in node.value]
            last = found.items[-1:]
        else:
            for key, value in node.value:
                found.keys[key.value] = self.laid(key)
                found.entries[key.value] = self.laid(value)
            last = list(found.entries.values())[-1:]
        found.end = self._offset(node.end_mark) if found.is_flow or not last else last[0].end
        return found

    def _trimmed(self, start: int, node: Any) -> int:
        """The end of a word; a long text laid out over lines takes no blank lines with it."""
        end = self._offset(node.end_mark)
        if node.style in ("|", ">"):
            return start + len(self._text[start:end].rstrip())
        return end

    def _offset(self, mark: Any) -> int:
        return min(int(self._starts[mark.line]) + int(mark.column), len(self._text))


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made. Raises ValueError where two of them overlap."""
    done: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if edit.start < at:
            raise ValueError(f"edits overlap at {edit.start}")
        done += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*done, text[at:]])


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, its newline left out."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def column(text: str, offset: int) -> int:
    """How many characters stand before an offset in its line."""
    return offset - line_start(text, offset)


def indented(block: str, by: int) -> str:
    """A block of lines moved to the right."""
    return "\n".join(f"{' ' * by}{line}" if line else line for line in block.split("\n"))


def below(laid: Laid) -> Iterator[Laid]:
    """What stands directly inside a list or an entry."""
    yield from laid.items
    yield from laid.entries.values()
