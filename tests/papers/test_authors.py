import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.authors import is_group, listed_authors
from generator.papers.records import Author
from generator.text.plain import one_line

GROUPS = (
    "Team GLM",
    "LG AI Research",
    "Qwen Team",
    "Gemini Team Google",
    "Essential AI",
    "Shanghai AI Lab",
    "Black Forest Labs",
    "Sand. ai",
    "the TCV team",
    "o3 contributors",
    "Tencent Robotics X",
    "The LIGO Scientific Collaboration",
    "University Hospital Basel",
    "EAES Working Group",
    "Gemma Team",
    "Inclusion AI",
    "Stability AI",
    "Mistral AI",
    "Kimi AI",
    "Sakana AI",
    "01. AI",
)
PERSONS = (
    "Ada Lovelace",
    "Guangwei Ai",
    "Qingyao AI",
    "Bo AI",
    "AI Wei",
    "AI Xiaoming",
    "OpenAI",
    "DeepSeek-AI",
    "Qi Yong H. Ai",
    "Huawei Cao",
    "Marc Huertas-Company",
    "Core Francisco Park",
    "The Anh Han",
    "Research Pratim Maity",
    "Metin And",
    "NVIDIA",
)


@pytest.mark.parametrize("name", GROUPS)
def test_groups_are_known_by_their_words(name: str) -> None:
    assert is_group(Author(name))
    assert listed_authors([Author(name)]) == (Author(name),)


@pytest.mark.parametrize("name", PERSONS)
def test_persons_and_single_words_are_no_groups_of_words(name: str) -> None:
    assert not is_group(Author(name))
    assert listed_authors([Author(name)]) == (Author(name),)


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ([":"], []),
        ([";", "-", "A. Lamb"], ["A. Lamb"]),
        (["TEA Collaboration: A. Lovelace", "B. Byron"], ["TEA Collaboration", "A. Lovelace", "B. Byron"]),
        (["TEA Collaboration", ":", "A. Lovelace"], ["TEA Collaboration", "A. Lovelace"]),
        (["TEA Collaboration:", "A. Lovelace"], ["TEA Collaboration", "A. Lovelace"]),
        (["TEA Collaboration :A. Lovelace"], ["TEA Collaboration", "A. Lovelace"]),
        (["TEA Collaboration：A. Lovelace"], ["TEA Collaboration", "A. Lovelace"]),
        (
            ["The X Collaboration", "the Y Collaboration: A", "B"],
            ["The X Collaboration", "the Y Collaboration", "A", "B"],
        ),
        (["NVIDIA", ":", "A. Lamb"], ["NVIDIA", "A. Lamb"]),
        (["A. Lamb on behalf of the TEA Collaboration"], ["A. Lamb", "TEA Collaboration"]),
        (["A. Lamb for the TEA Collaboration"], ["A. Lamb", "TEA Collaboration"]),
        (["for the TEA Collaboration"], ["TEA Collaboration"]),
        (["Center for AI Safety"], ["Center for AI Safety"]),
        (["OpenAI et al."], ["OpenAI"]),
        (["A. Lamb", "et al."], ["A. Lamb"]),
        (["A. Lamb, et al"], ["A. Lamb"]),
        (["A. Lamb", "others"], ["A. Lamb"]),
        (["A. Lamb and others"], ["A. Lamb"]),
        (["A. Lamb", "and B. Ram"], ["A. Lamb", "B. Ram"]),
        (["A. Lamb and", "B. Ram"], ["A. Lamb", "B. Ram"]),
        ([r"C. Bal\'azs", r"{\L}ukasz~Kubi\'s"], ["C. Balázs", "Łukasz Kubiś"]),
        (["A. Lamb (on behalf of the TEA Collaboration)"], ["A. Lamb", "TEA Collaboration"]),
        (["A. Lamb (for the TEA Collaboration)"], ["A. Lamb", "TEA Collaboration"]),
        (["A. Lamb (TEA Collaboration)", "B. Ram"], ["A. Lamb", "TEA Collaboration", "B. Ram"]),
        (["A. Lamb (on behalf of Sheep Friends)"], ["A. Lamb", "Sheep Friends"]),
        (["A. Lamb (MIT)"], ["A. Lamb (MIT)"]),
        ([r"A. Hsu$^{\dagger}$", "B. Hsu$^1$", r"C. Hsu$^{1,2}$ Ram"], ["A. Hsu", "B. Hsu", "C. Hsu Ram"]),
        (
            [r"Ada\thanks{MIT}", r"Bo\footnotemark[1]", "Cy Song§", "Di Hu¹,²"],
            ["Ada", "Bo", "Cy Song", "Di Hu"],
        ),
        (["A. Q*Lamb", "B. Ram,*"], ["A. Q*Lamb", "B. Ram"]),
        (["Herv&eacute; Roux", "Bo M&#252;ller", "Cy M&#xfc;ller"], ["Hervé Roux", "Bo Müller", "Cy Müller"]),
        (["A.&nbsp;Lamb", "Research &amp; Co"], ["A. Lamb", "Research & Co"]),
        (["B. &unknown; Lamb", "C.&#8238;Lamb"], ["B. &unknown; Lamb", "C.&#8238;Lamb"]),
    ],
)
def test_what_is_no_author_is_left_out(listed: list[str], names: list[str]) -> None:
    assert [author.name for author in listed_authors(map(Author, listed))] == names


@pytest.mark.parametrize(
    ("author", "found"),
    [
        (Author("Jan van der Berg", "van der Berg"), [Author("Jan van der Berg", "van der Berg")]),
        (Author("Ada Lamb Jr.", "Lamb"), [Author("Ada Lamb Jr.", "Lamb")]),
        (Author(r"C. Bal\'azs", r"Bal\'azs"), [Author("C. Balázs", "Balázs")]),
        (Author("Mao Zedong", "Mao"), [Author("Mao Zedong", "Mao")]),
        (Author("The TEA Collaboration", "Collaboration"), [Author("The TEA Collaboration")]),
        (Author("TEA Collaboration:", "Collaboration:"), [Author("TEA Collaboration")]),
        (Author("TEA Team: A. Lamb", "Lamb"), [Author("TEA Team"), Author("A. Lamb", "Lamb")]),
        (Author("Team GLM", "GLM"), [Author("Team GLM")]),
        (Author("OpenAI et al.", "al."), [Author("OpenAI")]),
        (Author("Ada Roux&eacute;$^1$", "Roux&eacute;$^1$"), [Author("Ada Rouxé", "Rouxé")]),
    ],
)
def test_family_names_that_are_told_apart_stay_so(author: Author, found: list[Author]) -> None:
    assert list(listed_authors([author])) == found


def test_who_stands_before_a_colon_is_a_group() -> None:
    found = listed_authors(map(Author, ("Sheep Friends", ":", "A. Lamb")))

    assert found == (Author("Sheep Friends", "Sheep Friends"), Author("A. Lamb"))
    assert [is_group(author) for author in found] == [True, False]
    assert listed_authors(found) == found


NAMES = st.lists(
    st.sampled_from(
        (
            *(
                ":",
                "and",
                "&",
                "et",
                "al.",
                "others",
                ",",
                "Team",
                "Ada",
                "for the",
                "\\'e",
                "~",
                "on behalf of",
            ),
            *(
                "(for the TEA Collaboration)",
                "(",
                ")",
                "$^1$",
                "$",
                "^",
                "&eacute;",
                "&amp;",
                "*",
                "\\thanks{x}",
            ),
        )
    )
    | st.text(max_size=4),
    min_size=1,
    max_size=6,
).map(lambda words: one_line(" ".join(words)))


@given(
    st.lists(NAMES.filter(bool).filter(str.isprintable), max_size=4),
    st.none() | NAMES.filter(bool).filter(str.isprintable),
)
def test_a_list_of_authors_settles_at_once(names: list[str], family: str | None) -> None:
    found = listed_authors([Author(name, family) for name in names])

    assert listed_authors(found) == found
    assert all(any(map(str.isalnum, author.name)) for author in found)
