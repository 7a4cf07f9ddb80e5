"""Makes the table of how many papers have a word: `python -m training.frequencies CORPUS.jsonl.gz ...`.

A corpus has a paper a line with `title` and `abstract`; the one that was used is arXiv's metadata, which is
CC0 (https://info.arxiv.org/help/license/index.html). Words that few papers have are left out: an archive's
own names would make the table large, and tell nothing about other archives.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from generator.related import frequencies, vectors

TABLE = Path(frequencies.__file__).with_name("frequencies.json.gz")


def main() -> None:
    """Write the table."""
    counts, papers = Counter[str](), 0
    for name in sys.argv[1:]:
        with gzip.open(name, "rt", encoding="utf-8") as lines:
            for line in lines:
                paper = json.loads(line)
                counts.update(vectors.counts(paper["title"], paper["abstract"]).keys())
                papers += 1
    common = {term: count for term, count in sorted(counts.items()) if count >= frequencies.UNSEEN}
    written = json.dumps({"papers": papers, "counts": common}, ensure_ascii=False, separators=(",", ":"))
    TABLE.write_bytes(gzip.compress(written.encode(), mtime=0))
    print(f"{TABLE.name}: {len(common):,} terms of {papers:,} papers, {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
