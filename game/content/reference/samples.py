"""Examples: one for each quantity, and a whole campaign in which every key stands at least once.

The campaign lies in the folder `sample`. It is checked and played by a test like any other, so no
example of the reference can be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

from game.content.positions import Lines, Node
from game.content.quantities import Quantity
from game.content.reading.folder import read_folder
from game.content.reading.readers import FAST
from game.content.reading.tree import Allowance, read_tree
from game.content.reference.flow import in_flow
from game.content.reference.vocabulary import FILES, entry_kind, models_in
from game.content.schema.words import Entry
from game.content.wording.grammar import Slot

SAMPLE = Path(__file__).parent / "sample"

_RED_SEAT = frozenset(
    {
        "cash",
        "bank",
        "stash",
        "supply",
        "launder_gap",
        "fronts",
        "labs",
        "cells",
        "reach",
        "loss_rate",
    }
)
_ARGUMENTS: Mapping[str, str] = {
    "seat": "us",
    "area": "mx-north",
    "route": "nogales",
    "card": "nadc-charter",
    "kind": "front",
}
_NUMBERS: Mapping[str, str] = {
    "harm": ">= 14",
    "border": "<= 3",
    "cohesion": "<= 3",
    "legitimacy": ">= 7",
    "sovereignty": "<= 5",
    "resilience": "<= 4",
    "consent": ">= 2",
    "quarter": "== 3",
    "quarters_left": "== 0",
    "round": "== 1",
    "budget": ">= 3",
    "cash": ">= 6",
    "bank": ">= 3",
    "stash": ">= 5",
    "supply": ">= 9",
    "reach": ">= 4",
    "margin": "<= -1",
    "gov": "<= -1",
    "gov_score": "<= -4",
    "violence": ">= 2",
    "heat": ">= 2",
    "flow": ">= 4",
    "loss_rate": "> 0.25",
    "delivered": ">= 9",
    "routed": ">= 9",
}


def example_of(quantity: Quantity) -> str:
    """A condition with this quantity, which holds its own in the sample campaign."""
    argument = _ARGUMENTS.get(quantity.argument or "")
    if quantity.argument == "seat" and quantity.name in _RED_SEAT:
        argument = "cartel"
    name = f"{quantity.name}({argument})" if argument else quantity.name
    return name if quantity.is_truth else f"{name} {_NUMBERS.get(quantity.name, '>= 1')}"


class Use(NamedTuple):
    """One entry of the sample campaign: its model and what stands in it."""

    model: type[Entry]
    value: dict[str, Any]


@cache
def sample_texts() -> Mapping[str, str]:
    """The files of the sample campaign by relative path."""
    return read_folder(SAMPLE).texts


@cache
def uses() -> tuple[Use, ...]:
    """Every entry of the sample campaign, in the order of its files."""
    return tuple(_all_uses())


def _all_uses() -> Iterator[Use]:
    for path, text in sample_texts().items():
        folder, slash, _ = path.partition("/")
        model = FILES[f"{folder}/*.yaml" if slash else path]
        lines = Lines()
        lines.add(path, text)
        root = read_tree(path, text, lines, Allowance(), FAST).root
        if root is not None:
            yield from _uses_in(model, root)


def _uses_in(model: type[Entry], node: Node) -> Iterator[Use]:
    if not isinstance(node.value, dict):
        return
    yield Use(model, node.value)
    for key in entry_kind(model).keys:
        below = node.child(key.name)
        if below is not None:
            yield from _inside(key.slot, below)


def _inside(slot: Slot, node: Node) -> Iterator[Use]:
    if node.items is not None:
        for item in node.items:
            yield from _inside(slot, item)
        return
    model = _model_for(slot, node)
    if model is not None:
        yield from _uses_in(model, node)


def _model_for(slot: Slot, node: Node) -> type[Entry] | None:
    models = models_in(slot)
    if len(models) <= 1:
        return models[0] if models else None
    verb = node.child("do")
    return next((m for m in models if verb is not None and entry_kind(m).verb == verb.value), None)


@cache
def key_examples(model: type[BaseModel]) -> Mapping[str, str]:
    """The shortest example of each key of an entry, as `key: value`."""
    found: dict[str, str] = {}
    for use in uses():
        if use.model is model:
            for key, value in use.value.items():
                text = f"{key}: {in_flow(value)}"
                if len(text) < len(found.get(key, text + " ")):
                    found[key] = text
    return found


@cache
def entry_example(model: type[BaseModel]) -> dict[str, Any]:
    """The entry of the sample campaign that shows most keys of its kind; empty where none."""
    found = [use.value for use in uses() if use.model is model]
    return max(found, key=len) if found else {}


def tags_used() -> set[str]:
    """The verbs of all effects in the sample campaign."""
    return {entry_kind(use.model).verb for use in uses()} - {""}
