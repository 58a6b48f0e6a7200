"""Whether a job alert is about many jobs, so that neither role nor employer of one of them is what it is about."""

from __future__ import annotations

import re

from pipeline.core.reading import Reading

#: An alert says in its subject what it brings.
_LONGEST_SUBJECT = 300

#: Jobs in the plural, in seven languages.
_JOBS = re.compile(
    r"\b(?:jobs|roles|vacancies|openings|positions|opportunities|matches|stellen(?:angebote|anzeigen)?|treffer"
    r"|ausbildungsplätze|offres|postes|emplois|annonces|ofertas|vacantes|empleos|puestos|annunci|offerte|posizioni"
    r"|posti|vacatures|banen|baantjes|vagas|empregos|oportunidades)\b",
    re.IGNORECASE,
)


def lists_jobs(reading: Reading) -> bool:
    """Return whether the subject of an alert speaks of several jobs."""
    return bool(_JOBS.search(reading.message.subject[:_LONGEST_SUBJECT]))
