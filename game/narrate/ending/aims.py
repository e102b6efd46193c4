"""What counts for each seat at the end, before anything has been played (RULES 14)."""

from collections.abc import Callable, Mapping

from game.content.schema.campaign import Margin
from game.narrate.words import MINUS, Words


def aim(words: Words, seat: int) -> str:
    """The sum that a seat is graded by, with its targets; empty for a seat without one."""
    spec = words.campaign.seats[seat].margin
    writer = _AIMS.get(spec.kind)
    if writer is None:
        return ""
    return words.say("At the end: **{sum}**. +1 or more is success.", sum=writer(words, spec))


def _us(words: Words, spec: Margin) -> str:
    return words.say("({target} − Harm) + (Border − 5)", target=spec.harm)


def _mexico(words: Words, spec: Margin) -> str:
    if not spec.gov:
        return words.say("governance/2 + (Sovereignty − 5)")
    target = f"+ {-spec.gov}" if spec.gov < 0 else f"{MINUS} {spec.gov}"
    return words.say("(governance {less_target})/2 + (Sovereignty − 5)", less_target=target)


def _canada(words: Words, spec: Margin) -> str:
    return words.say("(Cohesion − 6) + (Legitimacy − 6) + 2 − Fronts nearby")


def _cartel(words: Words, spec: Margin) -> str:
    return words.say(
        "the lower of (banked Cash − {bank}) and (Reach − {reach})",
        bank=spec.bank,
        reach=spec.reach,
    )


_AIMS: Mapping[str, Callable[[Words, Margin], str]] = {
    "us": _us,
    "mexico": _mexico,
    "canada": _canada,
    "cartel": _cartel,
}
