"""Stances: lines in order, the first legal one, each with its reason."""

from small_world import (
    CARTEL,
    MEXICO,
    US,
    piece_view,
    plain_context,
    route_view,
    seat_view,
    small_campaign,
    small_view,
)

from game.bots import make_player
from game.bots.stances import StancePlayer
from game.model.actions import Action
from game.model.decisions import Decision
from game.model.ids import (
    NO_CARD,
    SeatMask,
    area_ref,
    number_ref,
    option_ref,
    piece_ref,
    ref_ix,
    route_ref,
)
from game.rules.resolution import Odds
from game.rules.tables import tables_for

PACT, PATROL, FRONTS, SEIZE = range(4)
TEAM, DRONE, LAB, FRONT, MOLE = range(5)


def bot(seat, **stance):
    return {
        "id": "tester",
        "title": "Tester",
        "seats": [seat],
        "summary": "A bot.",
        "stances": [{"id": "only", "title": "Only", **stance}],
    }


def player(seat, seat_ix, **stance):
    campaign = small_campaign([bot(seat, **stance)])
    return make_player(tables_for(campaign), "tester", seat_ix)


def manners(seat, seat_ix, **words):
    campaign = small_campaign([{**bot(seat), **words}])
    return make_player(tables_for(campaign), "tester", seat_ix)


def line(do, why="because", **words):
    return {"do": do, "why": why, **words}


def asked(kind, seat, legal, **words):
    """A decision on the stack for a seat, and the legal answers."""
    return Decision(kind, SeatMask(1 << seat), seat, **words), legal


def test_the_first_legal_line_is_carried_out_with_its_why():
    one = player("us", US, tactical=[line("raid", "raid"), line("surveil", "look"), line("hold")])
    legal = [Action(US, "surveil", NO_CARD, area_ref(1)), Action(US, "hold"), Action(US, "pass")]
    choice = one.choose(small_view(US, phase="tactical"), legal, plain_context())
    assert (choice.action, choice.why) == (legal[0], "look")


def test_a_line_whose_condition_fails_or_cannot_be_known_is_passed_over():
    lines = [
        line("hold", when="harm >= 11"),
        line("hold", when="cash(cartel) >= 0"),
        line("pass", "rest"),
    ]
    one = player("us", US, tactical=lines)
    legal = [Action(US, "hold"), Action(US, "pass")]
    choice = one.choose(small_view(US, phase="tactical"), legal, plain_context())
    assert (choice.action.verb, choice.why) == ("pass", "rest")


def test_a_line_for_a_card_that_the_campaign_lacks_is_passed_over():
    one = player("us", US, strategic=[line("play", card="of-another"), line("play", card="pact")])
    legal = [Action(US, "play", PACT), Action(US, "pass")]
    choice = one.choose(small_view(US, phase="strategic"), legal, plain_context())
    assert choice.action.card == PACT


def test_odds_below_what_a_line_asks_stop_it():
    one = player("us", US, tactical=[line("surveil", odds=3), line("hold", "wait")])
    legal = [Action(US, "surveil", NO_CARD, area_ref(1)), Action(US, "hold")]
    view = small_view(US, phase="tactical")
    poor = plain_context(odds=lambda action: Odds(2, 2, (), True))
    fair = plain_context(odds=lambda action: Odds(3, 2, (), True))
    assert one.choose(view, legal, poor).why == "wait"
    assert one.choose(view, legal, fair).action.verb == "surveil"


def test_passing_ends_a_turn_too():
    one = player("us", US, operational=[line("pass", "enough")])
    legal = [Action(US, "deploy", PATROL), Action(US, "done")]
    assert one.choose(small_view(US), legal, plain_context()).action.verb == "done"


def test_without_a_legal_line_the_turn_ends():
    one = player("us", US)
    legal = [Action(US, "deploy", PATROL), Action(US, "done")]
    assert one.choose(small_view(US), legal, plain_context()).action.verb == "done"


def test_each_line_of_a_plan_is_used_once_and_in_order():
    one = player(
        "cartel",
        CARTEL,
        plan=[
            line("plan", "front", card="more-fronts", target=["pop-high"]),
            line("spread", "spread"),
            line("plan", "another", card="more-fronts", target=["pop-low"]),
        ],
    )
    port = Action(CARTEL, "plan", FRONTS, area_ref(1))
    capital = Action(CARTEL, "plan", FRONTS, area_ref(2))
    spread = Action(CARTEL, "spread", NO_CARD, area_ref(1))
    legal = [port, capital, spread, Action(CARTEL, "done")]
    planned, reasons = [], []
    for _ in range(4):
        means = (seat_view(US), seat_view(MEXICO), seat_view(CARTEL, plans=tuple(planned)))
        view = small_view(CARTEL, phase="red-plan", means=means)
        choice = one.choose(view, [a for a in legal if a not in planned], plain_context())
        planned.append(choice.action)
        reasons.append(choice.why)
    assert planned == [capital, spread, port, Action(CARTEL, "done")]
    assert reasons == ["front", "spread", "another", ""]


def test_a_unit_is_told_to_watch_only_a_better_route_and_only_once():
    one = player("us", US, operational=[line("watch", target=["flow-high"])])
    routes = tuple(route_view(ix, ghost=flow) for ix, flow in enumerate([4, 1, 3, 0, 0, 0]))
    legal = [
        Action(US, "watch", NO_CARD, piece_ref(0), route_ref(route)) for route in (1, 2, 3)
    ] + [Action(US, "done")]

    def chosen(watch, is_set=False):
        pieces = (piece_view(0, TEAM, US, 3, watch=watch, set=is_set),)
        view = small_view(US, routes=routes, pieces=pieces)
        return one.choose(view, legal, plain_context()).action

    assert chosen((1,)) == legal[1]
    assert chosen((2,)).verb == "done"
    assert chosen((1,), is_set=True).verb == "done"


def test_a_bot_moves_no_more_units_than_are_free_to_move():
    one = player("us", US, operational=[line("move")])
    legal = [Action(US, "move", NO_CARD, piece_ref(0), area_ref(4)), Action(US, "done")]
    pieces = (piece_view(0, TEAM, US, 3),)

    def chosen(moves):
        means = (seat_view(US, moves=moves), seat_view(MEXICO), seat_view(CARTEL))
        view = small_view(US, pieces=pieces, means=means)
        return one.choose(view, legal, plain_context()).action.verb

    assert chosen(0) == "move"
    assert chosen(1) == "done"


def test_lines_name_even_the_first_card_and_the_first_kind():
    one = player("us", US, strategic=[line("play", card="pact")], operational=[])
    legal = [Action(US, "play", PATROL), Action(US, "play", PACT), Action(US, "pass")]
    view = small_view(US, phase="strategic")
    assert one.choose(view, legal, plain_context()).action.card == PACT
    watcher = player("us", US, operational=[line("watch", kind="team")])
    drone = Action(US, "watch", NO_CARD, piece_ref(2), route_ref(1))
    pieces = (piece_view(2, DRONE, US, 3),)
    view = small_view(US, pieces=pieces)
    legal = [drone, Action(US, "done")]
    assert watcher.choose(view, legal, plain_context()).action.verb == "done"


def test_a_bribe_buys_governance_unless_the_line_asks_for_a_mole():
    legal = [
        Action(CARTEL, "bribe", NO_CARD, area_ref(1), option_ref(0)),
        Action(CARTEL, "bribe", NO_CARD, area_ref(1), option_ref(1)),
        Action(CARTEL, "pass"),
    ]
    view = small_view(CARTEL, phase="tactical")
    plain = player("cartel", CARTEL, tactical=[line("bribe")])
    assert plain.choose(view, legal, plain_context()).action == legal[0]
    mole = player("cartel", CARTEL, tactical=[line("bribe", kind="mole")])
    assert mole.choose(view, legal, plain_context()).action == legal[1]


def test_lines_against_a_kind_of_piece():
    one = player("us", US, tactical=[line("raid", kind="lab"), line("pass")])
    lab = Action(US, "raid", NO_CARD, piece_ref(6))
    front = Action(US, "raid", NO_CARD, piece_ref(8))
    view = small_view(US, phase="tactical")
    kinds = tables_for(small_campaign([bot("us")])).piece_kind
    assert (kinds[6], kinds[8]) == (LAB, FRONT)
    assert one.choose(view, [front, lab, Action(US, "pass")], plain_context()).action == lab
    assert one.choose(view, [front, Action(US, "pass")], plain_context()).action.verb == "pass"


def test_consent_is_lowered_before_any_line():
    words = {
        **bot("mexico", strategic=[line("consent", level=2, why="raise")]),
        "lower_consent": "sovereignty <= 3",
    }
    one = make_player(tables_for(small_campaign([words])), "tester", MEXICO)
    legal = [Action(MEXICO, "consent", NO_CARD, number_ref(level)) for level in (0, 1, 2)]
    calm = small_view(MEXICO, phase="strategic")
    assert one.choose(calm, legal, plain_context()).action == legal[2]
    tracks = (10, 5, 5, 7, 1, 3, 5, 0, 1)
    sore = small_view(MEXICO, phase="strategic", tracks=tracks)
    assert one.choose(sore, legal, plain_context()).action == legal[0]


def test_stances_are_drawn_by_weight_and_only_while_their_condition_holds():
    words = bot("us")
    words["stances"] = [
        {"id": "rare", "title": "Rare", "weight": 1},
        {"id": "common", "title": "Common", "weight": 3},
        {"id": "never", "title": "Never", "weight": 90, "when": "quarter >= 3"},
    ]
    one = make_player(tables_for(small_campaign([words])), "tester", US)
    assert isinstance(one, StancePlayer)
    drawn = [one.stance(small_view(US), plain_context(salt=salt)).id for salt in range(2000)]
    assert "never" not in drawn
    assert 0.7 < drawn.count("common") / len(drawn) < 0.8
    later = small_view(US, quarter=3)
    assert one.stance(later, plain_context(salt=1)) == one.stance(later, plain_context(salt=1))


def test_proposals_are_refused_while_the_condition_for_it_holds():
    legal = [Action(MEXICO, "agree", PACT), Action(MEXICO, "refuse", PACT)]
    decision, _ = asked("agree", MEXICO, legal, card=PACT)
    view = small_view(MEXICO, phase="strategic", pending=decision)
    willing = manners("mexico", MEXICO, refuse="legitimacy <= 4")
    assert willing.choose(view, legal, plain_context()).action.verb == "agree"
    sour = manners("mexico", MEXICO, refuse="legitimacy >= 4")
    choice = sour.choose(view, legal, plain_context())
    assert choice.action.verb == "refuse"
    assert choice.why


def test_a_share_above_the_bots_own_is_refused():
    legal = [Action(US, "agree"), Action(US, "refuse")]
    decision, _ = asked("fund", US, legal, value=0, options=(2 << 4 * US | 1 << 4 * MEXICO,))
    view = small_view(US, phase="assess", pending=decision)
    mean = manners("us", US, share=1)
    assert mean.choose(view, legal, plain_context()).action.verb == "refuse"
    kind = manners("us", US, share=2)
    assert kind.choose(view, legal, plain_context()).action.verb == "agree"


def test_a_host_asks_of_partners_what_it_would_give_itself():
    options = (3 << 4 * MEXICO, 1 << 4 * US | 2 << 4 * MEXICO, 2 << 4 * US | 1 << 4 * MEXICO)
    legal = [Action(MEXICO, "split", NO_CARD, option_ref(ix)) for ix in range(3)]
    decision, _ = asked("fund", MEXICO, legal, options=options)
    view = small_view(MEXICO, phase="assess", pending=decision)
    assert (
        manners("mexico", MEXICO, share=1).choose(view, legal, plain_context()).action == legal[1]
    )
    assert (
        manners("mexico", MEXICO, share=0).choose(view, legal, plain_context()).action == legal[0]
    )
    assert (
        manners("mexico", MEXICO, share=9).choose(view, legal, plain_context()).action == legal[2]
    )


def test_a_new_unit_watches_where_it_stops_most():
    routes = tuple(route_view(ix, ghost=flow) for ix, flow in enumerate([4, 1, 3, 0, 0, 0]))
    legal = [Action(US, "watch", NO_CARD, piece_ref(0), route_ref(route)) for route in (1, 2)] + [
        Action(US, "pass")
    ]
    decision, _ = asked("watch", US, legal, target=piece_ref(0))
    view = small_view(US, routes=routes, pending=decision)
    assert manners("us", US).choose(view, legal, plain_context()).action == legal[1]


def test_a_rotating_unit_shares_itself_among_the_busiest_routes():
    routes = tuple(route_view(ix, ghost=flow) for ix, flow in enumerate([0, 4, 3, 0, 0, 0]))
    options = (0b0110, 0b1010, 0b1100, 0b1110)
    legal = [Action(US, "routes", NO_CARD, option_ref(ix)) for ix in range(4)]
    decision, _ = asked("rotate", US, legal, target=piece_ref(0), options=options)
    view = small_view(US, routes=routes, pending=decision)
    assert manners("us", US).choose(view, legal, plain_context()).action == legal[0]


def test_the_unit_that_stops_least_goes_home():
    routes = tuple(
        route_view(ix, ghost=flow, detect=1, endgame=2, lawful=True)
        for ix, flow in enumerate([0, 4, 1, 0, 0, 0])
    )
    pieces = (piece_view(0, TEAM, US, 3, watch=(1,)), piece_view(1, TEAM, US, 3, watch=(2,)))
    legal = [Action(US, "return", NO_CARD, piece_ref(ix)) for ix in (0, 1)]
    decision, _ = asked("upkeep", US, legal)
    view = small_view(US, phase="assess", routes=routes, pieces=pieces, pending=decision)
    assert manners("us", US).choose(view, legal, plain_context()).action == legal[1]


def test_cash_is_kept_as_told_and_none_of_it_in_the_last_quarter():
    legal = [Action(CARTEL, "bank", NO_CARD, number_ref(keep)) for keep in range(5)]
    decision, _ = asked("bank", CARTEL, legal)
    one = manners("cartel", CARTEL, keep_cash=2)

    def kept(quarter):
        view = small_view(CARTEL, phase="red-plan", quarter=quarter, pending=decision)
        return one.choose(view, legal, plain_context()).action

    assert kept(3) == legal[2]
    assert kept(4) == legal[0]


def test_odds_are_read_from_coverage():
    routes = tuple(route_view(ix, detect=3, endgame=2) for ix in range(6))
    options = (50, 17, 33)
    legal = [Action(US, "answer", NO_CARD, option_ref(ix)) for ix in range(3)]
    decision, _ = asked("odds-probe", US, legal, target=route_ref(1), options=options)
    view = small_view(US, routes=routes, pending=decision)
    assert manners("us", US).choose(view, legal, plain_context()).action == legal[1]


def test_what_is_proven_is_prosecuted_unless_the_stance_holds_back():
    legal = [Action(US, "prosecute"), Action(US, "pass")]
    decision, _ = asked("prosecute", US, legal)
    view = small_view(US, phase="tactical", pending=decision)
    assert manners("us", US).choose(view, legal, plain_context()).action.verb == "prosecute"
    thrifty = player("us", US, govern=[line("prosecute", "spare", when="cases >= 2")])
    assert thrifty.choose(view, legal, plain_context()).action.verb == "pass"


def test_flow_is_expected_to_grow_where_one_more_unit_is_cheapest():
    # landing 1, full; road 2, hot; trail 3; bypass 1, empty
    routes = tuple(
        route_view(ix, ghost=flow, heat=heat)
        for ix, (flow, heat) in enumerate([(5, 0), (0, 3), (0, 0), (0, 0), (0, 0), (0, 0)])
    )
    legal = [Action(US, "answer", NO_CARD, option_ref(ix)) for ix in range(3)]
    view = small_view(US, routes=routes)

    def guessed(*options):
        decision, _ = asked("growth-probe", US, legal, options=options)
        asking = small_view(US, routes=routes, pending=decision)
        answers = legal[: len(options)]
        choice = manners("us", US).choose(asking, answers, plain_context())
        return options[ref_ix(choice.action.target)]

    assert view.pending is None
    assert guessed(1, 2, 3) == 3
    assert guessed(0, 1, 2) == 2
    assert guessed(0, 1) in (0, 1)
