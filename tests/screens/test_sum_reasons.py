"""The quarter's sum says by which card a track moved, and what a track is whose why is asked."""

from screen_driver import new_sitting, play_to

from game.content.schema.words import TRACKS
from game.model.events import TrackChanged
from game.narrate.why import why_track
from game.ui.present.assessing import _reason
from game.ui.present.subjects import Subject
from game.ui.present.why import standing_rows
from game.ui.screens.sitting import Sitting


def test_a_track_that_a_card_moved_names_the_card() -> None:
    session = new_sitting("us", "mexico", seed=2)
    play_to(session, "never", 9, luck=2)
    sight, journal = Sitting(session).sight, session.game.journal
    told = set()
    for name in ("legitimacy", "cohesion"):
        for cause in why_track(sight.words, journal, TRACKS.index(name), sight.mask):
            assert isinstance(journal[cause.event], TrackChanged)
            if not cause.causes:
                told.add(_reason(sight, journal, name, cause, ""))
    titles = [sight.words.card(ix) for ix in range(len(sight.campaign.cards))]
    assert told and all(any(f"by {title}." in one for title in titles) for one in told)


def test_the_why_of_a_track_says_what_it_is() -> None:
    sight = Sitting(new_sitting("us", "mexico")).sight
    rows = standing_rows(sight, Subject("track", TRACKS.index("harm"), "harm"))
    assert next(row.text for row in rows).startswith("Harm done by what is delivered")
