"""Injects, answers, agreement and messages in sentences."""

from game.model.events import (
    ConsentAnswered,
    InjectFired,
    OptionChosen,
    ProbeAnswered,
    ReadingChosen,
    Said,
)
from game.narrate.language import mark
from game.narrate.pen import Pen
from game.narrate.sentences.registry import says

DELIVERIES = {
    "headline": mark("**Headline: {title}.** {text}"),
    "intel": mark("**Intelligence: {title}.** {text}"),
    "call": mark("**A call: {title}.** {text}"),
    "brief": mark("**Briefing: {title}.** {text}"),
}
ANSWERS = {
    "agree": mark("{seat} agrees to {card}."),
    "refuse": mark("{seat} refuses {card}."),
    "join": mark("{seat} joins {card}."),
    "decline": mark("{seat} does not join {card}."),
    "withdraw": mark("{seat} withdraws {card}."),
}
SHARES = {
    "agree": mark("{seat} agrees to pay its share."),
    "refuse": mark("{seat} refuses to pay a share."),
    "withdraw": mark("{seat} withdraws the proposal."),
}


@says(InjectFired, "headline")
def inject_fired(pen: Pen, event: InjectFired) -> str:
    """News from outside."""
    spec = pen.words.campaign.injects[event.inject]
    pen.link("inject", event.inject)
    return pen.say(
        DELIVERIES[spec.delivery],
        title=pen.words.inject(event.inject),
        text=pen.words.text(spec.text),
    )


@says(OptionChosen, "action")
def option_chosen(pen: Pen, event: OptionChosen) -> str:
    """The answer to an inject."""
    spec = pen.words.campaign.injects[event.inject]
    pen.link("inject", event.inject)
    return pen.say(
        "{seat} answers {inject}: **{answer}**.",
        seat=pen.seat(event.seat),
        inject=pen.words.inject(event.inject),
        answer=pen.words.text(spec.options[event.option].label),
    )


@says(ProbeAnswered, "message")
def probe_answered(pen: Pen, event: ProbeAnswered) -> str:
    """An answer to a question of the tutorial."""
    return _growth(pen, event) if event.probe == "growth" else _odds(pen, event)


def _odds(pen: Pen, event: ProbeAnswered) -> str:
    route, true, _ = event.detail
    values = {"seat": pen.seat(event.seat), "route": pen.route(route), "true": true}
    if event.right:
        return pen.say("{seat} reads the odds on {route} **right**: {true} %.", **values)
    return pen.say(
        "{seat} says {answer} % for {route}. It is **{true} %**: both chances, multiplied.",
        answer=event.answer,
        **values,
    )


def _growth(pen: Pen, event: ProbeAnswered) -> str:
    values = {"seat": pen.seat(event.seat), "route": pen.route(event.answer)}
    if event.right:
        return pen.say("{seat} saw it coming: {route} grew most.", **values)
    if not event.detail:
        return pen.say("{seat} named {route}, but no route grew.", **values)
    best = pen.routes(event.detail)
    return pen.say("{seat} named {route}, but most growth was on {best}.", best=best, **values)


@says(ConsentAnswered)
def consent_answered(pen: Pen, event: ConsentAnswered) -> str | None:
    """A seat's word on a proposal."""
    if event.card < 0:
        template = SHARES.get(event.verb)
        return pen.say(template, seat=pen.seat(event.seat)) if template else None
    seat, card = pen.seat(event.seat), pen.card(event.card)
    return pen.say(ANSWERS[event.verb], seat=seat, card=card)


@says(Said, "message")
def said(pen: Pen, event: Said) -> str:
    """A message to the room, or a bot's reason."""
    text = pen.words.text(event.text)
    if event.kind == "why":
        return pen.say("Reason: {reason}", reason=text)
    return text


@says(ReadingChosen)
def reading_chosen(pen: Pen, event: ReadingChosen) -> str:
    """Which reading of contested evidence holds."""
    dual = pen.words.campaign.cards[event.card].dual or {}
    text = next((one for side, one in dual.items() if side == event.reading), "")
    return pen.say(
        "{seat} chooses how {card} is read: {reading}",
        seat=pen.seat(event.seat),
        card=pen.card(event.card),
        reading=pen.words.text(text),
    )
