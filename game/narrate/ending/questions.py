"""What to talk about: the campaign's questions that this game raised, and those of its cards."""

from collections.abc import Sequence
from typing import NamedTuple

from game.model.events import CardPlayed, Event, InjectFired
from game.model.ids import CardIx
from game.model.state import State
from game.narrate.words import Words
from game.rules.quantities import holds


class Question(NamedTuple):
    """A question, and what raised it: a card's or inject's title, or empty for the game itself."""

    text: str
    raised_by: str = ""


def questions(
    words: Words, state: State, journal: Sequence[Event], most: int = 8
) -> tuple[Question, ...]:
    """The campaign's questions whose condition holds, then those of injects and cards played."""
    found = [*_of_campaign(words, state), *_of_injects(words, journal), *_of_cards(words, journal)]
    unique = {question.text: question for question in reversed(found)}
    return tuple([question for question in found if unique.pop(question.text, None)][:most])


def _of_campaign(words: Words, state: State) -> list[Question]:
    return [
        Question(words.text(one.text))
        for one in words.campaign.frame.discussion
        if one.when is None or holds(words.tables, state, one.when)
    ]


def _of_injects(words: Words, journal: Sequence[Event]) -> list[Question]:
    found = []
    for event in journal:
        if isinstance(event, InjectFired):
            asked = words.campaign.injects[event.inject].discuss
            if asked:
                found.append(Question(words.text(asked), words.inject(event.inject)))
    return found


def _of_cards(words: Words, journal: Sequence[Event]) -> list[Question]:
    """Questions of the cards that were played, the most played first."""
    played: dict[CardIx, int] = {}
    for event in journal:
        if isinstance(event, CardPlayed):
            played[event.card] = played.get(event.card, 0) + 1
    found = []
    for card in sorted(played, key=lambda one: (-played[one], one)):
        asked = words.campaign.cards[card].discuss
        if asked:
            found.append(Question(words.text(asked), words.card(card)))
    return found
