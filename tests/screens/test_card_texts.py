"""Small cards: at every size of window and text no word lies outside its card, over another word
or under a control; what finds no room ends in an ellipsis and can be read whole."""

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest
from ink import inked, overlapping
from screen_driver import MakeApp, click, first_light, press, settle, sitting_at, table

from game.model.ids import CardIx
from game.narrate.language import translator
from game.narrate.words import Words
from game.ui.kit import Kit
from game.ui.present.faces import card_face
from game.ui.screens.play.screen import PlayScreen
from game.ui.screens.play.tiles import SlimTile
from game.ui.widgets.card import Card
from game.ui.widgets.card_face import Agreement, CardFace
from game.ui.widgets.card_small import draw_medium, draw_mini, more_place, play_place

SIZES = [(1280, 720), (1600, 1000), (1920, 1080)]
TEXTS = [100, 150, 200]
LANGUAGES = ["en", "fr"]
MOMENTS = ["strategic", "operational", "tactical", "red-plan"]
LONG_REASON = "Needs National Security Priority in effect, and a border team in the area."


def states(face: CardFace) -> Iterator[CardFace]:
    """The same card as it can lie in a tray."""
    yield replace(face, footer="Starts quarter 2", play="Play", key="1")
    yield replace(face, footer="Active to the end of quarter 3", play="Repeal", key="9")
    yield replace(face, reason=LONG_REASON, key="3")
    yield replace(face, odds="4/6", footer="13 lit places", key="7")
    asked = (
        Agreement("us", "agreed", "agreed"),
        Agreement("mexico", "asked", "would agree"),
        Agreement("canada", "refused", "refused"),
    )
    yield replace(face, agreements=asked)


def faces(language: str) -> list[CardFace]:
    campaign = first_light()
    words = Words(campaign, translator(language), language)
    return [card_face(words, CardIx(ix)) for ix in range(len(campaign.cards))]


def opened(make_app: MakeApp, size: tuple[int, int], text: int, moment: str) -> PlayScreen:
    """The table at a moment in which cards are chosen."""
    people = ("cartel",) if moment == "red-plan" else ()
    session = sitting_at(moment, 1, "us", "mexico", *people, text=text)
    while any(one.verb == "consent" for one in session.game.legal_actions()):
        session.submit(next(one for one in session.game.legal_actions() if one.verb == "pass"))
    app = make_app(size)
    screen = table(app, session)
    for _ in range(6):
        settle(app)
        if app.screen is screen and not screen.form.has_layers:
            break
        press(app, pygame.K_RETURN)
    return screen


def card_sizes(screen: PlayScreen) -> set[tuple[str, tuple[int, int]]]:
    cards = [one for one in screen.parts.tray.descendants() if isinstance(one, Card)]
    return {(card.size, card.rect.size) for card in cards}


def assert_tidy(kit: Kit, face: CardFace, size: str, room: tuple[int, int]) -> None:
    picture = pygame.Surface(room, pygame.SRCALPHA)
    rect = picture.get_rect()
    with inked(picture) as lines:
        (draw_medium if size == "medium" else draw_mini)(kit, picture, face, rect, False)
    what = (face.title, face.reason or face.footer, size, room)
    outside = [line.text for line in lines if not rect.contains(line.rect)]
    assert outside == [], what
    assert overlapping(lines) == [], what
    more = more_place(kit, face, rect, size)
    if more is not None:
        assert rect.contains(more), what
        assert overlapping(lines, more) == [], what
    if size == "medium" and face.play and not face.reason and not face.agreements:
        assert rect.contains(play_place(kit, face, rect)), what
        assert overlapping(lines, play_place(kit, face, rect)) == [], what
    drawn = "".join(line.text for line in lines).replace(" ", "")
    rule = face.rule.replace("**", "").replace(" ", "").replace("\u00a0", "")
    assert more is not None or rule in drawn.replace("\u00a0", ""), what


def assert_tray_tidy(screen: PlayScreen) -> None:
    """What is drawn on the tray itself; cards are pictures of their own."""
    tray = screen.parts.tray
    shown = list(tray.tiles)
    if tray.shelf is not None:
        first, last = tray.shelf.shown
        shown += tray.shelf.widgets[first - 1 : last]
    assert shown
    surface = screen.app.window.surface
    for widget in shown:
        assert tray.rect.contains(widget.rect), widget.name
        with inked(surface) as lines:
            widget.draw(surface, screen.kit)
        outside = [one.text for one in lines if not widget.rect.contains(one.rect)]
        assert outside == [], widget.name
        assert overlapping(lines) == [], widget.name


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("text", TEXTS)
def test_every_card_in_every_state(make_app: MakeApp, size: tuple[int, int], text: int) -> None:
    rooms: set[tuple[str, tuple[int, int]]] = set()
    for moment in MOMENTS:
        screen = opened(make_app, size, text, moment)
        assert_tray_tidy(screen)
        rooms |= card_sizes(screen)
    for language in LANGUAGES:
        kit = screen.kit.at(screen.kit.metrics, screen.kit.theme, translator(language))
        for face in faces(language):
            for state in states(face):
                for kind, room in rooms:
                    assert_tidy(kit, state, kind, room)


def test_a_cut_card_is_shown_whole_by_key_and_by_pointer(make_app: MakeApp) -> None:
    screen = opened(make_app, (1280, 720), 150, "strategic")
    tiles = [one for one in screen.parts.tray.descendants() if isinstance(one, SlimTile)]
    assert any(one.is_cut for one in tiles)
    screen.form.give_focus(tiles[0])
    press(screen.app, pygame.K_SPACE)
    assert screen.asking.is_open
    press(screen.app, pygame.K_ESCAPE)
    assert not screen.asking.is_open
    more = screen.parts.tray.shelf.widgets[0].rect
    click(screen.app, (more.right - screen.kit.px(30), more.bottom - screen.kit.px(16)))
    assert screen.asking.is_open


def test_a_cut_card_of_the_tray_says_that_there_is_more(make_app: MakeApp) -> None:
    screen = opened(make_app, (1280, 720), 125, "strategic")
    cut = [one for one in screen.parts.tray.descendants() if isinstance(one, Card)]
    cut = [one for one in cut if one.more.visible]
    assert cut, "at 125 % some card has no room for all of its text"
    click(screen.app, cut[0].more.rect.center)
    assert screen.asking.is_open
