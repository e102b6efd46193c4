"""What the inspector shows while nothing is looked at: the phase, the caucus, or the plan."""

from game.model.ids import NO_ROUTE, SeatIx
from game.model.view import SeatView
from game.narrate.choices.actions import action_label
from game.narrate.things.phases import phase_title, phase_what
from game.ui.present.caucus import caucus_page
from game.ui.present.inspection import Inspection, InspectorRow
from game.ui.present.sight import Sight

_CAUCUS_QUESTIONS = ("agree", "join", "fund")


def default_page(sight: Sight, seat: SeatIx) -> Inspection:
    """The page of the moment for a seat; -1 for nobody."""
    view = sight.view
    if view.phase == "strategic" or (
        view.pending is not None and view.pending.kind in _CAUCUS_QUESTIONS
    ):
        return caucus_page(sight)
    if seat >= 0 and view.phase == "red-plan":
        return _plan_page(sight, sight.means[seat])
    return _phase_page(sight, seat)


def _phase_page(sight: Sight, seat: SeatIx) -> Inspection:
    words, phase = sight.words, sight.view.phase
    rows = [InspectorRow("note", text=phase_what(words, phase))]
    if seat >= 0:
        spec = sight.campaign.seats[seat]
        rows.append(InspectorRow("rule"))
        rows.append(InspectorRow("head", words.say("You want")))
        rows.append(InspectorRow("note", text=_sentence(words.text(spec.wants))))
        if sight.means[seat].ready > 0:
            text = words.say("You hold a Ready marker: +1 on one Test.")
            rows.append(InspectorRow("note", text=text))
    rows.append(InspectorRow("rule"))
    hint = words.say("Point at a place, a unit or a track to read about it here.")
    rows.append(InspectorRow("note", text=hint))
    return Inspection(phase_title(words, phase), _subtitle(sight), tuple(rows))


def _subtitle(sight: Sight) -> str:
    quarters = sight.campaign.frame.quarters
    quarter = max(1, sight.view.quarter)
    return sight.words.say("Quarter {quarter} of {quarters}", quarter=quarter, quarters=quarters)


def _plan_page(sight: Sight, means: SeatView) -> Inspection:
    words = sight.words
    limits = sight.campaign.rules.limits
    rows = []
    for place, action in enumerate(means.plans):
        label = words.say("{number}. {play}", number=place + 1, play=action_label(words, action))
        sign = "check" if place < limits.plays_executed else ""
        rows.append(InspectorRow("thing", label, "", sign=sign))
    if not rows:
        empty = words.say("No plays yet: pick a card or a basic play below.")
        rows.append(InspectorRow("note", text=empty))
    rows += [InspectorRow("note", text=text) for text in _flow_orders(sight, means)]
    rows.append(InspectorRow("rule"))
    most = words.say(
        "The first {executed} that you can pay are carried out in Red reveal.",
        executed=limits.plays_executed,
    )
    rows.append(InspectorRow("note", text=most))
    rows.append(InspectorRow("value", words.say("Cash"), str(max(0, means.cash))))
    rows.append(InspectorRow("value", words.say("Stash"), str(max(0, means.stash))))
    rows.append(InspectorRow("value", words.say("Banked"), str(max(0, means.bank))))
    return Inspection(words.say("Your plan"), words.say("hidden from everybody else"), tuple(rows))


def _flow_orders(sight: Sight, means: SeatView) -> list[str]:
    """What the seat has said for the next Flow, in sentences."""
    words, found = sight.words, []
    if means.pins:
        routes = words.all_of([words.route(one) for one in means.pins])
        found.append(words.say("Pinned loads use {routes}.", routes=routes))
    named = [words.route(one) for one in means.wakes if one != NO_ROUTE]
    if named:
        routes = words.all_of(named)
        found.append(words.say("After losses, first opened: {routes}.", routes=routes))
    if NO_ROUTE in means.wakes:
        found.append(words.say("No other route is opened."))
    return found


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
