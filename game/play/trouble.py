"""What can go wrong with a saved sitting, worded for the people at the table."""

from game.content.problems import Sentence, Translator, say


class SaveError(Exception):
    """A saved sitting that cannot be read or written: what happened, why, and what to do now."""

    def __init__(self, what: Sentence, why: Sentence, now: Sentence) -> None:
        super().__init__(what, why, now)
        self.what = what
        self.why = why
        self.now = now

    def text(self, translator: Translator | None = None) -> str:
        """The three sentences in the reader's language; English without a translator."""
        return " ".join(part.text(translator) for part in (self.what, self.why, self.now))

    def __str__(self) -> str:
        return self.text()


class InUse(SaveError):
    """Another window plays the sitting; it can be watched all the same."""


def missing(name: str) -> SaveError:
    """There is no such file."""
    return SaveError(
        say("There is no saved sitting at {name}.", name=name),
        say("The file may have been moved or deleted."),
        say("List the saved sittings with: nadc saves"),
    )


def ambiguous(word: str, files: list[str]) -> SaveError:
    """Several sittings have the same name."""
    return SaveError(
        say("More than one saved sitting is called {name}.", name=word),
        say("These files have that name: {files}.", files=", ".join(files)),
        say("Nothing was changed; say the name of the file instead."),
    )


def name_taken(name: str) -> SaveError:
    """Another sitting has the name already."""
    return SaveError(
        say("There is another saved sitting called {name}.", name=name),
        say("Two sittings of one name could be mistaken for each other."),
        say("Choose another name."),
    )


def gone(name: str) -> SaveError:
    """The file went away while its sitting is played."""
    return SaveError(
        say("{name} cannot be saved.", name=name),
        say("The file is no longer where it was: it may have been moved or deleted."),
        say("Put it back, then try again; what was decided since is kept until then."),
    )


def foreign(name: str) -> SaveError:
    """The file is something else."""
    return SaveError(
        say("{name} is not a saved sitting.", name=name),
        say("It was made by another program."),
        say("It was left as it is; choose another file."),
    )


def newer(name: str) -> SaveError:
    """The file comes from a later version."""
    return SaveError(
        say("{name} was saved by a newer version of the game.", name=name),
        say("This version does not know how to read it."),
        say("It was left as it is; install the newer version to go on with it."),
    )


def older(name: str) -> SaveError:
    """The file comes from a version whose events are no longer read."""
    return SaveError(
        say("{name} was saved by an earlier version of the game.", name=name),
        say("What it tells of its events can no longer be read."),
        say("It was left as it is; the version that saved it can still go on with it."),
    )


def damaged(name: str, detail: str) -> SaveError:
    """The file cannot be trusted; `detail` is a few words for whoever looks into it."""
    return SaveError(
        say("{name} is damaged.", name=name),
        say("It cannot be read to its end ({detail}).", detail=detail),
        say("It was left as it is; go on from a copy, if there is one."),
    )


def too_large(name: str) -> SaveError:
    """The file is larger than any sitting."""
    return SaveError(
        say("{name} is too large to be a saved sitting.", name=name),
        say("A full game takes less than one megabyte."),
        say("It was left as it is; choose another file."),
    )


def in_use(name: str) -> InUse:
    """Another window writes to the file."""
    return InUse(
        say("{name} is open in another window.", name=name),
        say("Only one window may play a sitting, so that no decision is lost."),
        say("Close the other window, or watch the sitting with: nadc show"),
    )


def unreadable(name: str, detail: str) -> SaveError:
    """The system refuses to open the file."""
    return SaveError(
        say("{name} cannot be opened.", name=name),
        say("The system says: {detail}.", detail=detail),
        say("Check that the file and its folder may be read, then try again."),
    )


def unwritable(name: str, detail: str) -> SaveError:
    """The system refuses to write the file."""
    return SaveError(
        say("{name} cannot be saved.", name=name),
        say("The system says: {detail}.", detail=detail),
        say("Nothing was lost: free some space or allow writing, then try again."),
    )


def taken(name: str) -> SaveError:
    """A copy would replace a file."""
    return SaveError(
        say("{name} exists already.", name=name),
        say("A copy never replaces another file."),
        say("Choose another name."),
    )
