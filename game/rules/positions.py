"""A whole position as plain data with ids as words, and back (for saves)."""

from collections.abc import Callable
from typing import Any

import msgspec

from game.content.campaign import Campaign
from game.model.state import AXES, ROWS, State
from game.rules.notation import (
    NotationError,
    count_of,
    place_of,
    read_hint,
    read_ref,
    word_of,
    write_hint,
    write_ref,
)
from game.rules.setup import first_state
from game.rules.tables import tables_for

AXIS = {name: axis for axis, names in AXES.items() for name in names}
"""What a list of a position is indexed by."""
VALUES = {
    "piece_watch": "route",
    "piece_watch2": "route",
    "piece_card": "card",
    "piece_left": "area",
    "card_seat": "seat",
    "guesses": "route",
    "queue": "seat",
    "pins": "route",
    "wakes": "route",
    "opener": "seat",
    "opened_now": "route",
    "injects_due": "inject",
    "decks": "card",
    "hands": "card",
    "discards": "card",
    "active": "seat",
}
"""Lists (and one plain number) whose values are themselves places."""
SETS = {
    "piece_rotation": "route",
    "card_joined": "seat",
    "piece_known": "seat",
    "true_known": "seat",
    "route_known": "seat",
    "ways": "route",
    "persons": "seat",
    "governed_areas": "area",
    "governed_free": "area",
    "fired": "inject",
    "unlocked": "card",
}
"""Numbers that are sets of places."""
CARD_BITS = 8
"""In `used` the cards that were refused stand above so many bits."""


def state_to_json(campaign: Campaign, state: State) -> dict[str, Any]:
    """A position as plain data; the inverse of `state_from_json` for the same campaign."""
    return {name: _write(campaign, name, getattr(state, name)) for name in State.__slots__}


def _write(campaign: Campaign, name: str, value: Any) -> Any:
    axis = AXIS.get(name)
    one = _writer(campaign, name)
    if axis is None:
        return [one(item) for item in value] if isinstance(value, list) else one(value)
    nested = any(isinstance(item, list) for item in value)
    written = [[one(part) for part in item] if nested else one(item) for item in value]
    return {word_of(campaign, axis, ix): item for ix, item in enumerate(written)}


def _writer(campaign: Campaign, name: str) -> Callable[[Any], Any]:
    if name in VALUES:
        kind = VALUES[name]
        return lambda value: word_of(campaign, kind, value)
    if name in SETS:
        kind = SETS[name]
        return lambda value: _set_words(campaign, kind, value)
    if name in ("card_target", "card_second"):
        return lambda value: write_ref(campaign, value)
    if name == "piece_area":
        return lambda value: value if value < 0 else word_of(campaign, "area", value)
    if name == "used":
        return lambda value: [
            value & (1 << CARD_BITS) - 1,
            _set_words(campaign, "card", value >> CARD_BITS),
        ]
    return lambda value: write_hint(campaign, type(value), value)


def _set_words(campaign: Campaign, kind: str, bits: int) -> Any:
    if bits < 0:
        return "all"
    return [word_of(campaign, kind, ix) for ix in range(bits.bit_length()) if bits >> ix & 1]


def _set_bits(campaign: Campaign, kind: str, data: Any) -> int:
    if data == "all":
        return -1
    if not isinstance(data, list) or len(data) > count_of(campaign, kind):
        raise NotationError("a list of words is expected")
    return sum({1 << place_of(campaign, kind, str(word)) for word in data})


def state_from_json(campaign: Campaign, data: dict[str, Any]) -> State:
    """The position that `state_to_json` described; raises NotationError for anything else.

    Entries of the campaign that the data does not name keep their state of the set-up.
    """
    state = first_state(tables_for(campaign), (), 0)
    if not isinstance(data, dict) or set(data) - set(State.__slots__):
        raise NotationError("the position cannot be read")
    for name, value in data.items():
        setattr(state, name, _read(campaign, name, value, getattr(state, name)))
    return _checked(state)


def _read(campaign: Campaign, name: str, data: Any, start: Any) -> Any:
    axis = AXIS.get(name)
    one = _reader(campaign, name)
    if axis is None:
        if isinstance(start, list):
            return [one(item) for item in _list(data)]
        return one(data)
    if not isinstance(data, dict):
        raise NotationError(f"{name} cannot be read")
    full = _full(campaign, name, axis, start, data)
    for word, value in data.items():
        place = place_of(campaign, axis, word)
        full[place] = (
            [one(part) for part in _list(value)]
            if isinstance(value, list) and name in ROWS
            else one(value)
        )
    return full


def _full(
    campaign: Campaign, name: str, axis: str, start: list[Any], data: dict[str, Any]
) -> list[Any]:
    if name == "estimate":
        return [0] * count_of(campaign, axis) if data else []
    return list(start)


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise NotationError("a list is expected")
    return data


def _reader(campaign: Campaign, name: str) -> Callable[[Any], Any]:
    if name in VALUES:
        kind = VALUES[name]
        return lambda data: place_of(campaign, kind, str(data))
    if name in SETS:
        kind = SETS[name]
        return lambda data: _set_bits(campaign, kind, data)
    if name in ("card_target", "card_second"):
        return lambda data: read_ref(campaign, str(data))
    if name == "piece_area":
        return lambda data: data if isinstance(data, int) else place_of(campaign, "area", str(data))
    if name == "used":
        return lambda data: _used(campaign, data)
    hint = State.element_type(name)
    return lambda data: read_hint(campaign, hint, data)


def _used(campaign: Campaign, data: Any) -> int:
    low, cards = _list(data)
    bits: int = _set_bits(campaign, "card", cards) << CARD_BITS
    return bits | int(low)


def _checked(state: State) -> State:
    """The position, once every list holds what it should."""
    try:
        return State.from_data(state.as_data())
    except (msgspec.ValidationError, TypeError, ValueError) as error:
        raise NotationError(f"the position cannot be read: {error}") from error
