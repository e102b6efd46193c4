"""The first chapters: what this is, who sits at the table, and a quarter at a glance."""

from game.content.schema.campaign import Margin, SeatSpec
from game.narrate.rulebook.blocks import Block, Chapter, note, points, rows, text
from game.narrate.things.phases import PHASES, phase_title, phase_what
from game.narrate.words import Words, plain


def what_is_this(words: Words) -> Chapter:
    """What the game is about, in half a page."""
    frame = words.campaign.frame
    return Chapter(
        "what",
        words.say("What is this?"),
        (
            text(
                words.say(
                    "Partner governments with different aims try to shrink a trafficking network. "
                    "The network moves around whatever they do. There are slow tools, faster "
                    "tools and quick strokes, and none of them is enough alone."
                )
            ),
            text(
                words.many(
                    "You play **{title}**, in {number} quarter of a year.",
                    "You play **{title}**, in {number} quarters of a year.",
                    frame.quarters,
                    title=words.text(frame.title),
                )
            ),
            points(
                words.say("**Finding is not stopping.** One chance to see, another to stop."),
                words.say("**Pressure moves the flow.** Press one route, and another one swells."),
                words.say("**Slow beats fast, but late.** Policy starts next quarter and lasts."),
                words.say("**Partners need consent and legal authority.** Both are on the board."),
                words.say("**One test for everything.** You see your chances before you commit."),
            ),
            note(
                words.say(
                    "Everything here is invented and abstract. It teaches how such a system "
                    "answers, not how anything is really done."
                )
            ),
        ),
    )


def seats(words: Words) -> Chapter:
    """Who sits at the table and what each wants."""
    head = (words.say("Seat"), words.say("Wants"), words.say("Succeeds with"))
    lines = [
        (f"**{words.text(seat.name)}**", words.text(seat.wants), _success(words, seat))
        for seat in words.campaign.seats
    ]
    return Chapter(
        "seats",
        words.say("Seats and what they want"),
        (
            text(
                words.say(
                    "Each player takes a seat. A person or the computer can play it, and it may "
                    "change hands during the game."
                )
            ),
            rows(head, *lines),
            text(
                words.say(
                    "More than one seat may succeed, partners with quite different results. So "
                    "ask at the end: who achieved their mandate, and at whose cost?"
                )
            ),
            text(
                words.say(
                    "**Initiative.** The seat that goes first changes each quarter: the list moves "
                    "on by one place. Passing is always allowed."
                )
            ),
        ),
    )


def _success(words: Words, seat: SeatSpec) -> str:
    margin = seat.margin
    writer = {
        "us": _us,
        "mexico": _mexico,
        "canada": _canada,
        "cartel": _cartel,
    }.get(margin.kind)
    return writer(words, margin) if writer else ""


def _us(words: Words, margin: Margin) -> str:
    return words.say(
        "Harm below {harm}, or Border above {border}: each point counts one.",
        harm=margin.harm,
        border=margin.border,
    )


def _mexico(words: Words, margin: Margin) -> str:
    return words.say(
        "A governance score above {gov}: every {step} points count one. Sovereignty above "
        "{sovereignty} counts too.",
        gov=plain(margin.gov),
        step=margin.gov_step,
        sovereignty=margin.sovereignty,
    )


def _canada(words: Words, margin: Margin) -> str:
    return words.say(
        "Cohesion above {cohesion}, Legitimacy above {legitimacy}, and few Fronts in the north.",
        cohesion=margin.cohesion,
        legitimacy=margin.legitimacy,
    )


def _cartel(words: Words, margin: Margin) -> str:
    return words.say(
        "More than {bank} Cash in the bank, and Reach above {reach}: the lower one counts.",
        bank=margin.bank,
        reach=margin.reach,
    )


def quarter(words: Words) -> Chapter:
    """The nine steps of a quarter."""
    shown = [name for name in PHASES if name not in ("setup", "brief", "end", "hot-wash")]
    if not words.campaign.frame.reviews:
        shown.remove("review")
    lines = [f"**{phase_title(words, name)}.** {phase_what(words, name)}" for name in shown]
    blocks: tuple[Block, ...] = (
        text(words.say("A quarter always runs through the same steps, in this order.")),
        points(*lines),
        text(
            words.say(
                "What everybody may know is played in the open. Where a seat decides in secret, "
                "the screen is covered first, and everybody else looks away."
            )
        ),
    )
    return Chapter("quarter", words.say("A quarter, step by step"), blocks)
