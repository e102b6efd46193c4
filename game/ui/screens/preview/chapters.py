"""What people read of a campaign before and beside play: its story, briefings and guided steps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.content.schema.campaign import SeatSpec
from game.content.schema.guide import GuideStep, StepDone
from game.content.schema.units import Pool
from game.narrate.choices.actions import VERB_NAMES, verb_name
from game.narrate.ending.aims import aim
from game.narrate.things.phases import phase_title
from game.narrate.words import TRACK_NAMES, Words
from game.ui.widgets.boxes import Passage

STORY = "story"
FORK = "fork"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page: its id, title and second line in the list, a seat's look, and the text."""

    id: str
    title: str
    detail: str
    passages: tuple[Passage, ...]
    seat: str = ""


def seat_chapters(words: Words) -> tuple[Chapter, ...]:
    """The campaign's own page, then one for each seat."""
    seats = (_seat(words, ix, seat) for ix, seat in enumerate(words.campaign.seats))
    return (_story(words), *seats)


def guide_chapters(words: Words) -> tuple[Chapter, ...]:
    """Every guided step in order, then the closing what-if; empty for a campaign without."""
    frame = words.campaign.frame
    steps = [_step(words, step) for step in frame.guide]
    if frame.fork is not None:
        fork = frame.fork
        detail = words.say("After the end, from quarter {quarter}", quarter=fork.from_quarter)
        title, text = words.text(fork.title), words.text(fork.text)
        passages = (Passage(title, "title"), Passage(detail, "small"), Passage(text))
        steps.append(Chapter(FORK, title, detail, passages))
    return tuple(steps)


def _story(words: Words) -> Chapter:
    frame = words.campaign.frame
    title = words.text(frame.title)
    passages = [
        Passage(title, "title"),
        Passage(words.text(frame.summary), "small"),
        Passage(words.say("The story so far"), "heading"),
        Passage(words.text(frame.scenario)),
        Passage(words.say("What you will be able to do"), "heading"),
        *_bullets(words.text(one.text) for one in frame.objectives),
    ]
    if frame.discussion:
        passages.append(Passage(words.say("To discuss at the end"), "heading"))
        passages += _bullets(words.text(one.text) for one in frame.discussion)
    if frame.sources:
        passages.append(Passage(words.say("Sources"), "heading"))
        passages += _bullets(
            words.say("{document}, {section}", document=one.document, section=one.section)
            for one in frame.sources
        )
    return Chapter(STORY, title, words.say("The story and the objectives"), tuple(passages))


def _seat(words: Words, ix: int, seat: SeatSpec) -> Chapter:
    name = words.seat(ix)
    wants = words.say("Wants {wants}.", wants=words.text(seat.wants))
    passages = [
        Passage(name, "title"),
        Passage(wants, "small"),
        Passage(words.say("Briefing"), "heading"),
        Passage(words.text(seat.briefing)),
    ]
    graded = aim(words, ix)
    if graded:
        passages += [Passage(words.say("Success"), "heading"), Passage(graded)]
    passages += [Passage(words.say("At the start"), "heading"), *_bullets(_means(words, seat))]
    for title, lines in (
        (words.say("Force pool"), [_pool(words, one) for one in seat.pool]),
        (words.say("Strategic and operational cards"), _cards(words, seat.cards)),
        (words.say("Tactical deck"), _cards(words, seat.deck)),
    ):
        if lines:
            passages += [Passage(title, "heading"), *_bullets(lines)]
    return Chapter(seat.id, name, wants, tuple(passages), seat.style)


def _means(words: Words, seat: SeatSpec) -> Iterator[str]:
    if seat.side == "red":
        yield words.say("Cash {cash}", cash=seat.cash)
        return
    rules = words.campaign.rules
    capital = rules.money.capital_start if seat.capital is None else seat.capital
    yield words.say(
        "Budget {budget}, and {income} in each quarter", budget=seat.budget or 0, income=seat.income
    )
    yield words.say("Capital {capital}", capital=capital)
    if seat.sets_consent:
        yield words.say("It sets Consent in its country.")


def _pool(words: Words, pool: Pool) -> str:
    kind = words.campaign.kind_ix[pool.kind]
    name = words.kind(kind) if pool.count == 1 else words.kinds(kind)
    return words.say("{count} × {unit}", count=pool.count, unit=name)


def _cards(words: Words, ids: Iterable[str]) -> list[str]:
    campaign = words.campaign
    found = []
    for one in ids:
        card = campaign.card_ix[one]
        copies = campaign.cards[card].copies
        title = words.card(card)
        found.append(
            words.say("{card}, {copies} copies", card=title, copies=copies) if copies > 1 else title
        )
    return found


def _step(words: Words, step: GuideStep) -> Chapter:
    phase = phase_title(words, step.phase)
    detail = words.say("Quarter {quarter}, {phase}", quarter=step.quarter, phase=phase)
    title = words.text(step.title)
    passages = [Passage(title, "title"), Passage(detail, "small"), Passage(words.text(step.text))]
    passages += [Passage(words.say("Done when"), "heading"), Passage(_done(words, step.done))]
    passages += _besides(words, step)
    seats = [words.seat(ix) for ix, one in enumerate(words.campaign.seats) if one.id in step.seats]
    if seats:
        passages += [Passage(words.say("Shown to"), "heading"), *_bullets(seats)]
    lit = list(_lit(words, step))
    if lit:
        passages += [Passage(words.say("Lights"), "heading"), *_bullets(lit)]
    return Chapter(step.id, title, detail, tuple(passages))


def _besides(words: Words, step: GuideStep) -> Iterator[Passage]:
    """What a step says in other moments than its first."""
    if step.then:
        yield Passage(words.say("While its action asks"), "heading")
        yield from _bullets(words.text(one) for one in step.then.values())
    if step.otherwise is not None:
        yield Passage(words.say("Where that cannot be done"), "heading")
        yield Passage(f"**{words.text(step.otherwise.title)}** {words.text(step.otherwise.text)}")
        yield Passage(_done(words, step.otherwise.done), "small")
    if step.missed is not None:
        yield Passage(words.say("When it has passed by"), "heading")
        yield Passage(words.text(step.missed))


def _done(words: Words, done: StepDone) -> str:
    if done.ok:
        return words.say("The reader presses OK.")
    if done.question == "odds-probe":
        return words.say("The seat tells the chance to stop a load.")
    if done.question == "growth-probe":
        return words.say("The seat names the route that will grow.")
    if done.look is not None:
        things = {
            "track": words.say("The reader clicks a track."),
            "area": words.say("The reader clicks an area."),
            "route": words.say("The reader clicks a route."),
            "unit": words.say("The reader clicks a unit."),
            "flow-token": words.say("The reader clicks a load on its way."),
        }
        return things[done.look]
    name = done.verb or ""
    verb = verb_name(words, name) if name in VERB_NAMES else name
    if done.card is not None:
        card = words.card(words.campaign.card_ix[done.card])
        return words.say("The seat chooses “{verb}” with {card}.", verb=verb, card=card)
    return words.say("The seat chooses “{verb}”.", verb=verb)


def _lit(words: Words, step: GuideStep) -> Iterator[str]:
    campaign, light = words.campaign, step.light
    yield from (words.say(TRACK_NAMES[track]) for track in light.tracks)
    yield from (words.area(campaign.area_ix[one]) for one in light.areas)
    yield from (words.route(campaign.route_ix[one]) for one in light.routes)
    yield from (words.card(campaign.card_ix[one]) for one in light.cards)


def _bullets(lines: Iterable[str]) -> list[Passage]:
    return [Passage(line, "bullet") for line in lines]
