"""The credits: what the shipped files are made of, as their own list says it."""

import json
import re
from collections.abc import Sequence

import pygame

from game.narrate.rulebook import Block
from game.resources import assets_dir
from game.ui.app import App
from game.ui.help.page import PageView
from game.ui.help.pane import ReadingPane
from game.ui.screens.frame import Footer, Head, margin
from game.ui.theme import Metrics
from game.ui.widgets.button import Button
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.widget import Group, Widget

_FILE = "CREDITS.md"
_MAP = "map/north_america.geojson"
_RULE = re.compile(r"^\|[\s:|-]+\|$")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_STAR = re.compile(r"(?<!\*)\*(?!\*)")
_WIDTH = 1180


def blocks_of(markdown: str) -> tuple[Block, ...]:
    """A short Markdown text as blocks: headings in bold, lists, tables, paragraphs."""
    blocks: list[Block] = []
    if not markdown.strip():
        return ()
    for group in re.split(r"\n\s*\n", markdown.strip()):
        blocks += _group(group.splitlines())
    return tuple(blocks)


def _group(lines: Sequence[str]) -> list[Block]:
    if lines[0].startswith("#"):
        rest = lines[1:]
        heading = Block("text", f"**{_plain(lines[0].lstrip('# '))}**")
        return [heading, *(_group(rest) if rest else [])]
    if lines[0].startswith("|"):
        cells = [_cells(line) for line in lines if not _RULE.match(line.strip())]
        return [Block("rows", rows=tuple(cells))]
    if lines[0].startswith(("- ", "* ")):
        return [Block("points", points=tuple(_plain(line[2:]) for line in lines))]
    return [Block("text", _plain(" ".join(lines)))]


def _cells(line: str) -> tuple[str, ...]:
    return tuple(_plain(cell.strip()) for cell in line.strip().strip("|").split("|"))


def _plain(text: str) -> str:
    """The text without Markdown's signs, but with its bold words; code stays as it is."""
    parts = text.split("`")
    parts[::2] = [_STAR.sub("", _LINK.sub(r"\1", part)) for part in parts[::2]]
    return "".join(parts)


class CreditsScreen(FormScreen):
    """One page to read."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._blocks = blocks_of(_read(_FILE))
        self._map = tuple(Block("text", line) for line in _attribution())

    @property
    def title(self) -> str:
        """The window's title."""
        return self.kit.tr.gettext("Credits")

    def build(self) -> Widget:
        """The head, the page, the footer."""
        tr = self.kit.tr
        back = Button(tr.gettext("Back"), self.app.pop, kind="dark", key="Esc", size=18)
        back.name = "back"
        said = tr.gettext("What the game is made of, and whose work that is.")
        self.head = Head(tr.gettext("Credits"), said, [back])
        lead = Block("text", f"**{tr.gettext('Map')}**")
        shown = (lead, *self._map, *self._blocks) if self._map else self._blocks
        self.page = ReadingPane(PageView("", shown), most=_WIDTH)
        self.page.name = "page"
        hints = (("Arrows", tr.gettext("scroll")), ("Esc", tr.gettext("back")))
        said = tr.gettext("The licences lie beside the files, in {folder}").format(
            folder=assets_dir()
        )
        self.footer = Footer(said, hints)
        return Group([self.page, self.head, self.footer])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """The page between head and footer."""
        kit = self.kit
        high, low = self.head.measure(kit, rect.width)[1], self.footer.measure(kit)[1]
        self.head.layout(kit, pygame.Rect(0, 0, rect.width, high))
        self.footer.layout(kit, pygame.Rect(0, rect.bottom - low, rect.width, low))
        side = margin(kit, rect)
        top = high + kit.px(20)
        room = pygame.Rect(side, top, rect.width - 2 * side, rect.height - top - low)
        self.page.layout(kit, room)


def _read(name: str) -> str:
    try:
        return (assets_dir() / name).read_text(encoding="utf-8")
    except OSError:
        return ""


def _attribution() -> list[str]:
    """The lines that the map's data asks to be shown."""
    try:
        found = json.loads(_read(_MAP)).get("attribution", [])
    except (ValueError, AttributeError):
        return []
    return [found] if isinstance(found, str) else [str(line) for line in found]
