"""The door to a mail server: SMTP with TLS.

What the server says it took was sent, whatever happens then; all else was not, and may be sent again: its
Message-ID tells that it is the same.
"""

import smtplib
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Literal, cast, get_args

from ..papers.errors import MailError, SettingsError

Security = Literal["starttls", "tls", "none"]

_PORTS: Mapping[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
_OUR_OWN = frozenset({"localhost", "127.0.0.1", "::1"})
_SECONDS = 60.0
"""Without a word from the server."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server."""

    host: str
    port: int
    security: Security = "starttls"
    user: str = ""
    password: str = ""


def server(environment: Mapping[str, str]) -> Server:
    """Give the server that SMTP_HOST, SMTP_PORT, SMTP_SECURITY, SMTP_USER and SMTP_PASSWORD name.

    Raises SettingsError where none is named, or a password would go over the wire for all to read.
    """
    host = environment.get("SMTP_HOST", "")
    security = cast(Security, environment.get("SMTP_SECURITY") or "starttls")
    if not host:
        raise SettingsError("SMTP_HOST is not set; set it to the name of the mail server")
    if security not in _PORTS:
        allowed = ", ".join(get_args(Security))
        raise SettingsError(f"SMTP_SECURITY: found {security!r}; allowed: {allowed}")
    port = environment.get("SMTP_PORT") or str(_PORTS[security])
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65_536:
        raise SettingsError(f"SMTP_PORT: found {port!r}; allowed: a number such as {_PORTS[security]}")
    if security == "none" and host not in _OUR_OWN:
        raise SettingsError("SMTP_SECURITY: found none; allowed: starttls or tls, but on this machine")
    user, password = environment.get("SMTP_USER", ""), environment.get("SMTP_PASSWORD", "")
    return Server(host, int(port), security, user, password)


def send(message: EmailMessage, to: Server) -> None:
    """Give a message to a mail server; raise MailError where it did not say that it took it."""
    try:
        connection = _connected(to)
        try:
            connection.send_message(message)
        finally:
            with suppress(OSError, smtplib.SMTPException):
                connection.quit()
    except (OSError, smtplib.SMTPException) as error:
        raise MailError(
            f"{to.host}:{to.port}: {_said(error)}; nothing is known to have been sent: run it again, "
            "and see to SMTP_HOST, SMTP_PORT, SMTP_SECURITY, SMTP_USER and SMTP_PASSWORD if it stays so"
        ) from error


def _connected(to: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if to.security == "tls":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(to.host, to.port, timeout=_SECONDS, context=context)
    else:
        connection = smtplib.SMTP(to.host, to.port, timeout=_SECONDS)
        if to.security == "starttls":
            connection.starttls(context=context)
    if to.user:
        connection.login(to.user, to.password)
    return connection


def _said(error: Exception) -> str:
    """Say what the server said, or what kept it from being asked."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        error = smtplib.SMTPResponseException(*next(iter(error.recipients.values())))
    if isinstance(error, smtplib.SMTPResponseException):
        text = error.smtp_error
        return f"{error.smtp_code} {text.decode('utf-8', 'replace') if isinstance(text, bytes) else text}"
    return str(error) or type(error).__name__
