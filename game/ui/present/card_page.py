"""A card as a page of the inspector, where the tray has room for its title alone."""

from collections.abc import Iterator

from game.model.ids import CardIx
from game.narrate.things.cards import CardText, card_text
from game.ui.present.inspection import Inspection, InspectorRow
from game.ui.present.sight import Sight


def inspect_card(sight: Sight, card: CardIx) -> Inspection:
    """What a card does, what it costs, what it needs and opens."""
    text = card_text(sight.words, card)
    subtitle = sight.words.say("{level}, {cost}", level=text.level, cost=text.cost)
    return Inspection(text.title, subtitle, tuple(_rows(sight, text)))


def _rows(sight: Sight, text: CardText) -> Iterator[InspectorRow]:
    words = sight.words
    yield InspectorRow("note", text=text.rule)
    if text.test is not None:
        label, detail = words.say("Test"), f"{text.test.odds}, {text.test.head}"
        yield InspectorRow("value", label, detail)
    facts = (
        (words.say("Starts"), text.starts),
        (words.say("Lasts"), text.lasts),
        (words.say("Price"), text.price),
        (words.say("Consent"), text.consent),
        (words.say("Authority"), text.authority),
        (words.say("Needs"), ", ".join(text.needs)),
        (words.say("Opens"), ", ".join(text.opens)),
    )
    for label, value in facts:
        if value:
            yield InspectorRow("value", label, value.replace("**", ""))
