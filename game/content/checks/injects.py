"""Injects: each has one trigger that comes about, ends, and can be answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.content.conditions import Comparison, Condition, read_condition
from game.content.problems import Problem, report, say
from game.content.ranges import Ranges
from game.content.schema.effects import InjectEffect
from game.content.schema.injects import Inject
from game.content.whole import Whole, effects_of_inject


def triggers(whole: Whole) -> Iterator[Problem]:
    """Injects with no trigger or several."""
    for index, inject in enumerate(whole.injects):
        given = _given(inject)
        if len(given) == 1:
            continue
        says = (
            say("The inject `{id}` has more than one trigger.", id=inject.id)
            if given
            else say("The inject `{id}` has no trigger.", id=inject.id)
        )
        fix = say("Write one of the keys `at`, `when`, `table` and `manual: true`.")
        yield report("N701", whole.at("injects", index, "trigger"), says, fix)


def _given(inject: Inject) -> list[str]:
    trigger = inject.trigger
    given = {
        "at": trigger.at is not None,
        "when": trigger.when is not None,
        "table": bool(trigger.table),
        "manual": trigger.manual,
    }
    return [key for key, is_given in given.items() if is_given]


def answers(whole: Whole) -> Iterator[Problem]:
    """Options of which none or several are the default, and answers by nobody present."""
    for index, inject in enumerate(whole.injects):
        defaults = [place for place, option in enumerate(inject.options) if option.default]
        if inject.options and not defaults:
            says = say("No option is marked as the one taken when nobody answers.")
            fix = say("Add `default: true` to one of the options.")
            yield report("N704", whole.at("injects", index, "options"), says, fix)
        for place in defaults[1:]:
            says = say("Another option is already marked `default`.")
            fix = say("Keep the mark at one of them.")
            yield report("N704", whole.at("injects", index, "options", place, "default"), says, fix)
        if inject.answered_by and inject.to and inject.answered_by not in inject.to:
            says = say(
                "`{seat}` answers, but the inject does not reach it.", seat=inject.answered_by
            )
            yield report("N705", whole.at("injects", index, "answered_by"), says, _REACH)
    yield from _at_once(whole)


_REACH = say("Add the seat to `to`, or let another one answer.")


def _at_once(whole: Whole) -> Iterator[Problem]:
    """Injects that bring themselves into play again in the same moment, without end."""
    index_of = {inject.id: index for index, inject in enumerate(whole.injects)}
    onward: dict[str, list[str]] = {}
    for inject in whole.injects:
        brought = (e.inject for e in inject.effects if isinstance(e, InjectEffect))
        onward[inject.id] = [name for name in brought if name in index_of]
    for name in _in_circles(onward):
        if all(whole.injects[index_of[other]].repeat for other in (name, *onward[name])):
            says = say("The inject `{id}` brings itself into play again without end.", id=name)
            yield report("N703", whole.at("injects", index_of[name], "effects"), says, _END)


_END = say("Remove `repeat: true` from one inject of the circle, or break the circle.")


def _in_circles(onward: Mapping[str, list[str]]) -> list[str]:
    """The names from which a way leads back to themselves, in listed order."""
    found = []
    for start in onward:
        reached: set[str] = set()
        ahead = list(onward[start])
        while ahead:
            name = ahead.pop()
            if name not in reached:
                reached.add(name)
                ahead.extend(onward.get(name, ()))
        if start in reached:
            found.append(start)
    return found


def silent(whole: Whole) -> Iterator[Problem]:
    """Injects that never fire."""
    ranges = Ranges(whole)
    for index, inject in enumerate(whole.injects):
        at = inject.trigger.at
        if at is None:
            when = inject.trigger.when
            if when is not None and not whole.is_own("injects", index):
                yield from _never(whole, index, read_condition(when), ranges)
            continue
        if at.quarter > whole.frame.quarters:
            says = say(
                "The inject `{id}` never fires: the campaign has {last} quarters.",
                id=inject.id,
                last=whole.frame.quarters,
            )
            fix = say("Name an earlier quarter, or raise `quarters` in campaign.yaml.")
            yield report("N702", whole.at("injects", index, "trigger", "at", "quarter"), says, fix)
        elif at.phase == "review" and at.quarter not in whole.frame.reviews:
            says = say(
                "The inject `{id}` never fires: quarter {quarter} has no Review.",
                id=inject.id,
                quarter=at.quarter,
            )
            fix = say("Add the quarter to `reviews` in campaign.yaml.")
            yield report("N702", whole.at("injects", index, "trigger", "at", "phase"), says, fix)


def twice(whole: Whole) -> Iterator[Problem]:
    """Injects that a table, an answer or an effect calls, and that come by themselves as well."""
    callers: dict[str, str] = {}
    for inject in whole.injects:
        rows = [row.inject for row in inject.trigger.table]
        chained = [option.chain for option in inject.options]
        effects = [e.inject for _, e in effects_of_inject(inject) if isinstance(e, InjectEffect)]
        for name in (*rows, *chained, *effects):
            if name is not None:
                callers.setdefault(name, inject.id)
    for index, inject in enumerate(whole.injects):
        comes_by_itself = bool(_given(inject)) and not inject.trigger.manual
        if inject.id in callers and comes_by_itself and not inject.repeat:
            says = say(
                "`{caller}` calls this inject, but it also comes by itself, and then not again.",
                caller=callers[inject.id],
            )
            fix = say("Write `trigger: {manual: true}`.")
            yield report("N707", whole.at("injects", index, "trigger"), says, fix)


def _never(whole: Whole, index: int, when: Condition, ranges: Ranges) -> Iterator[Problem]:
    """A library's inject whose condition cannot come about in this campaign."""
    if isinstance(when, Comparison) and ranges.outcome(when) is False:
        name = whole.injects[index].id
        says = say("The inject `{id}` never fires in this campaign.", id=name)
        fix = say("Its condition `{condition}` can never hold.", condition=when)
        place = whole.taken("injects", index) or whole.at("injects", index, "trigger", "when")
        yield report("N702", place, says, fix)


def endless(whole: Whole) -> Iterator[Problem]:
    """Injects that repeat and whose condition always holds, and circles of chains that repeat."""
    ranges = Ranges(whole)
    for index, inject in enumerate(whole.injects):
        when = inject.trigger.when
        condition = read_condition(when) if when is not None else None
        if inject.repeat and isinstance(condition, Comparison) and ranges.outcome(condition):
            says = say("The inject `{id}` fires in every quarter.", id=inject.id)
            fix = say("Remove `repeat: true`, or let its condition end.")
            yield report("N706", whole.at("injects", index, "repeat"), says, fix)
    chains = {
        inject.id: [option.chain for option in inject.options if option.chain and inject.repeat]
        for inject in whole.injects
    }
    for name in _in_circles(chains):
        index = next(i for i, inject in enumerate(whole.injects) if inject.id == name)
        says = say("The inject `{id}` follows itself for as long as the game lasts.", id=name)
        fix = say("Let one option end the chain, or remove `repeat: true`.")
        yield report("N706", whole.at("injects", index, "repeat"), says, fix)
