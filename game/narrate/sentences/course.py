"""The course of play in sentences: choices, quarters, seats that change hands, the end."""

from game.model.actions import Action
from game.model.events import (
    ActionTaken,
    CampaignReloaded,
    GameEnded,
    PhaseBegan,
    SeatChanged,
)
from game.narrate.choices.clauses import clause
from game.narrate.language import mark
from game.narrate.pen import Pen
from game.narrate.sentences.registry import says
from game.narrate.things.tracks import consent_word
from game.rules.tables import CONSENT

_SUDDEN = (
    mark("The last quarter is over: **the game ends**."),
    mark("**The game ends early**: the coalition has failed."),
    mark("**The game ends early**: the network is dismantled."),
    mark("**The game ends early**: the coalition has failed, and the network is dismantled."),
)
_PASSES = {
    "strategic": mark("{seat} plays no strategic card"),
    "assess": mark("{seat} does not govern"),
}
"""What a pass is called in phases where it means something of its own."""
_KEEPS = mark("{seat} keeps Consent at **{level}**: {word}")


@says(ActionTaken, "action")
def action_taken(pen: Pen, event: ActionTaken) -> str | None:
    """A choice, unless what follows from it says it better."""
    said = spoken(pen, event)
    return pen.say("{sentence}.", sentence=said) if said else None


def spoken(pen: Pen, event: ActionTaken) -> str | None:
    """A choice as a clause without its full stop."""
    action = event.action
    if pen.moment.asked[-1:] in (["seal"], ["fallback"]):
        return None
    if action.verb == "pass":
        return _passes(pen, action)
    if action.verb == "play" and not _is_proposal(pen, action.card):
        return None
    return clause(pen, action)


def _passes(pen: Pen, action: Action) -> str | None:
    moment, seat = pen.moment, action.seat
    if moment.asked:
        return None
    if moment.phase == "tactical":
        return clause(pen, action)
    sets = pen.words.campaign.seats[seat].sets_consent
    if moment.phase == "strategic" and sets and seat not in moment.acted:
        level = moment.consent
        pen.link("track", CONSENT)
        word = consent_word(pen.words, level)
        return pen.say(_KEEPS, seat=pen.seat(seat), level=level, word=word)
    template = _PASSES.get(moment.phase)
    return None if template is None else pen.say(template, seat=pen.seat(seat))


def _is_proposal(pen: Pen, card: int) -> bool:
    spec = pen.words.campaign.cards[card]
    return bool(set(spec.consent) & set(pen.words.campaign.seat_ix)) or spec.join is not None


@says(PhaseBegan, "quarter")
def phase_began(pen: Pen, event: PhaseBegan) -> str | None:
    """The first phase of a quarter tells the quarter; the others are in the headings."""
    if event.phase != "situation":
        return None
    return pen.say(
        "**Quarter {quarter}** of {quarters} begins.",
        quarter=event.quarter,
        quarters=pen.words.campaign.frame.quarters,
    )


@says(SeatChanged)
def seat_changed(pen: Pen, event: SeatChanged) -> str:
    """A seat that passes to a person or a bot."""
    seat = pen.seat(event.seat)
    if event.person:
        return pen.say("{seat} is now played by a person.", seat=seat)
    return pen.say("{seat} is now played by the computer.", seat=seat)


@says(CampaignReloaded)
def campaign_reloaded(pen: Pen, event: CampaignReloaded) -> str:
    """A campaign that was edited in the middle of the game, and what came into the decks."""
    if not event.added:
        return pen.say("The campaign was edited and read again; what was played stands.")
    cards = sorted({card for _, card in event.added})
    return pen.say(
        "The campaign was edited and read again; what was played stands. New on the discards: "
        "{cards}.",
        cards=pen.words.all_of([pen.card(card) for card in cards]),
    )


@says(GameEnded, "end")
def game_ended(pen: Pen, event: GameEnded) -> str:
    """The end, and why."""
    return pen.say(_SUDDEN[event.sudden])
