"""JSON Schemas of every kind of file, for editors: made from the models, manual included."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from game.content.quantities import QUANTITIES
from game.content.reference.phrases import takes
from game.content.reference.samples import example_of
from game.content.reference.vocabulary import (
    FILES,
    EntryKind,
    Key,
    entries_of,
    entry_kind,
    is_condition,
    is_line,
)
from game.content.reference.words import manual_of
from game.content.schema.words import AllOf, AnyOf, Entry
from game.content.wording.grammar import (
    Slot,
    field_slot,
    fields_of,
    is_model,
    limit,
    slot_of,
    tagged,
    words_of,
)

FOLDER = ".schema"
"""The folder of the schemas, beside a campaign's files or beside the campaigns."""

_DRAFT = "http://json-schema.org/draft-07/schema#"
_LIMITS: Mapping[str, Mapping[str, str]] = {
    "string": {"min_length": "minLength", "max_length": "maxLength", "pattern": "pattern"},
    "integer": {"ge": "minimum", "le": "maximum"},
    "number": {"ge": "minimum", "le": "maximum"},
    "array": {"min_length": "minItems", "max_length": "maxItems"},
}
_TYPES: Mapping[Any, str] = {str: "string", int: "integer", bool: "boolean", float: "number"}


def schema_files() -> dict[str, str]:
    """Every schema as the text of its file, by file name."""
    return {
        f"{name_of_kind(file)}.json": json.dumps(schema_of(model), indent=1, ensure_ascii=False)
        + "\n"
        for file, model in FILES.items()
    }


def name_of_kind(file: str) -> str:
    """The name of a kind of file: `cards` for cards/*.yaml, `map` for map.yaml.

    >>> name_of_kind("cards/own.yaml"), name_of_kind("map.yaml")
    ('cards', 'map')
    """
    return file.partition("/")[0].removesuffix(".yaml")


@cache
def schema_of(model: type[Entry]) -> dict[str, Any]:
    """The JSON Schema (draft 7) of one kind of file."""
    kinds = [entry_kind(AllOf), entry_kind(AnyOf), *entries_of(model)]
    root = entry_kind(model)
    return {
        "$schema": _DRAFT,
        **_entry(root),
        "definitions": {
            "Condition": _condition(),
            **{kind.model.__name__: _entry(kind) for kind in kinds if kind is not root},
        },
    }


def _entry(kind: EntryKind) -> dict[str, Any]:
    return {
        "title": kind.name,
        **_described(kind.doc),
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: _property(kind.model, key) for key in kind.keys},
        "required": [key.name for key in kind.keys if key.is_needed],
    }


def _property(owner: type[Entry], key: Key) -> dict[str, Any]:
    manual = f"{key.doc}\n\n{_range(owner, key)}".strip()
    return {**_described(manual), **_value(owner, key)}


def _described(manual: str) -> dict[str, str]:
    """A manual for editors that show plain text, and for those that show marks as such."""
    plain = manual.replace("`", "")
    return {"description": plain} | ({"markdownDescription": manual} if plain != manual else {})


def _value(owner: type[Entry], key: Key) -> dict[str, Any]:
    slot = _slot(key.slot)
    if not is_line(owner, key):
        return slot
    line = _line_of_condition()
    return {**slot, "items": line} if "items" in slot else line


def _range(owner: type[Entry], key: Key) -> str:
    """What a key takes and its default. Editors list the words of a fixed list by themselves."""
    text = "" if words_of(key.slot.kind) else f"{takes(owner, key)}."
    default = "Needed." if key.is_needed else f"Default: `{key.default}`." if key.default else ""
    return " ".join(part for part in (f"{text[:1].upper()}{text[1:]}", default) if part)


def _slot(slot: Slot) -> dict[str, Any]:
    kind = slot.kind
    if is_condition(slot):
        return {"$ref": "#/definitions/Condition"}
    if slot.tag_key is not None:
        return _tagged(slot, slot.tag_key)
    if is_model(kind):
        return _pointer(kind)
    if get_origin(kind) is Literal:
        return _words(get_args(kind))
    if get_origin(kind) is tuple:
        return _array(slot)
    if get_origin(kind) is dict:
        return _mapping(get_args(kind))
    name = _TYPES[kind]
    return {"type": name, **_limits(slot, name)}


def _tagged(slot: Slot, key: str) -> dict[str, Any]:
    """One of several kinds of entry; the words that tell them apart are said once for all.

    An editor offers those words from here: in each kind by itself they would depend on what else
    stands in the entry.
    """
    kinds = tagged(slot)
    words = {
        "enum": list(kinds),
        "markdownEnumDescriptions": [entry_kind(model).doc for model in kinds.values()],
    }
    return {
        "type": "object",
        "required": [key],
        "properties": {key: words},
        "oneOf": [_pointer(model) for model in kinds.values()],
    }


def _pointer(model: type[BaseModel]) -> dict[str, Any]:
    return {"$ref": f"#/definitions/{model.__name__}"}


def _words(words: tuple[Any, ...]) -> dict[str, Any]:
    if len(words) == 1:
        return {"const": words[0]}
    manual = manual_of(tuple(str(word) for word in words))
    described = {"markdownEnumDescriptions": list(manual.values())} if manual else {}
    return {"enum": list(words), **described}


def _limits(slot: Slot, name: str) -> dict[str, Any]:
    found = {word: limit(slot, key) for key, word in _LIMITS.get(name, {}).items()}
    return {word: value for word, value in found.items() if value is not None}


def _array(slot: Slot) -> dict[str, Any]:
    arguments = get_args(slot.kind)
    limits = _limits(slot, "array")
    if Ellipsis not in arguments:
        limits = {"minItems": len(arguments), "maxItems": len(arguments)}
    return {"type": "array", "items": _slot(slot_of(arguments[0])), **limits}


def _mapping(arguments: tuple[Any, ...]) -> dict[str, Any]:
    keys, value = slot_of(arguments[0]), slot_of(arguments[1])
    return {
        "type": "object",
        "properties": {str(word): _slot(value) for word in get_args(keys.kind)},
        "additionalProperties": False,
    }


def _condition() -> dict[str, Any]:
    """A condition: an example of each quantity is offered, which editors complete."""
    line = _line_of_condition()
    return {"anyOf": [line, _pointer(AllOf), _pointer(AnyOf)]}


def _line_of_condition() -> dict[str, Any]:
    line = fields_of(AllOf)["all"]
    examples = [example_of(quantity) for quantity in QUANTITIES.values()]
    item = slot_of(get_args(field_slot(line).kind)[0])
    return {"type": "string", **_limits(item, "string"), "examples": examples}
