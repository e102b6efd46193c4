"""campaign.yaml: values that contradict one another, and moments that never come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.content.checks.guide import ways_of
from game.content.positions import Step
from game.content.problems import Problem, report, say
from game.content.whole import Whole


def contradictions(whole: Whole) -> Iterator[Problem]:
    """An order that is not that of the seats, a side that is missing, pairs the wrong way round."""
    frame = whole.frame
    missing = [seat.id for seat in frame.seats if seat.id not in frame.order]
    if missing:
        says = say("`order` leaves out {seats}.", seats=", ".join(f"`{seat}`" for seat in missing))
        order = ", ".join(dict.fromkeys([*frame.order, *missing]))
        fix = say("Write every seat once, the first to begin first: [{order}].", order=order)
        yield report("N801", whole.draft.frame_place("order"), says, fix)
    sides = {seat.side for seat in frame.seats}
    for side in ("nadc", "red"):
        if side not in sides:
            says = say("There is no seat of the side {side}.", side=side)
            fix = say("Add a seat with `side: {side}`.", side=side)
            yield report("N802", whole.draft.frame_place("seats"), says, fix)
    yield from _reversed(whole)
    yield from _idle_margins(whole)
    yield from _consent(whole)


def _reversed(whole: Whole) -> Iterator[Problem]:
    rules = whole.frame.rules
    pairs: tuple[tuple[int, int, tuple[Step, ...]], ...] = (
        (*whole.frame.minutes, ("minutes",)),
        (rules.tests.lowest, rules.tests.highest, ("rules", "tests", "lowest")),
        (
            rules.limits.rotating_least,
            rules.limits.rotating_most,
            ("rules", "limits", "rotating_least"),
        ),
        (
            rules.flow.undetected_good,
            rules.flow.undetected_bad - 1,
            ("rules", "flow", "undetected_good"),
        ),
        (
            rules.thresholds.legitimacy_low,
            rules.thresholds.legitimacy_high,
            ("rules", "thresholds", "legitimacy_low"),
        ),
    )
    for low, high, path in pairs:
        if low > high:
            says = say("{low} is larger than {high}, but must not be.", low=low, high=high)
            fix = say("Exchange the two values, or mend one of them.")
            yield report("N803", whole.draft.frame_place(*path), says, fix)


_MARGIN_KEYS: Mapping[str, tuple[str, ...]] = {
    "us": ("harm", "border"),
    "mexico": ("gov", "gov_step", "sovereignty"),
    "canada": ("cohesion", "legitimacy", "fronts"),
    "cartel": ("bank", "reach"),
}
"""The keys that count for each kind of margin, besides `kind`."""


def _idle_margins(whole: Whole) -> Iterator[Problem]:
    """Keys of a margin that its kind does not look at."""
    for index, seat in enumerate(whole.frame.seats):
        margin = seat.margin
        keys = _MARGIN_KEYS.get(margin.kind, ())
        for key, field in type(margin).model_fields.items():
            # The usual value, written out, misleads nobody.
            if key == "kind" or key in keys or getattr(margin, key) == field.default:
                continue
            says = say(
                "A margin of the kind {kind} does not look at `{key}`.", kind=margin.kind, key=key
            )
            fix = (
                say("Its keys are: {words}. Remove this one.", words=", ".join(keys))
                if keys
                else say("It has no keys besides `kind`. Remove this one.")
            )
            place = whole.draft.frame_place("seats", index, "margin", key)
            yield report("N812", place, says, fix)


def _consent(whole: Whole) -> Iterator[Problem]:
    setters: dict[str, str] = {}
    for index, seat in enumerate(whole.frame.seats):
        if not seat.sets_consent:
            continue
        place = whole.draft.frame_place("seats", index, "sets_consent")
        if seat.country == "none":
            says = say("`{seat}` sets Consent but governs no country.", seat=seat.id)
            yield report("N804", place, says, say("Give it a `country`."))
        other = setters.setdefault(seat.country, seat.id)
        if other != seat.id:
            says = say("`{other}` already sets Consent in the same country.", other=other)
            yield report("N804", place, says, say("Keep `sets_consent` at one of the two."))


def moments(whole: Whole) -> Iterator[Problem]:
    """Quarters that the campaign does not have."""
    last = whole.frame.quarters
    for quarter, path in _moments(whole):
        if quarter > last:
            says = say(
                "The campaign has {last} quarters; quarter {quarter} never comes.",
                last=last,
                quarter=quarter,
            )
            fix = say("Name an earlier quarter, or raise `quarters`.")
            yield report("N805", whole.draft.frame_place(*path), says, fix)
    for index, step in enumerate(whole.frame.guide):
        for done, path in ways_of(step):
            if not (done.ok or done.verb or done.card or done.look or done.question):
                says = say("Nothing completes the step `{step}`.", step=step.id)
                fix = say(
                    "Give `done` one of the keys `verb`, `card`, `question`, `look` and `ok`."
                )
                yield report("N806", whole.draft.frame_place("guide", index, *path), says, fix)


def _moments(whole: Whole) -> Iterator[tuple[int, tuple[Step, ...]]]:
    frame = whole.frame
    for index, quarter in enumerate(frame.reviews):
        yield quarter, ("reviews", index)
    for index, objective in enumerate(frame.objectives):
        yield objective.from_quarter, ("objectives", index, "from_quarter")
    for index, step in enumerate(frame.guide):
        yield step.quarter, ("guide", index, "quarter")
    if frame.fork is not None:
        yield frame.fork.from_quarter, ("fork", "from_quarter")
