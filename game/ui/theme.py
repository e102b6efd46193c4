"""Colours, seat marks and sizes: everything that gives the interface its look.

A `Theme` answers "which colour", a `Metrics` answers "how many pixels". Both are frozen values; the
app makes new ones when a setting or the window changes and hands them on. Sizes are written in
design pixels, as they measure in a window of 1600x1000 at 100 % text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

Colour = tuple[int, int, int]

DESIGN_WIDTH = 1600
DESIGN_HEIGHT = 1000
TEXT_SIZES = (100, 125, 150, 200)
SMALLEST_TEXT_PX = 11
LINE_HEIGHT = 1.36


def rgb(code: str) -> Colour:
    """The colour of six hexadecimal digits, with or without a leading ``#``."""
    digits = code.lstrip("#")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour `share` (0 to 1) of the way from the first colour to the second."""
    a, b = first, second
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


def luminance(colour: Colour) -> float:
    """Relative luminance from 0 (black) to 1 (white), after WCAG 2."""
    parts = []
    for value in colour:
        share = value / 255
        parts.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: Colour, second: Colour) -> float:
    """Contrast ratio of two colours from 1 to 21, after WCAG 2."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@dataclass(frozen=True, slots=True)
class SeatStyle:
    """How a seat is marked: a shape, letters and a colour, never a colour alone."""

    id: str
    shape: str
    letters: str
    colour: Colour


def _seats() -> Mapping[str, SeatStyle]:
    rows = (
        SeatStyle("us", "square", "US", rgb("1F5FA8")),
        SeatStyle("mexico", "triangle", "MX", rgb("2B6B2F")),
        SeatStyle("canada", "circle", "CA", rgb("8E3573")),
        SeatStyle("cartel", "diamond", "CN", rgb("A3182E")),
        SeatStyle("veo", "pentagon", "VE", rgb("6A5200")),
        SeatStyle("adversary", "hexagon", "AS", rgb("4A3B8F")),
        SeatStyle("white", "octagon", "W", rgb("4D5963")),
    )
    return MappingProxyType({row.id: row for row in rows})


def _levels() -> Mapping[str, Colour]:
    return MappingProxyType(
        {
            "strategic": rgb("27406B"),
            "operational": rgb("3F5A3C"),
            "tactical": rgb("7A4514"),
            "inject": rgb("4D5963"),
        }
    )


def _land() -> Mapping[str, Colour]:
    return MappingProxyType(
        {
            "us": rgb("EDE6D4"),
            "mexico": rgb("DDE5CB"),
            "canada": rgb("EBDDD3"),
            "central-america": rgb("E9E0BF"),
            "caribbean": rgb("E3DBDD"),
            "south-america": rgb("E5D7C4"),
            "overseas": rgb("E2DCCF"),
            "unplayed": rgb("D9D6CC"),
        }
    )


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour and line weight of the interface.

    Names say where a colour is used: `ink` to `ink3` are text on paper, `on` and `on2` text on the
    dark chrome, `better` and `worse` changes on paper, with `_dark` for the chrome.
    """

    ink: Colour = (0x15, 0x20, 0x2B)
    ink2: Colour = (0x3C, 0x4A, 0x57)
    ink3: Colour = (0x56, 0x63, 0x70)
    paper: Colour = (0xFC, 0xFB, 0xF8)
    sunken: Colour = (0xF1, 0xEF, 0xE8)
    pressed: Colour = (0xEC, 0xE9, 0xDF)
    rule: Colour = (0xE4, 0xE1, 0xD7)
    line: Colour = (0xC9, 0xC5, 0xB8)
    edge: Colour = (0x7B, 0x87, 0x91)
    screen: Colour = (0xED, 0xEB, 0xE4)
    disabled: Colour = (0xDD, 0xDC, 0xD6)
    disabled_foot: Colour = (0xC9, 0xC9, 0xC4)
    disabled_head: Colour = (0x64, 0x6C, 0x74)
    slate: Colour = (0x18, 0x23, 0x2E)
    slate2: Colour = (0x23, 0x32, 0x40)
    slate3: Colour = (0x3A, 0x4D, 0x5F)
    slate_edge: Colour = (0x5C, 0x72, 0x86)
    on: Colour = (0xF5, 0xF7, 0xF8)
    on2: Colour = (0xB9, 0xC5, 0xCF)
    white: Colour = (255, 255, 255)
    shadow: Colour = (10, 18, 26)
    gold: Colour = (0xFF, 0xC2, 0x1A)
    wash: Colour = (0xFF, 0xF1, 0xC7)
    consent: Colour = (0xE6, 0xEC, 0xF3)
    focus: Colour = (0x0B, 0x63, 0xCE)
    better: Colour = (0x0B, 0x6F, 0x78)
    worse: Colour = (0xB2, 0x3A, 0x0E)
    better_dark: Colour = (0x7F, 0xDC, 0xE0)
    worse_dark: Colour = (0xFF, 0xAB, 0x85)
    flow: Colour = (0x8A, 0x3A, 0x20)
    flow_light: Colour = (0xC9, 0x8A, 0x6E)
    sea: Colour = (0xC4, 0xD5, 0xDB)
    sea_light: Colour = (0xE2, 0xEC, 0xEE)
    sea_name: Colour = (0x3E, 0x5E, 0x6C)
    coast: Colour = (0x5C, 0x72, 0x7B)
    border: Colour = (0x4B, 0x3A, 0x38)
    land: Mapping[str, Colour] = field(default_factory=_land)
    seats: Mapping[str, SeatStyle] = field(default_factory=_seats)
    levels: Mapping[str, Colour] = field(default_factory=_levels)
    high_contrast: bool = False
    projector: bool = False
    reduced_motion: bool = False
    casing: float = 1.3
    dash_gain: float = 1.0
    flow_gain: float = 1.0
    tints: bool = True

    def seat(self, style: str) -> SeatStyle:
        """The mark of a seat style id; an unknown id is marked as White is."""
        return self.seats.get(style, self.seats["white"])

    def lettered(self, letters: Mapping[str, str]) -> "Theme":
        """This theme with a campaign's own letters, by seat style."""
        own = {
            name: replace(style, letters=letters.get(name, style.letters))
            for name, style in self.seats.items()
        }
        return replace(self, seats=MappingProxyType(own)) if letters else self

    def level(self, level: str) -> Colour:
        """The colour of a card level: strategic, operational, tactical or inject."""
        return self.levels.get(level, self.levels["inject"])


def make_theme(
    *, high_contrast: bool = False, projector: bool = False, reduced_motion: bool = False
) -> Theme:
    """The theme for the user's settings.

    High contrast turns land to greys, widens casings and darkens secondary text. Projector thickens
    flows by half and drops tints. The two may be combined.
    """
    theme = Theme(projector=projector, reduced_motion=reduced_motion)
    if projector:
        theme = replace(theme, flow_gain=1.5, tints=False)
    return _with_high_contrast(theme) if high_contrast else theme


def _with_high_contrast(theme: Theme) -> Theme:
    greys = ("F2F2F0", "E6E6E3", "ECECE9", "E0E0DC", "E9E9E6", "DEDEDA", "E3E3DF", "CFCFCA")
    land = MappingProxyType({name: rgb(grey) for name, grey in zip(theme.land, greys, strict=True)})
    black: Colour = (0, 0, 0)
    return replace(
        theme,
        high_contrast=True,
        ink=black,
        ink2=rgb("1D2730"),
        ink3=rgb("37424D"),
        paper=theme.white,
        line=rgb("7B8791"),
        rule=rgb("A9AFB4"),
        edge=rgb("3C4A57"),
        slate=rgb("0A1016"),
        slate2=rgb("141E28"),
        on=theme.white,
        on2=rgb("E2E8ED"),
        focus=rgb("0049A8"),
        better=rgb("07535A"),
        worse=rgb("8A2A06"),
        flow=rgb("6E2410"),
        sea=rgb("B4CBD4"),
        coast=rgb("1F343D"),
        border=black,
        land=land,
        casing=3.0,
        dash_gain=1.5,
        tints=False,
    )


@dataclass(frozen=True, slots=True)
class Metrics:
    """Turns design pixels into pixels of this window.

    `text_size` is 1.0, 1.25, 1.5 or 2.0; `projector` adds a quarter. Everything grows together, so
    that text never outgrows its place.
    """

    width: int = DESIGN_WIDTH
    height: int = DESIGN_HEIGHT
    text_size: float = 1.0
    projector: bool = False
    scale: float = field(init=False, default=1.0)
    """Pixels for one design pixel."""

    def __post_init__(self) -> None:
        # Read in every drawing call, so worked out once.
        gain = self.text_size * (1.25 if self.projector else 1.0)
        object.__setattr__(self, "scale", self.window_scale * gain)

    @property
    def window_scale(self) -> float:
        """How large this window is beside the design's 1600x1000."""
        return min(self.width / DESIGN_WIDTH, self.height / DESIGN_HEIGHT)

    @property
    def compact(self) -> bool:
        """Whether secondary words and ticks must give way (windows as small as 1280x720)."""
        return self.scale / self.text_size < 0.85

    @property
    def drawers(self) -> bool:
        """Whether side columns become drawers, since the text takes their room."""
        return self.scale / self.window_scale >= 1.5 or self.width < 1200

    def px(self, design: float) -> int:
        """Design pixels as whole pixels; a positive length never vanishes."""
        pixels = round(design * self.scale)
        return max(1, pixels) if design > 0 else pixels

    def font(self, design: float) -> int:
        """A text size in whole pixels, never below what can be read."""
        return max(SMALLEST_TEXT_PX, round(design * self.scale))

    def line(self, design: float) -> int:
        """The height of one line of text of this design size, in pixels."""
        return round(self.font(design) * LINE_HEIGHT)
