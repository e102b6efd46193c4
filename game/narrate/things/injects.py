"""Injects in plain words: what is said, to whom, which answers there are (RULES 13)."""

from collections.abc import Mapping
from typing import NamedTuple

from game.content.schema.injects import Inject, Option
from game.narrate.language import mark
from game.narrate.things.conditions import condition_words
from game.narrate.things.effects import effects_words
from game.narrate.things.phases import phase_title
from game.narrate.words import Words

DELIVERIES: Mapping[str, str] = {
    "headline": mark("Headline"),
    "intel": mark("Intelligence"),
    "call": mark("A call"),
    "brief": mark("Briefing"),
}


class OptionText(NamedTuple):
    """An answer: the words on its button, and what it will do."""

    label: str
    note: str
    is_default: bool


class InjectText(NamedTuple):
    """An inject in words, in the order of its card. Empty where a thing does not apply."""

    title: str
    delivery: str
    text: str
    to: str
    decides: str
    no_answer: str
    options: tuple[OptionText, ...]
    effects: str
    trigger: str
    source: str
    discuss: str
    fact_note: str


def inject_text(words: Words, inject: int) -> InjectText:
    """An inject in words; what is for the facilitator alone is left out."""
    spec = words.campaign.injects[inject]
    options = tuple(_option(words, option) for option in spec.options)
    return InjectText(
        title=words.inject(inject),
        delivery=words.say(DELIVERIES[spec.delivery]),
        text=words.text(spec.text),
        to=_to(words, spec),
        decides=words.say("Decide in {seconds} s", seconds=spec.time_s) if options else "",
        no_answer=_no_answer(words, options),
        options=options,
        effects=effects_words(words, spec.effects),
        trigger=_trigger(words, spec),
        source=_source(words, spec),
        discuss=words.text(spec.discuss) if spec.discuss else "",
        fact_note=words.text(spec.fact_note) if spec.fact_note else "",
    )


def _option(words: Words, option: Option) -> OptionText:
    note = words.text(option.note) if option.note else effects_words(words, option.effects)
    return OptionText(words.text(option.label), note, option.default)


def _no_answer(words: Words, options: tuple[OptionText, ...]) -> str:
    default = next((option.label for option in options if option.is_default), "")
    return words.say("No answer: {answer}", answer=default) if default else ""


def _to(words: Words, spec: Inject) -> str:
    ix = words.campaign.seat_ix
    names = [words.seat(ix[seat]) for seat in spec.to if seat in ix]
    if not names:
        return words.say("To everybody")
    return words.say("To {seats}", seats=words.all_of(names))


def _trigger(words: Words, spec: Inject) -> str:
    trigger = spec.trigger
    if trigger.at is not None:
        return words.say(
            "Quarter {quarter}, {phase}",
            quarter=trigger.at.quarter,
            phase=phase_title(words, trigger.at.phase),
        )
    return condition_words(words, trigger.when) if trigger.when is not None else ""


def _source(words: Words, spec: Inject) -> str:
    if spec.source is None:
        return ""
    return words.say(
        "{document}, {section}",
        document=words.text(spec.source.document),
        section=words.text(spec.source.section),
    )
