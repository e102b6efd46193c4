"""The texts of a campaign that people read, and so that a translation has to cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.campaign import Campaign
from game.content.schema.campaign import SeatSpec
from game.content.schema.units import PieceKind
from game.content.schema.words import Entry, Source
from game.content.walk import Wording, walk

_LEFT_AS_THEY_ARE = {(SeatSpec, "short"), (Source, "document"), (Source, "section")}
"""Initials of a seat, and titles of documents, stay as they are in every language."""


def wordings_of(entry: Entry) -> Iterator[Wording]:
    """The texts inside an entry that are translated, in order, each with its place."""
    for found in walk(entry):
        if isinstance(found, Wording) and (found.owner, found.key) not in _LEFT_AS_THEY_ARE:
            yield found


def texts_of(entry: Entry) -> Iterator[str]:
    """The texts inside an entry that are translated, in order."""
    return (found.text for found in wordings_of(entry))


def is_shown(entry: Entry | None, seats: Iterable[SeatSpec]) -> bool:
    """Whether people ever see an entry: a kind of piece only where some pool has it."""
    if not isinstance(entry, PieceKind):
        return entry is not None
    return any(pool.kind == entry.id for seat in seats for pool in seat.pool)


def campaign_texts(campaign: Campaign) -> list[str]:
    """Every text of a campaign that is translated, each once, in the order of its files."""
    entries: list[Entry] = [campaign.frame, *campaign.areas, *campaign.routes, *campaign.kinds]
    entries += [*campaign.cards, *campaign.injects, *campaign.bots]
    shown = (entry for entry in entries if is_shown(entry, campaign.seats))
    return list(dict.fromkeys(text for entry in shown for text in texts_of(entry)))
