"""When an employer says that another application is welcome.

Only sentences count that speak of applying again or of the next search: "we keep your data for twelve months" names a
time and no invitation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.core.reading import Reading
from pipeline.core.verdict import Act, Judgement
from pipeline.reading.date_words import HESITATES, ONCE_IN, THEN
from pipeline.reading.dates import date_in, is_barred
from pipeline.reading.feedback import shorten
from pipeline.reading.sentences import fold
from pipeline.reading.starts import only_ends, only_starts

#: From here on a sentence is taken for an invitation to come back, or to keep the application, whatever its words.
_BELIEVED, _KEPT = 0.3, 0.5

#: More than any probability.
_CERTAIN = 2.0

#: Sentences that are read, and how much of each.
_MOST_SENTENCES = 80
_LONGEST = 600

#: Characters of the sentence that is kept.
_LONGEST_PHRASE = 300

#: A date further ahead was misread.
_FURTHEST = timedelta(days=5 * 366)

_AGAIN = re.compile(
    r"\b(?:hear from you (?:again|then)|(?:think of|remember|keep) us(?: in mind)?\b|wieder von (?:ihnen|dir"
    r"|euch) (?:zu )?(?:hören|lesen)"
    r"|pens\w+ à nous|(?:vous|te) relire|saber de (?:ti|usted)|piens\w+ en nosotros|volver a leer\w+|rilegger\w+"
    r"|pens\w+ a noi|(?:weer|opnieuw) (?:van|over) (?:je|jou|u)\b|denk\w* aan ons|pens\w+ em nós|"
    r"(?:tried|trying|apply|applied) (?:\w+ ){0,3}?again|in touch again|come back"
    r"|(?:melde?n?|schreib\w*|versuch\w*|probier\w*)\b (?:\S+ ){0,8}?(?:noch ?mal|noch einmal|wieder|erneut)\b"
    r"|(?:erneute|neue|weitere|zweite)[nr]? bewerbung|wieder\w*bewerb\w*"
    r"|(?:erneut|wieder) (?:zu )?(?:prüf|berücksichtig)\w+"
    r"|retent(?!ion)\w+|réécri\w+|postul\w+ encore|(?:candidat\w+|postul\w+|présent\w+"
    r"|tent\w+) (?:\S+ ){0,4}?(?:à nouveau|de nouveau)|représent\w+"
    r"|volver a \w+|otra (?:candidatura|solicitud)|renov\w+ (?:la|tu|su) candidatura|candidaturas? se pueden? renovar"
    r"|vuelv\w+ a \w+|int[eé]nt\w+ (?:\S+ ){0,3}?(?:de nuevo|otra vez|nuevamente)"
    r"|un['\u2019]altra candidatura|altre (?:\w+ )?candidature|riscriv\w+|risent\w+|ricontatt\w+|ritent\w+"
    r"|(?:probeer|reageer|solliciteer|meld|schrijf)\w* (?:\S+ ){0,6}?(?:nog eens|opnieuw|weer|nogmaals)"
    r"|reconsider\w*|consider (?:\w+ ){1,3}?again|(?:étudi|examin)\w+ (?:à|de) nouveau|valutare nuovamente"
    r"|re-?(?:appl|submi)\w+|appl\w+ (?:\w+ ){0,4}?(?:again|once more|afresh)|(?:another|new|fresh|further"
    r"|future) application|(?:try|knock|write|come|get in touch|contact|talk|speak|ping|reach out|reconnect|touch base"
    r"|call) (?:\w+ ){0,3}?(?:again|back)"
    r"|erneut\w* (?:\w+ ){0,4}?(?:bewerb|versuch)\w*|(?:wieder|nochmals?|noch einmal|abermals"
    r"|neu) (?:\w+ ){0,4}?(?:bewerben|bewirb\w*|bewerbung|melden|melde\w*|versuch\w*)"
    r"|bew[ei]rb\w* (?:\w+ ){0,8}?(?:wieder|erneut|nochmals?|noch einmal)"
    r"|(?:re|à nouveau |de nouveau )postul\w+|(?:re)?postul\w+ (?:\S+ ){0,4}?(?:à nouveau|de nouveau"
    r"|nouvelle fois)|renouvel\w+ (?:votre |ta |une )?candidature|(?:nouvelle|prochaine) candidature|(?:revenez"
    r"|reviens|revenir|recontacte\w*"
    r"|réessa\w+|retent(?:ez|er|e))"
    r"|vuelv\w+ a (?:\w+ ){0,2}?(?:postul\w+|intent\w+|present\w+|solicit\w+|candidat\w+|apuntar\w*"
    r"|inscrib\w+|escrib\w+|llam\w+)|volver a (?:postul\w+|intent\w+|present\w+|solicit\w+"
    r"|candidat\w+|apuntar\w*|inscrib\w+)|(?:postul\w+|present\w+|solicit\w+"
    r"|inscrib\w+) (?:\w+ ){0,4}?(?:de nuevo|nuevamente|otra vez)|nueva (?:candidatura|solicitud"
    r"|postulación)"
    r"|ricandid\w+|riprov\w+|candid\w+ (?:\S+ ){0,4}?(?:di nuovo|nuovamente|ancora)|(?:nuova"
    r"|prossima) candidatura|(?:nuovamente|di nuovo) candid\w+|ripresent\w+"
    r"|(?:opnieuw|nogmaals|weer|nog eens) (?:\w+ ){0,4}?(?:sollicit\w+|reageren|proberen|aanmelden)"
    r"|sollicit\w+ (?:\w+ ){0,4}?(?:opnieuw|nogmaals|weer|nog eens)|nieuwe sollicitatie|meedoen"
    r"|(?:candidat[\w-]+|inscrev[\w-]+|concorr\w+|tent\w+) (?:\S+ ){0,4}?(?:novamente|de novo"
    r"|outra vez)|(?:voltar|volte|volta) a (?:se )?(?:candidat[\w-]+|tentar|concorrer|inscrev[\w-]+|contact[\w-]+)"
    r"|(?:nova|outra)s? candidaturas?|recandidat\w+)\b",
    re.IGNORECASE,
)

#: More of it: to send, show, sit or ask once more, and the time that must pass before.
_ONCE_MORE = re.compile(
    r"\b(?:(?:ask|send|submit|drop|stop|pop|swing|sit|take|compete|check|look|see) (?:\w+ ){0,4}?again|check back"
    r"|your next application|a (?:fresh|new) (?:cv|r[ée]sum[ée])"
    r"|between (?:(?:two|any two) )?applications|zwischen (?:zwei|den) bewerbungen|entre (?:deux |les |dos |las "
    r"|duas |as )?"
    r"candidatur[ae]s|entre una candidatura y|(?:tra|fra) (?:una candidatura|due candidature)"
    r"|tussen (?:twee |de )?sollicitaties"
    r"|(?:waiting|cooling-off|lock-out|exclusion) (?:period|time)"
    r"|please (?:leave|allow|wait)(?: \w+){1,3} (?:months?|years?)"
    r"|(?:schick|send|zeig|frag|komm|schau|klopf|sprich|sprech|nimm|nehm)\w*"
    r" (?:\S+ ){0,8}?(?:noch ?mals?|noch einmal|wieder|erneut)"
    r"|(?:noch ?mals?|noch einmal|wieder|erneut) (?:\S+ ){0,2}?(?:an(?:zu)?klopfen|vorbei\w+"
    r"|(?:nach|an)?(?:zu)?fragen|teil(?:zu)?nehmen)"
    r"|(?:\w*verfahren|\w*prüfung|\w*test) (?:\S+ ){0,4}?wiederhol\w+|(?:sperr|warte|karenz)(?:frist|zeit)"
    r"|neue bewerbungen"
    r"|renvo(?:yez|yer|ie)|repass(?:ez|er|e)|refai(?:tes|re|s)|réinscri\w+|délai (?:de carence|d['\u2019]attente)"
    r"|(?:envoy|adress|pass|tent)\w+ (?:\S+ ){0,4}?(?:à|de) nouveau"
    r"|(?:env[ií]|mand|p[áa]s|inscr)\w+ (?:\S+ ){0,4}?(?:otra vez|de nuevo|nuevamente)"
    r"|nuevas (?:postulaciones|candidaturas|solicitudes)"
    r"|(?:periodo|plazo) de (?:espera|carencia) (?:de \S+ \S+ )?(?:para|antes)"
    r"|rimand\w+|rispedi\w+|ripass(?:i|a|ate|are)|torn(?:are|i|a|ate) a trovarci"
    r"|rifarsi (?:vivo|viva)|nuova domanda"
    r"|ripetere (?:la prova|il test|la selezione|il concorso)|periodo di attesa"
    r"|(?:stuur|kom|bel|vraag|loop|neem)\w* (?:\S+ ){0,6}?(?:nog eens|opnieuw|nogmaals|weer)"
    r"|(?:opnieuw|nogmaals|weer|nog eens) (?:\S+ ){0,8}?(?:deel(?: te )?nemen|mee(?: te )?doen)"
    r"|wacht(?:tijd|termijn|periode)"
    r"|(?:mand|envi|pass|aparec|escrev)\w+ (?:\S+ ){0,4}?(?:de novo|novamente|outra vez)"
    r"|volt(?:e|a|ar) a (?:enviar|mandar|passar|escrever|participar|aparecer|inscrever)|nova inscrição"
    r"|(?:prazo|período) de carência)\b",
    re.IGNORECASE,
)

#: An invitation to write again that names its span at once: "drop me a line in about eight months". Of weeks and days
#: appeals and questions speak.
_LATER = re.compile(
    r"\b(?:write|e-?mail|contact|call|ring|phone|ping|message|apply|try|check in|(?:get|be) in touch|reach out"
    r"|drop \w+ a line"
    r"|schreib\w*|meld\w*|bew[ei]rb\w*|écri\S+|contact\S+|appel\S+|postul\w+|escr[ií]b\w*|cont[aá]ct\w+|ll[aá]m\w+"
    r"|scriv\w+|contatt\w+|chiam\w+|schrijf|mail|bel|solliciteer|escrev\S+|lig(?:a|ue)\S*)"
    r"(?: (?!within|innerhalb|binnen)[\w-]+){0,3}?"
    r" (?:in|after|nach|dans|après|en|dentro de|tras|tra|fra|dopo|over|na|em|daqui a|após)"
    r" (?:about |around |roughly |etwa |rund |circa |ca\. |environ |unos |unas |ongeveer |cerca de |uns )?"
    r"[\w-]+(?: a| couple of| par de| paio di)?"
    r" (?:months?|years?|monat\w*|jahr\w*|mois|ans?|année|mes(?:es)?|años?|mes[ei]|ann[oi]|maanden|jaar|mês|anos?)\b",
    re.IGNORECASE,
)

#: When the employer next seeks somebody, or lets somebody try: "the advert goes up again in February". Only what opens
#: once more, or next: other candidates' rounds begin too.
_OPENS = re.compile(
    r"\b(?:(?:application window|window|intake|cohort|advert\w*|competition|campaign|registrations?|recruitment"
    r"|applications?)(?: (?!in\b|on\b|and\b|for other\b)[\w'\u2019-]+){0,5}?"
    r" (?:opens?|re-?opens?|goe?s? (?:up|out|live)|(?:will be|is|are) re-?(?:advertised|posted|opened))"
    r"|(?:next|new) (?:intake|cohort|application window|recruitment) (?:opens?|starts?|begins?|is|from)"
    r"|(?:accept|take|consider|welcome) (?:(?:a|an|another) )?(?:fresh|new|further|next)(?: [\w-]+){0,2}?"
    r" (?:applications?|registrations?|form)"
    r"|bewerbungen (?:\S+ ){0,10}?(?:wieder|erneut|möglich|entgegen)"
    r"|(?:nehmen|nimmt) (?:\S+ ){0,3}?(?:neue )?bewerbungen"
    r"|wiederholung|(?:neue|nächste) (?:ausschreibung|bewerbungsrunde|bewerbungsphase) (?:öffnet|startet|beginnt"
    r"|folgt|erfolgt)"
    r"|(?:candidatures|inscriptions|campagne|dépôt)(?: \S+){0,6}? (?:rouvr\w+|ouvrir\w*|ouvrent|repren\w+)"
    r"|(?:hir|recruit)\w* (?:\w+ ){0,3}?again|stell\w+ (?:\w+ ){0,4}?wieder (?:\w+ )?ein\b"
    r"|recrut\w+ (?:\w+ )?(?:à|de) nouveau|volv\w+ a (?:contratar|buscar|reclutar|seleccionar)"
    r"|torn\w+ (?:ad assumere|a (?:cercare|selezionare|assumere))|(?:nemen|zoeken) (?:\w+ ){0,3}?weer"
    r"|volt\w+ a (?:contratar|procurar|buscar|recrutar|selecionar)"
    r"|rappelez-(?:moi|nous)|(?<!vous )(?<!te )(?<!je )rappelle(?:-moi|-nous)?(?= en\b| à partir| dès)"
    r"|(?:convocatoria|inscripciones|plazo|postulaciones|bolsa)(?: \S+){0,6}? (?:se )?(?:re)?abr(?!il)\w+"
    r"|(?:(?:re)?abr(?!il)|public)\w+ (?:\S+ ){0,4}?(?:convocatoria|inscripciones|plazo|postulaciones|bolsa|proceso"
    r"|vacantes"
    r"|plazas)"
    r"|(?:candidature|domande|iscrizioni|selezioni|bando|concorso)(?: \S+){0,6}? (?:ri)?apr(?:e|ono|ir\w+)"
    r"|(?:ri)?apri(?:amo|remo) (?:\S+ ){0,4}?(?:candidature|iscrizioni|selezioni|posizion\w+)"
    r"|republi\w+|ripubblic\w+|neu aus(?:ge)?schr\w+|opnieuw (?:geplaatst|uitgezet|opengesteld)"
    r"|volver\w* a (?:publicar|convocar)|public\w+ (?:de novo|novamente)|prossim[oa] (?:concorso|bando|selezione)"
    r"|another round (?:is|has been) planned|abr\w+ outra turma"
    r"|richiam(?:i|aci|ami|ateci|atemi)"
    r"|(?:inschrijving|sollicitaties|vacature|lichting|werving)(?: \S+){0,6}? (?:open|opent|heropen\w*)"
    r"|(?:zien|horen|spreken) (?:we|wij|ik) (?:je|u|jou) (?:\S+ ){0,2}?(?:terug|weer)"
    r"|(?:candidaturas|inscrições|edital|concurso|seleção|processo seletivo)(?: \S+){0,6}? (?:re)?abr(?!il)\w+"
    r"|(?:re)?abr(?:e|em|imos|iremos|irá|irão) (?:\S+ ){0,4}?(?:candidaturas|inscrições|edital|concurso|processo"
    r"|vagas))\b",
    re.IGNORECASE,
)

#: Words by which a day is one until which, or on which something else becomes of it.
_CLOSES = re.compile(
    r"\b(?:until|till|cannot|can.t|not|nicht|pas|non|niet|não|only|close[sd]?|bis|schließt|jusqu\S*|hasta|cierr\w+"
    r"|fino a|chiud\w+"
    r"|tot|sluit\w*|até|encerra\w*)\b",
    re.IGNORECASE,
)

#: What is kept, where nothing says that it is the application.
_ON_FILE = re.compile(
    r"\b(?:on file|talentpool|bewerberpool|(?:talent|candidate|applicant) (?:pool|database|community)|(?:keep"
    r"|retain|hold"
    r"|store)\w* (?:\w+ ){0,3}(?:cv|resume|résumé|details|data"
    r"|applications?|profile|information|documents)"
    r"|(?:cv|resume|résumé|details|data|application|profile|information|documents)\b.{0,60}\b(?:kept|retained"
    r"|stored|held"
    r"|(?:remain|stay)\w* (?:\w+ )?(?:on|in) (?:our|the) (?:\w+ )?(?:system|database|files?|records))"
    r"|(?:unterlagen|lebenslauf|bewerbung|profil|daten|bewerberpool|talentpool)\b.{0,80}\b(?:auf(?:zu)?bewahr\w*"
    r"|\w*speicher\w*|behalten|vorgemerkt|aufnehmen|verbleib\w*)"
    r"|(?:behalten|speichern|bewahren) (?:\S+ ){0,6}(?:unterlagen|lebenslauf|bewerbung|profil|daten)"
    r"|(?:unterlagen|lebenslauf|bewerbung|profil|daten)\b.{0,40}\b(?:bewahren|behalten|speichern)"
    r"|(?:candidature|dossier|cv|données|profil|candidatura|curr[ií]cul\w+|dados|datos|dati)\b.{0,60}"
    r"\b(?:conserv|guardad|almacenad|armazenad|mantid)\w+"
    r"|(?:conserv\w+|gard\w+) (?:\S+ ){0,4}(?:cv|candidature|dossier|coordonnées|profil)|vivier|cvthèque"
    r"|(?:conserv\w+|guard\w+|manten\w+) (?:\S+ ){0,4}(?:cv|curr[ií]cul\w+|candidatura|datos|perfil|dati"
    r"|profilo)|(?:base de datos|bolsa de (?:trabajo|empleo)|banca dati)"
    r"|(?:bewaren|bewaard|bewaar|houden) (?:\S+ ){0,5}(?:cv|sollicitatie|gegevens|profiel)|(?:cv|gegevens"
    r"|sollicitatie)\b.{0,60}\b(?:bewaren|bewaard|portefeuille)"
    r"|(?:guard\w+|mant\w+|conserv\w+) (?:\S+ ){0,4}(?:cv|curr[ií]culo|candidatura|dados|perfil)"
    r"|banco de (?:talentos|currículos|dados))\b",
    re.IGNORECASE,
)


#: What the employer does themselves: "we will come back to you in two weeks" invites nobody.
_THEIRS = re.compile(
    r"\b(?:we|i)(?:['\u2019]ll| will| shall| would|['\u2019]d)? (?:\w+ ){0,2}(?:come|get|write|be|call|contact"
    r"|reach) (?:\w+ ){0,2}(?:back|in touch|again|you)"
    r"|\b(?:wir|ich) (?:melden?|schreiben?|kommen?)\b|\b(?:melden|melde|kommen) (?:wir|ich)\b|\b(?:nous"
    r"|je) (?:vous |te )?(?:revien\w+|recontact(?!er\b|ez\b)\w+)"
    r"|\b(?:volveremos(?! a (?:contratar|buscar|reclutar|seleccionar|abrir))|volveré|nos pondremos)\b|\b(?:la"
    r"|ti) ricontatt(?:eremo|erò)|\b(?:wij|we|ik) (?:nemen"
    r"|komen|laten|neem|kom)\b"
    r"|\b(?:voltaremos(?! a (?:contratar|procurar|buscar|recrutar|selecionar|abrir))|voltarei|entraremos)\b",
    re.IGNORECASE,
)

#: What becomes of the papers: "the form will be destroyed on 12 August".
_GONE = re.compile(
    r"\b(?:retention|conservation|aufbewahr|destroy|delet|eras|gelöscht|lösch|vernichte|supprim|effac|suprim|elimin"
    r"|cancellat[ioae]|distrutt|verwijder"
    r"|vernietig|apagad)",
    re.IGNORECASE,
)

_INVITES = (_AGAIN, _ONCE_MORE, _LATER)

#: What one may do only so often, or not for so long.
_APPLIES = re.compile(
    r"\b(?:appl(?:y|ied|ying)|considered|submit|one application|bewerben|eine bewerbung|postul(?:er|ar\w*)|candidater"
    r"|candidar(?:si|ti|mi|se)|(?:seule|una|sola|única|uma) (?:candidatur[ae]|solicitud)|present\w+|inscrib\w+"
    r"|inscrev\w+"
    r"|solicitar|(?:één|een) sollicitatie|solliciteren|candidatar)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """A day and the sentence that names it; None and nothing where none does."""

    day: date | None = None
    phrase: str = ""


def reapply_after(reading: Reading, judgement: Judgement) -> When:
    """Return the day from which a rejection welcomes another application, with the sentence that says so.

    Spans are counted from the day on which the message was sent. What invites in so many words goes before what is
    taken for an invitation, the surest first, and that before the day on which the next search begins, wherever they
    stand.
    """
    found: list[tuple[float, When]] = []
    before = ""
    for text, acts in _sentences(reading, judgement):
        strength = _welcome(text, acts)
        if strength is not None:
            when = _first_of(text, reading)
            if not when.day and strength and THEN.search(text):
                when = _first_of(before, reading)
            found += [(strength, when)] if when.day else []
        before = text
    return max(found, key=lambda one: one[0])[1] if found else When()


def _welcome(text: str, acts: Mapping[Act, float]) -> float | None:
    """Return how surely a sentence welcomes another application; None if it does not.

    By its words it does so altogether, by what it seems to do with that probability. Where it only says when the next
    search begins it is 0.
    """
    theirs = _THEIRS.search(text)
    once = _APPLIES.search(text) and (ONCE_IN.search(text) or is_barred(text))
    if not theirs and (once or any(one.search(text) for one in _INVITES)):
        return _CERTAIN
    if acts.get(Act.INVITES_BACK, 0.0) >= _BELIEVED and not _GONE.search(text):
        return acts[Act.INVITES_BACK]
    return 0.0 if _OPENS.search(text) and not (_CLOSES.search(HESITATES.sub("", text)) or theirs) else None


def kept_until(reading: Reading, judgement: Judgement) -> When:
    """Return the day until which a rejection says that the application is kept on file, with the sentence.

    The day on which it came, or by which something is to be answered, is no such day.
    """
    for text, acts in _sentences(reading, judgement):
        if acts.get(Act.KEEPS, 0.0) >= _KEPT or _ON_FILE.search(text):
            sent = reading.message.date.date()
            among = only_ends(text, sent, day_first=_day_first(reading))
            found = _dated(text, reading, keeping=True, among=among)
            if found.day:
                return found
    return When()


def _first_of(text: str, reading: Reading) -> When:
    """Return the day from which on something is open by what a sentence says."""
    sent = reading.message.date.date()
    among = only_starts(text, sent, (*_INVITES, _OPENS), day_first=_day_first(reading))
    return _dated(text, reading, keeping=False, among=among)


def _day_first(reading: Reading) -> bool:
    """Return whether a day in figures begins with the day: in English either may."""
    return reading.language not in ("", "en")


def _sentences(reading: Reading, judgement: Judgement) -> Iterator[tuple[str, Mapping[Act, float]]]:
    """Yield the sentences that are read, with what each does."""
    for index, sentence in enumerate(reading.sentences[: min(_MOST_SENTENCES, len(judgement.acts))]):
        yield sentence.text[:_LONGEST], judgement.acts[index]


def _dated(text: str, reading: Reading, *, keeping: bool, among: str) -> When:
    """Return the day that is named in what of a sentence is looked `among`, if it lies ahead, but not too far."""
    sent = reading.message.date.date()
    day = date_in(among, sent, keeping=keeping, day_first=_day_first(reading))
    return When(day, shorten(fold(text), _LONGEST_PHRASE)) if day and timedelta(0) < day - sent <= _FURTHEST else When()
