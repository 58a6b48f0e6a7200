"""Why a candidacy ended, as far as a rejection says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.core.applications.application import Reason
from pipeline.core.reading import Reading
from pipeline.core.verdict import ENDING_ACTS, Act, Judgement
from pipeline.reading.reason.candidate_words import INELIGIBLE, MISSING, PREFERRED, RIGHTS
from pipeline.reading.reason.words import CANCELLED, FILLED, FOR_NOW, ON_HOLD, OVER_A_FREEZE, SUPPOSED
from pipeline.reading.role.words import name_of
from pipeline.reading.told.chosen import chose_another, is_about_another
from pipeline.reading.told.denied import is_denied

#: What an act says of the reason by itself, and from which probability it is believed. These acts are rare, so that the
#: model gives them little even where they are meant; sentences of other acts lie well below.
_BY_ACT = (
    (Act.INELIGIBLE, Reason.ELIGIBILITY, 0.08),
    (Act.CANCELS, Reason.CANCELLED, 0.07),
    (Act.HOLDS, Reason.ON_HOLD, 0.05),
    (Act.FILLED, Reason.FILLED, 0.4),
)

#: From here on a position counts as filled where nobody is said to have been preferred: an offer to another tells both.
_FILLED_PERHAPS = 0.13

#: What words say of the reason, the most particular first.
_BY_WORDS = (
    (INELIGIBLE, Reason.ELIGIBILITY),
    (ON_HOLD, Reason.ON_HOLD),
    (CANCELLED, Reason.CANCELLED),
    (FILLED, Reason.FILLED),
)

#: Acts whose sentences speak of everybody, of the future or of other things.
_SILENT = frozenset(
    {
        Act.CONDITIONAL,
        Act.FOOTER,
        Act.ADVERTISES,
        Act.INVITES_BACK,
        Act.INVITES_CONTACT,
        Act.KEEPS,
        Act.WISHES,
        Act.PENDING,
        Act.REOPENS,
        Act.REQUESTS,
        Act.ADVICE,
        Act.STRENGTH,
        Act.PRAISES,
        Act.NO_FEEDBACK,
        Act.OFFERS_FEEDBACK,
        Act.GREETS,
    }
)

#: Acts whose sentences say who or what was preferred.
_TELLING = ENDING_ACTS | {Act.EXPLAINS, Act.REASON, Act.GAP, Act.REGRETS}

#: Sentences that are read, and how much of each.
_MOST_SENTENCES = 80
_LONGEST = 600

_OTHERS = re.compile(
    # English
    r"\b(?:other|another|different|stronger|better|internal|fellow|local|successful|chosen|appointed"
    r"|more \w+) (?:[\w-]+ ){0,3}"
    r"(?:candidat\w*|applica(?:nt|tion)\w*|person|people|profile\w*|direction|contender\w*|colleague"
    r"|individual\w*|agency|freelancer)"
    r"|\bsome(?:body|one)(?: else|\b(?! will| from| in))|\b(?:those|candidates|applicants|people"
    r"|profiles?|person|one) (?:who|whose|that|with) "
    r"|\b(?:clos|near|strong|bett)er (?:\w+ ){0,2}(?:match\w*|fit|aligned|suited)|\bcloser to\b"
    r"|\bmore (?:\w+ )?(?:closely|suitable|suited|relevant|experienced|qualified)"
    r"|\b(?:he|she|they) (?:has|had|have|is|was|brings?|brought|knows?|already|can|could)\b"
    r"|\bthe (?:other|others|rest|one we)\b|\b(?:went|gone|going|go) with (?!you)|\b(?:gone"
    r"|went|goes) to (?!you)|\brunner-?up\b|\bfound better\b"
    r"|\b(?:among|many|volume|number|large|strength|calib(?:er|re)"
    r"|high) (?:[\w-]+ ){0,4}(?:applica\w+|candidat\w+|field|response\w*|interest|competition|pool)"
    # German
    r"|\b(?:ander\w+|mitbewerb\w+|jemand\w*|mehrere\w*|interne[nr]?|zahlreiche\w*|viel(?:e"
    r"|en|er|zahl)|große\w*) (?:\w+ ){0,4}(?:kandidat\w*|bewerb\w*|person\w*|profil\w*|kolleg\w*"
    r"|\w*menschen|mitbewerb\w*|auswahl|anderen|anderem)"
    r"|\bweitere\w* (?:\w+ ){0,2}(?:kandidat|bewerber|bewerbungen\b|personen\b|profile\b)"
    r"|\bmitbewerb\w*|\banderweitig\b|\bjemand(?:en|em)\b|\beine[rnm]? (?:kolleg|bewerber"
    r"|kandidat)\w+|\bjemand(?:en|em)? ander\w*|\bandere[mnr]? (?:entschieden|vor\w*)"
    r"|\b(?:kandidat\w*|bewerb\w*|person\w*|profile?n?|menschen)(?:[*:]?innen)?(?:, (?:\w+ )?(?:deren"
    r"|dessen|die|der)| mit) (?!der)|\b(?:noch )?(?:besser|näher|eher|mehr) (?:\w+ ){0,4}(?:pass\w*"
    r"|entsprech\w*|entspr\w+|komm\w*|lieg\w*)"
    # French
    r"|\bautres? (?:\S+ ){0,2}(?:candidat\w*|profil\w*|personne\w*|dossier\w*|postulant\w*)"
    r"|\bd['\u2019]autres\b|\bquelqu['\u2019]un d['\u2019]autre|\b(?:profils?|candidat\w*"
    r"|personnes?)\S* (?:\S+ ){0,2}(?:dont|qui|ayant|plus|en meilleure)|\bplus (?:\S+ )?(?:proches?"
    r"|adéquation|en phase|expériment\w+|adapt\w+)|\bcorrespond\w+ (?:\S+ )?(?:mieux|davantage|plus)"
    r"|\bnombre (?:important|élevé|de candid)|\bnombreuses candidatures"
    # Spanish
    r"|\b(?:otr[oa]s?|algui[eé]n más|algui[eé]n) (?:\w+ ){0,2}(?:candidat\w*|perfil\w*|person\w*"
    r"|aspirante\w*|postulante\w*|finalista\w*)|\bcandidat\w+ (?:que|cuyo\w*|más)|\b(?:perfil\w*"
    r"|person\w*) (?:que|cuyo\w*|más)|\bmás (?:\w+ )?(?:se ajusta\w*|ajustad\w+|alinead\w+|afin\w*"
    r"|cercan\w+)|\bmejor (?:\w+ )?(?:se ajust\w*|encaj\w*|se adapt\w*)|\b(?:gran|elevado"
    r"|alto) (?:número|volumen)"
    # Italian
    r"|\b(?:altr[oaie]|un['\u2019]altra) (?:\w+ ){0,2}(?:candidat\w*|profil\w*|person\w*|figur\w*)"
    r"|\bqualcun altro|\b(?:profil\w*|candidat\w*|person\w*) (?:che|più|con|maggiormente|il cui)"
    r"|\bpiù (?:\w+ )?(?:in linea|vicin\w*|aderent\w*|coerent\w*|adatt\w*)|\bnumero(?:se)? (?:elevato"
    r"|candidature)"
    # Dutch
    r"|\b(?:andere?|iemand) (?:\w+ ){0,2}(?:kandida\w*|sollicitant\w*|person\w*|anders|profiel\w*)"
    r"|\biemand anders|\bkandida\w+ (?:die|met|wier)|\b(?:sollicitant\w+|mensen|profielen) (?:die|met"
    r"|wier)|\bbeter (?:\w+ ){0,4}(?:past|passen|aansluit\w*|aansloot|aansloten|voldo\w+)"
    r"|\bbeter (?:bij|op|aan)|\b(?:groot aantal|vele|veel) (?:\w+ )?(?:reacties|sollicit\w+"
    r"|kandida\w+)"
    # Portuguese
    r"|\b(?:outr[oa]s?|alguém) (?:\w+ ){0,2}(?:candidat\w*|perfi\w*|pessoa\w*|concorrente\w*)"
    r"|\b(?:candidat\w+|perfi\w+|pessoas?) (?:que|cujo\w*|mais|com)|\bmais (?:\w+ )?(?:alinhad\w*"
    r"|próxim\w*|adequad\w*|aderent\w*)|\b(?:grande|elevado) (?:número|volume)",
    re.IGNORECASE,
)

_REQUIREMENTS = re.compile(
    r"\b(?:requirements?|qualifications?|criteri\w+|skills?|experience"
    r"|not (?:\w+ ){0,3}(?:a )?(?:match|fit)|isn.t (?:quite )?(?:a|the right) (?:match|fit)|minimum"
    r"|threshold|pass mark|score[ds]?|level|standard|overqualified|too (?:junior|senior)"
    r"|anforderung\w*|voraussetzung\w*|qualifikation\w*|\w*erfahrung\w*|\w*kenntniss\w*"
    r"|passt? (?:\w+ ){0,5}nicht|mindest\w*|punkt\w*|überqualifiziert|übereinstimmung"
    r"|exigences?|compétences?|expérience|critères?|adéquation|ne correspond\w*|seuil|niveau"
    r"|requisit\w+|experiencia|no (?:se )?(?:encaja|ajusta|cumple)\w*|puntuación|nota|nivel"
    r"|esperienza|competenze|non (?:è )?(?:in linea|corrispond\w*|coerent\w*)|punteggio|livello|eisen"
    r"|ervaring|vereist\w*|sluit\w* (?:\w+ ){0,4}(?:niet|onvoldoende)|voldoe\w*|norm|niveau"
    r"|requisitos?|experiência|competências|não (?:\w+ )?(?:atende|corresponde|cumpre|se enquadra)\w*"
    r"|pontuação|nível)\b",
    re.IGNORECASE,
)


def reason_of(reading: Reading, judgement: Judgement, role: str = "") -> Reason:
    """Return why a rejection says that the candidacy ended; `unspecified` if it does not say.

    What the name of the role says, if that names an occupation, is no reason: `Eligibility Specialist`.
    """
    name = name_of(role)
    told = [
        (judgement.act(index), name.sub(" ", sentence.text[:_LONGEST]), index)
        for index, sentence in enumerate(reading.sentences[: min(_MOST_SENTENCES, len(judgement.acts))])
        if not is_denied(sentence.text)
    ]
    particular = _by_words(text for act, text, _ in told if act not in _SILENT) or _by_acts(reading, judgement)
    if particular:
        return particular
    telling = [(act, text) for act, text, index in told if act in _TELLING or index == judgement.decisive]
    declining = [text for act, text in telling if act is not Act.GAP]
    preferred = (
        any(_OTHERS.search(text) for text in declining)
        or any(PREFERRED.search(text) or chose_another(text) for _, text in telling)
        or any(is_about_another(text, reading.language) for act, text, _ in told if act not in _SILENT)
    )
    if preferred or any(act is Act.REASON for act, _ in telling):
        return Reason.OTHER_CANDIDATE
    if _strongest(judgement, Act.FILLED)[0] >= _FILLED_PERHAPS:
        return Reason.FILLED
    lacking = any(_REQUIREMENTS.search(text) or MISSING.search(text) for text in declining)
    return Reason.QUALIFICATIONS if lacking or any(act is Act.GAP for act, _ in telling) else Reason.UNSPECIFIED


def _by_acts(reading: Reading, judgement: Judgement) -> Reason | None:
    """Return the reason of the act that lies furthest above what makes it believed.

    A sentence that fills the position and says with whom tells whom they preferred; one that names a skill that is
    missing tells no rule by which nobody like the reader may be taken.
    """
    best, reason = 1.0, None
    for act, said, believed in _BY_ACT:
        probability, place = _strongest(judgement, act)
        strength = probability / believed
        text = reading.sentences[place].text[:_LONGEST] if reading.sentences else ""
        another = act is Act.FILLED and (_OTHERS.search(text) or PREFERRED.search(text) or chose_another(text))
        if strength < best or another:
            continue
        if act is Act.INELIGIBLE and (MISSING.search(text) or _REQUIREMENTS.search(text)):
            continue
        best, reason = strength, said
    return reason


def _strongest(judgement: Judgement, act: Act) -> tuple[float, int]:
    """Return the highest probability of an act among the sentences, and the place of the sentence that has it."""
    probabilities = [acts.get(act, 0.0) for acts in judgement.acts] or [0.0]
    highest = max(probabilities)
    return highest, probabilities.index(highest)


#: What stands right before a job that an application, not the job, was taken out of.
_APPLICATION_FOR = re.compile(r"\b(?:application|candidacy|candidature)\b[^,.;]{0,30}$", re.IGNORECASE)


def _tells_otherwise(text: str, match: re.Match[str], reason: Reason) -> bool:
    """Return whether a sentence says that somebody else was preferred, or that an application was withdrawn.

    What was called off over a freeze does not wait for its end.
    """
    if reason is Reason.FILLED:
        return False
    if reason is Reason.ON_HOLD and not FOR_NOW.search(text):
        rest = OVER_A_FREEZE.sub(" ", text)
        if rest != text and CANCELLED.search(rest) and not ON_HOLD.search(rest):
            return True
    if reason is Reason.CANCELLED and _APPLICATION_FOR.search(text[: match.start()]):
        return True
    return PREFERRED.search(text) is not None


def _by_words(texts: Iterable[str]) -> Reason | None:
    """Return the reason that words give, leaving aside what is only supposed.

    What is not filled for now was not called off: it waits.
    """
    said = [text for text in texts if not RIGHTS.search(text)]
    for pattern, reason in _BY_WORDS:
        for text in said:
            match = pattern.search(text)
            if match and not SUPPOSED.search(text[: match.start()]) and not _tells_otherwise(text, match, reason):
                return Reason.ON_HOLD if reason is Reason.CANCELLED and FOR_NOW.search(text) else reason
    return None
