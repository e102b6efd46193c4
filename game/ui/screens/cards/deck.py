"""What the browser shows: every card and inject of a campaign, by level and seat."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.model.ids import CardIx, InjectIx
from game.narrate.things.cards import LEVELS, card_text
from game.narrate.words import Words
from game.ui.present.faces import card_face, inject_face
from game.ui.widgets.boxes import Passage
from game.ui.widgets.card_face import CardFace

ALL = "all"
INJECT = "inject"


@dataclass(frozen=True, slots=True)
class DeckCard:
    """A card or inject with its face; `seats` are ids, none meaning the whole room."""

    id: str
    level: str
    seats: tuple[str, ...]
    face: CardFace
    notes: tuple[Passage, ...]

    def is_for(self, level: str, seat: str) -> bool:
        """Whether it belongs to a choice of level and seat.

        Injects show under their own level alone, since they give away what may come.
        """
        right_level = self.level != INJECT if level == ALL else self.level == level
        return right_level and (seat == ALL or not self.seats or seat in self.seats)


def deck_of(words: Words) -> tuple[DeckCard, ...]:
    """Every card in order of level, then every inject."""
    campaign = words.campaign
    cards = [_card(words, CardIx(ix)) for ix in range(len(campaign.cards))]
    order = list(LEVELS)
    cards.sort(key=lambda card: order.index(card.level))
    return (*cards, *(_inject(words, InjectIx(ix)) for ix in range(len(campaign.injects))))


def levels_in(deck: Iterable[DeckCard]) -> tuple[str, ...]:
    """The levels that occur, in order."""
    found = {card.level for card in deck}
    return tuple(level for level in LEVELS if level in found)


def _card(words: Words, card: CardIx) -> DeckCard:
    spec = words.campaign.cards[card]
    notes = tuple(_card_notes(words, card))
    return DeckCard(f"card-{spec.id}", spec.level, spec.seats, card_face(words, card), notes)


def _card_notes(words: Words, card: CardIx) -> Iterable[Passage]:
    """What the face has no room for: outcomes of its Test, a line of colour, the record."""
    text = card_text(words, card)
    if text.flavour:
        yield Passage(text.flavour, "quote")
    if text.discuss:
        yield Passage(words.say("To discuss"), "heading")
        yield Passage(text.discuss)
    if text.test is not None:
        outcomes = (
            (words.say("On a 1"), text.test.clean),
            (words.say("When it fails"), text.test.fail),
            (words.say("On a 6"), text.test.complication),
        )
        yield Passage(words.say("The Test"), "heading")
        yield Passage(words.say("{head}, {odds}.", head=text.test.head, odds=text.test.odds))
        for name, said in outcomes:
            if said:
                yield Passage(f"**{name}:** {said}", "bullet")
    yield from _record(words, text.source, text.fact_note)


def _inject(words: Words, inject: InjectIx) -> DeckCard:
    spec = words.campaign.injects[inject]
    face = inject_face(words, inject)
    notes: list[Passage] = []
    if spec.discuss:
        notes += [Passage(words.say("To discuss"), "heading"), Passage(words.text(spec.discuss))]
    source = ""
    if spec.source is not None:
        document, section = words.text(spec.source.document), words.text(spec.source.section)
        source = words.say("{document}, {section}", document=document, section=section)
    notes += _record(words, source, words.text(spec.fact_note) if spec.fact_note else "")
    return DeckCard(f"inject-{spec.id}", INJECT, spec.to, face, tuple(notes))


def _record(words: Words, source: str, fact_note: str) -> Iterable[Passage]:
    if source:
        yield Passage(words.say("Source"), "heading")
        yield Passage(source)
    if fact_note:
        yield Passage(words.say("Where the public record differs"), "heading")
        yield Passage(fact_note)
