"""The cards and injects of the preview: as the room sees them, with what only authors need."""

from collections.abc import Iterator
from dataclasses import replace

from game.model.ids import InjectIx
from game.narrate.things.injects import inject_text
from game.narrate.words import Words, sentence_case
from game.ui.screens.cards.deck import INJECT, DeckCard, deck_of
from game.ui.widgets.boxes import Passage


def author_deck(words: Words) -> tuple[DeckCard, ...]:
    """Every card and inject; an inject tells when it comes and what is expected of the seat."""
    deck = deck_of(words)
    injects = [card for card in deck if card.level == INJECT]
    told = [replace(card, notes=_notes(words, ix, card)) for ix, card in enumerate(injects)]
    return (*(card for card in deck if card.level != INJECT), *told)


def _notes(words: Words, ix: int, card: DeckCard) -> tuple[Passage, ...]:
    return (*_when(words, ix), *card.notes)


def _when(words: Words, ix: int) -> Iterator[Passage]:
    text, spec = inject_text(words, ix), words.campaign.injects[InjectIx(ix)]
    yield Passage(words.say("When it comes"), "heading")
    trigger = sentence_case(text.trigger) or words.say("When the facilitator calls it.")
    yield Passage(trigger)
    yield Passage(text.to, "small")
    if text.no_answer:
        yield Passage(text.no_answer, "small")
    if text.effects:
        yield Passage(words.say("What it does"), "heading")
        yield Passage(text.effects)
    if spec.expected:
        yield Passage(words.say("What is expected"), "heading")
        yield Passage(words.text(spec.expected))
