"""Who wrote a paper: persons, and groups, which have no family name.

Sources put into a list of authors what is none: the colon between a group and its members, "et al.", the
"and" before the last. How arXiv takes names: https://info.arxiv.org/help/prep.html#author
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from html import unescape

from ..text.tex import readable_name
from .records import Author

_NOT_PLAIN = re.compile(r"[\\~{:：&,;$^(*†‡§¶‖⁰¹²³⁴-⁹]|\b(?:and|al|others|behalf|for)\b", re.IGNORECASE)
_GROUP = re.compile(
    r"""
    (?<! [\w-] ) (?:
        (?i: collaborations? | consorti(?:um|a) | teams? | universit(?:y|ies|é|ät) | institut[eo]?
            | foundation | laborator(?:y|ies) | hospital | working[ ]group ) (?! [\w-] )
      | (?: AI | Google | DeepMind | OpenAI | NVIDIA | Microsoft | Tencent | ByteDance | Alibaba ) (?! [\w-] )
      | (?i: group | project | labs? | research | inc | ltd | llc | corp | corporation | company
            | contributors | authors | members | developers | researchers | community | networks?
            | initiative | alliance | society | committee | organi[sz]ation | association | robotics
            | technologies | trust | centre | center | department ) \.? $
    )
    | \. [ ]? ai $
    """,
    re.VERBOSE,
)
"""Words that no person is called: somewhere in a name, or at its end."""
_SYLLABLE = (
    r"(?!(?i:[gkh]i|[acdeghijknqrstuvxz]o(?![nu])))(?i:[zcs]h|[b-df-hj-np-tw-z])?"
    r"(?:[iu]?ang|[iu]?an|[eio]ng|iong|[iu]?ai|iao|[aeiu]n|ei|ao|ou|er|i[aeu]|u[aeio]|[aeiou])"
)
_GIVEN_NAME = rf"(?=[A-Z][a-z])(?i:{_SYLLABLE}){{1,2}}"
_PERSON = re.compile(rf"{_GIVEN_NAME} AI|AI {_GIVEN_NAME}")
"""The family name Ai in capitals, with a Chinese given name."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});", re.IGNORECASE)
_SIGNS = "*†‡§¶‖⁰¹²³⁴-⁹"
_NOTE = re.compile(
    r"\$ ?\^[^$]*\$|\\(?:thanks|footnote|inst|textsuperscript|orcid)\{[^{}]*\}|\\footnotemark\b(?:\[\d*\])?"
    rf"|(?<![{_SIGNS},])(?=,*[{_SIGNS}])[{_SIGNS},]+(?=\s|$)"
)
"""What leads from a name to an affiliation or a footnote."""
_IN_PARENTHESES = re.compile(
    r"\( ?(?:(?:on behalf of|for) )?(?:the )?(?P<collaboration>[^()]*(?:collaborations?|consortium)) ?\)"
    r"|\( ?on behalf of (?:the )?(?P<group>[^()]+)\)",
    re.IGNORECASE,
)
_BEHALF = re.compile(r"(?:^|,? |(?<= ))on behalf of (?:the )?", re.IGNORECASE)
_FOR = re.compile(r"(?:^|,? |(?<= ))(?:on behalf of (?:the )?|for the )", re.IGNORECASE)
_ROUNDS = 4
"""Times that a name is rewritten."""
_COLLABORATION = re.compile(r" (?:collaboration|consortium)$", re.IGNORECASE)


def is_group(author: Author) -> bool:
    """Tell whether an author is a group: by the words in its name, or since all of it is the family name.

    >>> [is_group(Author(name)) for name in ("Team GLM", "LG AI Research", "Guangwei Ai")]
    [True, True, False]
    """
    if author.family == author.name:
        return True
    name = author.name
    return " " in name and _GROUP.search(name) is not None and not _PERSON.fullmatch(name)


def groups_out_of_parentheses(text: str) -> str:
    """Give authors with the groups that they speak for outside parentheses, in which affiliations stand.

    >>> groups_out_of_parentheses("Ada Lamb (for the TEA Collaboration)")
    'Ada Lamb on behalf of TEA Collaboration'
    """
    named = _IN_PARENTHESES.sub(
        lambda match: f" on behalf of {match['collaboration'] or match['group']} ", text
    )
    return " ".join(named.split()) if named != text else text


def listed_authors(authors: Iterable[Author]) -> tuple[Author, ...]:
    r"""Give the persons and groups in a source's list of authors, each on its own, accents as characters.

    A group that only its place before a colon tells keeps its whole name as family name.

    >>> for author in listed_authors([Author("TEA Collaboration: A. Erd\\H{o}s"), Author("OpenAI et al.")]):
    ...     print(author)
    Author(name='TEA Collaboration', family=None)
    Author(name='A. Erdős', family=None)
    Author(name='OpenAI', family=None)
    """
    persons: list[Author] = []
    for author in authors:
        if author.family is None and author.name[0].isalnum() and not _NOT_PLAIN.search(author.name):
            persons.append(author)
            continue
        *groups, member = _in_characters(author.name).replace("：", ":").split(":")
        for group in groups:
            persons += _persons(group, None)
            persons[-1:] = [_group(last.name) for last in persons[-1:]]
        persons += _persons(member, author.family)
    return tuple(persons)


def _persons(text: str, family: str | None) -> Iterator[Author]:
    """Give who stands in one entry: nobody, or a person, or a person and the groups that are spoken for."""
    text = groups_out_of_parentheses(text)
    spoken_for = _FOR if _COLLABORATION.search(text.rstrip()) else _BEHALF
    person, *groups = map(_bare, spoken_for.split(text))
    if person:
        author = Author(person, _family(person, family))
        yield _group(person) if is_group(author) else author
    for group in filter(None, groups):
        yield _group(group)


def _in_characters(name: str) -> str:
    """Give a name without notes, TeX and what HTML writes for characters."""
    for _ in range(_ROUNDS):
        before, name = name, readable_name(_NOTE.sub(" ", _ENTITY.sub(_character, name)))
        if name == before:
            break
    return name


def _character(entity: re.Match[str]) -> str:
    character = unescape(entity[0])
    return " " if character.isspace() else character if character.isprintable() else entity[0]


def _group(name: str) -> Author:
    author = Author(name)
    return author if " " not in name or is_group(author) else Author(name, name)


def _bare(text: str) -> str:
    """Give a name without the words that only join names, "" where nothing is left."""
    words = deque(text.split())
    while words and words[0].strip(",;") in ("and", "&", ""):
        words.popleft()
    while words and (end := _ending(words)):
        for _ in range(end):
            words.pop()
    name = " ".join(words).strip(" ,;")
    return name if any(map(str.isalnum, name)) else ""


def _ending(words: deque[str]) -> int:
    """Give how many of the last words are no part of a name."""
    last = words[-1].strip(",;")
    if last.lower() in ("al", "al."):
        return 2 if len(words) > 1 and words[-2].strip(",;").lower() in ("et", "et.") else 0
    return int(last in ("", "and", "&", "others", "et.al.", "et.al"))


def _family(name: str, family: str | None) -> str | None:
    """Give the family name that a source told apart, if it is still in the name."""
    told = _bare(_in_characters(family).rpartition(":")[2]) if family else ""
    return told if told and f" {told} " in f" {name} " else None
