"""The reference as topics: what may be written, word by word, with examples that are played."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from game.content.problems import CODES, Code
from game.content.quantities import QUANTITIES, Quantity
from game.content.reference.flow import in_block, in_flow
from game.content.reference.phrases import NameOf, plain_name, takes
from game.content.reference.samples import entry_example, key_examples
from game.content.reference.vocabulary import FILES, EntryKind, Key, entries_of
from game.content.reference.words import manual_of
from game.content.schema.injects import Trigger
from game.content.schema.words import Entry
from game.content.wording.grammar import Slot, slot_of, words_of

SHORT = 76
"""Characters of an example that stands beside its key; a longer one is shown with its entry."""


@dataclass(frozen=True, slots=True)
class Row:
    """A key of an entry: what it takes, its default and an example, as they are shown."""

    name: str
    takes: str
    default: str
    doc: str
    example: str
    words: tuple[tuple[str, str], ...]


def files() -> Iterator[tuple[str, tuple[EntryKind, ...]]]:
    """Each kind of file with the kinds of entry first met in it; effects are left out."""
    known: set[type[Entry]] = set()
    for file, model in FILES.items():
        found = [kind for kind in entries_of(model) if kind.model not in known and not kind.verb]
        known.update(kind.model for kind in found)
        yield file, tuple(found)


@cache
def effects() -> tuple[EntryKind, ...]:
    """Every effect, in the order of the rulebook."""
    return tuple(kind for kind in entries_of(FILES["cards/*.yaml"]) if kind.verb)


@cache
def all_kinds() -> tuple[EntryKind, ...]:
    """Every kind of entry, effects last."""
    return (*(kind for _, kinds in files() for kind in kinds), *effects())


def rows(kind: EntryKind, name_of: NameOf = plain_name) -> list[Row]:
    """The keys of a kind of entry, in order."""
    examples = key_examples(kind.model)
    return [_row(kind, key, examples.get(key.name, ""), name_of) for key in kind.keys]


def _row(kind: EntryKind, key: Key, example: str, name_of: NameOf) -> Row:
    return Row(
        key.name,
        takes(kind.model, key, name_of),
        "needed" if key.is_needed else key.default,
        key.doc,
        example if len(example) <= SHORT else "",
        tuple(_words(key.slot)),
    )


def _words(slot: Slot) -> Iterator[tuple[str, str]]:
    """The words of a fixed list with what they mean, also where the list is one of several."""
    words = words_of(slot.kind)
    if words:
        yield from manual_of(words).items()
        return
    arguments = get_args(slot.kind)
    if Ellipsis in arguments:
        yield from _words(slot_of(arguments[0]))


def example(kind: EntryKind) -> str:
    """An entry of a kind from the sample campaign, laid out as in a file; empty for whole files."""
    if kind.model in FILES.values():
        return ""
    value = entry_example(kind.model)
    if kind.verb:
        return f"- {in_flow(value)}"
    return in_block(value) if value else ""


def quantities() -> tuple[Quantity, ...]:
    """Every quantity, in the order of the reference."""
    return tuple(QUANTITIES.values())


def range_of(quantity: Quantity) -> str:
    """The values that a quantity can take: `0 to 20`, `0 or more`, `yes or no`."""
    if quantity.is_truth:
        return "1 (yes) or 0 (no)"
    if quantity.low is None:
        return "any whole number"
    if quantity.high is None:
        return f"{quantity.low} or more"
    return f"{quantity.low} to {quantity.high}" + ("" if quantity.whole else ", a share")


def written(quantity: Quantity) -> str:
    """A quantity as it is written: `harm`, `gov(AREA)`."""
    return f"{quantity.name}({quantity.argument.upper()})" if quantity.argument else quantity.name


def codes() -> tuple[Code, ...]:
    """Every code of a problem, in order."""
    return tuple(CODES.values())


TRIGGERS: tuple[tuple[Literal["at", "when", "table", "manual"], str], ...] = (
    ("at", "At the beginning of a phase of one quarter."),
    ("when", "In the first SITUATION in which a condition holds."),
    ("table", "In each SITUATION one row is drawn by its weight; a row may name no inject."),
    ("manual", "Only when the facilitator fires it, or another inject does by `chain` or effect."),
)
"""The four triggers of an inject, each with its meaning."""


def trigger_example(key: str) -> str:
    """A trigger as the sample campaign has it."""
    return f"trigger: {{{key_examples(Trigger)[key]}}}"
