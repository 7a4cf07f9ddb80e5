"""Any bytes give a listing in which every entry is accounted for, or an error that names the file."""

import gzip
import json
import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import sources
from generator.papers.errors import ListingError
from generator.sources.listing import Listing
from tests.real_papers import SAMPLE, answer, rows

from .samples import API, ATOM, DAILY_ATOM, DATA, JSONL, OAI, PAGE, RSS, TEXT, hint, needs_data

SAMPLES = {
    "api.json": API,
    "page.html": PAGE,
    "atom.xml": ATOM,
    "rss.xml": RSS,
    "daily.xml": DAILY_ATOM,
    "oai.xml": OAI,
    "list.jsonl": JSONL,
    "page.txt": TEXT,
    "list.jsonl.gz": gzip.compress(JSONL, mtime=0),
}
ENDS_ONLY_ONCE = ("api.json", "atom.xml", "rss.xml", "daily.xml", "oai.xml", "list.jsonl.gz")
ENCODINGS = ("latin-1", "cp1252", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-7", "cp037")
OF_DATA = [name for name in SAMPLES if name != "page.txt" and not name.endswith(".gz")]
DAYS = {
    "api.json": "2026-04-01",
    "page.html": "2026-04-01",
    "atom.xml": "2026-04-01",
    "page.txt": "2025-08-06",
}


def read(data: bytes, name: str) -> Listing | ListingError:
    """Read `data`; whatever comes of it, assert that nothing of it is lost."""
    name = f"{DAYS.get(name, '')}{name}"
    try:
        listing = sources.parse(data, hint(name))
    except ListingError as error:
        assert str(error).startswith(name)
        return error
    entries = [(entry.first, entry.last) for entry in listing.entries]
    rejected = [(rejection.first, rejection.last) for rejection in listing.rejected()]
    others = [(line, line) for line in listing.furniture]
    numbers = sorted(n for first, last in (*entries, *rejected, *others) for n in range(first, last + 1))
    assert numbers == list(range(1, len(numbers) + 1))
    assert {day for entry in listing.entries for day in entry.paper.listed} <= set(listing.days)
    assert set(listing.rejections) <= set(listing.days)
    return listing


def damaged_at_start(data: bytes) -> Iterator[bytes]:
    """Give copies of `data` whose first bytes, by which its format is known, are altered or missing."""
    for at in range(6):
        for bit in range(8):
            yield data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]
        yield data[at + 1 :]
        yield b"Z" + data[at:]


def titles(listing: Listing | ListingError) -> set[str]:
    return set() if isinstance(listing, ListingError) else {e.paper.title for e in listing.entries}


def damaged(data: bytes, seed: int, times: int) -> Iterator[bytes]:
    """Give copies of `data`: cut short, with bits flipped, with a stretch taken out."""
    chance = random.Random(seed)
    for _ in range(times):
        at, length = chance.randrange(len(data)), chance.randrange(1, 200)
        yield data[:at]
        yield data[:at] + data[at + length :]
        flipped = bytearray(data)
        for _ in range(chance.randrange(1, 4)):
            flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        yield bytes(flipped)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_whole_sample_is_read(name: str) -> None:
    listing = read(SAMPLES[name], name)

    assert isinstance(listing, Listing)
    assert listing.entries


@pytest.mark.parametrize("name", ENDS_ONLY_ONCE)
def test_no_part_of_a_sample_passes_for_the_whole(name: str) -> None:
    data = SAMPLES[name].rstrip()

    for end in range(1, len(data), 7):
        assert isinstance(read(data[:end], name), ListingError)


@pytest.mark.parametrize("name", SAMPLES)
def test_damage_is_reported(name: str) -> None:
    for data in damaged(SAMPLES[name], seed=1, times=60):
        read(data, name)


@pytest.mark.parametrize("named", ["{}", "2026-04-01", "2026-04-01.txt"])
@pytest.mark.parametrize("name", OF_DATA)
def test_damaged_data_never_passes_for_text(name: str, named: str) -> None:
    true = titles(read(SAMPLES[name], name))

    for data in damaged_at_start(SAMPLES[name]):
        assert titles(read(data, named.format(name))) <= true


@pytest.mark.parametrize("name", OF_DATA)
def test_no_damage_makes_text_of_a_file_named_as_data(name: str) -> None:
    for data in damaged(SAMPLES[name], seed=2, times=60):
        found = read(data, name)
        assert isinstance(found, ListingError) or found.source != "text"


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", [name for name in SAMPLES if not name.endswith(".gz")])
def test_another_encoding_is_read_or_refused(name: str, encoding: str) -> None:
    text = SAMPLES[name].decode().replace("Sheep", "Schäfchen")

    read(text.encode(encoding, errors="replace"), name)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", [name for name in SAMPLES if not name.endswith(".gz")])
def test_a_byte_order_mark_changes_nothing(name: str, encoding: str) -> None:
    assert read(SAMPLES[name].decode().encode(encoding), name) == read(SAMPLES[name], name)


@settings(deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"{", b"[", b"<", b"<feed", b"<rss>", b"<OAI-PMH ", b"\x1f\x8b"]),
)
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    read(start + data, "any")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = (
    "title",
    "paper",
    "date",
    "listed",
    "abstract",
    "authors",
    "name",
    "id",
    "arxiv_id",
    "votes",
    "links",
    "url",
)


@settings(deadline=None, max_examples=50)
@given(
    st.recursive(
        JSON, lambda inner: st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6), max_leaves=20
    )
)
def test_values_of_any_type_are_read_or_refused(value: object) -> None:
    for form in (
        f"[{json.dumps(value)}]",
        f'{{"date": "2026-04-01", "title": "x", "x": 1}}\n{json.dumps(value)}',
    ):
        read(form.encode(), "2026-04-01.json")


@pytest.mark.parametrize("at", [0, 2, 20, -9, -5, -1])
def test_damaged_gzip_says_how_far_it_went(at: int) -> None:
    data = bytearray(SAMPLES["list.jsonl.gz"])
    data[at] ^= 0xFF

    assert isinstance(read(bytes(data), "list.jsonl.gz"), ListingError)


def test_gzip_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 1_000_000)

    error = read(gzip.compress(b" " * 3_000_000), "bomb.gz")

    assert "more than 1,000,000 bytes" in str(error)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(SAMPLE.read_bytes(), "sample.jsonl", id="jsonl"),
        pytest.param(answer(rows()), "2026-04-10.json", id="api"),
    ],
)
def test_damage_to_lists_of_real_papers_is_reported(data: bytes, name: str) -> None:
    for each in damaged(data, seed=1, times=5):
        read(each, name)


@needs_data
@pytest.mark.parametrize("folder", ["arxiv", "hf_html", "hf_text"])
def test_damage_to_real_files_is_reported(folder: str) -> None:
    for seed, file in enumerate(sorted((DATA / folder).iterdir())):
        for data in damaged(file.read_bytes(), seed, times=5):
            read(data, file.name)


@needs_data
@pytest.mark.parametrize("folder", ["arxiv", "hf_html"])
def test_damage_to_the_start_of_real_files_invents_no_paper(folder: str) -> None:
    for file in sorted((DATA / folder).iterdir()):
        whole = file.read_bytes()
        true = titles(read(whole, file.name))
        for data in (bytes([whole[0] ^ 1]) + whole[1:], b"Z" + whole[1:], whole[1:], whole[2:]):
            assert titles(read(data, "2024-08-01")) <= true


@needs_data
def test_damage_to_real_answers_is_reported() -> None:
    for seed, file in enumerate(sorted((DATA / "hf_api").glob("*.json"))):
        for data in damaged(file.read_bytes()[:60_000], seed, times=1):
            read(data, file.name)
        assert "markup or JSON in" in str(read(b"Z" + file.read_bytes()[1:], file.stem))


@needs_data
@pytest.mark.parametrize("name", ["corpus-hf", "corpus-arxiv"])
def test_damage_to_real_json_lines_is_reported(name: str) -> None:
    packed = (DATA / f"{name}.jsonl.gz").read_bytes()
    with gzip.open(DATA / f"{name}.jsonl.gz") as file:
        start = file.read(60_000)

    assert isinstance(read(packed[:90_000], f"{name}.jsonl.gz"), ListingError)
    for data in damaged(start, seed=1, times=5):
        read(data, f"{name}.jsonl")
