"""What stands around the name of a role and is no part of it, and what cannot be one, in seven languages."""

from __future__ import annotations

import re

SUBJECT_PREFIX = re.compile(r"^\s*(?:(?:re|aw|sv|fwd?|wg|tr|rv|antw|res|enc|r|i)\s?:\s*)+", re.IGNORECASE)
REFERENCE = re.compile(
    r"\(?\b(?:job|req|ref|réf|rif|cod|cód|id|kennziffer|requisition|reference|referenz|nr|no|n)\b\.?\s?(?:id"
    r"|nr|no|n°)?\s?[:#.]?\s?#?[\w/-]*\d[\w/-]*\)?"
    r"|\(?#?\b(?-i:[A-Z]{2,4}[ ]|[A-Z]{0,5}[-/_]?)(?!\d/\d\b)\d[\d/_.-]{2,}[A-Z]{0,3}\b\)?|\(\s*\)",
    re.IGNORECASE,
)

#: What a subject says of the occasion, before or behind the role.
OCCASION = re.compile(
    r"^(?:(?!(?:post|on|new|job|search)-\w)(?:an?|the|your|my|our|ihre?|deine?|votre|vos|su|tu|la|sua|tua|je|uw|seu|online|new"
    r"|neue|an"
    r"|information|re|unsolicited|spontaneous"
    r"|application|applications|applying|interviews?|invitation|update|updates|outcome|result|results"
    r"|status|feedback|news|regarding|about|on|for|of|to"
    r"|as|process|selection|search|shortlist|position|role|job|vacancy|post|opening|opportunity"
    r"|urgent|requirement|appointment|recruitment|stage \d"
    r"|bewerbung|bewerbungsverfahren|videogespräch|telefoninterview|online-test|lehrstelle|nachfrage"
    r"|bewerbungsstatus|auswahl|auswahlverfahrens?|ausgang|stellenausschreibung|gesprächs?"
    r"|vorstellungsgespräch|einladung|rückmeldung|absage|zu|zur|zum|für|als|auf|des|der"
    r"|stelle|info|infos|candidature|candidatures|entretien|poste|offre|recrutement|réponse|suite"
    r"|relance|fonction|concours|processus|à|de|du|d'un|d'une|pour|concernant"
    r"|candidatura|proceso|procesos|cancelado|selectivo|selección|vacante|oferta|puesto|convocatoria"
    r"|interna|provisional|resolución|entrevista|búsqueda|para|al"
    r"|selezione|posizione|colloquio|aggiornamento|chiusura|annuncio|per|di|alla|sollicitatie"
    r"|vacature|functie|selectie|gesprek|uitnodiging|voor|op|(?-i:van)"
    r"|processo|seletivo|vaga|atualização|oportunidade|sobre)\b[\s:#'\u2019-]*)+"
    r"|\s(?:position|role|job|vacancy|post|opening|opportunity|application|applications|interviews?"
    r"|internship interview|search|recruitment|appointment|offer"
    r"|decisions?|outcome|update|result|gesucht|wanted|needed|loop|process|selection|feedback)s?\b.*$",
    re.IGNORECASE,
)

#: What may stand in front of a role in a phrase and is no part of it.
LEADING = re.compile(
    r"^(?:(?-i:first|next|new|our|au|aux|di|da|del|naar|en|em|sulla|propos du|propos de)"
    # How good somebody is: of several words it may be a part, as in `great apes keeper`.
    r"|(?-i:good|great|brilliant|excellent|cracking|decent|goede|prima|bonne?|excellente?|buen[ao]?|brav[ao]|ottim[ao]"
    r"|bo[am]|ótim[ao]|excelente)(?= \S+$)"
    r"|(?-i:autre|otr[ao]|(?:un['\u2019]\s?)?altr[ao]|andere[nrs]?|outr[ao])(?! (?:\w*stelle|position"
    r"|poste|offre|puesto|plaza|oferta|posto|posizione|baan|functie|vacature|vaga|cargo)\b)"
    r"|(?:\w+ )?(?:ronde|runde|round|ronda)|\d\w{0,2} (?:gesprek|colloquio|entretien|entrevista|gespräch|interview)"
    r"|(?:tech|video|telefon|online)-interview|stellenausschreibung"
    r"|(?:online|offline) (?:assessment|test)|assessment|pubblic[ao]|laboral"
    r"|seletivo"
    r"|(?:\w+ )?(?:procedure|proceso|processus|processo)|stage as|(?:\w*platz|\w*stelle|[\w-]*job|\w*gespräch"
    r"|einstellung|\w*gesprek|plaats|functie|inserimento|inserção) (?:als|zum|zur|come|como)"
    r"|(?:(?:[\w-]*gesprek|videocall|ambt|plaats|rol) )?(?:over )?(?:de |het )?(?:rol|functie|plaats|ambt"
    r"|baan) (?:van|als)"
    r"|planstelle|mandat|(?:the )?(?:position|post(?! graduate)|role|job|vacancy|puesto|poste|posizione|functie"
    r"|vaga|stelle)(?: of| as| de| di| van| als)?"
    r"|aplicaci[oó]n(?: para| a)?|postulaci[oó]n|estado(?: de)?|tema|both|visio|selectieprocedure|procedure"
    r"|processo|vacature|concurso"
    r"|offre|n\.? ?\d+ post[oi] di|post[oi] di|plazas? de|bolsa de empleo|riscontro|esito|concorso|candidatur[ae]"
    r"|bolsa de(?= \w+ (?:de|en)\b)|(?-i:place)(?: de)?|posting:?(?! clerk)|(?:letter|note|e-?mail) re"
    r"|reagendar entrevista|(?-i:[Bb]eim|Anzeige|Inserat|Ebene)|profilo|vacante|disponibilit(?:à|é)"
    r"|convocatoria|(?-i:[Aa]ls)|aanstelling"
    r"|competition(?! (?:law\w*|economi\w+|polic\w+|manager)\b)|conv\.?|profil"
    r"|tribunal calificador|busco(?: (?:trabajo|empleo) de)?"
    r") (?=\S)",
    re.IGNORECASE,
)

#: What follows "position of" and is no role in languages that write roles small.
NOT_A_ROLE = re.compile(
    r"^(?:travail|trabajo|lavoro|trabalho|werk|référence|interés|empleo|emploi|ons|onze|esta|este|questa|cette|ce"
    r"|votre|su|tu|sua"
    r"|sa|son|refer\w+|selec\w+|contra\w+|nuestr\w+|nostr\w+|noss\w+|notre|nous|vous|vendr\w+|interesse|intérêt"
    r"|contact\w*|formation|services?|servicios|servizi|serviços|emplois?|empleos)\b",
    re.IGNORECASE,
)

_FIRST_NEVER_WORDS = """
this that our your the my their his her its any all other another every future similar such these those more you we
us me it them voor van für pour para for from at of with mit avec con com met open a an one some no which who what new
current available suitable and or to be not diese dieser dieses unser unsere ihr ihre dein deine eine ein den die
das der dem sie wir uns cette ce cet notre votre nos vos vous nous la le les un une l'équipe plusieurs este esta
nuestro nuestra su tu el los las una questa questo nostra nostro il lo gli tua sua deze dit onze ons je
jouw uw de het een nossa nosso seu o os as uma um
"""
FIRST_NEVER = frozenset(_FIRST_NEVER_WORDS.split())

NO_ROLE = re.compile(
    r"\b(?:team|company|unternehmen|entreprise|empresa|azienda|bedrijf|interview|application"
    r"|bewerbung|candidature|candidatura|(?<!-)time|zeit"
    r"|interest|interesse|feedback|update|process|prozess|decision|https?|www|unfortunately|leider"
    r"|consideration|opportunit\w+|next steps?"
    r"|selection|future|zukunft|course|loan|grant|(?:next|task|first|final|stage) stages?|become|licen[cs]e"
    r"|candidates?|cui|que|test|prueba|questions?)\b"
    r"|\btalents?(?: like| with|$)|^(?:(?:teil|voll)zeit(?:stelle|job)|aushilfsjob|nebenjob|minijob)$"
    r"|^(?:hallo|hello|hi|hey|hoi|ciao|bonjour|bonsoir|salut|hola|olá|oi|guten (?:tag|morgen|abend)|grüezi|servus|moin"
    r"|buongiorno|buonasera|buen[oa]s (?:días|tardes)|bo[am] (?:dia|tarde)|goeden?(?:dag|morgen|middag|avond)"
    r"|good (?:morning|afternoon|evening|day)|thanks?|danke|merci|gracias|grazie|obrigad[oa]|bedankt|news|neuigkeiten"
    r"|nouvelles|noticias|notícias|novità|nieuws|(?:kein|no|ohne) (?:betreff|subject)|sans objet|sin asunto)\b",
    re.IGNORECASE,
)
