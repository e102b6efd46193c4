"""A campaign read again in the middle of a sitting, which goes on at the same decision.

What was played stands: the position and the journal are carried over by id, and a journal entry
tells of it. A text that cannot be read, or that lacks what the sitting uses, is refused, and play
goes on with the text as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.content.campaign import Campaign
from game.content.loader import Report
from game.content.problems import Problem, Sentence, Translator, say, worded
from game.content.problems.nearest import nearest
from game.content.problems.render import as_text
from game.model.events import CampaignReloaded, Event
from game.model.ids import SeatMask
from game.model.state import State
from game.narrate.language import translator
from game.narrate.log import Log
from game.narrate.words import Words
from game.play.reading import read
from game.play.record import MISFITS, carried_entries, fold
from game.rules.carrying import Carrier, Gone
from game.rules.engine import Game

if TYPE_CHECKING:
    from game.play.form import Entry
    from game.play.session import Session


@dataclass(frozen=True, slots=True)
class ReloadResult:
    """What came of reading a sitting's campaign again.

    `taken` says that play goes on with the new text. Otherwise `problems` are the errors of a
    text that cannot be read, or `reason` and `fix` say what stands against it; with neither,
    nothing had changed.
    """

    report: Report
    taken: bool = False
    reason: Sentence | None = None
    fix: Sentence | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The errors of a text that cannot be read."""
        return tuple(problem for problem in self.report.problems if problem.is_error)

    @property
    def is_refused(self) -> bool:
        """Whether the new text was turned down."""
        return bool(self.problems) or self.reason is not None

    def text(self, translator: Translator | None = None) -> str:
        """All that is to be said of a refusal, as `nadc check` says it; empty otherwise."""
        if self.reason is not None:
            said = (self.reason, self.fix) if self.fix is not None else (self.reason,)
            return "\n".join(sentence.text(translator) for sentence in said)
        locate = self.report.locate
        return "\n\n".join(as_text(problem, locate, translator) for problem in self.problems)


class _Refused(Exception):
    """The new text cannot be taken, and why."""

    def __init__(self, reason: Sentence, fix: Sentence | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fix = fix


def reload_campaign(session: Session, report: Report) -> ReloadResult:
    """Go on with the campaign that a report has read, at the same decision.

    Raises SaveError as `Session.choose` does; then the new text is taken all the same.
    """
    campaign = report.campaign
    if campaign is None or campaign.digest == session.campaign.digest:
        return ReloadResult(report)
    session.flush()
    try:
        carrier = _carrier(session, campaign)
        game, opening = _carried(session, carrier)
        entries = _entries(session, carrier)
    except _Refused as refusal:
        return ReloadResult(report, reason=refusal.reason, fix=refusal.fix)
    session.carry_over(game, opening, carrier, entries)
    return ReloadResult(report, taken=True)


def _carrier(session: Session, campaign: Campaign) -> Carrier:
    """What carries the sitting over, once its frame is found to be the same."""
    old = session.campaign
    if campaign.id != old.id:
        raise _Refused(
            say("The folder holds another campaign now: {word}.", word=campaign.id),
            say("Put its id back to {word}, or begin a new sitting.", word=old.id),
        )
    sides = {(seat.id, seat.side) for seat in old.seats}
    if sides != {(seat.id, seat.side) for seat in campaign.seats}:
        raise _Refused(
            say("The seats or their sides are not those that the sitting began with."),
            say("Seats change between two sittings only: put them back, or begin a new sitting."),
        )
    _require_bots(session, campaign)
    return Carrier(old, campaign)


def _require_bots(session: Session, campaign: Campaign) -> None:
    from game.bots import can_play

    for setup in session.seats:
        if setup.is_person:
            continue
        if not can_play(campaign, campaign.seat_ix[setup.seat], setup.player):
            raise _Refused(
                say(
                    "The bot {word} plays the seat {seat}, and no such bot can play it any more.",
                    word=setup.player,
                    seat=setup.seat,
                ),
                say("Put the bot back, or let somebody else play the seat first."),
            )


def _carried(session: Session, carrier: Carrier) -> tuple[Game, State]:
    """The game and its opening under the edited campaign, looked at once from every side."""
    game, campaign = session.game, carrier.new
    first, opened = session.opening
    try:
        opening, state = carrier.state(first), carrier.state(game.state)
        journal = carrier.events(game.journal)
        _tell(campaign, journal)
        event = CampaignReloaded(campaign.digest, carrier.added_cards())
        journal.append(event)
        fold(state, [event])
        again = opening.snapshot()
        fold(again, journal[opened:])
        if again != state:
            raise _Refused(_DOES_NOT_FIT)
        carried = Game.resume(campaign, state, journal)
        _look(carried)
    except Gone as gone:
        raise _gone(gone, carrier) from None
    except MISFITS:
        raise _Refused(_DOES_NOT_FIT, _TAKE_BACK) from None
    return carried, opening


def _entries(session: Session, carrier: Carrier) -> tuple[Entry, ...]:
    """The entries of the save that read otherwise; raises SaveError."""
    if session.path is None:
        return ()
    try:
        return tuple(carried_entries(carrier, read(session.path).live))
    except Gone as gone:
        raise _gone(gone, carrier) from None
    except MISFITS:
        raise _Refused(_DOES_NOT_FIT, _TAKE_BACK) from None


def _tell(campaign: Campaign, journal: Iterable[Event]) -> None:
    """Tell the whole journal once, so that what cannot be told fails here and not at the table."""
    Log(Words(campaign, translator()), SeatMask(0)).update(list(journal))


def _look(game: Game) -> None:
    """Look at the position as the table will; raises _Refused where play could not go on."""
    game.view_for(SeatMask(0))
    game.margins()
    if not game.is_over and not game.legal_actions():
        raise _Refused(say("With the new text there would be nothing left to choose."), _TAKE_BACK)


_DOES_NOT_FIT = say("The new text does not fit the sitting as it stands.")
_TAKE_BACK = say("Take back what was changed last, or begin a new sitting.")

_GONE = {
    "area": worded("The area {word} is in use, but it is no longer in the campaign."),
    "route": worded("The route {word} is in use, but it is no longer in the campaign."),
    "kind": worded("The kind of unit {word} is in use, but it is no longer in the campaign."),
    "piece": worded("The piece {word} is in use, but the pool has no such piece any more."),
    "card": worded("The card {word} is in use, but it is no longer in the campaign."),
    "inject": worded("The inject {word} has come up, but it is no longer in the campaign."),
    "answer": worded("An answer to the inject {word} was chosen, but it is no longer there."),
    "seat": worded("The seat {word} is in use, but it is no longer in the campaign."),
}


def _gone(gone: Gone, carrier: Carrier) -> _Refused:
    """What has vanished, and what it may be called now."""
    reason = say(_GONE[gone.kind], word=gone.word)
    near = nearest(gone.word, _new_words(gone.kind, carrier))
    if near is not None:
        fix = say(
            "Is it called {near} now? Ids in use stay as they are until the sitting is over.",
            near=near,
        )
        return _Refused(reason, fix)
    return _Refused(reason, say("Put it back: what is in use stays until the sitting is over."))


def _new_words(kind: str, carrier: Carrier) -> list[str]:
    """Ids of a kind that only the edited campaign has."""
    before, after = _words(kind, carrier.old), _words(kind, carrier.new)
    return [word for word in after if word not in before]


def _words(kind: str, campaign: Campaign) -> list[str]:
    places = {
        "area": campaign.area_ix,
        "route": campaign.route_ix,
        "kind": campaign.kind_ix,
        "card": campaign.card_ix,
        "inject": campaign.inject_ix,
    }
    return list(places.get(kind, ()))
