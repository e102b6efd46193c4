"""What the games of a trial show, each with the line of a file that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

from game.content.campaign import Campaign
from game.content.checks.bots import BLOCKS
from game.content.positions import Step
from game.content.problems import Place, Problem, Sentence, in_order, report, say
from game.content.problems.ignores import silence
from game.content.schema.campaign import SeatSpec
from game.content.schema.cards import Card
from game.content.schema.effects import DeployEffect
from game.content.whereabouts import Whereabouts
from game.narrate.language import Translator
from game.narrate.words import Words
from game.study.obstacles import obstacle
from game.study.records import Blocked, Failure, GameRecord
from game.study.statistics import Difference, Share, difference_of, share_of
from game.study.trial import SeatTrial, Trial

FEW = 40
"""Games below which nothing is said about seats that always or never succeed."""
RARE = 0.02
"""A share below which, its interval included, something next to never happens."""
UNFAIR = 0.2
"""A share of successes below which, or that far from all, a pairing is hardly fair."""
DECIDES = 0.3
"""How much more often, at the least, a seat succeeds with a card that decides the game."""
PAIRED = 20
"""Games with a card, and without it, that are needed to speak of its weight."""


def findings(trial: Trial, to: Translator) -> list[Problem]:
    """Everything that the games of a trial show, in the order of the files.

    `to` words the reasons that stood against cards. What a `# nadc: ignore` comment excuses is
    left out.
    """
    whereabouts = Whereabouts(trial.campaign)
    found = [
        *_failures(trial, whereabouts),
        *_never_playable(trial, whereabouts, Words(trial.campaign, to)),
        *_passed_over(trial, whereabouts),
        *_one_sided(trial, whereabouts),
        *_unfair(trial, whereabouts),
        *_deciding(trial, whereabouts),
    ]
    return in_order(_unexcused(trial.campaign, found))


def _unexcused(campaign: Campaign, found: list[Problem]) -> list[Problem]:
    library = {f"library/{path}": text for path, text in campaign.library_texts.items()}
    kept = silence(found, {**campaign.texts, **library}, is_complete=False)
    return [problem for problem in kept if problem in found]


_FAILURES: Mapping[str, str] = {"dead-end": "N002", "runaway": "N003", "error": "N004"}


def _failures(trial: Trial, whereabouts: Whereabouts) -> Iterator[Problem]:
    """Games that did not come to their end."""
    failed = [one.failure for one in trial.records if one.failure is not None]
    for kind, code in _FAILURES.items():
        those = [one for one in failed if one.kind == kind]
        if those:
            says = say(
                "{count} of {games} games did not end ({low} to {high} %): {message}.",
                message=those[0].message,
                **_share(share_of(len(those), trial.games)),
            )
            yield report(code, whereabouts.frame("id"), says, _first(those[0]))


def _first(failure: Failure) -> Sentence:
    return say(
        "The first time it was quarter {quarter}, phase {phase}; the game has the seed {seed}.",
        quarter=failure.quarter,
        phase=failure.phase,
        seed=failure.seed,
    )


def _never_playable(trial: Trial, whereabouts: Whereabouts, words: Words) -> Iterator[Problem]:
    """Cards that no seat which holds them could ever play, and what stood against them."""
    done = _done(trial.records)
    if not done:
        return
    campaign = trial.campaign
    held = {card for seat in campaign.seats for card in (*seat.cards, *seat.deck)}
    for ix, card in enumerate(campaign.cards):
        if card.id not in held or any(seat >> ix & 1 for one in done for seat in one.playable):
            continue
        values = _share(share_of(0, len(done)))
        blocked = _most_blocked(done, card.id)
        if blocked is None:
            says = say(
                "In {games} games nobody could play `{card}` ({low} to {high} %): it never came "
                "to a hand, or its turn never came.",
                card=card.id,
                **values,
            )
            yield report("N001", whereabouts.place("cards", card.id, "id"), says)
            continue
        says = say(
            "In {games} games nobody could play `{card}` ({low} to {high} %).",
            card=card.id,
            **values,
        )
        fix = say(
            "Most often in the way: {reason}", reason=obstacle(words, card.id, blocked.reason)
        )
        yield report("N001", _blocking_line(whereabouts, card, blocked), says, fix)


def _passed_over(trial: Trial, whereabouts: Whereabouts) -> Iterator[Problem]:
    """Cards that the bots of a campaign could often have played and never did."""
    campaign, done = trial.campaign, _done(trial.bot_games)
    if len(done) < FEW:
        return
    played = reduce(or_, (mask for one in done for mask in one.played), 0)
    told: set[str] = set()
    for seat, key, place, card in _held(campaign):
        ix = campaign.card_ix[card]
        could = sum(any(mask >> ix & 1 for mask in one.playable) for one in done)
        is_reaction = campaign.cards[ix].reaction is not None
        if played >> ix & 1 or could < PAIRED or is_reaction or card in told:
            continue
        told.add(card)
        says = say(
            "No bot played `{card}` in {games} games, though it could be played in {could}.",
            card=card,
            games=len(done),
            could=could,
        )
        at = whereabouts.seat(seat.id, key, place)
        yield report("N008", at, says, _line_for(campaign, seat, card))


def _held(campaign: Campaign) -> Iterator[tuple[SeatSpec, str, int, str]]:
    """Every card on a pile: its seat, the pile's key, its place there and its id."""
    for seat in campaign.seats:
        for key in ("cards", "deck"):
            for place, card in enumerate(getattr(seat, key)):
                yield seat, key, place, card


def _line_for(campaign: Campaign, seat: SeatSpec, card: str) -> Sentence:
    """What to do about a card that the bot of a seat passes over."""
    bot = next((one for one in campaign.bots if one.id == seat.bot), None)
    if bot is None:
        return say("Name a bot of the seat under `bot`.")
    stances = (getattr(stance, block) for stance in bot.stances for block in BLOCKS)
    lines = (line for block in stances for line in block)
    if any(line.do in _PLAYING and line.card in (None, card) for line in lines):
        return say("Its lines in `{bot}` never came up: look at what stands above.", bot=bot.id)
    return say(
        "No line of `{bot}` plays it: add one that names it, or one without `card` for any card.",
        bot=bot.id,
    )


_PLAYING = frozenset({"play", "deploy", "plan"})


def _most_blocked(games: Sequence[GameRecord], card: str) -> Blocked | None:
    """What stood most often against a card, in the games that were asked."""
    times: Counter[str] = Counter()
    first: dict[str, Blocked] = {}
    for one in (entry for game in games for entry in game.blocked if entry.card == card):
        times[one.reason.code] += one.times
        first.setdefault(one.reason.code, one)
    ranked = sorted(times, key=lambda code: (-times[code], code))
    return first[ranked[0]] if ranked else None


def _blocking_line(whereabouts: Whereabouts, card: Card, blocked: Blocked) -> Place:
    """The line of a card that keeps it from being played."""
    return whereabouts.place("cards", card.id, *_blocking_path(card, blocked))


def _blocking_path(card: Card, blocked: Blocked) -> tuple[Step, ...]:
    code, values = blocked.reason.code, blocked.reason.values
    if "needs-" in code:
        return ("cost", code.rpartition("needs-")[2])
    if code == "card-requires":
        return ("requires", int(values["place"]))
    if code in ("no-place", "pool-empty"):
        deploys = (ix for ix, one in enumerate(card.effects) if isinstance(one, DeployEffect))
        return ("effects", next(deploys, 0), "unit")
    return {"no-target": ("target",), "card-refused": ("consent",)}.get(code, ("id",))


def _one_sided(trial: Trial, whereabouts: Whereabouts) -> Iterator[Problem]:
    """Seats that next to never achieve their mandate, or all but always."""
    for one in trial.seats:
        both = one.both
        if both.of < FEW:
            continue
        place = whereabouts.seat(one.seat, "margin")
        if _hardly_ever(both):
            says = say(
                "`{seat}` succeeded in {count} of {games} games ({low} to {high} %).",
                seat=one.seat,
                **_share(both),
            )
            yield report("N005", place, says, _halves(one))
        elif _nearly_always(both):
            says = say(
                "`{seat}` succeeded in {count} of {games} games ({low} to {high} %).",
                seat=one.seat,
                **_share(both),
            )
            yield report("N006", place, says, _halves(one))


def _hardly_ever(both: Share) -> bool:
    return both.count == 0 or both.high < RARE


def _nearly_always(both: Share) -> bool:
    return both.count == both.of or both.low > 1 - RARE


def _unfair(trial: Trial, whereabouts: Whereabouts) -> Iterator[Problem]:
    """Seats that lose, or win, nearly all games among the bots that the seats name."""
    for one in trial.seats:
        own, both = one.proposed, one.both
        is_told = both.of >= FEW and (_hardly_ever(both) or _nearly_always(both))
        if own.of < FEW or is_told or UNFAIR <= own.value <= 1 - UNFAIR:
            continue
        says = say(
            "`{seat}` succeeded in {count} of {games} games in which every seat was played by its "
            "own bot ({low} to {high} %).",
            seat=one.seat,
            **_share(own),
        )
        fix = (
            say(
                "Make the target under `margin` easier by one or two, or mend the lines of its bot."
            )
            if own.value < UNFAIR
            else say("Make the target under `margin` harder by one or two, then play again.")
        )
        yield report("N009", whereabouts.seat(one.seat, "margin"), says, fix)


def _halves(one: SeatTrial) -> Sentence:
    return say(
        "Its bots: {bots} %. Drawn choices: {drawn} %.",
        bots=_percent(one.by_bots.value),
        drawn=_percent(one.drawn.value),
    )


def _deciding(trial: Trial, whereabouts: Whereabouts) -> Iterator[Problem]:
    """Cards with which a seat succeeds far more often, where all choices were drawn.

    Choices that were drawn are not made because the game stands well, so that the difference is
    the card's own.
    """
    campaign = trial.campaign
    done = _done(trial.drawn_games)
    for ix, card in enumerate(campaign.cards):
        for seat, spec in enumerate(campaign.seats):
            if card.id not in spec.cards and card.id not in spec.deck:
                continue
            played = [one for one in done if one.played[seat] >> ix & 1]
            without = [one for one in done if not one.played[seat] >> ix & 1]
            if min(len(played), len(without)) < PAIRED:
                continue
            difference = difference_of(_success(played, seat), _success(without, seat))
            if difference is not None and difference.low >= DECIDES:
                place = whereabouts.place("cards", card.id, "id")
                yield report("N007", place, _weight(card.id, spec.id, difference))


def _weight(card: str, seat: str, difference: Difference) -> Sentence:
    return say(
        "In games in which `{seat}` played `{card}` it succeeded {value} points of a hundred more "
        "often ({low} to {high}).",
        seat=seat,
        card=card,
        value=_percent(difference.value),
        low=_percent(difference.low),
        high=_percent(difference.high),
    )


def _done(games: Sequence[GameRecord]) -> list[GameRecord]:
    return [one for one in games if one.failure is None]


def _success(games: Sequence[GameRecord], seat: int) -> Share:
    return share_of(sum(one.succeeded[seat] for one in games), len(games))


def _share(share: Share) -> dict[str, object]:
    return {
        "count": share.count,
        "games": share.of,
        "low": _percent(share.low),
        "high": _percent(share.high),
    }


def _percent(share: float) -> str:
    """A share in percent, with one decimal where it is small."""
    percent = 100 * share
    return f"{percent:.0f}" if percent >= 10 else f"{percent:.1f}".removesuffix(".0")
