"""Nothing leaves the machine but letters: which hosts the command speaks to, seen from inside the process."""

from __future__ import annotations

from support.installation import Installation
from support.mail import message, rejection

LOOPBACK = {"127.0.0.1", "::1"}

_TEMPTING = """\
<html><body><img src="http://tracker.example/pixel.gif" width="1" height="1">
<link rel="stylesheet" href="https://fonts.example/all.css"><script src="https://cdn.example/x.js"></script>
<p>Dear Robin, thank you for your interest in the role of Data Engineer at Acme.</p>
<p>After careful consideration, we regret to inform you that we will not be moving forward with your application. We
have decided to proceed with other candidates whose experience more closely matches our needs.</p>
<p><a href="https://survey.example/confirm?you=robin">Confirm</a> or
<a href="https://unsubscribe.example/now">unsubscribe</a>.</p></body></html>
"""


def test_a_run_speaks_to_the_two_configured_servers_alone(installation: Installation) -> None:
    """Images, style sheets and links in a message are left alone, and no other name is looked up."""
    html = message("html", _TEMPTING, sender="Acme <jobs@acme.example>", subject="Your application to Acme")
    html = html.replace(b"text/plain", b"text/html").replace(
        b"MIME-Version", b"List-Unsubscribe: <https://unsubscribe.example/now>\r\nMIME-Version"
    )
    installation.receive(html, rejection("plain", "Bluebird Logistics"))
    outcome = installation.afterword("run", probed=True)
    assert outcome.code == 0, outcome.err
    assert len(installation.letters) == 2
    ports = {str(installation.dovecot.port), str(installation.smtp_server.port)}
    connected = [one for one in outcome.reached if one[0] == "socket.connect"]
    assert {port for _, _, port in connected} == ports
    assert {host for _, host, _ in connected} <= LOOPBACK
    looked_up = [one for one in outcome.reached if one[0].startswith("socket.get")]
    assert {host for _, host, _ in looked_up} <= LOOPBACK | {"localhost"}
    assert {one[0] for one in outcome.reached} <= {"socket.connect", "socket.getaddrinfo"}


def test_a_letter_loads_nothing_from_elsewhere(installation: Installation) -> None:
    """Opening a debrief tells nobody that it was opened."""
    installation.receive(rejection("plain"))
    assert installation.afterword("run").code == 0
    html = installation.letters[0].get_body(("html",)).get_content()
    for loading in ("<img", "<link", "<script", "<iframe", "@import", "url(", "src="):
        assert loading not in html


def test_reading_the_log_opens_no_socket(installation: Installation) -> None:
    """What is on this machine is looked up on this machine."""
    installation.receive(rejection("plain"))
    assert installation.afterword("run").code == 0
    for arguments in (
        ["log"],
        ["show", "1"],
        ["search", "Acme"],
        ["label", "1", "rejection"],
        ["debrief", "1", "--preview"],
        ["digest", "--preview"],
        ["doctor", "--offline"],
        ["config", "check"],
    ):
        outcome = installation.afterword(*arguments, probed=True)
        assert outcome.code == 0, (arguments, outcome.err)
        assert outcome.reached == (), arguments
