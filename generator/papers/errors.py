"""What can go wrong, as the person who runs the command should read it.

Every message says what was found and where, what is allowed, and what to do. Kinds keep the culprit as an
attribute; only the doors (the command line, the MkDocs plugin) translate them into exit codes.
"""

from ..text.plain import printable


class DailyPapersError(Exception):
    """Any fault of the input or of the archive."""

    def __str__(self) -> str:
        """Give the message; what came from elsewhere cannot steer the terminal it is shown in."""
        return printable(super().__str__())


class RecordError(DailyPapersError):
    """A value that a record cannot hold, or one that it must have and that is missing: `found` is None."""

    def __init__(self, field: str, found: object, allowed: str) -> None:
        self.problem = f"{field} is missing" if found is None else f"{field}: found {_short(found)}"
        super().__init__(f"{self.problem}; allowed: {allowed}")
        self.field = field
        self.allowed = allowed


class BoundError(RecordError):
    """A value that is larger than a record may hold; `found` and `allowed` say how much."""

    def __init__(self, field: str, found: str, allowed: str) -> None:
        self.problem = f"{field}: found {found}"
        DailyPapersError.__init__(self, f"{self.problem}; allowed: {allowed}")
        self.field = field
        self.allowed = allowed


class ListingError(DailyPapersError):
    """A listing that cannot be read as a whole."""

    def __init__(self, name: str, problem: str, line: int | None = None) -> None:
        super().__init__(f"{name}{f', line {line}' if line else ''}: {problem}")
        self.name = name
        self.line = line


class PageError(DailyPapersError):
    """A page of the archive that cannot be read back."""

    def __init__(self, path: str, problem: str, remedy: str = "restore it from the last commit") -> None:
        super().__init__(f"{path}: {problem}; {remedy}")
        self.path = path
        self.problem = problem
        self.remedy = remedy


def open_conflict(path: str, line: int) -> PageError:
    """Give the error for a conflict of git's that was left in a file."""
    remedy = "run `dailypapers check --repair` while git merges, else merge the file by hand"
    return PageError(f"{path}, line {line}", "a conflict that git left open", remedy)


class ArchiveError(DailyPapersError):
    """An archive that cannot take what it is asked to take."""


class SettingsError(DailyPapersError):
    """A setting in `mkdocs.yml` that cannot be understood."""


class FetchError(DailyPapersError):
    """An address that did not give what was asked of it."""

    def __init__(self, url: str, problem: str) -> None:
        super().__init__(f"{url}: {problem}")
        self.url = url
        self.problem = problem


class MailError(DailyPapersError):
    """A message that the mail server did not take."""


def _short(value: object) -> str:
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # a number of thousands of digits, lists in lists in lists
        text = "a value too large to be shown"
    return text if len(text) <= 80 else f"{text[:77]}..."
