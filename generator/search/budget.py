"""What a first search costs a reader, in bytes, and the limit that a build must keep."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from generator.papers.errors import DailyPapersError
from generator.search.tables import in_javascript_order
from generator.text.analysis import analyse, words

QUERIES = (
    "contrastive learning", "retrieval augmented generation", "diffusion", "language models", "transformer",
    "mixture of experts", "vision-language models", "reinforcement learning from human feedback",
    "gaussian splatting", "graph neural networks", "chain of thought reasoning", "speech recognition",
    "federated learning", "quantum error correction", "protein structure prediction",
    "text-to-image generation", "low-rank adaptation", "video understanding benchmark", "GPT-4",
    "code generation", "hallucination", "long context", "robot manipulation", "image segmentation",
    "knowledge distillation", "Yann LeCun", "attention is all you need", "multi-agent systems", "Poincaré",
    "β-VAE", "2508.01234", "direct preference optimization your language model is secretly a reward model",
)  # fmt: skip
"""The fixed set of queries: words, names, an identifier and a whole title."""

RESULTS = 10
"""Results that are shown at once."""

COMPLETED = 6
"""Shards, at most, that completing the last word fetches: PREFIX_SHARDS of `worker/spelling.js`."""


class BudgetError(DailyPapersError):
    """A search index that costs its readers more than `mkdocs.yml` allows."""

    def __init__(self, what: str, found: int, allowed: int, query: str) -> None:
        super().__init__(
            f"search: the {what} first query costs {found:,} bytes gzipped ({query}); allowed: {allowed:,}. "
            "Raise the budget in mkdocs.yml, or make the index smaller."
        )
        self.found = found
        self.allowed = allowed


@dataclass(frozen=True)
class Budget:
    """The most bytes, gzipped, that a first query may cost."""

    median: int
    """Over the fixed set of queries."""
    worst: int
    """For each query of the set."""


USUAL = Budget(median=120_000, worst=200_000)
"""What is asked of an index where a maintainer asks for nothing."""


@dataclass(frozen=True)
class Sizes:
    """What an index measures. Bytes are gzipped, as a reader downloads them."""

    papers: int
    terms: int
    files: int
    total: int
    """Bytes of all files."""
    cold: tuple[tuple[str, int], ...]
    """Query -> bytes when nothing is in the cache, for each of the fixed set of queries."""

    @property
    def median_cold(self) -> int:
        """Bytes of the middle query."""
        return int(median(size for _, size in self.cold))

    @property
    def worst_cold(self) -> tuple[str, int]:
        """The dearest query and its bytes."""
        return max(self.cold, key=lambda entry: entry[1])

    def __str__(self) -> str:
        query, worst = self.worst_cold
        return (
            f"search: {self.papers:,} papers, {self.terms:,} terms, {self.files:,} files, "
            f"{self.total / 1000:,.0f} kB gzipped; "
            f"first query {self.median_cold / 1000:,.0f} kB in the middle, "
            f"{worst / 1000:,.0f} kB at worst ({query})"
        )


def cold_queries(
    always: int, firsts: Sequence[str], shards: Sequence[int], lists: Mapping[str, int], texts: Sequence[int]
) -> tuple[tuple[str, int], ...]:
    """Return what each of the fixed set of queries costs, at most, in an archive that has its words.

    What finds nothing costs more, as other spellings are looked for.

    Args:
        always: Bytes that every first query fetches: scripts and manifest.
        firsts: The first term of each shard.
        shards: Bytes of each shard.
        lists: Bytes of the list of each term that has one.
        texts: Bytes of each file of texts. Results are taken to lie in the largest of them, each in another.

    """
    shown = sum(sorted(texts)[-RESULTS:])
    return tuple(
        (query, always + shown + _shards_of(query, firsts, shards) + _lists_of(query, lists))
        for query in QUERIES
    )


def check_budget(sizes: Sizes, budget: Budget) -> None:
    """Nothing, where the index keeps to the budget.

    Raises:
        BudgetError: The middle or the worst query of the fixed set costs more than allowed.

    """
    query, worst = sizes.worst_cold
    if sizes.median_cold > budget.median:
        raise BudgetError("median", sizes.median_cold, budget.median, f"over {len(sizes.cold)} queries")
    if worst > budget.worst:
        raise BudgetError("worst", worst, budget.worst, f'"{query}"')


def _lists_of(query: str, lists: Mapping[str, int]) -> int:
    return sum(lists.get(term, 0) for term in set(analyse(query)))


def _shards_of(query: str, firsts: Sequence[str], shards: Sequence[int]) -> int:
    keys = [in_javascript_order(first) for first in firsts]

    def place(key: str) -> int:
        return max(bisect_right(keys, in_javascript_order(key)) - 1, 0)

    places = set(map(place, analyse(query)))
    last = words(query)[-1]
    completing = range(place(last), place(f"{last}\uffff") + 1)
    if len(completing) <= COMPLETED:
        places.update(completing)
    return sum(shards[place] for place in places) if shards else 0
