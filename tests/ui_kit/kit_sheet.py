"""The kit sheet: every control in every state on one picture, to be looked at by people."""

from collections.abc import Callable

import pygame

from game.ui.glyphs import GLYPHS
from game.ui.kit import Kit
from game.ui.widgets import (
    Agreement,
    Authority,
    Button,
    Card,
    CardFace,
    CardOption,
    Checkbox,
    Cost,
    Dialog,
    Flowing,
    Group,
    ListBox,
    Modifier,
    OddsFace,
    Option,
    Passage,
    Picture,
    Row,
    ScrollView,
    Segmented,
    Select,
    Shelf,
    Stacked,
    TestLine,
    TextBlock,
    TextField,
    TextSizeChoice,
    Tile,
    Widget,
    odds_popover,
)
from game.ui.widgets.marks import ChipLook, chip, dice_row, heat_bars, ladder, pips, triangles
from game.ui.widgets.notes import Toast, draw_toast, draw_tooltip

SANCTIONS = CardFace(
    title="Sanctions Surge",
    level="strategic",
    rule="Each joined seat closes **1 Front**. Partners may join for 1 Budget.",
    cost=(Cost(2, "budget"), Cost(1, "capital")),
    seats=("us", "canada", "mexico"),
    starts="Next quarter",
    lasts="Until repealed",
    picture=Picture("Treasury finance cells", "one Front tested per seat", glyph="finance"),
    test=TestLine("4/6", "one test per joined seat", "5/6 with a Case"),
    price="Legitimacy −1 without a Case.",
    question="Who pays when a bank drops a whole class of honest clients?",
    authority=(Authority("Treasury"),),
    needs="Legitimacy 4",
    opens="Freeze Assets",
    source="Source: The National Security Threat, 3",
    footer="Starts quarter 3",
    play="Play",
    key="1",
)
BOARDING = CardFace(
    title="Combined Boarding",
    level="tactical",
    rule="Surge one sea route: **+1 D, +1 E** this quarter, then roll to stop one unit.",
    cost=(Cost(1, "budget"),),
    seats=("us", "mexico", "canada"),
    starts="Now",
    lasts="Instant",
    picture=Picture("Coast Guard, SEMAR or RCMP", "gives the endgame roll", symbol="cutter"),
    test=TestLine("4/6", "67 %, E2 +1 surge +1 Navy", "1 clean: also +1 Case"),
    price="heat +1 on that route.",
    question="You saw it. Who was allowed to stop it?",
    authority=(Authority("Law enforcement"), Authority("Title 14", held=False)),
    needs="Task Force active",
    opens="Build Case",
    source="Source: The National Security Threat, 3",
    odds="4/6",
    footer="Eastern Pacific",
    key="5",
)
TREATY = CardFace(
    title="Extradition Treaty",
    level="strategic",
    rule="Cases count across borders. All three seats pay 1 Capital.",
    cost=(Cost(1, "capital"),),
    price="Mexico may veto each extradition.",
    opens="Evidence Bridge, Extradite",
    agreements=(
        Agreement("us", "agreed", "agreed"),
        Agreement("mexico", "asked", "agree?"),
        Agreement("canada", "refused", "refused"),
    ),
)
EXTRADITE = CardFace(
    title="Extradite",
    level="tactical",
    rule="Spend 2 Cases: Red loses its next strategic play.",
    free="free",
    key="7",
    reason="Needs 2 Cases, you have 0",
)
INJECT = CardFace(
    title="Hospital Ransomware",
    level="inject",
    rule="A hospital chain asks for help. Crews want **2 Cash**. The press knows in an hour.",
    seats=("us", "canada", "mexico"),
    starts="Decide in 60 s",
    lasts="No answer: refuse",
    picture=Picture("Cyber crew, haven", "hidden behind Resilience 5", symbol="cyber-team"),
    options=(
        CardOption("Pay quietly", "Red +2 Cash"),
        CardOption("Refuse, publish", "Resilience test"),
        CardOption("Share with partners", "Fusion 2"),
    ),
    authority=(Authority("To: all NADC"),),
    needs="Resilience 5 or less",
    opens="Metrics Hearing",
    opens_word="Chain",
    source="White only: expected response and rating",
)
TASK_FORCE = CardFace(
    title="Maritime Task Force",
    level="operational",
    rule="Deploy one combined hull. Every partner pays **1 Budget** and may act from it.",
    cost=(Cost(1, "budget"), Cost(2, "cash"), Cost(1, "case")),
    seats=("us", "canada", "mexico"),
    starts="Now",
    lasts="While upkeep 1 paid",
    picture=Picture("Task force", "D1 E2 on a sea route", symbol="task-force"),
    price="on a 6, a dispute: Cohesion −1.",
    question="Which partner had jurisdiction, and how long did hand-over take?",
    authority=(Authority("Law enforcement"), Authority("Title 14")),
    needs="NADC Charter",
    opens="Combined Boarding",
    source="Source: The National Security Threat, 3",
    reason="Needs the NADC Charter, which is not active",
)
ODDS = OddsFace(
    title="Surveil POE West",
    subtitle="basic action, free",
    need=2,
    clean="clean on 1",
    modifiers=(
        Modifier("2", "Base", "Surveil"),
        Modifier("+1", "Best D here", "Customs team"),
        Modifier("+0", "Governance", "Contested, 0"),
        Modifier("−1", "Mole", "Bribe, Red reveal"),
    ),
    unknown="Unknown factors possible",
    outcomes=(
        "**Success** expose 1 piece or see true flow.",
        "**Roll 6** complication: Legitimacy −1.",
    ),
    commit="Roll 2/6",
)
MakeKit = Callable[..., Kit]
"""Makes a kit for a window's width and height and a text size in percent."""

FACES = (SANCTIONS, BOARDING, TREATY, EXTRADITE, INJECT, TASK_FORCE)


def nothing(*_: object) -> None:
    """Do nothing when a control of the sheet is used."""


def in_state(widget: Widget, state: str) -> Widget:
    """The widget as it looks hovered, focused or pressed."""
    widget.hovered = state == "hover"
    widget.lift = 1.0 if state == "hover" else 0.0
    widget.ring = widget.focused = state == "focus"
    widget.pressed = state == "pressed"
    return widget


def buttons() -> list[Widget]:
    """Every kind of button in every state."""
    made: list[Widget] = []
    for kind in ("normal", "primary", "dark", "gold", "seat", "link"):
        for state in ("normal", "hover", "focus", "pressed"):
            button = Button("End turn", nothing, kind=kind, key="E", tint=(31, 95, 168))  # type: ignore[arg-type]
            made.append(in_state(button, state))
        made.append(Button("Raid", nothing, kind=kind, reason="No authority in Mexico"))  # type: ignore[arg-type]
    made.append(Button("Undo", nothing, key="Ctrl+Z", glyph="undo"))
    made.append(Button("Agree", nothing, detail="pays 1 Capital", glyph="check"))
    made.append(Button("Play", nothing, reason="Needs Cohesion 7, it is 6", show_reason=True))
    busy = Button("Saving", nothing)
    busy.busy = True
    busy.tick(0.8)
    return [*made, busy]


def choices() -> list[Widget]:
    """Choices, fields and lists, some focused, some that cannot be used."""
    players = [Option("person", "Person"), Option("bot", "Bot"), Option("white", "White")]
    views = [
        Option("truth", "Truth", "eye"),
        Option("us", "", seat="us"),
        Option("cn", "", seat="cartel"),
    ]
    languages = [Option("en", "English"), Option("es", "Español"), Option("fr", "Français")]
    return [
        Segmented(players, "person", nothing),
        in_state(Segmented(players, "bot", nothing), "focus"),
        Segmented(players, "bot", nothing, reason="The campaign does not use this seat"),
        Segmented(views, "us", nothing, checks=False),
        TextSizeChoice(125, nothing),
        Checkbox("Hide the explanation next time", True, nothing),
        in_state(Checkbox("Reduced motion", False, nothing), "focus"),
        Checkbox("Projector", False, nothing, reason="Needs a second window"),
        TextField("Team Potomac", nothing),
        in_state(TextField("Equipo Anáhuac", nothing), "focus"),
        TextField("", nothing, placeholder="Name of the team"),
        Select(languages, "es", nothing),
        in_state(Select(languages, "fr", nothing), "focus"),
        Select(languages, "en", nothing, reason="One language is shipped"),
    ]


def tiles() -> list[Widget]:
    """Basic actions."""
    return [
        Tile("Surveil", "expose 1, or true flow", nothing, key="1", chosen=True),
        Tile("Surge", "+1 D +1 E on a route", nothing, key="2"),
        in_state(Tile("Surge", "+1 D +1 E on a route", nothing, key="2"), "focus"),
        Tile("Raid", "", nothing, key="3", reason="no authority in Mexico"),
    ]


def cards() -> list[Widget]:
    """Cards in all sizes and states."""
    made: list[Widget] = [Card(face, "full", nothing) for face in (SANCTIONS, BOARDING, INJECT)]
    made.append(Card(TASK_FORCE, "full", nothing))
    made.append(Card(SANCTIONS, "medium", nothing, chosen=True))
    made += [Card(face, "medium", nothing) for face in (TREATY, TASK_FORCE)]
    for state in ("normal", "hover", "focus", "pressed"):
        made.append(in_state(Card(BOARDING, "mini", nothing), state))
    made.append(Card(BOARDING, "mini", nothing, chosen=True))
    made.append(Card(EXTRADITE, "mini", nothing))
    return made


def saves() -> ListBox:
    """A list as the saves would show it."""
    rows = [
        Row("a", "Sierra Squeeze, quarter 2", "saved 2 minutes ago", "Tactical 1", seat="us"),
        Row("b", "First Light, quarter 4", "saved yesterday", "Flow", seat="mexico"),
        Row("c", "Meridian Watch, quarter 1", glyph="clock", reason="Made by a newer version"),
        Row("d", "Blue Corridor, quarter 3", "saved in May", "Assess", seat="canada"),
    ]
    return ListBox(rows, "a", nothing)


def draw_sheet(kit: Kit, width: int, height: int) -> pygame.Surface:
    """Everything on one surface."""
    surface = pygame.Surface((width, height))
    surface.fill(kit.theme.screen)
    pad = kit.px(24)
    room = width - 2 * pad
    y = pad
    for widgets in (buttons(), choices(), tiles(), cards()):
        flow = Flowing(widgets, gap=16)
        high = flow.measure(kit, room)[1]
        flow.layout(kit, pygame.Rect(pad, y, room, high))
        flow.draw(surface, kit)
        y += high + kit.px(26)
    y = _panels(surface, kit, pad, y)
    return surface.subsurface((0, 0, width, min(height, y)))


def _panels(surface: pygame.Surface, kit: Kit, x: int, y: int) -> int:
    bounds = pygame.Rect(0, y, surface.get_width(), kit.px(600))
    popover = odds_popover(kit, ODDS, nothing, nothing)
    popover.place(kit, pygame.Rect(x + kit.px(340), y + kit.px(220), 40, 40), bounds)
    in_state(popover.foot.widgets[0], "focus")
    popover.draw(surface, kit)
    words = TextBlock(
        [
            Passage("Why? The review shows this line.", "heading"),
            Passage("Legitimacy goes from **7** to **6**; cases lose their +1."),
            Passage("It can be undone and stays on record.", "bullet"),
        ]
    )
    why = TextField(
        "Room argued the raid was lawful; the host had not cleared it.", nothing, lines=3
    )
    answers = [
        Button("Cancel", nothing, key="Esc"),
        Button("Apply", nothing, kind="primary", key="Enter"),
    ]
    content = Stacked([words, why])
    note = "needs a reason"
    dialog = Dialog(
        "Override a track", content, answers, note=note, tint=kit.theme.levels["inject"]
    )
    wide, high = dialog.measure(kit)
    dialog.layout(kit, pygame.Rect(x + kit.px(400), y, wide, high))
    dialog.draw(surface, kit)
    box = saves()
    panel = pygame.Rect(x + kit.px(1030), y, kit.px(480), kit.px(230))
    kit.paint.panel(surface, panel)
    ScrollView(box).layout(kit, panel.inflate(-kit.px(12), -kit.px(12)))
    box.layout(kit, panel.inflate(-kit.px(12), -kit.px(12)))
    box.draw(surface, kit)
    _marks(surface, kit, x + kit.px(1030), y + kit.px(260))
    draw_toast(
        surface,
        kit,
        Toast("Needs 2 Cases, you have 0", "lock", (x + kit.px(1200), y + kit.px(420))),
        bounds,
    )
    target = pygame.Rect(x + kit.px(1050), y + kit.px(470), 80, 20)
    draw_tooltip(surface, kit, "Best **D** here comes from the customs team.", target, bounds)
    return bounds.bottom


def _marks(surface: pygame.Surface, kit: Kit, x: int, y: int) -> None:
    theme = kit.theme
    chip(surface, kit, (x, y), "lit: legal", ChipLook(theme.wash, theme.ink, theme.ink))
    chip(
        surface,
        kit,
        (x + kit.px(110), y),
        "due",
        ChipLook(theme.gold, theme.ink, theme.ink, "bolt"),
    )
    chip(
        surface,
        kit,
        (x + kit.px(190), y),
        "done",
        ChipLook(theme.paper, theme.ink2, theme.line, "check"),
    )
    dice_row(surface, kit, (x, y + kit.px(24)), 4)
    pips(surface, kit, (x + kit.px(230), y + kit.px(38)), 2)
    heat_bars(surface, kit, (x + kit.px(360), y + kit.px(46)), 2)
    ladder(surface, kit, (x + kit.px(400), y + kit.px(38)), -1)
    triangles(surface, kit, (x + kit.px(460), y + kit.px(38)), 1)
    for index, name in enumerate(GLYPHS):
        centre = (x + kit.px(10 + index % 22 * 22), y + kit.px(76 + index // 22 * 24))
        kit.glyphs.draw(surface, name, centre, 15, theme.ink, theme.screen)


def draw_tray(kit: Kit, width: int) -> pygame.Surface:
    """A shelf of cards on the chrome that is too narrow for them all."""
    shelf = Shelf("Strategic portfolio, face up", [Card(face, "medium", nothing) for face in FACES])
    high = shelf.measure(kit, width)[1] + kit.px(24)
    surface = pygame.Surface((width, high))
    surface.fill(kit.theme.slate2)
    shelf.layout(kit, surface.get_rect().inflate(-2 * kit.px(16), -kit.px(24)))
    shelf.draw(surface, kit)
    return surface


MAKERS: tuple[Callable[[], list[Widget]], ...] = (buttons, choices, tiles, cards)
"""Everything that makes widgets for the sheet."""


def everything() -> Group:
    """All widgets of the sheet."""
    return Group([widget for make in MAKERS for widget in make()])
