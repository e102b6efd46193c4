"""The texts of a campaign that people read, and so that a translation has to cover."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.campaign import Campaign
from game.content.schema.campaign import SeatSpec
from game.content.schema.words import Entry, Source
from game.content.walk import Wording, walk

_LEFT_AS_THEY_ARE = {(SeatSpec, "short"), (Source, "document"), (Source, "section")}
"""Initials of a seat, and titles of documents, stay as they are in every language."""


def texts_of(entry: Entry) -> Iterator[str]:
    """The texts inside an entry that are translated, in order."""
    for found in walk(entry):
        if isinstance(found, Wording) and (found.owner, found.key) not in _LEFT_AS_THEY_ARE:
            yield found.text


def campaign_texts(campaign: Campaign) -> list[str]:
    """Every text of a campaign that is translated, each once, in the order of its files."""
    entries: list[Entry] = [campaign.frame, *campaign.areas, *campaign.routes, *campaign.kinds]
    entries += [*campaign.cards, *campaign.injects, *campaign.bots]
    return list(dict.fromkeys(text for entry in entries for text in texts_of(entry)))
