"""Papers as other programs write them in JSON, told in the keys of `jsonl`.

| shape | known by | its abstract |
|---|---|---|
| `huggingface`: an entry of Daily Papers | `paper` with an `id` | `paper.summary` |
| `huggingface`: `/api/papers/<id>` | an arXiv `id`, and a key that only it has | `summary` |
| `daily_arxiv` | an arXiv `id`, and `AI` or an `abs` page | `summary` |
| `arxiv_py` | an arXiv `entry_id` | `summary` |
| `semantic_scholar` | `externalIds`, or a `paperId` of its form | `abstract` |
| `openalex` | an `id` at openalex.org | `abstract_inverted_index` |
| `kaggle` | an arXiv `id`, and `authors_parsed`, `versions` or `update_date` | `abstract` |
| `acl` | `acl_id`, `anthology_id`, a `url` at the Anthology, or its DOI and `author` | `abstract` |

Their dates are those of publication; only Hugging Face tells a listing day. What a machine wrote
(`ai_summary`, `AI.tldr`, `tldr.text`) is a summary, never an abstract. Keys of ours that somebody added are
read as well.
"""

from . import acl, arxiv_py, daily_arxiv, huggingface, kaggle, openalex, semantic_scholar
from .shape import Record, Shape

SHAPES = (
    huggingface.ENTRY,
    huggingface.PAPER,
    daily_arxiv.SHAPE,
    arxiv_py.SHAPE,
    semantic_scholar.SHAPE,
    openalex.SHAPE,
    kaggle.SHAPE,
    acl.SHAPE,
)


def shape_of(record: Record) -> Shape | None:
    """Give the shape that a record is in, None where it is in none."""
    return next((shape for shape in SHAPES if shape.recognises(record)), None)
