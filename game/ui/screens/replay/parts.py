"""The chrome of a replay and of the window that follows: ribbon, tracks, and pages to look at."""

from collections.abc import Callable, Sequence

from game.model.ids import NO_SEAT, Ref, SeatIx, area_ref
from game.narrate.things.phases import quarter_of
from game.ui.present.inspection import Inspection, InspectorRow, inspect_ref, inspect_track
from game.ui.present.means import inspect_means
from game.ui.present.pages import default_page
from game.ui.present.phases import phase_steps
from game.ui.present.sight import Sight
from game.ui.present.tracks import TrackCell, means_cells, track_cells
from game.ui.present.why import causes_of, standing_rows, why_page
from game.ui.screens.play.looking import Look
from game.ui.screens.play.ribbon import IconButton, PhaseRow, Ribbon
from game.ui.screens.play.trackbar import TrackBar, TrackWidget
from game.ui.screens.replay.stage import Stage


def ribbon_of(
    sight: Sight, left: Sequence[IconButton] = (), right: Sequence[IconButton] = ()
) -> Ribbon:
    """Campaign, quarter and phases, between small buttons."""
    words = sight.words
    quarter = quarter_of(words, max(1, sight.view.quarter))
    row = PhaseRow(phase_steps(sight))
    return Ribbon(words.text(sight.campaign.title), quarter, row, list(left), list(right))


def track_bar(
    sight: Sight,
    seat: SeatIx,
    on_look: Callable[[str], None],
    on_why: Callable[[], None],
) -> TrackBar:
    """The public tracks, and the means of the seat through whose eyes one looks."""

    def widget(cell: TrackCell) -> TrackWidget:
        return TrackWidget(cell, lambda: on_look(cell.id), on_why)

    means = [widget(cell) for cell in means_cells(sight, seat)] if seat != NO_SEAT else []
    return TrackBar([widget(cell) for cell in track_cells(sight)], means)


def page_of(stage: Stage, look: Look) -> Inspection:
    """The page of what is looked at; the moment's own where there is nothing to say of it."""
    sight = stage.sight
    page: Inspection | None = None
    if look.kind == "place":
        page = inspect_ref(sight, look.ref)
    elif look.kind == "track":
        page = inspect_track(sight, look.track)
    elif look.kind == "means":
        page = inspect_means(sight, stage.seat, look.track)
    elif look.kind == "why" and look.subject is not None:
        causes = causes_of(sight.words, stage.journal(), look.subject, sight.mask)
        standing = standing_rows(sight, look.subject)
        page = why_page(sight.words, causes, look.title, standing)
    return page or moment_page(sight, stage.seat)


def moment_page(sight: Sight, seat: SeatIx) -> Inspection:
    """What the inspector shows while nothing is looked at: the phase, and every area to choose."""
    page = default_page(sight, seat)
    rows = [
        *page.rows,
        InspectorRow("rule"),
        InspectorRow("head", sight.words.say("Places")),
        *(_area_row(sight, ix) for ix in range(len(sight.campaign.areas))),
    ]
    return Inspection(page.title, page.subtitle, tuple(rows), page.chip)


def _area_row(sight: Sight, area: int) -> InspectorRow:
    ref: Ref = area_ref(area)
    count = sum(1 for _ in sight.area_pieces(area))
    said = sight.words.many("{number} piece", "{number} pieces", count) if count else ""
    return InspectorRow("thing", sight.words.area(area), said, ref=ref)
