"""Words of trials at the work itself and of tests of the body, to which one comes in person, in seven languages."""

from __future__ import annotations

from pipeline.reading.by_language import by_language

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
    r"|(?:épreuves?|tests?) (?:physiques?|sporti(?:f|ve)s?|de conduite))",
    "es": r"(?:(?:día|jornada|turno|semana|clase|hora|servicio|soldadura|pieza)s? de (?:prueba|selección)"
    r"|pruebas? (?:física|deportiva)s?|prueba de (?:conducción|manejo|cocina|ayer)"
    r"|prueba del (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo))",
    "it": r"(?:(?:giornat[ae]|giorn[oi]|pomeriggi?o?|mattin[ae]|ser[ae]|turn[oi]|settimana|ore|saldatura) di prova"
    r"|prov[ae] (?:fisic\w+|di guida))",
    "nl": r"(?:proef(?:dag|dienst|draai|rit|las|week|shift)\w*|assessment(?:dag|cent)\w*"
    r"|(?:fysieke|sport-?|conditie-?) ?tests?)",
    "pt": r"(?:(?:dia|tarde|manhã|turno|semana|hora|diária|solda)s? d[eo] teste|provas? físicas?|testes? físicos?"
    r"|teste (?:d[eo]|no) (?:direção|condução|s[aá]bado|domingo|ontem))",
}

TRIAL = by_language({language: (rf"\b{words}\b",) for language, words in TRIALS.items()})
