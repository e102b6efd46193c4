"""What may stand at a place of a file, read off the models.

The models' own error report names a place by a path into the *model*, with the names of union
members in it that the author's file does not have. Walking the annotations beside that path
gives the path into the file and what the models allow there.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.content.positions import Step


class Slot(NamedTuple):
    """What a place takes: a type, its limits, and the key that tells its kinds apart, if any."""

    kind: Any
    limits: tuple[Any, ...] = ()
    tag_key: str | None = None
    manual: str = ""


@dataclass(slots=True)
class Spot:
    """Where an error lies: the path into the file and what is allowed there.

    `owners` are the models passed on the way, the innermost last, and `depths` how much of the
    path lies before each; `owner_slot` is what the list or
    entry takes that the last step leads into. `choice` is the path to the
    innermost untagged choice on the way (a text *or* an entry, say) with the member that the
    error speaks of, or None.
    """

    path: list[Step] = field(default_factory=list)
    slot: Slot | None = None
    owners: list[type[BaseModel]] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)
    choice: tuple[tuple[Step, ...], Slot, Any] | None = None
    owner_slot: Slot | None = None

    @property
    def owner(self) -> type[BaseModel] | None:
        """The entry that the place belongs to."""
        return self.owners[-1] if self.owners else None


def slot_of(annotation: Any, limits: Iterable[Any] = (), manual: str = "") -> Slot:
    """An annotation without its wrappers: `Annotated` and `| None` are looked through."""
    found = list(limits)
    tag: str | None = None
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *extra = get_args(annotation)
            for item in extra:
                if isinstance(item, FieldInfo):
                    found.extend(item.metadata)
                    tag = item.discriminator if isinstance(item.discriminator, str) else tag
                else:
                    found.append(item)
            continue
        members = union_members(annotation)
        if len(members) == 1 and members[0] is not annotation:
            annotation = members[0]
            continue
        return Slot(annotation, tuple(found), tag, manual)


def union_members(annotation: Any) -> list[Any]:
    """The members of a union without None; the annotation itself where it is no union."""
    if get_origin(annotation) in (Union, types.UnionType):
        return [member for member in get_args(annotation) if member is not type(None)]
    return [annotation]


def is_model(kind: Any) -> bool:
    """Whether a slot takes an entry with keys of its own."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def fields_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """A model's fields by the key that an author writes."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def field_slot(info: FieldInfo) -> Slot:
    """What a field takes."""
    slot = slot_of(info.annotation, info.metadata, info.description or "")
    if isinstance(info.discriminator, str):
        return slot._replace(tag_key=info.discriminator)
    return slot


def tagged(slot: Slot) -> Mapping[str, type[BaseModel]]:
    """The kinds of a tagged choice by the word that tells them apart."""
    if slot.tag_key is None:
        return {}
    kinds: dict[str, type[BaseModel]] = {}
    for member in union_members(slot.kind):
        for word in words_of(fields_of(member)[slot.tag_key].annotation):
            kinds[word] = member
    return kinds


def words_of(annotation: Any) -> tuple[str, ...]:
    """The words of a fixed list, as an author would write them."""
    kind = slot_of(annotation).kind
    if get_origin(kind) is Literal:
        return tuple(str(word) for word in get_args(kind))
    return ()


def locate(root: Any, trail: Sequence[Step]) -> Spot:
    """Follow an error's path from a model (or any other type) to the spot it speaks of.

    Steps that lead nowhere (an unknown key, a missing one) stay at the end of the path and leave
    the spot without a slot.
    """
    spot = Spot(slot=slot_of(root))
    for step in trail:
        if spot.slot is None:
            if step != "[key]":
                spot.path.append(step)
        elif not _choose(spot, spot.slot, step):
            _descend(spot, spot.slot, step)
    if spot.slot is not None and is_model(spot.slot.kind):
        spot.owners.append(spot.slot.kind)
        spot.depths.append(len(spot.path))
    return spot


def _choose(spot: Spot, slot: Slot, step: Step) -> bool:
    """Take a step that only names a member of a choice; say whether it was one."""
    if slot.tag_key is not None:
        member = tagged(slot).get(str(step))
        if member is None:
            return False
        spot.slot = Slot(member, (), None, slot.manual)
        return True
    members = union_members(slot.kind)
    if len(members) < 2:
        return False
    labelled = {label(member): member for member in members}
    chosen = labelled.get(str(step))
    spot.choice = (tuple(spot.path), slot, chosen)
    spot.slot = slot_of(chosen) if chosen is not None else None
    return True


def label(annotation: Any) -> str:
    """The name that the models' report gives to a member of an untagged choice."""
    slot = slot_of(annotation)
    if is_model(slot.kind):
        return str(slot.kind.__name__)
    name = getattr(slot.kind, "__name__", str(slot.kind))
    return f"constrained-{name}" if slot.limits else name


def _descend(spot: Spot, slot: Slot, step: Step) -> None:
    kind = slot.kind
    if step == "[key]":
        spot.slot = slot_of(get_args(spot.owner_slot.kind)[0]) if spot.owner_slot else None
        return
    spot.path.append(step)
    spot.owner_slot = slot
    if is_model(kind):
        spot.owners.append(kind)
        spot.depths.append(len(spot.path) - 1)
        info = fields_of(kind).get(str(step))
        spot.slot = field_slot(info) if info is not None else None
    elif get_origin(kind) is tuple:
        spot.slot = _item(get_args(kind), step)
    elif get_origin(kind) is dict:
        spot.slot = slot_of(get_args(kind)[1])
    else:
        spot.slot = None


def _item(arguments: tuple[Any, ...], step: Step) -> Slot | None:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return slot_of(arguments[0])
    if isinstance(step, int) and step < len(arguments):
        return slot_of(arguments[step])
    return None


def limit(slot: Slot, name: str) -> Any:
    """A limit such as `ge`, `le`, `min_length` or `pattern`, or None."""
    for item in slot.limits:
        value = getattr(item, name, None)
        if value is not None:
            return value
    return None


def kind_is_word(annotation: Any) -> bool:
    """Whether a member of a choice takes a text."""
    return slot_of(annotation).kind is str
