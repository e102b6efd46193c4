"""The face of a card: the words and numbers of its anatomy, ready to be drawn."""

from game.content.schema.cards import Card, Cost
from game.content.schema.injects import Inject
from game.content.schema.units import PieceKind
from game.model.ids import CardIx, InjectIx
from game.narrate.things.cards import LEVELS, CardText, card_text
from game.narrate.things.units import unit_line
from game.narrate.words import Words
from game.ui.widgets.card_face import Authority, CardFace, CardOption, Picture, TestLine
from game.ui.widgets.marks import Cost as Price

_COINS = (("budget", "budget"), ("capital", "capital"), ("cash", "cash"), ("cases", "case"))
_TREASURY = "TREAS"


def card_face(words: Words, card: CardIx) -> CardFace:
    """The face of a card of the campaign, as it stands in the browser."""
    spec = words.campaign.cards[card]
    text = card_text(words, card)
    return CardFace(
        title=text.title,
        level=spec.level,
        rule=text.rule,
        level_word=text.level,
        cost=price_of(spec.cost),
        free=words.say("free"),
        seats=styles_of(words, spec.seats),
        starts=text.starts,
        lasts=text.lasts,
        picture=_picture(words, spec, text),
        test=_test(text),
        price=text.price,
        question=text.discuss,
        authority=(Authority(_capital(text.authority)),) if text.authority else (),
        needs=_capital(", ".join(text.needs)),
        opens=", ".join(text.opens),
        opens_word=words.say("Opens"),
        source=words.say("Source: {source}", source=text.source) if text.source else "",
    )


def inject_face(words: Words, inject: InjectIx) -> CardFace:
    """The face of an inject, its answers included."""
    spec = words.campaign.injects[inject]
    return CardFace(
        title=words.inject(inject),
        level="inject",
        rule=words.text(spec.text),
        level_word=words.say(LEVELS["inject"]),
        seats=styles_of(words, spec.to),
        starts=_deadline(words, spec),
        options=tuple(
            CardOption(words.text(one.label), words.text(one.note) if one.note else "")
            for one in spec.options
        ),
        question=words.text(spec.discuss) if spec.discuss else "",
        source=_source(words, spec),
    )


def price_of(cost: Cost) -> tuple[Price, ...]:
    """A cost as numbers before coins; empty when free."""
    amounts = ((getattr(cost, name), coin) for name, coin in _COINS)
    return tuple(Price(amount, coin) for amount, coin in amounts if amount)


def styles_of(words: Words, seats: tuple[str, ...]) -> tuple[str, ...]:
    """The looks of seats by their ids; those not in play are left out."""
    campaign = words.campaign
    places = (campaign.seat_ix[seat] for seat in seats if seat in campaign.seat_ix)
    return tuple(campaign.seats[place].style for place in places)


def _picture(words: Words, spec: Card, text: CardText) -> Picture | None:
    unit = _unit(words, spec)
    if unit is not None:
        ix, kind = unit
        return Picture(words.kind(ix), unit_line(words, ix), symbol=kind.symbol)
    if text.target:
        return Picture(_capital(text.target), text.consent, glyph="search")
    if text.consent:
        return Picture(words.say("The coalition"), text.consent, glyph="people")
    return None


def _unit(words: Words, spec: Card) -> tuple[int, PieceKind] | None:
    """The kind of piece that a card puts down, when it does."""
    for effect in (*spec.on_play, *spec.effects):
        if effect.do == "deploy":
            ix = words.campaign.kind_ix[effect.unit]
            return ix, words.campaign.kinds[ix]
    return None


def _test(text: CardText) -> TestLine | None:
    if text.test is None:
        return None
    more = text.test.detail or text.test.clean
    return TestLine(text.test.odds, text.test.head, more)


def _deadline(words: Words, spec: Inject) -> str:
    if not spec.options:
        return words.say("Now")
    return words.say("Decide in {seconds} s", seconds=spec.time_s)


def _source(words: Words, spec: Inject) -> str:
    if spec.source is None:
        return ""
    return words.say("Source: {source}", source=words.text(spec.source.document))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
