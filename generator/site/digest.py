"""A day's list as an email that clients show well: text, and HTML in tables with inline styles.

No picture and no style sheet is fetched, so that opening it tells nobody. The same list gives the same bytes,
and one Message-ID for ever, by which a list or a mailbox knows one that comes twice (RFC 5322, 3.6.4).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlsplit

from ..papers.addresses import day_address, paper_address
from ..papers.days import day_name
from ..papers.records import Paper
from ..related.gist import gist
from ..search.saved import SavedQuery
from ..text.linear_math import linear
from ..text.markup import escape
from .colours import INK, MARK, PAPER, SOFT
from .head import Site
from .names import counted
from .queries import query_address

PAPERS = 100
"""Papers that a message names before it only counts them: Gmail cuts one of more than 102 kB."""

_AUTHORS = 3
"""Authors that are named before they are only counted."""

_PAGE = f"background:{PAPER['light']};color:{INK['light']}"
_DARK = (
    "@media (prefers-color-scheme: dark) {"
    f" .page {{ background: {PAPER['dark']} !important; color: {INK['dark']} !important; }}"
    f" .page a {{ color: {MARK['dark']} !important; }} .page .less {{ color: {SOFT['dark']} !important; }} }}"
)


@dataclass(frozen=True, slots=True)
class Mailing:
    """From whom and to whom digests go."""

    sender: str
    recipient: str
    """Mostly a mailing list, which keeps the subscribers."""
    unsubscribe: str = ""
    """Where readers leave it: an address with `https:` or `mailto:`; "" for a mail to the sender."""


def digest(
    day: date, papers: Sequence[Paper], site: Site, mailing: Mailing, query: SavedQuery | None = None
) -> EmailMessage:
    """Give the message of a day's list, in its order; or of those of its papers that a saved query finds."""
    message = EmailMessage(policy=SMTP)
    about = f"{site.name}, {query.title}" if query else site.name
    message["Subject"] = f"{about}: {counted(len(papers), 'paper')}, {day_name(day)}"
    message["From"] = Address(site.name, addr_spec=mailing.sender)
    message["To"] = mailing.recipient
    message["Date"] = format_datetime(datetime.combine(day, time(12), UTC))
    message["Message-ID"] = message_id(day, site, mailing, query)
    message["List-Unsubscribe"] = f"<{mailing.unsubscribe or f'mailto:{mailing.sender}?subject=unsubscribe'}>"
    message["Auto-Submitted"] = "auto-generated"  # so that no holiday answers it (RFC 3834)
    headline = f"{day_name(day)}: {counted(len(papers), 'paper')}" + (f", {query.title}" if query else "")
    whole = site.url + (query_address(query.slug) if query else day_address(day))
    message.set_content("\n".join(_text(headline, papers, site, whole)), cte="quoted-printable")
    html = "\n".join(_html(headline, papers, site, whole))
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_{day:%Y%m%d}_digest")  # a random one else
    return message


def message_id(day: date, site: Site, mailing: Mailing, query: SavedQuery | None = None) -> str:
    """Give the Message-ID of a day's digest, the same however the list has changed since."""
    host = urlsplit(site.url).hostname or mailing.sender.rpartition("@")[2]
    path = urlsplit(site.url).path.strip("/").replace("/", ".")
    parts = ("digest", path, query.slug if query else "", day.isoformat())
    return f"<{'.'.join(filter(None, parts))}@{host}>"


def _text(headline: str, papers: Sequence[Paper], site: Site, whole: str) -> Iterator[str]:
    yield headline
    yield whole
    for number, paper in enumerate(papers[:PAPERS], 1):
        yield f"\n{number}. {linear(paper.title)}"
        yield from (f"   {line}" for line in (_byline(paper), _gist(paper)) if line)
        yield f"   {site.url}{paper_address(paper.id)}"
        yield from (f"   Code: {url}" for url in _code(paper))
    if len(papers) > PAPERS:
        yield f"\nAnd {len(papers) - PAPERS:,} more: {whole}"


def _html(title: str, papers: Sequence[Paper], site: Site, whole: str) -> Iterator[str]:
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(title)}</title><style>{_DARK}</style></head>"
    yield f'<body class="page" style="margin:0;padding:0;{_PAGE}">'
    yield '<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">'
    yield '<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" '
    yield f'style="max-width:640px;font:16px/1.5 Georgia,serif;{_PAGE}">'
    yield f'<tr><td style="padding:24px 16px 8px"><h1 style="font-size:22px;margin:0">{escape(title)}</h1>'
    yield f"{_link(whole, 'Read it in the archive')}</td></tr>"
    for number, paper in enumerate(papers[:PAPERS], 1):
        yield f'<tr><td style="padding:12px 16px">{number}. {"<br>".join(_parts(paper, site))}</td></tr>'
    if len(papers) > PAPERS:
        more = _link(whole, f"And {len(papers) - PAPERS:,} more")
        yield f'<tr><td style="padding:12px 16px">{more}</td></tr>'
    yield "</table></td></tr></table></body></html>"


def _parts(paper: Paper, site: Site) -> Iterator[str]:
    """Give the lines of a paper in HTML."""
    yield f"<b>{_link(site.url + paper_address(paper.id), linear(paper.title))}</b>"
    code = [_link(url, "code") for url in _code(paper)]
    if said := [*filter(None, [escape(_byline(paper))]), *code]:
        yield f'<span class="less" style="color:{SOFT["light"]}">{" · ".join(said)}</span>'
    if text := _gist(paper):
        yield escape(text)


def _byline(paper: Paper) -> str:
    """Say who wrote a paper and how many like it."""
    names = ", ".join(author.name for author in paper.authors[:_AUTHORS])
    more = len(paper.authors) - _AUTHORS
    votes = counted(paper.votes, "vote") if paper.votes else ""
    return " · ".join(filter(None, (f"{names} and {more:,} more" if more > 0 else names, votes)))


def _gist(paper: Paper) -> str:
    sentence = gist(paper.title, paper.abstract)
    return linear(sentence.text) if sentence else ""


def _code(paper: Paper) -> list[str]:
    return [link.url for link in paper.links if link.kind == "code" and link.is_plain][:1]


def _link(url: str, text: str) -> str:
    return f'<a href="{escape(url)}" style="color:{MARK["light"]}">{escape(text)}</a>'
