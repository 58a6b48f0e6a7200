"""When two names are of one company, of one role, or of one position."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

#: Legal forms at the end of a company's name, in folded case and without full stops.
_LEGAL_FORMS_WORDS = """
ab ag aps as asa bv bvba co company corp corporation doo eg ek ev gmbh ggmbh inc incorporated kft kg kgaa lda limited
llc llp lp ltd ltda mbh nv ohg oy oyj plc pty pte sa sarl sas sasu sau se sl slu snc spa spzoo srl srls sro ug zoo sp z
oo dac clg ulc cic ets onlus scarl asbl vzw eurl eirl gbr partg partgmbb partmbb pllc sgps crl sdn bhd
"""
LEGAL_FORMS = frozenset(_LEGAL_FORMS_WORDS.split())

#: Those of several words, of which a name may have some in another place: S.A. de C.V., S. de R.L. de C.V.
_LONG_FORMS = (
    ("sa", "de", "cv"),
    ("sab", "de", "cv"),
    ("sapi", "de", "cv"),
    ("s", "de", "rl", "de", "cv"),
    ("partg", "mbb"),
    ("s", "coop"),
)

#: Those that are words of names as well, Acme EU, Gemeente Epe, Gaming PC: told by how they are written behind a name.
_WRITTEN_FORM = re.compile(
    r"(?<=[^\W_])\.?,?\s"
    r"(?:OG|HB|OÜ|e\.?\s?U\.?|(?:P\.?\s?C|K\.?\s?K|E\.?\s?P\.?\s?E)\.|(?<=,\s)(?:PC|KK|EPE))\s*$"
)

#: Words between the words of a name that people write in more than one way.
_AND = frozenset({"and", "und", "et", "y", "e", "en", "i"})

#: Articles that a name may have in front. Running text joins them to what stands before: "al Corriere", "im Anker".
_ARTICLES = frozenset({"der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "gli", "de", "het"})

#: What a domain leaves out of a name.
_NO_LETTER = re.compile(r"[\W_]+")

#: Words that tell two roles of one name apart, as who does it.
_SENIORITY_WORDS = """
junior senior lead leiter head chief principal staff director direktor directeur directora vp
intern internship praktikant praktikum werkstudent stagiaire stage becario becaria
tirocinante stagista stagiair estagiario estagio trainee graduate apprentice azubi auszubildende auszubildender
ausbildung deputy assistant associate manager i ii iii iv v doctoral postdoctoral phd student mid entry
"""
_SENIORITY = frozenset(_SENIORITY_WORDS.split())

#: What says in brackets behind a role that whoever can do it may apply.
ANY_GENDER = "all genders|alle geschlechter|gn|tous genres"

#: `(m/w/d)`, `(H/F)`, `(gn)`, `/in`, `(80-100%)` and the like.
_GENDER = re.compile(
    rf"\(\s*(?:{ANY_GENDER})\s*\)"
    r"|\(\s*(?:[mwfdhvxi]\s*[/|*-]\s*){1,3}[mwfdhvxi]\s*\)|\(?\b[mwfdhvx](?:/[mwfdhvx]){1,3}\b\)?|[/:*_]-?in(?:nen)?\b|\(\s*(?:in|innen|e|ne|rice|a|o|as|os|ère|euse|trice)\s*\)"
    r"|\d{1,3}(?:\s?-\s?\d{1,3})?\s?%",
    re.IGNORECASE,
)

#: What in roles is written in more than one way. Names that differ in a sign alone are one word each; the sign has no
#: letter behind it.
_SPELLINGS_OF_ROLES = (
    (re.compile(r"\b(c|g)\+\+", re.IGNORECASE), r" \1plusplus "),
    (re.compile(r"\b(c|f|q|j)#", re.IGNORECASE), r" \1sharp "),
    (re.compile(r"(?<!\w)(?:asp)?\.net\b", re.IGNORECASE), " dotnet "),
    (re.compile(r"\b(front|back|full|dev|e)[\s-]+(end|stack|ops|commerce)\b", re.IGNORECASE), r"\1\2"),
    # As in "Cocinero/a", "développeur·euse" and "vendeur(se)".
    (re.compile(r"(?<=\w{3})(?:[/·](?:[aoe]|[ns]e|euse|ère|t?rice)|\((?:se|euse|ère)\))(?![\w-])", re.IGNORECASE), ""),
)
_SHORT_WORDS = {"sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior"}
#: As in "Projektleiterin" and "Assistentin".
_FEMININE = re.compile(r"(?<=er|or|st|nt|ur)in(?:nen)?$")
#: What is done, for who does it: "Projektleitung", "Sachbearbeitung", "Assistenz". An "Ausbildung" is no "Ausbilder".
_DOINGS = ((re.compile(r"(?<!ausbild)(?<=\w{3})ung$"), "er"), (re.compile(r"(?<=assist)enz$"), "ent"))

#: What in legal forms is written in more than one way: A/S, e. V., Private Limited.
_SPELLINGS_OF_FORMS = (
    (re.compile(r"(?<=\b[^\W\d])(?:/|\.\s)(?=[^\W\d]\b)"), ""),
    (re.compile(r"\b(?:private|pvt\.?)\s+(?=(?:limited|ltd)\b)", re.IGNORECASE), ""),
)

#: Letters with nothing to take away, as they are written where a keyboard lacks them; ä may be a or ae.
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_UMLAUT = re.compile(r"(?<=[aou])e")

#: One role may be written shorter than the other, but not in one word alone.
_LEAST_WORDS = 2


@lru_cache(maxsize=4_096)  # each new message is compared with every application
def normalise_company(name: str) -> str:
    """Return a company's name for comparing: in folded case, without accents, punctuation and legal form.

    A name that is nothing but a legal form stays what it is, and so does one that is nothing but a word for "and".
    Letters of every script are kept.
    """
    whole = _words(_WRITTEN_FORM.sub("", name))
    words = [word for word in whole if word not in _AND]
    if LEGAL_FORMS.issuperset(words):
        words = whole
    kept = words
    for form in _LONG_FORMS:
        if tuple(kept[-len(form) :]) == form and len(kept) > len(form):
            kept = kept[: -len(form)]
    while len(kept) > 1 and kept[-1] in LEGAL_FORMS:
        kept = kept[:-1]
    if kept[0:1] == ["the"]:
        kept = kept[1:]
    return " ".join(kept or words)


@lru_cache(maxsize=4_096)  # the same
def normalise_role(role: str) -> str:
    """Return a role for comparing: in folded case, without accents, punctuation and marks of gender or workload."""
    return " ".join(_words(_GENDER.sub(" ", role)))


@lru_cache(maxsize=4_096)  # the same
def company_key(name: str) -> str:
    """Return what all spellings of a company's name have in common, signs if it has nothing else; empty for no name.

    An article in front is no part of it, unless it is all of the name, or letters that stand for words: "LA Fitness".
    """
    plain = name
    for spelling, usual in _SPELLINGS_OF_FORMS:
        plain = spelling.sub(usual, plain)
    words = _typed(normalise_company(plain)).split()
    stands_for_words = plain[:2].isupper() and not plain.isupper()
    if words and words[0] in _ARTICLES and not stands_for_words:
        words = words[1:] or words
    return "".join(words) or "".join(name.split())


def _joined(name: str) -> str:
    """Return a company's name for comparing in one word, with the article in front."""
    return _typed(normalise_company(name)).replace(" ", "")


@lru_cache(maxsize=4_096)  # the same
def _words_of_role(role: str) -> tuple[str, ...]:
    """Return the words of a role for comparing, with those apart that differ in a sign: C, C++ and C#."""
    for spelling, plain in _SPELLINGS_OF_ROLES:
        role = spelling.sub(plain, role)
    words = _typed(normalise_role(role)).split()
    return tuple(_SHORT_WORDS.get(word) or _doer(_FEMININE.sub("", word)) for word in words)


def _doer(word: str) -> str:
    """Return a word of a role with who does it in place of what is done."""
    for doing, who in _DOINGS:
        word = doing.sub(who, word)
    return word


def shown_names(stated: tuple[str, str], known: tuple[str, str]) -> tuple[str, str]:
    """Return company and role as they are shown: as a message states them, else as its application is called.

    Of two spellings of one company the one in more words is shown: a domain has it in one, and perhaps not all of it.
    """
    (company, role), (known_company, known_role) = stated, known
    if not company or company_key(company) == company_key(known_company) or is_short_for(company, known_company):
        company = max(company, known_company, key=lambda name: len(name.split()))
    return company, role or known_role


def is_short_for(word: str, name: str) -> bool:
    """Return whether a name in one word is the first words of another: `Ladderandrope`, `Ladder & Rope Search`."""
    words = [_NO_LETTER.sub("", one) for one in name.replace("&", " and ").casefold().split()]
    return len(word.split()) == 1 and _NO_LETTER.sub("", word.casefold()) in accumulate(words)


def same_company(one: str, other: str) -> bool:
    """Return whether two names are of one company; an empty name is of none.

    A domain joins the article of a name to the rest: `lafontanella`.
    """
    return company_key(one) == company_key(other) != "" or _joined(one) == _joined(other) != ""


def same_role(one: str, other: str) -> bool:
    """Return whether two roles are one, where one may be written shorter; seniority and numbers must agree."""
    first, second = frozenset(_words_of_role(one)), frozenset(_words_of_role(other))
    if not first or not second or same_words_of_role(one, other):
        return bool(first and second)
    if min(len(first), len(second)) < _LEAST_WORDS or _telling(first) != _telling(second):
        return False
    return first <= second or second <= first


def same_words_of_role(one: str, other: str) -> bool:
    """Return whether two roles hold the same words, in whatever order; or the same letters, however they are parted."""
    first, second = _words_of_role(one), _words_of_role(other)
    return frozenset(first) == frozenset(second) or "".join(first) == "".join(second)


def same_requisition(one: str, other: str) -> bool:
    """Return whether two numbers of a position are one, where one may leave out what stands around: JR-417 and 417."""
    first, second = sorted((_parts(one), _parts(other)), key=len)
    if not first:
        return False
    return any(second[place : place + len(first)] == first for place in range(len(second) - len(first) + 1))


def _telling(words: frozenset[str]) -> set[str]:
    """Return the words that tell roles apart: seniority, and everything with a digit."""
    return {word for word in words if word in _SENIORITY or any(character.isdigit() for character in word)}


def _parts(number: str) -> list[str]:
    """Return the runs of letters and of digits in a number of a position, in folded case."""
    return re.findall(r"\d+|[^\W\d_]+", number.casefold())


def _typed(plain: str) -> str:
    """Return a normal form as whoever lacks the letters types it: Søn as Son, Müller and Mueller as Muller."""
    return _UMLAUT.sub("", plain.translate(_LETTERS))


def _words(text: str) -> list[str]:
    """Return the words of a text in folded case without accents; full stops inside a word do not part it."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return re.findall(r"[^\W_]+", re.sub(r"(?<=\b\w)\.(?=\w\b)|(?<=\w)\.(?=\s|$)|['’]", "", letters))  # noqa: RUF001 - curly
