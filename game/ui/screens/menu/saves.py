"""The saved sittings: go on, look at again, rename, copy, delete."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game.content.campaign import Campaign
from game.content.loader import load_campaign
from game.content.problems import ContentError
from game.play.catalogue import shipped, typed_path
from game.play.shelf import Saved, Shelf, delete, export, rename
from game.play.trouble import SaveError
from game.resources import saves_dir
from game.ui.app import App
from game.ui.help.pane import ReadingPane
from game.ui.screens.doors import open_help, open_replay, open_saved
from game.ui.screens.frame import Footer, Head, margin
from game.ui.screens.menu.entries import ago
from game.ui.screens.menu.leavings import Leavings
from game.ui.screens.menu.saved_page import SavedPage, where
from game.ui.screens.menu.saves_dialogs import (
    copy_dialog,
    delete_dialog,
    rename_dialog,
    trouble_dialog,
)
from game.ui.theme import Metrics
from game.ui.widgets.boxes import Flowing
from game.ui.widgets.button import Button, ButtonKind
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.listbox import ListBox, Row
from game.ui.widgets.popover import Dialog
from game.ui.widgets.widget import Group, Widget

_PANEL = 680


class SavesScreen(FormScreen):
    """The list at the left, the sitting that is marked at the right, what can be done below it."""

    def __init__(self, app: App, folder: Path | None = None) -> None:
        super().__init__(app)
        self.shelf = Shelf(folder or saves_dir())
        self.sittings = self.shelf.sittings()
        self.chosen = str(self.sittings[0].path) if self.sittings else ""
        self._campaigns: dict[str, Campaign | None] = {}
        self._leavings = Leavings()

    @property
    def title(self) -> str:
        """The window's title."""
        return self.kit.tr.gettext("Saved sittings")

    @property
    def marked(self) -> Saved | None:
        """The sitting that is marked in the list."""
        return next((one for one in self.sittings if str(one.path) == self.chosen), None)

    def build(self) -> Widget:
        """The head, the list, the page of the marked sitting, its buttons, the footer."""
        tr = self.kit.tr
        back = Button(tr.gettext("Back"), self.app.pop, kind="dark", key="Esc", size=18)
        back.name = "back"
        self.head = Head(tr.gettext("Saved sittings"), self._count(), [back])
        self.list = ListBox(
            [self._row(one) for one in self.sittings],
            self.chosen,
            self._mark,
            on_use=lambda value: self._use(),
            empty=tr.gettext(
                "No sitting is saved yet. Start a campaign, and every choice is saved as it is "
                "made."
            ),
        )
        self.list.name = "sittings"
        self.page = ReadingPane(self._page(), paper=False, always=False)
        self.page.name = "page"
        self.buttons = Flowing(self._buttons(), gap=12)
        hints = (
            ("Arrows", tr.gettext("choose")),
            ("Enter", tr.gettext("go on with it")),
            ("Tab", tr.gettext("to the buttons")),
            ("Esc", tr.gettext("back")),
        )
        kept = tr.gettext("Kept in {folder}").format(folder=self.shelf.folder)
        self.footer = Footer(kept, hints)
        return Group([self.list, self.page, self.buttons, self.head, self.footer])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """List and page beside each other, or below where the text is large."""
        kit = self.kit
        high, low = self.head.measure(kit, rect.width)[1], self.footer.measure(kit)[1]
        self.head.layout(kit, pygame.Rect(0, 0, rect.width, high))
        self.footer.layout(kit, pygame.Rect(0, rect.bottom - low, rect.width, low))
        side, gap = margin(kit, rect), kit.px(24)
        top = high + kit.px(20)
        room = pygame.Rect(side, top, rect.width - 2 * side, rect.height - top - low)
        if metrics.drawers:
            wanted = self.list.measure(kit, room.width)[1]
            high = min(wanted, round(room.height * 0.36))
            first = pygame.Rect(room.x, room.y, room.width, high)
            second = pygame.Rect(room.x, first.bottom + gap, room.width, 0)
            second.height = room.bottom - second.y
        else:
            wide = min(kit.px(_PANEL), room.width // 2)
            first = pygame.Rect(room.x, room.y, room.width - wide - gap, room.height)
            second = pygame.Rect(first.right + gap, room.y, wide, room.height)
        self.list.layout(kit, first)
        self._place_panel(second)

    def paint(self, surface: pygame.Surface) -> None:
        """Plain ground, and paper below the marked sitting."""
        kit = self.kit
        surface.fill(kit.theme.screen)
        if self.marked is not None:
            kit.paint.panel(surface, self.panel, radius=8, level=1)

    def first_focus(self) -> Widget | None:
        """The list."""
        return self.list if self.sittings else None

    def idle(self, budget_ms: float) -> bool:
        """Read one campaign that a sitting belongs to, for the names and shapes of its seats."""
        self._leavings.clear()
        wanted = {one.header.campaign for one in self.sittings if one.header is not None}
        missing = sorted(wanted - set(self._campaigns))
        if not missing:
            return False
        self._campaigns[missing[0]] = _read(missing[0])
        self.list.rows = tuple(self._row(one) for one in self.sittings)
        self._page_anew()
        return len(missing) > 1

    def on_key(self, event: pygame.event.Event) -> bool:
        """Help on F1."""
        if event.key != pygame.K_F1:
            return False
        open_help(self.app)
        return True

    def on_return(self, result: object) -> None:
        """Look again: a sitting may have been played on."""
        self._leavings.come()
        self.app.present()
        self._refresh()

    def resume(self) -> None:
        """Go on with the marked sitting."""
        if self.marked is not None:
            open_saved(self.app, self.marked.path)

    def replay(self) -> None:
        """Look at the marked sitting again, step by step."""
        if self.marked is not None:
            open_replay(self.app, self.marked.path)

    def ask_name(self) -> None:
        """Ask for another name."""
        if self.marked is not None:
            self.ask(rename_dialog(self.kit, self.marked.name, self._rename, self._close))

    def ask_copy(self) -> None:
        """Ask where a copy goes."""
        if self.marked is not None:
            target = str(Path.home() / _file_name(self.marked))
            self.ask(copy_dialog(self.kit, target, self._copy, self._close))

    def ask_delete(self) -> None:
        """Ask whether it goes for good."""
        if self.marked is not None:
            self.ask(delete_dialog(self.kit, self.marked.name, self._delete, self._close))

    def _rename(self, name: str) -> None:
        if not name.strip():
            self.form.say(self.kit.tr.gettext("A sitting needs a name."), "warning")
        elif self._done(lambda path: rename(path, name)):
            self._refresh()

    def _copy(self, target: str) -> None:
        place = typed_path(target.strip())
        made: list[Path] = []
        if target.strip() and self._done(lambda path: made.append(export(path, place))):
            said = self.kit.tr.gettext("Copied to {path}").format(path=made[0])
            self.form.say(said, "check")

    def _delete(self) -> None:
        names = [str(one.path) for one in self.sittings]
        place = names.index(self.chosen)
        if self._done(delete):
            left = [name for name in names if name != self.chosen]
            self.chosen = left[min(place, len(left) - 1)] if left else ""
            self._refresh()

    def _done(self, act: Callable[[Path], None]) -> bool:
        """Do something to the marked file and close the dialog; what fails is told."""
        self._close()
        if self.marked is None:
            return False
        try:
            act(self.marked.path)
        except SaveError as trouble:
            self._tell(trouble_dialog(self.kit, trouble, self._close))
            return False
        return True

    def _tell(self, dialog: Dialog) -> None:
        self.ask(dialog)

    def _close(self) -> None:
        if self.form.has_layers:
            self.form.close()

    def _use(self) -> None:
        """Enter on the list: go on, where that is possible."""
        first = self.buttons.widgets[0] if self.buttons.widgets else None
        if first is not None:
            self.form.use(first)

    def _mark(self, value: str) -> None:
        self.chosen = value
        self._page_anew()

    def _page_anew(self) -> None:
        """Another page and its buttons; the list stays where it is."""
        self.page.show(self.kit, self._page())
        self.buttons.widgets = self._buttons()
        self._place_panel(self.panel)
        self.invalidate()

    def _refresh(self) -> None:
        self.sittings = self.shelf.sittings()
        if self.marked is None:
            self.chosen = str(self.sittings[0].path) if self.sittings else ""
        self.rebuild()

    def _place_panel(self, panel: pygame.Rect) -> None:
        kit = self.kit
        self.panel = panel
        side, pad = kit.px(28), kit.px(14)
        inner = panel.width - 2 * side
        row = self.buttons.measure(kit, inner)[1] if self.buttons.widgets else 0
        wanted = self.page.measure(kit, panel.width)[1]
        page = min(wanted, panel.height - row - 2 * pad)
        self.page.layout(kit, pygame.Rect(panel.x, panel.y, panel.width, page))
        below = panel.y + page + pad
        self.buttons.layout(kit, pygame.Rect(panel.x + side, below, inner, row))

    def _page(self) -> SavedPage:
        saved = self.marked
        header = saved.header if saved is not None else None
        return SavedPage(saved, self._campaigns.get(header.campaign) if header else None)

    def _row(self, saved: Saved) -> Row:
        tr, header = self.kit.tr, saved.header
        value = str(saved.path)
        if header is None or saved.trouble is not None:
            why = saved.trouble.what.text(tr) if saved.trouble is not None else ""
            return Row(value, saved.name, why, tr.gettext("unreadable"), "warning")
        state = tr.gettext("finished") if header.over else tr.gettext("in progress")
        detail = tr.gettext("{where}. Saved {ago}.").format(
            where=where(header, tr, self._campaigns.get(header.campaign)),
            ago=ago(header.saved, tr),
        )
        return Row(value, header.name, detail, state, "check" if header.over else "clock")

    def _buttons(self) -> list[Widget]:
        saved = self.marked
        if saved is None:
            return []
        tr = self.kit.tr
        reason = "" if saved.trouble is None else tr.gettext("This file cannot be read.")
        over = saved.header is not None and saved.header.over
        first = tr.gettext("See the ending") if over else tr.gettext("Go on")
        rows: tuple[tuple[str, str, str, Callable[[], None], str], ...] = (
            ("resume", first, "R", self.resume, reason),
            ("replay", tr.gettext("Replay"), "P", self.replay, reason),
            ("rename", tr.gettext("Rename"), "N", self.ask_name, reason),
            ("export", tr.gettext("Export"), "X", self.ask_copy, reason),
            ("delete", tr.gettext("Delete"), "Del", self.ask_delete, ""),
        )
        return [_button(*row) for row in rows]

    def _count(self) -> str:
        tr, number = self.kit.tr, len(self.sittings)
        return tr.ngettext("{number} sitting", "{number} sittings", number).format(number=number)


def _button(name: str, label: str, key: str, act: Callable[[], None], reason: str) -> Button:
    kind: ButtonKind = "primary" if name == "resume" else "normal"
    button = Button(label, partial(act), kind=kind, key=key, size=17, reason=reason)
    button.name = name
    return button


def _file_name(saved: Saved) -> str:
    """A file name made from what people call the sitting."""
    plain = re.sub(r"[^\w\- ]+", "-", saved.name).strip(" -") or saved.path.stem
    return f"{plain}{saved.path.suffix}"


def _read(campaign: str) -> Campaign | None:
    for folder in shipped():
        if folder.name == campaign:
            try:
                return load_campaign(folder)
            except ContentError:
                return None
    return None
