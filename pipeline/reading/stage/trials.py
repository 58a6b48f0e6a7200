"""Words of trials at the work itself and of tests of the body, to which one comes in person, in seven languages."""

from __future__ import annotations

from pipeline.reading.text.by_language import by_language

#: Whoever was on one of these was met, though it is called a test. By language.
TRIALS = {
    "en": r"(?:(?:assessment|test|trial) (?:drive|ride|run|shift|day|morning|afternoon)s?"
    r"|(?<!their )(?:bench|trade|road|driving|fitness|physical|riding|weld(?:ing)?|bleep|swim\w*|workshop"
    r"|kitchen) tests?"
    r"|test (?:piece|weld|plate|joint)s?|assessment[- ]cent(?:re|er)s?)"
    # As in "Weld Test Technician", who holds them.
    r"\b(?! (?:technician|instructor|examiner|assessor|engineer|driver|host|leader|officer"
    r"|(?:co-?ordinat|administrat)or|manager|assistant)s?\b)",
    "de": r"(?:probe(?:tag|woche|dienst|schicht|fahrt|stück|koch|arbeit|schweiß|lektion|backen)\w*"
    r"|(?:schweiß|koch|fahr)proben?|sport(?:test|prüfung)\w*|fitnesstest\w*"
    r"|körperlich\w+ (?:\w+ )?(?:test|prüfung|eignungs)\w*|assessment-?\s?center)",
    "fr": r"(?:(?:jours|journées?|heures|services?|pièce|soudure) d['\u2019]essai|assessment cent(?:er|re)"
    r"|centres? d['\u2019]évaluation"
    r"|(?:épreuves?|tests?) (?:physiques?|sporti(?:f|ve)s?|de conduite))",
    "es": r"(?:(?:día|jornada|turno|semana|clase|hora|servicio|soldadura|pieza)s? de (?:prueba|selección|muestra)"
    r"|pruebas? (?:física|deportiva)s?|prueba de (?:conducción|manejo|cocina|ayer)"
    r"|prueba del (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo))",
    "it": r"(?:(?:assessment|dinamic(?:a|he)|prov[ae]) (?:di|in) gruppo|assessment cent(?:er|re)|(?:giornat[ae]"
    r"|giorn[oi]|pomeriggi?o?|mattin[ae]|ser[ae]|turn[oi]|settimana|ore|saldatura) di prova"
    r"|prov[ae] (?:fisic\w+|di guida))",
    "nl": r"(?:proef(?:dag|dienst|draai|rit|las|week|shift)\w*|assessment(?:dag|cent)\w*"
    r"|(?:fysieke|sport-?|conditie-?) ?tests?)",
    "pt": r"(?:(?:dia|tarde|manhã|turno|semana|hora|diária|solda)s? d[eo] teste|provas? físicas?|testes? físicos?"
    r"|(?:dinâmicas?|assessment) (?:de|em) grupo|teste (?:d[eo]|no) (?:direção|condução|s[aá]bado|domingo|ontem))",
}

#: A time at the beginning of the work at whose end one may be let go. Every contract may have one: that it was begun
#: tells the word before it, as in `your trial period`. By language.
PERIODS = {
    "en": (r"(?:your|the|our|this|during|after)", r"(?:trial|probation(?:ary)?) (?:period|month)s?"),
    "de": (r"(?:(?:ihre|deine|unsere|diese)[rn]?|die|der|im|in|nach|während)", r"probe(?:zeit|monat)s?"),
    "fr": (r"(?:votre|ta|notre|la|cette|en)", r"période d['\u2019]essai"),
    "es": (r"(?:tu|su|nuestro|el|este|del|al)", r"per[ií]odo de prueba"),
    "it": (r"(?:tuo|suo|nostro|il|del|nel|al|dal)", r"periodo di prova"),
    "nl": (r"(?:je|jouw|uw|onze|de|deze|in|tijdens|na)", r"proef(?:tijd|periode|maand)"),
    "pt": (r"(?:teu|seu|nosso|o|do|no|ao|este)", r"per[ií]odo (?:de experiência|experimental)"),
}

TRIAL = by_language({language: (rf"\b(?:{words}|{PERIODS[language][1]})\b",) for language, words in TRIALS.items()})
