"""No text of any control leaves its control or lies on another text, at any scale or width."""

from dataclasses import replace

import pygame
import pytest
from kit_sheet import FACES, ODDS, MakeKit, buttons, choices, nothing, tiles

from game.ui.kit import Kit
from game.ui.text import Align, TextPainter, TextStyle
from game.ui.widgets import (
    Button,
    Card,
    CardFace,
    Checkbox,
    Dialog,
    Passage,
    TextBlock,
    TextField,
    Widget,
    odds_popover,
)

LONG = "Vigilancia conjunta de la frontera marítima occidental, con permiso"
SCALES = [
    (1600, 1000, 100),
    (1600, 1000, 150),
    (1600, 1000, 200),
    (1280, 720, 100),
    (1024, 768, 150),
]


class Recorder(TextPainter):
    """Writes down where text was drawn."""

    def follow(self) -> "Recorder":
        self.drawn: list[tuple[pygame.Rect, pygame.Rect, str]] = []
        return self

    def draw(
        self,
        surface: pygame.Surface,
        text: str,
        at: tuple[float, float],
        style: TextStyle,
        align: Align = "left",
    ) -> int:
        width = super().draw(surface, text, at, style, align)
        shift = {"left": 0.0, "center": width / 2, "right": float(width)}[align]
        high = round(style.size * 0.7)
        place = pygame.Rect(round(at[0] - shift), round(at[1] - high / 2), width, high)
        if text.strip():
            self.drawn.append((place, surface.get_rect(), text))
        return width


def recording(kit: Kit) -> tuple[Kit, Recorder]:
    text = Recorder(kit.fonts, kit.words, kit.metrics).follow()
    return replace(kit, text=text), text


def check(kit: Kit, widget: Widget, width: int | None) -> None:
    kit, recorder = recording(kit)
    size = widget.measure(kit, width)
    surface = pygame.Surface(size, pygame.SRCALPHA)
    kit.shapes.clear()
    widget.layout(kit, surface.get_rect())
    recorder.drawn.clear()
    widget.draw(surface, kit)
    slack = 1
    for place, bounds, text in recorder.drawn:
        assert bounds.inflate(2 * slack, 2 * slack).contains(place), f"{text!r} leaves {widget}"
    places = [(place.inflate(-2, -2), text) for place, _, text in recorder.drawn]
    for index, (place, text) in enumerate(places):
        for other, more in places[index + 1 :]:
            assert not place.colliderect(other), f"{text!r} lies on {more!r} in {widget}"


def longer(face: CardFace) -> CardFace:
    """The face in a language that needs half as much room again."""
    return replace(
        face,
        title=f"{face.title} y cooperación",
        rule=f"{face.rule} {LONG}.",
        price=face.price and f"{face.price} {LONG}",
        footer=face.footer and "A partir del trimestre siguiente, el número 3",
        reason=face.reason and f"{face.reason}, {LONG}",
        source=face.source and f"{face.source}, {LONG}",
        opens=face.opens and f"{face.opens}, {LONG}",
        agreements=tuple(replace(row, word=f"{row.word} ya") for row in face.agreements),
    )


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", ["full", "medium", "mini"])
def test_cards_hold_their_text(kit_at: MakeKit, scale: tuple[int, int, int], size: str) -> None:
    kit = kit_at(*scale)
    for face in FACES:
        check(kit, Card(face, size, nothing), None)  # type: ignore[arg-type]
        check(kit, Card(longer(face), size, nothing), None)  # type: ignore[arg-type]


@pytest.mark.parametrize("scale", SCALES)
def test_controls_hold_their_text(kit_at: MakeKit, scale: tuple[int, int, int]) -> None:
    kit = kit_at(*scale)
    for widget in [*buttons(), *choices(), *tiles()]:
        if not isinstance(widget, TextField):
            check(kit, widget, None)


@pytest.mark.parametrize("scale", SCALES)
def test_narrow_buttons_wrap(kit_at: MakeKit, scale: tuple[int, int, int]) -> None:
    kit = kit_at(*scale)
    for width in (160, 220, 300):
        narrow = kit.px(width)
        check(kit, Button(LONG, nothing, key="Ctrl+Z", glyph="undo"), narrow)
        check(kit, Button("Jugar", nothing, reason=LONG, show_reason=True), narrow)
        check(kit, Checkbox(LONG, True, nothing), narrow)


@pytest.mark.parametrize("scale", SCALES)
def test_odds_and_dialogs_hold_their_text(kit_at: MakeKit, scale: tuple[int, int, int]) -> None:
    kit = kit_at(*scale)
    check(kit, odds_popover(kit, ODDS, nothing, nothing), None)
    rows = tuple(replace(row, cause=LONG) for row in ODDS.modifiers)
    wordy = replace(ODDS, title=LONG, modifiers=rows, unknown=LONG, outcomes=(LONG, LONG))
    check(kit, odds_popover(kit, wordy, nothing, nothing), None)
    body = TextBlock([Passage(LONG, "heading"), Passage(LONG), Passage(LONG, "bullet")])
    answers = [Button(LONG, nothing, key="Esc"), Button(LONG, nothing, kind="primary")]
    check(kit, Dialog(LONG, body, answers, note=LONG, width=420), None)
