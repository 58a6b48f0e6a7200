"""Mail of a list is known by its header, or by what its software writes below it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.judgements import message, reading

from pipeline.reading.read import read

TEXT = "We went through the patches and took none of them.\n\nLena\n"


@pytest.mark.parametrize(
    "footer",
    [
        "_____________\nboats mailing list\nboats@yards.example\nhttps://yards.example/mailman/listinfo/boats",
        "To unsubscribe send an email to boats-leave@yards.example",
        "https://yards.example/mailman3/lists/boats.yards.example/",
        "To unsubscribe, e-mail: dev-unsubscribe@boats.yards.example",
        'To UNSUBSCRIBE, email to boats-users-REQUEST@yards.example\nwith a subject of "unsubscribe".',
        "unsubscribe: send a mail with the body 'unsubscribe boats' to majordomo@yards.example",
        "To leave: https://yards.example/scripts/wa.exe?SUBED1=BOATS&A=1",
        "https://yards.example/sympa/info/boats",
        'You received this because you are subscribed to the Google Groups "boats" group.',
        "To view this discussion: https://groups.google.com/d/msgid/boats/12",
        "View/Reply Online (#12): https://groups.io/g/boats/message/12",
    ],
)
def test_a_footer_of_list_software_tells_it(footer: str) -> None:
    """Mailman, Sympa, LISTSERV, Majordomo, ezmlm, Debian's, Google Groups and Groups.io."""
    assert reading(f"{TEXT}\n{footer}\n").is_listed


@pytest.mark.parametrize(
    "footer",
    [
        "",
        "Unsubscribe: https://click.hiring.example/unsubscribe?u=12",
        "You can unsubscribe at unsubscribe@mail.hiring.example",
        "Manage your options/preferences: https://hiring.example/options",
        "Questions? careers-request@hiring.example",
    ],
)
def test_that_one_can_unsubscribe_does_not(footer: str) -> None:
    """Tracking systems put it below rejections."""
    assert not reading(f"{TEXT}\n{footer}\n").is_listed


def test_a_header_tells_it_and_a_quoted_footer_does_not() -> None:
    """What somebody answers in private was on the list once."""
    plain = message(TEXT)
    assert not read(plain).is_listed
    assert read(replace(plain, facts={"list-id": "boats.yards.example"})).is_listed
    quoted = "> Is the hull sold?\n> ___________\n> https://yards.example/mailman/listinfo/boats"
    quoted = f"On Mon, 2 Mar 2026 at 10:04, Olav Sund <olav@yards.example> wrote:\n{quoted}"
    assert not reading(f"{TEXT}\n{quoted}\n").is_listed


def test_a_list_that_the_text_only_speaks_of_does_not() -> None:
    """Only what stands at the end is a footer."""
    assert not reading("See https://yards.example/mailman/listinfo/boats for the list.\n" + TEXT * 40).is_listed
