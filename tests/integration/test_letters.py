"""Whole letters: the golden ones word for word, and what holds for the message around them."""

from __future__ import annotations

import email
import os
import re
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from html.parser import HTMLParser

import pytest
from golden.facts import GOLDEN, compose, make_letters, make_rejection, make_week
from hypothesis import given, settings, strategies as st

from pipeline.adapters.letters import _LetterPolicy
from pipeline.core.letters.letter import Letter
from pipeline.core.message import Address

NAMES = sorted(path.parent.name for path in GOLDEN.glob("*/facts.toml"))
LONG_ID = "DB9PR04MB8107A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4E5F6@DB9PR04MB8107.eurprd04.prod.outlook.com"
CONTRAST_AA = 4.5
#: How a line of a text part begins that is a link. None of them is opened but by the reader.
LINKS = ("  mid:", "  mailto:", "  https://mail.google.com/mail/u/?authuser=sam@gmail.example#search/")


def reread(letter: Letter) -> EmailMessage:
    """Return a letter as the program that receives its bytes understands it."""
    message = email.message_from_bytes(letter.email.as_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def raw_header(letter: Letter, name: str) -> str:
    """Return a header as it stands on the wire, its folding included."""
    head = letter.email.as_bytes().partition(b"\r\n\r\n")[0].decode("ascii")
    match = re.search(rf"^{name}: ([^\r\n]*(?:\r\n[ \t][^\r\n]*)*)", head, re.MULTILINE)
    assert match, f"no {name}"
    return match[1]


def subject_of(letter: Letter) -> str:
    """Return the subject of a letter as it arrives, without the mark at its end by which a reply is known."""
    return re.sub(r" \[[0-9a-f]{12}\]$", "", str(reread(letter)["Subject"]))


class Elements(HTMLParser):
    """Collects the elements of an HTML part with their attributes, and checks that they are closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that is closed as it is opened."""
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Check that the element opened last is closed first."""
        assert self.open.pop() == tag


# -- golden letters


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_letter_is_composed_word_for_word(name: str) -> None:
    """Subject, text and HTML are those that were read and found good; REGEN_GOLDEN=1 writes them anew."""
    letter = compose(name)
    parts = {"subject.txt": letter.subject + "\n", "body.txt": letter.text, "body.html": letter.html}
    for file, content in parts.items():
        path = GOLDEN / name / file
        if os.environ.get("REGEN_GOLDEN") == "1":
            path.write_text(content, encoding="utf-8")
        assert content == path.read_text(encoding="utf-8"), f"{path} differs; REGEN_GOLDEN=1 rewrites it"


@pytest.mark.parametrize("name", NAMES)
def test_the_text_part_keeps_to_72_columns(name: str) -> None:
    """A text part is wrapped for every screen; only a link may be longer."""
    lines = compose(name).text.splitlines()
    assert [line for line in lines if len(line) > 72 and not line.startswith(LINKS)] == []
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_speaks_calmly(name: str) -> None:
    """No exclamation marks and no condolences in our own words; those of others stand in quotation marks."""
    own = re.sub(r"“.*?”|„.*?“", "", " ".join(compose(name).text.split()))
    assert not re.search(r"!|unfortunately|regret|sorry|don.t worry|congrat|leider|bedauer|tut uns", own, re.IGNORECASE)


@pytest.mark.parametrize("name", NAMES)
def test_both_parts_say_the_same(name: str) -> None:
    """Each word of the text part stands in the HTML part as well, so that neither is the poorer one."""
    letter = compose(name)
    visible = re.sub(r"<style>.*?</style>|<[^>]*>", " ", letter.html, flags=re.DOTALL)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&#34;", '"'), ("&amp;", "&")):
        visible = visible.replace(entity, character)
    words = set(re.findall(r"\w{3,}", visible))
    text = "\n".join(line for line in letter.text.splitlines() if not line.startswith(LINKS))
    assert set(re.findall(r"\w{3,}", text)) - words == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_html_part_is_well_formed_and_loads_nothing(name: str) -> None:
    """Tags close in order, there is a language and one first heading, and no image, script or remote address."""
    elements = Elements(compose(name).html)
    tags = [tag for tag, _ in elements.found]
    assert elements.open == []
    assert elements.found[0][1]["lang"] == ("de" if name.endswith("german") or "german-one" in name else "en")
    assert tags.count("h1") == 1
    assert not {"img", "script", "link", "iframe", "form", "object", "svg"} & set(tags)
    for _, attributes in elements.found:
        assert not any(key.startswith("on") or key in {"src", "background", "srcset"} for key in attributes)
        assert (attributes.get("href") or "mid:").startswith(tuple(one.strip() for one in LINKS))
        assert "url(" not in (attributes.get("style") or "")


def test_colours_are_readable_in_light_and_dark() -> None:
    """Text has the contrast that WCAG 2.2 asks for at level AA on every background that it stands on."""
    html = compose("week-full").html + compose("interview-three-kinds").html
    light = _pairs(re.findall(r'style="([^"]*)"', html), page="#ffffff", ink="#1f2328")
    dark_rules = re.findall(
        r"\{ ([^}]*) \}", html.partition("(prefers-color-scheme: dark) {")[2].partition("</style>")[0]
    )
    dark = _pairs(dark_rules, page="#16191d", ink="#e4e7eb")
    assert len(light) > 3
    assert len(dark) > 5
    assert [pair for pair in light | dark if _contrast(*pair) < CONTRAST_AA] == []


def _pairs(styles: list[str], *, page: str, ink: str) -> set[tuple[str, str]]:
    pairs = set()
    for style in styles:
        colour = re.search(r"(?:^|[; ])color: (#\w{6})", style)
        background = re.search(r"background(?:-color)?: (#\w{6})", style)
        if colour or background:
            pairs.add((colour[1] if colour else ink, background[1] if background else page))
    return pairs


def _contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# -- the message around it


def test_a_debrief_lies_under_its_rejection_in_the_mail_program() -> None:
    """In-Reply-To names the rejection, References the thread up to it, each id whole and as it came."""
    letter = make_letters().debrief(
        make_rejection(message_id=LONG_ID, references=["first@a.example", "second@b.example"])
    )
    assert raw_header(letter, "In-Reply-To") == f"<{LONG_ID}>"
    assert raw_header(letter, "References").split() == ["<first@a.example>", "<second@b.example>", f"<{LONG_ID}>"]


def test_a_very_long_thread_is_named_by_its_ends() -> None:
    """Hundreds of references neither grow the letter without end nor lose the first and the last of them."""
    references = [f"{number}.{'x' * 80}@thread.example" for number in range(500)]
    letter = make_letters().debrief(make_rejection(references=references))
    named = raw_header(letter, "References").split()
    assert named[0] == f"<{references[0]}>"
    assert named[-2:] == [f"<{references[-1]}>", f"<{make_rejection().message_id}>"]
    assert len(named) == 20


@pytest.mark.parametrize(
    "odd",
    [
        "sha256:0f1e2d",
        "two words@a.example",
        "a@b.example>\r\nBcc: c@d.example",
        "ä@ö.example",
        "=?utf-8?q?a?=@b.example",
        "",
    ],
)
def test_a_message_id_that_cannot_be_named_is_left_out(odd: str) -> None:
    """What is no plain Message-ID is in no header and no link; the rest of the thread still is."""
    letter = make_letters().debrief(make_rejection(message_id=odd, references=["first@a.example", odd]))
    assert raw_header(letter, "References") == "<first@a.example>"
    assert raw_header(letter, "In-Reply-To") == "<first@a.example>"
    assert "mid:" not in letter.text
    assert "mid:" not in letter.html
    assert "In-Reply-To" not in letter.text + letter.html
    alone = make_letters().debrief(make_rejection(message_id=odd))
    assert alone.email["In-Reply-To"] is None
    assert alone.email["References"] is None


def test_a_letter_says_what_it_is_to_other_programs() -> None:
    """The headers keep it from being answered by machines and from being read as a message."""
    for name, kind, language in (
        ("german", "debrief", "de"),
        ("week-full", "digest", "en"),
        ("summary", "summary", "en"),
    ):
        message = reread(compose(name))
        assert message["From"] == "Afterword <sam@reader.example>"
        assert message["To"] == "Sam Reader <sam@reader.example>"
        assert message["Date"] == "Sun, 22 Nov 2026 17:30:00 +0000"
        assert message["Auto-Submitted"] == "auto-generated"
        assert message["Content-Language"] == language
        assert message["X-Auto-Response-Suppress"] == "All"
        assert message["X-Afterword"] == kind
        assert message["List-Id"] == "Afterword <letters.afterword.invalid>"
        assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("interview-three-kinds", ["20270501"]),
        ("day-hostile", ["20270501", "20270601"]),
        ("on-hold-after-interview-german", ["20270401"]),
        ("german", []),
    ],
)
def test_the_date_to_try_again_is_attached_for_a_calendar(name: str, days: list[str]) -> None:
    """Beside text and HTML, which stay alternatives of each other; a letter without a date has no attachment."""
    message = reread(compose(name))
    attached = list(message.iter_attachments()) if days else []
    assert message.get_content_type() == ("multipart/mixed" if days else "multipart/alternative")
    assert [part.get_filename() for part in attached] == ["try-again.ics"] * bool(days)
    for part in attached:
        assert part.get_content_type() == "text/calendar"
        assert dict(part["Content-Type"].params) == {"charset": "utf-8", "method": "PUBLISH"}
        calendar = part.get_content()
        assert re.findall(r"DTSTART;VALUE=DATE:(\d+)", calendar) == days
        assert len(set(re.findall(r"UID:([0-9a-f]{40}@afterword\.invalid)", calendar))) == len(days)
    assert message.get_body(("plain",)) is not None
    assert message.get_body(("html",)) is not None


def test_an_entry_in_a_calendar_is_the_same_in_every_letter() -> None:
    """A date that comes a second time replaces the entry, whether its letter is about one rejection or several."""
    dated = make_rejection(reapply_after=datetime(2027, 5, 1, tzinfo=UTC).date())
    letters = make_letters(), make_letters(clock=lambda: datetime(2027, 1, 1, tzinfo=UTC))
    made = [letters[0].debrief(dated), letters[1].debrief(dated), letters[0].day([dated, make_rejection()])]
    files = [next(reread(one).iter_attachments()).get_content() for one in made]
    assert len(set(files)) == 1


@pytest.mark.parametrize("name", NAMES)
def test_that_one_answer_is_enough_is_said_once(name: str) -> None:
    """Where there is more than one question; where there is one, it needs no saying."""
    text = " ".join(compose(name).text.split())
    said = text.count("One answer is enough") + text.count("Eine Antwort genügt")
    assert said == bool(re.search(r"> 2\. ", text))


def test_the_receiving_program_reads_what_was_composed() -> None:
    """Text and HTML survive the wire, umlauts and quotation marks included."""
    letter = compose("german")
    plain, html = reread(letter).iter_parts()
    assert plain.get_content().replace("\r\n", "\n") == letter.text
    assert html.get_content().replace("\r\n", "\n") == letter.html
    assert subject_of(letter) == letter.subject
    assert plain["Content-Transfer-Encoding"] == html["Content-Transfer-Encoding"] == "quoted-printable"


@pytest.mark.parametrize("name", NAMES)
def test_every_line_on_the_wire_keeps_to_the_standards(name: str) -> None:
    """Pure ASCII with CRLF; lines of the body have at most 76 characters, and so has each encoded word at most 75."""
    head, _, body = compose(name).email.as_bytes().partition(b"\r\n\r\n")
    assert (head + body).isascii()
    assert b"\n" not in (head + body).replace(b"\r\n", b"")
    assert max(map(len, body.split(b"\r\n"))) <= 76
    assert all(len(word) <= 75 for word in re.findall(rb"=\?\S+\?=", head))


def test_one_letter_has_one_id_that_nobody_can_foretell() -> None:
    """The Message-ID follows from what the letter is about and the secret, and from nothing else."""
    first, later = make_letters(), make_letters(clock=lambda: datetime(2027, 1, 1, tzinfo=UTC))
    rejection = make_rejection()
    ids = [
        first.debrief(rejection).email["Message-ID"],
        first.debrief(make_rejection(message_id="another@northwind.example")).email["Message-ID"],
        first.summary(rejection.message_id, [rejection]).email["Message-ID"],
        make_letters(secret="another secret").debrief(rejection).email["Message-ID"],
    ]
    assert later.debrief(rejection).email["Message-ID"] == ids[0]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"<[0-9a-f]{40}@afterword\.invalid>", one) for one in ids)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_facts_give_the_same_bytes(name: str) -> None:
    """A letter that is composed again is the same letter, MIME boundary included."""
    assert compose(name).email.as_bytes() == compose(name).email.as_bytes()


def test_only_the_date_depends_on_the_clock() -> None:
    """Two clocks give letters that differ in one line."""
    letters = [make_letters(clock=lambda day=day: datetime(2026, 12, day, tzinfo=UTC)) for day in (1, 2)]
    lines = [one.debrief(make_rejection()).email.as_bytes().split(b"\r\n") for one in letters]
    assert [line[:5] for line, other in zip(*lines, strict=True) if line != other] == [b"Date:"]


@settings(max_examples=40)
@given(
    company=st.text(max_size=200), role=st.text(max_size=200), name=st.text(max_size=100), quote=st.text(max_size=400)
)
def test_no_name_can_add_a_header_or_an_element(company: str, role: str, name: str, quote: str) -> None:
    """Whatever company, role, sender and feedback hold, the letter has the headers and elements of any other."""
    letters = make_letters()
    usual = letters.debrief(make_rejection(feedback=[{"kind": "gap", "text": "x"}], evidence="y"))
    facts = {"company": company, "role": role, "from": [name, "a@b.example"], "subject": quote, "evidence": quote}
    letter = letters.debrief(make_rejection(**facts, feedback=[{"kind": "gap", "text": quote}]))
    assert reread(letter).keys() == reread(usual).keys()
    tags = {tag for tag, _ in Elements(letter.html).found}
    assert tags <= {tag for tag, _ in Elements(usual.html).found}
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", reread(letter)["Subject"])


@pytest.mark.parametrize(
    "encoded",
    ["=?utf-8?q?x=0D=0ABcc:_all=40example.org?=", "=?utf-8?b?eA0KQmNjOiBhQGIuYw==?=", "=?utf-8?q?=E2=80=AEgnp?="],
)
def test_an_encoded_word_in_a_name_is_never_decoded_into_a_header(encoded: str) -> None:
    """What only looks like text until a program decodes it adds no header and no override of direction either."""
    recipient = Address(f"Sam {encoded}", "sam@reader.example")
    message = reread(make_letters(recipient=recipient).debrief(make_rejection(company=encoded, role=encoded)))
    usual = reread(make_letters().debrief(make_rejection()))
    assert message.keys() == usual.keys()
    assert message["Subject"].count("= ?utf-8?") == 2
    assert "\u202e" not in message["Subject"] + message["To"]


def test_five_thousand_characters_of_a_name_stay_one_short_line() -> None:
    """A name without end is cut; line ends and overrides of direction in it are gone."""
    company = "Evil\r\nBcc: all@example.org \u202e" + "x" * 5000
    letter = make_letters().debrief(make_rejection(company=company))
    assert len(letter.subject) < 100
    assert letter.email["Bcc"] is None
    assert "\u202e" not in letter.text + letter.html
    assert "…" in letter.subject


def test_a_role_in_another_script_survives_in_the_subject() -> None:
    """A long subject that is not ASCII comes back as it was."""
    letter = make_letters().debrief(make_rejection(company="株式会社" * 10, role="データエンジニア"))
    assert subject_of(letter) == letter.subject
    assert "データエンジニア" in letter.subject


def test_the_digest_takes_uncertain_messages_of_other_weeks_too() -> None:
    """A message that waits is in the letter once, wherever it was given."""
    facts = make_week({"week": "2026-W47", "coverage": {"runs": 1}})
    old = make_week(
        {
            "week": "2026-W40",
            "coverage": {},
            "asked": [
                {
                    "id": 9,
                    "subject": "Hm",
                    "sender": "A",
                    "date": datetime(2026, 9, 1, tzinfo=UTC),
                    "score": 0.5,
                    "evidence": "",
                }
            ],
        }
    ).asked
    text = make_letters().digest(facts, [*old, *old]).text
    assert text.count("afterword label 9 rejection") == 1


_WORDS = ["L\u2019Oréal,", "Cheffe", "de", "l\u2019équipe", "d\u2019ingénierie", "Notes", "on", "Łódź", "株式会社"]


@given(st.lists(st.sampled_from(_WORDS), min_size=1))
def test_a_subject_of_any_length_keeps_its_spaces(words: list[str]) -> None:
    """However it is folded; where a word of it is encoded, a space between two was lost."""
    subject = " ".join([*words, "[e5f9f74a6f11]"])
    message = EmailMessage(policy=_LetterPolicy(linesep="\r\n", max_line_length=76))
    message["Subject"] = subject
    raw = message.as_bytes()
    assert email.message_from_bytes(raw, policy=policy.default)["Subject"] == subject
    assert max(len(line) for line in raw.split(b"\r\n")) <= 76
