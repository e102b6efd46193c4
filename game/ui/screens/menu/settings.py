"""The user's settings: applied at once, kept, and shown on a sample of the table."""

from dataclasses import replace
from functools import partial

import pygame

from game.content.campaign import Campaign
from game.narrate.language import LANGUAGES, translator
from game.resources import settings_path
from game.ui.app import App
from game.ui.board.board import BoardWidget
from game.ui.help.screen import tutorial
from game.ui.kit import Kit
from game.ui.screens.doors import open_help
from game.ui.screens.frame import Footer, Head, margin
from game.ui.screens.menu.sample import Sample
from game.ui.settings import Settings
from game.ui.theme import Metrics
from game.ui.widgets.boxes import Flowing, Passage, Stacked, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Checkbox, Option, Segmented, TextSizeChoice
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Group, Widget

_POINTER = (
    pygame.MOUSEMOTION,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
    pygame.MOUSEWHEEL,
)
_CHOICES = 640
_INDENT = 34


class Explained(Group):
    """A box to check, and below its words what it does."""

    def __init__(self, box: Checkbox, said: str) -> None:
        self.box = box
        self.said = _small(said)
        super().__init__([box, self.said])

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The box and the explanation."""
        wide = kit.px(_CHOICES) if width is None else width
        said = self.said.measure(kit, wide - kit.px(_INDENT))[1]
        return wide, self.box.measure(kit, wide)[1] + said + kit.px(4)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """The explanation below the box's words."""
        super().layout(kit, rect)
        high = self.box.measure(kit, rect.width)[1]
        self.box.layout(kit, pygame.Rect(rect.topleft, (rect.width, high)))
        left = rect.x + kit.px(_INDENT)
        self.said.layout(kit, pygame.Rect(left, rect.y + high, rect.right - left, 0))


class SettingsScreen(FormScreen):
    """Settings at the left, the sample at the right."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._board = BoardWidget()
        self._campaign: Campaign | None = tutorial()
        self._offset = 0

    @property
    def title(self) -> str:
        """The window's title."""
        return self.kit.tr.gettext("Settings")

    def build(self) -> Widget:
        """The head, the settings, the sample, the footer."""
        tr = self.kit.tr
        back = Button(tr.gettext("Back"), self.app.pop, kind="dark", key="Esc", size=18)
        back.name = "back"
        said = tr.gettext("Every change counts at once and is kept.")
        self.head = Head(tr.gettext("Settings"), said, [back])
        self.choices = ScrollView(Stacked(self._choices(), gap=11, pad=6))
        self.choices.offset = self._offset
        parts: list[Widget] = [self.choices]
        self.sample = None
        if self._campaign is not None:
            self.sample = Sample(self._campaign, self._board, tr)
            parts.append(self.sample)
        hints = (
            ("Tab", tr.gettext("next")),
            ("Space", tr.gettext("switch")),
            ("F11", tr.gettext("full screen")),
            ("Esc", tr.gettext("back")),
        )
        kept = tr.gettext("Kept in {file}").format(file=settings_path())
        self.footer = Footer(kept, hints)
        return Group([*parts, self.head, self.footer])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Settings and sample beside each other."""
        kit = self.kit
        high, low = self.head.measure(kit, rect.width)[1], self.footer.measure(kit)[1]
        self.head.layout(kit, pygame.Rect(0, 0, rect.width, high))
        self.footer.layout(kit, pygame.Rect(0, rect.bottom - low, rect.width, low))
        side, gap = margin(kit, rect), kit.px(28)
        top = high + kit.px(16)
        room = pygame.Rect(side, top, rect.width - 2 * side, rect.height - top - low)
        wide = min(kit.px(_CHOICES), round(room.width * 0.55))
        edge = kit.px(6)
        self.choices.layout(kit, pygame.Rect(room.x - edge, room.y, wide + edge, room.height))
        if self.sample is not None:
            left = room.x + wide + gap
            place = pygame.Rect(left, room.y, room.right - left, room.height - kit.px(6))
            self.sample.layout(kit, place)

    def layout(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Make everything anew: keys may have changed what the settings say."""
        if self._built:
            self._offset = self.choices.offset
        self.rebuild()
        self.form.replace_layers()

    def on_push(self) -> None:
        """Show the user's own language and text size, whoever's turn it is."""
        self.app.present(translator=translator(self.app.settings.language))

    def idle(self, budget_ms: float) -> bool:
        """Work on the sample's map."""
        if self.sample is None:
            return False
        more = self._board.idle(budget_ms)
        if self._board.is_dirty:
            self.invalidate()
        return more

    def update(self, dt: float) -> float | None:
        """Let the sample's map move."""
        wake = super().update(dt)
        if self._board.update(dt) or self._board.is_dirty:
            self.invalidate()
            return 0.0
        return wake

    def handle(self, event: pygame.event.Event) -> bool:
        """The map takes the pointer while that is over it."""
        used = False
        if event.type in _POINTER and not self.form.has_layers:
            used = self._board.handle(event) is not None
        return super().handle(event) or used

    def on_key(self, event: pygame.event.Event) -> bool:
        """Help on F1."""
        if event.key != pygame.K_F1:
            return False
        open_help(self.app)
        return True

    def change(self, **values: object) -> None:
        """Apply and keep some settings."""
        self.app.settings = replace(self.app.settings, **values)  # type: ignore[arg-type]

    def speak(self, language: str) -> None:
        """Show the interface in another language."""
        self.change(language=language)
        self.app.present(translator=translator(language))

    def reset(self) -> None:
        """Back to the defaults; the window and the seats of earlier sittings stay."""
        now, plain = self.app.settings, Settings()
        self.app.settings = replace(
            plain, window=now.window, full_screen=now.full_screen, last_seats=now.last_seats
        )
        self.app.present(translator=translator(plain.language))

    def _choices(self) -> list[Widget]:
        tr = self.kit.tr
        reset = Button(tr.gettext("Back to the defaults"), self.reset, size=16)
        reset.name = "reset"
        return [
            _heading(tr.gettext("Language")),
            Flowing([self._languages()]),
            _small(tr.gettext("Each seat can have another one; it is chosen with the seats.")),
            _heading(tr.gettext("Text size")),
            Flowing([self._sizes()]),
            _small(tr.gettext("Ctrl + and Ctrl − change it at any time.")),
            _heading(tr.gettext("Picture")),
            *self._pictures(),
            _heading(tr.gettext("At the table")),
            *self._table(),
            Flowing([reset]),
        ]

    def _languages(self) -> Segmented:
        options = [Option(code, name) for code, name in LANGUAGES.items()]
        choice = Segmented(options, self.app.settings.language, self.speak)
        choice.name = "language"
        return choice

    def _sizes(self) -> TextSizeChoice:
        choice = TextSizeChoice(
            self.app.settings.text_size, lambda percent: self.change(text_size=percent)
        )
        choice.name = "text-size"
        return choice

    def _pictures(self) -> list[Widget]:
        tr, now = self.kit.tr, self.app.settings
        return [
            Explained(
                self._check("high_contrast", tr.gettext("High contrast"), now.high_contrast),
                tr.gettext("Grey land, thicker lines, darker small words."),
            ),
            Explained(
                self._check("projector", tr.gettext("Projector"), now.projector),
                tr.gettext("Text a quarter larger, thicker flows, no tints."),
            ),
            Explained(
                self._check("reduced_motion", tr.gettext("Reduced motion"), now.reduced_motion),
                tr.gettext("Nothing travels: a flow is shown step by step."),
            ),
        ]

    def _table(self) -> list[Widget]:
        tr, now = self.kit.tr, self.app.settings
        explain = Checkbox(
            tr.gettext("Explain the curtain each time"),
            not now.curtain_explained,
            lambda on: self.change(curtain_explained=not on),
        )
        explain.name = "curtain_explained"
        curtain = tr.gettext("Cover the board when the laptop changes hands")
        return [
            Explained(
                self._check("curtain", curtain, now.curtain),
                tr.gettext("Counts for new sittings; each sitting can switch it off."),
            ),
            Explained(explain, tr.gettext("It says why the board is covered, and for whom.")),
        ]

    def _check(self, name: str, label: str, on: bool) -> Checkbox:
        box = Checkbox(label, on, partial(self._switch, name))
        box.name = name
        return box

    def _switch(self, name: str, on: bool) -> None:
        self.change(**{name: on})


def _heading(said: str) -> TextBlock:
    return TextBlock([Passage(said, "heading")])


def _small(said: str) -> TextBlock:
    return TextBlock([Passage(said, "small")])
