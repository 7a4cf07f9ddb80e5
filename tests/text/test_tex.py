import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.formulas import Formula, segments
from generator.text.plain import paragraphs
from generator.text.tex import readable, readable_name

ACCENTS = [
    (r"Bal\'azs", "Balázs"),
    (r"Poincar\'e", "Poincaré"),
    (r"Poincar{\'e}", "Poincaré"),
    (r"Poincar\'{e}", "Poincaré"),
    (r"Schr\"odinger", "Schrödinger"),
    (r"Lo\`eve", "Loève"),
    (r"C\^ote", "Côte"),
    (r"Do\~nana", "Doñana"),
    (r"Mah\={a}n\=ama", "Mahānāma"),
    (r"\.Istanbul, \.{Z}", "İstanbul, Ż"),
    (r"\v{C}ern\'y, Ga\v si\'c, \v Simko", "Černý, Gašić, Šimko"),
    (r"fa\c{c}ade, Fran\c cois", "façade, François"),
    (r"Erd\H{o}s", "Erdős"),
    (r"W\k{a}s", "Wąs"),
    (r"\r{A}ngstr\"om, \aa, \AA{}", "Ångström, å, Å"),
    (r"\u{A}n, s\u{a}, G\u{\i}", "Ăn, să, Gĭ"),
    (r"Nguy\~{\^e}n, L\d{o}p\'e", "Nguyễn, Lọpé"),
    (r"Nguy\~ên", "Nguyễn"),
    (r"Garc\'{\i}a, Mart\'\i nez, na\"{\i}ve", "García, Martínez, naïve"),
    (r"Bj{\o}ntegaard, S\o ren, \O ystein, {\O}", "Bjøntegaard, Søren, Øystein, Ø"),
    (r"{\L}ukasz, Wa\l{}\k{e}sa", "Łukasz, Wałęsa"),
    (r"Stra{\ss}e, Stra\ss e, Wei\ss", "Straße, Straße, Weiß"),
    (r"\AE sop, {\oe}uvre, \th", "Æsop, œuvre, þ"),
    ("Mus{é}e", "Musée"),
    (r"M{\" u}ller, {\' A}", "Müller, Á"),
    (r"Z\t{oo}k, {\t{ts}}ar", "Zo\u0361ok, t\u0361sar"),
]
STYLES = [
    (r"\emph{so} \textbf{it} \textit{is} \texttt{t} \textsc{S} \underline{V}alue", "so it is t S Value"),
    (r"\textit{\textbf{deep} within}", "deep within"),
    (r"{\em a} {\bf B} {\it i.e.} {\color{red} c} {{\large {\textbf{F}}}}", "a B i.e. c F"),
    (r"\textcolor{red}{warning} \mbox{one word}", "warning one word"),
    (r"\url{https://a.example/b\_c}.", "https://a.example/b_c."),
    (r"\href{https://a.example}{here}", "here (https://a.example)"),
    (r"\href{https://a.example/b}{https://a.example/b}", "https://a.example/b"),
    (r"\href{https://a.example}", "https://a.example"),
    (
        r"code\footnote{https://a.example}, as~\cite{lamb, ram} say",
        "code (https://a.example), as [lamb, ram] say",
    ),
    (r"km\textsuperscript{2}, 7\textsuperscript{th}, mAP\textsubscript{50}", "km², 7th, mAP₅₀"),
    (
        r"many, \eg, goats, \ie, all; \etc. And Lamb \etal\ say",
        "many, e.g., goats, i.e., all; etc. And Lamb et al. say",
    ),
    (
        r"360{\deg}, {\mu}m, {\Delta}G, 2.3\times, {\alpha}-\b{eta} and \r{ho}",
        "360°, μm, ΔG, 2.3×, α-β and ρ",
    ),
    (r"54.6\% of Q\&A in \#1 a\_b for \$5", "54.6% of Q&A in #1 a_b for $5"),
    (r"e.g.\ 300\,k, \LaTeX{} and \LaTeX, ours\xspace", "e.g. 300 k, LaTeX and LaTeX, ours"),
    ("models~(LLMs), 450~MB, Task~8, (2)~we, vs.~all", "models (LLMs), 450 MB, Task 8, (2) we, vs. all"),
    (r"query\'s and don\'t", "query's and don't"),
    ("``so'', ``so\" and ``$x$-like''", "“so”, “so” and “$x$-like”"),
    (r"\textbf{A}(\textbf{B}c \textbf{D}) 99.8\%", "A(Bc D) 99.8%"),
    (r"mAP\textsubscript{50:95}, Pascal\textsuperscript{i}, 5 μ\mathrm{m}", "mAP_50:95, Pascal^i, 5 μm"),
    (
        r"data\footnote, maps\footnote[1]{of sheep} and code\footnote{https://a.example",
        "data, maps (of sheep) and code (https://a.example)",
    ),
    (r"by \textbf{Self-Reward Decoding) for {x} all", "by Self-Reward Decoding) for {x} all"),
    (r"\'a la Lamb, vis-\`a-vis", "á la Lamb, vis-à-vis"),
]
LITERAL = [
    r"$\'e$ and $$\emph{x}$$ and \(\"o\) and \[\ss\]",
    r"a $\{x\}$ of $\%$",
    r"by \method{} and {\name}, \ours",
    r"C:\Users\Ada\new_file.txt and C:\Program Files\ss\o",
    r"\\server\share\o",
    r"one\\two \\' 86\\% \\emph{x}",
    r"\n\n and \d and \w",
    r"a back\stroke\with{x} \input{y}, the \ sign, \o/, A\B tests",
    r"\"quoted words\" and \'these\' and \`code\`",
    "10~20, 1M~4M, ~8 pages, x~N(0,1), https://a.example/~ada, 2.5X ~ 3X",
    r"\emph {open, {{config}}, {x}, x^{2}, _{0.5}",
    r"\b geometric \b score, \O(n), \vspace",
    r"$5 and \$p\$ and $6",
    "--flag ``code`` ---, ``open",
    r"5'' and ``` and $f''$ and \"so''",
    "\\" * 3,
]


@pytest.mark.parametrize(("tex", "shown"), ACCENTS + STYLES)
def test_tex_becomes_characters(tex: str, shown: str) -> None:
    assert readable(tex) == shown


@pytest.mark.parametrize("text", LITERAL)
def test_what_is_no_tex_or_not_known_stays(text: str) -> None:
    assert readable(text) == text


@pytest.mark.parametrize(
    ("tex", "name"),
    [
        *ACCENTS,
        (r"J.~Smith", "J. Smith"),
        (r"D.\,E. Knuth", "D. E. Knuth"),
        (r"J. Kubi\'s", "J. Kubiś"),
        (r"F. O\'Brien", "F. O'Brien"),
        (r"\v s. \H o", "š. ő"),
        (r"Guiling \"Grace\" Wang", r"Guiling \"Grace\" Wang"),
        ("李 明", "李 明"),
    ],
)
def test_names_have_accents_only(tex: str, name: str) -> None:
    assert readable_name(tex) == name


PIECES = st.sampled_from(
    (
        *(
            "\\",
            "{",
            "}",
            "$",
            "~",
            " ",
            "'",
            '"',
            "e",
            "i",
            "é",
            "\\'",
            '\\"',
            "\\v",
            "\\c ",
            "\\i",
            "\\ss ",
        ),
        *(
            "\\emph{",
            "\\href{",
            "{\\em ",
            "\\$",
            "\\%",
            "\\\\",
            "\\(",
            "\\)",
            "\\eg",
            "\\method",
            "https://a.b/",
        ),
        *("\\'{\\i}", "{\\o}", "\\textsuperscript{2}", "C:\\", "x", "5", "\n\n", "}{", "{}"),
    )
)
TEXTS = st.lists(PIECES, max_size=12).map("".join).map(paragraphs)


def formulas(text: str) -> list[str]:
    return [segment.source for segment in segments(text) if isinstance(segment, Formula)]


@given(TEXTS | st.text().map(paragraphs))
def test_formulas_stay_and_what_is_settled_does_not_change(text: str) -> None:
    shown, name = readable(text), readable_name(text)

    assert formulas(shown) == formulas(name) == formulas(text)
    assert (readable(shown), readable_name(name)) == (shown, name)
    assert paragraphs(shown) == shown
    assert bool(shown) == bool(name) == bool(text)


@given(st.text(st.characters(exclude_characters="\\~{"), max_size=40).map(paragraphs))
def test_text_without_tex_stays(text: str) -> None:
    assert readable(text) == readable_name(text) == text
