"""Everything inside an entry that a check may want: ids of other things, conditions and texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.content.positions import Step
from game.content.schema import bots, campaign, cards, effects, guide, injects, rules, units
from game.content.schema.board import Area, Route
from game.content.schema.words import AllOf, AnyOf

Thing = Literal[
    "seat",
    "area",
    "route",
    "kind",
    "card",
    "inject",
    "bot",
    "objective",
    "map-area",
    "map-node",
]
"""The kinds of thing that an id can stand for."""

Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """An id of something else, and where it stands within the entry."""

    thing: Thing
    id: str
    path: Path


@dataclass(frozen=True, slots=True)
class Written:
    """A condition as written, and where it stands within the entry."""

    condition: str | AllOf | AnyOf
    path: Path


@dataclass(frozen=True, slots=True)
class Wording:
    """A text for people: which key of which model, and where it stands within the entry."""

    owner: type[BaseModel]
    key: str
    text: str
    path: Path


Found = Mention | Written | Wording

MENTIONS: Mapping[type[BaseModel], Mapping[str, Thing]] = {
    Area: {"covers": "map-area", "node": "map-node", "network": "seat"},
    Route: {"from": "area", "to": "area", "node": "map-node"},
    units.PieceKind: {"needs": "kind"},
    units.Pool: {"kind": "kind"},
    cards.Card: {"seats": "seat", "consent": "seat", "objectives": "objective"},
    cards.Join: {"seats": "seat"},
    cards.PieceTarget: {"kinds": "kind"},
    effects.AreaPick: {"area": "area"},
    effects.BudgetEffect: {"seat": "seat"},
    effects.CapitalEffect: {"seat": "seat"},
    effects.CashEffect: {"seat": "seat"},
    effects.DeployEffect: {"unit": "kind", "seat": "seat"},
    effects.RemoveEffect: {"piece": "kind"},
    effects.ExposeEffect: {"piece": "kind"},
    effects.HideEffect: {"piece": "kind"},
    effects.RouteOpenEffect: {"route": "route"},
    effects.RouteCloseEffect: {"route": "route"},
    effects.RouteModEffect: {"route": "route"},
    effects.ModifierEffect: {"seat": "seat"},
    effects.UnlockEffect: {"card": "card"},
    effects.RepealEffect: {"card": "card"},
    effects.DrawEffect: {"seat": "seat", "card": "card"},
    effects.InjectEffect: {"inject": "inject"},
    injects.TableRow: {"inject": "inject"},
    injects.Option: {"chain": "inject"},
    injects.Inject: {"to": "seat", "answered_by": "seat", "objectives": "objective"},
    bots.Line: {"card": "card", "kind": "kind"},
    bots.Bot: {"seats": "seat"},
    campaign.SeatSpec: {"cards": "card", "deck": "card", "bot": "bot"},
    campaign.Placement: {"seat": "seat", "kind": "kind", "area": "area", "watch": "route"},
    campaign.CampaignFile: {"order": "seat", "focus": "area"},
    guide.StepDone: {"card": "card"},
    guide.Light: {"areas": "area", "routes": "route", "cards": "card"},
    guide.GuideStep: {"seats": "seat"},
}
"""Which keys hold ids, and of what. What is not here names the entry itself or the library."""

UNCHECKED: Mapping[type[BaseModel], frozenset[str]] = {
    campaign.Library: frozenset({"cards", "injects", "bots"}),
    units.PieceKind: frozenset({"symbol"}),
    rules.ConsentRules: frozenset({"free_with"}),
}
"""Keys that hold ids of what is not in the campaign: checked elsewhere, or the program's own."""

_CONDITIONS: Mapping[type[BaseModel], frozenset[str]] = {
    campaign.Discussion: frozenset({"when"}),
}


@dataclass(frozen=True, slots=True)
class _Field:
    attribute: str
    key: str
    role: Literal["mention", "condition", "text", "inside"]
    thing: Thing | None = None


def walk(value: Any, path: Path = ()) -> Iterator[Found]:
    """Everything of interest inside an entry, in the order of its keys."""
    if isinstance(value, BaseModel):
        for plan in _plan(type(value)):
            content = getattr(value, plan.attribute)
            if content is not None:
                yield from _enter(value, plan, content, (*path, plan.key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, (*path, index))


def _enter(owner: BaseModel, plan: _Field, content: Any, path: Path) -> Iterator[Found]:
    if plan.role == "inside":
        yield from walk(content, path)
    elif isinstance(content, tuple):
        for index, item in enumerate(content):
            yield from _enter(owner, plan, item, (*path, index))
    elif isinstance(content, dict):
        for key, item in content.items():
            yield from _enter(owner, plan, item, (*path, key))
    elif plan.role == "condition":
        yield Written(content, path)
    elif plan.role == "text":
        yield Wording(type(owner), plan.key, content, path)
    elif plan.thing is not None:
        yield Mention(plan.thing, content, path)


@cache
def _plan(model: type[BaseModel]) -> tuple[_Field, ...]:
    found = (_role(model, name, info) for name, info in model.model_fields.items())
    return tuple(plan for plan in found if plan is not None)


def _role(model: type[BaseModel], name: str, info: FieldInfo) -> _Field | None:
    key = info.alias or name
    if key in UNCHECKED.get(model, ()):
        return None
    thing = MENTIONS.get(model, {}).get(key)
    if thing is not None:
        return _Field(name, key, "mention", thing)
    parts = _parts(info.annotation)
    if AllOf in parts or key in _CONDITIONS.get(model, ()):
        return _Field(name, key, "condition")
    if any(isinstance(part, type) and issubclass(part, BaseModel) for part in parts):
        return _Field(name, key, "inside")
    if _is_text(info, parts):
        return _Field(name, key, "text")
    return None


def _parts(annotation: Any) -> set[Any]:
    """Every type that an annotation is made of."""
    inner = [part for part in get_args(annotation) if not isinstance(part, (str, int))]
    found = {annotation} if isinstance(annotation, type) else set()
    for part in inner:
        found |= _parts(part)
    return found


def _is_text(info: FieldInfo, parts: set[Any]) -> bool:
    """Whether a field holds words for people, rather than an id or a word of a list."""
    if str not in parts:
        return False
    return not _has_pattern(info.annotation) and not any(
        hasattr(m, "pattern") for m in info.metadata
    )


def _has_pattern(annotation: Any) -> bool:
    for part in get_args(annotation):
        limits = getattr(part, "metadata", ())
        if any(getattr(item, "pattern", None) for item in limits) or _has_pattern(part):
            return True
    return False


def id_keys(model: type[BaseModel]) -> set[str]:
    """The keys of a model that hold ids, whatever they name."""
    return {
        info.alias or name
        for name, info in model.model_fields.items()
        if _has_pattern(info.annotation)
        or any(getattr(item, "pattern", None) for item in info.metadata)
    }
