"""Dice in sentences. What nobody could know before the roll is not told after it either."""

from game.content.schema.rules import Tests
from game.model.events import DieRolled, TestRolled
from game.model.ids import NO_AREA, NO_CARD, ref_kind
from game.narrate.language import mark
from game.narrate.pen import Pen
from game.narrate.sentences.registry import says
from game.narrate.words import sentence_case, signed

CLEAN, COMPLICATION = 1, 6

OUTCOMES = {
    "clean": mark("{lead}: needed {needed} or less, rolled **{rolled}**, a clean success."),
    "success": mark("{lead}: needed {needed} or less, rolled **{rolled}**, a success."),
    "fail": mark("{lead}: needed {needed} or less, rolled **{rolled}**, no success."),
    "complication": mark(
        "{lead}: needed {needed} or less, rolled **{rolled}**, a failure with a complication."
    ),
    "helped": mark(
        "{lead}: seemed to need {needed} or less, rolled **{rolled}**, "
        "and unknown factors made it a success."
    ),
    "hindered": mark(
        "{lead}: seemed to need {needed} or less, rolled **{rolled}**, "
        "but unknown factors made it fail."
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
    "spillover": mark("Violence may spill over in {area}: {needed} or less, rolled **{rolled}**."),
    "violence-check": mark("Violence wears down {area}: {needed} or less, rolled **{rolled}**."),
    "effect": mark("{card} leaves it to a die: {needed} or less, rolled **{rolled}**."),
}
ANY_DIE = mark("A die is rolled: {needed} or less, rolled **{rolled}**.")


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
        needed=shown_needed(tests, event),
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
    needed, rolled = event.needed, event.rolled
    template = DICE.get(event.what, ANY_DIE)
    area = pen.area(event.area) if event.area != NO_AREA else ""
    card = pen.card(event.card) if event.card != NO_CARD else ""
    if ("{area}" in template and not area) or ("{card}" in template and not card):
        template = ANY_DIE
    return pen.say(template, area=area, card=card, needed=needed, rolled=rolled)
