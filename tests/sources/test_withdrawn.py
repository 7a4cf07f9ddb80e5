import pytest

from generator.sources.withdrawn import is_withdrawn

WITHDRAWN = [
    "Withdrawn",
    "withdrawn.",
    "[Withdrawn]",
    "WITHDRAWN by the authors",
    "Paper withdrawn",
    "Paper withdrawn by authors",
    "Submission withdrawn; see arXiv:2001.00001",
    "Withdrawn from arXiv by the author",
    "Withdrawn: the proof of Theorem 1 is wrong",
    "Withdrawn and replaced by arXiv:2001.00001",
    "12 pages; withdrawn due to an error",
    "12 pages, 3 figures, withdrawn because of a gap in Lemma 2",
    "12 pages. Withdrawn for revision",
    "9 pages. This article has been withdrawn due to an error",
    "This manuscript has been withdrawn",
    "This manuscript is withdrawn by the authors (error in Sec. 3)",
    "This paper is being withdrawn",
    "The paper is hereby withdrawn",
    "The submission was temporarily withdrawn",
    "This arXiv submission has been withdrawn by its author",
    "Manuscript has been withdrawn, since the data were wrong",
    "This version withdrawn by arXiv administrators because the author had no right to agree to our license",
    "This submission has been withdrawn by arXiv administrators because of disputed authorship",
    "This article has been removed by arXiv administrators because of its license",
    "Article removed by the authors",
    "This paper has been retracted",
    "Retracted due to errors in the data",
    "We withdraw this submission since the main result is known",
    "We are withdrawing this paper",
    "We have decided to withdraw our manuscript",
    "I withdraw this paper",
    "The authors have withdrawn this paper due to a crucial sign error in equation 1",
    "The author has voluntarily withdrawn this work",
    "Author wishes to withdraw this preprint",
    "5 pages - withdrawn",
    "There is a critical error in Lemma 2, so we withdraw the paper",
    "Because of an error we withdraw this paper",
    "Due to a gap in the proof this paper is withdrawn",
    "This paper contains an error and has been withdrawn",
    "The manuscript contains errors and is withdrawn",
    "The proof of this paper is wrong; this paper is incorrect and so it is withdrawn",
    "This paper should be withdrawn",
    "This paper had to be withdrawn",
    "This paper needs to be withdrawn",
    "Please withdraw this paper",
    "The authors request withdrawal of this paper",
    "We have requested the retraction of our article",
    "I'm withdrawing this paper",
    "We’ve withdrawn this paper",
    "has been withdrawn due to error",
    "Withdrawal: error in proof",
    "This paper was submitted by mistake and is withdrawn",
    "Withdrawn; a corrected version will be resubmitted",
]
NOT_WITHDRAWN = [
    "",
    "12 pages",
    "A previous version of this manuscript was withdrawn",
    "An earlier version of this paper has been withdrawn",
    "Version 1 was withdrawn by the authors",
    "Previous version withdrawn due to an error",
    "Withdrawn arXiv:1901.00001 is superseded by this paper",
    "Replaces arXiv:1901.00001, withdrawn by the authors",
    "This paper replaces withdrawn paper 1901.00001",
    "Corrected version of a withdrawn submission",
    "This previously withdrawn paper is corrected",
    "Withdrawn from ICML",
    "Withdrawn from ICML 2024",
    "This paper was withdrawn from ICLR 2025",
    "We withdrew this paper from NeurIPS",
    "Submitted to ICLR 2024, withdrawn",
    "Submission withdrawn from the workshop",
    "On drugs that were withdrawn from the market",
    "Withdrawn drugs and their labels, 12 pages",
    "On withdrawn papers",
    "not withdrawn",
    "This paper is not withdrawn",
    "The paper was never withdrawn",
    "We withdraw our claim about Lemma 2",
    "We withdraw the previous version of this paper",
    "This paper was withdrawn by mistake and is now reinstated",
    "Figures removed due to size limits",
    "12 pages, removed a typo",
    "Retracted papers: a data set",
    "This paper was withdrawn in v2 and corrected in v3",
    "The paper was withdrawn by mistake; this is v3",
    "Accidentally withdrawn, restored in v3",
    "Withdrawn and resubmitted as this corrected version",
    "This paper should not be withdrawn",
    "Withdrawal: a survey",
    "Withdrawal of consent due to errors in forms",
    "This paper studies a drug that failed and was withdrawn",
    "Please withdraw this claim",
    "The authors request withdrawal of the drug",
]


@pytest.mark.parametrize("comment", WITHDRAWN)
def test_a_comment_says_that_a_paper_was_withdrawn(comment: str) -> None:
    assert is_withdrawn("We count sheep.", comment)
    assert is_withdrawn(comment, None)


@pytest.mark.parametrize("comment", NOT_WITHDRAWN)
def test_a_comment_speaks_of_something_else(comment: str) -> None:
    assert not is_withdrawn("We count sheep.", comment)
    assert not is_withdrawn(comment, None)


SHEEP = "We count sheep. They are many, and more of them come every night. " * 4


@pytest.mark.parametrize(
    ("abstract", "withdrawn"),
    [
        ("This paper has been withdrawn by the author due to an error in Lemma 2.", True),
        (f"The submission was temporarily withdrawn. {SHEEP}", True),
        (f"{SHEEP}This paper has been withdrawn by the authors.", True),
        (f"{SHEEP}We withdraw this submission since a lemma is wrong.", True),
        (f"{SHEEP}\n\n[This manuscript has been withdrawn.]", True),
        ("Withdrawn by the authors.", True),
        (f"We show that this paper has been withdrawn. {SHEEP}", False),
        (f"{SHEEP}The paper was retracted by its journal in 2010.", False),
        (f"{SHEEP}The authors retracted the paper in 2010.", False),
        (f"Withdrawn due to safety concerns, the drug was studied again. {SHEEP}", False),
        (f"Utilizing papers withdrawn from arXiv, we validate our methods. {SHEEP}", False),
        (f"We withdraw needles and retract claims. {SHEEP}", False),
        (f"{SHEEP}Because of an error in Lemma 2, we withdraw this paper.", True),
        (f"{SHEEP}This paper contains an error and has been withdrawn.", True),
        ("This paper was withdrawn and later reinstated.", False),
        (f"This paper was withdrawn and later reinstated. {SHEEP}", False),
        (f"Since papers err, the authors retracted the paper in 2010. {SHEEP}", False),
        (None, False),
    ],
)
def test_an_abstract_says_so_where_a_sentence_begins(abstract: str | None, withdrawn: bool) -> None:
    assert is_withdrawn(abstract, None) is withdrawn
