"""Learns which sentence of an abstract says most: `python -m training.gist TRAIN.jsonl.gz DEV.jsonl.gz`.

The data is SciTLDR (I. Cachola, K. Lo, A. Cohan and D. S. Weld, "TLDR: Extreme Summarization of Scientific
Documents", Findings of EMNLP 2020; Apache License 2.0, https://github.com/allenai/scitldr), abstracts only:
a paper a line with `title`, `source` (its sentences) and `target` (what people wrote about it in a sentence).
Only the weights come with the program. Needs what `make bench` installs.

A sentence's worth is ROUGE (Porter-stemmed, beside the best reference by ROUGE-1), half of it ROUGE-1 and a
quarter each of ROUGE-2 and ROUGE-L, compared within its abstract. Ridge regression learns it.
"""

import gzip
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rouge_score.rouge_scorer import RougeScorer

from generator.related import gist
from generator.related.features import NAMES, features

WEIGHTS = Path(gist.__file__).with_name("gist.json")
KINDS = ("rouge1", "rouge2", "rougeL")
SHARES = (0.5, 0.25, 0.25)
RIDGE = 5.0

Real = npt.NDArray[np.float64]


def rouge(sentence: str, references: Sequence[str]) -> list[float]:
    """Give ROUGE-1, 2 and L (0 to 100) beside the best of the references by ROUGE-1."""
    scorer = RougeScorer(KINDS, use_stemmer=True)
    best = max(
        (scorer.score(each, sentence) for each in references), key=lambda found: found["rouge1"].fmeasure
    )
    return [100 * best[kind].fmeasure for kind in KINDS]


def read(name: str) -> list[dict[str, Any]]:
    """Read papers."""
    with gzip.open(name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def learn(papers: Sequence[dict[str, Any]]) -> Real:
    """Give the weights of the features."""
    rows, worth = [], []
    for paper in papers:
        found = np.array(features(paper["title"], paper["source"]), dtype=float)
        said = np.array([rouge(each, paper["target"]) for each in paper["source"]]) @ SHARES
        rows.append(found - found.mean(0))
        worth.append(said - said.mean())
    table, wanted = np.vstack(rows), np.concatenate(worth)
    weights: Real = np.linalg.solve(table.T @ table + RIDGE * np.eye(len(NAMES)), table.T @ wanted)
    return weights


def judge(papers: Sequence[dict[str, Any]], weights: Sequence[float]) -> Real:
    """Give the mean ROUGE of the sentences that the weights choose, untrimmed."""
    chosen = []
    for paper in papers:
        scores = np.array(features(paper["title"], paper["source"]), dtype=float) @ np.array(weights)
        chosen.append(rouge(paper["source"][int(np.argmax(scores))], paper["target"]))
    means: Real = np.array(chosen).mean(axis=0)
    return means


def main() -> None:
    """Write the weights, and print how good they are."""
    train, dev = map(read, sys.argv[1:3])
    weights = [round(float(each), 1) for each in learn(train)]
    WEIGHTS.write_text(json.dumps(dict(zip(NAMES, weights, strict=True)), separators=(",", ":")) + "\n")
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size} bytes; dev, ROUGE-1/2/L:", *judge(dev, weights).round(2))


if __name__ == "__main__":
    main()
