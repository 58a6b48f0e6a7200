"""Which company a message comes from.

Several places may name it: the subject, phrases of the text, the sender's display name, the signature, the footer, the
sender's domain. One strong place is enough, weak ones have to agree. A wrong company is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.core.reading import Reading
from pipeline.reading.names import NAME, alike, comparable, has_legal_form, name_at, tidy
from pipeline.reading.people import addressed, is_mailbox_of_many, names_its_owner
from pipeline.reading.role_words import names_occupation
from pipeline.reading.senders import Senders, squash, words_of

#: Weight that makes a company believed.
_ENOUGH = 0.9

#: Weight of a claim that needs no look at whether it is a person.
_SURE = 1.1

#: Weight that makes a display name alone believed before the domain.
_LIKELY = 0.6

#: Text that is searched.
_MOST_SENTENCES = 60
_LONGEST = 500
_SIGNATURE_LINES = 12
_LONGEST_SIGNATURE_LINE = 90

_LONGEST_PERSON = 4

_BULLETS = ("- ", "* ", "• ", "– ")  # noqa: RUF001 - bullets as mail programs write them

#: A label shorter than this agrees with too many words.
_LEAST_LABEL = 3


@dataclass(frozen=True, slots=True)
class _Claim:
    """A company that one place names.

    `source` is the kind of place; agreeing claims count once for each kind. `weight` is how far it is to be trusted.
    """

    name: str
    source: str
    weight: float


#: What comes before a company's name, in any language, with the weight of the name behind it.
_AHEAD: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        # English
        (r"\b(?:[Aa]pplication|[Aa]pplying|[Aa]pplied|[Aa]pply|[Cc]andidacy|CV|[Rr]esume|[Ss]ubmission|[Ii]nternship)s? (?:to|with|at|@) (?:the )?", 1.0),
        (r"\b[Ii]nterest(?:ed)? in (?:(?:joining|working|a career|careers?|employment|opportunities|an? \w+|the \w+|us|becoming part|being part|life)(?: (?:at|with|for|in|of))? )?(?:the )?", 1.0),
        (r"\b(?:position|role|opening|job|vacancy|opportunity|opportunities|post|team|career|employment|internship|programme|program|openings|positions|roles|jobs) (?:here )?(?:at|with|@) (?:the )?", 1.0),
        (r"\b(?:[Ii]nterview(?:ed|ing|s)?|[Cc]onversations?|[Mm]eeting|[Cc]hat|[Cc]all|process|[Oo]ffer|assessment) (?:at|with|from) (?:us at )?(?:the )?", 0.7),
        (r"\b(?:[Ww]orking|[Ww]ork) for (?:the )?", 1.0),
        (r"\b(?:working|work|career|life|journey|time|here|us|team|everyone|all of us|people|joining|colleagues|friends|folks|future) (?:at|with|from|for) (?:the )?", 0.7),
        (r"\b(?:joining|join|considering|choosing|chosen|choose) (?:us at )?(?:the )?", 0.8),
        (r"\b(?:[Oo]n behalf of|[Ww]elcome to|[Tt]hank you from|[Tt]hanks from|[Nn]ews from|[Uu]pdate from|[Gg]reetings from|I'm \w+ from|it's \w+ from|\w+ here from) (?:everyone at |all of us at |the team at |our client,? )?(?:the )?", 1.0),
        (r"\b(?:at|with|from|by) (?:the )?", 0.4),
        # German
        (r"\b(?:[Bb]ewerbung|beworben|bewerben|bewirbst|Stelle|Position|Praktikum|Ausbildung|Karriere|Zukunft|Einstieg|Interviews?|Gespräch|Interviewtag|Job|Tätigkeit|Mitarbeit) (?:\S+ ){0,2}?(?:bei|beim) (?:der |dem |den |uns bei )?(?:Firma )?", 1.0),
        (r"\b(?:[Bb]ewerbung|Mitarbeit|Tätigkeit|Gespräch|Interview) (?:an|in|mit) (?:der |dem |die |den )?", 0.5),
        (r"\bInteresse an (?:einer? \S+ (?:bei|in) )?(?:der |dem |den )?(?:Firma )?", 0.9),
        (r"\b(?:[Ii]m (?:Auftrag|Namen) (?:von|der|des)|[Tt]eam von|Kollektiv von|Lust auf|[Ww]ir bei|[Ww]ir von(?: der)?|von der Firma) (?:der |dem )?", 1.0),
        (r"\b(?:bei|von|für) (?:der |dem |die )?", 0.4),
        # French
        (r"\b(?:[Cc]andidature|postulé|postuler|poste|process|entretien|stage|alternance|offre|rejoindre|vous accueillir|expérience|carrière) (?:\S+ ){0,2}?(?:chez|auprès de|au sein d[eu]|avec) (?:la société |le groupe |l['’]équipe )?", 1.0),  # noqa: RUF001
        (r"\b(?:intérêt|portez|porté|manifesté) (?:\S+ ){0,3}?(?:pour|à|envers) (?:la société |le groupe |l['’]entreprise |la )?", 0.9),  # noqa: RUF001
        (r"\b(?:rejoindre|intégrer|[Ll]['’]équipe(?: recrutement| RH)?(?: de)?|[Aa]u nom de) (?:la société |le groupe |l['’]équipe (?:de )?)?", 0.9),  # noqa: RUF001
        (r"\bchez ", 0.9),
        # Spanish
        (r"\b(?:[Cc]andidatura|[Pp]ostulación|postulado|trabajar|incorporarte|incorporarse|unirte|unirse|interés|[Pp]roceso|empleo|equipo|confianza depositada|confiar|formar parte|vacante|puesto) (?:\S+ ){0,2}?(?:en|con|de|a|por) (?:la empresa |el equipo de |trabajar en |formar parte de |unirte a |unirse a(?:l equipo de)? )?", 0.7),
        (r"\b(?:[Ff]ormar parte (?:de|del equipo de)|[Ee]l equipo de|[Ll]a gente de|por confiar en|confianza depositada en|[Ee]n nombre de) ", 0.9),
        # Italian
        (r"\b(?:interesse|attenzione) (?:\S+ ){0,3}?(?:per|verso|in|a lavorare (?:in|per|con)) (?:la |il |l['’])?", 0.9),  # noqa: RUF001
        (r"\b(?:[Cc]andidatura|candidart[ie]|candidarsi|posizione|colloquio|selezione|lavorare|opportunità|ruolo) (?:\S+ ){0,2}?(?:presso|in|con|a|verso) (?:la |il |l['’])?", 0.8),  # noqa: RUF001
        (r"\b(?:presso|[Ii]n|[Aa] nome di|[Ii]l team(?: di)?|[Ll]o staff di) ", 0.4),
        # Dutch
        (r"\b(?:[Ss]ollicitatie|gesolliciteerd|solliciteren|baan|werken|functie|vacature|interesse|gesprek|interview|stage|carrière|loopbaan) (?:\S+ ){0,2}?(?:bij|in|met|aan) (?:een (?:baan|functie) bij )?(?:de |het )?", 0.9),
        (r"\b(?:[Nn]amens|[Hh]et team van|[Tt]eam van|lid te worden van het) (?:de |het )?", 0.9),
        (r"\b(?:bij|met) ", 0.4),
        # Portuguese
        (r"\b(?:[Cc]andidatura|candidatar|interesse|vaga|processo(?: seletivo)?|trabalhar|oportunidade|equipe|equipa|processos|estágio|fazer parte|integrar) (?:\S+ ){0,2}?(?:na|no|da|do|em|com|pela) (?:empresa |equipe da |equipa da |vaga na )?", 0.8),
        (r"\b(?:[Ee]quipe d[ao]|[Ee]quipa d[ao]|[Ee]m nome d[ao]|[Tt]ime d[ao]|fazer parte d[ao]) ", 0.9),
        (r"\b(?:na|no) ", 0.4),
    )
)  # fmt: skip

#: What stands between a role and a company.
_BEHIND_ROLE = re.compile(r"(?:\s(?:at|bei|chez|bij|presso)|\s?@)\s(?:the |der |dem )?")

#: What comes behind a company's name.
_BEHIND = re.compile(
    rf"(?:^|[\s©(])(?:the |das |Das |Die |Der )?(?P<name>{NAME.pattern}) (?:is an? (?:\S+ ){{0,3}}?(?:equal|employer|inclusive|drug-free)"
    r"|is committed to|acts as|has (?:updated|decided|reviewed|moved)|did not select|wants to|invites you|invited you|would like to|appreciates|reserves the"
    r"|hat (?:deine|Ihre|dich)|hat sich deine|verwendet|sucht|lädt (?:dich|Sie)|ist ein (?:\S+ )?(?:Unternehmen|Arbeitgeber)|te invita|nunca (?:solicita|cobra)"
    r"|es una (?:empresa|compañía)|ti invita|persegue|heeft (?:je|u)|nodigt|souscrit|vous invite|convida)\b"
)

#: Lines that bear a company's name and little else.
_LABELLED = re.compile(r"^\W*(?:company|employer|organi[sz]ation|unternehmen|arbeitgeber|firma|entreprise|société|empresa|azienda|bedrijf|werkgever)\s?:\s*", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*(?:by )?", re.IGNORECASE)  # noqa: RUF001 - dashes as people type them

#: What stands between a person and the company in a display name; the small words of `_OF` are part of many names.
_FOR = re.compile(r"(?:^|\s)(?:at|from|@|vom|von|im Auftrag (?:von|der|des)|on behalf of|de la part de|per conto di|namens|em nome d[aoe]|bei|chez|bij)\s+(?=\S)")
_OF = re.compile(r"\s(?:de|di|van|da|do)\s+(?=\S)")
_VIA = re.compile(r"\s+(?:\(?via|through|über|i\.\s?A\.|i\.\s?V\.)\s.*$", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|/·•()\[\]]\s*|\s+[-–—]\s+|,\s+")  # noqa: RUF001 - dashes as people type them
_TITLE = re.compile(
    r"\b(?:recruit\w+|talent|hr|people|human|manager|partner|lead|head|director|ceo|cto|coo|founder|co-founder|leit\w+|personal\w*|referent\w*"
    r"|geschäftsführ\w+|chargée?|responsab\w+|direct\w+|drh|técnic\w+|consultor\w*|specialist|adviseur|recrut\w+|analista|diretor\w*|team\w*)\b",
    re.IGNORECASE,
)
#: Departments that sign, apart from words for what is signed about: "Interview confirmation" names nobody.
_SIGNS = re.compile(
    r"\b(?:\w*team|recruit\w*|hiring|hr\w*|human|people|talent\w*|careers?|jobs|resourcing|staffing|karriere|personal\w*|bewerber\w*|ausbildung|rh|drh|équipe|equip\w*"
    r"|recrutement|carrières|rrhh|gente|selección|empleo|talento|risorse|ufficio|selezione|hrm|werving|personeelszaken|recrutamento|pessoas|seleção|ta|trainees?|graduate|student"
    r"|early|campus|ekibi|rekry)\b",
    re.IGNORECASE,
)

_NOT_A_NAME = re.compile(
    r"\b(?:regards|grüße|grüßen|grüsse|grüssen|gruß|sincerely|best|cheers|thanks?|thank|cordialement|salutations|atentamente|saludos?"
    r"|saluti|groet\w*|hoogachtend|atenciosamente|cumprimentos|abraço|tel|phone|fax|mobile?|street|str|straße|www|https?|unsubscribe"
    r"|straat|rue|calle|via|avenue|road|floor|sent from|datenschutz|impressum|privacy|geschäftsführer|registered|amtsgericht)\b"
    r"|@|\d{4,}|\.(?:com|de|org)\b",
    re.IGNORECASE,
)


class CompanyReader:
    """Finds the company that a message comes from."""

    def __init__(self, senders: Senders) -> None:
        self._senders = senders

    def company_of(self, reading: Reading) -> str:
        """Return the company's name as it is written in the message, or an empty string if it cannot be told."""
        claims = [claim for claim in self._claims(reading) if self._is_possible(claim, reading)]
        groups = _grouped(claims)
        totals = [(sum(_best_by_source(group).values()), group) for group in groups]
        believed = [(total, group) for total, group in totals if total >= _ENOUGH]
        if believed:
            return _shown(max(believed, key=lambda one: one[0])[1])
        likely = [claim for claim in claims if claim.source == "display" and claim.weight >= _LIKELY]
        return likely[0].name if likely else self._by_domain(reading, claims)

    def _claims(self, reading: Reading) -> Iterator[_Claim]:
        """Yield what every place says."""
        yield from self._in_display_name(reading)
        subject = reading.message.subject[:_LONGEST]
        yield from _in_phrases(subject, "subject")
        yield from self._in_subject_parts(subject)
        for sentence in reading.sentences[:_MOST_SENTENCES]:
            yield from _in_phrases(sentence.text[:_LONGEST], "text")
        for sentence in reading.sentences[_MOST_SENTENCES:][-_SIGNATURE_LINES:]:
            yield from _in_footer(sentence.text[:_LONGEST])
        yield from self._in_signature(reading)
        yield from self._like_domain(reading)

    def _is_possible(self, claim: _Claim, reading: Reading) -> bool:
        """Return whether a claim can be a company at all."""
        name = claim.name
        if not comparable(name) or self._senders.is_placeholder(name):
            return False
        if claim.source != "text" and self._senders.is_brand(name):
            return False
        if set(words_of(name)) <= addressed(reading):
            return False
        return has_legal_form(name) or not (names_occupation(name) or self._is_person(claim))

    def _is_person(self, claim: _Claim) -> bool:
        """Return whether a claim is more likely a person: a given name in front and no sign of an organisation."""
        if claim.source == "domain" or claim.weight >= _SURE or _ORGANISATION.search(claim.name):
            return False
        return self._senders.begins_with_given_name(claim.name) and len(claim.name.split()) <= _LONGEST_PERSON

    def _in_display_name(self, reading: Reading) -> Iterator[_Claim]:
        """Yield what the sender's display name says."""
        sender = reading.message.sender
        display = _VIA.sub("", sender.name[:_LONGEST])
        if "@" in display.strip("@") and " " not in display:
            return
        for number, part in enumerate(_PARTS.split(display)):
            yield from self._in_display_part(part, first=number == 0, reading=reading)

    def _in_display_part(self, part: str, *, first: bool, reading: Reading) -> Iterator[_Claim]:
        """Yield what one part of a display name says: `Halden Careers`, `Jane from Halden`, `Halden`."""
        sender = reading.message.sender
        name, has_department = self._senders.without_departments(part)
        behind = _FOR.search(name) or (self._senders.begins_with_given_name(name.split(" ", 1)[0]) and _OF.search(name))
        if behind and not has_department:
            yield from _claim(self._senders.without_departments(name[behind.end() :])[0], "display", _SURE)
            return
        if has_department:
            yield from _claim(name, "display", _SURE)
        elif not names_its_owner(name, sender):
            marked = has_legal_form(name) or bool(_ORGANISATION.search(name))
            alone = len(name.split()) == 1 and not self._senders.begins_with_given_name(name)
            local = sender.address.rpartition("@")[0]
            of_many = not local or is_mailbox_of_many(sender) or squash(name) == squash(local)
            shared = not self._senders.own_label(sender.domain)
            believed = marked or (alone and shared)
            yield from _claim(name, "display" if marked or alone else "bare", 1.0 if believed and of_many and first else 0.6)

    def _in_subject_parts(self, subject: str) -> Iterator[_Claim]:
        """Yield the parts of a subject that may be a company: `Data Analyst | Halden`, `Your Halden application`."""
        for part in _SUBJECT_PARTS.split(subject):
            name, _ = self._senders.without_departments(part)
            if name and name_at(name, 0) == name:
                yield from _claim(name, "subject", 0.5)
        possessed = _POSSESSED.search(subject)
        if possessed:
            yield from _claim(possessed["name"], "subject", 0.8)

    def _in_signature(self, reading: Reading) -> Iterator[_Claim]:
        """Yield what the last lines say: `The Halden Team`, `Talent Partner, Halden`, `Halden GmbH`."""
        lines = [line.strip() for line in reading.text.split("\n") if line.strip()]
        for line in lines[-_SIGNATURE_LINES:]:
            yield from _in_footer(line[:_LONGEST])
            if line.endswith(".") and not has_legal_form(line):
                continue
            if len(line) > _LONGEST_SIGNATURE_LINE or line.endswith(("?", "!", ":", ",")) or line.startswith(_BULLETS) or _NOT_A_NAME.search(line):
                continue
            yield from self._in_signature_line(line)

    def _in_signature_line(self, line: str) -> Iterator[_Claim]:
        """Yield what one line of a signature says."""
        parts = [part for part in _PARTS.split(line) if part]
        department_alone = any(self._senders.without_departments(part) == ("", True) for part in parts)
        with_title = len(parts) > 1 and any(_TITLE.search(part) for part in parts)
        for part in parts:
            name, has_department = self._senders.without_departments(part)
            if not name or len(name.split()) > 5 or name_at(name, 0).rstrip(".") != name.rstrip("."):  # noqa: PLR2004 - a sentence is longer
                continue
            if has_department and _SIGNS.search(part):
                yield from _claim(name, "signature", _SURE)
            elif department_alone or has_legal_form(name) or (_ORGANISATION.search(name) and len(parts) == 1):
                yield from _claim(name, "signature", 0.9)
            elif with_title and not _TITLE.search(part):
                yield from _claim(name, "signature", 0.6)
            else:
                yield from _claim(name, "bare", 0.5)

    def _like_domain(self, reading: Reading) -> Iterator[_Claim]:
        """Yield the names in subject and text that are spelt like the sender's own domain."""
        label = self._label(reading)
        if not label:
            return
        text = f"{reading.message.sender.name}\n{reading.message.subject}\n{reading.text}"
        for match in _like_label(text[:20_000], label):
            yield _Claim(match, "domain", 1.0)

    def _label(self, reading: Reading) -> str:
        """Return the squashed label of the sender's own domain without department words, or an empty string."""
        label = self._senders.own_label(reading.message.sender.domain)
        words = [word for word in re.split(r"[-_]", label) if word not in self._senders.departments]
        squashed = squash("".join(words))
        for ending in ("careers", "jobs", "recruiting", "recruitment", "karriere", "talent"):
            squashed = squashed.removesuffix(ending) or squashed
        return squashed if len(squashed) >= _LEAST_LABEL else ""

    def _by_domain(self, reading: Reading, claims: Iterable[_Claim]) -> str:
        """Return the company that only the domain tells, spelt as some claim does if one agrees."""
        label = self._label(reading)
        if not label:
            return ""
        for claim in claims:
            if _agrees(claim.name, label):
                return claim.name
        words = re.split(r"[-_]", self._senders.own_label(reading.message.sender.domain))
        kept = [word for word in words if word not in self._senders.departments]
        return " ".join(word if any(map(str.isdigit, word)) else word.capitalize() for word in kept)


_ARTICLES = ("the ", "der ", "dem ", "den ", "die ", "das ", "het ", "de ")

_SUBJECT_PARTS = re.compile(r"\s*[|:·•]\s+|\s+[-–—x@/]\s+|,\s+")  # noqa: RUF001 - dashes as people type them
_POSSESSED = re.compile(rf"\b(?:[Yy]our|[Yy]our recent|[Mm]y) (?P<name>{NAME.pattern}) (?:application|interview|candidacy|process)\b")

_ORGANISATION = re.compile(
    r"\d|&|\+|\b(?:group|gruppe|groupe|grupo|gruppo|bank|banco|banca|banque|insurance|versicherung\w*|university|universit\w+|school|college|council|trust|hospital"
    r"|klinik\w*|clinic\w*|labs?|studios?|systems?|technolog\w+|tech|solutions|software|energy|media|capital|partners|consulting|logisti\w+|health|institute?|institut"
    r"|foundation|stiftung|stichting|fondazione|fondation|fundación|verein|museum|hotels?|airlines?|networks?|digital|services|industr\w+|international|werke?|stadtwerke)\b"
    r"|^(?-i:[A-Z\d]{2,6})$|\w\.\w|(?-i:[a-z][A-Z])",
    re.IGNORECASE,
)


def _claim(name: str, source: str, weight: float) -> Iterator[_Claim]:
    """Yield a claim if the text is a name."""
    tidied = tidy(name)
    if tidied:
        yield _Claim(tidied, source, weight)


def _in_phrases(text: str, source: str) -> Iterator[_Claim]:
    """Yield the names that phrases of a sentence lead to."""
    for pattern, weight in _AHEAD:
        for match in pattern.finditer(text):
            name = name_at(text, match.end())
            if name and not _is_occasion(text, match.end(), name):
                yield _Claim(name, source, weight * _after_article(match[0], name))
    for match in _BEHIND_ROLE.finditer(text):
        before = " ".join(text[max(0, match.start() - 60) : match.start()].split()[-3:])
        name = name_at(text, match.end())
        if name and names_occupation(before):
            yield _Claim(name, source, 1.0)
    label = _LABELLED.match(text)
    if label:
        yield from _claim(name_at(text, label.end()), source, 1.0)
    yield from _in_footer(text)


def _after_article(phrase: str, name: str) -> float:
    """Return the share of its weight that a name keeps: one word behind an article is more often any noun."""
    any_noun = phrase.endswith(_ARTICLES) and len(name.split()) == 1 and not _ORGANISATION.search(name)
    return 0.5 if any_noun else 1.0


def _in_footer(text: str) -> Iterator[_Claim]:
    """Yield the names that statements of a company about itself begin with."""
    for match in _BEHIND.finditer(text):
        yield from _claim(match["name"], "footer", 0.9)
    for match in _COPYRIGHT.finditer(text):
        yield from _claim(name_at(text, match.end()), "footer", 0.9)


def _is_occasion(text: str, start: int, name: str) -> bool:
    """Return whether what looks like a name is the beginning of a role: `the Data Analyst position`."""
    after = text[start + len(name) : start + len(name) + 40].lstrip()
    return bool(re.match(r"(?:position|role|opening|job|vacancy|post|opportunity|internship)\b", after))


def _like_label(text: str, label: str) -> Iterator[str]:
    """Yield the names in a text whose letters are those of a domain's label, legal form aside."""
    seen: set[str] = set()
    for match in NAME.finditer(text):
        words = match[0].split()
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                name = tidy(" ".join(words[start:end]))
                if name and name not in seen and comparable(name) == label:
                    seen.add(name)
                    yield name


def _agrees(name: str, label: str) -> bool:
    """Return whether a name and a domain's label mean the same company."""
    plain = comparable(name)
    return plain == label or (len(plain) > _LEAST_LABEL and (label.startswith(plain) or plain.startswith(label)))


def _grouped(claims: Iterable[_Claim]) -> list[list[_Claim]]:
    """Return the claims in groups that name one company."""
    groups: list[list[_Claim]] = []
    for claim in claims:
        for group in groups:
            if alike(group[0].name, claim.name):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return groups


def _best_by_source(group: Iterable[_Claim]) -> dict[str, float]:
    """Return the highest weight of each kind of place in a group."""
    best: dict[str, float] = {}
    for claim in group:
        best[claim.source] = max(best.get(claim.source, 0.0), claim.weight)
    return best


def _shown(group: list[_Claim]) -> str:
    """Return the spelling to show: the one most places use, and of those the one with the legal form or the first."""
    counts: dict[str, int] = {}
    for claim in group:
        counts[claim.name] = counts.get(claim.name, 0) + 1
    return max(counts, key=lambda name: counts[name])
