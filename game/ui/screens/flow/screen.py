"""The flow screen: one token at a time over the map, a tally beside it, and nothing to decide."""

import pygame

from game.narrate.things.phases import quarter_of
from game.ui.app import App
from game.ui.board.board import BoardWidget
from game.ui.present.breaks import Break
from game.ui.present.flowing import flow_story
from game.ui.present.phases import phase_steps
from game.ui.screens.doors import help_by_key
from game.ui.screens.flow.callouts import draw_callouts
from game.ui.screens.flow.head import FlowHead
from game.ui.screens.flow.playback import Playback
from game.ui.screens.flow.running import FlowRun
from game.ui.screens.flow.tally import WIDTH as TALLY_WIDTH
from game.ui.screens.hasty import Hasty
from game.ui.screens.play.guiding import Guiding
from game.ui.screens.play.ribbon import HEIGHT as RIBBON
from game.ui.screens.play.ribbon import PhaseRow, Ribbon
from game.ui.screens.sitting import Sitting
from game.ui.theme import Metrics
from game.ui.widgets.boxes import Flowing
from game.ui.widgets.button import Button
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.scroll import BAR, ScrollView
from game.ui.widgets.widget import Group, Widget

_LOOK = "flow-token"
_TICK = 1 / 60
_EARLY = 0.6
"""Seconds for which no key skips: it may have been meant for the page before."""
_OWN_KEYS = (
    pygame.K_s,
    pygame.K_n,
    pygame.K_x,
    pygame.K_g,
    pygame.K_o,
    pygame.K_LEFT,
    pygame.K_RIGHT,
    pygame.K_F1,
)
"""Keys that nobody presses for anything but this page."""
_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
_NO_SKIP = (
    pygame.K_TAB,
    pygame.K_UP,
    pygame.K_DOWN,
    pygame.K_PLUS,
    pygame.K_MINUS,
    pygame.K_EQUALS,
    pygame.K_KP_PLUS,
    pygame.K_KP_MINUS,
    pygame.K_f,
    pygame.K_LSHIFT,
    pygame.K_RSHIFT,
    pygame.K_LCTRL,
    pygame.K_RCTRL,
    pygame.K_LALT,
    pygame.K_RALT,
    pygame.K_LSUPER,
    pygame.K_RSUPER,
)
"""Keys that move about, or are held for another key."""


class FlowScreen(FormScreen):
    """Plays a FLOW as the sitting's viewers may know it; the map is shared with the table."""

    def __init__(self, app: App, sitting: Sitting, board: BoardWidget, stop: Break) -> None:
        super().__init__(app)
        self._sight = sitting.sight_at(stop.end)
        self._board = board
        story = flow_story(self._sight)
        if story is None:
            raise ValueError("no flow has been seen yet")
        self._story = story
        before = sitting.sight_at(stop.place)
        stills = app.kit.theme.reduced_motion
        self.run = FlowRun(board, before, self._sight, story, stills=stills)
        board.let_go()
        self._hasty = Hasty(_EARLY)
        self._guiding = Guiding(sitting, (story.quarter, "flow"))
        self._guide: Widget | None = None
        self._is_guided = False
        self._is_framed = False

    @property
    def playback(self) -> Playback:
        """Where the units are."""
        return self.run.playback

    @property
    def title(self) -> str:
        """The campaign's title alone."""
        return self._sight.words.text(self._sight.campaign.title)

    def build(self) -> Widget:
        """Ribbon, head, tally and the controls of the playback."""
        words = self._sight.words
        self._ribbon = Ribbon(
            words.text(self._sight.campaign.title),
            quarter_of(words, self._story.quarter),
            PhaseRow(phase_steps(self._sight, "flow")),
            [],
            [],
        )
        routed = self._story.settled.routed
        said = words.many(
            "The network moves {number} load. Pressure pushes it to other routes.",
            "The network moves {number} loads. Pressure pushes them to other routes.",
            routed,
        )
        hints = words.say("Space pauses, N steps, any other key skips")
        self._head = FlowHead(words.say("Flow"), said, hints)
        self._controls = Flowing(self._buttons(), gap=8)
        self._scroll = ScrollView(self.run.tally)
        self._guide = self._guide_strip()
        guide: list[Widget] = [self._guide] if self._guide is not None else []
        return Group([self._controls, *guide, self._ribbon, self._head, self._scroll])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """The map below the head; the tally over its right edge, the controls at its left foot."""
        kit = self.kit
        self._ribbon.layout(kit, pygame.Rect(0, 0, rect.width, kit.px(RIBBON)))
        high = self._head.measure(kit, rect.width)[1]
        self._head.layout(kit, pygame.Rect(0, kit.px(RIBBON), rect.width, high))
        top = kit.px(RIBBON) + high
        if self._guide is not None:
            high = self._guide.measure(kit, rect.width)[1]
            self._guide.layout(kit, pygame.Rect(0, top, rect.width, high))
            top += high
        wide = min(kit.px(TALLY_WIDTH), rect.width // 3)
        gap = kit.px(14)
        board = pygame.Rect(0, top, rect.width, rect.height - top)
        self._board.layout(board, kit, (0, 0, wide + 2 * gap, 0))
        self.run.show(force=True)
        if not self._is_framed:
            self._is_framed = True
            self.run.frame()
        bar = kit.px(BAR)
        tally = self._scroll.measure(kit, wide + bar)[1]
        x = rect.right - gap - wide
        inner = min(self._controls.measure(kit)[0], rect.width - 2 * gap - 2 * kit.px(10))
        row = self._controls.measure(kit, inner)[1]
        panel = pygame.Rect(0, 0, inner + 2 * kit.px(10), row + 2 * kit.px(10))
        room = board.height - 2 * gap
        # At the left is open sea; at the right the routes come up from the south.
        panel.bottomleft = (gap, rect.bottom - gap)
        self._scroll.layout(kit, pygame.Rect(x, top + gap, wide + bar, min(tally, room)))
        self._panel = panel
        self._controls.layout(kit, panel.inflate(-2 * kit.px(10), -2 * kit.px(10)))

    def layout(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Everything is made anew, since the board is shared with the table."""
        self.rebuild()
        if not self._story.runs:
            self._finish()

    def draw(self, surface: pygame.Surface) -> None:
        """The map with its tokens, then callouts, tally and controls."""
        surface.fill(self.kit.theme.slate)
        self._board.draw(surface)
        gap = self.kit.px(14)
        room = self._board.rect.inflate(-2 * gap, -2 * gap)
        room.height = self._panel.top - gap - room.y
        draw_callouts(surface, self.kit, self._board, self._sight, self.run.callouts, room)
        self.kit.paint.panel(surface, self._panel, radius=8, level=2)
        self.form.draw(surface)

    def paint(self, surface: pygame.Surface) -> None:
        """Nothing lies behind the map."""

    def first_focus(self) -> Widget | None:
        """The button that goes on."""
        return self._controls.widgets[0]

    def update(self, dt: float) -> float | None:
        """Let the units move."""
        wakes = (super().update(dt), self._hasty.advance(dt))
        wake = min((one for one in wakes if one is not None), default=None)
        if self._board.update(dt) or self._board.is_dirty:
            self.invalidate()
            wake = _TICK
        if self.run.advance(dt):
            if self.run.show():
                self.rebuild()
            self.invalidate()
            return 0.0
        return wake

    def idle(self, budget_ms: float) -> bool:
        """Work on sharper pictures of the map."""
        more = self._board.idle(budget_ms)
        if self._board.is_dirty:
            self.invalidate()
        return more

    def handle(self, event: pygame.event.Event) -> bool:
        """The controls, the playback's keys, and the map to move about in."""
        if event.type == pygame.KEYDOWN and self._is_early(event):
            return True
        is_enter = event.type == pygame.KEYDOWN and event.key in _ENTER
        if is_enter and not self.playback.is_over and not self.playback.stills:
            # Who presses Enter to get on does not mean to pause.
            self._finish()
            return True
        if super().handle(event):
            return True
        pick = self._board.handle(event)
        if pick is not None and pick.act == "click":
            self._clicked()
        if pick is not None:
            self.invalidate()
        return pick is not None

    def on_key(self, event: pygame.event.Event) -> bool:
        """Arrows step; any key of no other use skips, and after that Esc goes on to the table."""
        if help_by_key(self.app, event, "flow", self._sight.campaign):
            return True
        if event.key == pygame.K_RIGHT:
            self._step()
        elif event.key == pygame.K_LEFT:
            self.playback.back()
            self._after_jump()
        elif self.playback.is_over and event.key == pygame.K_ESCAPE:
            self.app.pop()
        elif self.playback.is_over or event.key in _NO_SKIP:
            return False
        else:
            self._finish()
        return True

    def on_pop(self) -> None:
        """Take the tokens off the shared map, and give it back as the table shows it."""
        self._board.set_tokens(())
        self._board.zoom_to(self._sight.campaign.frame.focus, at_once=True)

    def _buttons(self) -> list[Widget]:
        tr, over = self.kit.tr, self.playback.is_over
        if over:
            main = Button(
                tr.gettext("Continue"), self.app.pop, kind="primary", key="Enter", size=18
            )
            main.name = "main"
            again = Button(tr.gettext("Again"), self._again, size=16)
            again.name = "again"
            return [main, again]
        paused = self.playback.paused
        label = tr.gettext("Go on") if paused else tr.gettext("Pause")
        glyph = "play" if paused else "pause"
        main = Button(label, self._pause, kind="primary", glyph=glyph, key="Space", size=16)
        main.name = "main"
        speed = f"{self.playback.speed:g}×"
        rows = (
            ("step", tr.gettext("Step"), self._step, "N"),
            ("speed", speed, self._faster, "X"),
            ("skip", tr.gettext("Skip"), self._finish, "S"),
        )
        buttons: list[Widget] = [main]
        for name, text, act, key in rows:
            button = Button(text, act, key=key, size=16)
            button.name = name
            buttons.append(button)
        return buttons

    def _is_early(self, event: pygame.event.Event) -> bool:
        """Whether a key was meant for the page before; a key of this page ends the wait."""
        if not self._hasty.is_on or event.key in _NO_SKIP:
            return False
        if event.key in _OWN_KEYS:
            self._hasty.end()
            return False
        return True

    def _pause(self) -> None:
        if self.playback.stills:
            self._step()
            return
        self.playback.paused = not self.playback.paused
        self.rebuild()

    def _step(self) -> None:
        self.playback.step()
        self._after_jump()

    def _finish(self) -> None:
        self.playback.skip()
        self._after_jump()

    def _again(self) -> None:
        self.run.again()
        self._after_jump()

    def _faster(self) -> None:
        self.playback.next_speed()
        self.rebuild()

    def _after_jump(self) -> None:
        self.run.show(force=True)
        self.rebuild()

    def _guide_strip(self) -> Widget | None:
        """The step that asks to look at the units; the strip then stays to the end, so that the
        map keeps its size. Other steps belong to the table."""
        self._guiding.follow()
        ends = self._guiding.ends
        self._is_guided = self._is_guided or (ends is not None and ends.look == _LOOK)
        return self._guiding.strip(self.kit, self._guide_read) if self._is_guided else None

    def _guide_read(self, done: bool) -> None:
        self._guiding.read(done)
        self.rebuild()

    def _clicked(self) -> None:
        """A click on the map while units lie on it answers the guide's step about them."""
        if self._guiding.looked(_LOOK):
            self.rebuild()
