"""How the page is served. Built by the caller; the environment is not read here."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.limits import Allowance

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""Names under which a page on one's own machine is reached; any other Host is refused (DNS rebinding)."""


@dataclass(frozen=True, slots=True)
class PageSettings:
    """Limits and address of the page. Every default says why it is what it is."""

    host: str = "127.0.0.1"
    port: int = 7860
    allowed_hosts: tuple[str, ...] = LOOPBACK_HOSTS
    """Set this to the public name when the page stands behind a proxy."""
    message_characters: int = 4_000
    """About two pages: more than any question needs, and a bound on what one message can cost."""
    body_bytes: int = 256 * 1024
    """Five messages at twelve bytes per character (JSON escapes). Without it, 30 MB was accepted."""
    serving: int = 40
    """Answers being written at the same moment. Gradio's own default is 1."""
    waiting: int = 60
    """People who wait for a place; who comes after them is told so at once."""
    person_questions: Allowance = Allowance(burst=12, per_minute=20)
    """Questions of one browser session: nobody reads faster, and a program that does has its own names to use."""
    address_questions: Allowance = Allowance(burst=300, per_minute=600)
    """Questions of one address: a school stands behind one, with several classes at the same time."""
    address_requests: Allowance = Allowance(burst=1_500, per_minute=3_000)
    """Whatever an address sends that is not mere looking."""
    history_turns: int = 20
    """Earlier messages that go with a question."""
    kept_exchanges: int = 200
    """Exchanges that one page keeps on the screen; older ones leave."""
    content_security_policy: bool = True
    """Off only in the tests that show the page is safe without it."""
    secure_cookie: bool = False
    """True behind a proxy that speaks https."""
