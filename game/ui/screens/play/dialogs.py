"""Dialogs of the table: a card whole, an inject that asks, what happened meanwhile, the keys."""

from collections.abc import Callable, Sequence

import pygame

from game.model.actions import Action
from game.model.decisions import Decision
from game.model.ids import CardIx, InjectIx
from game.narrate.choices.actions import action_label
from game.narrate.line import Line
from game.ui.kit import Kit
from game.ui.present.faces import card_face
from game.ui.present.sight import Sight
from game.ui.widgets.boxes import Passage, Stacked, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.card import Card
from game.ui.widgets.marks import key_cap, key_cap_width
from game.ui.widgets.popover import Dialog
from game.ui.widgets.widget import Widget


class Centred(Widget):
    """A widget in the middle of the width it is given, in its own width."""

    def __init__(self, inner: Widget) -> None:
        super().__init__()
        self.inner = inner

    def children(self) -> tuple[Widget, ...]:
        """The widget."""
        return (self.inner,)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As wide as it is given, as high as the widget."""
        wide, high = self.inner.measure(kit)
        return (width or wide), high

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the widget."""
        super().layout(kit, rect)
        wide = min(self.inner.measure(kit)[0], rect.width)
        place = pygame.Rect(0, rect.y, wide, rect.height)
        place.centerx = rect.centerx
        self.inner.layout(kit, place)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the widget."""
        self.inner.draw(surface, kit)


def card_dialog(kit: Kit, sight: Sight, card: CardIx, on_close: Callable[[], None]) -> Dialog:
    """A card whole, with the note where the public record differs."""
    words = sight.words
    parts: list[Widget] = [Centred(Card(card_face(words, card), "full", on_close))]
    note = sight.campaign.cards[card].fact_note
    if note:
        parts.append(TextBlock([Passage(words.text(note), "small")]))
    close = Button(kit.tr.gettext("Close"), on_close, key="Esc", size=17)
    return Dialog(words.card(card), Stacked(parts, gap=14), [close], width=480)


def inject_dialog(
    kit: Kit,
    sight: Sight,
    asked: Decision,
    legal: Sequence[Action],
    on_answer: Callable[[Action], None],
    on_later: Callable[[], None],
) -> Dialog:
    """An inject that asks: what is said, the answers, and what each will do."""
    words, inject = sight.words, InjectIx(asked.value)
    spec = sight.campaign.injects[inject]
    parts: list[Widget] = [TextBlock([Passage(words.text(spec.text))])]
    for place, action in enumerate(legal):
        option = spec.options[place] if place < len(spec.options) else None
        note = words.text(option.note) if option is not None and option.note else ""
        label = action_label(words, action, sight.view)
        button = Button(label, _bound(on_answer, action), detail=note, key=str(place + 1), size=18)
        button.name = f"option-{place}"
        parts.append(button)
    later = Button(kit.tr.gettext("Look at the map first"), on_later, key="Esc", size=15)
    tint = kit.theme.level("inject")
    return Dialog(
        words.inject(inject),
        Stacked(parts, gap=12),
        [later],
        note=words.say("event"),
        tint=tint,
        width=620,
    )


def _bound(on_answer: Callable[[Action], None], action: Action) -> Callable[[], None]:
    return lambda: on_answer(action)


def briefing_dialog(
    kit: Kit,
    title: str,
    briefing: str,
    lines: Sequence[Line],
    on_close: Callable[[], None],
    tint_style: str,
) -> Dialog:
    """What a seat may know of what happened since it last acted, oldest first.

    `briefing` is what the seat was told at the start; it comes first, where it is given.
    """
    tr = kit.tr
    passages = [Passage(briefing)] if briefing else []
    heading = ""
    for line in lines:
        where = tr.gettext("Quarter {quarter}, {phase}").format(
            quarter=line.quarter, phase=line.heading
        )
        if where != heading:
            passages.append(Passage(where, "heading"))
            heading = where
        passages.append(Passage(line.text))
    if not passages:
        passages = [Passage(tr.gettext("Nothing that you could see has happened."))]
    note = tr.gettext("your briefing") if briefing else tr.gettext("since your last turn")
    close = Button(tr.gettext("Continue"), on_close, kind="primary", key="Enter", size=18)
    tint = kit.theme.seat(tint_style).colour
    return Dialog(title, TextBlock(passages), [close], note=note, tint=tint, width=680)


def keys_dialog(kit: Kit, on_close: Callable[[], None]) -> Dialog:
    """Every key of the table."""
    close = Button(kit.tr.gettext("Close"), on_close, key="Esc", size=17)
    return Dialog(kit.tr.gettext("Keys"), KeyList(table_keys(kit)), [close], width=720)


def table_keys(kit: Kit) -> tuple[tuple[str, str], ...]:
    """Keys of the table and what they do."""
    tr = kit.tr
    return (
        ("Tab", tr.gettext("next: buttons, lit places from west to east, actions, hand, panels")),
        ("Arrows", tr.gettext("the next lit place, card or line in that direction")),
        ("Shift Arrows", tr.gettext("point at anything on the map, lit or not, to read about it")),
        ("1 … 9  0", tr.gettext("pick an action, a card or an answer")),
        ("Enter", tr.gettext("choose, commit")),
        ("Esc", tr.gettext("back; with nothing chosen, the menu of this sitting")),
        ("Space", tr.gettext("details of what has the focus")),
        ("H", tr.gettext("hold: do nothing now, and do better on a later Test")),
        ("E", tr.gettext("end the turn: pass or done")),
        ("A  R", tr.gettext("mark yes or no to a proposal; E gives the answer")),
        ("Ctrl Z", tr.gettext("undo; Ctrl Y does it again")),
        ("W", tr.gettext("why: the events that made a number")),
        ("B", tr.gettext("what happened since your last turn")),
        ("N", tr.gettext("the event that asks you, once more")),
        ("V", tr.gettext("the last flow, once more")),
        ("I  L  M", tr.gettext("inspector, what happened, map")),
        ("F  +  −", tr.gettext("fit the map, nearer, farther; Ctrl with arrows moves it")),
        ("Y", tr.gettext("what the map shows: countries, governance, violence, presence")),
        ("P", tr.gettext("pause the timer")),
        ("G  O", tr.gettext("guided step: hide or show it, done reading or skip it")),
        ("Ctrl + −", tr.gettext("larger and smaller text")),
        ("F11", tr.gettext("full screen")),
        ("F1", tr.gettext("help of this phase; ? shows these keys")),
    )


class KeyList(Widget):
    """Keys at the left, what they do at the right."""

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.rows = tuple(rows)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """One row below the other."""
        wide = width or kit.px(640)
        return wide, sum(self._height(kit, text, wide) for _, text in self.rows)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the rows."""
        y = self.rect.y
        for key, text in self.rows:
            high = self._height(kit, text, self.rect.width)
            middle = y + high // 2
            key_cap(surface, kit, (self.rect.x, middle), key, kit.theme.ink2, 14)
            at = (self.rect.x + self._indent(kit), y + kit.px(5))
            kit.text.rich(surface, text, at, self.rect.width - self._indent(kit), kit.body(16))
            y += high

    def _height(self, kit: Kit, text: str, width: int) -> int:
        return kit.text.height(text, kit.body(16), width - self._indent(kit)) + kit.px(10)

    def _indent(self, kit: Kit) -> int:
        return max(key_cap_width(kit, key, 14) for key, _ in self.rows) + kit.px(18)
