"""The player's rulebook, for people who do not play games; its numbers are the campaign's own."""

from game.narrate.rulebook.blocks import Block, Chapter
from game.narrate.rulebook.board import governance, hidden_things, reading_the_map, see_and_stop
from game.narrate.rulebook.ending import glossary, keys, margins
from game.narrate.rulebook.flow import flow_and_displacement, money_of_the_network
from game.narrate.rulebook.opening import quarter, seats, what_is_this
from game.narrate.rulebook.phases import phase_chapters
from game.narrate.rulebook.rules import cards, consent_and_law, reactions, the_test
from game.narrate.rulebook.screen import the_screen, tracks
from game.narrate.words import Words

_OPENED_BY = {"setup": "what", "brief": "seats", "hot-wash": "margins"}


def rulebook(words: Words) -> tuple[Chapter, ...]:
    """Every chapter, in reading order, in the reader's language."""
    return (
        what_is_this(words),
        seats(words),
        the_screen(words),
        tracks(words),
        quarter(words),
        *phase_chapters(words),
        reading_the_map(words),
        see_and_stop(words),
        the_test(words),
        consent_and_law(words),
        cards(words),
        *reactions(words),
        flow_and_displacement(words),
        money_of_the_network(words),
        governance(words),
        hidden_things(words),
        margins(words),
        keys(words),
        glossary(words),
    )


def chapter_at(chapters: tuple[Chapter, ...], phase: str) -> int:
    """The place of the chapter that F1 opens in a phase; the first one where none fits."""
    wanted = _OPENED_BY.get(phase, "")
    for place, chapter in enumerate(chapters):
        if chapter.phase == phase or chapter.id == wanted:
            return place
    return 0


__all__ = ["Block", "Chapter", "chapter_at", "rulebook"]
