"""What a key takes, in a few words: kind of value, range, and what an id is the id of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args, get_origin

from game.content.checks.names import LIMITS
from game.content.reference.vocabulary import Key, entry_kind, is_condition, is_line
from game.content.schema.campaign import Discussion
from game.content.schema.words import Entry
from game.content.walk import MENTIONS, UNCHECKED, Thing
from game.content.wording.grammar import Slot, is_model, limit, slot_of, words_of

NameOf = Callable[[type[Entry]], str]
"""How a kind of entry is named in a phrase: plainly, or as a link."""

_THINGS: dict[Thing, str] = {
    "seat": "id of a seat",
    "area": "id of an area",
    "route": "id of a route",
    "kind": "id of a kind of piece",
    "card": "id of a card",
    "inject": "id of an inject",
    "bot": "id of a bot",
    "objective": "id of an objective",
    "map-area": "id of an area of the theatre's map",
    "map-node": "id of a node of the theatre's map",
}
MANY = 12
"""Words of a fixed list that a phrase still names one by one."""


def plain_name(model: type[Entry]) -> str:
    """The name of a kind of entry within a sentence."""
    return entry_kind(model).name


def takes(owner: type[Entry], key: Key, name_of: NameOf = plain_name) -> str:
    """What a key takes, such as `whole number from 0 to 9` or `list of: id of a seat`."""
    if is_line(owner, key):
        return "condition" if owner is Discussion else "list of 1 to 8: condition"
    thing = MENTIONS.get(owner, {}).get(key.name)
    phrase = _phrase(key.slot, _THINGS[thing] if thing else _elsewhere(owner, key), name_of)
    fits = LIMITS.get(owner, {}).get(key.name)
    return phrase if fits is None else f"{phrase}, of which {fits} fit where it is shown"


def _elsewhere(owner: type[Entry], key: Key) -> str:
    if key.name in UNCHECKED.get(owner, ()):
        return "id in the library" if owner.__name__ == "Library" else "word"
    return "id"


def _phrase(slot: Slot, an_id: str, name_of: NameOf) -> str:
    kind = slot.kind
    words = words_of(kind)
    if is_condition(slot):
        return "condition"
    if slot.tag_key is not None:
        return "effect"
    if words:
        return _one_of(words)
    if is_model(kind):
        return f"entry: {name_of(kind)}"
    if get_origin(kind) is tuple:
        return _list(slot, an_id, name_of)
    if get_origin(kind) is dict:
        keys, value = get_args(kind)
        each = _phrase(slot_of(value), an_id, name_of)
        return f"entry with {_listed(words_of(keys))}, each: {each}"
    return _simple(slot, an_id)


def _one_of(words: tuple[str, ...]) -> str:
    return f"`{words[0]}`" if len(words) == 1 else f"one of {_listed(words)}"


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _list(slot: Slot, an_id: str, name_of: NameOf) -> str:
    arguments = get_args(slot.kind)
    item = _phrase(slot_of(arguments[0]), an_id, name_of)
    if Ellipsis not in arguments:
        return f"list of {len(arguments)}: {item}"
    least, most = limit(slot, "min_length"), limit(slot, "max_length")
    if least and most:
        return f"list of {least} to {most}: {item}"
    if least or most:
        return f"list of {least} or more: {item}" if least else f"list of up to {most}: {item}"
    return f"list of: {item}"


def _simple(slot: Slot, an_id: str) -> str:
    kinds: dict[Any, str] = {bool: "`true` or `false`", float: "number"}
    if slot.kind is int:
        return _number(slot)
    if slot.kind is not str:
        return kinds.get(slot.kind, "text")
    if limit(slot, "pattern") is not None:
        return an_id
    most = limit(slot, "max_length")
    return f"text of up to {most} characters" if most else "text"


def _number(slot: Slot) -> str:
    low, high = limit(slot, "ge"), limit(slot, "le")
    if low is not None and high is not None:
        return f"whole number from {low} to {high}"
    return f"whole number, {low} or more" if low is not None else "whole number"
