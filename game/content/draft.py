"""A campaign on its way: what its files hold, where each thing stands, and what is still missing.

Everything that could be read is here even when something else could not, so that one mistake
does not hide the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.content.positions import Lines, Node, Step
from game.content.problems import Place, Problem
from game.content.problems.nearest import as_id
from game.content.schema.campaign import CampaignFile
from game.content.schema.words import Entry

Shelf = Literal["areas", "routes", "kinds", "cards", "injects", "bots"]
"""The kinds of thing that files hold as lists."""
SHELVES: tuple[Shelf, ...] = ("areas", "routes", "kinds", "cards", "injects", "bots")


@dataclass(slots=True)
class Item:
    """One thing of a list: its id, where it stands, and its model, or None where it is wrong.

    `is_own` tells the campaign's things from the library's.
    """

    id: str
    node: Node
    value: Entry | None
    is_own: bool


@dataclass(slots=True)
class Draft:
    """Everything read so far. `broken` are the shelves of which a file could not be read;
    `promised` are ids that the library was asked for in vain, so that it is said only once.
    """

    lines: Lines = field(default_factory=Lines)
    frame: CampaignFile | None = None
    frame_node: Node | None = None
    shelves: dict[Shelf, list[Item]] = field(default_factory=lambda: {s: [] for s in SHELVES})
    locales: dict[str, Mapping[str, str]] = field(default_factory=dict)
    locale_nodes: dict[str, Node] = field(default_factory=dict)
    library_ids: dict[Shelf, tuple[str, ...]] = field(
        default_factory=lambda: dict.fromkeys(SHELVES, ())
    )
    promised: dict[Shelf, list[str]] = field(default_factory=lambda: {s: [] for s in SHELVES})
    broken: set[Shelf] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @property
    def has_errors(self) -> bool:
        """Whether anything found so far keeps the campaign from being played."""
        return any(problem.is_error for problem in self.problems)

    def place(self, node: Node | None, *path: Step) -> Place:
        """Where the value at the end of a path from a node begins, or as near as there is."""
        if node is None:
            return Place("campaign.yaml")
        return self.lines.at(node.deepest(path))

    def frame_place(self, *path: Step) -> Place:
        """Where something in campaign.yaml begins."""
        return self.place(self.frame_node, *path)

    def ids(self, shelf: Shelf) -> list[str]:
        """The ids on a shelf, wrong entries included."""
        there = [name for item in self.shelves[shelf] for name in _names(item.id)]
        return [*there, *self.promised[shelf]]

    def named(self, key: str) -> list[str]:
        """The ids of a list in campaign.yaml (`seats`, `objectives`), wrong entries included."""
        node = self.frame_node.child(key) if self.frame_node else None
        items = node.items or () if node is not None else ()
        return [name for item in items for name in _names(item_id(item))]


def _names(written: str) -> tuple[str, ...]:
    """An id as written and as it should be, so that a wrong one is not missed everywhere else."""
    return tuple(dict.fromkeys(name for name in (as_id(written), written) if name))


def item_id(node: Node) -> str:
    """The id that an entry gives itself, or nothing."""
    below = node.child("id")
    return below.value if below is not None and isinstance(below.value, str) else ""


def own_items(draft: Draft) -> Iterator[tuple[Shelf, Item]]:
    """Every thing of the campaign's own files."""
    for shelf in SHELVES:
        for item in draft.shelves[shelf]:
            if item.is_own:
                yield shelf, item
