"""Names of companies as they stand in running text: where they end, and when two are the same."""

from __future__ import annotations

import re
from functools import lru_cache

import cleanco
from rapidfuzz import fuzz

from pipeline.core.applications.identity import normalise_company
from pipeline.reading.text.spelling import squash

#: A company's name has at most so many words and characters.
MOST_WORDS = 6
MOST_CHARACTERS = 120

#: Two names this much alike are one: already at 92 `Deutsche Bahn` would be `Deutsche Bank`.
_SAME = 94

#: Shorter names are the same only if they are equal.
_LEAST_TO_COMPARE = 6

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_REST = r"[\w'\u2019&+/-]*(?:\.\w[\w'\u2019&+/-]*)*"
#: Legal forms of two words, with the full stop between them.
_TWOFOLD_FORM = r"(?:(?:Pvt|Pte|Pty|Co|Pvte)\.?,? (?:Ltd|Limited)|Sdn\.? Bhd|S\.?A\.? de C\.?V|Sp\. z o\.o)"
_WORD = (
    rf"(?!{_TWOFOLD_FORM}\b)"
    rf"(?:(?:[A-Z]\.){{2,4}}(?=\s[A-Z])|(?:St|Ste|Co|Dr|Gebr|Sta|Sto|Sp)\.|{_CAPITAL}{_REST}"
    rf"|\d{_REST}|(?<![a-zß-öø-ÿ])[a-zß-öø-ÿ]++(?:[A-Z]|\.\w)\w*(?:\.\w+)*)"
)
_CONNECTOR = (
    r"(?:&|\+|and|of|for|the|du|des|del|della|di|da|do|dos|das|der|den|de|van|von|für|la|le|el|los|las|z"
    r"|(?:und|et|y|e|en)(?= (?:Söhne|Sohn|Töchter|Co|Partner|Kollegen|Cie|Fils|Associés|Hijos"
    r"|Hermanos|Asociados|Figli|Associati|Zonen|Zn|Filhos)))"
)
_LEGAL_FORM = (
    rf"(?:{_TWOFOLD_FORM}|GmbH & Co\.? ?(?:KGaA|KG|OHG)|GmbH|gGmbH|mbH|AG|SE|KGaA|KG|OHG|UG|e\.\s?V|e\.\s?G|Inc|LLC"
    rf"|LLP|L\.P|Ltd"
    r"|Limited|PLC|plc"
    r"|Corp|Pty|S\.?A\.?R\.?L|SASU|SAS"
    r"|S\.?A\.?U?|S\.?L\.?U?|S\.?p\.?A|S\.?r\.?l|B\.?V|N\.?V|bv|nv|Lda|Ltda|Oy|AB|A/S|ASA|ApS|o\.o)"
)

#: A row of words with capital letters or digits, with small connecting words between them; `Alder, Voss & Finch` too.
NAME = re.compile(
    rf"{_WORD}(?:(?:, {_WORD}){{1,3}},? & {_WORD})?(?:(?: {_CONNECTOR}){{0,2}} {_WORD}){{0,6}}"
    rf"(?:,? {_LEGAL_FORM}\b\.?){{0,2}}"
)

#: Bodies that decide in the name of what follows: "the selection committee of the University of ...".
_BODY = re.compile(
    r"^(?!department of )"
    r"(?:(?:\w+ )?(?:\w*kommission|\w*ausschuss|committee|board|panel|governors|trustees|council|\w*leitung"
    r"|geschäftsführung|\w*vorstand|team|office|department|abteilung|dezernat|direction|comité|jury|tribunal"
    r"|commissione|direzione|afdeling|bestuur|directie|direção|equipa|equipe)) "
    r"(?:der|des|von|of the|of|de la|de l['\u2019]|du|della|dell['\u2019]|del|van de|van het|van|da|do|at) (?=\S)",
    re.IGNORECASE,
)

#: Words with a capital letter that begin something new, or that name the occasion and not the company.
_NEVER_IN_NAMES_WORDS = """
i i'm i'd i'll i've we we're we've we'd we'll you you've your our this that it thank thanks unfortunately however
after at in on as re fwd dear hi ciao hola best kind regards position role opening job opportunity vacancy
application interview careers ich wir sie ihr ihnen euch dir dich uns mir liebe lieber lieben ihre ihren ihrem ihrer
dein deine deinen deiner mein meine meinem meinen meiner mijn mon
unser unsere vielen leider danke ein eine what which access nach bewerbung interesse stelle unternehmen gespräch
vorstellungsgespräch nous vous cher chère madame monsieur votre vos notre merci malheureusement bonjour poste
candidature entretien su sus tu usted estimado estimada gracias lamentablemente puesto candidatura entrevista
proceso sua suo tuo tua suoi grazie purtroppo posizione colloquio selezione uw je jouw jij beste geachte bedankt
helaas functie vacature sollicitatie gesprek man es er dies jemand alle niemand they he she somebody someone
everyone nobody there se si if wenn falls ob when quando cuando quand although while since because da weil quer il
elle ils quelqu'un nadie alguien qualcuno nessuno iemand men alguém ninguém seu seus você prezado prezada obrigado
obrigada infelizmente olá vaga processo
monday tuesday wednesday thursday friday montag dienstag mittwoch donnerstag freitag
"""
_NEVER_IN_NAMES = frozenset(_NEVER_IN_NAMES_WORDS.split())

#: Whoever is spoken to in Italian, who ends no name: "A nome di Halden La ringrazio".
_POLITE = frozenset({"La", "Le", "Lei"})

_AND = frozenset({"and", "und", "et", "y", "e", "en"})

_DOTTED_END = re.compile(r"\b(?:Inc|Corp|Bros|\w(?:\.\s?\w)+)$")

_LEGAL_END = re.compile(rf"(?:^|[\s,]){_LEGAL_FORM}\.?$")


#: Abbreviations of states that are legal forms elsewhere: `Reno, NV`.
_STATE_END = re.compile(r", (?:NV|AB|SE)$")


#: Small words that stand in a name whose ends are known, and in running text behind one: `Haus am See`.
_JOINED = r"(?:am|im|in|an|auf|bei|zu|zum|zur|aan|op|sur|sous|en|al|a|y|e|et|und|i|n[ao]|à|aux?|unter|ob|vor)"
_WHOLE = re.compile(rf"{_WORD}(?:(?: (?:{_CONNECTOR}|{_JOINED})){{0,3}} {_WORD}){{1,6}}(?:,? {_LEGAL_FORM}\.?)?")


def is_whole(text: str) -> bool:
    """Return whether a text that ends where it says is a name of several words, small ones within it."""
    words = text.split()
    if len(words) > MOST_WORDS or len(text) > MOST_CHARACTERS or _BODY.sub("", text) != text:
        return False
    if any(not word.islower() and word.casefold() in _NEVER_IN_NAMES for word in words):
        return False
    return bool(_WHOLE.fullmatch(text))


def name_at(text: str, start: int) -> str:
    """Return the company's name that begins at `start`, as written, or an empty string if none does.

    It ends at punctuation, at a word that begins something new, and is none with more than `MOST_WORDS` words. Takes
    time in proportion to its length.
    """
    while start < len(text) and text[start] in "\"'“„«\u2018( ":
        start += 1
    match = NAME.match(text, start)
    if not match:
        return ""
    name = tidy(match[0])
    # The full stop of `S.r.l.` and `Inc.` belongs to the name; after other words it ends the sentence.
    dotted = text[match.end() : match.end() + 1] == "." and match[0].endswith(name) and _DOTTED_END.search(name)
    return f"{name}." if dotted else name


def tidy(name: str) -> str:
    """Return a name up to the first word that cannot be part of it; empty if it is too long or holds no letter."""
    words: list[str] = []
    for word in _BODY.sub("", name).split():
        if _is_small(word) or (
            not re.fullmatch(_CONNECTOR, word)
            and word.casefold().strip(",.\u2019'").replace("\u2019", "'") in _NEVER_IN_NAMES
            and not _is_initials(word, words)
            and not _is_within(word, words)
        ):
            break
        words.append(word)
    if len(words) > 2 and words[-1].isdigit() and words[-2] in _AND:
        words.pop()  # `Halden and 8 more jobs`
    while words and (re.fullmatch(_CONNECTOR, words[-1]) or (len(words) > 1 and words[-1] in _POLITE)):
        words.pop()
    if not 0 < len(words) <= MOST_WORDS:
        return ""
    text = " ".join(words).strip(" ,;:-\u2013—'\u2019\"")
    text = text.removesuffix("'s").removesuffix("\u2019s")
    if len(text) > MOST_CHARACTERS:
        return ""
    return text if len(squash(text)) > 1 and any(character.isalpha() for character in text) else ""


#: What begins with what an apostrophe has left of an article: `'t Hart`, `'s-Hertogenbosch`.
_SHORTENED = re.compile(r"(?:[tn] |s[- ])(?=\w)")


def with_apostrophe(name: str, text: str) -> str:
    """Return a name with the apostrophe that a text has in front of it, where it stands for letters of the name."""
    found = _SHORTENED.match(name) and re.search(rf"(?<!\w)(['\u2018\u2019\u00b4]){re.escape(name)}(?!\w)", text)
    return f"{found[1]}{name}" if found else name


_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "ø": "oe", "æ": "ae"}
)


@lru_cache(maxsize=1_024)
def spellings(name: str) -> frozenset[str]:
    """Return the ways in which a name may stand in a domain: `gravesandhale`, `glaeserei`, its legal form aside."""
    spoken = re.sub(r"\s*[&+]\s*", " and ", name)
    ways = (comparable(name), comparable(spoken), comparable(name.translate(_UMLAUTS)), squash(name))
    return frozenset(filter(None, ways))


def _is_initials(word: str, before: list[str]) -> bool:
    """Return whether a word is in capitals inside a name that is not: `Lindenblatt IT`."""
    return len(word) > 1 and word.isupper() and bool(before) and not before[-1].isupper()


def _is_within(word: str, before: list[str]) -> bool:
    """Return whether a word that begins a reply or a sentence stands in a name: `Munich Re`, `Trattoria Da Gino`."""
    return word.strip(",.") in {"Re", "Da"} and bool(before)


def _is_small(word: str) -> bool:
    """Return whether a word has small letters alone and connects nothing, in whatever script."""
    return word[0].islower() and word.islower() and "." not in word and not re.fullmatch(_CONNECTOR, word)


def has_legal_form(name: str) -> bool:
    """Return whether a name ends in a legal form such as GmbH, Inc. or S.p.A."""
    return bool(_LEGAL_END.search(name)) and len(name.split()) > 1 and not _STATE_END.search(name)


@lru_cache(maxsize=1_024)
def comparable(name: str) -> str:
    """Return a name for comparing: folded, without its legal form."""
    return squash(normalise_company(str(cleanco.basename(name)) or name))


def alike(one: str, other: str) -> bool:
    """Return whether two names mean one company: equal but for spelling, or one is the beginning of the other."""
    first, second = sorted((comparable(one), comparable(other)), key=len)
    if not first:
        return False
    if first == second:
        return True
    if min(len(first), len(second)) >= _LEAST_TO_COMPARE and fuzz.ratio(first, second) >= _SAME:
        return True
    longer = max(one, other, key=lambda name: len(comparable(name)))
    shorter = other if longer is one else one
    return _begins(normalise_company(longer).split(), normalise_company(shorter).split())


def _begins(longer: list[str], shorter: list[str]) -> bool:
    """Return whether the words of one name are the first or last words of the other."""
    if not shorter or len("".join(shorter)) < 3:
        return False
    return longer[: len(shorter)] == shorter or longer[-len(shorter) :] == shorter
