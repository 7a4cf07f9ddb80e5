"""Answers of arXiv, spliced and mutated: every entry is a record or a rejection, or the whole is refused."""

from copy import deepcopy
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import sources
from generator.papers.errors import ListingError
from generator.sources.listing import Listing

from .samples import ATOM, DAILY_ATOM, DATA, OAI, RSS, hint, needs_data

SAMPLES = {"atom": ATOM, "daily": DAILY_ATOM, "oai": OAI, "rss": RSS}
REAL = sorted((DATA / "arxiv").glob("*.xml"))
SPACES = (
    "",
    "{http://www.w3.org/2005/Atom}",
    "{http://arxiv.org/schemas/atom}",
    "{http://www.openarchives.org/OAI/2.0/}",
    "{http://purl.org/dc/elements/1.1/}",
)
NAMES = (
    "title",
    "id",
    "author",
    "name",
    "keyname",
    "published",
    "datestamp",
    "metadata",
    "thing",
    "arXiv",
    "dc",
    "entry",
    "item",
    "record",
)
TEXTS = (
    "",
    " ",
    ":",
    ",",
    "TEA Collaboration: A. Lamb et al.",
    "(((",
    "2604.00009v2",
    "2026-04-02",
    r"Poincar\'e $x",
    "\ud7ff�",
)


def local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def entries_in(root: Element) -> int:
    """Count what stands where entries stand: those of the format, and all else that holds elements."""
    of_lists, entry = {
        "rss": (("channel",), ("item", "entry")),
        "feed": ((), ("item", "entry")),
        "OAI-PMH": (("ListRecords", "GetRecord"), ("record",)),
    }[local(root)]
    lists = [child for child in root if local(child) in of_lists]
    beside = [child for child in root if local(child) not in of_lists]
    children = [*beside, *(child for each in lists for child in each)]
    return sum(local(child) in entry or (len(child) > 0 and local(child) != "author") for child in children)


def read(data: bytes) -> Listing | None:
    """Read an answer; assert that entries are numbered through, and give None where it is refused."""
    try:
        listing = sources.parse(data, hint("2026-04-02.xml"))
    except ListingError as error:
        assert "2026-04-02.xml" in str(error)
        return None
    numbers = [entry.first for entry in listing.entries] + [each.first for each in listing.rejected()]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert not any(entry.paper.title.strip() != entry.paper.title for entry in listing.entries)
    return listing


@st.composite
def spliced(draw: st.DrawFn, trees: tuple[bytes, ...]) -> Element:
    """Give one answer with elements dropped, doubled, renamed, emptied, moved, or taken from another."""
    root = fromstring(draw(st.sampled_from(trees)))  # noqa: S314 - our own
    donors = [each for data in trees for each in fromstring(data).iter()]  # noqa: S314 - our own
    for _ in range(draw(st.integers(1, 6))):
        parents = [each for each in root.iter() if len(each)]
        parent = draw(st.sampled_from(parents)) if parents else root
        at = draw(st.integers(0, max(0, len(parent) - 1)))
        child = parent[at] if len(parent) else None
        match draw(st.sampled_from(("drop", "double", "rename", "respace", "text", "graft", "attribute"))):
            case "drop" if child is not None:
                parent.remove(child)
            case "double" if child is not None:
                parent.insert(at, deepcopy(child))
            case "rename" if child is not None:
                child.tag = (
                    child.tag.rpartition("}")[0] + "}" * ("}" in child.tag) + draw(st.sampled_from(NAMES))
                )
            case "respace" if child is not None:
                child.tag = draw(st.sampled_from(SPACES)) + local(child)
            case "text" if child is not None:
                child.text = draw(st.sampled_from(TEXTS))
            case "graft":
                parent.insert(at, deepcopy(draw(st.sampled_from(donors))))
            case "attribute" if child is not None:
                child.attrib.update(status="deleted", term="x", set="cs:cs:CL")
    return root


@settings(deadline=None, max_examples=300)
@given(spliced(tuple(SAMPLES.values())))
def test_every_entry_of_a_spliced_answer_is_accounted_for(root: Element) -> None:
    listing = read(tostring(root))

    if listing:
        assert listing.source == "arxiv"
        assert len(listing.entries) + len(list(listing.rejected())) == entries_in(root)


@needs_data
@settings(deadline=None, max_examples=60)
@given(st.data())
def test_every_entry_of_a_spliced_real_answer_is_accounted_for(data: st.DataObject) -> None:
    root = data.draw(spliced(tuple(path.read_bytes() for path in REAL)))
    listing = read(tostring(root))

    if listing:
        assert len(listing.entries) + len(list(listing.rejected())) == entries_in(root)


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(sorted(SAMPLES)),
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 300)), min_size=1, max_size=3),
)
def test_an_answer_with_stretches_cut_out_is_read_or_refused(name: str, cuts: list[tuple[int, int]]) -> None:
    data = SAMPLES[name]
    for start, length in cuts:
        data = data[:start] + data[start + length :]

    read(data)


@pytest.mark.parametrize(("name", "tag"), [("atom", b"entry"), ("rss", b"item")])
def test_an_entry_under_another_name_is_not_lost(name: str, tag: bytes) -> None:
    data = SAMPLES[name]
    for end in (b"<%b>", b"</%b>"):
        data = data.replace(end % tag, end % b"thing", 1)
    listing = read(data)

    assert listing
    assert [each.reason for each in listing.rejected()] == ["element: found 'thing'; allowed: item or entry"]
    assert len(listing.entries) == 1


def test_an_item_beside_its_channel_is_not_lost() -> None:
    listing = read(RSS.replace(b"</channel>", b"").replace(b"<item>", b"</channel><item>", 1))

    assert listing
    assert [entry.paper.id for entry in listing.entries] == ["2604.00001", "2603.00009"]


def test_a_record_in_a_second_list_or_of_two_forms_is_not_lost() -> None:
    listing = read(OAI.replace(b"</record>", b"</record></ListRecords><ListRecords>", 1))
    doubled = read(OAI.replace(b"</arXivRaw>", b"</arXivRaw><arXivRaw/>"))

    assert listing and doubled
    assert [len(listing.entries), len(list(listing.rejected()))] == [3, 1]
    assert "2 forms" in next(doubled.rejected()).reason
