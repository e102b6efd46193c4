"""The player's rulebook: every phase has a chapter, and its numbers are the campaign's."""

from dataclasses import replace

from narrate_games import first_light, words

from game.narrate.language import translator
from game.narrate.rulebook import Chapter, chapter_at, rulebook
from game.narrate.things.phases import PHASES
from game.narrate.words import Words


def _text(chapters: tuple[Chapter, ...]) -> str:
    return "\n".join(
        part
        for chapter in chapters
        for block in chapter.blocks
        for part in (block.text, *block.points, *(cell for row in block.rows for cell in row))
    )


def test_every_phase_opens_a_chapter_of_its_own() -> None:
    chapters = rulebook(words())
    for phase in PHASES:
        chapter = chapters[chapter_at(chapters, phase)]
        if phase not in ("setup", "brief", "review", "end", "hot-wash"):
            assert chapter.phase == phase
    assert chapters[chapter_at(chapters, "end")].id == "margins"
    assert chapters[chapter_at(chapters, "brief")].id == "seats"
    assert chapters[chapter_at(chapters, "setup")].id == "what"


def test_chapters_are_whole_and_distinct() -> None:
    chapters = rulebook(words())
    assert len({chapter.id for chapter in chapters}) == len(chapters) >= 20
    for chapter in chapters:
        assert chapter.title and chapter.blocks
    said = _text(chapters)
    assert "{" not in said and said.count("**") % 2 == 0


def test_tables_have_as_many_cells_in_every_row() -> None:
    for chapter in rulebook(words()):
        for block in chapter.blocks:
            assert len({len(row) for row in block.rows}) <= 1


def test_numbers_come_from_the_campaign() -> None:
    rules = first_light().rules
    flow = rules.flow.model_copy(update={"neutral_delivery": 13, "loss_tolerance": 37})
    frame = first_light().frame.model_copy(
        update={"rules": rules.model_copy(update={"flow": flow, "reactions": True})}
    )
    changed = rulebook(Words(replace(first_light(), frame=frame), translator(), "en"))
    said = _text(changed)
    assert "**12 to 14** deliveries leave Harm as it is" in said and "37 %" in said
    assert "**6 to 8** deliveries leave Harm as it is" in _text(rulebook(words()))
    exact = flow.model_copy(update={"harm_divisor": 1})
    frame = frame.model_copy(update={"rules": rules.model_copy(update={"flow": exact})})
    plain = rulebook(Words(replace(first_light(), frame=frame), translator(), "en"))
    assert "**13** deliveries leave Harm as it is" in _text(plain)
    assert "**Title 14, Coast Guard**: Counts as law enforcement" in _text(rulebook(words()))
    assert "Each seat has a **pool**" in _text(rulebook(words()))
    assert "reactions" in {chapter.id for chapter in changed}
    assert "reactions" not in {chapter.id for chapter in rulebook(words())}
