"""Keys that do what a control does, written as they are printed on it: "Ctrl+Z", "Enter", "H"."""

from dataclasses import dataclass

import pygame

_NAMED = {
    "Enter": (pygame.K_RETURN, pygame.K_KP_ENTER),
    "Esc": (pygame.K_ESCAPE,),
    "Space": (pygame.K_SPACE,),
    "Tab": (pygame.K_TAB,),
    "Del": (pygame.K_DELETE,),
    "Left": (pygame.K_LEFT,),
    "Right": (pygame.K_RIGHT,),
    "Up": (pygame.K_UP,),
    "Down": (pygame.K_DOWN,),
    **{f"F{number}": (pygame.K_F1 + number - 1,) for number in range(1, 13)},
}

_SHIFTED = {"?": ("/", "ß", ",", "'")}


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A key, perhaps with Ctrl, Shift or Alt.

    >>> Shortcut.of("Ctrl+Z").label
    'Ctrl Z'
    """

    keys: tuple[int, ...]
    sign: str
    ctrl: bool
    shift: bool
    alt: bool
    label: str
    scancodes: tuple[int, ...] = ()

    @staticmethod
    def of(written: str) -> "Shortcut":
        """The shortcut of a written key; Ctrl also means Cmd on a Mac."""
        *mods, name = written.split("+") if len(written) > 1 else [written]
        if not name:
            name, mods = "+", [mod for mod in mods if mod]
        sign = "" if name in _NAMED or name.isalnum() else name
        keys = _NAMED[name] if name in _NAMED else () if sign else _keys_of(name)
        return Shortcut(
            keys,
            sign,
            "Ctrl" in mods,
            "Shift" in mods,
            "Alt" in mods,
            " ".join([*mods, name]),
            _scancodes_of(name),
        )

    def matches(self, event: pygame.event.Event) -> bool:
        """Whether a key event is this key."""
        if event.type != pygame.KEYDOWN:
            return False
        ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        if ctrl != self.ctrl or bool(event.mod & pygame.KMOD_ALT) != self.alt:
            return False
        if self.sign:
            return is_sign(event, self.sign)
        if getattr(event, "scancode", None) in self.scancodes:
            return True
        return event.key in self.keys and bool(event.mod & pygame.KMOD_SHIFT) == self.shift


def is_sign(event: pygame.event.Event, sign: str) -> bool:
    """Whether a key event types a sign.

    Where no text is typed the window tells a key's plain sign even with Shift, so a question mark
    is known by the plain signs that lie on its key from keyboard to keyboard.
    """
    if event.unicode == sign:
        return True
    return bool(event.mod & pygame.KMOD_SHIFT) and event.unicode in _SHIFTED.get(sign, ())


def _keys_of(name: str) -> tuple[int, ...]:
    if not name.isdigit():
        return (ord(name.lower()),)
    return (ord(name), pygame.K_KP0 if name == "0" else pygame.K_KP1 + int(name) - 1)


def _scancodes_of(name: str) -> tuple[int, ...]:
    """Where digits lie, since a French keyboard types them only with Shift."""
    if len(name) != 1 or not name.isdigit():
        return ()
    return (pygame.KSCAN_0 if name == "0" else pygame.KSCAN_1 + int(name) - 1,)
