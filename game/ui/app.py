"""The app: one window, a stack of screens, and the loop that keeps them going.

The loop draws only when a screen's picture is out of date or something moves, and otherwise sleeps
until an event comes; while it would sleep it offers idle time to the screen in small slices. A
failure anywhere in a screen is recorded and ends in a calm screen, never in a trace.
"""

import contextlib
import gettext
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pygame

from game import resources
from game.ui.crash import CrashScreen, save_crash
from game.ui.kit import Kit, Translator, make_kit
from game.ui.screen import Screen
from game.ui.settings import Settings, SettingsFile
from game.ui.theme import Metrics, Theme, make_theme
from game.ui.window import Window, start_pygame, stop_pygame

FRAME_SECONDS = 1 / 60
IDLE_SLICE_MS = 6.0
_LONGEST_SLEEP = 60.0
_LONGEST_STEP = 0.1
_LARGER = (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS)
_SMALLER = (pygame.K_MINUS, pygame.K_KP_MINUS)


class App:
    """Runs the screens. Make it, push a first screen, call `run`.

    `translator` serves the whole interface until `speak` replaces it. `size` overrides the
    window size of the settings. With `catch` False failures are raised, for tests.
    """

    def __init__(
        self,
        *,
        translator: Translator | None = None,
        size: tuple[int, int] | None = None,
        catch: bool = True,
    ) -> None:
        start_pygame()
        self._file = SettingsFile(resources.settings_path())
        self._settings = self._file.read()
        self._translator: Translator = translator or gettext.NullTranslations()
        self._text_size: int | None = None
        self._catch = catch
        self._stack: list[Screen] = []
        self._letters: Mapping[str, str] = {}
        self._running = False
        self._turned_at = 0
        self.window = Window(
            size or self._settings.window,
            full_screen=self._settings.full_screen and size is None,
            title="Coalition Shield",
            fit=size is None,
        )
        pygame.key.stop_text_input()
        theme = self._theme_now()
        self.kit: Kit = make_kit(theme, self._metrics(), self._translator, resources.assets_dir())

    @property
    def settings(self) -> Settings:
        """The user's settings now."""
        return self._settings

    @settings.setter
    def settings(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._file.write(settings)
            self._rekit()

    @property
    def screen(self) -> Screen | None:
        """The screen on top, or None before the first."""
        return self._stack[-1] if self._stack else None

    @property
    def screens(self) -> tuple[Screen, ...]:
        """The stack, the first screen first."""
        return tuple(self._stack)

    def push(self, screen: Screen) -> None:
        """Put a screen on top."""
        self._stack.append(screen)
        self._place(screen)
        screen.on_push()

    def pop(self, result: object = None) -> None:
        """Leave the top screen; the one below is told the result. Leaving the last quits."""
        if not self._stack:
            return
        self._stack.pop().on_pop()
        if not self._stack:
            self.quit()
            return
        self._place(self._stack[-1])
        self._stack[-1].on_return(result)

    def replace(self, screen: Screen) -> None:
        """Leave the top screen for another in its place."""
        if self._stack:
            self._stack.pop().on_pop()
        self.push(screen)

    def pop_to_root(self) -> None:
        """Leave every screen but the first."""
        while len(self._stack) > 1:
            self._stack.pop().on_pop()
        if self._stack:
            self._place(self._stack[-1])
            self._stack[-1].on_return(None)

    def quit(self) -> None:
        """End the loop after this turn."""
        self._running = False

    def present(
        self, *, translator: Translator | None = None, text_size: int | None = None
    ) -> None:
        """Show the interface in a seat's language and text size (percent).

        Called at hand-over; without arguments everything goes back to the user's own settings
        except the language, which stays until another translator is given.
        """
        if translator is not None:
            self._translator = translator
        self._text_size = text_size
        self._rekit()

    @property
    def text_size(self) -> int:
        """The text size in percent now: the seat's, or else the user's."""
        return self._settings.text_size if self._text_size is None else self._text_size

    def run(self) -> None:
        """Run until the last screen is left or the window is closed."""
        self._running = True
        clock = pygame.time.Clock()
        clock.tick()
        wake: float | None = 0.0
        try:
            while self._running and self._stack:
                events = self._events(wake)
                passed = clock.tick() / 1000
                step = min(passed, max(wake or 0.0, _LONGEST_STEP))
                if step > _LONGEST_STEP:
                    # Time goes first: what an event sets going must not begin with a long step.
                    self.turn((), step, passed)
                    step = passed = 0.0
                wake = self.turn(events, step, passed)
            self._remember_window()
        finally:
            for screen in reversed(self._stack):
                screen.on_pop()
            self._stack.clear()
            stop_pygame()

    def turn(
        self, events: Iterable[pygame.event.Event], dt: float, passed: float | None = None
    ) -> float | None:
        """One turn of the loop: events, time, picture.

        `passed` are the seconds since the last turn, where the loop has slept longer than `dt`.
        Returns in how many seconds the next turn must come, or None to sleep until an event.
        """
        try:
            if self.screen is not None:
                self.screen.pass_time(dt if passed is None else passed)
            for event in events:
                self.dispatch(event)
            wake = self._advance(dt)
            self.draw()
            if self.screen is not None and self.screen.dirty:
                wake = 0.0
        except Exception as problem:
            if not self._catch:
                raise
            self._crash(problem)
            return 0.0
        return wake

    def dispatch(self, event: pygame.event.Event) -> None:
        """Handle one event: the app's own keys and the window's events first, then the screen."""
        if event.type == pygame.QUIT:
            self._close()
        elif event.type == pygame.VIDEORESIZE:
            self.window.resized()
            self._rekit()
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWFOCUSGAINED):
            self._redraw()
        elif not self._own_key(event) and self.screen is not None:
            self._hand_over(self.screen, event)

    def draw(self) -> bool:
        """Draw the top screen if its picture is out of date; returns whether it did."""
        screen = self.screen
        if screen is None or not screen.dirty:
            return False
        screen.dirty = False
        screen.draw(self.window.surface)
        self.window.name(screen.title or "Coalition Shield")
        self.window.show(screen.changed)
        return True

    def _hand_over(self, screen: Screen, event: pygame.event.Event) -> None:
        if event.type == pygame.KEYDOWN:
            watched = screen.motion.holds
            if screen.motion.skip():
                screen.invalidate()
            if watched:
                return
        if screen.handle(event):
            screen.invalidate()

    def _advance(self, dt: float) -> float | None:
        screen = self.screen
        if screen is None:
            return None
        if screen.motion.advance(dt):
            screen.invalidate()
        wake = screen.update(dt)
        return 0.0 if screen.motion.running else wake

    def _events(self, wake: float | None) -> list[pygame.event.Event]:
        """The events at hand; idles, then sleeps, for as long as the screen allows."""
        patience = _LONGEST_SLEEP if wake is None else max(wake, FRAME_SECONDS)
        due = self._turned_at + round(patience * 1000)
        while True:
            events = pygame.event.get()
            left = due - pygame.time.get_ticks()
            if events or left <= 0:
                break
            more = self._idle(min(IDLE_SLICE_MS, left))
            # The last slice may have changed the picture as well: then there is no time to sleep.
            if self.screen is not None and self.screen.dirty:
                break
            if not more:
                first = pygame.event.wait(left)
                events = [] if first.type == pygame.NOEVENT else [first, *pygame.event.get()]
                break
        self._turned_at = pygame.time.get_ticks()
        return events

    def _idle(self, budget_ms: float) -> bool:
        screen = self.screen
        if screen is None:
            return False
        try:
            return screen.idle(budget_ms)
        except Exception as problem:
            if not self._catch:
                raise
            self._crash(problem)
            return False

    def _own_key(self, event: pygame.event.Event) -> bool:
        if event.type != pygame.KEYDOWN:
            return False
        if event.key == pygame.K_F11:
            self.window.toggle_full_screen()
            self._settings_quietly(full_screen=self.window.full_screen)
            self._rekit()
            return True
        if not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            return False
        if event.key in _LARGER:
            self.change_text(1)
        elif event.key in _SMALLER:
            self.change_text(-1)
        else:
            return False
        return True

    def change_text(self, steps: int) -> None:
        """Larger or smaller text by a number of steps: the seat's own, or else the user's."""
        now = replace(self._settings, text_size=self.text_size).larger_text(steps)
        if self._text_size is not None:
            self._text_size = now.text_size
            self._rekit()
        else:
            self.settings = now

    def _settings_quietly(self, *, full_screen: bool) -> None:
        self._settings = replace(self._settings, full_screen=full_screen)
        self._file.write(self._settings)

    def _remember_window(self) -> None:
        if self.window.windowed_size != self._settings.window:
            self._settings = replace(self._settings, window=self.window.windowed_size)
            self._file.write(self._settings)

    def _metrics(self) -> Metrics:
        width, height = self.window.size
        return Metrics(width, height, self.text_size / 100, self._settings.projector)

    def _theme_now(self) -> Theme:
        chosen = self._settings
        theme = make_theme(
            high_contrast=chosen.high_contrast,
            projector=chosen.projector,
            reduced_motion=chosen.reduced_motion,
        )
        return theme.lettered(self._letters)

    def _rekit(self) -> None:
        self.kit = self.kit.at(self._metrics(), self._theme_now(), self._translator)
        if self.screen is not None:
            self._place(self.screen)

    def letter_seats(self) -> None:
        """Mark seats with the letters of the campaign that is shown, if one is."""
        below = (one.seat_letters for one in reversed(self._stack))
        letters = next((one for one in below if one), {})
        if letters != self._letters:
            self._letters = letters
            self.kit = self.kit.at(self._metrics(), self._theme_now(), self._translator)

    def _place(self, screen: Screen) -> None:
        self.letter_seats()
        screen.rect = self.window.surface.get_rect()
        screen.motion.reduced = self.kit.theme.reduced_motion
        screen.layout(self.kit.metrics, screen.rect)
        screen.invalidate()

    def _redraw(self) -> None:
        if self.screen is not None:
            self.screen.invalidate()

    def _close(self) -> None:
        if all(screen.on_close() for screen in reversed(self._stack)):
            self.quit()

    def _crash(self, problem: Exception) -> None:
        place = type(self.screen).__name__ if self.screen is not None else ""
        if isinstance(self.screen, CrashScreen):
            self.quit()
            return
        record = save_crash(resources.crashes_dir(), problem, place)
        can_go_back = len(self._stack) > 1
        if can_go_back:
            # What failed once may fail again on its way out; the sitting must still be let go.
            with contextlib.suppress(Exception):
                self._stack.pop().on_pop()
        self._stack.append(CrashScreen(self, record, can_go_back=can_go_back))
        self._place(self._stack[-1])
