"""What is well, what to know, and what stands in the way, before a sitting starts."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from game.bots import RANDOM
from game.narrate.language import LANGUAGES
from game.narrate.words import Words
from game.ui.screens.setup.plan import Plan

CheckKind = Literal["good", "note", "stop"]
_ENOUGH_PIN = 4
_AUTHORS_LANGUAGE = "en"


class Check(NamedTuple):
    """One line of the checks before a sitting starts."""

    kind: CheckKind
    text: str


def seat_checks(plan: Plan, words: Words) -> list[Check]:
    """What follows from who sits where."""
    return [*_players(plan, words), *_hand_overs(plan, words), *_languages(plan, words)]


def option_checks(plan: Plan, words: Words) -> list[Check]:
    """What follows from the options."""
    return [*_players(plan, words), *_hand_overs(plan, words), *_options(plan, words)]


def stop_of(checks: list[Check]) -> str:
    """Why the sitting cannot start; empty when it can."""
    return next((one.text for one in checks if one.kind == "stop"), "")


def bot_title(words: Words, bot: str, title: str) -> str:
    """What a bot is called on the screen."""
    return words.say("Random choices") if bot == RANDOM else words.text(title)


def _players(plan: Plan, words: Words) -> Iterator[Check]:
    people = plan.people
    bots = [ix for ix in range(len(plan.seats)) if ix not in people]
    if not people:
        said = words.say("Only bots play: the room watches.")
        yield Check("note", said)
        return
    if not bots:
        yield Check("good", words.say("Somebody in the room plays every seat."))
    else:
        seats = words.all_of([words.seat(ix) for ix in bots])
        yield Check("good", words.say("Every seat is taken. Played by bots: {seats}.", seats=seats))
    yield from _doubles(plan, words)


def _doubles(plan: Plan, words: Words) -> Iterator[Check]:
    """Whoever plays two seats; perhaps a name was copied by mistake."""
    seats: dict[str, list[str]] = {}
    for ix in plan.played_by("person"):
        name = plan.seats[ix].name.strip()
        if name:
            seats.setdefault(name, []).append(words.seat(ix))
    for name, played in seats.items():
        if len(played) > 1:
            said = words.say("{name} plays {seats}.", name=name, seats=words.all_of(played))
            yield Check("note", said)


def _hand_overs(plan: Plan, words: Words) -> Iterator[Check]:
    people = plan.people
    hidden = [ix for ix in people if plan.is_red(ix)]
    if not people:
        return
    if not hidden:
        yield Check("good", words.say("No hidden seat is a person: the laptop stays in view."))
    elif people == hidden and len(people) == 1:
        yield Check("good", words.say("One person plays alone: nothing needs to be covered."))
    elif not plan.curtains:
        yield Check("note", words.say("The curtain is off: everybody sees what hidden seats do."))
    else:
        names = words.all_of([words.seat(ix) for ix in hidden])
        turns = 1 + plan.campaign.frame.rounds
        said = words.many(
            "Hidden seats played here: {seats}. About {number} hand-over a quarter.",
            "Hidden seats played here: {seats}. About {number} hand-overs a quarter.",
            turns * len(hidden),
            seats=names,
        )
        yield Check("good", said)


def _languages(plan: Plan, words: Words) -> Iterator[Check]:
    setups = plan.setups()
    spoken = sorted({setups[ix].language for ix in plan.people})
    if len(spoken) > 1:
        names = words.all_of([LANGUAGES.get(one, one) for one in spoken])
        said = words.say(
            "The screen speaks the language of whoever decides: {languages}.", languages=names
        )
        yield Check("good", said)
    known = {_AUTHORS_LANGUAGE, *plan.campaign.locales}
    missing = [LANGUAGES.get(one, one) for one in spoken if one not in known]
    if missing:
        said = words.say(
            "The campaign's own texts are not in {languages} yet; they stay in English.",
            languages=words.all_of(missing),
        )
        yield Check("note", said)


def _options(plan: Plan, words: Words) -> Iterator[Check]:
    if not plan.seed_fits:
        yield Check("stop", words.say("A seed is a whole number, or nothing at all."))
    if plan.white.present and not plan.pin:
        said = words.say("White has no PIN: nobody can look at hidden things before the end.")
        yield Check("note", said)
    elif plan.pin and len(plan.pin) < _ENOUGH_PIN:
        yield Check("note", words.say("The PIN is short: anybody may guess it."))
