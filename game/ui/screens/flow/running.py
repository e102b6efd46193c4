"""A FLOW on the map: what its playback shows at a moment, for every screen that shows one.

While units are under way the map tells nothing of what comes of them: heat, violence and
governance change when the last unit has come home.
"""

from collections.abc import Iterator

from game.model.events import GovChanged, TrackChanged, ViolenceChanged
from game.narrate.words import signed
from game.ui.board.board import BoardWidget
from game.ui.board.scene import FlowToken
from game.ui.present.flowing import FlowStory
from game.ui.present.scene import board_scene
from game.ui.present.sight import Sight
from game.ui.screens.flow.callouts import Callout, opening_callout, run_callout
from game.ui.screens.flow.playback import Playback
from game.ui.screens.flow.tally import Tally

_CALLOUTS = 2
_SEIZED_AT, _SEEN_AT = 0.5, 0.42
_PATIENCE = 4.0
"""Seconds after which a FLOW begins even where the map is not drawn yet."""


class FlowRun:
    """Plays a story on a board; `before` and `after` are the sights around it."""

    def __init__(
        self,
        board: BoardWidget,
        before: Sight,
        after: Sight,
        story: FlowStory,
        *,
        stills: bool,
    ) -> None:
        self.story = story
        self.playback = Playback(story, stills=stills)
        self.tally = Tally(story, story.tolerance)
        self.callouts: tuple[Callout, ...] = ()
        self._board = board
        self._before = before
        self._after = after
        self._shown = -1
        self._is_over = False
        self._waited = 0.0
        self._is_drawn = False

    @property
    def sight(self) -> Sight:
        """What may be told now: the sight before, until every unit is home."""
        return self._after if self.playback.is_over else self._before

    def again(self) -> None:
        """Begin anew."""
        self.playback = Playback(self.story, stills=self.playback.stills)

    def frame(self) -> None:
        """Show every route in use at once."""
        routes = self._after.campaign.routes
        used = [routes[one.route].id for one in self._after.view.routes if one.open]
        moved = [routes[leg].id for run in self.story.runs for leg in run.legs]
        self._board.zoom_to([*used, *moved], at_once=True)

    def advance(self, seconds: float) -> bool:
        """Let units move, once the map is there for them; returns whether anything changed."""
        if not self._is_map_drawn(seconds):
            return True
        return self.playback.advance(seconds)

    def show(self, *, force: bool = False) -> bool:
        """Bring map, callouts and tally to this moment; whether the last unit came home."""
        was_over, self._is_over = self._is_over, self.playback.is_over
        count = len(self.playback.shown)
        if count != self._shown or force or self._is_over != was_over:
            self._shown = count
            self._show_count(count)
        self._board.set_tokens(tuple(self._tokens()))
        return self._is_over and not was_over

    def _is_map_drawn(self, seconds: float) -> bool:
        if not self._is_drawn:
            self._waited += seconds
            self._is_drawn = self._board.is_settled or self._waited > _PATIENCE
        return self._is_drawn

    def _show_count(self, units: int) -> None:
        over = self.playback.is_over
        shown = self.story.shown_after(units, with_openings=over)
        self._board.set_scene(board_scene(self.sight, flow=shown))
        found = [run_callout(self._after, run) for run in self.playback.shown]
        callouts = [one for one in found if one is not None][-_CALLOUTS:]
        if over:
            callouts = [*callouts[-1:], *self._openings()]
        self.callouts = tuple(callouts)
        self.tally.show(units, tuple(self._notes()) if over else ())

    def _openings(self) -> list[Callout]:
        loss, tolerance = self.story.settled.loss_percent, self.story.tolerance
        return [
            opening_callout(self._after, event.route, loss, tolerance)
            for event in self.story.opened
        ]

    def _tokens(self) -> Iterator[FlowToken]:
        routes = self._after.campaign.routes
        for run in self.playback.shown:
            if run.outcome == "seized" and run.seized_at >= 0:
                route = routes[run.seized_at].id
                yield FlowToken(f"seized-{run.number}", route, _SEIZED_AT, "seized")
            elif run.seen_at:
                route = routes[run.seen_at[-1]].id
                yield FlowToken(f"seen-{run.number}", route, _SEEN_AT, "seen")
        moment = self.playback.moment
        if moment.run is not None and moment.run.legs and not self.playback.stills:
            yield FlowToken("moving", routes[moment.run.legs[moment.leg]].id, moment.share)

    def _notes(self) -> Iterator[str]:
        """What came of it, in a line each."""
        words = self._after.words
        if self.story.unseen:
            yield words.many(
                "**{number}** load went unseen.",
                "**{number}** loads went unseen.",
                self.story.unseen,
            )
        for _, event in self.story.aftermath:
            if isinstance(event, TrackChanged):
                name, change = words.track(event.track), signed(event.after - event.before)
                yield words.say("{track} **{change}**", track=name, change=change)
            elif isinstance(event, ViolenceChanged):
                area, change = words.area(event.area), signed(event.after - event.before)
                yield words.say("{area}: violence **{change}**", area=area, change=change)
            elif isinstance(event, GovChanged):
                area, change = words.area(event.area), signed(event.after - event.before)
                yield words.say("{area}: governance **{change}**", area=area, change=change)
        yield words.say("They **re-route** when losses pass the mark. Watch where, not how much.")
