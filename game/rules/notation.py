"""One line for every action, and plain data with ids as words for events and positions.

Nothing here is written by place: a campaign may be edited, and its saves still read.
"""

from functools import cache, lru_cache
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from game.content.campaign import Campaign
from game.content.schema.words import TRACKS
from game.model import ids
from game.model.actions import VERB_RANK, Action
from game.model.events import EVENTS, Event
from game.model.ids import (
    NO_CARD,
    NO_REF,
    REF_KINDS,
    CardIx,
    Ref,
    SeatIx,
    ref_ix,
    ref_kind,
)
from game.rules.reactions import WINDOWS
from game.rules.tables import tables_for

_CAMPAIGNS = 8
"""The words of so many campaigns are kept; an author may read one again hundreds of times."""
_EVENT_BY_NAME = {event.__name__: event for event in EVENTS}
IX_KIND: dict[Any, str] = {
    ids.SeatIx: "seat",
    ids.AreaIx: "area",
    ids.RouteIx: "route",
    ids.KindIx: "kind",
    ids.CardIx: "card",
    ids.InjectIx: "inject",
    ids.PieceIx: "piece",
    ids.TrackIx: "track",
}
"""What a number of a type is the place of."""


class NotationError(ValueError):
    """A word that this campaign does not know."""


@lru_cache(maxsize=_CAMPAIGNS)
def _words(campaign: Campaign) -> dict[str, list[str]]:
    """The ids of everything, by kind and place; a piece is seat/kind/number."""
    tables = tables_for(campaign)
    pieces = []
    for (seat, kind), pool in tables.pools.items():
        for number, piece in enumerate(pool, 1):
            name = f"{campaign.seats[seat].id}/{campaign.kinds[kind].id}/{number}"
            pieces.append((piece, name))
    return {
        "seat": [seat.id for seat in campaign.seats],
        "area": [area.id for area in campaign.areas],
        "route": [route.id for route in campaign.routes],
        "kind": [kind.id for kind in campaign.kinds],
        "card": [card.id for card in campaign.cards],
        "inject": [inject.id for inject in campaign.injects],
        "piece": [name for _, name in sorted(pieces)],
        "track": list(TRACKS),
        "window": list(WINDOWS),
    }


@lru_cache(maxsize=_CAMPAIGNS)
def _places(campaign: Campaign) -> dict[str, dict[str, int]]:
    return {
        kind: {name: ix for ix, name in enumerate(names)}
        for kind, names in _words(campaign).items()
    }


def word_of(campaign: Campaign, kind: str, ix: int) -> str:
    """The id of a place; `-` for none."""
    return "-" if ix < 0 else _words(campaign)[kind][ix]


def place_of(campaign: Campaign, kind: str, word: str) -> int:
    """The place of an id; raises NotationError for one that the campaign does not have."""
    if word == "-":
        return -1
    place = _places(campaign).get(kind, {}).get(word)
    if place is None:
        raise NotationError(f"this campaign has no {kind} called {word!r}")
    return place


def count_of(campaign: Campaign, kind: str) -> int:
    """How many things of a kind the campaign has."""
    return len(_words(campaign)[kind])


def write_ref(campaign: Campaign, ref: Ref) -> str:
    """A reference as `kind:id`; `-` for none."""
    kind = ref_kind(ref)
    if kind is None:
        return "-"
    ix = ref_ix(ref)
    return (
        f"{kind}:{ix}" if kind in ("number", "option") else f"{kind}:{word_of(campaign, kind, ix)}"
    )


def read_ref(campaign: Campaign, text: str) -> Ref:
    """The inverse of `write_ref`; raises NotationError."""
    if text == "-":
        return NO_REF
    kind, _, word = text.partition(":")
    if kind not in REF_KINDS:
        raise NotationError(f"{text!r} is not a reference")
    if kind in ("number", "option"):
        if not word.isascii() or not word.isdigit() or len(word) > 5:
            raise NotationError(f"{text!r} is not a number")
        ix = int(word)
    else:
        ix = place_of(campaign, kind, word)
    if not 0 <= ix < 1 << 16:
        raise NotationError(f"{text!r} is out of range")
    return Ref(REF_KINDS.index(kind) << 16 | ix)


def write_action(campaign: Campaign, action: Action) -> str:
    """An action in one line: seat, verb, card where it has one, then its targets."""
    parts = [word_of(campaign, "seat", action.seat), action.verb]
    if action.card >= 0:
        parts.append(f"card:{word_of(campaign, 'card', action.card)}")
    if action.target >= 0 or action.other >= 0:
        parts.append("@" + write_ref(campaign, action.target))
    if action.other >= 0:
        parts.append(write_ref(campaign, action.other))
    return " ".join(parts)


def read_action(campaign: Campaign, text: str) -> Action:
    """The inverse of `write_action`; raises NotationError."""
    parts = text.split(" ")
    if len(parts) < 2 or parts[1] not in VERB_RANK:
        raise NotationError(f"{text!r} is not an action")
    seat = SeatIx(place_of(campaign, "seat", parts[0]))
    card, target, other = NO_CARD, NO_REF, NO_REF
    rest = parts[2:]
    if rest and rest[0].startswith("card:"):
        card = CardIx(place_of(campaign, "card", rest.pop(0)[5:]))
    if rest and rest[0].startswith("@"):
        target = read_ref(campaign, rest.pop(0)[1:])
        if rest:
            other = read_ref(campaign, rest.pop(0))
    if rest:
        raise NotationError(f"{text!r} has too many words")
    return Action(seat, parts[1], card, target, other)  # type: ignore[arg-type]


# --- plain data


@cache
def hints_of(model: type) -> dict[str, Any]:
    """The types of a record's fields by name."""
    hints = get_type_hints(model)
    return {field.name: hints[field.name] for field in msgspec.structs.fields(model)}


def write_hint(campaign: Campaign, hint: Any, value: Any) -> Any:
    """A value of a type as plain data, places as words."""
    kind = IX_KIND.get(hint)
    if kind is not None:
        return word_of(campaign, kind, value)
    if hint is Ref:
        return write_ref(campaign, value)
    if isinstance(value, msgspec.Struct):
        return _write_struct(campaign, value)
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        each = inner[:1] * len(value) if inner[1:] == (...,) else inner
        return [write_hint(campaign, one, item) for one, item in zip(each, value, strict=True)]
    return value


def _write_struct(campaign: Campaign, value: msgspec.Struct) -> dict[str, Any]:
    hints = hints_of(type(value))
    return {name: write_hint(campaign, hint, getattr(value, name)) for name, hint in hints.items()}


def read_hint(campaign: Campaign, hint: Any, data: Any) -> Any:
    """A value of a type from plain data; raises NotationError."""
    kind = IX_KIND.get(hint)
    if kind is not None:
        return place_of(campaign, kind, _text(data))
    if hint is Ref:
        return read_ref(campaign, _text(data))
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return _read_struct(campaign, hint, data)
    if get_origin(hint) is tuple:
        if not isinstance(data, list):
            raise NotationError("a list is expected")
        inner = get_args(hint)
        each = inner[:1] * len(data) if inner[1:] == (...,) else inner
        if len(each) != len(data):
            raise NotationError("a list has the wrong length")
        return tuple(read_hint(campaign, one, item) for one, item in zip(each, data, strict=True))
    optional = [one for one in get_args(hint) if isinstance(one, type) and one is not type(None)]
    if optional and issubclass(optional[0], msgspec.Struct):
        return None if data is None else _read_struct(campaign, optional[0], data)
    try:
        return msgspec.convert(data, hint)
    except msgspec.ValidationError as error:
        raise NotationError(str(error)) from error


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise NotationError("a word is expected")
    return data


def _read_struct(campaign: Campaign, model: type, data: Any) -> Any:
    hints = hints_of(model)
    if not isinstance(data, dict) or not set(data) <= set(hints):
        raise NotationError(f"{model.__name__} cannot be read")
    values = {name: read_hint(campaign, hints[name], item) for name, item in data.items()}
    try:
        return model(**values)
    except TypeError as error:
        raise NotationError(f"{model.__name__} cannot be read: {error}") from error


def event_to_json(campaign: Campaign, event: Event) -> dict[str, Any]:
    """An event as plain data with ids as words; `type` names it."""
    return {"type": type(event).__name__, **_write_struct(campaign, event)}


def event_from_json(campaign: Campaign, data: dict[str, Any]) -> Event:
    """The inverse of `event_to_json`; raises NotationError."""
    rest = dict(data)
    model = _EVENT_BY_NAME.get(str(rest.pop("type", "")))
    if model is None:
        raise NotationError(f"no event is called {data.get('type')!r}")
    event = _read_struct(campaign, model, rest)
    assert isinstance(event, Event)
    return event
