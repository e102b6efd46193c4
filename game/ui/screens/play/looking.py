"""What the inspector looks at: a place, a track, a card, or the why of a number."""

from dataclasses import dataclass
from typing import Literal

from game.model.ids import NO_CARD, NO_REF, CardIx, Ref, SeatIx
from game.ui.present.card_page import inspect_card
from game.ui.present.inspection import Inspection, inspect_ref, inspect_track, track_ix
from game.ui.present.pages import default_page
from game.ui.present.sight import Sight
from game.ui.present.subjects import Subject
from game.ui.present.tracks import means_cells
from game.ui.present.why import why_page
from game.ui.screens.sitting import Sitting

LookKind = Literal["moment", "place", "track", "means", "card", "why"]


@dataclass(frozen=True, slots=True)
class Look:
    """One thing looked at; `subject` with its `title` is a why."""

    kind: LookKind = "moment"
    ref: Ref = NO_REF
    track: str = ""
    card: CardIx = NO_CARD
    subject: Subject | None = None
    title: str = ""


MOMENT = Look()


def page_of(
    sitting: Sitting, look: Look, lit: frozenset[Ref], *, with_cards: bool = False
) -> Inspection:
    """The page of what is looked at; the moment's own where there is nothing to say of it.

    `with_cards` gives cards a page too, where the tray shows no more than their titles.
    """
    sight, seat = sitting.sight, sitting.viewer
    page: Inspection | None = None
    if look.kind == "place":
        page = inspect_ref(sight, look.ref, lit=look.ref in lit)
    elif look.kind == "track":
        page = inspect_track(sight, look.track)
    elif look.kind == "card" and with_cards:
        page = inspect_card(sight, look.card)
    elif look.kind == "why" and look.subject is not None:
        page = why_page(sight.words, sitting.why(look.subject), look.title)
    return page or default_page(sight, seat)


def why_of(sight: Sight, look: Look, seat: SeatIx) -> tuple[Subject, str] | None:
    """The first number of what is looked at, for the key that asks why."""
    if look.kind == "track":
        ix = track_ix(look.track)
        return Subject("track", ix, look.track), sight.words.track(ix)
    if look.kind == "means":
        cell = next((one for one in means_cells(sight, seat) if one.id == look.track), None)
        return (Subject("money", seat, look.track), cell.name) if cell is not None else None
    if look.kind == "place":
        page = inspect_ref(sight, look.ref)
        if page is None:
            return None
        row = next((row for row in page.rows if row.subject is not None), None)
        if row is not None and row.subject is not None:
            return row.subject, page.title
    return None
