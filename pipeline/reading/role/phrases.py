"""Phrases that lead to the name of a role, in seven languages, and what cannot be part of one."""

from __future__ import annotations

import re

from pipeline.reading.role.phrases_en import PHRASES_EN

#: A noun of German, with a small adjective before it, in short too: `stellvertretende Pflegedienstleitung`, `wiss.`.
_NOUN_DE = (
    r"[„\"'A-ZÄÖÜ]|\w{2,14}(?:ende|ische|liche|ierte)[rnsm]? [A-ZÄÖÜ]"
    r"|(?:wiss|stud|techn|kfm|kaufm|med|zahnmed|päd|stellv|stv|staatl|gepr|exam)\. (?:gepr\. |anerk\. )?[A-ZÄÖÜ]"
)

#: Phrases behind which a role begins, by language, with the weight of a role that names no known occupation.
_PHRASES = {
    "en": PHRASES_EN,
    "de": (
        (rf"\b(?:[Aa]ls|zum|zur) (?:eine?[rn]? )?(?={_NOUN_DE})", 0.0),
        (r"\b[Aa]ls (?=[a-zäöü]{6,})", 0.0),
        (r"\b(?:der|die|den) (?=[A-ZÄÖÜ]\S*-(?:Stelle|Job|Posten)\b)", 0.0),
        (
            (
                r"\b(?:Stelle|Position|Rolle|Funktion|Posten|Tätigkeit) (?:des|der|als|einer|eines"
                r"|eine?r?) (?=[„\"'A-ZÄÖÜ])"
            ),
            1.0,
        ),
        (
            (
                r"\b(?:Bewerbung|beworben|Position|Stelle|Tätigkeit|Job|Mitarbeit|Ausbildung|Anstellung"
                r"|Rolle|bewirbst|bewerben|Praktikum)(?: \S+){0,3} als (?:eine?r? )?"
            ),
            1.0,
        ),
        (
            (
                r"\b(?:Position|Posten|Stelle|Rolle|Vakanz|Ausschreibung|Stellenausschreibung|Funktion) (?:des "
                r"|der |einer |eines |zum |zur |als )?(?=[„\"'A-ZÄÖÜ])"
            ),
            0.7,
        ),
        (
            (
                r"\b(?:Bewerbung|Auswahlverfahren|Gespräch|Interview|Vorstellungsgespräch|suchen) (?:für "
                r"|um |auf )?(?:die |den |das )?(?:Stelle |Position |Rolle )?(?:als |des "
                r"|der )?(?=[„\"'A-ZÄÖÜ])"
            ),
            0.2,
        ),
        (
            (
                r"\b[Ff]ür (?:(?:die|den|das|unsere?n?|eine?n?|eine/n|einen/eine) )?"
                r"(?:andere[nrs]? (?!\w*[Ss]telle|Position|Aufgabe))?"
                r"(?=[„\"'A-ZÄÖÜ])"
            ),
            0.1,
        ),
        (
            (
                r"\b(?:[Ss]tellen?|[Bb]rauchen?|[Bb]enötigen?|[Ss]uchen?|[Nn]ehmen?)\b(?: \S+){0,6}? keine[nr]?"
                r" (?:neue[nr]? )?(?!Mitarbeit|Person|Leute|Beschäftigte|Angestellten?\b|Bewerb)(?=[A-ZÄÖÜ])"
            ),
            0.0,
        ),
        (r"\b(?:eine/n|einen/eine|einen?/e?n?|[Ss]uchen?\b(?: \S+){0,12}? eine[nr]?) (?=[„\"'A-ZÄÖÜ])", 0.0),
        (
            (
                r"\b(?:Bewerbung|beworben|bewirbst|Interesse) (?:\S+ )?(?:auf|um|an) (?:eine[rn]? |der |die |den "
                r"|dem )?(?=[„\"'A-ZÄÖÜ])"
            ),
            0.0,
        ),
    ),
    "fr": (
        (r"\bintérêt (?:\S+ ){0,3}?pour (?:le poste (?:de |d['\u2019])|l['\u2019]offre (?:de |d['\u2019]))?", 0.0),
        (r"\b(?:trouvé|choisi|choisir|recruté|embauché|pris) notre (?:futur[·.(]?e?\)? |nouve(?:au|lle) )?", 0.0),
        (r"\b(?:place|boulot|job|remplacement|travail) (?:de |d['\u2019])", 0.0),
        (
            (
                r"\b(?:comme|pour|embaucher en tant que|prendre comme|future?s?|recrut\w+ (?:d['\u2019])?une?|cherch\w+"
                r" une?) "
            ),
            0.0,
        ),
        (
            (
                r"\b(?:embauch\w+|recrut\w+|cherch\w+|pren\w+|besoin) (?:\w+ )?(?:pas|plus) (?:\w+ )?"
                r"(?:de (?:nouve\w+ )?"
                r"|d['\u2019])(?!autres?\b|personnel)"
            ),
            0.0,
        ),
        (r"\balternance (?:en |de |d['\u2019])?(?=(?-i:BTS|BUT|CAP|Bac|Licence|Master|Titre))", 1.0),
        (r"\b(?:poste|fonctions?|emploi|stage|offre|mission|alternance|contrat) (?:de |d['\u2019]|du )", 1.0),
        (
            (
                r"\b(?:en (?:qualité|tant) (?:de |d['\u2019]|que )|(?:entretien|travailler|candidature|engag\w+"
                r"|retenir) comme )"
            ),
            1.0,
        ),
        (
            (
                r"\bcandidature\b.{0,12}? (?:pour le |pour la |en tant que |comme |de |pour )(?:poste (?:de "
                r"|d['\u2019]))?"
            ),
            0.3,
        ),
        (r"\b(?:poste|offre|processus|entretien|candidature|annonce) (?:« ?)?(?=(?-i:[A-ZÀ-Þ]))", 0.2),
    ),
    "es": (
        (
            r"\bno (?:\w+ ){0,4}?(?:busc|contrat|necesit|incorpor)\w+ (?:\w+ )?(?:a )?(?:ning[uú]na?|ning[uú]n|más) ",
            0.0,
        ),
        (r"\b(?:(?:busc|encontr|contrat|necesit)\w+|cogido) (?:a )?(?:un |una )?", 0.0),
        (r"\b(?:entrevista|trabajar|candidatura|incorporar\w*|empezar) como (?:un |una )?", 1.0),
        (r"\b(?:trabajo|empleo|curro|chamba|pega|anuncio) (?:de|como|para) (?:un |una )?", 0.0),
        (r"\b(?:como|contrat\w+ (?:a )?una?|busc\w+ (?:a )?una?|una?/a|de un/a|para) ", 0.0),
        (r"\binscri\w+ (?:\S+ )?en (?:el |la )(?=(?-i:Programa|Beca))", 1.0),
        (r"\binter[eé]s (?:en|por) (?:(?:el|la|nuestr[oa]) (?:puesto|vacante|plaza|oferta) (?:de )?)?", 0.0),
        (
            (
                r"\b(?:puesto|posición|vacante|cargo|plaza|oferta|empleo|rol|perfil|prácticas) (?:de |como "
                r"|para )(?:la |el |un |una )?"
            ),
            1.0,
        ),
        (
            (
                r"\b(?:candidatura|postulación|solicitud|proceso(?: de selección)?|proceso selectivo"
                r"|concurso|búsqueda|selección|CV|entrevista) (?:de |a |al |para |como )(?:la |el |un "
                r"|una )?(?:(?:puesto|vacante|posición|oferta) de )?"
            ),
            0.3,
        ),
        (r"\b(?:vacante|oferta|puesto|proceso|selección|como|entrevistas? \w+ para) (?:« ?)?", 0.2),
    ),
    "it": (
        (
            (
                r"\bnon (?:\w+ ){0,3}?(?:cerc|assum|prend|serv)\w+ (?:\w+ )?"
                r"(?:nessun[oa]?|alcun[oa]?|altr[oiae]|più un[oa]?) "
            ),
            0.0,
        ),
        (r"\b(?:come|da|assunzione di(?: n\.? ?\d+)?(?: un[oa]?)?|(?:cerc|assum)\w+ un[oa]?) ", 0.0),
        (
            (
                r"\b(?:scelto|preso|assunto|trovato|serviva) (?:(?:il |la )?nostr[oa] |un(?:[oa]? |['\u2019]))(?:"
                r"(?:altr|nuov|sol)[oa] )?"
            ),
            0.0,
        ),
        (r"\binteresse (?:\S+ ){0,2}?(?:per|verso) (?:(?:il ruolo|la posizione|la figura) (?:di )?)?", 0.0),
        (
            (
                r"\b(?:posizion[ei]|ruol[oi]|figur[ae]|profil[oi]|mansione|post[oi]|incaric[oh]i?|offerta|lavoro)"
                r" (?:di "
                r"|da |come |per )"
            ),
            1.0,
        ),
        (
            (
                r"\b(?:in qualità di|candidar\w+ (?:come|per)|(?:assum\w+|colloquio|lavorare|candidatura"
                r"|inserimento) come) "
            ),
            1.0,
        ),
        (
            (
                r"\b(?:candidatura|selezione|colloquio|domanda|annunci|annuncio|ricerca|posizione) (?:di |a "
                r"|al |per |come )(?:il |la |un |una |uno )?(?:(?:ruolo|posizione|figura) di )?"
            ),
            0.3,
        ),
        (r"\b(?:selezione|posizione|annuncio|colloquio|cerchiamo|per) (?:« ?)?", 0.1),
    ),
    "nl": (
        (r"\b(?:nemen|zoeken|hebben)(?: \S+){0,4}? geen (?:nieuwe |extra )?", 0.0),
        (r"\b(?:als|voor|zoek\w*(?: \w+){0,6}? een) (?:een |de |het )?", 0.0),
        (r"\bg?een (?:andere|extra|nieuwe|tweede) ", 0.0),
        (r"\b(?:sollicitatie|gesolliciteerd|solliciteer|solliciteerde) naar ", 0.0),
        (r"\bwil\w* (?:graag )?(?=\S+(?: \S+)? worden\b)", 0.0),
        (r"\binteresse in (?:de |onze )?(?:(?:functie|vacature|rol) (?:van |als )?)?", 0.0),
        (r"\b(?:functie|rol|baan|positie|plek|stageplek|betrekking) (?:van |als |voor )(?:een |de )?", 1.0),
        (r"\bvoor (?:de|onze) (?:vacature|functie|positie|rol) (?:van |als |voor )?", 1.0),
        (
            (
                r"\b(?:sollicitatie|gesolliciteerd|solliciteren|aan de slag|kandidatuur|\w*gesprek|beginnen) (?:als "
                r"|naar de functie van |op de functie van |voor de functie van )"
            ),
            1.0,
        ),
        (
            (
                r"\b(?:sollicitatie|kandidatuur|reacties?|vacature|test|gesprek|selectie"
                r"|interview)(?: \w+)? (?:voor |op |als )(?:de |het |een )?(?:(?:functie|vacature|rol"
                r"|positie)(?: van)? )?"
            ),
            0.3,
        ),
        (r"\b(?:vacature|functie|selectie|interview|banen) ", 0.2),
    ),
    "pt": (
        (r"\bnão (?:\w+ ){0,3}?(?:contrat|procur|busc|precis|admit)\w+ (?:de )?(?:nenhuma?|mais nenhuma?|mais) ", 0.0),
        (
            (
                r"\b(?:trabalho de|emprego de|anúncio de|candidat\w+-\w+ a|como|(?:contrat|encontr|escolh|procur"
                r"|busc)\w+) (?:uma? |a )?"
            ),
            0.0,
        ),
        (r"\b(?:entrevista|trabalhar|contratad[oa]|candidatura|começar) como (?:uma? )?", 1.0),
        (r"\binteresse (?:n[ao]|em|pel[ao]) (?:(?:vaga|função|cargo) (?:de )?)?", 0.0),
        (
            (
                r"\b(?:vaga|cargo|função|posição|posto|lugar|emprego|oportunidade|estágio) (?:de |para "
                r"|como |em )(?:um |uma |o |a )?"
            ),
            1.0,
        ),
        (
            (
                r"\b(?:candidatura|inscrição|processo(?: seletivo)?|seleção|concurso|proposta|entrevista"
                r"|bate-papo|atualização) (?:de |a |à |ao |para |sobre |como )(?:a |o )?(?:(?:vaga|função"
                r"|cargo|posição) de )?"
            ),
            0.3,
        ),
        (r"\b(?:vagas?|processo|como|para) (?:« ?)?", 0.1),
    ),
}

QUOTED = re.compile(r"[«“„\"\u2018'\u201a]\s?([^«»“”„\"\n]{3,80}?)\s?[»”“\"\u2019'\u2018](?!\w)")

#: Languages whose phrases look at capital letters.
CAPITALS_COUNT = ("de",)

#: What leads to a role in quotation marks, or in brackets, in every language alike.
_QUOTED_BEHIND = (
    r"(?i:\b(?:application|position|role|bewerbung|stelle|ausschreibung|candidature|poste|offre|annonce|candidatura"
    r"|solicitud"
    r"|puesto|vacante|oferta|posizione|annuncio|ruolo|sollicitatie|vacature|functie|vaga|cargo|(?:req"
    r"|ref)\W{0,2}[\w-]{3,12})"
    r"\s(?:\((?=[A-ZÀ-Þ])|(?=[«“„\"])))"
)

AHEAD = {
    language: tuple(
        (re.compile(pattern, 0 if language in CAPITALS_COUNT else re.IGNORECASE), weight)
        for pattern, weight in (*patterns, (_QUOTED_BEHIND, 0.8))
    )
    for language, patterns in _PHRASES.items()
}
