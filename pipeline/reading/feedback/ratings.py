"""Whether a line that rates something, with points or a mark, is praise."""

from __future__ import annotations

import re

from pipeline.core.feedback import FeedbackKind
from pipeline.reading.text.bounds import LONGEST_SENTENCE
from pipeline.reading.text.scores import LONGEST_PLAIN, bare, rating

#: From this share of the most points on a rating is praise, unless the line says what was wanted.
_GOOD = 0.7

_WANTED = re.compile(
    r"\b(?:pass(?:ing)? ?(?:mark|score)?|minimum|min|required|threshold|cut-?off"
    r"|benchmark|expected|mindest\w*|nötig|erforderlich"
    r"|erwarten|bestehensgrenze|seuil|minimum requis|mínim[oa]|nota de corte|corte|minim[oa]|soglia|sufficienza"
    r"|minimaal|norm|voldoende)\b[\s:=]*(?:(?:is|was|of|von|de|di|van)\s)?(?P<wanted>\d{1,3}(?:[.,]\d{1,2})?)",
    re.IGNORECASE,
)

#: `Communication: very good`, `Fachwissen | mangelhaft`: a mark, perhaps with a comment in brackets, and nothing else.
#: What lies between, as `satisfactory` does, tells neither, and what the job has rates nobody: `Salary: limited`.
_MARKED = re.compile(
    r"(?!\W*(?:salary|pay|budget|location|status|contract|hours|availability|places|vacancies|parking|posting|visibility"
    # What others say of the firm.
    r"|(?:cqc|ofsted|care inspectorate)(?: \w+)*|(?:google|trustpilot|kununu|glassdoor) (?:rating|reviews?|score)"
    r"|gehalt|standort|vertrag|plätze|arbeitszeit|salaire|lieu|contrat|postes|salario|sueldo|lugar|contrato|plazas"
    r"|stipendio|sede|contratto|posti|salaris|locatie|plaatsen|salário|local|vagas)\b)"
    r"[^:\n|.!?]{2,60}?\s?[:|\u2013]\s*(?:(?:very|really|sehr|très|muy|molto|heel|zeer|muito) )?(?:(?P<good>"
    r"excellent|outstanding|strong|good|exceeds expectations|above (?:average|expectations)"
    r"|ausgezeichnet|hervorragend|sehr gut|gut|stark|überdurchschnittlich"
    r"|bien|bon(?:ne)?|fort(?:e)?|excelente|sobresaliente|notable|buen[oa]|fuerte"
    r"|eccellente|ottim[oa]|buon[oa]|uitstekend|goed|sterk|[óo]tim[oa]|bom|boa"
    r")|(?P<bad>weak|poor|low|limited|insufficient|unsatisfactory|inadequate|below (?:average|expectations|standard)"
    r"|needs (?:improvement|work|development)|not (?:met|demonstrated|evidenced)"
    r"|mangelhaft|ungenügend|schwach|unzureichend|unterdurchschnittlich|verbesserungswürdig|ausbaufähig"
    r"|insuffisante?|faible|à améliorer|insuficiente|deficiente|baj[oa]|floj[oa]|débil|mejorable|a mejorar"
    r"|insufficiente|scars[oa]|debole|da migliorare|onvoldoende|matig|zwak|frac[oa]|ruim|baix[oa]|a melhorar"
    r"))(?:\s*\([^()]*\))?[\s|.]*(?P<comment>[,;\u2013-]\s.+)?",
    re.IGNORECASE,
)


def kind_of_rating(text: str) -> FeedbackKind | None:
    """Return whether a line that rates something praises or finds fault; None if it rates nothing, or does not say."""
    marked = _MARKED.fullmatch(text) if len(text) <= LONGEST_PLAIN else None
    if marked and not marked["comment"]:
        return _kind_of_mark(marked)
    found = rating(text) or bare(text)
    if found is None:
        return None
    got, share = _number(found["got"]), _share(found.groupdict())
    wanted = _WANTED.search(found["rest"])
    if wanted:
        return FeedbackKind.STRENGTH if got >= _number(wanted["wanted"]) else FeedbackKind.GAP
    if share is None:
        return None
    return FeedbackKind.STRENGTH if share >= _GOOD else FeedbackKind.GAP


def kind_of_mark(text: str) -> FeedbackKind | None:
    """Return what a mark says that a line begins with and then explains: `Conversation: weak, you broke off twice`.

    The comment may be about anything: that such a line is feedback has to be known from elsewhere.
    """
    marked = _MARKED.fullmatch(text[:LONGEST_SENTENCE])
    return _kind_of_mark(marked) if marked else None


def _kind_of_mark(marked: re.Match[str]) -> FeedbackKind:
    return FeedbackKind.STRENGTH if marked["good"] else FeedbackKind.GAP


def _share(score: dict[str, str | None]) -> float | None:
    """Return which share of the most points was got; None if that is not said, or cannot be."""
    got, most = _number(score["got"] or "0"), 100.0 if score.get("percent") else _number(score.get("most") or "0")
    return got / most if 0 <= got <= most and most else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
