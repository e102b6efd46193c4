"""The form: the controls of one screen, with focus, hover, keys, tooltips and what lies on top.

A form draws its content and, above it, layers: dialogs, which hold everything else back; popovers,
which do not; and lists that close when something beside them is clicked. Tab goes through the
controls in order, arrows go by direction among controls of one group, Enter and Space use the
focused control, and a control's own key uses it from anywhere.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.ui.kit import Kit
from game.ui.motion import HOVER
from game.ui.widgets.focus import DOWN, LEFT, RIGHT, UP, following, in_direction
from game.ui.widgets.notes import REFUSED_SECONDS, TOOLTIP_DELAY, Toast, draw_toast, draw_tooltip
from game.ui.widgets.widget import Group, Widget

_ARROWS = {
    pygame.K_LEFT: LEFT,
    pygame.K_RIGHT: RIGHT,
    pygame.K_UP: UP,
    pygame.K_DOWN: DOWN,
}
_USE_KEYS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)


@dataclass(slots=True)
class Layer:
    """Something above the content. `modal` holds the rest back, `light` closes on a click beside.

    `closable` lets Esc close it; `on_close` is told whenever it closes; `place` lays it out again
    after the window or the text size has changed.
    """

    root: Widget
    modal: bool = True
    light: bool = False
    veil: bool = True
    closable: bool = True
    on_close: Callable[[], None] | None = None
    place: Callable[[], None] | None = None
    restore: Widget | None = None


class Form:
    """Holds the controls of a screen and passes events to them.

    `dirty` says that the picture is out of date, `stale` which controls are where that is all:
    the pointer came or went, or they are on their way up or down.

    `kit` gives the kit of the moment; `on_refused` is told the reason whenever a control that
    cannot be used was tried, so that the log can repeat it.
    """

    def __init__(
        self, kit: Callable[[], Kit], on_refused: Callable[[str], None] | None = None
    ) -> None:
        self._kit = kit
        self._on_refused = on_refused
        self._layers: list[Layer] = [Layer(Group())]
        self._focus: Widget | None = None
        self._hover: Widget | None = None
        self._held: Widget | None = None
        self._lifting: set[Widget] = set()
        self._pointer = (-1, -1)
        self._rest = 0.0
        self._hint_closed = False
        self._walked = False
        self._toasts: list[Toast] = []
        self.dirty = True
        self.stale: set[Widget] = set()

    @property
    def kit(self) -> Kit:
        """The kit of this moment."""
        return self._kit()

    @property
    def focus(self) -> Widget | None:
        """The control that has the focus."""
        return self._focus

    @property
    def root(self) -> Widget:
        """The content below all layers."""
        return self._layers[0].root

    def set_content(self, root: Widget, first: Widget | None = None) -> None:
        """Replace the content. Focus stays on the control of the same name, else goes to `first`,
        else to the first that takes it."""
        name = self._focus.name if self._focus is not None else ""
        if root is not self._layers[0].root:
            # What is on its way up or down in a tree that stays must not be left there.
            self._lifting.clear()
            self.stale.clear()
        self._layers[0].root = root
        if self._hover is not None and self._hover not in root.descendants():
            self._hover = None
        self._held = None
        self.dirty = True
        if len(self._layers) > 1 and self._layers[-1].modal:
            return
        reachable = self.reachable()
        if self._focus in reachable and first is None:
            return
        same = next((w for w in reachable if name and w.name == name), None)
        self.give_focus(same or first or (reachable[0] if reachable else None))

    def reachable(self) -> list[Widget]:
        """The controls that Tab goes through now, in order."""
        found: list[Widget] = []
        for layer in reversed(self._layers):
            found += [widget for widget in layer.root.descendants() if widget.focusable]
            if layer.modal:
                break
        return found

    def give_focus(self, widget: Widget | None, *, ring: bool = True) -> None:
        """Move the focus, and scroll to it; `ring` False leaves the ring away."""
        if widget is not self._focus:
            if self._focus is not None:
                self._focus.focused = self._focus.ring = False
                self._focus.on_blur(self)
            self._focus = widget
            self._walked = False
            if widget is not None:
                widget.focused = True
                widget.on_focus(self)
        if widget is not None:
            widget.ring = ring or widget.text_input
            for above in widget.ancestors():
                above.reveal(widget.rect)
        self._still()

    def open(self, layer: Layer, first: Widget | None = None) -> None:
        """Put a layer on top; focus goes into it."""
        layer.restore = self._focus
        self._layers.append(layer)
        self._set_hover(None)
        inside = [widget for widget in layer.root.descendants() if widget.focusable]
        if inside:
            self.give_focus(first or inside[0])
        self.dirty = True

    def close(self, root: Widget | None = None) -> None:
        """Close the topmost layer, or the one with this root and all above it."""
        while len(self._layers) > 1:
            layer = self._layers.pop()
            self._held = None
            self._set_hover(None)
            reachable = self.reachable()
            back = layer.restore if layer.restore in reachable else None
            self.give_focus(back or (reachable[0] if reachable else None))
            if layer.on_close is not None:
                layer.on_close()
            if root is None or layer.root is root:
                break
        self.dirty = True

    def replace_layers(self) -> None:
        """Lay out every layer again; lists that cannot be placed anew close."""
        while len(self._layers) > 1 and self._layers[-1].light:
            self.close()
        for layer in self._layers[1:]:
            if layer.place is not None:
                layer.place()
        self.dirty = True

    def shows(self, root: Widget) -> bool:
        """Whether a layer with this root is open."""
        return any(layer.root is root for layer in self._layers[1:])

    @property
    def has_layers(self) -> bool:
        """Whether anything lies above the content."""
        return len(self._layers) > 1

    @property
    def has_notes(self) -> bool:
        """Whether a tooltip or a note lies over the screen now."""
        return bool(self._toasts) or bool(self._hint()[0])

    def say(
        self,
        text: str,
        glyph: str = "info",
        at: tuple[int, int] | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """Show a note for a few seconds, at the bottom or beside a point; one that `stays` speaks
        to whoever looks, whatever happens meanwhile."""
        self._toasts = [toast for toast in self._toasts if toast.text != text][-2:]
        self._toasts.append(Toast(text, glyph, at, stays=stays))
        self.dirty = True

    def forget_notes(self, *, all_of_them: bool = True) -> None:
        """Take away notes and tooltips, where what they say is meant for somebody else, or all
        but those that stay."""
        self._toasts = [one for one in self._toasts if one.stays and not all_of_them]
        self._set_hover(None)
        self._still()

    def use(self, widget: Widget) -> None:
        """Use a control, or say why it cannot be used."""
        if widget.enabled:
            widget.activate(self)
        else:
            at = self._pointer if widget is self._hover else widget.rect.center
            self.say(widget.reason, "lock", at)
            self._toasts[-1].left = REFUSED_SECONDS
            if self._on_refused is not None:
                self._on_refused(widget.reason)
        self.dirty = True

    def handle(self, event: pygame.event.Event) -> bool:
        """Pass an event to the control it is for; returns whether it was used."""
        used = self._dispatch(event)
        self.dirty = self.dirty or used
        return used

    def update(self, dt: float) -> float | None:
        """Let time pass; returns in how many seconds to be called again, or None."""
        wakes = [self._lift(dt), self._wait_for_hint(dt), self._age_toasts(dt)]
        for layer in self._layers:
            wakes += [widget.tick(dt) for widget in layer.root.descendants()]
        due = [wake for wake in wakes if wake is not None]
        return min(due) if due else None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the content, the layers, and the notes above them."""
        kit = self._kit()
        for index, layer in enumerate(self._layers):
            if index and layer.modal and layer.veil:
                kit.paint.veil(surface, surface.get_rect())
            layer.root.draw(surface, kit)
        bounds = surface.get_rect()
        hint, target = self._hint()
        if hint and target is not None:
            others = [w.rect for w in self.reachable() if w is not target]
            draw_tooltip(surface, kit, hint, target.hint_rect, bounds, others)
        for toast in self._toasts:
            draw_toast(surface, kit, toast, bounds)
        self.dirty = False
        self.stale.clear()

    def _dispatch(self, event: pygame.event.Event) -> bool:
        match event.type:
            case pygame.MOUSEMOTION:
                return self._move(event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return self._press(event.pos)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                return self._release(event.pos)
            case pygame.MOUSEWHEEL:
                return self._wheel(event.y)
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.TEXTINPUT | pygame.TEXTEDITING:
                return self._focus is not None and self._focus.on_text(event, self)
            case pygame.WINDOWLEAVE:
                self._pointer = (-1, -1)
                return self._set_hover(None)
        return False

    def _under(self, at: tuple[int, int]) -> Widget | None:
        for layer in reversed(self._layers):
            found = layer.root.hit(at)
            if found is not None:
                return found
            if layer.modal:
                return None
        return None

    def _move(self, at: tuple[int, int]) -> bool:
        self._pointer = at
        if self._held is not None:
            self._held.pressed = self._held.rect.collidepoint(at)
            self._held.on_drag(at, self)
            return True
        if self._walked and self._hint()[0]:
            self.dirty = True
        self._walked = False
        self._set_hover(self._under(at))
        return False

    def _press(self, at: tuple[int, int]) -> bool:
        self._pointer = at
        top = self._layers[-1]
        if top.light and top.root.hit(at) is None:
            self.close()
            return True
        found = self._under(at)
        self._set_hover(found)
        if found is None:
            return top.modal and len(self._layers) > 1
        if found.focusable:
            self.give_focus(found, ring=False)
            found.pressed = True
            self._held = found
        found.on_press(at, self)
        return found.focusable

    def _release(self, at: tuple[int, int]) -> bool:
        held, self._held = self._held, None
        if held is None:
            return False
        held.pressed = False
        held.on_release(at, self)
        return True

    def _wheel(self, amount: int) -> bool:
        found = self._under(self._pointer)
        if found is None:
            return False
        if found.on_wheel(amount, self):
            return True
        return any(above.on_wheel(amount, self) for above in found.ancestors())

    def _key(self, event: pygame.event.Event) -> bool:
        self._hint_closed = False if event.key == pygame.K_TAB else self._hint_closed
        focus = self._focus
        if focus is not None and focus.on_key(event, self):
            return True
        if focus is not None and any(above.on_key(event, self) for above in focus.ancestors()):
            return True
        if event.key == pygame.K_ESCAPE:
            return self._escape() or self._own_key(event)
        if event.key == pygame.K_TAB and not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return self._tab(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        plain = not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META)
        if event.key in _USE_KEYS and plain and focus is not None and not focus.text_input:
            self.use(focus)
            return True
        if self._own_key(event):
            return True
        walks = plain and not event.mod & pygame.KMOD_SHIFT
        return walks and event.key in _ARROWS and self._arrow(_ARROWS[event.key])

    def _own_key(self, event: pygame.event.Event) -> bool:
        for layer in reversed(self._layers):
            for widget in layer.root.descendants():
                if widget.shortcut is not None and widget.shortcut.matches(event):
                    self.use(widget)
                    return True
            if layer.modal:
                break
        return False

    def _escape(self) -> bool:
        if self._hint()[0]:
            self._hint_closed = True
            return True
        if len(self._layers) > 1 and self._layers[-1].closable:
            self.close()
            return True
        return False

    def _tab(self, step: int) -> bool:
        reachable = self.reachable()
        index = reachable.index(self._focus) if self._focus in reachable else None
        place = following(index, len(reachable), step)
        if place is None:
            return False
        self.give_focus(reachable[place])
        self._walked = True
        return True

    def _arrow(self, direction: tuple[int, int]) -> bool:
        focus = self._focus
        if focus is None:
            return False
        group = focus.named_group()
        others = [
            widget
            for widget in self.reachable()
            if widget is not focus and widget.named_group() == group
        ]
        place = in_direction(focus.rect, [widget.rect for widget in others], direction)
        if place is None:
            return False
        self.give_focus(others[place])
        self._walked = True
        return True

    def _set_hover(self, widget: Widget | None) -> bool:
        if widget is self._hover:
            return False
        if self._hint()[0]:
            self.dirty = True
        changed = [one for one in (self._hover, widget) if one is not None]
        for one in changed:
            one.hovered = one is widget
        self._lifting.update(changed)
        self.stale.update(changed)
        self._hover = widget
        self._walked = False
        self._rest = 0.0
        self._hint_closed = False
        _show_cursor(widget)
        return True

    def _still(self) -> None:
        self._rest = 0.0
        self._hint_closed = False
        self.dirty = True

    def _lift(self, dt: float) -> float | None:
        for widget in tuple(self._lifting):
            goal = 1.0 if widget.hovered and widget.enabled else 0.0
            step = 1.0 if self._kit().theme.reduced_motion else dt / HOVER
            ahead = max(-step, min(step, goal - widget.lift))
            widget.lift += ahead
            self.stale.add(widget)
            if widget.lift == goal:
                self._lifting.discard(widget)
        return 0.0 if self._lifting else None

    def _hint_target(self) -> Widget | None:
        if self._hover is not None and self._hover.hint:
            return self._hover
        # A focus that the screen itself has set explains nothing that nobody asked for.
        if self._walked and self._focus is not None and self._focus.ring and self._focus.hint:
            return self._focus
        return None

    def _hint(self) -> tuple[str, Widget | None]:
        target = self._hint_target()
        if target is None or self._hint_closed or self._rest < TOOLTIP_DELAY:
            return "", None
        return target.hint, target

    def _wait_for_hint(self, dt: float) -> float | None:
        if self._hint_target() is None or self._hint_closed or self._rest >= TOOLTIP_DELAY:
            return None
        self._rest += dt
        if self._rest >= TOOLTIP_DELAY:
            self.dirty = True
            return None
        return TOOLTIP_DELAY - self._rest

    def _age_toasts(self, dt: float) -> float | None:
        if not self._toasts:
            return None
        for toast in self._toasts:
            toast.left -= dt
        kept = [toast for toast in self._toasts if toast.left > 0]
        if len(kept) != len(self._toasts):
            self._toasts = kept
            self.dirty = True
        return min((toast.left for toast in kept), default=None)


def _show_cursor(widget: Widget | None) -> None:
    shape = pygame.SYSTEM_CURSOR_ARROW
    if widget is not None and widget.text_input:
        shape = pygame.SYSTEM_CURSOR_IBEAM
    elif widget is not None and widget.focusable:
        shape = pygame.SYSTEM_CURSOR_HAND if widget.enabled else pygame.SYSTEM_CURSOR_ARROW
    try:
        pygame.mouse.set_cursor(shape)
    except pygame.error:
        # Some displays have no cursors of their own; the pointer then stays as it is.
        return
