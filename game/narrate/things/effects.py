"""Effects in a few words each: what a card or an answer will do (RULES 10)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from game.content.schema import effects as schema
from game.content.schema.effects import AreaPick, Effect
from game.narrate.language import mark
from game.narrate.things.conditions import condition_words
from game.narrate.things.modifiers import modifier_effect, route_change
from game.narrate.words import TRACK_NAMES, Words, signed

PICKS: Mapping[str, str] = {
    "target": mark("in that area"),
    "second": mark("in the second area"),
    "all": mark("in every area that fits"),
    "neighbours": mark("in the neighbouring areas"),
}


def effect_words(words: Words, effect: Effect) -> str:
    """One effect as a phrase: "Cohesion **−1**"."""
    said = _PHRASES[type(effect)](words, effect)
    chance = effect.chance
    if chance is not None:
        said = words.say("on a die of {number} or less: {effect}", number=chance, effect=said)
    if effect.if_ is not None:
        condition = condition_words(words, effect.if_)
        said = words.say("{effect} if {condition}", effect=said, condition=condition)
    return said


def effects_words(words: Words, effects: Iterable[Effect]) -> str:
    """Several effects as one phrase; empty for none."""
    return "; ".join(effect_words(words, effect) for effect in effects)


def area_words(words: Words, pick: AreaPick) -> str:
    """Where an effect happens: "in Northwest", "in 2 areas at random"."""
    if pick.area is not None:
        return words.say("in {area}", area=words.area(words.campaign.area_ix[pick.area]))
    if pick.pick == "random":
        return words.many("in {number} area at random", "in {number} areas at random", pick.count)
    return words.say(PICKS[pick.pick])


def _track(words: Words, effect: schema.TrackEffect) -> str:
    name = words.say(TRACK_NAMES[effect.track])
    return words.say("{track} **{number}**", track=name, number=signed(effect.by))


def _money(template: str) -> Callable[[Words, Any], str]:
    def phrase(words: Words, effect: Any) -> str:
        change = words.say(template, number=signed(effect.by))
        if effect.seat is None or effect.seat not in words.campaign.seat_ix:
            return change
        seat = words.seat(words.campaign.seat_ix[effect.seat])
        return words.say("{seat}: {change}", seat=seat, change=change)

    return phrase


def _kind(words: Words, effect: Any, count: int = 1) -> str:
    if effect.piece is None:
        return words.many("**{number} piece**", "**{number} pieces**", count)
    kind = words.campaign.kind_ix[effect.piece]
    name = words.kind(kind) if count == 1 else words.kinds(kind)
    return f"**{count} {name}**"


def _deploy(words: Words, effect: schema.DeployEffect) -> str:
    kind = words.kind(words.campaign.kind_ix[effect.unit])
    where = area_words(words, effect.where)
    return words.say("place **{unit}** {where}", unit=kind, where=where)


def _remove(words: Words, effect: schema.RemoveEffect) -> str:
    if effect.pick == "target" or (effect.piece is None and effect.where.pick == "target"):
        return words.say("remove the piece")
    pieces = _kind(words, effect, effect.count)
    return words.say("remove {pieces}", pieces=pieces)


def _move(words: Words, effect: schema.MoveEffect) -> str:
    return words.say("the piece moves to a neighbouring area")


def _expose(words: Words, effect: schema.ExposeEffect) -> str:
    return words.say(
        "expose {pieces} {where}",
        pieces=_kind(words, effect, effect.count),
        where=area_words(words, effect.where),
    )


def _hide(words: Words, effect: schema.HideEffect) -> str:
    return words.say(
        "hide {pieces} {where}",
        pieces=_kind(words, effect, effect.count),
        where=area_words(words, effect.where),
    )


def _route_name(words: Words, route: str | None) -> str:
    if route is None:
        return words.say("that route")
    return words.route(words.campaign.route_ix[route])


def _route_open(words: Words, effect: schema.RouteOpenEffect) -> str:
    return words.say("open {route}", route=_route_name(words, effect.route))


def _route_close(words: Words, effect: schema.RouteCloseEffect) -> str:
    return words.say("close {route}", route=_route_name(words, effect.route))


def _route_mod(words: Words, effect: schema.RouteModEffect) -> str:
    parts = [route_change(words, effect.detect, effect.endgame, effect.cost)]
    if effect.heat:
        parts.append(words.say("heat **{number}**", number=signed(effect.heat)))
    change = words.all_of([part for part in parts if part])
    return words.say("{change} on {route}", change=change, route=_route_name(words, effect.route))


def _area_gov(words: Words, effect: schema.AreaGovEffect) -> str:
    where = area_words(words, effect.where)
    return words.say("governance **{number}** {where}", number=signed(effect.by), where=where)


def _area_violence(words: Words, effect: schema.AreaViolenceEffect) -> str:
    where = area_words(words, effect.where)
    return words.say("violence **{number}** {where}", number=signed(effect.by), where=where)


def _unlock(words: Words, effect: schema.UnlockEffect) -> str:
    return words.say("opens {card}", card=words.card(words.campaign.card_ix[effect.card]))


def _repeal(words: Words, effect: schema.RepealEffect) -> str:
    return words.say("ends {card}", card=words.card(words.campaign.card_ix[effect.card]))


def _draw(words: Words, effect: schema.DrawEffect) -> str:
    if effect.card is not None:
        return words.say("draw {card}", card=words.card(words.campaign.card_ix[effect.card]))
    return words.many("draw **{number} card**", "draw **{number} cards**", effect.count)


def _inject(words: Words, effect: schema.InjectEffect) -> str:
    title = words.inject(words.campaign.inject_ix[effect.inject])
    return words.say("then: {inject}", inject=title)


def _case(words: Words, effect: schema.CaseEffect) -> str:
    number = signed(effect.by)
    return words.many("**{change} Case**", "**{change} Cases**", abs(effect.by), change=number)


def _message(words: Words, effect: schema.MessageEffect) -> str:
    return words.text(effect.text)


def _modifier(words: Words, effect: schema.ModifierEffect) -> str:
    return modifier_effect(words, effect)


_PHRASES: dict[type, Callable[[Words, Any], str]] = {
    schema.TrackEffect: _track,
    schema.BudgetEffect: _money(mark("Budget **{number}**")),
    schema.CapitalEffect: _money(mark("Capital **{number}**")),
    schema.CashEffect: _money(mark("Cash **{number}**")),
    schema.DeployEffect: _deploy,
    schema.RemoveEffect: _remove,
    schema.MoveEffect: _move,
    schema.ExposeEffect: _expose,
    schema.HideEffect: _hide,
    schema.RouteOpenEffect: _route_open,
    schema.RouteCloseEffect: _route_close,
    schema.RouteModEffect: _route_mod,
    schema.AreaGovEffect: _area_gov,
    schema.AreaViolenceEffect: _area_violence,
    schema.ModifierEffect: _modifier,
    schema.UnlockEffect: _unlock,
    schema.RepealEffect: _repeal,
    schema.DrawEffect: _draw,
    schema.InjectEffect: _inject,
    schema.CaseEffect: _case,
    schema.MessageEffect: _message,
}
