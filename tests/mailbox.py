"""A mail server on loopback."""

import socket

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Mailbox:
    """Takes messages, but for the answers it is told to give first."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.answers: list[str] = []

    async def handle_DATA(self, smtp: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.answers.pop(0) if self.answers else "250 taken"
        if answer == "drop":
            smtp.transport.abort()  # type: ignore[union-attr]
        elif answer.startswith("250"):
            content = envelope.content
            assert isinstance(content, bytes)
            self.taken.append(content.decode().partition("Message-ID: ")[2].partition("\r\n")[0])
        return answer


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def controller(box: Mailbox) -> Controller:
    """Give a mail server for a mailbox; its port is free."""
    return Controller(box, hostname="127.0.0.1", port=free_port())
