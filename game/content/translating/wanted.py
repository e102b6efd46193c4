"""The texts of a campaign that are to be translated, and the spot of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.content.draft import Draft, item_id
from game.content.gather import LIBRARY_PREFIX, gather
from game.content.loader import check_campaign_texts
from game.content.positions import Node
from game.content.problems import ContentError, Place
from game.content.schema.words import Entry
from game.content.texts import is_shown, wordings_of
from game.content.walk import Path
from game.content.whole import completed


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is to be translated, the place where it first stands, and that place's spot.

    A spot says by ids where a text belongs, whatever it says now: `cards.night-watch.summary`.
    """

    text: str
    place: Place
    spot: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Every text to be translated, each once, and what stands at each spot."""

    texts: Mapping[str, Text]
    by_spot: Mapping[str, str]


def wanted_texts(texts: Mapping[str, str], library: Mapping[str, str]) -> Wanted:
    """What is to be translated, the campaign's own texts first, in the order of its files.

    Raises ContentError where the campaign has errors.
    """
    errors = [p for p in check_campaign_texts(texts, library).problems if p.is_error]
    if errors:
        raise ContentError(errors)
    draft = Draft()
    gather(texts, library, draft)
    found = sorted(_texts(draft), key=lambda one: one.place.file.startswith(LIBRARY_PREFIX))
    first: dict[str, Text] = {}
    for one in found:
        first.setdefault(one.text, one)
    return Wanted(first, {one.spot: one.text for one in found})


def _texts(draft: Draft) -> Iterator[Text]:
    whole = completed(draft)
    if whole is None or draft.frame_node is None:
        return
    yield from _texts_in(draft, "", draft.frame_node, whole.frame)
    for shelf, items in draft.shelves.items():
        for item in items:
            if item.value is not None and is_shown(item.value, whole.frame.seats):
                yield from _texts_in(draft, f"{shelf}.{item.id}.", item.node, item.value)


def _texts_in(draft: Draft, prefix: str, node: Node, entry: Entry) -> Iterator[Text]:
    for wording in wordings_of(entry):
        place = draft.place(node, *wording.path)
        yield Text(wording.text, place, prefix + _spot(node, wording.path))


def _spot(node: Node, path: Path) -> str:
    """A path within an entry, with the ids of what it passes in place of their numbers."""
    steps = []
    now: Node | None = node
    for step in path:
        now = now.child(step) if now is not None else None
        identity = item_id(now) if now is not None and isinstance(step, int) else ""
        number = step + 1 if isinstance(step, int) else step
        steps.append(identity or str(number))
    return ".".join(steps)
