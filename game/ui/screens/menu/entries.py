"""What the menu offers: campaigns as far as they are read, and the sitting to go on with."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.problems import ContentError, Problem
from game.narrate.language import Translator
from game.play.catalogue import shipped
from game.play.shelf import local_time

if TYPE_CHECKING:
    from game.content.campaign import Campaign
    from game.play.form import Header


@dataclass(slots=True)
class CampaignEntry:
    """A campaign's folder: not read yet, read, or broken with what is wrong."""

    folder: Path
    campaign: Campaign | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether it has been looked into."""
        return self.campaign is not None or bool(self.problems)

    def read(self) -> None:
        """Look into it; every error is kept, none is raised."""
        # Most of a start's time goes into what reads campaigns: the menu is on the screen by now.
        from game.content.loader import load_campaign

        try:
            self.campaign = load_campaign(self.folder)
        except ContentError as failure:
            self.problems = tuple(failure.problems)


class Campaigns:
    """The shipped campaigns, read one at a time when there is time."""

    def __init__(self, extra: tuple[Path, ...] = ()) -> None:
        self.entries = [CampaignEntry(folder) for folder in (*shipped(), *extra)]

    def read_next(self) -> bool:
        """Read one more; returns whether any is left."""
        waiting = [entry for entry in self.entries if not entry.is_read]
        if waiting:
            waiting[0].read()
            self.entries.sort(key=_place)
        if len(waiting) == 1:
            # All that was loaded stays: the collector need not look at it again and again.
            gc.freeze()
        return len(waiting) > 1

    def __iter__(self) -> Iterator[CampaignEntry]:
        return iter(self.entries)


def _place(entry: CampaignEntry) -> tuple[int, str]:
    number = entry.campaign.frame.number if entry.campaign is not None else 100
    return number, entry.folder.name


def title_of(header: Header, campaign: Campaign | None, tr: Translator) -> str:
    """A campaign's title in the reader's language; as it was saved while it has not been read."""
    if campaign is None or campaign.id != header.campaign:
        return header.title
    from game.ui.screens.wording import words_of

    return words_of(campaign, tr).text(campaign.title)


def seat_name(seat: str, campaign: Campaign | None, tr: Translator) -> str:
    """A seat's name, or its id written as a name."""
    if campaign is not None and seat in campaign.seat_ix:
        from game.ui.screens.wording import words_of

        return words_of(campaign, tr).seat(campaign.seat_ix[seat])
    return seat.replace("-", " ").title()


def ago(saved: str, tr: Translator, now: datetime | None = None) -> str:
    """When a sitting was saved, as people say it: "2 minutes ago"; the date when long ago."""
    then = local_time(saved)
    if then is None:
        return ""
    minutes = int(((now or datetime.now(UTC)) - then).total_seconds() // 60)
    if minutes < 1:
        return tr.gettext("just now")
    if minutes < 60:
        said = tr.ngettext("{number} minute ago", "{number} minutes ago", minutes)
        return said.format(number=minutes)
    if minutes < 24 * 60:
        hours = minutes // 60
        return tr.ngettext("{number} hour ago", "{number} hours ago", hours).format(number=hours)
    days = minutes // (24 * 60)
    if days < 14:
        return tr.ngettext("{number} day ago", "{number} days ago", days).format(number=days)
    return then.date().isoformat()
