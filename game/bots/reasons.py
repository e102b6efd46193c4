"""Reasons of bots that no campaign words: whole sentences, translated where they are shown."""


def N_(text: str) -> str:  # noqa: N802 - the name by which translators' tools find sentences
    """Mark a sentence for translation; it is kept as it is."""
    return text


AGREES = N_("Agrees: nothing in its instructions speaks against it.")
REFUSES = N_("Refuses, as its instructions say for times like these.")
SHARE_TOO_HIGH = N_("Refuses: the share asked is more than it gives to a partner's Govern.")
LOWERS_CONSENT = N_("Lowers Consent, as its instructions say for times like these.")
PROSECUTES = N_("Prosecutes: what is out of the game cannot be rebuilt.")
SENDS_HOME = N_("Sends home the unit that stops least.")
BANKS = N_("Banks what it does not keep for next quarter.")
BANKS_ALL = N_("Banks all it can: no quarter follows.")
LOOKED_AHEAD = N_("Chosen by trying it on positions that agree with what the seat knows.")
