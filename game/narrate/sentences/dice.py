"""Dice in sentences. What nobody could know before the roll is not told after it either."""

from game.content.schema.rules import Tests
from game.model.events import DieRolled, TestRolled
from game.model.ids import NO_AREA, NO_CARD, ref_kind
from game.narrate.choices.odds import odds_phrase
from game.narrate.language import mark
from game.narrate.pen import Pen
from game.narrate.sentences.registry import says
from game.narrate.words import sentence_case, signed

CLEAN, COMPLICATION = 1, 6

OUTCOMES = {
    "clean": mark("{lead}, {odds}: rolled **{rolled}**, a clean success."),
    "success": mark("{lead}, {odds}: rolled **{rolled}**, a success."),
    "fail": mark("{lead}, {odds}: rolled **{rolled}**, no success."),
    "complication": mark("{lead}, {odds}: rolled **{rolled}**, a failure with a complication."),
    "helped": mark(
        "{lead}, as it seemed {odds}: rolled **{rolled}**, and unknown factors made it a success."
    ),
    "hindered": mark(
        "{lead}, as it seemed {odds}: rolled **{rolled}**, but unknown factors made it fail."
    ),
}

TESTS = {
    "surveil": mark("Surveil"),
    "raid": mark("Raid"),
    "case": mark("Build case"),
    "govern": mark("Govern"),
    "bribe": mark("Bribe"),
    "intimidate": mark("Intimidate"),
}
"""A Test's name, where nothing before it tells what it is for."""
ANY_TEST = mark("Test")

DICE = {
    "spillover": (
        mark("Violence may spill over in {area}, {odds}: rolled **{rolled}**, and it does."),
        mark("Violence may spill over in {area}, {odds}: rolled **{rolled}**, and it does not."),
    ),
    "violence-check": (
        mark(
            "Violence may wear down governance in {area}, {odds}: rolled **{rolled}**, and it does."
        ),
        mark(
            "Violence may wear down governance in {area}, {odds}: rolled **{rolled}**, "
            "and it does not."
        ),
    ),
    "effect": (
        mark("{card} may bring more, {odds}: rolled **{rolled}**, and it does."),
        mark("{card} may bring more, {odds}: rolled **{rolled}**, and it does not."),
    ),
}
"""What a plain die decides: how it is told when it happens, and when it does not."""
ANY_DIE = (
    mark("More may follow, {odds}: rolled **{rolled}**, and it does."),
    mark("More may follow, {odds}: rolled **{rolled}**, and it does not."),
)


def shown_needed(tests: Tests, event: TestRolled) -> int:
    """N as everybody could see it before the roll."""
    total = event.base + sum(number for _, number in event.mods)
    return min(tests.highest, max(tests.lowest, total))


def outcome(tests: Tests, event: TestRolled) -> str:
    """How a roll reads against the N that was shown: a key of `OUTCOMES`."""
    shown = shown_needed(tests, event)
    if event.rolled >= COMPLICATION:
        return "complication"
    if event.rolled == CLEAN and event.success:
        return "clean"
    if event.success:
        return "success" if event.rolled <= shown else "helped"
    return "fail" if event.rolled > shown else "hindered"


@says(TestRolled, "action")
def test_rolled(pen: Pen, event: TestRolled) -> str:
    """A Test whose occasion is not told just before."""
    return test_of(pen, event, _lead(pen, event))


def test_of(pen: Pen, event: TestRolled, lead: str) -> str:
    """A Test after the clause that led to it."""
    tests = pen.words.campaign.rules.tests
    said = pen.say(
        OUTCOMES[outcome(tests, event)],
        lead=sentence_case(lead),
        odds=odds_phrase(pen.words, shown_needed(tests, event)),
        rolled=event.rolled,
    )
    if pen.moment.mask == 0 and event.hidden:
        hidden = pen.say("Hidden factors: {number}.", number=signed(event.hidden))
        return f"{said} {hidden}"
    return said


def _lead(pen: Pen, event: TestRolled) -> str:
    if event.card != NO_CARD:
        name = pen.card(event.card)
    else:
        name = f"**{pen.say(TESTS.get(event.what, ANY_TEST))}**"
    if ref_kind(event.target) in ("area", "route", "piece"):
        return pen.say("{test} on {target}", test=name, target=pen.ref(event.target))
    return name


@says(DieRolled)
def die_rolled(pen: Pen, event: DieRolled) -> str:
    """A plain die."""
    happens, rolled = event.rolled <= event.needed, event.rolled
    pair = DICE.get(event.what, ANY_DIE)
    area = pen.area(event.area) if event.area != NO_AREA else ""
    card = pen.card(event.card) if event.card != NO_CARD else ""
    if ("{area}" in pair[0] and not area) or ("{card}" in pair[0] and not card):
        pair = ANY_DIE
    odds = odds_phrase(pen.words, event.needed)
    return pen.say(pair[0] if happens else pair[1], area=area, card=card, odds=odds, rolled=rolled)
