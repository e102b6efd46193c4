"""What a new entry needs to know of a campaign, also of one with mistakes elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from game.content.draft import Draft, Shelf, item_id
from game.content.gather import gather
from game.content.positions import Node
from game.content.problems import ContentError
from game.content.schema.board import Area
from game.content.schema.units import PieceKind
from game.content.schema.words import Entry, Level

FRAME = "campaign.yaml"


@dataclass(frozen=True, slots=True)
class Owner:
    """A seat as far as a new entry concerns it; `income` is its Budget each quarter.

    `unit` is the first kind of its pool that a card can put down in an area, or None.
    """

    id: str
    side: str
    income: int
    unit: PieceKind | None


@dataclass(frozen=True, slots=True)
class Pile:
    """The pile that names a card: whose it is, its key, and the level of the cards on it."""

    seat: str
    key: str
    level: Level


class Surroundings:
    """A campaign's files, read as far as they can be.

    Raises ContentError where campaign.yaml is no readable text: it says which seats there are.
    """

    def __init__(self, texts: Mapping[str, str], library: Mapping[str, str]) -> None:
        self.draft = Draft()
        gather(texts, library, self.draft)
        if self.draft.frame_node is None:
            raise ContentError(one for one in self.draft.problems if one.file == FRAME)
        self._frame = self.draft.frame_node

    @property
    def quarters(self) -> int:
        """How many quarters the campaign has; 1 where that cannot be read."""
        return max(1, _number(self._frame, "quarters"))

    def ids(self, shelf: Shelf) -> set[str]:
        """The ids on a shelf, those of wrong entries included."""
        return set(self.draft.ids(shelf))

    def pile_of(self, card: str) -> Pile | None:
        """The first pile that names a card, or None."""
        for seat in _items(self._frame, "seats"):
            for key, level in _PILES.items():
                if any(named.value == card for named in _items(seat, key)):
                    return Pile(item_id(seat), key, level)
        return None

    @cached_property
    def owners(self) -> dict[str, Owner]:
        """The seats that play, by id."""
        found = [self._owner(node) for node in _items(self._frame, "seats") if item_id(node)]
        return {owner.id: owner for owner in found if owner.side in ("nadc", "red")}

    def _owner(self, seat: Node) -> Owner:
        side, income = _word(seat, "side"), _number(seat, "income")
        return Owner(item_id(seat), side, income, self._unit(seat))

    def _unit(self, seat: Node) -> PieceKind | None:
        """The first kind of a pool of which one is left at the start, and that needs no other."""
        placed = Counter[str]()
        for entry in _items(self._frame, "placements"):
            if _word(entry, "seat") == item_id(seat):
                placed[_word(entry, "kind")] += max(1, _number(entry, "count"))
        kinds = {kind.id: kind for kind in self._values("kinds") if isinstance(kind, PieceKind)}
        for entry in _items(seat, "pool"):
            kind = kinds.get(_word(entry, "kind"))
            if kind is None or kind.watches > 1 or kind.needs is not None:
                continue
            if placed[kind.id] < _number(entry, "count") and self._has_ground(kind):
                return kind
        return None

    def _has_ground(self, kind: PieceKind) -> bool:
        return any(
            isinstance(area, Area)
            and (not kind.kinds or area.kind in kind.kinds)
            and (not kind.countries or area.country in kind.countries)
            for area in self._values("areas")
        )

    def _values(self, shelf: Shelf) -> Iterator[Entry]:
        return (item.value for item in self.draft.shelves[shelf] if item.value is not None)


_PILES: Mapping[str, Level] = {"deck": "tactical", "cards": "operational"}


def _items(node: Node, key: str) -> list[Node]:
    below = node.child(key)
    return below.items or [] if below is not None else []


def _word(node: Node, key: str) -> str:
    below = node.child(key)
    return below.value if below is not None and isinstance(below.value, str) else ""


def _number(node: Node, key: str) -> int:
    below = node.child(key)
    return below.value if below is not None and isinstance(below.value, int) else 0
