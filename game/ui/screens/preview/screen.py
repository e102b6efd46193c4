"""The preview: a campaign as it will look, read again within half a second of each save."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pygame

from game.content.campaign import Campaign
from game.content.loader import Report
from game.content.texts import campaign_texts
from game.narrate.language import LANGUAGES, translator
from game.narrate.words import Words
from game.ui.app import App
from game.ui.present.lettering import letters_of
from game.ui.screens.cards.deck import ALL, INJECT, DeckCard
from game.ui.screens.cards.detail import detail_dialog
from game.ui.screens.doors import open_help
from game.ui.screens.frame import Footer, Head, margin
from game.ui.screens.preview.chapters import guide_chapters, seat_chapters
from game.ui.screens.preview.decks import author_deck
from game.ui.screens.preview.headrow import (
    TABS,
    language_choice,
    remark_button,
    tab_choice,
    trouble,
    untranslated,
)
from game.ui.screens.preview.mappage import MapPage
from game.ui.screens.preview.pages import CardPage, TextPage, level_choice, seat_choice
from game.ui.screens.preview.problems import ProblemList, ProblemPanel, problem_texts
from game.ui.screens.preview.reader import Reader
from game.ui.theme import Metrics
from game.ui.widgets.boxes import TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.popover import Dialog
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.shortcut import Shortcut
from game.ui.widgets.widget import Group, Widget

_TAB_KEYS = tuple(Shortcut.of(str(number)) for number in range(1, len(TABS) + 1))
_FRESH_SECONDS = 3.0
_PANEL_SHARE = 0.55


@dataclass(slots=True)
class _Place:
    """Where the reader is: what is open on each page, and how far it is scrolled."""

    tab: str = "map"
    level: str = ALL
    seat: str = ALL
    chapter: dict[str, str] = field(default_factory=dict)
    offset: dict[str, int] = field(default_factory=dict)
    detail: str = ""


class PreviewScreen(FormScreen):
    """Shows the last text of a folder that could be read, and over it what stands against the
    present one. `language` is that of the campaign's texts; the controls keep the user's own."""

    def __init__(self, app: App, folder: Path) -> None:
        super().__init__(app)
        self.folder = folder
        self.reader = Reader(folder)
        self.report: Report | None = None
        self.campaign: Campaign | None = None
        self.language = app.settings.language
        self.place_now = _Place()
        self.map = MapPage(self.invalidate)
        self._words: Words | None = None
        self._deck: tuple[DeckCard, ...] = ()
        self._fresh = 0.0
        self._is_slow = False
        self._pages: Widget = Group()
        self._kept_for = ""
        self.panel: ProblemPanel | None = None

    @property
    def title(self) -> str:
        """The campaign's title, or the folder's name before it could be read."""
        if self._words is None:
            return self.folder.name
        return self._words.text(self._words.campaign.title)

    @property
    def errors(self) -> tuple[str, ...]:
        """What stands against the text as it was saved last, as `nadc check` prints it."""
        return self._told(errors=True)

    @property
    def warnings(self) -> tuple[str, ...]:
        """The warnings and advice of the text, as `nadc check` prints them."""
        return self._told(errors=False)

    # --- the picture

    def build(self) -> Widget:
        """The head with tabs and languages, the open page, and what is wrong above it."""
        tr = self.kit.tr
        self._keep_offsets()
        self.head = Head(self.title, self._subtitle(), self._controls(), size=26)
        self._pages = self._page()
        self.panel = None
        if self.errors:
            said = trouble(tr, len(self.errors), has_picture=self._words is not None)
            self.panel = ProblemPanel(said, (*self.errors, *self._to_follow()))
        hints = (
            ("1 … 5", tr.gettext("pages")),
            ("L", tr.gettext("language")),
            ("F  +  −", tr.gettext("map")),
            ("F1", tr.gettext("help")),
            ("Ctrl +", tr.gettext("bigger text")),
        )
        self.footer = Footer(str(self.folder), hints)
        parts: list[Widget] = [self._pages, self.head, self.footer]
        return Group([*parts, self.panel] if self.panel is not None else parts)

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Head on top, footer at the bottom, the page between them, problems over its foot."""
        kit = self.kit
        high, low = self.head.measure(kit, rect.width)[1], self.footer.measure(kit)[1]
        self.head.layout(kit, pygame.Rect(0, 0, rect.width, high))
        self.footer.layout(kit, pygame.Rect(0, rect.bottom - low, rect.width, low))
        room = pygame.Rect(0, high, rect.width, rect.height - high - low)
        side = margin(kit, rect)
        inner = room.inflate(-2 * side, 0)
        inner.y, inner.height = room.y + kit.px(16), room.height - kit.px(16)
        self._pages.layout(kit, room if self._pages is self.map else inner)
        self._restore_offsets()
        if self.panel is not None:
            wanted = self.panel.measure(kit, room.width)[1]
            tall = min(wanted, round(room.height * _PANEL_SHARE))
            self.panel.layout(kit, pygame.Rect(0, room.bottom - tall, room.width, tall))

    def layout(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Everything is made anew, since text of another size has other parts."""
        self.rebuild()
        self.form.replace_layers()

    def first_focus(self) -> Widget | None:
        """The tabs."""
        return next((one for one in self.form.reachable() if one.name == "tabs"), None)

    # --- time and input

    def update(self, dt: float) -> float | None:
        """Look for saves, and let the map move."""
        wakes = [super().update(dt), self.reader.wake]
        report = self.reader.advance(dt)
        if report is not None:
            self._take(report)
            wakes.append(0.0)
        elif self.reader.is_slow != self._is_slow:
            self._is_slow = self.reader.is_slow
            self._refresh_head()
        if self._fresh > 0:
            self._fresh -= dt
            wakes.append(max(0.0, self._fresh))
            if self._fresh <= 0:
                self._refresh_head()
        board = self.map.board
        if self._pages is self.map and (board.update(dt) or board.is_dirty):
            self.invalidate()
            wakes.append(0.0)
        due = [wake for wake in wakes if wake is not None]
        return min(due) if due else None

    def idle(self, budget_ms: float) -> bool:
        """Work on sharper pictures of the map."""
        if self._pages is not self.map:
            return False
        more = self.map.board.idle(budget_ms)
        if self.map.board.is_dirty:
            self.invalidate()
        return more

    def handle(self, event: pygame.event.Event) -> bool:
        """The map first where nothing else lies under the pointer, then the controls."""
        if self._is_for_map(event):
            if event.type == pygame.MOUSEMOTION:
                super().handle(event)
            return self.map.to_board(event) or super().handle(event)
        return super().handle(event)

    def on_key(self, event: pygame.event.Event) -> bool:
        """Digits turn to a page, L to the next language; the rest is the map's."""
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META | pygame.KMOD_ALT):
            return self._pages is self.map and self.map.to_board(event)
        for tab, key in zip(TABS, _TAB_KEYS, strict=True):
            if key.matches(event):
                self.open_tab(tab)
                return True
        if event.key == pygame.K_l:
            order = list(self._languages())
            place = order.index(self.language) if self.language in order else 0
            self.speak(order[(place + 1) % len(order)])
            return True
        if event.key == pygame.K_F1:
            open_help(self.app, campaign=self.campaign)
            return True
        return self._pages is self.map and self.map.to_board(event)

    def open_tab(self, tab: str) -> None:
        """Turn to a page."""
        self.place_now.tab = tab
        self.rebuild()

    def speak(self, language: str) -> None:
        """Show the campaign's texts in another language."""
        self.language = language
        self._reword()
        self.rebuild()

    # --- reading

    def _take(self, report: Report) -> None:
        """Show what was read, or what stands against it over the picture as it was."""
        first = self.report is None
        self.report, self._is_slow = report, False
        if report.campaign is not None:
            self.campaign = report.campaign
            self.seat_letters = letters_of(report.campaign)
            self.app.letter_seats()
            self._fresh = 0.0 if first else _FRESH_SECONDS
            self._reword()
        self.rebuild()
        self._renew_detail()

    def _reword(self) -> None:
        if self.campaign is None:
            return
        self._words = Words(self.campaign, translator(self.language), self.language)
        self._deck = author_deck(self._words)

    def _told(self, *, errors: bool) -> tuple[str, ...]:
        report = self.report
        if report is None:
            return ()
        found = [problem for problem in report.problems if problem.is_error == errors]
        return problem_texts(report, found, self.kit.tr)

    def _to_follow(self) -> tuple[str, ...]:
        """That more is checked later, where a file could not be read."""
        if self.report is None or not self.report.is_partial:
            return ()
        return (self.kit.tr.gettext("More checks follow when the files can be read."),)

    # --- parts

    def _subtitle(self) -> str:
        tr = self.kit.tr
        if self.report is None or self._is_slow:
            return tr.gettext("Reading the campaign …")
        if self.errors:
            return tr.gettext("As it was before the last save.") if self._words else ""
        if self._fresh > 0:
            return tr.gettext("Read again just now.")
        missing = self._untranslated()
        if missing:
            return untranslated(tr, missing)
        return tr.gettext("Save a file, and it shows here at once.")

    def _refresh_head(self) -> None:
        """Say something else below the title; everything else stays as it is."""
        self.head.subtitle = self._subtitle()
        self.head.layout(self.kit, self.head.rect)
        self.invalidate()

    def _untranslated(self) -> int:
        """How many texts the language that is shown does not have yet."""
        if self.campaign is None or self.language == "en":
            return 0
        known = self.campaign.locales.get(self.language, {})
        return sum(text not in known for text in campaign_texts(self.campaign))

    def _controls(self) -> list[Widget]:
        tr = self.kit.tr
        close = Button(tr.gettext("Close"), self.app.pop, kind="dark", key="Ctrl+Q", size=17)
        close.name = "close"
        parts: list[Widget] = [
            tab_choice(tr, self.place_now.tab, self.open_tab),
            language_choice(self._languages(), self.language, self.speak),
        ]
        if self.warnings and not self.errors:
            parts.append(remark_button(tr, len(self.warnings), self._open_warnings))
        return [*parts, close]

    def _languages(self) -> dict[str, str]:
        """The interface's languages, and whatever others the campaign has texts in."""
        own = self.campaign.locales if self.campaign is not None else ()
        return {**LANGUAGES, **{code: code for code in own if code not in LANGUAGES}}

    def _open_warnings(self) -> None:
        tr = self.kit.tr
        close = Button(tr.gettext("Close"), self.form.close, key="Esc", size=17)
        dialog = Dialog(tr.gettext("Remarks"), ProblemList(self.warnings), [close], width=1000)
        self.ask(dialog)

    def _page(self) -> Widget:
        words, now = self._words, self.place_now
        if words is None:
            return TextBlock([])
        if now.tab == "map":
            self.map.show(self.kit, words)
            return self.map
        if now.tab in ("cards", "injects"):
            return self._card_page(words)
        chapters = seat_chapters(words) if now.tab == "seats" else guide_chapters(words)
        empty = self.kit.tr.gettext("This campaign has no guided steps: add them under `guide:`.")
        return TextPage(chapters, now.chapter.get(now.tab, ""), self._open_chapter, empty)

    def _card_page(self, words: Words) -> CardPage:
        tr = self.kit.tr
        if self.place_now.tab == "injects":
            empty = tr.gettext("This campaign has no injects: write them in injects.yaml.")
            return CardPage(self._shown(), [], self._open_card, empty)
        level = level_choice(words, self._deck, self.place_now.level, partial(self._pick, "level"))
        seat = seat_choice(words, self.place_now.seat, partial(self._pick, "seat"))
        empty = tr.gettext("No card of this level is for this seat.")
        return CardPage(self._shown(), [level, seat], self._open_card, empty)

    def _shown(self) -> Sequence[DeckCard]:
        """The cards of the page that is open."""
        now = self.place_now
        if now.tab == "injects":
            return [card for card in self._deck if card.level == INJECT]
        return [card for card in self._deck if card.is_for(now.level, now.seat)]

    def _pick(self, what: str, value: str) -> None:
        setattr(self.place_now, what, value)
        self.rebuild()

    def _open_chapter(self, chapter: str) -> None:
        tab = self.place_now.tab
        self.place_now.chapter[tab] = chapter
        if isinstance(self._pages, TextPage):
            passages = self._pages.chapters[chapter].passages
            self._pages.text.show(self.kit, TextBlock(passages))
            self._kept_for = f"{tab} {chapter}"

    # --- a card whole

    def _open_card(self, card: str) -> None:
        """Show all that is written of a card; it follows saves while it is open."""
        shown = {one.id: place for place, one in enumerate(self._shown())}
        if card not in shown:
            return
        self._close_card()
        self.place_now.detail = card
        place = shown[card]
        count = self.kit.tr.gettext("{place} of {count}").format(place=place + 1, count=len(shown))
        deck_card = self._shown()[place]
        dialog = detail_dialog(self.kit, deck_card, count, self._step_card, self._close_card)
        self.ask(dialog, self._forget_card)

    def _step_card(self, step: int) -> None:
        order = [one.id for one in self._shown()]
        place = order.index(self.place_now.detail)
        self._open_card(order[(place + step) % len(order)])

    def _close_card(self) -> None:
        if self.place_now.detail and self.form.has_layers:
            self.form.close()

    def _forget_card(self) -> None:
        self.place_now.detail = ""

    def _renew_detail(self) -> None:
        card = self.place_now.detail
        if card:
            self._close_card()
            self._open_card(card)

    # --- how far pages are scrolled

    def _keep_offsets(self) -> None:
        """Note how far the page is scrolled that is about to be made anew."""
        view = self._scrolling()
        if view is not None:
            self.place_now.offset[self._kept_for] = view.offset

    def _restore_offsets(self) -> None:
        now = self.place_now
        self._kept_for = f"{now.tab} {now.chapter.get(now.tab, '')}"
        view = self._scrolling()
        if view is not None:
            view.scroll_to(self.place_now.offset.get(self._kept_for, 0))

    def _scrolling(self) -> ScrollView | None:
        if isinstance(self._pages, CardPage):
            return self._pages.grid
        return self._pages.text if isinstance(self._pages, TextPage) else None

    def _is_for_map(self, event: pygame.event.Event) -> bool:
        if self._pages is not self.map or self.form.has_layers or not self.map.takes(event):
            return False
        at = getattr(event, "pos", pygame.mouse.get_pos())
        return self.panel is None or not self.panel.rect.collidepoint(at)
