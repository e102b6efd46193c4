"""Sentences for a value of the wrong kind: one template for each kind, whole, for translators."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from game.content.positions import Plain
from game.content.problems import Sentence, say, worded
from game.content.wording.grammar import (
    Slot,
    fields_of,
    is_model,
    limit,
    slot_of,
    union_members,
)

Kind = Literal["text", "whole", "decimal", "truth", "list", "entry", "either", "words"]


def kind_of(slot: Slot) -> Kind:
    """The kind of value that a slot takes, as an author thinks of it."""
    kind = slot.kind
    if get_origin(kind) is Literal:
        return "words"
    if slot.tag_key is not None or is_model(kind) or get_origin(kind) is dict:
        return "entry"
    if len(union_members(kind)) > 1:
        return "either"
    if get_origin(kind) in (tuple, list):
        return "list"
    plain: dict[Any, Kind] = {str: "text", int: "whole", float: "decimal", bool: "truth"}
    return plain.get(kind, "text")


_KEY: dict[Kind, str] = {
    "text": worded("`{key}` must be a text."),
    "whole": worded("`{key}` must be a whole number."),
    "decimal": worded("`{key}` must be a number."),
    "truth": worded("`{key}` must be true or false."),
    "list": worded("`{key}` must be a list."),
    "entry": worded("`{key}` must be an entry with keys of its own."),
    "either": worded("`{key}` must be a text, or an entry with keys of its own."),
    "words": worded("`{key}` must be one of a fixed list of words."),
}
_ITEM: dict[Kind, str] = {
    "text": worded("Each item of `{key}` must be a text."),
    "whole": worded("Each item of `{key}` must be a whole number."),
    "decimal": worded("Each item of `{key}` must be a number."),
    "truth": worded("Each item of `{key}` must be true or false."),
    "list": worded("Each item of `{key}` must be a list."),
    "entry": worded("Each item of `{key}` must be an entry with keys of its own."),
    "either": worded("Each item of `{key}` must be a text, or an entry with keys of its own."),
    "words": worded("Each item of `{key}` must be one of a fixed list of words."),
}


def wrong_kind(slot: Slot, key: str, is_item: bool) -> Sentence:
    """That a key, or an item of a list, has the wrong kind of value."""
    kind = kind_of(slot)
    if not key:
        return say("This file must be made of keys, each followed by a colon and its value.")
    low, high = limit(slot, "ge"), limit(slot, "le")
    if kind == "whole" and low is not None and high is not None and not is_item:
        return say(
            "`{key}` must be a whole number from {low} to {high}.", key=key, low=low, high=high
        )
    return say((_ITEM if is_item else _KEY)[kind], key=key)


_TRUTHS = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


def mend(slot: Slot, value: Plain, is_item: bool) -> Sentence | None:
    """How to turn a value of the wrong kind into the right one, where that can be guessed."""
    kind = kind_of(slot)
    if value is None and is_item:
        return say("Write a value after the dash, or remove the line.")
    if value is None:
        return say("Write a value after the colon, or remove the line.")
    if isinstance(value, str):
        return _mend_text(slot, kind, value)
    if kind == "list":
        return _mend_list(slot, value)
    if kind in ("text", "words") and isinstance(value, (bool, int, float)):
        return say("If it is meant as a text, put it in quotes.")
    if kind == "whole" and isinstance(value, float):
        return say("Use a number without a decimal point.")
    if kind == "entry" and isinstance(value, list) and len(value) == 1:
        return say("Remove the dash or the square brackets: this is one entry, not a list.")
    return _shape(slot)


def _mend_text(slot: Slot, kind: Kind, value: str) -> Sentence | None:
    word = value.strip()
    if kind == "truth" and word.lower() in {*_TRUTHS, "true", "false"}:
        return say("Write {word}, without quotes.", word=_TRUTHS.get(word.lower(), word.lower()))
    if kind in ("whole", "decimal"):
        number = word.lstrip("+-").replace(".", "", 1)
        if number.isascii() and number.isdigit():
            return say("Write the number without quotes and without zeros before it.")
        return say("Write it in figures.")
    if kind == "list":
        return _mend_list(slot, value)
    if kind == "entry" and ":" in word and ": " not in word:
        return say("Put a space after the colon.")
    return _shape(slot)


def _mend_list(slot: Slot, value: Plain) -> Sentence:
    item = get_args(slot.kind)
    if isinstance(value, dict) and list(value) == ["all"] and isinstance(value["all"], list):
        return say(
            "Every item of this list must hold anyway; write only [{items}].",
            items=", ".join(str(one) for one in value["all"]),
        )
    if isinstance(value, dict) or (item and kind_of(slot_of(item[0])) == "entry"):
        return say("Begin each item on a line of its own with a dash and a space.")
    return say("Put it in square brackets: [{value}].", value=value)


def _shape(slot: Slot) -> Sentence | None:
    if slot.tag_key is None and len(union_members(slot.kind)) > 1:
        return say("Write a condition such as `harm >= 14`, or `all:` or `any:` with a list.")
    if is_model(slot.kind):
        keys = ", ".join(fields_of(slot.kind))
        return say("Its keys are: {keys}.", keys=keys)
    if slot.tag_key is not None:
        return say("It begins with `{key}:`.", key=slot.tag_key)
    return None
