"""The names of the drawn map and of the library, for those who write a campaign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from textwrap import fill, indent

from game.content.draft import Draft, Item, Shelf
from game.content.gather import gather_library
from game.content.loader import LIBRARY
from game.content.reading.folder import read_folder
from game.content.reference.flow import in_block
from game.content.schema.cards import Card
from game.content.theatre import map_names, theatre
from game.resources import campaigns_dir

WIDTH = 96
_REGIONS: Mapping[str, str] = {
    "us": "United States",
    "mx": "Mexico",
    "ca": "Canada",
    "cam": "Central America",
    "car": "Caribbean",
    "sa": "South America",
    "os": "Overseas",
    "sea": "Sea",
}
_NODES: Mapping[str, str] = {
    "poe": "Ports of entry",
    "port": "Ports",
    "city": "Cities",
    "hq": "Headquarters",
}


def map_areas() -> str:
    """Every area of the drawn map, by region."""
    lines = ["Areas of the drawn map, for `covers`; `nadc reference ID` names what each touches."]
    for prefix, region in _REGIONS.items():
        lines += ["", region]
        for area in theatre().areas:
            if area.partition("-")[0] == prefix:
                coast = ", coast" if theatre().is_coast(area) else ""
                lines.append(f"  {area:<28} {map_names()[area]}{coast}")
    return "\n".join(lines)


def map_nodes() -> str:
    """Every node of the drawn map, by what it is, with the area that it lies in."""
    lines = ["Nodes of the drawn map, for `node` of an area or a route, each with where it lies."]
    for prefix, title in _NODES.items():
        lines += ["", title]
        for node, areas in theatre().nodes.items():
            if node.partition("-")[0] == prefix:
                lines.append(f"  {node:<28} {', '.join(areas)}")
    return "\n".join(lines)


def map_area(asked: str) -> Iterator[str]:
    """One area of the drawn map: its name, what it touches, and the nodes in it."""
    touching = theatre().areas.get(asked)
    if touching is None:
        return
    nodes = [node for node, areas in theatre().nodes.items() if asked in areas]
    lines = [f"{asked}, an area of the drawn map: {map_names()[asked]}"]
    lines.append(_wrapped("touches", sorted(touching)))
    if nodes:
        lines.append(_wrapped("nodes", nodes))
    yield "\n".join(lines)


def map_node(asked: str) -> Iterator[str]:
    """One node of the drawn map, and where it lies."""
    areas = theatre().nodes.get(asked)
    if areas is not None:
        yield f"{asked}, a node of the drawn map, in {', '.join(areas)}"


def _wrapped(word: str, names: list[str]) -> str:
    text = f"{word}: {', '.join(names)}"
    return fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


@cache
def _shelves() -> Mapping[Shelf, list[Item]]:
    draft = Draft()
    gather_library(read_folder(campaigns_dir() / LIBRARY).texts, draft)
    return draft.shelves


def library_ids() -> list[str]:
    """The id of everything that is taken from the library by name, and of its kinds of piece."""
    return [item.id for shelf in _ALL for item in _shelves()[shelf]]


def library_entry(asked: str) -> Iterator[str]:
    """An entry of the library as it stands there."""
    for shelf in _ALL:
        for item in _shelves()[shelf]:
            if item.id == asked:
                yield f"{asked}, in library/{item.node.file}:{item.node.line}\n{_laid_out(item)}"


def _laid_out(item: Item) -> str:
    return indent(in_block(item.node.value), "  ")


def library() -> str:
    """Everything that a campaign may take from the shipped library."""
    lines = [
        "The library: what a campaign may name under `library:`; kinds of piece come along.",
        "`nadc reference ID` shows an entry as it stands there, to read or to copy.",
    ]
    for level in ("strategic", "operational", "tactical"):
        lines += ["", f"cards, {level}"]
        for item in _shelves()["cards"]:
            if isinstance(item.value, Card) and item.value.level == level:
                lines.append(f"  {item.id:<28} {item.value.title} ({_note(item.value)})")
    for shelf, word in _SHELVES.items():
        lines += ["", word]
        for item in _shelves()[shelf]:
            name = getattr(item.value, "title", None) or getattr(item.value, "name", "")
            lines.append(f"  {item.id:<28} {name}")
    return "\n".join(lines)


def _note(card: Card) -> str:
    """Who may play a card, and which other cards it needs."""
    needed = re.findall(r"\b(?:active|pending|played)\(([\w-]+)\)", str(card.requires))
    seats = ", ".join(card.seats)
    return f"{seats}; needs {', '.join(dict.fromkeys(needed))}" if needed else seats


_SHELVES: Mapping[Shelf, str] = {
    "injects": "injects",
    "bots": "bots",
    "kinds": "kinds of piece, for `pool`",
}
_ALL: tuple[Shelf, ...] = ("cards", *_SHELVES)
