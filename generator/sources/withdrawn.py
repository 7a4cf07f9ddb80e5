"""Whether a paper on arXiv says that it was withdrawn.

arXiv has no field for it: people say it in the comment, or in place of the abstract, in words of their own.
They are believed where a sentence or a remark begins so and speaks of this paper: not of an earlier version,
not of another paper, not of being withdrawn from somewhere else.
Source: https://info.arxiv.org/help/withdraw.html
"""

import re

_WORK = (
    r"(?:arxiv )?(?:paper|article|submission|manuscript|pre-?print|e-?print|work|note|letter|draft|thesis"
    r"|report|study|document|entry|version)"
)
_DETERMINER = r"(?P<{}>(?:this|our|the(?: present| current)?) )"
_ELSEWHERE = r"\b(?! from (?!(?:the )?arxiv))"
_BY = r"(?:by|at the request of) (?:the )?(?:arxiv|author|submitter)"
_GONE = rf"(?:withdrawn|retracted){_ELSEWHERE}|removed (?={_BY})"
_FAULT = r"(?:error|mistake|flaw|gap|bug|wrong|incorrect|invalid|inaccura|plagiar|problem|issue)"
_HOW = r"(?:(?:now|since|hereby|being|temporarily|voluntarily|formally|officially|permanently) )?"
_WHO = (
    r"(?:(?:we|i)(?:['’](?:m|re|ve))?|(?:the |all )?(?:co-?)?authors?|(?:the )?submitters?"
    r"|arxiv(?: admin\w*)?)"
)
_DO = (
    r"(?:(?:have|has|had|hereby|voluntarily|temporarily|are|am|is|wish(?:es)? to|wants? to|would like to"
    r"|decided? to|request to|must) ){0,3}(?:withdraw(?:s|n|ing)?|withdrew|retract(?:s|ed|ing)?)"
)
_IS = (
    r"(?:(?:has|have|had) (?:now |since |hereby )?been|is|was|were"
    r"|(?:should|must|will|(?:has|had|have|needs?|ought) to) be)"
)
_FAULTY = (
    rf"(?:(?:contain(?:s|ed)?|has|had|is|was) [^.;]{{0,80}}?{_FAULT}[^.;]{{0,80}}? (?:and|so) (?:it )?)?"
)
"""What a sentence says before the paper's end: it "contains an error and"."""
_CAUSE = (
    r"(?P<cause>(?:because of|due to|owing to|since|as|given|there (?:is|are|was|were)) [^.;]{1,120}?[ ,])?"
)
_SO = r"(?:(?:so|and|hence|thus|therefore) )?"
_WANTED = (
    r"(?:(?:have|has|hereby) ){0,2}(?:request(?:s|ed)?|ask(?:s|ed)? for) (?:the |a )?"
    r"(?:withdrawal|retraction) of"
)
_SENTENCE = re.compile(
    rf"{_CAUSE}{_SO}(?:{_DETERMINER.format('subject')}?{_WORK} {_FAULTY}{_IS} {_HOW}(?:{_GONE})"
    rf"|(?:{_WHO} (?:{_DO}|{_WANTED})|please (?:kindly )?(?:withdraw|retract|remove)) "
    rf"{_DETERMINER.format('object')}{_WORK}{_ELSEWHERE})",
    re.IGNORECASE,
)
_REMARK = re.compile(
    rf"(?:(?:withdrawal|retraction)(?: notice)?(?::| due to| because of) ?[^.;]{{0,60}}{_FAULT}"
    rf"|(?:(?:this |the )?{_WORK} |{_IS} )?{_HOW}(?:{_GONE})"
    r"(?: ?[-–—(.,;:!?)\]}*]|$| ?(?:by|due|because|since|as|for|pending|until|owing|after|in favou?r|at|on"
    r"|temporarily|from|and|to)\b))",
    re.IGNORECASE,
)
"""What stands for a sentence in a comment."""
_START = re.compile(r"^|(?<=[.!?)\]}*] )|(?<=[\[({*\n])")
_START_IN_COMMENT = re.compile(rf"{_START.pattern}|(?<=[,;:] )|(?<= [-–—] )")
_OF_ANOTHER = re.compile(
    r"(?:\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+/\d{7}|\b(?:submitted|submission|accepted) (?:to|at|by|in|for)\b"
    r"[^.;]*|\b(?:previous|earlier|old|older|first|original|published) version|\bv(?:ersion )?1)[ ,(\[]*$",
    re.IGNORECASE,
)
"""What a remark follows that does not speak of this paper."""
_BACK = re.compile(
    r"\breinstate|\b(?:withdrawn|retracted|removed) "
    r"(?:by (?:mistake|accident|error)|erroneously|accidentally)"
    r"|\b(?:erroneously|accidentally|mistakenly) (?:withdrawn|retracted|removed)"
    r"|\b(?:corrected|fixed|revised|restored|replaced|resubmitted) (?:here|(?:in|as|by|with) "
    r"(?:v(?:ersion )?\d|this\b|the (?:present|current)\b))",
    re.IGNORECASE,
)
"""What says that a paper that was withdrawn is here again."""
_LOOKED_AT = 80
_SHORT = 200
"""Characters of an abstract that is no more than a remark."""


def is_withdrawn(abstract: str | None, comment: str | None) -> bool:
    """Tell whether a paper says that it was withdrawn, in its comment or its abstract.

    >>> is_withdrawn(None, "12 pages; withdrawn due to an error in Lemma 2")
    True
    >>> is_withdrawn(None, "A previous version of this manuscript was withdrawn")
    False
    """
    abstract, comment = abstract or "", comment or ""
    if _BACK.search(comment):
        return False
    if _remarks(comment):
        return True
    if len(abstract) > _SHORT:
        return _declares(abstract)
    return not _BACK.search(abstract) and _remarks(abstract)


def _remarks(text: str) -> bool:
    """Tell whether a comment says so."""
    starts = [match.start() for match in _START_IN_COMMENT.finditer(text)]
    return any(
        _SENTENCE.match(text, start)
        or (_REMARK.match(text, start) and not _OF_ANOTHER.search(text[max(0, start - _LOOKED_AT) : start]))
        for start in starts
    )


def _declares(text: str) -> bool:
    """Tell whether an abstract says so: in its first words, or later of "this" or "our" paper."""
    sentences = (_SENTENCE.match(text, match.start()) for match in _START.finditer(text))
    return any(
        (match.start() == 0 and not match["cause"])
        or (match["subject"] or match["object"] or "").lower() in ("this ", "our ")
        for match in sentences
        if match and not _BACK.search(text, match.start(), match.end() + _LOOKED_AT)
    )
