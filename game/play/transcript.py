"""A sitting told as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from game.model.ids import SeatMask
from game.narrate.language import Translator
from game.narrate.log import Log
from game.narrate.words import Words
from game.play.replay import TRUTH, Replay


def transcript(
    replay: Replay, viewers: SeatMask, translator: Translator, language: str = "en"
) -> Iterator[str]:
    """The lines of a sitting as far as the viewers may know of it: title, seats, then the log.

    A blank line and a heading stand before each phase.
    """
    words = Words(replay.campaign, translator, language)
    yield from _head(replay, viewers, words)
    log = Log(words, viewers)
    log.update([event for step in replay.steps for event in step.events])
    heading = ""
    for line in log.lines:
        if line.heading and line.heading != heading:
            heading = line.heading
            yield ""
            yield plain(heading)
        yield f"  {plain(line.text)}"


def plain(text: str) -> str:
    """A sentence without the signs for bold words."""
    return text.replace("**", "")


def _head(replay: Replay, viewers: SeatMask, words: Words) -> Iterator[str]:
    header = replay.header
    yield f"{header.name} ({header.title})"
    for setup in header.seats:
        seat = words.seat(replay.campaign.seat_ix[setup.seat])
        who = setup.name or setup.player
        yield words.say("{seat}: {who}", seat=seat, who=who)
    if viewers != TRUTH:
        yield words.say("What everybody present may know; hidden things are left out.")
    elif not header.over:
        yield words.say("Everything, hidden things included: for the facilitator.")
