"""The files of daily-arXiv-ai-enhanced, before and after a language model added `AI`.

Source: https://github.com/dw-dengwei/daily-arXiv-ai-enhanced (daily_arxiv/pipelines.py, ai/enhance.py, data/)
"""

from collections.abc import Mapping

from ..fields import Fields
from .shape import Record, Shape, abstract_in_summary, identifier, is_arxiv_id, named, of_arxiv

_FAILED = ("Error", "Summary generation failed")
"""What it writes for a summary that could not be made."""


def _recognises(record: Record) -> bool:
    from_it = isinstance(record.get("AI"), Mapping) or is_arxiv_id(record.get("abs"))
    return from_it and is_arxiv_id(record.get("id"))


def _tell(line: Fields) -> Record:
    summary = named(line, "AI", "tldr")
    told = abstract_in_summary(line, None if summary in _FAILED else summary)
    return {
        "arxiv_id": identifier(line, "id", "abs", "pdf"),
        **told,
        "github": line.line("github") or line.line("code_url"),
        **of_arxiv(line, told["abstract"], line.line("comment")),
    }


SHAPE = Shape(_recognises, _tell)
