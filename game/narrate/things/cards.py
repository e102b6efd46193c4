"""Cards in plain words: what each costs, needs, does and opens (RULES 6, 10)."""

from collections.abc import Mapping
from typing import NamedTuple

from game.content.schema.cards import Card, Cost
from game.content.schema.effects import UnlockEffect
from game.narrate.language import mark
from game.narrate.things.conditions import condition_words
from game.narrate.things.effects import effects_words
from game.narrate.things.targets import target_words
from game.narrate.things.units import authority_word
from game.narrate.words import Words, sentence_case, signed

LEVELS: Mapping[str, str] = {
    "strategic": mark("Strategic"),
    "operational": mark("Operational"),
    "tactical": mark("Tactical"),
    "inject": mark("Event"),
}
COINS: Mapping[str, str] = {
    "budget": mark("{number} Budget"),
    "capital": mark("{number} Capital"),
    "cash": mark("{number} Cash"),
}
PARTS: Mapping[str, str] = {
    "detect": mark("best D there"),
    "endgame": mark("best own E there"),
    "gov": mark("governance there"),
    "gov-minus": mark("less governance there"),
    "lab-or-cell": mark("a Lab or Cell there"),
    "advisor": mark("an advisor there"),
    "forensic": mark("a forensic advisor or prosecutor"),
    "mole": mark("a mole there"),
    "gunmen": mark("Gunmen there"),
    "violence": mark("violence there"),
    "legitimacy": mark("high Legitimacy"),
}
"""What each part of a Test's N is, on the face of a card."""


class TestText(NamedTuple):
    """A card's Test: "3/6", what it is, and what may change it."""

    odds: str
    head: str
    detail: str
    clean: str
    fail: str
    complication: str


class CardText(NamedTuple):
    """A card in words, in the order of its anatomy.

    `starts` and `lasts` are the two halves of the tempo strip; texts that do not apply are empty.
    `**bold**` may stand in `rule`, `price` and the Test's texts.
    """

    title: str
    level: str
    cost: str
    seats: tuple[str, ...]
    consent: str
    starts: str
    lasts: str
    target: str
    rule: str
    test: TestText | None
    price: str
    authority: str
    needs: tuple[str, ...]
    opens: tuple[str, ...]
    source: str
    discuss: str
    flavour: str
    fact_note: str


def level_word(words: Words, level: str) -> str:
    """A card's level: "Strategic"."""
    return words.say(LEVELS[level])


def card_text(words: Words, card: int) -> CardText:
    """A card in words."""
    spec = words.campaign.cards[card]
    starts, lasts = tempo(words, spec)
    return CardText(
        title=words.card(card),
        level=level_word(words, spec.level),
        cost=cost_words(words, spec.cost),
        seats=tuple(_seats(words, spec.seats)),
        consent=_consent(words, spec),
        starts=starts,
        lasts=lasts,
        target=target_words(words, spec.target),
        rule=words.text(spec.summary),
        test=_test(words, spec),
        price=_optional(words, spec.price),
        authority="" if spec.authority == "none" else authority_word(words, spec.authority),
        needs=needs(words, card),
        opens=tuple(words.card(one) for one in opened_by(words, card)),
        source=_source(words, spec),
        discuss=_optional(words, spec.discuss),
        flavour=_optional(words, spec.flavour),
        fact_note=_optional(words, spec.fact_note),
    )


def cost_words(words: Words, cost: Cost) -> str:
    """A price in words: "2 Budget and 1 Capital", or "free"."""
    amounts = ((template, getattr(cost, name)) for name, template in COINS.items())
    parts = [words.say(template, number=amount) for template, amount in amounts if amount]
    if cost.cases:
        parts.append(words.many("{number} Case", "{number} Cases", cost.cases))
    return words.all_of(parts) if parts else words.say("free")


def tempo(words: Words, card: Card) -> tuple[str, str]:
    """When a card starts and how long it lasts: ("Next quarter", "Until repealed")."""
    return _starts(words, card), _lasts(words, card)


def _starts(words: Words, card: Card) -> str:
    delay = card.delay if card.delay is not None else int(card.level == "strategic")
    if delay == 0:
        return words.say("Now")
    if delay == 1:
        return words.say("Next quarter")
    return words.many("In {number} quarter", "In {number} quarters", delay)


def _lasts(words: Words, card: Card) -> str:
    if card.level == "tactical":
        return words.say("Instant")
    if card.level == "operational":
        unit = words.campaign.rules.money.unit_upkeep if card.upkeep is None else card.upkeep
        if unit and any(words.tables.is_nadc(seat) for seat in _places(words, card)):
            return words.say("While upkeep {number} is paid", number=unit)
        return words.say("Until removed")
    if card.duration is None:
        return words.say("Until repealed")
    if card.duration == 0:
        return words.say("Once")
    return words.many("For {number} quarter", "For {number} quarters", card.duration)


def _places(words: Words, card: Card) -> list[int]:
    ix = words.campaign.seat_ix
    return [ix[seat] for seat in card.seats if seat in ix]


def _seats(words: Words, seats: tuple[str, ...]) -> list[str]:
    ix = words.campaign.seat_ix
    return [words.seat(ix[seat]) for seat in seats if seat in ix]


def _consent(words: Words, card: Card) -> str:
    asked = _seats(words, card.consent)
    if asked:
        return words.say("{seats} must agree, and each pays.", seats=words.all_of(asked))
    if card.join is None:
        return ""
    price = cost_words(words, Cost(budget=card.join.budget, capital=card.join.capital))
    seats = words.any_of(_seats(words, card.join.seats))
    return words.say("{seats} may join for {price}.", seats=seats, price=price) if seats else ""


def needs(words: Words, card: int) -> tuple[str, ...]:
    """What must hold before a card can be played, in short phrases."""
    spec = words.campaign.cards[card]
    openers = [words.card(one) for one in openers_of(words, card)]
    found = [words.any_of(openers)] if openers else []
    if spec.requires_text is not None:
        return (*found, words.text(spec.requires_text))
    conditions = (sentence_case(condition_words(words, one)) for one in spec.requires)
    return (*found, *conditions)


def openers_of(words: Words, card: int) -> tuple[int, ...]:
    """The cards of which one must have taken effect before this card can be played."""
    cards = words.campaign.cards
    return tuple(ix for ix, other in enumerate(cards) if cards[card].id in _unlocks(other))


def opened_by(words: Words, card: int) -> tuple[int, ...]:
    """The cards that this card opens: by unlocking them, or since they need it in effect."""
    cards = words.campaign.cards
    unlocked = _unlocks(cards[card])
    needed = f"active({cards[card].id})"
    return tuple(
        ix
        for ix, other in enumerate(cards)
        if other.id in unlocked or any(line == needed for line in other.requires)
    )


def _unlocks(card: Card) -> set[str]:
    every = (*card.on_play, *card.effects, *card.clean, *card.each_quarter)
    return {effect.card for effect in every if isinstance(effect, UnlockEffect)}


def _test(words: Words, card: Card) -> TestText | None:
    test = card.test
    if test is None:
        return None
    head = words.say("one Test for each joined seat") if test.per_joined else words.say("one Test")
    return TestText(
        odds=f"{max(1, test.base)}/6",
        head=head,
        detail=_detail(words, card),
        clean=effects_words(words, card.clean),
        fail=effects_words(words, card.on_fail),
        complication=effects_words(words, card.complication),
    )


def _detail(words: Words, card: Card) -> str:
    if card.test is None:
        return ""
    parts = [words.say(PARTS[part]) for part in card.test.add]
    detail = words.say("plus {parts}", parts=words.all_of(parts)) if parts else ""
    bonus = [
        words.say("{number} with {label}", number=signed(one.by), label=words.text(one.label))
        for one in card.test.bonus
    ]
    return ", ".join([detail, *bonus] if detail else bonus)


def _optional(words: Words, text: str | None) -> str:
    return words.text(text) if text else ""


def _source(words: Words, card: Card) -> str:
    if card.source is None:
        return ""
    return words.say(
        "{document}, {section}",
        document=words.text(card.source.document),
        section=words.text(card.source.section),
    )
