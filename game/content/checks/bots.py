"""Bots: they can play the seats that they are named for, and each of their lines can come up."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.positions import Step
from game.content.problems import Problem, Sentence, report, say
from game.content.schema.bots import Bot, Line, Stance
from game.content.whole import Whole

BLOCKS = ("plan", "strategic", "operational", "tactical", "govern")
_RED_VERBS = frozenset({"plan", "spread", "bribe", "intimidate", "relocate"})
_NADC_VERBS = frozenset(
    {
        "reinforce",
        "deploy",
        "repeal",
        "surveil",
        "surge",
        "raid",
        "case",
        "govern",
        "watch",
        "rotate",
        "prosecute",
        "consent",
    }
)
_ALWAYS_LEGAL = frozenset({"hold", "pass"})


def players(whole: Whole) -> Iterator[Problem]:
    """Seats whose bot cannot play them, or that a bot is to play without one being named."""
    bots = {bot.id: bot for bot in whole.bots}
    for index, seat in enumerate(whole.frame.seats):
        if seat.bot is None:
            if seat.player == "bot":
                says = say("`{seat}` is to be played by a bot, but none is named.", seat=seat.id)
                place = whole.draft.frame_place("seats", index, "player")
                yield report("N807", place, says, say("Add the key `bot`."))
        elif seat.id not in bots[seat.bot].seats:
            says = say("The bot `{bot}` cannot play `{seat}`.", bot=seat.bot, seat=seat.id)
            place = whole.draft.frame_place("seats", index, "bot")
            yield report("N807", place, says, say("Add the seat to the bot's `seats`."))


def _lines(bot: Bot) -> Iterator[tuple[Stance, str, int, Line, tuple[Step, ...]]]:
    for place, stance in enumerate(bot.stances):
        for block in BLOCKS:
            for index, line in enumerate(getattr(stance, block)):
                yield stance, block, index, line, ("stances", place, block, index)


def incomplete(whole: Whole) -> Iterator[Problem]:
    """Lines that lack what their verb needs."""
    for number, bot in enumerate(whole.bots):
        for _, _, _, line, path in _lines(bot):
            if line.do == "consent" and line.level is None:
                says = say("`do: consent` needs a `level`.")
                fix = say("Add `level: 0` to `level: 3`: which Consent it wants.")
                yield report("N808", whole.at("bots", number, *path), says, fix)
            if line.level is not None and line.do != "consent":
                says = say("`level` goes only with `do: consent`.")
                fix = say("Remove `level` here.")
                yield report("N808", whole.at("bots", number, *path, "level"), says, fix)


def idle(whole: Whole) -> Iterator[Problem]:
    """Lines of the campaign's own bots that can never be carried out."""
    for number, bot in enumerate(whole.bots):
        if not whole.is_own("bots", number):
            continue
        for stance, block, index, line, path in _lines(bot):
            says = _never(whole, bot, line) or _shadowed(stance, block, index)
            if says is not None:
                fix = say("Remove the line, or change what keeps it from acting.")
                yield report("N809", whole.at("bots", number, *path), says, fix)


def _never(whole: Whole, bot: Bot, line: Line) -> Sentence | None:
    """Why a line can never be carried out, as far as the line by itself tells."""
    seats = [whole.seat[seat] for seat in bot.seats if seat in whole.seat]
    sides = {seat.side for seat in seats}
    if sides == {"nadc"} and line.do in _RED_VERBS:
        return say("This line never acts: `{do}` is for Red seats.", do=line.do)
    if sides == {"red"} and line.do in _NADC_VERBS:
        return say("This line never acts: `{do}` is for NADC seats.", do=line.do)
    if line.card is not None:
        holders = whole.holders.get(line.card, [])
        if not any(seat.id in holders for seat in seats):
            return say("This line never acts: no seat of this bot holds `{card}`.", card=line.card)
    if line.kind is not None and not any(pool[line.kind] for pool in whole.pools.values()):
        return say("This line never acts: no pool has `{kind}`.", kind=line.kind)
    return None


def _shadowed(stance: Stance, block: str, index: int) -> Sentence | None:
    """Why a line is never reached, where an earlier one is always carried out."""
    for line in getattr(stance, block)[:index]:
        if line.do in _ALWAYS_LEGAL and line.when is None:
            return say("This line is never reached: `{do}` above is always legal.", do=line.do)
    return None
