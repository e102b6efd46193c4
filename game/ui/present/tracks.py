"""The bar of tracks: value, what changed since the last FLOW, and where it begins to matter."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.content.schema.rules import Thresholds
from game.content.schema.words import TRACKS, Track
from game.model.events import MoneyChanged, TrackChanged
from game.model.ids import SeatIx
from game.narrate.things.tracks import is_better, track_level
from game.ui.present.sight import Sight

Tone = Literal["better", "worse", "neutral"]
Meaning = Literal["good", "bad"]

TRACK_MOST = {
    "harm": 20,
    "border": 10,
    "cohesion": 10,
    "legitimacy": 10,
    "fusion": 3,
    "sovereignty": 10,
    "resilience": 10,
    "cases": 20,
    "consent": 3,
}
_NO_BAR = ("cases",)
_CYBER_ONLY = "resilience"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A value from which a track matters, and whether reaching it is good or bad news."""

    at: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class TrackCell:
    """One track or means as the bar shows it; `most` 0 has no end. `change` is a track's since the
    last FLOW began, and a mean's of this quarter."""

    id: str
    name: str
    value: int
    most: int
    change: int
    tone: Tone
    note: str = ""
    thresholds: tuple[Threshold, ...] = ()
    sign: str = ""
    has_bar: bool = True


def track_cells(sight: Sight) -> tuple[TrackCell, ...]:
    """The public tracks of the campaign, in the rulebook's order."""
    return tuple(_cell(sight, name) for name in tracks_shown(sight))


def tracks_shown(sight: Sight) -> tuple[Track, ...]:
    """The tracks in use: Resilience only where the cyber module is on."""
    modules = sight.campaign.frame.modules
    return tuple(name for name in TRACKS if name != _CYBER_ONLY or "cyber" in modules)


def means_cells(sight: Sight, seat: SeatIx) -> tuple[TrackCell, ...]:
    """A seat's own means: Budget and Capital, or Cash, bank and stash."""
    if seat < 0:
        return ()
    spec, means, tr = sight.campaign.seats[seat], sight.means[seat], sight.tr
    if spec.side == "nadc":
        most = sight.campaign.rules.money.capital_max
        rows = (
            ("budget", tr.gettext("Budget"), means.budget, 0),
            ("capital", tr.gettext("Capital"), means.capital, most),
        )
    else:
        rows = (
            ("cash", tr.gettext("Cash"), means.cash, 0),
            ("bank", tr.gettext("Banked"), means.bank, 0),
        )
    return tuple(
        TrackCell(
            id=what,
            name=name,
            value=value,
            most=limit,
            change=_money_change(sight, seat, what),
            tone="better" if _money_change(sight, seat, what) > 0 else "worse",
            sign="cash" if what == "bank" else what,
            has_bar=False,
        )
        for what, name, value, limit in rows
        if value >= 0
    )


def _cell(sight: Sight, name: Track) -> TrackCell:
    value = sight.track(name)
    change = _change(sight, name)
    return TrackCell(
        id=name,
        name=sight.words.track(TRACKS.index(name)),
        value=value,
        most=TRACK_MOST[name] if name not in _NO_BAR else 0,
        change=change,
        tone=_tone(name, value, change),
        note=_note(sight, name, value),
        thresholds=tuple(_thresholds(name, sight.campaign.rules.thresholds)),
        has_bar=name not in _NO_BAR,
    )


def _change(sight: Sight, name: Track) -> int:
    ix = TRACKS.index(name)
    return sum(
        event.after - event.before
        for _, event in sight.fresh_events
        if isinstance(event, TrackChanged) and event.track == ix
    )


def _money_change(sight: Sight, seat: SeatIx, what: str) -> int:
    return sum(
        event.after - event.before
        for _, event in sight.quarter_events
        if isinstance(event, MoneyChanged) and event.seat == seat and event.what == what
    )


def _tone(name: Track, value: int, change: int) -> Tone:
    verdict = is_better(TRACKS.index(name), value - change, value)
    if verdict is None:
        return "neutral"
    return "better" if verdict else "worse"


def _note(sight: Sight, name: Track, value: int) -> str:
    if name == "harm":
        return sight.tr.gettext("lower is better")
    return track_level(sight.words, TRACKS.index(name), value) if name == "consent" else ""


def _thresholds(name: Track, at: Thresholds) -> Iterator[Threshold]:
    if name == "harm":
        yield Threshold(at.floor_harm, "bad")
    elif name == "cohesion":
        yield Threshold(at.cohesion_low, "bad")
    elif name == "legitimacy":
        yield Threshold(at.legitimacy_low, "bad")
        yield Threshold(at.legitimacy_high, "good")
    elif name == "fusion":
        yield Threshold(at.flow_fusion, "good")
