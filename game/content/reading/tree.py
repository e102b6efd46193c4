"""A YAML text into a tree of nodes, in one pass over the reader's events.

Nothing is ever built that the pass has not allowed: no aliases, tags or merge keys, no deep
nesting, no endless lists. Nesting is kept on a list of our own, so that no depth of brackets
can exhaust the interpreter's stack.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from game.content.positions import Lines, Node
from game.content.problems import Place, Problem, Sentence, report, say
from game.content.reading.readers import FAST
from game.content.reading.scalars import meaning
from game.content.reading.syntax import syntax_problem

MAX_DEPTH = 40
MAX_VALUES = 250_000
MAX_PROBLEMS = 50


@dataclass(slots=True)
class Allowance:
    """How many more values a campaign may hold; shared by all its files."""

    values: int = MAX_VALUES

    @property
    def is_spent(self) -> bool:
        """Whether the campaign holds more than it may."""
        return self.values < 0


@dataclass(slots=True)
class Reading:
    """What a file gave: its tree, if it can be used at all, and what is wrong with it."""

    root: Node | None
    problems: list[Problem] = field(default_factory=list)


class _StopReadingError(Exception):
    """Nothing sensible can be said about the rest of the file."""


@dataclass(slots=True)
class _Open:
    """A list or an entry whose end has not come yet."""

    node: Node
    values: Any
    key: str | None = None
    key_at: tuple[int, int] = (0, 0)


class _Builder:
    def __init__(self, file: str, lines: Lines, allowance: Allowance) -> None:
        self.file = file
        self.lines = lines
        self.allowance = allowance
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.usable = True
        self.documents = 0

    def complain(self, code: str, event: Any, says: Sentence, fix: Sentence | None = None) -> None:
        """Report something at an event, and give up after too many."""
        mark = event.start_mark
        place = self.lines.place(self.file, mark.line + 1, mark.column + 1)
        self.problems.append(report(code, place, says, fix))
        if len(self.problems) >= MAX_PROBLEMS:
            self.stop()

    def stop(self) -> None:
        """Give the file up."""
        self.usable = False
        raise _StopReadingError

    def document(self, event: Any) -> None:
        """Begin a document: one only, without orders to the reader."""
        self.documents += 1
        if self.documents > 1 or event.version or event.tags:
            self.complain("N111", event, *_ONE_DOCUMENT)
            self.stop()

    def alias(self, event: Any) -> None:
        """Refuse `*name`."""
        self.usable = False
        self.complain("N107", event, *_STAR)
        if self.open and self.open[-1].node.entries is not None and self.open[-1].key is None:
            self.stop()
        self.place(Node(self.file, event.start_mark.line + 1, event.start_mark.column + 1, None))

    def guard(self, event: Any) -> None:
        """Refuse anchors and tags on a value."""
        if event.anchor is not None:
            self.usable = False
            self.complain("N107", event, *_AMPERSAND)
        if event.tag is not None:
            self.usable = False
            self.complain("N108", event, *_TAG)

    def scalar(self, event: Any) -> None:
        """A word: the key of an entry, or a value."""
        if event.anchor is not None or event.tag is not None:
            self.guard(event)
        mark = event.start_mark
        top = self.open[-1] if self.open else None
        if top is not None and top.key is None and top.node.entries is not None:
            self.key(event, top)
            return
        value = event.value if event.style else meaning(event.value)
        self.place(Node(self.file, mark.line + 1, mark.column + 1, value))

    def key(self, event: Any, top: _Open) -> None:
        """The word before a colon."""
        if not event.style and event.value in ("", "<<"):
            if event.value:
                self.usable = False
                self.complain("N109", event, *_MERGE)
            else:
                self.complain("N113", event, say("There is no key before this colon."))
                self.stop()
        top.key = event.value
        top.key_at = (event.start_mark.line + 1, event.start_mark.column + 1)

    def begin(self, event: Any, is_entry: bool) -> None:
        """A list or an entry begins."""
        if event.anchor is not None or event.tag is not None:
            self.guard(event)
        mark = event.start_mark
        node = Node(self.file, mark.line + 1, mark.column + 1, {} if is_entry else [])
        if self.open and self.open[-1].key is None and self.open[-1].node.entries is not None:
            self.complain("N113", event, *_KEY)
            self.stop()
        self.place(node)
        if is_entry:
            node.entries = {}
        else:
            node.items = []
        self.open.append(_Open(node, node.value))
        if len(self.open) > MAX_DEPTH:
            says = say("More than {limit} things stand inside one another here.", limit=MAX_DEPTH)
            self.complain("N110", event, says)
            self.stop()

    def end(self, event: Any) -> None:
        """A list or an entry ends."""
        self.open.pop()

    def place(self, node: Node) -> None:
        """Put a value where it belongs: into the open list or entry, or at the root."""
        self.allowance.values -= 1
        if self.allowance.is_spent:
            place = self.lines.at(node)
            says = say("The campaign holds more than {limit} values.", limit=MAX_VALUES)
            self.problems.append(report("N115", place, says))
            self.stop()
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        if top.node.items is not None:
            top.node.items.append(node)
            top.values.append(node.value)
            return
        entries, key = top.node.entries, top.key
        if entries is None or key is None:
            return
        top.key = None
        node.key_line, node.key_column = top.key_at
        if key in entries:
            self.twice(key, node, entries[key])
            return
        entries[key] = node
        top.values[key] = node.value

    def twice(self, key: str, node: Node, first: Node) -> None:
        """Report a key that the entry already has; the first one counts."""
        says = say(
            "The key `{key}` stands here twice; the first is in line {line}.",
            key=key,
            line=first.key_line,
        )
        self.problems.append(
            report("N112", self.lines.at_key(node), says, say("Keep one of the two."))
        )
        if len(self.problems) >= MAX_PROBLEMS:
            self.stop()


# The two readers disagree about what such an order may look like, so none gets as far as them.
_ORDER = re.compile(r"(?:[ ]*(?:#[^\n]*)?\n)*(?=%)")
_ONE_DOCUMENT = (
    say("A file is one document; here a second one or an order to the reader begins."),
    say("Remove the line that begins with --- or %."),
)
_STAR = (
    say("A value that begins with * has a special meaning that campaigns do not use."),
    say("Put the whole text in quotes."),
)
_AMPERSAND = (
    say("A value that begins with & has a special meaning that campaigns do not use."),
    say("Put the whole text in quotes."),
)
_TAG = (
    say("A value that begins with ! has a special meaning that campaigns do not use."),
    say("Put the whole text in quotes."),
)
_MERGE = (
    say("The key << is not used in campaigns."),
    say("Write out the entries that you want to copy."),
)
_KEY = (
    say("What stands before a colon must be one word."),
    say("If this is meant to be a text, put it in quotes."),
)

_HANDLERS: dict[str, Callable[[_Builder, Any], None]] = {
    "DocumentStartEvent": _Builder.document,
    "AliasEvent": _Builder.alias,
    "ScalarEvent": _Builder.scalar,
    "SequenceStartEvent": lambda builder, event: builder.begin(event, False),
    "MappingStartEvent": lambda builder, event: builder.begin(event, True),
    "SequenceEndEvent": _Builder.end,
    "MappingEndEvent": _Builder.end,
}


def read_tree(
    file: str, text: str, lines: Lines, allowance: Allowance, loader: Any = FAST
) -> Reading:
    """The tree of a normalised text, with every problem that reading it shows.

    The root is None where the file cannot be used. `loader` is one of the two readers.
    """
    order = _ORDER.match(text)
    if order is not None:
        place = lines.place(file, text.count("\n", 0, order.end()) + 1, 1)
        return Reading(None, [report("N111", place, *_ONE_DOCUMENT)])
    builder = _Builder(file, lines, allowance)
    try:
        for event in _events(text, loader):
            handler = _HANDLERS.get(type(event).__name__)
            if handler is not None:
                handler(builder, event)
    except _StopReadingError:
        pass
    except yaml.YAMLError as failure:
        builder.usable = False
        problem = syntax_problem(file, failure, lines)
        # What a refused * or & leads to in the same line is not worth a line of its own.
        if all(other.line != problem.line for other in builder.problems):
            builder.problems.append(problem)
    if builder.usable and (builder.root is None or builder.root.value is None):
        builder.usable = False
        builder.problems.append(report("N116", Place(file), say("This file is empty.")))
    return Reading(builder.root if builder.usable else None, builder.problems)


def _events(text: str, loader: Any) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=loader)
