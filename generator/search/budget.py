"""What a first search costs a reader, in bytes, and the limit that a build must keep."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
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
"""Results that are shown at once, as messages.js says."""

COMPLETED = 6
"""Shards, at most, that completing the last word fetches."""


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
        """The costliest query and its bytes."""
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
    always: int,
    shards: Sequence[Sequence[tuple[str, int]]],
    lists: Iterable[tuple[str, int]],
    texts: Sequence[int],
) -> tuple[tuple[str, int], ...]:
    """Give what each of the fixed set of queries costs, at most, in an archive that has its words.

    What finds nothing costs more, as other spellings are looked for.

    Args:
        always: Bytes that every first query fetches: scripts and manifest.
        shards: Of each segment, the first term of each shard and its bytes.
        lists: Terms that have a list, with its bytes.
        texts: Bytes of each file of texts. Results are taken to lie in the largest of them, each in another.

    """
    shown = sum(sorted(texts)[-RESULTS:])
    listed = Counter[str]()
    for term, size in lists:
        listed[term] += size
    tables = [*map(_Table, filter(None, shards))]
    return tuple(
        (query, always + shown + _shards_of(query, tables) + _lists_of(query, listed)) for query in QUERIES
    )


def check_budget(sizes: Sizes, budget: Budget) -> None:
    """Raise BudgetError where the middle or the worst query of the fixed set costs more than allowed."""
    query, worst = sizes.worst_cold
    if sizes.median_cold > budget.median:
        raise BudgetError("median", sizes.median_cold, budget.median, f"over {len(sizes.cold)} queries")
    if worst > budget.worst:
        raise BudgetError("worst", worst, budget.worst, f'"{query}"')


def _lists_of(query: str, lists: Counter[str]) -> int:
    return sum(lists[term] for term in set(analyse(query)))


class _Table:
    """The shards of a segment."""

    def __init__(self, shards: Sequence[tuple[str, int]]) -> None:
        self._keys = [in_javascript_order(first) for first, _ in shards]
        self._sizes = [size for _, size in shards]

    def place(self, key: str) -> int:
        return max(bisect_right(self._keys, in_javascript_order(key)) - 1, 0)

    def completing(self, word: str) -> range:
        return range(self.place(word), self.place(f"{word}\uffff") + 1)

    def cost(self, places: Iterable[int]) -> int:
        return sum(self._sizes[place] for place in {*places})


def _shards_of(query: str, tables: Sequence[_Table]) -> int:
    last = words(query)[-1]
    # A segment more costs nothing where one shard is enough.
    are_few = sum(len(table.completing(last)) - 1 for table in tables) < COMPLETED
    terms = analyse(query)
    return sum(
        table.cost([*map(table.place, terms), *(table.completing(last) if are_few else ())])
        for table in tables
    )
