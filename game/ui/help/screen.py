"""The help screen: chapters at the left, the chapter's text at the right; or the list of keys."""

from typing import Literal

import pygame

from game.content.campaign import Campaign
from game.content.loader import load_campaign
from game.content.problems import ContentError
from game.narrate.rulebook import Chapter, chapter_at, rulebook
from game.play.catalogue import shipped
from game.ui.app import App
from game.ui.help.keys import keys_page
from game.ui.help.page import PageView
from game.ui.help.pane import ReadingPane
from game.ui.screens.frame import Footer, Head, margin
from game.ui.screens.wording import words_of
from game.ui.theme import Metrics
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Option, Segmented
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.listbox import ListBox, Row
from game.ui.widgets.shortcut import is_sign
from game.ui.widgets.widget import Group, Widget

Section = Literal["rules", "keys"]

_LIST = 290
_KEYS = "keys"
_TUTORIAL = "first-light"


class HelpScreen(FormScreen):
    """The rulebook with a campaign's own numbers, opened at the chapter of a phase or name.

    Without a campaign the numbers are those of the tutorial. `section` says whether the rules or
    the keys show first.
    """

    def __init__(
        self,
        app: App,
        phase: str = "",
        campaign: Campaign | None = None,
        section: Section = "rules",
    ) -> None:
        super().__init__(app)
        self.section: Section = section
        self._starts_in_text = bool(phase)
        self._campaign = campaign or tutorial()
        self._chapters = self._read()
        self._chapter = self._asked_for(phase)

    @property
    def title(self) -> str:
        """The window's title."""
        return self.kit.tr.gettext("Help")

    @property
    def chapter(self) -> str:
        """The id of the chapter that is open."""
        return self._chapter

    def build(self) -> Widget:
        """The head with the choice of section, the chapters and the text."""
        tr = self.kit.tr
        back = Button(tr.gettext("Back"), self.app.pop, kind="dark", key="Esc", size=18)
        back.name = "back"
        self.head = Head(tr.gettext("Help"), self._subtitle(), [back])
        self.sections = self._sections()
        self.list = ListBox(
            [Row(one.id, one.title) for one in self._chapters],
            self._chapter,
            self._open,
            on_use=lambda value: self.form.give_focus(self.text),
            empty=tr.gettext("There is no campaign whose rules could be shown."),
        )
        self.list.name = "chapters"
        self.list.visible = self.section == "rules"
        self.text = ReadingPane(self._page())
        self.text.name = "text"
        self.footer = Footer(
            self._whose_numbers(),
            (
                ("Tab", tr.gettext("chapters or text")),
                ("Arrows", tr.gettext("move")),
                ("?", tr.gettext("keys")),
                ("Esc", tr.gettext("back")),
            ),
        )
        return Group([self.sections, self.list, self.text, self.head, self.footer])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Head on top, footer at the bottom, chapters and text between them."""
        kit = self.kit
        high, low = self.head.measure(kit, rect.width)[1], self.footer.measure(kit)[1]
        self.head.layout(kit, pygame.Rect(0, 0, rect.width, high))
        self.footer.layout(kit, pygame.Rect(0, rect.bottom - low, rect.width, low))
        side, gap = margin(kit, rect), kit.px(22)
        top = high + kit.px(18)
        room = pygame.Rect(side, top, rect.width - 2 * side, rect.height - top - low)
        wide = min(kit.px(_LIST), round(room.width * 0.32))
        choice = self.sections.measure(kit)
        self.sections.layout(kit, pygame.Rect(room.topleft, (max(wide, choice[0]), choice[1])))
        below = choice[1] + kit.px(14)
        if self.list.visible:
            beside = max(wide, choice[0])
            box = pygame.Rect(room.x, room.y + below, beside, room.height - below)
            self.list.layout(kit, box)
            room.x += beside + gap
            room.width -= beside + gap
        else:
            room.y += below
            room.height -= below
        self.text.layout(kit, room)

    def first_focus(self) -> Widget | None:
        """The text where a phase or the keys were asked for, else the chapters."""
        return self.text if self._starts_in_text or self.section == "keys" else self.list

    def on_key(self, event: pygame.event.Event) -> bool:
        """F1 shows the rules, ? the keys."""
        asked: Section | None = "rules" if event.key == pygame.K_F1 else None
        asked = "keys" if is_sign(event, "?") else asked
        if asked is None:
            return False
        self.show(asked)
        self.form.give_focus(self.text)
        return True

    def show(self, section: Section) -> None:
        """Show the rules or the keys."""
        if section != self.section:
            self.section = section
            self.rebuild()

    def _sections(self) -> Segmented:
        tr = self.kit.tr
        reason = "" if self._chapters else tr.gettext("No campaign can be read.")
        options = (
            Option("rules", tr.gettext("Rules"), reason=reason),
            Option("keys", tr.gettext("Keys")),
        )
        choice = Segmented(options, self.section, self._choose)
        choice.name = "section"
        return choice

    def _choose(self, section: str) -> None:
        self.show("keys" if section == "keys" else "rules")

    def _read(self) -> tuple[Chapter, ...]:
        """The chapters; the keys have a section of their own."""
        if self._campaign is None:
            self.section = "keys"
            return ()
        words = words_of(self._campaign, self.kit.tr)
        return tuple(one for one in rulebook(words) if one.id != _KEYS)

    def _asked_for(self, phase: str) -> str:
        """The chapter of a phase, or the one of that name."""
        if not self._chapters or any(one.id == phase for one in self._chapters):
            return phase
        return self._chapters[chapter_at(self._chapters, phase)].id

    def _open(self, chapter: str) -> None:
        self._chapter = chapter
        self.text.show(self.kit, self._page())
        self.invalidate()

    def _page(self) -> Widget:
        if self.section == "keys":
            return keys_page(self.kit)
        chapter = next(one for one in self._chapters if one.id == self._chapter)
        return PageView(chapter.title, chapter.blocks)

    def _subtitle(self) -> str:
        tr = self.kit.tr
        if self.section == "keys":
            return tr.gettext("Every key, by the place where it works.")
        return tr.gettext("How to play, chapter by chapter.")

    def _whose_numbers(self) -> str:
        campaign, tr = self._campaign, self.kit.tr
        if campaign is None or self.section == "keys":
            return ""
        title = words_of(campaign, tr).text(campaign.title)
        return tr.gettext("Numbers are those of {campaign}.").format(campaign=title)


def tutorial() -> Campaign | None:
    """The tutorial, or the first shipped campaign that can be read."""
    folders = sorted(shipped(), key=lambda folder: folder.name != _TUTORIAL)
    for folder in folders:
        try:
            return load_campaign(folder)
        except ContentError:
            continue
    return None
