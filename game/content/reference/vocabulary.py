"""Every key that an author may write, read off the models: what it takes, its default, its manual.

The reference, `nadc reference` and the editors' schemas are all made from this, so that they
cannot disagree with what is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.content.locale import LocaleFile
from game.content.reference.flow import in_flow
from game.content.schema.board import MapFile
from game.content.schema.bots import BotsFile
from game.content.schema.campaign import CampaignFile, Discussion
from game.content.schema.cards import CardsFile
from game.content.schema.injects import InjectsFile
from game.content.schema.units import UnitsFile
from game.content.schema.words import AllOf, AnyOf, Entry
from game.content.wording.grammar import (
    Slot,
    field_slot,
    fields_of,
    is_model,
    slot_of,
    tagged,
    union_members,
)

FILES: Mapping[str, type[Entry]] = {
    "campaign.yaml": CampaignFile,
    "map.yaml": MapFile,
    "units.yaml": UnitsFile,
    "cards/*.yaml": CardsFile,
    "injects.yaml": InjectsFile,
    "bots.yaml": BotsFile,
    "locale/*.yaml": LocaleFile,
}
"""Each kind of file with the model of what it holds."""

TAG = "do"
"""The key that says which effect an effect is."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of an entry. `default` is as it would be written; empty where there is none."""

    name: str
    slot: Slot
    doc: str
    is_needed: bool
    default: str


@dataclass(frozen=True, slots=True)
class EntryKind:
    """A kind of entry: what it is called, what it is for, and its keys in order.

    `verb` is the word after `do:` where the entry is an effect, else empty.
    """

    model: type[Entry]
    name: str
    doc: str
    keys: tuple[Key, ...]
    verb: str = ""


@cache
def entry_kind(model: type[Entry]) -> EntryKind:
    """What authors may write in one kind of entry."""
    doc = _sentence(plain(model.__doc__ or ""))
    keys = tuple(_key(model, name, info, doc) for name, info in fields_of(model).items())
    verb = _verb(model)
    return EntryKind(model, f"do: {verb}" if verb else _name(model), doc, keys, verb)


def _verb(model: type[Entry]) -> str:
    info = model.model_fields.get(TAG)
    words = get_args(info.annotation) if info is not None else ()
    return str(words[0]) if len(words) == 1 else ""


_FILE_NAMES = {model: file for file, model in FILES.items()}


def _name(model: type[Entry]) -> str:
    if model in _FILE_NAMES:
        return _FILE_NAMES[model]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__.removesuffix("Spec"))
    return words[0] + words[1:].lower()


def _key(model: type[Entry], name: str, info: FieldInfo, doc: str) -> Key:
    manual = plain(info.description or "")
    if not manual and name == TAG:
        manual = doc
    return Key(name, field_slot(info), manual, info.is_required(), _default(info))


def plain(doc: str) -> str:
    """A docstring as authors read it: on one line a paragraph, without pointers to the rulebook."""
    paragraphs = re.split(r"\n\s*\n", doc.strip())
    joined = "\n\n".join(" ".join(part.split()) for part in paragraphs)
    return re.sub(r"\s*\(RULES[^)]*\)", "", joined)


def _sentence(doc: str) -> str:
    """A manual without the name of the file that it is about."""
    file, colon, rest = doc.partition(": ")
    text = rest if colon and ".yaml" in file else doc
    return text[:1].upper() + text[1:]


def _default(info: FieldInfo) -> str:
    value = info.get_default(call_default_factory=True, validated_data={})
    if info.is_required() or value is None or value in ((), {}):
        return ""
    if isinstance(value, BaseModel):
        differs = value.model_dump(by_alias=True, exclude_defaults=True, mode="json")
        return in_flow(differs) if differs else ""
    return in_flow(list(value) if isinstance(value, tuple) else value)


def inner(slot: Slot) -> Iterator[Slot]:
    """What a slot is made of: itself, the items of its list, or the members of its choice."""
    kind = slot.kind
    if slot.tag_key is not None:
        for model in tagged(slot).values():
            yield Slot(model)
    elif get_origin(kind) is tuple:
        for argument in get_args(kind):
            if argument is not Ellipsis:
                yield from inner(slot_of(argument))
    elif get_origin(kind) is dict:
        yield from inner(slot_of(get_args(kind)[1]))
    elif len(union_members(kind)) > 1:
        for member in union_members(kind):
            yield from inner(slot_of(member))
    else:
        yield slot


def is_condition(slot: Slot) -> bool:
    """Whether a slot takes a condition."""
    return AllOf in union_members(slot.kind)


def is_line(owner: type[Entry], key: Key) -> bool:
    """Whether a key takes lines that are conditions, without `all:` and `any:`."""
    return owner in (AllOf, AnyOf) or (owner, key.name) == (Discussion, "when")


def models_in(slot: Slot) -> list[type[Entry]]:
    """The kinds of entry that a slot takes, those of conditions left out."""
    found = (part.kind for part in inner(slot) if is_model(part.kind))
    return [model for model in found if model not in (AllOf, AnyOf)]


@cache
def entries_of(model: type[Entry]) -> tuple[EntryKind, ...]:
    """A model and every kind of entry inside it, each once, in the order of first use."""
    found: dict[type[Entry], None] = {}
    waiting: list[Any] = [model]
    while waiting:
        now = waiting.pop(0)
        if now in found:
            continue
        found[now] = None
        below = [one for key in entry_kind(now).keys for one in models_in(key.slot)]
        waiting[:0] = [one for one in dict.fromkeys(below) if one not in found]
    return tuple(entry_kind(one) for one in found)
