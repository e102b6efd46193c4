"""One chapter for each phase of a quarter; F1 opens the one that is being played."""

from game.narrate.rulebook.blocks import Block, Chapter, note, points, text
from game.narrate.rulebook.flow import quiet_deliveries
from game.narrate.things.phases import phase_title, phase_what
from game.narrate.words import Words, plain, signed


def phase_chapters(words: Words) -> tuple[Chapter, ...]:
    """The chapters of the phases, in the order of play."""
    chapters = [
        _chapter(words, "situation", _situation(words)),
        _chapter(words, "red-plan", _red_plan(words)),
        _chapter(words, "strategic", _strategic(words)),
        _chapter(words, "operational", _operational(words)),
        _chapter(words, "red-reveal", _red_reveal(words)),
        _chapter(words, "tactical", _tactical(words)),
        _chapter(words, "flow", _flow(words)),
        _chapter(words, "assess", _assess(words)),
    ]
    if words.campaign.frame.reviews:
        chapters.append(_chapter(words, "review", _review(words)))
    return tuple(chapters)


def _chapter(words: Words, phase: str, blocks: tuple[Block, ...]) -> Chapter:
    opening = text(phase_what(words, phase))
    return Chapter(phase, phase_title(words, phase), (opening, *blocks), phase)


def _situation(words: Words) -> tuple[Block, ...]:
    rules = words.campaign.rules
    return (
        points(
            words.say("Strategic cards that were waiting take effect; others run out."),
            words.say(
                "Each partner receives its income. At most {kept} Budget of last quarter is kept.",
                kept=rules.money.budget_kept,
            ),
            words.many(
                "Each seat draws up to {number} tactical card.",
                "Each seat draws up to {number} tactical cards.",
                rules.limits.hand,
            ),
            words.say("A card that you cannot play may be changed for another, once."),
            words.say("News may arrive. Some of it asks for an answer."),
        ),
    )


def _red_plan(words: Words) -> tuple[Block, ...]:
    rules = words.campaign.rules
    return (
        points(
            words.say(
                "Each Red seat secretly chooses up to {plays} plays. It pays nothing yet.",
                plays=rules.limits.plays_chosen,
            ),
            words.say(
                "A person may pin up to {pins} loads to a route, and may seal the tactical turn, "
                "so that nobody has to look away later.",
                pins=rules.flow.pins,
            ),
            words.say(
                "A person may also say which dormant routes to open first should Flow cost too "
                "many loads, or that no others are opened."
            ),
            words.say(
                "With Fusion {level} the coalition sees one of the plays, with each further step "
                "one more.",
                level=rules.thresholds.signal_fusion,
            ),
        ),
    )


def _strategic(words: Words) -> tuple[Block, ...]:
    return (
        points(
            words.say("The host country sets **Consent**: any lower level, or one higher."),
            words.say("Each partner plays at most one strategic card, or repeals one of its own."),
            words.say(
                "Some cards need other seats to **agree**. Nobody pays before all have agreed."
            ),
        ),
        text(
            words.say(
                "A strategic card usually starts **next quarter** and lasts until it is repealed. "
                "What you do not begin now you will miss at the end."
            )
        ),
    )


def _operational(words: Words) -> tuple[Block, ...]:
    limits, money = words.campaign.rules.limits, words.campaign.rules.money
    return (
        text(words.say("In any order, then Done:")),
        points(
            words.many(
                "Up to {number} deployment: a card, or **Reinforce** for {cost} Budget.",
                "Up to {number} deployments: a card, or **Reinforce** for {cost} Budget.",
                limits.deployments,
                cost=money.reinforce_budget,
            ),
            words.many(
                "{number} move to a neighbouring area is free; each further move costs {cost} "
                "Budget.",
                "{number} moves to neighbouring areas are free; each further move costs {cost} "
                "Budget.",
                limits.free_moves,
                cost=money.extra_move,
            ),
            words.say("Each unit **watches** one route that starts or ends where it stands."),
            words.say(
                "A unit may be set **Rotating**: it watches one of {least} to {most} routes, drawn "
                "when the loads move. The network cannot foresee which.",
                least=limits.rotating_least,
                most=limits.rotating_most,
            ),
        ),
        note(
            words.say(
                "Each unit put down by a card or by Reinforce costs {cost} Budget upkeep a "
                "quarter.",
                cost=money.unit_upkeep,
            )
        ),
    )


def _red_reveal(words: Words) -> tuple[Block, ...]:
    return (
        points(
            words.say(
                "Each Red seat pays for at most {plays} of its plays and carries them out.",
                plays=words.campaign.rules.limits.plays_executed,
            ),
            words.say("A play that it cannot pay, or whose target is gone, is dropped unseen."),
            words.say("The table sees how many plays were made. What they were stays hidden."),
        ),
    )


def _tactical(words: Words) -> tuple[Block, ...]:
    tests, money = words.campaign.rules.tests, words.campaign.rules.money
    return (
        text(words.say("On your turn do one thing: a basic action, a card, Hold, or End turn.")),
        points(
            words.say("**Surveil** an area: expose a hidden piece. Or a route: see its true flow."),
            words.say(
                "**Surge** on a route that your unit watches: {change} D and {change} E this "
                "quarter.",
                change=signed(tests.surge),
            ),
            words.say("**Raid** an exposed piece where your team may act: it is removed."),
            words.many(
                "**Build case** on a seizure or an exposed piece: +{number} Case.",
                "**Build case** on a seizure or an exposed piece: +{number} Cases.",
                tests.case_gain,
            ),
            words.say(
                "**Hold**: do nothing now, and take a Ready marker. It gives +{number} on one "
                "Test. Quarters that it lasts, this one counted: {quarters}.",
                number=tests.hold_bonus,
                quarters=tests.hold_quarters,
            ),
            words.say("**End turn**: do nothing, and keep nothing for later."),
        ),
        text(
            words.say(
                "After a successful raid you may **prosecute** for {cases} of your Cases: the "
                "piece leaves the game instead of coming back.",
                cases=tests.prosecute_cases,
            )
        ),
        points(
            words.say(
                "Red may **Bribe** for {cash} Cash: governance −1, or a mole.",
                cash=tests.bribe_cash,
            ),
            words.say("Red may **Intimidate**: violence +1, and an advisor or team goes home."),
            words.say("Red may **Relocate** a piece next door: it is hidden again."),
            words.say("**Spread** is a play: a new Cell for {cash} Cash.", cash=money.spread_cash),
        ),
    )


def _flow(words: Words) -> tuple[Block, ...]:
    flow = words.campaign.rules.flow
    return (
        text(words.say("Nobody decides here. Watch where the loads go.")),
        *_probes(words),
        points(
            words.say("Each load takes the cheapest way to a market that is left."),
            words.say("On each watched route it may be **seen** (D), and then **stopped** (E)."),
            words.say(
                "A route with a seizure gets heat {change}, the others cool down.",
                change=signed(flow.heat_step),
            ),
            quiet_deliveries(words),
            words.say(
                "At losses of **{tolerance} %** or more the network opens other routes.",
                tolerance=flow.loss_tolerance,
            ),
            words.say("Where a new route begins, violence may rise."),
        ),
    )


def _probes(words: Words) -> tuple[Block, ...]:
    """Questions of a tutorial, where the campaign asks them."""
    measures = {objective.measure for objective in words.campaign.frame.objectives}
    if not measures & {"odds-probe", "growth-probe"}:
        return ()
    said = words.say(
        "Before the loads move each player may be asked what will happen: how often a route stops "
        "a load, or which route will grow. Nothing in the game depends on the answers."
    )
    return (note(said),)


def _assess(words: Words) -> tuple[Block, ...]:
    rules = words.campaign.rules
    return (
        points(
            words.say("Upkeep is paid. A unit that is not paid goes home."),
            words.say(
                "A host may **Govern** one area for {cost} Budget, shared as partners agree.",
                cost=rules.money.govern_budget,
            ),
            words.say(
                "At violence 3 governance falls on a die of {needed} or less.",
                needed=rules.thresholds.violence_check,
            ),
            words.say(
                "Where governance is {step} or better, violence falls by 1.",
                step=signed(rules.thresholds.calm_gov),
            ),
            words.say("Consent moves Sovereignty: {steps}.", steps=_consent_steps(words)),
            words.say(
                "At Legitimacy {level} or more each partner gains {gain} Capital.",
                level=rules.money.capital_legitimacy,
                gain=rules.money.capital_gain,
            ),
            words.say("The network banks up to {most} Cash, for good.", most=rules.money.bank_max),
        ),
    )


def _consent_steps(words: Words) -> str:
    steps = words.campaign.rules.consent.sovereignty
    return ", ".join(
        words.say("level {level}: {change}", level=level, change=_change(step))
        for level, step in enumerate(steps)
    )


def _change(step: int) -> str:
    return f"+{step}" if step > 0 else plain(step)


def _review(words: Words) -> tuple[Block, ...]:
    return (
        points(
            words.say("Margins are shown as they stand."),
            words.say(
                "Below Fusion {level} exposed pieces are lost again.",
                level=words.campaign.rules.thresholds.keep_fusion,
            ),
            words.say("Talk: what did you mean to do, what happened, and why?"),
        ),
    )
