"""Records of many games into one result: pure sums, the same whoever played them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from game.content.campaign import Campaign
from game.content.schema.cards import Card
from game.content.schema.words import TRACKS
from game.rules.scores import BANDS
from game.study.records import Blocked, Failure, GameRecord
from game.study.statistics import Difference, Share, Spread, difference_of, share_of, spread_of


class SeatResult(msgspec.Struct, frozen=True):
    """How one seat fared."""

    seat: str
    bot: str
    success: Share
    margin: Spread
    margins: dict[int, int]
    """Games by margin."""
    bands: dict[str, Share]
    decisions: Spread


class CardResult(msgspec.Struct, frozen=True):
    """How one card fared in the hands of one seat."""

    card: str
    seat: str
    playable: int
    """Games in which it could be played at some time."""
    played: int
    """Games in which it was."""
    success_with: Share
    """The seat's success in games in which it played the card."""
    success_without: Share
    effect: Difference | None
    """The one less the other; it shows what goes together, not what causes what."""
    blocked: tuple[Blocked, ...]
    """What stood against it in the games that were asked, the most frequent first."""


class BatchResult(msgspec.Struct, frozen=True):
    """What a batch of games shows. Plain data: `msgspec.to_builtins` makes JSON of it."""

    campaign: str
    digest: str
    games: int
    seed: int
    finished: int
    seats: tuple[SeatResult, ...]
    grades: dict[str, Share]
    tracks: dict[str, Spread]
    gov_score: Spread
    sudden: dict[int, int]
    """Games by what ended them: 0 the last quarter, 1 NADC failed, 2 Red failed, 3 both."""
    loss_rates: tuple[Spread, ...]
    """Share of units seized, by quarter."""
    actions: Spread
    cards: tuple[CardResult, ...]
    failures: tuple[Failure, ...]


def summarise(
    campaign: Campaign, seed: int, bots: Mapping[str, str], records: Sequence[GameRecord]
) -> BatchResult:
    """The result of a batch; records are taken in the order of their numbers."""
    ordered = sorted(records, key=lambda one: one.index)
    done = [one for one in ordered if one.failure is None]
    grades = Counter(one.grade for one in done)
    return BatchResult(
        campaign=campaign.id,
        digest=campaign.digest,
        games=len(ordered),
        seed=seed,
        finished=len(done),
        seats=tuple(_seat(campaign, bots, ix, done) for ix in range(len(campaign.seats))),
        grades={band: share_of(grades[band], len(done)) for band in BANDS},
        tracks={
            name: spread_of([one.tracks[ix] for one in done]) for ix, name in enumerate(TRACKS)
        },
        gov_score=spread_of([one.gov_score for one in done]),
        sudden=_counted(one.sudden for one in done),
        loss_rates=_loss_rates(done),
        actions=spread_of([sum(one.decisions) for one in done]),
        cards=tuple(_cards(campaign, done)),
        failures=tuple(one.failure for one in ordered if one.failure is not None),
    )


def _counted(numbers: Iterable[int]) -> dict[int, int]:
    return dict(sorted(Counter(numbers).items()))


def _seat(
    campaign: Campaign, bots: Mapping[str, str], ix: int, done: Sequence[GameRecord]
) -> SeatResult:
    spec = campaign.seats[ix]
    margins = [one.margins[ix] for one in done]
    bands = Counter(one.bands[ix] for one in done)
    return SeatResult(
        seat=spec.id,
        bot=bots[spec.id],
        success=_success(done, ix),
        margin=spread_of(margins),
        margins=_counted(margins),
        bands={band: share_of(bands[band], len(done)) for band in BANDS},
        decisions=spread_of([one.decisions[ix] for one in done]),
    )


def _loss_rates(done: Sequence[GameRecord]) -> tuple[Spread, ...]:
    quarters = max((len(one.losses) for one in done), default=0)
    return tuple(
        spread_of(
            [
                one.losses[ix][1] / one.losses[ix][0]
                for one in done
                if ix < len(one.losses) and one.losses[ix][0]
            ]
        )
        for ix in range(quarters)
    )


def _cards(campaign: Campaign, done: Sequence[GameRecord]) -> list[CardResult]:
    found = []
    for ix, card in enumerate(campaign.cards):
        for seat, spec in enumerate(campaign.seats):
            if card.id in spec.cards or card.id in spec.deck:
                found.append(_card(campaign, ix, card, seat, done))
    return found


def _card(
    campaign: Campaign, ix: int, card: Card, seat: int, done: Sequence[GameRecord]
) -> CardResult:
    name = campaign.seats[seat].id
    with_it = [one for one in done if one.played[seat] >> ix & 1]
    without = [one for one in done if not one.played[seat] >> ix & 1]
    succeeded, failed = _success(with_it, seat), _success(without, seat)
    return CardResult(
        card=card.id,
        seat=name,
        playable=sum(one.playable[seat] >> ix & 1 for one in done),
        played=len(with_it),
        success_with=succeeded,
        success_without=failed,
        effect=difference_of(succeeded, failed),
        blocked=_blocked(name, card.id, done),
    )


def _blocked(seat: str, card: str, done: Sequence[GameRecord]) -> tuple[Blocked, ...]:
    """What stood against a card, the most frequent first."""
    found: dict[str, Blocked] = {}
    for one in (entry for game in done for entry in game.blocked):
        if (one.seat, one.card) == (seat, card):
            before = found.get(one.reason.code)
            reason, times = (one.reason, 0) if before is None else (before.reason, before.times)
            found[one.reason.code] = Blocked(seat, card, reason, times + one.times)
    return tuple(sorted(found.values(), key=lambda one: (-one.times, one.reason.code)))


def _success(games: Sequence[GameRecord], seat: int) -> Share:
    return share_of(sum(one.succeeded[seat] for one in games), len(games))
