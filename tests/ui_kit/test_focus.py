"""Keyboard: Tab order, arrows by direction, own keys, refusals, layers, and focus that stays."""

from collections.abc import Callable

import pygame
import pytest

from game.ui.kit import Kit
from game.ui.widgets import (
    Agreement,
    Button,
    Card,
    CardFace,
    Form,
    Group,
    Layer,
    ListBox,
    Option,
    Row,
    ScrollView,
    Segmented,
    Select,
    Shelf,
    Shortcut,
    Spot,
    Stacked,
    TextField,
    Widget,
)
from game.ui.widgets.focus import DOWN, LEFT, RIGHT, UP, following, in_direction
from game.ui.widgets.notes import draw_tooltip


def key(code: int, mod: int = 0, text: str = "") -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=text, scancode=0)


def typed(text: str) -> pygame.event.Event:
    return pygame.event.Event(pygame.TEXTINPUT, text=text)


def click(form: Form, at: tuple[int, int]) -> None:
    form.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    form.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    form.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))


class Used(list[str]):
    """What was used, in order."""

    def by(self, name: str) -> Callable[[], None]:
        return lambda: self.append(name)


@pytest.fixture
def used() -> Used:
    return Used()


@pytest.fixture
def form(kit: Kit) -> Form:
    return Form(lambda: kit)


def in_row(kit: Kit, widgets: list[Widget], y: int = 10) -> Group:
    x = 10
    for widget in widgets:
        wide, high = widget.measure(kit)
        widget.layout(kit, pygame.Rect(x, y, wide, high))
        x += wide + 10
    return Group(widgets)


def test_first_focus_is_never_nothing(kit: Kit, form: Form, used: Used) -> None:
    first, second = Button("A", used.by("a")), Button("B", used.by("b"))
    form.set_content(in_row(kit, [first, second]))
    assert form.focus is first
    assert first.ring


def test_tab_goes_round_in_order_and_back(kit: Kit, form: Form, used: Used) -> None:
    row: list[Widget] = [Button(name, used.by(name)) for name in "abc"]
    form.set_content(in_row(kit, row))
    for expected in (row[1], row[2], row[0]):
        form.handle(key(pygame.K_TAB))
        assert form.focus is expected
    form.handle(key(pygame.K_TAB, pygame.KMOD_SHIFT))
    assert form.focus is row[2]


def test_hidden_widgets_are_passed_over(kit: Kit, form: Form, used: Used) -> None:
    row: list[Widget] = [Button(name, used.by(name)) for name in "abc"]
    row[1].visible = False
    form.set_content(in_row(kit, row))
    form.handle(key(pygame.K_TAB))
    assert form.focus is row[2]


def test_enter_space_and_click_use_a_button(kit: Kit, form: Form, used: Used) -> None:
    button = Button("A", used.by("a"))
    form.set_content(in_row(kit, [button]))
    form.handle(key(pygame.K_RETURN))
    form.handle(key(pygame.K_SPACE, text=" "))
    click(form, button.rect.center)
    assert used == ["a", "a", "a"]


def test_releasing_beside_the_button_does_nothing(kit: Kit, form: Form, used: Used) -> None:
    button = Button("A", used.by("a"))
    form.set_content(in_row(kit, [button]))
    at = button.rect.center
    form.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    form.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(900, 900), button=1))
    assert used == []


def test_own_key_works_from_anywhere(kit: Kit, form: Form, used: Used) -> None:
    row: list[Widget] = [Button("A", used.by("a")), Button("Undo", used.by("undo"), key="Ctrl+Z")]
    form.set_content(in_row(kit, row))
    form.handle(key(pygame.K_z, pygame.KMOD_CTRL))
    form.handle(key(pygame.K_z))
    assert used == ["undo"]


@pytest.mark.parametrize(
    ("written", "event", "match"),
    [
        ("1", key(pygame.K_1, text="1"), True),
        ("1", key(pygame.K_KP1, text="1"), True),
        ("H", key(pygame.K_h, text="h"), True),
        ("H", key(pygame.K_h, pygame.KMOD_CTRL), False),
        ("Enter", key(pygame.K_KP_ENTER), True),
        ("?", key(pygame.K_SLASH, pygame.KMOD_SHIFT, "?"), True),
        ("+", key(pygame.K_EQUALS, pygame.KMOD_SHIFT, "+"), True),
        ("F1", key(pygame.K_F1), True),
        ("Shift+Tab", key(pygame.K_TAB, pygame.KMOD_SHIFT), True),
    ],
)
def test_written_keys(written: str, event: pygame.event.Event, match: bool) -> None:
    assert Shortcut.of(written).matches(event) is match


def test_digits_are_found_by_place_on_a_french_keyboard() -> None:
    event = pygame.event.Event(
        pygame.KEYDOWN, key=pygame.K_AMPERSAND, mod=0, unicode="&", scancode=pygame.KSCAN_1
    )
    assert Shortcut.of("1").matches(event)


def test_disabled_stays_focusable_and_repeats_its_reason(kit: Kit, used: Used) -> None:
    told: list[str] = []
    form = Form(lambda: kit, told.append)
    reason = "Needs 2 Cases, you have 0"
    button = Button("Extradite", used.by("x"), key="7", reason=reason)
    form.set_content(in_row(kit, [button]))
    assert form.focus is button
    form.handle(key(pygame.K_RETURN))
    form.handle(key(pygame.K_7, text="7"))
    click(form, button.rect.center)
    assert used == []
    assert told == [reason] * 3
    assert button.hint.startswith(reason)


def test_arrows_go_by_direction_within_a_group(kit: Kit, form: Form, used: Used) -> None:
    places = {"west": (100, 300), "east": (500, 320), "north": (300, 100), "south": (310, 600)}
    spots = []
    for name, at in places.items():
        spot = Spot(used.by(name), group="places")
        spot.name = name
        spot.layout(kit, pygame.Rect(at, (40, 40)))
        spots.append(spot)
    middle = Spot(used.by("middle"), group="places")
    middle.layout(kit, pygame.Rect(300, 300, 40, 40))
    stranger = Button("End", used.by("end"))
    stranger.layout(kit, pygame.Rect(360, 300, 60, 40))
    form.set_content(Group([middle, stranger, *spots]))
    steps = {pygame.K_LEFT: "west", pygame.K_RIGHT: "east", pygame.K_UP: "north"}
    for code, expected in {**steps, pygame.K_DOWN: "south"}.items():
        form.give_focus(middle)
        assert form.handle(key(code))
        assert form.focus is not None
        assert form.focus.name == expected


def test_an_arrow_into_nothing_is_left_to_the_screen(kit: Kit, form: Form, used: Used) -> None:
    form.set_content(in_row(kit, [Button("A", used.by("a"))]))
    assert not form.handle(key(pygame.K_LEFT))


def test_direction_prefers_what_lies_straight_ahead() -> None:
    start = pygame.Rect(0, 0, 10, 10)
    ahead, near_but_aside = pygame.Rect(100, 0, 10, 10), pygame.Rect(60, 50, 10, 10)
    assert in_direction(start, [near_but_aside, ahead], RIGHT) == 1
    assert in_direction(start, [ahead], LEFT) is None
    assert in_direction(start, [ahead], UP) is None
    assert in_direction(start, [pygame.Rect(0, 90, 10, 10)], DOWN) == 0


def test_ring_of_none_and_one() -> None:
    assert following(None, 0, 1) is None
    assert following(0, 1, 1) == 0
    assert following(None, 3, -1) == 2


def test_focus_finds_the_same_name_after_rebuilding(kit: Kit, form: Form, used: Used) -> None:
    def build() -> Group:
        row: list[Widget] = [Button(name, used.by(name)) for name in "abc"]
        for widget, name in zip(row, "abc", strict=True):
            widget.name = name
        return in_row(kit, row)

    form.set_content(build())
    form.handle(key(pygame.K_TAB))
    root = build()
    form.set_content(root)
    assert form.focus is root.widgets[1]


def test_mouse_gives_focus_without_the_ring(kit: Kit, form: Form, used: Used) -> None:
    row: list[Widget] = [Button(name, used.by(name)) for name in "ab"]
    form.set_content(in_row(kit, row))
    click(form, row[1].rect.center)
    assert form.focus is row[1]
    assert not row[1].ring
    form.handle(key(pygame.K_TAB))
    assert row[0].ring


def test_dialog_holds_everything_back_and_gives_focus_back(
    kit: Kit, form: Form, used: Used
) -> None:
    below, inside = Button("A", used.by("a"), key="A"), Button("B", used.by("b"))
    form.set_content(in_row(kit, [below]))
    dialog = in_row(kit, [inside], y=300)
    closed: list[bool] = []
    form.open(Layer(dialog, on_close=lambda: closed.append(True)))
    assert form.focus is inside
    form.handle(key(pygame.K_TAB))
    assert form.focus is inside
    click(form, below.rect.center)
    form.handle(key(pygame.K_a, text="a"))
    assert used == []
    form.handle(key(pygame.K_ESCAPE))
    assert form.focus is below
    assert closed == [True]


def test_popover_lets_the_rest_be_reached(kit: Kit, form: Form, used: Used) -> None:
    below, inside = Button("A", used.by("a")), Button("B", used.by("b"))
    form.set_content(in_row(kit, [below]))
    form.open(Layer(in_row(kit, [inside], y=300), modal=False))
    form.handle(key(pygame.K_TAB))
    assert form.focus is below
    click(form, below.rect.center)
    assert used == ["a"]


def test_tooltip_after_a_moment_also_on_focus_and_esc_closes(kit: Kit, form: Form) -> None:
    button = Button("A", lambda: None, tooltip="Says more")
    form.set_content(in_row(kit, [button]))
    form.handle(key(pygame.K_TAB))
    wake = form.update(0.1)
    assert wake == pytest.approx(0.3)
    surface = pygame.Surface((1600, 1000))
    form.update(0.35)
    assert form.dirty
    form.draw(surface)
    assert surface.get_at((button.rect.centerx, button.rect.bottom + kit.px(14)))[:3] != (0, 0, 0)
    assert form.handle(key(pygame.K_ESCAPE))
    assert not form.handle(key(pygame.K_ESCAPE))


def _pointer(at: tuple[int, int]) -> pygame.event.Event:
    return pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))


def test_a_focus_that_nobody_moved_explains_nothing(kit: Kit, form: Form) -> None:
    button = Button("A", lambda: None, tooltip="Says more")
    form.set_content(in_row(kit, [button]))
    form.update(1.0)
    assert not form.has_notes
    form.handle(key(pygame.K_TAB))
    form.update(1.0)
    assert form.has_notes
    form.handle(_pointer((1500, 900)))
    assert not form.has_notes, "whoever takes the mouse has done with the keys"
    form.handle(_pointer(button.rect.center))
    form.update(1.0)
    assert form.has_notes


def test_a_tooltip_hides_no_other_control_where_there_is_room(kit: Kit) -> None:
    surface = pygame.Surface((1600, 1000))
    bounds, target = surface.get_rect(), pygame.Rect(700, 500, 160, 60)
    below, above = target.move(0, 64), target.move(0, -64)
    right, left = target.move(170, 0).inflate(0, 90), target.move(-170, 0).inflate(0, 90)
    around = [below, above, right, left]
    for free in around:
        taken = [one for one in around if one is not free]
        place = draw_tooltip(surface, kit, "Why this is so", target, bounds, taken)
        assert place.collidelist([target, *taken]) < 0
        assert place.colliderect(free)
    corner = pygame.Rect(1500, 960, 100, 40)
    assert bounds.contains(draw_tooltip(surface, kit, "Why this is so", corner, bounds))


def test_only_what_the_pointer_touches_is_out_of_date(kit: Kit, form: Form) -> None:
    first, second = Button("A", lambda: None), Button("B", lambda: None)
    form.set_content(in_row(kit, [first, second]))
    form.draw(pygame.Surface((1600, 1000)))
    form.handle(_pointer(first.rect.center))
    form.update(0.01)
    assert not form.dirty
    assert form.stale == {first}
    form.handle(_pointer(second.rect.center))
    assert form.stale == {first, second}
    form.draw(pygame.Surface((1600, 1000)))
    assert not form.stale


def test_hover_lifts_over_time_and_settles(kit: Kit, form: Form) -> None:
    button = Button("A", lambda: None)
    form.set_content(in_row(kit, [button]))
    at = button.rect.center
    form.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    assert form.update(0.045) == 0.0
    assert 0 < button.lift < 1
    form.update(0.09)
    assert button.lift == 1
    assert form.update(0.01) is None


def test_notes_go_away_by_themselves(kit: Kit, form: Form) -> None:
    form.set_content(Group())
    form.say("Saved")
    wake = form.update(0.5)
    assert wake is not None
    assert form.update(wake + 0.01) is None


def test_segments_move_by_arrows_and_skip_what_is_locked(kit: Kit, form: Form) -> None:
    chosen: list[str] = []
    options = [Option("a", "A"), Option("b", "B", reason="Not here"), Option("c", "C")]
    row = Segmented(options, "a", chosen.append)
    form.set_content(in_row(kit, [row]))
    form.handle(key(pygame.K_RIGHT))
    form.handle(key(pygame.K_RIGHT))
    form.handle(key(pygame.K_LEFT))
    assert chosen == ["c", "a"]
    click(form, (row.rect.centerx, row.rect.centery))
    assert row.chosen == "a"


def test_select_opens_a_list_and_takes_a_choice(kit: Kit, form: Form) -> None:
    chosen: list[str] = []
    languages = [Option("en", "English"), Option("es", "Español"), Option("fr", "Français")]
    field = Select(languages, "en", chosen.append)
    form.set_content(in_row(kit, [field]))
    form.handle(key(pygame.K_RETURN))
    assert form.has_layers
    form.handle(key(pygame.K_DOWN))
    form.handle(key(pygame.K_RETURN))
    assert not form.has_layers
    assert chosen == ["es"]
    assert form.focus is field


def test_select_closes_on_a_click_beside(kit: Kit, form: Form) -> None:
    field = Select([Option("en", "English")], "en", lambda value: None)
    form.set_content(in_row(kit, [field]))
    form.handle(key(pygame.K_RETURN))
    click(form, (1500, 900))
    assert not form.has_layers


def test_list_marks_scrolls_and_uses(kit: Kit, form: Form) -> None:
    marked: list[str] = []
    used: list[str] = []
    rows = [Row(str(n), f"Save {n}") for n in range(30)]
    box = ListBox(rows, "0", marked.append, on_use=used.append)
    box.layout(kit, pygame.Rect(0, 0, 300, 200))
    form.set_content(Group([box]))
    assert box.visible_rows[0] == 1
    form.handle(key(pygame.K_END))
    assert marked == ["29"]
    assert box.visible_rows[1] == 30
    form.handle(key(pygame.K_RETURN))
    assert used == ["29"]


def test_scroll_view_follows_the_focus(kit: Kit, form: Form, used: Used) -> None:
    row: list[Widget] = [Button(str(n), used.by(str(n))) for n in range(20)]
    view = ScrollView(Stacked(row))
    view.layout(kit, pygame.Rect(0, 0, 300, 150))
    form.set_content(Group([view]))
    form.handle(key(pygame.K_TAB, pygame.KMOD_SHIFT))
    assert form.focus is row[-1]
    assert view.rect.contains(row[-1].rect)
    click(form, (10, 170))
    assert used == []


def test_shelf_turns_to_the_focus_and_counts(kit: Kit, form: Form) -> None:
    faces = [CardFace(f"Card {n}", "tactical", "A rule.") for n in range(6)]
    cards: list[Widget] = [Card(face, "mini", lambda: None) for face in faces]
    shelf = Shelf("Your hand", cards)
    shelf.layout(kit, pygame.Rect(0, 0, 600, 200))
    form.set_content(Group([shelf]))
    assert shelf.shown == (1, 2)
    form.handle(key(pygame.K_TAB, pygame.KMOD_SHIFT))
    assert shelf.shown == (5, 6)
    assert form.handle(key(pygame.K_LEFT))
    assert form.focus is cards[4]


def test_each_asked_seat_agrees_by_its_own_chip(kit: Kit, form: Form) -> None:
    agreed: list[str] = []
    face = CardFace(
        "Treaty",
        "strategic",
        "A rule.",
        agreements=(Agreement("us", "agreed", "agreed"), Agreement("mexico", "asked", "agree?")),
    )
    card = Card(face, "medium", lambda: None, on_agree=agreed.append)
    form.set_content(in_row(kit, [card]))
    form.handle(key(pygame.K_TAB))
    form.handle(key(pygame.K_RETURN))
    assert agreed == ["mexico"]
    assert not card.chips[0].focusable


def test_card_answers_enter_its_key_and_space(kit: Kit, form: Form, used: Used) -> None:
    face = CardFace("POE Surge", "tactical", "+1 D, +1 E.", key="6")
    card = Card(face, "mini", used.by("play"), on_details=used.by("details"))
    form.set_content(in_row(kit, [card]))
    form.handle(key(pygame.K_SPACE, text=" "))
    form.handle(key(pygame.K_RETURN))
    form.handle(key(pygame.K_6, text="6"))
    assert used == ["details", "play", "play"]


def test_typing_does_not_press_other_buttons(kit: Kit, form: Form, used: Used) -> None:
    names: list[str] = []
    field = TextField("", names.append)
    form.set_content(in_row(kit, [field, Button("Hold", used.by("hold"), key="H")]))
    form.handle(key(pygame.K_h, text="h"))
    form.handle(typed("h"))
    form.handle(key(pygame.K_z, pygame.KMOD_CTRL))
    assert used == []
    assert names == ["h"]
    form.handle(key(pygame.K_TAB))
    assert isinstance(form.focus, Button)


def test_field_takes_composed_and_accented_text(kit: Kit, form: Form) -> None:
    field = TextField("Equipo An", lambda text: None)
    form.set_content(in_row(kit, [field]))
    form.handle(pygame.event.Event(pygame.TEXTEDITING, text="´", start=0, length=1))
    assert field.text == "Equipo An"
    assert form.handle(key(pygame.K_BACKSPACE))
    assert field.text == "Equipo An"
    form.handle(typed("áhuac"))
    assert field.text == "Equipo Anáhuac"


def test_every_control_is_large_enough_to_hit(kit: Kit) -> None:
    from kit_sheet import everything

    for widget in everything().widgets:
        wide, high = widget.measure(kit)
        assert wide >= kit.px(40)
        assert high >= kit.px(32)
