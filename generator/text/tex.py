r"""TeX outside formulas as the characters that it stands for: Poincar\'e is Poincaré, \emph{x} is x.

arXiv takes names, titles and abstracts with the accents of TeX, and authors leave more of TeX in them. Only
what is listed here is rewritten: a paper's own macros (\method), line breaks (\\), Windows paths and formulas
stay as they came. What is rewritten once does not change again.
Sources: https://info.arxiv.org/help/prep.html, https://latexref.xyz/Accents.html
"""

import re
import unicodedata
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from .plain import paragraphs
from .quotes import quoted
from .tex_commands import ABBREVIATIONS, LETTERS, MARKS, STYLES, SWITCHES, SYMBOLS
from .tex_tree import Command, Group, Kept, Node, Tie, TooDeepError, formulas, tree

LONGEST = 20_000
"""Characters of a text; a longer one stays as it came."""
_ROUNDS = 4
"""Times that a text is rewritten; one that still changes stays as it came."""

_MAYBE_TEX = re.compile(r"[\\~]|``|\{[^\x00-\x7f]\}")
_ENDING = re.compile(r"(?:s|t|re|ve|ll|d|m)\b")
"""What follows an apostrophe within a word."""
_CLOSING_QUOTE = re.compile(r"(?<=[^\s\\{(\[])\\([\"'`])(?![\w{\\])")
_SPACED = re.compile("[uvHrck] [A-Z]")
"""An accent with a space before its letter, which at the start of a word could be anything: `\\d and \\w`."""
_NUMBER = re.compile(r"^\[\d*\]")
"""The number that a footnote may be given."""
_LAST_WORD = re.compile(r"[^\s~/]+$")
_NAMED = re.compile(r"[^\w\s]*[^\W\d_]{2}")


def readable(text: str) -> str:
    r"""Give a title or an abstract, as records keep them, without the TeX that has a form in characters.

    >>> readable(r"Na\"{\i}ve \textbf{Erd\H{o}s} graphs, \eg $\'x$, by \method at 360{\deg}")
    "Naïve Erdős graphs, e.g. $\\'x$, by \\method at 360°"
    """
    return _settled(text, is_name=False)


def readable_name(text: str) -> str:
    r"""Give a name with the accents of TeX as characters.

    >>> readable_name(r"C. Bal\'azs"), readable_name(r"{\L}ukasz~Kubi\'s")
    ('C. Balázs', 'Łukasz Kubiś')
    """
    return _settled(text, is_name=True)


def _settled(text: str, *, is_name: bool) -> str:
    """Rewrite `text` until nothing changes; give it as it came where that has no end."""
    if len(text) > LONGEST or not _MAYBE_TEX.search(text):
        return text
    settled = text
    for _ in range(_ROUNDS):
        before, settled = settled, _rewritten(settled, is_name)
        if settled == before:
            return settled
    return text


def _rewritten(text: str, is_name: bool) -> str:
    """Rewrite `text` once, unless that would make or undo a formula."""
    try:
        nodes = tree(text)
    except TooDeepError:
        return text
    quotes = () if is_name else _CLOSING_QUOTE.findall(text)
    for dollar in ("$", r"\$"):
        written = _Writer(is_name, frozenset(quotes), dollar).written(nodes)
        written = written if is_name else quoted(written)
        rewritten = paragraphs(written) if written != text else text
        if rewritten and formulas(rewritten) == formulas(text):
            return rewritten
    return text


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a node, with its arguments, is written as."""

    text: str
    known: bool = True
    """Whether it was a command that has a form in characters."""


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes nodes as text; a command takes its arguments from the nodes after it."""

    is_name: bool
    quotes: frozenset[str]
    """Accents that the text uses as quotation marks: \\"so\\"."""
    dollar: str
    """What an escaped dollar is written as."""

    def written(self, nodes: Iterable[Node]) -> str:
        return "".join(piece.text for piece in self._pieces(nodes))

    def _pieces(self, nodes: Iterable[Node]) -> list[_Piece]:
        rest, pieces = deque(nodes), [_Piece("")]
        while rest:
            piece = self._piece(rest.popleft(), pieces[-1].text, rest)
            pieces += [piece] if piece.text else []
        return pieces[1:]

    def _piece(self, node: Node, before: str, rest: deque[Node]) -> _Piece:
        match node:
            case Command(name):
                return self._command(name, before, rest) or _Piece(f"\\{name}", known=False)
            case Group(nodes):
                return self._group(nodes)
            case Tie():
                return _Piece(" " if self.is_name or _ties(before, rest) else "~", known=False)
            case Kept(source):
                return _Piece(source, known=False)
            case str():
                return _Piece(node, known=False)

    def _group(self, nodes: tuple[Node, ...]) -> _Piece:
        """Write a group, without its braces where all they held together was a command or a letter."""
        match nodes:
            case (Command(name), str(spaced)) if composed := name in MARKS and _composed(
                spaced.strip(), name
            ):
                return _Piece(composed)
            case (Command(name), *others) if name in SWITCHES:
                return _Piece(self.written(others).lstrip())
            case (Command("color"), Group(), *others):
                return _Piece(self.written(others).lstrip())
        pieces = self._pieces(nodes)
        inner = "".join(piece.text for piece in pieces)
        if (len(pieces) == 1 and pieces[0].known) or (len(inner) == 1 and not inner.isascii()):
            return _Piece(inner)
        return _Piece(f"{{{inner}}}", known=False)

    def _command(self, name: str, before: str, rest: deque[Node]) -> _Piece | None:
        """Write a command with its arguments; None where it has no form in characters."""
        if name in LETTERS:
            return _letter(name, before, rest)
        if name in MARKS:
            return self._accented(name, before, rest)
        if name in STYLES:
            return self._styled(name, rest) or _symbol(name, rest)
        if name == "$":
            return _Piece(self.dollar)
        if name == " " and before[-1:] in ("", " "):
            return None  # no space is written so after a space: it is a backslash
        return _symbol(name, rest)

    def _accented(self, name: str, before: str, rest: deque[Node]) -> _Piece | None:
        """Write an accent with its letter, if it is one: not in `object\\'s`, nor in `\\"so to speak\\"`."""
        within_word = before[-1:].isalpha()
        if name == "'" and within_word and not self.is_name and _ENDING.match(_next(rest)):
            return _Piece("'")
        if name in self.quotes and not within_word:
            return None
        match rest[0] if rest else "":
            case Group(nodes):
                rest.popleft()
                inner = self.written(nodes).strip()
                composed = (
                    _composed(inner, name) or _joined(inner, name) or SYMBOLS.get(name + inner)
                )  # arXiv makes \r{ho} of \rho
                return _Piece(composed) if composed else _Piece(f"\\{name}{{{inner}}}", known=False)
            case Command("i" | "j"):
                dotless = self._piece(rest.popleft(), before, rest).text
                return _Piece(_composed(dotless, name) or f"\\{name}{dotless}")
            case str(following):
                spaced = name.isalpha() and following[:1] == " "
                if spaced and not (self.is_name or within_word or _SPACED.match(name + following)):
                    return None
                return _on_letter(name, before, rest, int(spaced))
        return None

    def _styled(self, name: str, rest: deque[Node]) -> _Piece | None:
        style = STYLES[name]
        if name == "footnote" and isinstance(following := next(iter(rest), None), str):
            rest[0] = _NUMBER.sub("", following)
            if not rest[0]:
                rest.popleft()
        arguments = [self.written(group.nodes) for group in _take_groups(rest, style.least, style.most)]
        if not arguments:
            return None
        if (text := style.written(*arguments)) is not None:
            return _Piece(text)
        return _Piece(f"\\{name}" + "".join(f"{{{argument}}}" for argument in arguments), known=False)


def _on_letter(name: str, before: str, rest: deque[Node], start: int) -> _Piece | None:
    """Write an accent on the letter that comes next; what no letter has is an apostrophe, or "about"."""
    following = _next(rest)
    letter = following[start : start + 1]
    if composed := _composed(letter, name):
        rest[0] = following[start + 1 :]
        return _Piece(composed)
    if name == "'" and letter.isalpha() and before[-1:].isalpha():
        return _Piece("'")  # O\'Brien
    about = name == "~" and letter.isdigit() and before[-1:] in ("", " ", "(")
    return _Piece("~") if about else None


def _letter(name: str, before: str, rest: deque[Node]) -> _Piece | None:
    """Write a letter; a space after its name only ends that, but where the letter is a unit: 2 \\AA wide."""
    _take_empty(rest)
    following = _next(rest)
    if (rest and isinstance(rest[0], Group)) or following[:1] in tuple("(_^/0123456789"):
        return None
    if following[:1] == " " and following[1:2].islower() and not before.rstrip()[-1:].isdigit():
        rest[0] = following[1:]
    return _Piece(LETTERS[name])


def _symbol(name: str, rest: deque[Node]) -> _Piece | None:
    if name in SYMBOLS:
        _take_empty(rest)
        return _Piece(SYMBOLS[name])
    if name in ABBREVIATIONS:
        _take_empty(rest)
        if _next(rest)[:1] == ".":
            rest[0] = _next(rest)[1:]
        return _Piece(ABBREVIATIONS[name])
    return None


def _composed(letter: str, name: str) -> str | None:
    """Give a letter with an accent as one character; a second accent may be a character of its own."""
    if len(letter) != 1 or not letter.isalpha():
        return None
    base = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    composed = unicodedata.normalize("NFC", base + MARKS[name])
    second = not base.isascii() and unicodedata.name(base).startswith("LATIN")
    return composed if len(composed) == 1 or second else None


def _joined(letters: str, name: str) -> str | None:
    """Give two letters with the tie that goes over both."""
    return (
        f"{letters[0]}{MARKS[name]}{letters[1]}"
        if name == "t" and len(letters) == 2 and letters.isalpha()
        else None
    )


def _ties(before: str, rest: deque[Node]) -> bool:
    """Tell whether ~ is a space, not that of a range (10~20), of about (~8) or of a distribution (x~N)."""
    word = _LAST_WORD.search(before[-40:])
    if not word or not rest or word[0][-1] in "([{<>=+-" or (len(word[0]) == 1 and word[0].isalpha()):
        return False
    following = rest[0]
    if isinstance(following, str):
        if following[:1].isdigit():
            return _NAMED.match(word[0]) is not None and not word[0][-1].isdigit()
        return following[:1].isalpha() or following[:1] == "("
    return not isinstance(following, Command) or following.name.isalpha()


def _next(rest: deque[Node]) -> str:
    """Give the characters that come next, if no other node does."""
    return rest[0] if rest and isinstance(rest[0], str) else ""


def _take_groups(rest: deque[Node], least: int, most: int) -> list[Group]:
    """Take the groups that come next, one space before them or none; none where there are too few."""
    skipped = int(_next(rest) == " ")
    groups = [node for node in islice(rest, skipped, skipped + most) if isinstance(node, Group)]
    if len(groups) < least:
        return []
    for _ in range(skipped + len(groups)):
        rest.popleft()
    return groups


def _take_empty(rest: deque[Node]) -> None:
    """Take the empty group that ends the name of a command: \\LaTeX{}."""
    if rest and rest[0] == Group(()):
        rest.popleft()
