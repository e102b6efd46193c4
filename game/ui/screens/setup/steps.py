"""What the steps of the setup share: the head with its four steps, a scrolled middle, a foot."""

from abc import abstractmethod
from collections.abc import Sequence

import pygame

from game.narrate.words import Words
from game.ui.app import App
from game.ui.kit import Kit
from game.ui.present.lettering import letters_of
from game.ui.screens.doors import open_help
from game.ui.screens.frame import Head, margin
from game.ui.screens.setup.plan import Plan
from game.ui.screens.wording import words_of
from game.ui.theme import Metrics
from game.ui.widgets.boxes import Stacked
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Checkbox, Segmented
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Group, Widget

_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)


class StepMark(Widget):
    """One of the steps in the head; the present one is gold."""

    def __init__(self, label: str, *, now: bool) -> None:
        super().__init__()
        self._label = label
        self._now = now

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Its words in a full-round frame."""
        return kit.text.width(self._label, kit.title(16)) + kit.px(44), kit.px(38)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the mark."""
        theme = kit.theme
        fill, ink = (theme.gold, theme.ink) if self._now else (theme.slate2, theme.on2)
        kit.paint.box(surface, self.rect, fill, 99)
        kit.text.draw(surface, self._label, self.rect.center, kit.title(16, ink), "center")


class Foot(Widget):
    """Back at the left, a sentence, and the way on at the right."""

    def __init__(self, left: Sequence[Button], text: str, right: Button) -> None:
        super().__init__()
        self.left = list(left)
        self.text = text
        self.right = right
        self.more = ""
        """Said instead of the sentence while the middle does not fit."""

    def children(self) -> Sequence[Widget]:
        """The buttons."""
        return [*self.left, self.right]

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """One row."""
        high = max(one.measure(kit)[1] for one in (*self.left, self.right))
        return width or kit.metrics.width, high + 2 * kit.px(12)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the buttons."""
        super().layout(kit, rect)
        x = rect.x
        for button in self.left:
            wide, high = button.measure(kit)
            button.layout(kit, pygame.Rect(x, rect.centery - high // 2, wide, high))
            x += wide + kit.px(20)
        wide, high = self.right.measure(kit)
        wide = max(wide, kit.px(200))
        place = pygame.Rect(rect.right - wide, rect.centery - high // 2, wide, high)
        self.right.layout(kit, place)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw buttons and sentence."""
        for button in self.children():
            button.draw(surface, kit)
        x = self.left[-1].rect.right + kit.px(28)
        style = kit.body(17, kit.theme.ink2)
        said = self.more or self.text
        if x + kit.text.width(said, style) < self.right.rect.x - kit.px(20):
            kit.text.draw(surface, said, (x, self.rect.centery), style)
        if self.more:
            kit.paint.rule(surface, self.rect.topleft, self.rect.width, kit.theme.line)


class SetupStep(FormScreen):
    """One step of the setup. A subclass says its number and its parts, and what comes next."""

    number = 2

    def __init__(self, app: App, plan: Plan) -> None:
        super().__init__(app)
        self.plan = plan
        self.seat_letters = letters_of(plan.campaign)

    @property
    def title(self) -> str:
        """The campaign's title."""
        return self.words.text(self.plan.campaign.title)

    @property
    def words(self) -> Words:
        """The campaign's words in the interface's language."""
        return words_of(self.plan.campaign, self.kit.tr)

    @abstractmethod
    def subtitle(self) -> str:
        """What this step asks."""

    @abstractmethod
    def parts(self) -> list[Widget]:
        """What stands in the middle."""

    @abstractmethod
    def foot(self) -> Foot:
        """Back and on."""

    def build(self) -> Widget:
        """Head, middle, foot."""
        names = (
            self.words.say("Campaign"),
            self.words.say("Seats"),
            self.words.say("Options"),
            self.words.say("Brief"),
        )
        marks: list[Widget] = [
            StepMark(f"{place} {name}", now=place == self.number)
            for place, name in enumerate(names, start=1)
        ]
        self._head = Head(self.title, self.subtitle(), marks, size=28)
        self._middle = ScrollView(Stacked(self.parts(), gap=16))
        self._foot = self.foot()
        return Group([self._middle, self._foot, self._head])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Head on top, foot at the bottom, the middle scrolls between."""
        kit, side = self.kit, margin(self.kit, rect)
        high = self._head.measure(kit, rect.width)[1]
        low = self._foot.measure(kit, rect.width - 2 * side)[1]
        self._head.layout(kit, pygame.Rect(0, 0, rect.width, high))
        foot = pygame.Rect(side, rect.bottom - low, rect.width - 2 * side, low)
        self._foot.layout(kit, foot)
        top = high + kit.px(12)
        room = pygame.Rect(side, top, rect.width - 2 * side + kit.px(10), foot.top - top)
        self._middle.layout(kit, room)
        more = self.words.say("Page Down shows more.")
        self._foot.more = more if self._middle.overflows else ""

    def first_focus(self) -> Widget | None:
        """The way on."""
        return self._foot.right

    def handle(self, event: pygame.event.Event) -> bool:
        """As every form, with two exceptions: Esc leaves a field first, since what was typed is
        dear, and Enter on a choice leads on, as the button says, since arrows and Space choose."""
        focus = self.form.focus
        if event.type == pygame.KEYDOWN and focus is not None and not self.form.has_layers:
            if event.key == pygame.K_ESCAPE and focus.text_input:
                self.form.give_focus(self.way_on)
                return True
            if event.key in _ENTER and isinstance(focus, Segmented | Checkbox):
                self.form.use(self.way_on)
                return True
        return super().handle(event)

    def on_key(self, event: pygame.event.Event) -> bool:
        """Help on F1; Page Up and Page Down turn the middle from wherever the focus is."""
        if event.key == pygame.K_F1:
            open_help(self.app, "brief", self.plan.campaign)
            return True
        turned = self._middle.on_key(event, self.form)
        if turned:
            self.invalidate()
        return turned

    @property
    def way_on(self) -> Button:
        """The button that leads on."""
        return self._foot.right

    def back_button(self) -> Button:
        """The way back."""
        back = Button(self.words.say("Back"), self.app.pop, key="Esc", size=17)
        back.name = "back"
        return back
