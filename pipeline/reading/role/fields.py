"""Fields of work that stand for the job in them, in seven languages: `the job in the kitchen`."""

from __future__ import annotations

import re

from pipeline.reading.role.phrases import CAPITALS_COUNT

#: Work that is called by where or what it is done, behind a word for a job and a small word: `die Stelle im Lager`.
_FIELDS = {
    "en": (
        r"\b(?:the|our|this|that) (?:job|post|position|role|vacancy|spot) (?:in|on|at|behind|with) (?:the |our )?",
        (
            r"accounts|accounting|admin|back office|bakery|bar|bookkeeping|cleaning|customer service|despatch|dispatch"
            r"|finance|front desk|housekeeping|kitchen|laundry|logistics|maintenance|marketing|payroll|production"
            r"|purchasing|reception|sales|stores|tills?|warehouse|workshop"
        ),
    ),
    "de": (
        r"\b(?:Stelle|Arbeit|Job|Platz|Posten) (?:in der|im|am|an der|in) (?:Abteilung |Bereich )?",
        (
            r"\w*(?:[Bb]uchhaltung|[Kk]üche|[Ll]ager|[Ll]ogistik|[Pp]flege|[Rr]einigung|[Vv]erkauf|[Vv]ertrieb|[Vv]erwaltung"
            r"|[Ww]erkstatt)|Auftragsabwicklung|Außendienst|Backstube|Controlling|Disposition|Einkauf|Empfang|Fertigung"
            r"|Hauswirtschaft|Innendienst|Kasse|Kundendienst|Kundenservice|Marketing|Montage|Personalabteilung"
            r"|Produktion|Rezeption|Sekretariat|Service|Spüle|Versand"
        ),
    ),
    "fr": (
        r"\b(?:place|poste|emploi|job|travail) (?:en |à la |à l['\u2019]|au |aux |dans la |dans l['\u2019])",
        (
            r"accueil|achats|administration|atelier|bar|caisse|comptabilité|cuisine|entretien|logistique|ménage|plonge"
            r"|production|réception|salle|secrétariat|vente"
        ),
    ),
    "es": (
        r"\b(?:puesto|trabajo|plaza|vacante|empleo) en (?:el |la |las )?",
        (
            r"administración|almacén|atención al cliente|barra|caja|cocina|compras|contabilidad|limpieza|logística"
            r"|mantenimiento|producción|recepción|sala|secretaría|taller|ventas"
        ),
    ),
    "it": (
        r"\b(?:posto|lavoro|posizione|impiego) (?:in|al|alla|nel|nella|nell['\u2019]|all['\u2019]) ?",
        (
            r"accoglienza|amministrazione|banco|cassa|contabilità|cucina|logistica|magazzino|officina|produzione|pulizie"
            r"|reception|sala|segreteria|ufficio acquisti|vendite"
        ),
    ),
    "nl": (
        r"\b(?:baan|functie|plek|vacature|werk) (?:in|op|bij|achter|aan) (?:de |het )?",
        (
            r"administratie|balie|bar|bediening|boekhouding|inkoop|kassa|keuken|klantenservice|logistiek|magazijn"
            r"|onderhoud|productie|receptie|schoonmaak|secretariaat|verkoop|werkplaats"
        ),
    ),
    "pt": (
        r"\b(?:vaga|lugar|trabalho|emprego|posto) (?:na|no|em|nas) ",
        (
            r"administração|armazém|atendimento|balcão|bar|caixa|compras|contabilidade|cozinha|limpezas?|logística"
            r"|manutenção|oficina|produção|rece[cp]?ção|secretaria|vendas"
        ),
    ),
}

FIELD = {
    language: re.compile(rf"{leads}(?P<field>{fields})(?![\w-])", 0 if language in CAPITALS_COUNT else re.IGNORECASE)
    for language, (leads, fields) in _FIELDS.items()
}
