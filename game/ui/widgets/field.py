"""A field for typed text, in one line or several; every script an input method can compose."""

from collections.abc import Callable

import pygame

from game.ui.kit import Kit
from game.ui.text import TextStyle
from game.ui.widgets.editing import Edit
from game.ui.widgets.form import Form
from game.ui.widgets.widget import Widget

_PAD = 12


class TextField(Widget):
    """Text typed by the user. `lines` above 1 makes it wrap and take Enter as a new line.

    `on_change` is told each new text, `on_submit` when Enter ends a single line.
    """

    focusable = True
    text_input = True

    def __init__(
        self,
        text: str,
        on_change: Callable[[str], None],
        *,
        on_submit: Callable[[], None] | None = None,
        placeholder: str = "",
        limit: int = 80,
        lines: int = 1,
        size: float = 18,
        reason: str = "",
        tooltip: str = "",
        group: str = "",
    ) -> None:
        super().__init__(reason=reason, tooltip=tooltip, group=group)
        self.edit = Edit(text, len(text), len(text), limit)
        self.on_change = on_change
        self.on_submit = on_submit
        self.placeholder = placeholder
        self.lines = lines
        self.size = size
        self._composed = ""
        self._shift = 0
        self._kit: Kit | None = None

    @property
    def text(self) -> str:
        """The text now."""
        return self.edit.text

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """A given width, or 236 design pixels; as high as its lines."""
        line = kit.text.line_height(kit.body(self.size))
        high = max(kit.px(40), line * self.lines + kit.px(14))
        return (kit.px(236) if width is None else width), high

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place, and tell the input method where it is."""
        super().layout(kit, rect)
        self._kit = kit
        if self.focused:
            pygame.key.set_text_input_rect(self.rect)

    def on_focus(self, form: Form) -> None:
        """Start to take typed text."""
        if self.enabled:
            pygame.key.start_text_input()
            pygame.key.set_text_input_rect(self.rect)
            # Keys repeat here only: elsewhere a held Enter must not commit twice.
            pygame.key.set_repeat(350, 40)

    def on_blur(self, form: Form) -> None:
        """Let keys be keys again."""
        self._composed = ""
        self.edit.go(self.edit.caret)
        pygame.key.stop_text_input()
        pygame.key.set_repeat()

    def on_text(self, event: pygame.event.Event, form: Form) -> bool:
        """Take typed letters, or show what an input method is composing."""
        if not self.enabled:
            return False
        if event.type == pygame.TEXTEDITING:
            self._composed = event.text
            return True
        self._composed = ""
        if self.edit.insert(event.text):
            self.on_change(self.edit.text)
        return True

    def on_key(self, event: pygame.event.Event, form: Form) -> bool:
        """Edit; letters are swallowed here, since they come as text."""
        if not self.enabled:
            return False
        if self._composed:
            return True
        ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        if ctrl and self._command(event.key):
            return True
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            return self._enter()
        if self._delete(event.key, ctrl) or self._move(event, ctrl):
            return True
        alt = bool(event.mod & pygame.KMOD_ALT)
        return bool(event.unicode) and event.unicode.isprintable() and not ctrl and not alt

    def on_press(self, at: tuple[int, int], form: Form) -> None:
        """Put the caret under the pointer."""
        if self._kit is not None and self.enabled:
            self.edit.go(self._place_at(self._kit, at))

    def on_drag(self, at: tuple[int, int], form: Form) -> None:
        """Select up to the pointer."""
        if self._kit is not None and self.enabled:
            self.edit.go(self._place_at(self._kit, at), select=True)

    def on_release(self, at: tuple[int, int], form: Form) -> None:
        """Say why it cannot be used, if it cannot."""
        if not self.enabled:
            form.use(self)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the field, its text, selection and caret."""
        self._kit = kit
        theme = kit.theme
        if self.ring:
            kit.paint.focus_ring(surface, self.rect, 6)
        fill = theme.white if self.enabled else theme.disabled
        kit.paint.box(surface, self.rect, fill, 6, theme.ink3, 1.3)
        inner = self._inner(kit)
        before = surface.get_clip()
        surface.set_clip(inner.inflate(kit.px(4), 0).clip(before))
        if self.edit.text or self._composed:
            self._draw_text(surface, kit, inner)
        elif self.placeholder:
            style = kit.body(self.size, theme.ink3)
            kit.text.draw(surface, self.placeholder, (inner.x, self._middle(kit, 0)), style)
        if self.focused and self.enabled:
            self._draw_caret(surface, kit, inner)
        surface.set_clip(before)

    def _draw_text(self, surface: pygame.Surface, kit: Kit, inner: pygame.Rect) -> None:
        style = kit.body(self.size, kit.theme.ink if self.enabled else kit.theme.ink3)
        self._keep_caret_visible(kit, inner, style)
        start, end = self.edit.selection
        for row, (first, last) in enumerate(self._rows(kit)):
            text = self._shown()[first:last].rstrip("\n")
            x, y = inner.x - self._shift, self._middle(kit, row)
            chosen = (max(start, first), min(end, last))
            if self.focused and chosen[0] < chosen[1]:
                self._draw_selection(surface, kit, (x, y), first, chosen)
            kit.text.draw(surface, text, (x, y), style)
        if self._composed:
            x, row = self._caret_place(kit)
            width = kit.text.width(self._composed, style)
            under = self._middle(kit, row) + kit.px(self.size * 0.55)
            kit.paint.rule(surface, (x - width, under), width, kit.theme.ink, width=1.5)

    def _draw_selection(
        self,
        surface: pygame.Surface,
        kit: Kit,
        at: tuple[int, int],
        first: int,
        chosen: tuple[int, int],
    ) -> None:
        style = kit.body(self.size)
        left = kit.text.width(self._shown()[first : chosen[0]], style)
        width = kit.text.width(self._shown()[chosen[0] : chosen[1]], style)
        high = kit.text.line_height(style)
        rect = pygame.Rect(at[0] + left, at[1] - high // 2, width, high)
        kit.paint.box(surface, rect, kit.theme.consent)

    def _draw_caret(self, surface: pygame.Surface, kit: Kit, inner: pygame.Rect) -> None:
        x, row = self._caret_place(kit)
        high = kit.px(self.size * 1.25)
        top = self._middle(kit, row) - high // 2
        kit.paint.rule(surface, (x, top), high, kit.theme.ink, vertical=True, width=2)

    def _shown(self) -> str:
        caret = self.edit.caret
        return self.edit.text[:caret] + self._composed + self.edit.text[caret:]

    def _caret_place(self, kit: Kit) -> tuple[int, int]:
        caret = self.edit.caret + len(self._composed)
        style, inner = kit.body(self.size), self._inner(kit)
        rows = self._rows(kit)
        for row, (first, last) in enumerate(rows):
            if caret < last or row == len(rows) - 1:
                x = inner.x - self._shift + kit.text.width(self._shown()[first:caret], style)
                return x, row
        return inner.x, 0

    def _keep_caret_visible(self, kit: Kit, inner: pygame.Rect, style: TextStyle) -> None:
        if self.lines > 1:
            self._shift = 0
            return
        caret = kit.text.width(self._shown()[: self.edit.caret + len(self._composed)], style)
        self._shift = max(0, min(self._shift, caret))
        self._shift = max(self._shift, caret - inner.width)

    def _rows(self, kit: Kit) -> list[tuple[int, int]]:
        """Where each shown row starts and ends in the text."""
        text = self._shown()
        if self.lines == 1:
            return [(0, len(text))]
        style, width = kit.body(self.size), self._inner(kit).width
        rows, start, cut = [], 0, 0
        for place, letter in enumerate(text):
            if letter == "\n":
                rows.append((start, place + 1))
                start = cut = place + 1
            elif kit.text.advance(text[start : place + 1], style) > width and place > start:
                split = cut if cut > start else place
                rows.append((start, split))
                start = split
            if letter == " ":
                cut = place + 1
        return [*rows, (start, len(text))]

    def _place_at(self, kit: Kit, at: tuple[int, int]) -> int:
        style, inner = kit.body(self.size), self._inner(kit)
        rows = self._rows(kit)
        row = 0 if self.lines == 1 else (at[1] - inner.y) // kit.text.line_height(style)
        first, last = rows[max(0, min(len(rows) - 1, row))]
        wanted = at[0] - inner.x + self._shift
        places = range(first, last + 1)
        return min(
            places, key=lambda p: abs(kit.text.advance(self.edit.text[first:p], style) - wanted)
        )

    def _inner(self, kit: Kit) -> pygame.Rect:
        return self.rect.inflate(-2 * kit.px(_PAD), -2 * kit.px(5))

    def _middle(self, kit: Kit, row: int) -> int:
        if self.lines == 1:
            return self.rect.centery
        line = kit.text.line_height(kit.body(self.size))
        return self._inner(kit).y + line * row + line // 2

    def _enter(self) -> bool:
        if self.lines > 1:
            self.edit.insert("\n")
            self.on_change(self.edit.text)
            return True
        if self.on_submit is None:
            return False
        self.on_submit()
        return True

    def _delete(self, key: int, ctrl: bool) -> bool:
        if key == pygame.K_BACKSPACE:
            changed = self.edit.delete_back(word=ctrl)
        elif key == pygame.K_DELETE:
            changed = self.edit.delete_ahead(word=ctrl)
        else:
            return False
        if changed:
            self.on_change(self.edit.text)
        return True

    def _move(self, event: pygame.event.Event, ctrl: bool) -> bool:
        select = bool(event.mod & pygame.KMOD_SHIFT)
        match event.key:
            case pygame.K_LEFT:
                self.edit.left(word=ctrl, select=select)
            case pygame.K_RIGHT:
                self.edit.right(word=ctrl, select=select)
            case pygame.K_HOME:
                self.edit.go(0, select=select)
            case pygame.K_END:
                self.edit.go(len(self.edit.text), select=select)
            case pygame.K_UP | pygame.K_DOWN if self.lines > 1 and self._kit is not None:
                self._climb(self._kit, 1 if event.key == pygame.K_DOWN else -1, select)
            case _:
                return False
        return True

    def _climb(self, kit: Kit, step: int, select: bool) -> None:
        x, row = self._caret_place(kit)
        line = kit.text.line_height(kit.body(self.size))
        y = self._inner(kit).y + (row + step) * line + line // 2
        self.edit.go(self._place_at(kit, (x, y)), select=select)

    def _command(self, key: int) -> bool:
        if key == pygame.K_a:
            self.edit.select_all()
        elif key == pygame.K_c:
            _copy(self.edit.selected)
        elif key == pygame.K_x:
            _copy(self.edit.selected)
            if self.edit.selected and self.edit.delete_back():
                self.on_change(self.edit.text)
        elif key == pygame.K_v:
            pasted = _pasted()
            if self.lines == 1:
                pasted = " ".join(pasted.split("\n"))
            if self.edit.insert(pasted):
                self.on_change(self.edit.text)
        else:
            return key in (pygame.K_z, pygame.K_y)
        return True


def _copy(text: str) -> None:
    if not text:
        return
    try:
        if not pygame.scrap.get_init():
            pygame.scrap.init()
        pygame.scrap.put(pygame.SCRAP_TEXT, text.encode())
    except pygame.error:
        # Some displays have no clipboard; the text then stays only in the field.
        return


def _pasted() -> str:
    try:
        if not pygame.scrap.get_init():
            pygame.scrap.init()
        data = pygame.scrap.get(pygame.SCRAP_TEXT)
    except pygame.error:
        return ""
    if not data:
        return ""
    return data.decode("utf-8", "ignore").replace("\0", "").replace("\r", "")
