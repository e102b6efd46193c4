"""Ids: every one that is named must exist, and no two things may have the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from game.content.conditions import Comparison, Condition, ConditionError, read_condition
from game.content.draft import SHELVES, Draft, Item, Shelf
from game.content.positions import Node, Step
from game.content.problems import Problem, Sentence, both, report, say, worded
from game.content.problems.nearest import as_id, listed, nearest
from game.content.quantities import QUANTITIES
from game.content.schema.board import Route
from game.content.schema.campaign import CampaignFile
from game.content.schema.words import Entry
from game.content.theatre import theatre
from game.content.walk import Mention, Thing, Written, walk

_SHELF: Mapping[Thing, Shelf] = {
    "area": "areas",
    "route": "routes",
    "kind": "kinds",
    "card": "cards",
    "inject": "injects",
    "bot": "bots",
}
_SAYS: Mapping[Thing, str] = {
    "seat": worded("There is no seat `{id}` in this campaign."),
    "area": worded("There is no area `{id}` on this campaign's map."),
    "route": worded("There is no route `{id}` on this campaign's map."),
    "kind": worded("There is no kind of piece `{id}` in this campaign."),
    "card": worded("There is no card `{id}` in this campaign."),
    "inject": worded("There is no inject `{id}` in this campaign."),
    "bot": worded("There is no bot `{id}` in this campaign."),
    "objective": worded("There is no objective `{id}` in this campaign."),
    "map-area": worded("The theatre's map has no area `{id}`."),
    "map-node": worded("The theatre's map has no node `{id}`."),
}
_THERE: Mapping[Thing, str] = {
    "seat": worded("Seats here: {words}."),
    "area": worded("Areas here: {words}."),
    "route": worded("Routes here: {words}."),
    "kind": worded("Kinds of piece here: {words}."),
    "card": worded("Cards here: {words}."),
    "inject": worded("Injects here: {words}."),
    "bot": worded("Bots here: {words}."),
    "objective": worded("Objectives here: {words}."),
    "map-area": worded("`nadc reference map-areas` lists them all."),
    "map-node": worded("`nadc reference map-nodes` lists them all."),
}
_SHOWN = 15
"""Ids that are listed where one is wrong."""
_OF_THE_CAMPAIGN: frozenset[Thing] = frozenset({"seat", "card", "objective", "bot"})
"""What the library's entries may name although a campaign does not have it."""


def dangling(draft: Draft) -> Iterator[Problem]:
    """Ids of things that do not exist."""
    known = _Known(draft)
    for item in _items(draft):
        if item.value is not None:
            yield from _dangling_in(draft, known, item.value, item.node, item.is_own)
    if draft.frame is not None and draft.frame_node is not None:
        yield from _dangling_in(draft, known, draft.frame, draft.frame_node, True)
        yield from _free_card(draft, known, draft.frame_node)


def _items(draft: Draft) -> Iterator[Item]:
    for shelf in SHELVES:
        yield from draft.shelves[shelf]


class _Known:
    """The ids that exist, by what they are; None where a file could not be read."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._ids: dict[Thing, dict[str, None] | None] = {}

    def ids(self, thing: Thing) -> dict[str, None] | None:
        """The ids of all things of a kind, in listed order."""
        if thing not in self._ids:
            found = self._find(thing)
            self._ids[thing] = None if found is None else dict.fromkeys(found)
        return self._ids[thing]

    def _find(self, thing: Thing) -> Iterable[str] | None:
        if thing == "map-area":
            return theatre().areas
        if thing == "map-node":
            return theatre().nodes
        if thing in ("seat", "objective"):
            return self.draft.named(f"{thing}s") if self.draft.frame_node else None
        shelf = _SHELF[thing]
        return None if shelf in self.draft.broken else self.draft.ids(shelf)


def _dangling_in(
    draft: Draft, known: _Known, entry: Entry, node: Node, is_own: bool
) -> Iterator[Problem]:
    for found in walk(entry):
        if isinstance(found, Mention):
            mentions: Iterable[Mention] = (found,)
        elif isinstance(found, Written):
            mentions = _arguments(found)
        else:
            continue
        for mention in mentions:
            if not is_own and mention.thing in _OF_THE_CAMPAIGN:
                continue
            ids = known.ids(mention.thing)
            if ids is not None and mention.id not in ids:
                ids = _watchable(draft, entry, mention) or ids
                yield _dangle(draft, node, mention, ids)


def _watchable(draft: Draft, entry: Entry, mention: Mention) -> dict[str, None]:
    """The routes that can be watched where a piece stands, if it is its watch that is wrong."""
    if not isinstance(entry, CampaignFile) or mention.path[-1] != "watch":
        return {}
    placed = entry.placements[int(mention.path[1])]
    routes = (item.value for item in draft.shelves["routes"] if isinstance(item.value, Route))
    near = (route for route in routes if placed.area in (route.from_, route.to))
    return {route.id: None for route in near if route.watchable}


def _arguments(written: Written) -> Iterator[Mention]:
    """The ids in a condition's brackets; a condition that cannot be read is another check's."""
    try:
        condition = read_condition(written.condition)
    except ConditionError:
        return
    for step, part in _parts(condition):
        kind = QUANTITIES[part.quantity].argument
        if part.argument is not None and kind is not None:
            yield Mention(kind, part.argument, (*written.path, *step))


def _parts(condition: Condition) -> Iterator[tuple[tuple[Step, ...], Comparison]]:
    if isinstance(condition, Comparison):
        yield (), condition
    else:
        for index, part in enumerate(condition.parts):
            yield (condition.word, index), part


def _dangle(draft: Draft, node: Node, mention: Mention, ids: Mapping[str, None]) -> Problem:
    says = say(_SAYS[mention.thing], id=mention.id)
    place = draft.lines.at_word(node.deepest(mention.path), mention.id)
    return report("N401", place, says, _instead(draft, mention, ids))


def _instead(draft: Draft, mention: Mention, ids: Mapping[str, None]) -> Sentence | None:
    shelf = _SHELF.get(mention.thing)
    if shelf in ("cards", "injects", "bots") and mention.id in draft.library_ids[shelf]:
        return say(
            "The library has it: add it to the list `{shelf}` under `library:` in campaign.yaml.",
            shelf=shelf,
        )
    right = [one for one in ids if as_id(one) == one]
    near = nearest(mention.id, right)
    meant = say("Did you mean `{near}`?", near=near) if near else None
    there = say(_THERE[mention.thing], words=listed(right, _SHOWN)) if right else None
    return both(meant, both(there, _to_make(mention) if near is None else None))


def _to_make(mention: Mention) -> Sentence | None:
    """How to write what does not exist yet."""
    if mention.thing not in ("card", "inject", "bot") or as_id(mention.id) != mention.id:
        return None
    return say("`nadc new {thing} {id}` adds one.", thing=mention.thing, id=mention.id)


def _free_card(draft: Draft, known: _Known, frame: Node) -> Iterator[Problem]:
    """The card that makes Consent 2 free, where the campaign names one of its own."""
    node: Node | None = frame
    for step in ("rules", "consent", "free_with"):
        node = node.child(step) if node is not None else None
    ids = known.ids("card")
    if (
        node is not None
        and isinstance(node.value, str)
        and ids is not None
        and node.value not in ids
    ):
        mention = Mention("card", node.value, ("rules", "consent", "free_with"))
        yield _dangle(draft, frame, mention, ids)


def duplicates(draft: Draft) -> Iterator[Problem]:
    """Two things of the same kind with the same id, and lists that name something twice."""
    for shelf in SHELVES:
        nodes = [item.node for item in draft.shelves[shelf]]
        yield from _twice(draft, [node.child("id") or node for node in nodes])
    frame = draft.frame_node
    if frame is None:
        return
    for key in ("seats", "objectives", "guide"):
        listed = frame.child(key)
        entries = listed.items or [] if listed is not None else []
        yield from _twice(draft, [node.child("id") or node for node in entries])
    for path in _LISTS:
        yield from _twice(draft, _at(frame, path))
    seats = frame.child("seats")
    for seat in seats.items or [] if seats is not None else []:
        for key in ("cards", "deck"):
            yield from _twice(draft, _at(seat, (key,)))


_LISTS: Sequence[tuple[str, ...]] = (
    ("order",),
    ("focus",),
    ("modules",),
    ("library", "cards"),
    ("library", "injects"),
    ("library", "bots"),
)


def _at(node: Node, path: Sequence[str]) -> list[Node]:
    found: Node | None = node
    for step in path:
        found = found.child(step) if found is not None else None
    return found.items or [] if found is not None else []


def _twice(draft: Draft, nodes: Iterable[Node]) -> Iterator[Problem]:
    first: dict[str, Node] = {}
    for node in nodes:
        if not isinstance(node.value, str):
            continue
        there = first.setdefault(node.value, node)
        if there is not node:
            yield _second(draft, node, there)


def _second(draft: Draft, node: Node, first: Node) -> Problem:
    make = partial(say, id=node.value, line=first.line, file=first.file)
    says = (
        make("`{id}` stands here twice; the first is in line {line}.")
        if first.file == node.file
        else make("`{id}` stands here twice; the first is in {file}, line {line}.")
    )
    return report("N402", draft.lines.at(node), says, say("Rename or remove one of the two."))
