"""A batch's result as the rows of tables, in words (RULES appendix C)."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.campaign import Campaign
from game.narrate.ending.verdict import BANDS
from game.narrate.language import Translator, mark
from game.narrate.words import TRACK_NAMES, Words, plain, sentence_case, signed
from game.study.obstacles import obstacle
from game.study.statistics import Difference, Share, Spread
from game.study.summary import BatchResult, CardResult
from game.study.trial import Trial

_SPREAD = mark("{low} to {high}")
_NONE = "–"


@dataclass(frozen=True, slots=True)
class TableRows:
    """A titled table: its column headings and its rows, all text."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(result: BatchResult, campaign: Campaign, to: Translator) -> tuple[TableRows, ...]:
    """Every table of a batch: seats, grades, tracks, losses, cards, and cards never played, if
    there are any."""
    words = Words(campaign, to)
    unplayed = never_played_table(result, words)
    return (
        seat_table(result, words),
        grade_table(result, words),
        track_table(result, words),
        loss_table(result, words),
        card_table(result, words),
        *((unplayed,) if unplayed.rows else ()),
    )


def seat_table(result: BatchResult, words: Words) -> TableRows:
    """Success, margins and choices by seat."""
    rows = tuple(
        (
            words.seat(words.campaign.seat_ix[one.seat]),
            one.bot,
            _share(words, one.success),
            _signed(one.margin.mean),
            _between(words, _whole(one.margin.low), _whole(one.margin.high)),
            f"{one.decisions.mean:.0f}",
        )
        for one in result.seats
    )
    columns = (
        words.say(mark("Seat")),
        words.say(mark("Bot")),
        words.say(mark("Success (95 %)")),
        words.say(mark("Mean margin")),
        words.say(mark("Nine games in ten")),
        words.say(mark("Choices a game")),
    )
    return TableRows(words.say(mark("Outcomes")), columns, rows)


def trial_table(trial: Trial, to: Translator) -> TableRows:
    """How each seat fared in the games of a trial, with intervals."""
    words = Words(trial.campaign, to)
    rows = tuple(
        (
            words.seat(trial.campaign.seat_ix[one.seat]),
            _share(words, one.by_bots),
            _share(words, one.drawn),
        )
        for one in trial.seats
    )
    columns = (
        words.say(mark("Seat")),
        words.say(mark("Success of its bots (95 %)")),
        words.say(mark("Success of drawn choices (95 %)")),
    )
    title = words.many("{number} game", "{number} games", trial.games)
    return TableRows(title, columns, rows)


def grade_table(result: BatchResult, words: Words) -> TableRows:
    """How often the coalition earned each grade."""
    rows = tuple(
        (sentence_case(words.say(band)), _share(words, share))
        for band, share in zip(BANDS, result.grades.values(), strict=True)
    )
    columns = (words.say(mark("Grade")), words.say(mark("Games (95 %)")))
    return TableRows(words.say(mark("Coalition grade")), columns, rows)


def track_table(result: BatchResult, words: Words) -> TableRows:
    """Where the tracks and governance stood at the end."""
    spreads = [(words.say(TRACK_NAMES[name]), one) for name, one in result.tracks.items()]
    spreads.append((words.say(mark("Governance score")), result.gov_score))
    rows = tuple(
        (name, _decimal(one.mean), _between(words, _whole(one.low), _whole(one.high)))
        for name, one in spreads
    )
    columns = (
        words.say(mark("Track")),
        words.say(mark("Mean at the end")),
        words.say(mark("Nine games in ten")),
    )
    return TableRows(words.say(mark("Tracks")), columns, rows)


def loss_table(result: BatchResult, words: Words) -> TableRows:
    """The share of units seized, quarter by quarter."""
    rows = tuple(
        (words.say(mark("Q{quarter}"), quarter=quarter), *_loss(words, one))
        for quarter, one in enumerate(result.loss_rates, start=1)
    )
    columns = (
        words.say(mark("Quarter")),
        words.say(mark("Units seized")),
        words.say(mark("Nine games in ten")),
    )
    return TableRows(words.say(mark("Losses of the networks")), columns, rows)


def card_table(result: BatchResult, words: Words) -> TableRows:
    """Use of each card, and how success went with it; clear differences have a star."""
    rows = tuple(
        (
            *_names(words, one),
            _part(words, one.playable, result.finished),
            _part(words, one.played, result.finished),
            _effect(words, one.effect),
        )
        for one in result.cards
    )
    columns = (
        words.say(mark("Card")),
        words.say(mark("Seat")),
        words.say(mark("Could be played")),
        words.say(mark("Played")),
        words.say(mark("Success with it, less without it (95 %)")),
    )
    return TableRows(words.say(mark("Cards")), columns, rows)


def never_played_table(result: BatchResult, words: Words) -> TableRows:
    """Cards that nobody played, each once, and what most often stood against them."""
    held: dict[str, list[CardResult]] = {}
    for one in never_played(result):
        held.setdefault(one.card, []).append(one)
    rows = tuple(
        (
            words.card(words.campaign.card_ix[card]),
            ", ".join(words.seat(words.campaign.seat_ix[one.seat]) for one in holders),
            _part(words, max(one.playable for one in holders), result.finished),
            _in_the_way(words, holders),
        )
        for card, holders in held.items()
    )
    columns = (
        words.say(mark("Card")),
        words.say(mark("Seat")),
        words.say(mark("Could be played")),
        words.say(mark("Most often in the way")),
    )
    return TableRows(words.say(mark("Cards never played")), columns, rows)


def _in_the_way(words: Words, holders: Sequence[CardResult]) -> str:
    """What stood against a card most often, in the hands of any seat."""
    blocked = max(
        (one for holder in holders for one in holder.blocked),
        key=lambda one: one.times,
        default=None,
    )
    return obstacle(words, blocked.card, blocked.reason) if blocked is not None else ""


def never_played(result: BatchResult) -> Sequence[CardResult]:
    """Cards that no seat which holds them played in any game, once for each seat."""
    used = {one.card for one in result.cards if one.played}
    return [one for one in result.cards if one.card not in used]


def _names(words: Words, one: CardResult) -> tuple[str, str]:
    campaign = words.campaign
    return words.card(campaign.card_ix[one.card]), words.seat(campaign.seat_ix[one.seat])


def _share(words: Words, share: Share) -> str:
    """A share and its interval: `48 % (45 to 51)`."""
    value, low, high = (f"{100 * one:.0f}" for one in (share.value, share.low, share.high))
    return words.say(mark("{value} % ({low} to {high})"), value=value, low=low, high=high)


def _loss(words: Words, one: Spread) -> tuple[str, str]:
    low, high = (_percent(words, value) for value in (one.low, one.high))
    return _percent(words, one.mean), _between(words, low, high)


def _percent(words: Words, share: float) -> str:
    return words.say(mark("{value} %"), value=f"{100 * share:.0f}")


def _part(words: Words, count: int, of: int) -> str:
    return _percent(words, count / of) if of else _NONE


def _between(words: Words, low: str, high: str) -> str:
    return words.say(_SPREAD, low=low, high=high)


def _whole(number: float) -> str:
    return plain(round(number))


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace("-", plain(-1)[0])


def _signed(number: float) -> str:
    return f"+{_decimal(number)}" if number > 0 else _decimal(number)


def _effect(words: Words, effect: Difference | None) -> str:
    if effect is None:
        return _NONE
    numbers = (round(100 * one) for one in (effect.value, effect.low, effect.high))
    value, low, high = (signed(one) for one in numbers)
    star = " *" if effect.is_clear else ""
    return words.say(mark("{value} ({low} to {high})"), value=value, low=low, high=high) + star
