"""The flow screen: one token at a time over the map, a tally beside it, and nothing to decide."""

import pygame

from game.model.events import GovChanged, TrackChanged, ViolenceChanged
from game.narrate.words import signed
from game.ui.app import App
from game.ui.board.board import BoardWidget
from game.ui.board.scene import FlowToken
from game.ui.present.flowing import flow_story
from game.ui.present.phases import phase_steps
from game.ui.present.scene import board_scene
from game.ui.screens.flow.callouts import (
    WIDTH,
    Callout,
    callout_height,
    draw_callout,
    opening_callout,
    run_callout,
)
from game.ui.screens.flow.head import FlowHead
from game.ui.screens.flow.playback import Playback
from game.ui.screens.flow.tally import WIDTH as TALLY_WIDTH
from game.ui.screens.flow.tally import Tally
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

_CALLOUTS = 2
_LOOK = "flow-token"
_TICK = 1 / 60


class FlowScreen(FormScreen):
    """Plays the last FLOW as the sitting's viewers may know it."""

    def __init__(self, app: App, sitting: Sitting, board: BoardWidget) -> None:
        super().__init__(app)
        self._sitting = sitting
        self._sight = sitting.sight
        self._board = board
        story = flow_story(self._sight)
        if story is None:
            raise ValueError("no flow has been seen yet")
        self._story = story
        self.playback = Playback(story, stills=app.kit.theme.reduced_motion)
        self._guiding = Guiding(sitting, (story.quarter, "flow"))
        self._guide: Widget | None = None
        self._callouts: tuple[Callout, ...] = ()
        self._shown = -1
        self._is_over = False
        self._is_framed = False

    @property
    def title(self) -> str:
        """The campaign's title alone."""
        return self._sight.words.text(self._sight.campaign.title)

    def build(self) -> Widget:
        """Ribbon, head, tally and the controls of the playback."""
        words = self._sight.words
        self._ribbon = Ribbon(
            words.text(self._sight.campaign.title),
            words.say("Quarter {quarter}", quarter=self._story.quarter),
            PhaseRow(phase_steps(self._sight, "flow")),
            [],
            [],
        )
        routed = self._story.settled.routed
        said = words.many(
            "The network moves {number} unit. Pressure pushes it to other routes.",
            "The network moves {number} units. Pressure pushes them to other routes.",
            routed,
        )
        hints = words.say("Space pause    → step    S skip")
        self._head = FlowHead(words.say("Flow"), said, hints)
        self._tally = Tally(self._story, self._story.tolerance)
        self._controls = Flowing(self._buttons(), gap=8)
        self._scroll = ScrollView(self._tally)
        self._guide = self._guide_callout()
        guide: list[Widget] = [self._guide] if self._guide is not None else []
        return Group([self._controls, *guide, self._ribbon, self._head, self._scroll])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """The map below the head; the tally and the controls over its right edge."""
        kit = self.kit
        self._ribbon.layout(kit, pygame.Rect(0, 0, rect.width, kit.px(RIBBON)))
        high = self._head.measure(kit, rect.width)[1]
        self._head.layout(kit, pygame.Rect(0, kit.px(RIBBON), rect.width, high))
        top = kit.px(RIBBON) + high
        wide = min(kit.px(TALLY_WIDTH), rect.width // 3)
        gap = kit.px(14)
        board = pygame.Rect(0, top, rect.width, rect.height - top)
        self._board.layout(board, kit, (0, 0, wide + 2 * gap, 0))
        self._show_now(force=True)
        if not self._is_framed:
            self._is_framed = True
            self._board.fit()
        bar = kit.px(BAR)
        tally = self._scroll.measure(kit, wide + bar)[1]
        x = rect.right - gap - wide
        inner = min(self._controls.measure(kit)[0], rect.width - 2 * gap - 2 * kit.px(10))
        row = self._controls.measure(kit, inner)[1]
        panel = pygame.Rect(0, 0, inner + 2 * kit.px(10), row + 2 * kit.px(10))
        room = board.height - 2 * gap
        panel.bottomright = (rect.right - gap, rect.bottom - gap)
        if tally + gap + panel.height > room:
            # The tally needs the whole right edge; the controls go beside it.
            panel.right = x - gap
        self._scroll.layout(kit, pygame.Rect(x, top + gap, wide + bar, min(tally, room)))
        self._panel = panel
        if self._guide is not None:
            size = self._guide.measure(kit, x - 2 * gap)
            self._guide.layout(kit, pygame.Rect((gap, top + gap), size))
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
        self._draw_callouts(surface)
        self.kit.paint.panel(surface, self._panel, radius=8, level=2)
        self.form.draw(surface)

    def paint(self, surface: pygame.Surface) -> None:
        """Nothing lies behind the map."""

    def first_focus(self) -> Widget | None:
        """The button that goes on."""
        return self._controls.widgets[0]

    def update(self, dt: float) -> float | None:
        """Let the units move."""
        wake = super().update(dt)
        if self._board.update(dt) or self._board.is_dirty:
            self.invalidate()
            wake = _TICK
        if self.playback.advance(dt):
            if self._show_now():
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
        if super().handle(event):
            return True
        pick = self._board.handle(event)
        if pick is not None and pick.act == "click":
            self._clicked()
        if pick is not None:
            self.invalidate()
        return pick is not None

    def on_key(self, event: pygame.event.Event) -> bool:
        """Arrows step, S skips, Esc goes on to the table."""
        if event.key == pygame.K_RIGHT:
            self._step()
        elif event.key == pygame.K_LEFT:
            self.playback.back()
            self._after_jump()
        elif event.key == pygame.K_ESCAPE:
            self._finish_or_leave()
        else:
            return False
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

    def _finish_or_leave(self) -> None:
        if self.playback.is_over:
            self.app.pop()
        else:
            self._finish()

    def _again(self) -> None:
        self.playback = Playback(self._story, stills=self.playback.stills)
        self._after_jump()

    def _faster(self) -> None:
        self.playback.next_speed()
        self.rebuild()

    def _after_jump(self) -> None:
        self._show_now(force=True)
        self.rebuild()

    def _show_now(self, *, force: bool = False) -> bool:
        """Tokens, widths, callouts and tally of this moment; whether the last unit came home."""
        was_over = self._is_over
        self._is_over = self.playback.is_over
        count = len(self.playback.shown)
        if count != self._shown or force or self._is_over != was_over:
            self._shown = count
            self._show_count(count)
        self._board.set_tokens(tuple(self._tokens()))
        return self._is_over and not was_over

    def _show_count(self, units: int) -> None:
        over = self.playback.is_over
        shown = self._story.shown_after(units, with_openings=over)
        self._board.set_scene(board_scene(self._sight, flow=shown))
        found = [run_callout(self._sight, run) for run in self.playback.shown]
        callouts = [one for one in found if one is not None][-_CALLOUTS:]
        if over:
            callouts = [*callouts[-1:], *self._openings()]
        self._callouts = tuple(callouts)
        self._tally.show(units, self._notes() if over else ())

    def _openings(self) -> list[Callout]:
        loss, tolerance = self._story.settled.loss_percent, self._story.tolerance
        return [
            opening_callout(self._sight, event.route, loss, tolerance)
            for event in self._story.opened
        ]

    def _tokens(self) -> list[FlowToken]:
        routes = self._sight.campaign.routes
        tokens = []
        for run in self.playback.shown:
            if run.outcome == "seized" and run.seized_at >= 0:
                name = f"seized-{run.number}"
                tokens.append(FlowToken(name, routes[run.seized_at].id, 0.5, "seized"))
            elif run.seen_at:
                name = f"seen-{run.number}"
                tokens.append(FlowToken(name, routes[run.seen_at[-1]].id, 0.42, "seen"))
        moment = self.playback.moment
        if moment.run is not None and moment.run.legs and not self.playback.stills:
            route = routes[moment.run.legs[moment.leg]].id
            tokens.append(FlowToken("moving", route, moment.share))
        return tokens

    def _notes(self) -> tuple[str, ...]:
        words = self._sight.words
        notes = []
        if self._story.unseen:
            notes.append(
                words.many(
                    "**{number}** unit went unseen.",
                    "**{number}** units went unseen.",
                    self._story.unseen,
                )
            )
        for _, event in self._story.aftermath:
            if isinstance(event, TrackChanged):
                name, change = words.track(event.track), signed(event.after - event.before)
                notes.append(words.say("{track} **{change}**", track=name, change=change))
            elif isinstance(event, ViolenceChanged):
                area, change = words.area(event.area), signed(event.after - event.before)
                notes.append(words.say("{area}: violence **{change}**", area=area, change=change))
            elif isinstance(event, GovChanged):
                area, change = words.area(event.area), signed(event.after - event.before)
                said = words.say("{area}: governance **{change}**", area=area, change=change)
                notes.append(said)
        said = words.say("They **re-route** when losses pass the mark. Watch where, not how much.")
        return (*notes, said)

    def _guide_callout(self) -> Widget | None:
        """The step that asks to look at the units; others belong to the table."""
        self._guiding.follow()
        step = self._guiding.step
        if step is None or step.done.look != _LOOK:
            return None
        return self._guiding.callout(self.kit, self._guide_read)

    def _guide_read(self, done: bool) -> None:
        self._guiding.read(done)
        self.rebuild()

    def _clicked(self) -> None:
        """A click on the map while units lie on it answers the guide's step about them."""
        if self._guiding.looked(_LOOK):
            self.rebuild()

    def _draw_callouts(self, surface: pygame.Surface) -> None:
        """Callouts along the left edge, each beside what it speaks of as far as there is room."""
        kit, board = self.kit, self._board.rect
        width = min(kit.px(WIDTH), board.width // 3)
        gap = kit.px(14)
        rows = []
        for callout in self._callouts:
            route = self._sight.campaign.routes[callout.route].id
            to = self._board.route_pos(route, callout.share)
            high = callout_height(kit, callout, width)
            rows.append((board.centery if to is None else to[1], high, callout, to))
        top = board.y + gap
        if self._guide is not None:
            top = self._guide.rect.bottom + gap
        below = sum(row[1] + gap for row in rows)
        for middle, high, callout, to in sorted(rows, key=lambda row: row[0]):
            y = max(top, min(middle - high // 2, board.bottom - below))
            rect = pygame.Rect(board.x + kit.px(18), y, width, high)
            draw_callout(surface, kit, callout, rect, to)
            top = rect.bottom + gap
            below -= high + gap
