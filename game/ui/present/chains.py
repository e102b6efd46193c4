"""What opens what: the slow cards that make faster ones possible, as a chain from the first."""

from collections.abc import Set
from dataclasses import dataclass

from game.model.events import CardUnlocked
from game.model.ids import CardIx
from game.narrate.things.cards import opened_by, openers_of
from game.narrate.things.phases import phase_title
from game.narrate.words import Words
from game.ui.present.sight import Sight

_MOST_CARDS = 5
_MOST_STEPS = 3
_LEVELS = ("strategic", "operational", "tactical")


@dataclass(frozen=True, slots=True)
class ChainCard:
    """One card of a chain and how it stands, in words and with the name of a sign for it."""

    card: CardIx
    title: str
    level: str
    state: str
    sign: str = ""
    is_shut: bool = False


Chain = tuple[tuple[ChainCard, ...], ...]
"""Steps, each with the cards that the step before opens."""


def chain_of(sight: Sight, card: CardIx) -> Chain:
    """The chain that a card belongs to; empty where it opens nothing and nothing opens it."""
    steps: list[tuple[CardIx, ...]] = [(_first(sight.words, card),)]
    known = set(steps[0])
    while len(steps) < _MOST_STEPS:
        opened = (CardIx(one) for above in steps[-1] for one in opened_by(sight.words, above))
        new = tuple(dict.fromkeys(one for one in opened if one not in known))
        new = new[: _MOST_CARDS - len(known)]
        if not new:
            break
        steps.append(new)
        known.update(new)
    if len(steps) == 1:
        return ()
    return tuple(tuple(_chain_card(sight, one, known) for one in step) for step in steps)


def _first(words: Words, card: CardIx) -> CardIx:
    """Where the chain of a card begins: up as long as something opens it."""
    seen = {card}
    while True:
        above = [one for one in _openers(words, card) if one not in seen]
        if not above:
            return card
        card = above[0]
        seen.add(card)


def _openers(words: Words, card: CardIx) -> list[CardIx]:
    """The cards that open this one, by unlocking it or by being in effect."""
    every = range(len(words.campaign.cards))
    return [CardIx(one) for one in every if card in opened_by(words, one)]


def _chain_card(sight: Sight, card: CardIx, shown: Set[CardIx]) -> ChainCard:
    words, spec = sight.words, sight.campaign.cards[card]
    title = words.card(card)
    out = next((one for one in sight.view.cards if one.card == card), None)
    if out is not None and out.active:
        return ChainCard(card, title, spec.level, words.say("in effect"), "check")
    if out is not None:
        due = words.say("starts quarter {quarter}", quarter=out.due)
        return ChainCard(card, title, spec.level, due, "clock")
    missing = _missing(sight, card)
    if missing is not None:
        needs = words.say("not open yet")
        if missing not in shown:
            needs = words.say("needs {card}", card=words.card(missing))
        return ChainCard(card, title, spec.level, needs, "lock", is_shut=True)
    phase = spec.level if spec.level in _LEVELS else "tactical"
    when = words.say("played in {phase}", phase=phase_title(words, phase))
    return ChainCard(card, title, spec.level, when)


def _missing(sight: Sight, card: CardIx) -> CardIx | None:
    """A card that must come first and has not; None where the card is open."""
    words = sight.words
    active = {one.card for one in sight.view.cards if one.active}
    unlockers = [CardIx(one) for one in openers_of(words, card)]
    for opener in _openers(words, card):
        if opener not in unlockers and opener not in active:
            return opener
    if not unlockers or _is_unlocked(sight, card):
        return None
    return unlockers[0]


def _is_unlocked(sight: Sight, card: CardIx) -> bool:
    return any(isinstance(event, CardUnlocked) and event.card == card for _, event in sight.events)
