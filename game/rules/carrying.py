"""A game carried over to its edited campaign: every place moves along with its id.

Inside, an area or a card is a place in a tuple, and an author who adds or reorders entries moves
all of them. Here a position and the events of a journal are written anew for the edited campaign.
What the game uses must still be there: `Gone` names the first thing that is not.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import singledispatchmethod
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from game.content.campaign import Campaign
from game.model.decisions import Decision
from game.model.events import (
    DecisionAsked,
    DecisionChanged,
    EstimatesMade,
    Event,
    OptionChosen,
    PieceDeployed,
    PieceRemoved,
    ProbeAnswered,
    RotationSet,
    SeatMarked,
    TestRolled,
    UnitFlowed,
)
from game.model.ids import REF_KINDS, CardIx, Ref, SeatIx, SeatMask, ref_ix, ref_kind
from game.model.state import IN_POOL, Mod, State
from game.rules.assess import SHARE_BITS, share_of
from game.rules.notation import IX_KIND, NotationError, count_of, hints_of, place_of, word_of
from game.rules.positions import AXIS, CARD_BITS, SETS, VALUES
from game.rules.setup import first_state
from game.rules.tables import tables_for

S = TypeVar("S", bound=msgspec.Struct)

_KINDS = ("seat", "area", "route", "kind", "card", "inject", "piece")


class Gone(Exception):
    """The game uses something that the edited campaign no longer has; `word` is its id."""

    def __init__(self, kind: str, word: str) -> None:
        super().__init__(kind, word)
        self.kind = kind
        self.word = word


class Carrier:
    """Carries positions, actions and events from a campaign to its edited text.

    Every method raises Gone where the edited campaign lacks what is asked for.
    """

    def __init__(self, old: Campaign, new: Campaign) -> None:
        self.old = old
        self.new = new
        self._places = {kind: _places(old, new, kind) for kind in _KINDS}
        self.is_still = all(
            list(places) == list(range(count_of(new, kind)))
            for kind, places in self._places.items()
        )
        """Whether everything keeps its place, so that events stay as they are."""

    def place(self, kind: str, ix: int) -> int:
        """The new place of a thing; numbers below 0, which stand for none, stay."""
        if ix < 0 or kind not in self._places:
            return ix
        place = self._places[kind][ix]
        if place < 0:
            raise Gone(kind, word_of(self.old, kind, ix))
        return place

    def set_of(self, kind: str, bits: int) -> int:
        """A set of places; one that holds all but some holds all but those."""
        if bits < 0:
            return ~self.set_of(kind, ~bits)
        found = 0
        while bits:
            low = bits & -bits
            found |= 1 << self.place(kind, low.bit_length() - 1)
            bits ^= low
        return found

    def ref(self, ref: Ref) -> Ref:
        """A reference to the same thing."""
        kind = ref_kind(ref)
        if kind is None:
            return ref
        return Ref(REF_KINDS.index(kind) << 16 | self.place(kind, ref_ix(ref)))

    def events(self, events: Iterable[Event]) -> list[Event]:
        """The same events."""
        still = self.is_still
        return [
            event if still and not isinstance(event, _LOOKED_AT) else self.record(event)
            for event in events
        ]

    def state(self, state: State) -> State:
        """The same position; what the edited campaign adds begins as its set-up says."""
        new = first_state(tables_for(self.new), (), 0)
        rest = first_state(tables_for(self.old), (), 0)
        for name in State.__slots__:
            value = getattr(state, name)
            start, old = getattr(new, name), getattr(rest, name)
            setattr(new, name, self._field(name, value, start, old))
        for hand in new.hands:
            hand.sort()  # as drawing a card leaves it
        return new

    def added_cards(self) -> tuple[tuple[SeatIx, CardIx], ...]:
        """Cards that the edited campaign adds to decks, each with its seat."""
        before, after = tables_for(self.old), tables_for(self.new)
        added: list[tuple[SeatIx, CardIx]] = []
        for ix, deck in enumerate(before.deck):
            seat = self.place("seat", ix)
            had = Counter(self._places["card"][card] for card in deck)
            more = Counter(int(card) for card in after.deck[seat]) - had
            added += [(SeatIx(seat), CardIx(card)) for card in sorted(more.elements())]
        return tuple(added)

    def record(self, record: S) -> S:
        """The same record, with every place in it moved."""
        hints = hints_of(type(record))
        fields = {name: self._value(hint, getattr(record, name)) for name, hint in hints.items()}
        fields.update(self._packed(record))
        return type(record)(**fields)

    # --- inside

    def _value(self, hint: Any, value: Any) -> Any:
        kind = IX_KIND.get(hint)
        if kind is not None:
            return self.place(kind, value)
        if hint is Ref:
            return self.ref(value)
        if hint is SeatMask:
            return self.set_of("seat", value)
        if isinstance(value, msgspec.Struct):
            return self.record(value)
        if get_origin(hint) is tuple:
            inner = get_args(hint)
            each = inner[:1] * len(value) if inner[1:] == (...,) else inner
            return tuple(self._value(one, item) for one, item in zip(each, value, strict=True))
        return value

    def _field(self, name: str, value: Any, start: Any, rest: Any) -> Any:
        one = self._reader(name)
        axis = AXIS.get(name)
        if axis is None:
            return [one(item) for item in value] if isinstance(value, list) else one(value)
        full = [0] * count_of(self.new, axis) if name == "estimate" and value else list(start)
        for ix, item in enumerate(value):
            place = self._places[axis][ix]
            if place >= 0:
                full[place] = [one(part) for part in item] if isinstance(item, list) else one(item)
            elif _is_used(name, item, rest[ix] if ix < len(rest) else item):
                raise Gone(axis, word_of(self.old, axis, ix))
        return full

    def _reader(self, name: str) -> Callable[[Any], Any]:
        if name in VALUES:
            kind = VALUES[name]
            return lambda value: self.place(kind, value)
        if name in SETS:
            kind = SETS[name]
            return lambda value: self.set_of(kind, value)
        if name in ("card_target", "card_second"):
            return self.ref
        if name == "piece_area":
            return lambda value: self.place("area", value)
        if name == "used":
            return self._used
        hint = State.element_type(name)
        return lambda value: self._value(hint, value)

    def _used(self, value: int) -> int:
        low = value & (1 << CARD_BITS) - 1
        return self.set_of("card", value >> CARD_BITS) << CARD_BITS | low

    # --- fields whose type does not say what their numbers mean

    @singledispatchmethod
    def _packed(self, record: msgspec.Struct) -> dict[str, Any]:
        return {}

    @_packed.register
    def _(self, record: Mod) -> dict[str, Any]:
        return {"areas": self.set_of("area", record.areas)}

    @_packed.register
    def _(self, record: RotationSet) -> dict[str, Any]:
        return {"routes": self.set_of("route", record.routes)}

    @_packed.register(PieceDeployed)
    @_packed.register(PieceRemoved)
    def _(self, record: PieceDeployed | PieceRemoved) -> dict[str, Any]:
        return {"area": self.place("area", record.area)}

    @_packed.register
    def _(self, record: EstimatesMade) -> dict[str, Any]:
        errors = [0] * count_of(self.new, "route")
        for ix, error in enumerate(record.errors):
            place = self._places["route"][ix]
            if place >= 0:
                errors[place] = error
        return {"errors": tuple(errors)}

    @_packed.register
    def _(self, record: UnitFlowed) -> dict[str, Any]:
        rolls = (tuple(row) for row in record.rolls)
        return {"rolls": tuple((self.place("route", row[0]), *row[1:]) for row in rolls)}

    @_packed.register
    def _(self, record: SeatMarked) -> dict[str, Any]:
        if record.what not in ("used", "guesses"):
            return {}
        return {"value": self._reader(record.what)(record.value)}

    @_packed.register
    def _(self, record: ProbeAnswered) -> dict[str, Any]:
        if record.probe == "growth":
            routes = tuple(self.place("route", route) for route in record.detail)
            return {"answer": self.place("route", record.answer), "detail": routes}
        return {"detail": (self.place("route", record.detail[0]), *record.detail[1:])}

    @_packed.register
    def _(self, record: TestRolled) -> dict[str, Any]:
        for label, _ in record.mods:
            kind, _, word = label.partition(":")
            if kind == "card" and word not in self.new.card_ix:
                raise Gone("card", word)
            if kind == "unit" and word not in self.new.kind_ix:
                raise Gone("kind", word)
        return {}

    @_packed.register
    def _(self, record: OptionChosen) -> dict[str, Any]:
        inject = self.new.injects[self.place("inject", record.inject)]
        if record.option >= len(inject.options):
            raise Gone("answer", inject.id)
        return {}

    @_packed.register
    def _(self, record: Decision) -> dict[str, Any]:
        options = record.options
        match record.kind:
            case "rotate":
                return {"options": tuple(self.set_of("route", routes) for routes in options)}
            case "growth-probe":
                return {"options": tuple(self.place("route", route) for route in options)}
            case "fund":
                return {"options": tuple(self._shares(packed) for packed in options)}
            case "place":
                return {"value": self.place("seat", record.value)}
            case "inject":
                inject = self.place("inject", record.value)
                count = len(self.new.injects[inject].options)
                return {"value": inject, "options": tuple(range(count))}
            case _:
                return {}

    def _shares(self, packed: int) -> int:
        shares = 0
        for seat in range(count_of(self.old, "seat")):
            share = share_of(packed, SeatIx(seat))
            shares |= share << SHARE_BITS * self.place("seat", seat)
        return shares


_LOOKED_AT = (DecisionAsked, DecisionChanged, OptionChosen, TestRolled)
"""Events that hold words or numbers of the campaign's entries, whatever their places."""


def _places(old: Campaign, new: Campaign, kind: str) -> tuple[int, ...]:
    """For each thing of the old campaign its place in the new one; -1 for what is gone."""
    found = []
    for ix in range(count_of(old, kind)):
        try:
            found.append(place_of(new, kind, word_of(old, kind, ix)))
        except NotationError:
            found.append(-1)
    return tuple(found)


def _is_used(name: str, item: Any, rest: Any) -> bool:
    """Whether an entry that has gone stood otherwise than in the set-up, or on the map."""
    return item != rest or (name == "piece_area" and item != IN_POOL)
