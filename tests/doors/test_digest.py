"""The digest is sent to a mail server on loopback that takes it, refuses it, stalls or drops the line."""

import socket
import ssl
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from click.testing import CliRunner, Result

from generator.doors import mail
from generator.doors.cli import main
from generator.doors.mail import Server, server
from generator.papers.errors import SettingsError
from tests.archives import TEXT
from tests.mailbox import Mailbox, free_port
from tests.mailbox import controller as mail_server
from tests.sites import SECOND_DAY

FIRST, SECOND = "<digest.2025-08-06@papers.example>", "<digest.2025-08-07@papers.example>"


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    box = Mailbox()
    controller = mail_server(box)
    controller.start()
    monkeypatch.setenv("SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("SMTP_PORT", str(controller.port))
    monkeypatch.setenv("SMTP_SECURITY", "none")
    yield box
    controller.stop()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Sheep\nsite_url: https://papers.example/\nplugins:\n  - dailypapers:\n"
        "      email: {from: digest@papers.example, to: list@papers.example}\n"
    )
    add(tmp_path, "2025-08-06")
    return tmp_path


def add(project: Path, day: str) -> None:
    (project / "list.txt").write_text(TEXT.replace("Aug 6", f"Aug {int(day[-2:])}"))
    assert run(project, "add", str(project / "list.txt")).exit_code == 0


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(project), *arguments])


def test_the_newest_day_is_printed(project: Path) -> None:
    add(project, "2025-08-07")

    assert f"Message-ID: {SECOND}\r\n".encode() in run(project, "digest").stdout_bytes
    assert f"Message-ID: {FIRST}\r\n".encode() in run(project, "digest", "--date", "2025-08-06").stdout_bytes


def test_a_day_is_sent_once(project: Path, mailbox: Mailbox) -> None:
    first, again = run(project, "digest", "--send"), run(project, "digest", "--send")

    assert first.output == "2025-08-06: sent to list@papers.example\n"
    assert again.output == "2025-08-06: was sent before\n"
    assert mailbox.taken == [FIRST]


@pytest.mark.parametrize("answer", ["550 no such list", "451 try later", "421 closing", "drop"])
def test_what_was_not_taken_is_tried_again_by_the_next_run(
    project: Path, mailbox: Mailbox, answer: str
) -> None:
    assert run(project, "digest", "--send").exit_code == 0
    add(project, "2025-08-07")
    mailbox.answers = [answer]

    failed = run(project, "digest", "--send")
    add(project, "2025-08-08")
    later = run(project, "digest", "--send")

    assert failed.exit_code == 1
    assert "nothing is known to have been sent: run it again" in failed.output
    assert later.exit_code == 0
    assert mailbox.taken == [FIRST, SECOND, SECOND.replace("07@", "08@")]


def test_a_server_that_stalls_is_left(
    project: Path, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail, "_SECONDS", 0.2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        monkeypatch.setenv("SMTP_PORT", str(silent.getsockname()[1]))
        done = run(project, "digest", "--send")

    assert (done.exit_code, mailbox.taken) == (1, [])
    assert "timed out" in done.output


def test_what_cannot_be_kept_as_sent_is_not_sent(project: Path, mailbox: Mailbox) -> None:
    (project / ".cache").mkdir(exist_ok=True)
    (project / ".cache" / ".digests.json.unfinished").mkdir()  # so that nothing can be written there

    refused = run(project, "digest", "--send")

    assert (refused.exit_code, mailbox.taken) == (1, [])
    assert "digests.json.unfinished: Is a directory; see to the folder's permissions" in refused.output


def test_where_it_is_not_known_what_was_sent_only_the_newest_is(project: Path, mailbox: Mailbox) -> None:
    add(project, "2025-08-07")
    run(project, "digest", "--send")

    assert mailbox.taken == [SECOND]


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("trusted", [True, False])
def test_the_password_goes_over_tls_to_a_server_that_is_known(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, security: str, trusted: bool
) -> None:
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    box, logins = Mailbox(), []

    def authenticate(*given: object) -> AuthResult:
        login = given[-1]
        assert isinstance(login, LoginPassword)
        logins.append((login.login, login.password))
        return AuthResult(success=True)

    controller = Controller(
        box,
        hostname="localhost",
        port=free_port(),
        ssl_context=context if security == "tls" else None,
        tls_context=context if security == "starttls" else None,
        require_starttls=security == "starttls",
        authenticator=authenticate,
        auth_require_tls=security == "starttls",
    )
    for name, value in {"HOST": "localhost", "SECURITY": security, "USER": "ada", "PASSWORD": "wool"}.items():
        monkeypatch.setenv(f"SMTP_{name}", value)
    monkeypatch.setenv("SMTP_PORT", str(controller.port))
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    controller.start()
    try:
        done = run(project, "digest", "--send")
    finally:
        controller.stop()

    assert (done.exit_code, box.taken) == ((0, [FIRST]) if trusted else (1, []))
    assert logins == ([(b"ada", b"wool")] if trusted else [])
    assert trusted or "certificate verify failed" in done.output


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "SMTP_HOST is not set"),
        ({"SMTP_HOST": "a.example", "SMTP_SECURITY": "ssl"}, "found 'ssl'; allowed: starttls, tls, none"),
        ({"SMTP_HOST": "a.example", "SMTP_PORT": "x"}, "found 'x'; allowed: a number such as 587"),
        ({"SMTP_HOST": "a.example", "SMTP_PORT": "70000"}, "found '70000'"),
        ({"SMTP_HOST": "a.example", "SMTP_SECURITY": "none"}, "but on this machine"),
    ],
)
def test_a_server_that_cannot_be_meant_is_refused(environment: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        server(environment)


def test_a_server_has_the_usual_port_of_its_security() -> None:
    assert server({"SMTP_HOST": "a.example"}) == Server("a.example", 587, "starttls")
    assert server({"SMTP_HOST": "a.example", "SMTP_SECURITY": "tls"}).port == 465


@pytest.mark.parametrize(
    ("setting", "arguments", "said"),
    [
        ("", (), "email is not set"),
        ("      email: {from: digest@papers.example}\n", (), "email: to: found None"),
        ("      email: {from: 'a b', to: c@d.e}\n", (), "email: from: found 'a b'"),
        ("      email: {from: a@b.c, to: c@d.e, unsubscribe: javascript:x}\n", (), "unsubscribe: found"),
        ("      email: {from: a@b.c, to: c@d.e, subject: x}\n", (), "it takes from and to"),
        ("      email: {from: a@b.c, to: c@d.e}\n", ("--date", "2025-08-09"), "found no list of 2025-08-09"),
    ],
)
def test_what_cannot_be_sent_is_told(
    project: Path, setting: str, arguments: tuple[str, ...], said: str
) -> None:
    (project / "mkdocs.yml").write_text(
        "site_name: Sheep\nsite_url: https://papers.example\n"
        f"plugins:\n  - dailypapers:\n      sources: []\n{setting}"
    )
    done = run(project, "digest", *arguments)

    assert done.exit_code == 1
    assert said in done.output


@pytest.fixture
def queried(project: Path) -> Path:
    """Add queries, of which the list of the second day has papers for one."""
    settings = project / "mkdocs.yml"
    settings.write_text(
        settings.read_text()
        + "      queries:\n        quokkas: {title: Quokkas, query: quokka}\n"
        + "        none: {title: Nothing, query: zzz}\n"
    )
    (project / "list.txt").write_text(SECOND_DAY)
    assert run(project, "add", str(project / "list.txt"), "--year", "2025").exit_code == 0
    return project


def test_a_digest_of_a_query_has_the_papers_of_the_day_that_it_finds(queried: Path) -> None:
    message = message_from_bytes(run(queried, "digest", "--query", "quokkas").stdout_bytes, policy=default)

    body = message.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert message["Subject"] == "Sheep, Quokkas: 1 paper, Thursday, 7 August 2025"
    assert message["Message-ID"] == "<digest.quokkas.2025-08-07@papers.example>"
    assert "https://papers.example/queries/quokkas/" in text
    assert ("A Quokka Benchmark" in text, "Attention for Two Days" in text) == (True, False)


def test_a_digest_of_a_query_without_papers_is_not_sent(queried: Path, mailbox: Mailbox) -> None:
    sent = [run(queried, "digest", "--query", name, "--send") for name in ("none", "quokkas", "quokkas")]

    assert [each.output for each in sent] == [
        "2025-08-07: no paper for the query none\n",
        "2025-08-07: sent to list@papers.example\n",
        "2025-08-07: was sent before\n",
    ]
    assert mailbox.taken == ["<digest.quokkas.2025-08-07@papers.example>"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none", "2025-08-07: found no paper for the query none"),
        ("cows", "mkdocs.yml: found no query 'cows'; allowed: quokkas, none"),
    ],
)
def test_a_digest_of_no_query_is_refused(queried: Path, name: str, said: str) -> None:
    done = run(queried, "digest", "--query", name)

    assert (done.exit_code, said in done.output) == (1, True)
