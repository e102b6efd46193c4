"""Text: wrapping, bold words, measuring, and what happens to words that do not fit."""

import pytest

from game.ui.kit import Kit
from game.ui.text import Paragraph, TextStyle, signed


def words_of(paragraph: Paragraph) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in paragraph.lines]


def test_no_line_is_wider_than_asked(kit: Kit) -> None:
    text = "Each joined seat closes **1 Front**. Partners may join for 1 Budget, and pay at once."
    for width in range(60, 600, 45):
        paragraph = kit.text.wrap(text, kit.body(18), width)
        assert paragraph.width <= width
        assert paragraph.height == paragraph.line_height * len(paragraph.lines)


def test_wrapping_keeps_every_word(kit: Kit) -> None:
    text = "Surge one sea route: **+1 D, +1 E** this quarter, then roll to stop one unit."
    shown = " ".join(words_of(kit.text.wrap(text, kit.body(15), 120)))
    assert shown == text.replace("**", "")


def test_bold_runs_are_strong_and_touch_their_punctuation(kit: Kit) -> None:
    paragraph = kit.text.wrap("Roll **4/6**, or less", kit.body(15), 1000)
    runs = paragraph.lines[0].runs
    assert [(run.text, run.strong) for run in runs] == [
        ("Roll ", False),
        ("4/6", True),
        (", or less", False),
    ]
    assert runs[2].x == pytest.approx(runs[1].x + kit.text.advance("4/6", kit.title(15)), abs=0.6)


def test_bold_goes_on_over_lines(kit: Kit) -> None:
    lines = kit.text.wrap("one **two\nthree** four", kit.body(15), 1000).lines
    assert [run.strong for run in lines[0].runs] == [False, True]
    assert [run.strong for run in lines[1].runs] == [True, False]


def test_word_too_long_is_broken_not_clipped(kit: Kit) -> None:
    word = "Verfassungsgerichtsentscheidung"
    paragraph = kit.text.wrap(word, kit.body(18), 90)
    assert len(paragraph.lines) > 1
    assert "".join(words_of(paragraph)) == word
    assert paragraph.width <= 90


def test_hard_space_keeps_words_together(kit: Kit) -> None:
    style = kit.body(15)
    width = kit.text.width("125 %", style) + 4
    assert words_of(kit.text.wrap("xx 125\u00a0%", style, width))[-1] == "125\u00a0%"


def test_lines_beyond_the_limit_end_in_an_ellipsis(kit: Kit) -> None:
    paragraph = kit.text.wrap("one two three four five six seven", kit.body(15), 60, max_lines=2)
    assert len(paragraph.lines) == 2
    assert words_of(paragraph)[-1].endswith("…")
    assert paragraph.width <= 60


def test_shorten_only_when_needed(kit: Kit) -> None:
    style = kit.title(18)
    assert kit.text.shorten("Team Potomac", style, 1000) == "Team Potomac"
    short = kit.text.shorten("Team Potomac of the Northern District", style, 120)
    assert short.endswith("…")
    assert kit.text.width(short, style) <= 120


def test_tracking_widens(kit: Kit) -> None:
    plain = TextStyle(21, kit.theme.ink, "bold")
    spaced = TextStyle(21, kit.theme.ink, "bold", tracking=1.2)
    assert kit.text.width("US WEST", spaced) == pytest.approx(
        kit.text.width("US WEST", plain) + 6 * 1.2, abs=1.5
    )
    assert kit.text.line("US WEST", spaced).get_width() >= kit.text.width("US WEST", plain)


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1600, 1000), (3840, 2160)])
def test_tracked_letters_keep_to_their_measure(kit_at, size) -> None:  # type: ignore[no-untyped-def]
    kit = kit_at(*size)
    for name, face in (("Pacific littoral", "semibold-italic"), ("CENTRAL MEXICO", "bold")):
        style = TextStyle(14.5, kit.theme.ink, face, tracking=0.6)
        drawn = kit.text.line(name, style).get_width()
        assert drawn == pytest.approx(kit.text.width(name, style), abs=1)


def test_text_is_never_smaller_than_can_be_read(kit_at) -> None:  # type: ignore[no-untyped-def]
    small = kit_at(1024, 768)
    assert small.metrics.font(13) == 11
    assert small.metrics.font(30) == round(30 * small.metrics.scale)


def test_signed_numbers_use_a_true_minus() -> None:
    assert [signed(n) for n in (-2, 0, 3)] == ["−2", "0", "+3"]


@pytest.mark.parametrize("letters", ["áéíóúñÁÉÍÓÚÑ¿¡", "àâçéèêëîïôùûüœÀÂÇÉÈÊËÎÏÔÙÛÜŒ«»", "−–×…"])
def test_every_language_has_its_letters(kit: Kit, letters: str) -> None:
    for face in ("regular", "italic", "medium", "semibold", "bold"):
        font = kit.fonts.get(face, 20)
        missing = [c for c, m in zip(letters, font.metrics(letters), strict=True) if m is None]
        assert not missing
