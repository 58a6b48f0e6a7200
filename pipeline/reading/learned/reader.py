"""Which company and which role a message is about: candidates from rules and from the tagger, chosen by trees.

The rules find what phrases, signatures and addresses name; the tagger marks names by the words around them, learned
from examples. Each candidate is told to boosted trees by what both say of it, and the likeliest is believed if it is
likely enough: a wrong company is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from pipeline.core.applications.identity import normalise_role
from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.core.verdict import JOB_LABELS, Label
from pipeline.reading.claim import Claim
from pipeline.reading.company.claims import OUTRIGHT
from pipeline.reading.company.domain import board_of, is_of_means, label_of
from pipeline.reading.company.names import alike, with_apostrophe
from pipeline.reading.company.small import as_small, small_name, with_capital
from pipeline.reading.learned.candidates import NameReader, Seen
from pipeline.reading.learned.spans import Candidate, Features
from pipeline.reading.learned.weights import Chooser, Learned
from pipeline.reading.read import answered
from pipeline.reading.role.alerts import lists_jobs
from pipeline.reading.role.asked import asked_about
from pipeline.reading.role.claims import ENOUGH
from pipeline.reading.role.continued import continued
from pipeline.reading.role.names import clean
from pipeline.reading.role.words import names_occupation
from pipeline.reading.senders.known import Senders
from pipeline.reading.text.spelling import squash
from pipeline.reading.unfilled import NOTHING, blanked

#: How much less likely than the best a name may be and still be the spelling, if the rules name it.
_NEARLY = 0.2

#: From this probability on a name is taken whole, though its end alone is likelier.
_SURE = 0.6

#: From this on the tagger marks a role, and what is `our` chef may be one all the same.
_MARKED = 0.3

#: How likely what the rules name has to be where a tracking system writes, which always does so for an employer, where
#: no address is told: collections of mail often keep the sender's name alone; or where name and domain of whoever
#: writes to an applicant are one company's: many a short message names it nowhere else.
_ALL_THE_SAME = 0.1


#: What a town is called as an employer.
_COMMUNE = (
    r"Gemeinde|Stadt|Landkreis|Kanton|Gemeente|Stad|Provincie|Commune d[eu]|Ville d[eu]|Mairie d[eu]|Comune di"
    r"|Provincia (?:di|de)|Ayuntamiento de|Diputación de|Município d[eo]|Câmara Municipal d[eo]|Prefeitura de"
    r"|City of|County of|Town of|Borough of"
)

#: So many letters of a domain are no chance.
_LEAST_SPELT = 7

#: Which shop of a chain writes: `Halden Store 0442`.
_NUMBERED_SHOP = re.compile(
    r"(?<=\w)[\s,-]+(?:Store|Shop|Branch|Depot|Filiale|Markt|Tienda|Sucursal|Magasin|Agence|Negozio|Punto Vendita"
    r"|Winkel"
    r"|Vestiging|Loja)\s(?:(?:(?:No|Nr)\.?\s|#|[nN][°º.]\s?)\d{2,}|0\d{2,})$"
)


class Namer:
    """Tells company and role of messages.

    Args:
        senders: What is known of senders.
        learned: What marks and chooses names.
    """

    def __init__(self, senders: Senders, learned: Learned) -> None:
        self._senders = senders
        self._names = NameReader(senders, learned.meanings)
        self._learned = learned

    def names_of(self, reading: Reading, label: Label) -> tuple[str, str]:
        """Return company and role as the message writes them, each empty if it cannot be told.

        `label` is what the message is read as: a job board writes other mail than an employer. What a system filled
        nothing into is no name, nor a part of one.
        """
        filled = blanked(reading)
        small = small_name(filled, self._senders)
        company, role = self._names_of(with_capital(filled, small) if small else filled, label)
        if small:
            said = " ".join(_said(reading).split())
            company, role = as_small(company, small, said), as_small(role, small, said)
        if filled is reading:
            return company, role
        rest = NOTHING.sub(" ", role).strip(" ,;:|/\u2013-")
        return "" if NOTHING.search(company) else company, "" if self._senders.is_placeholder(rest) else rest

    def _names_of(self, reading: Reading, label: Label) -> tuple[str, str]:
        seen, learned = self._names.see(reading), self._learned
        candidates, features = self._names.company_candidates(seen, learned.company.tagger, label)
        company = with_apostrophe(self._company_of(seen, candidates, features, label), _said(reading))
        if label is Label.JOB_ALERT and lists_jobs(reading):
            return company if self._is_ahead(reading, company) else board_of(reading.message.sender, self._senders), ""
        role = self._role_of(self._names.over_wraps(seen), company, label)
        if not role and reading.quoted and label in JOB_LABELS:
            role = self._role_answered(reading, company, label)
        return company, role

    def _role_of(self, seen: Seen, company: str, label: Label) -> str:
        """Return the role among its candidates."""
        candidates, features = self._names.role_candidates(seen, self._learned.role.tagger, company, label)
        ours = {key for key, one in candidates.items() if features[key]["before: ours"] and _is_untold(one)}
        possible = {key: one for key, one in candidates.items() if key not in ours}
        role = chosen(self._learned.role, possible, features, _spell_out, _said(seen.reading))
        return continued(clean(role) or role, seen.reading, company, self._senders.places)

    def _role_answered(self, reading: Reading, company: str, label: Label) -> str:
        """Return the role that the message answered by a reply names: who answers an applicant need not repeat it."""
        before = answered(reading)
        asking = asked_about(before)
        role = self._role_of(self._names.see(before), company, label)
        if not _is_said(role, asking):
            role = self._role_of(self._names.see(asking), company, label)
        return role if names_occupation(role) or _is_said(role, asking) else ""

    def _company_of(
        self, seen: Seen, candidates: Mapping[str, Candidate], features: Mapping[str, Features], label: Label
    ) -> str:
        """Return the company among its candidates; a job alert of no employer in particular is from its board."""
        chooser, sender = self._learned.company, seen.reading.message.sender
        text = _said(seen.reading)
        named = {key: one for key, one in candidates.items() if any(map(_says_so, one.claims))}
        name = chosen(chooser, named, features, self._spells, text) or chosen(
            chooser, candidates, features, self._spells, text
        )
        if not name:
            ruled = {key: one for key, one in candidates.items() if features[key]["ruled"]}
            if not self._is_employers(seen.reading):
                by_both = label in JOB_LABELS and not label_of(sender, self._senders).generic
                ruled = {key: one for key, one in ruled.items() if by_both and _is_by_both(one)}
            name = chosen(replace(chooser, least=_ALL_THE_SAME), ruled, features, self._spells, text)
        if not name and label is Label.JOB_ALERT:
            name = board_of(sender, self._senders)
        if self._names.is_signer(name, seen.reading):
            return ""
        if name and name not in " ".join(text.split()):
            name = self._as_written(name, candidates, sender)
        name = _with_commune(name, f"{sender.name}\n{seen.reading.message.subject}")
        return self._without_department(name, candidates, sender)

    def _as_written(self, name: str, candidates: Mapping[str, Candidate], sender: Address) -> str:
        """Return the candidate that is written and spelt by the domain, in place of a name made of the domain alone.

        `Confecções Maria Flor` is at `mariaflorconf`, `Puddle Lane Nursery` at `puddlelane-kids`.
        """
        label = squash(self._senders.own_label(sender.domain))
        written = [one for one in candidates.values() if one.name != name]
        spelt = (one.name for one in written if self._is_spelt_by(label, one.name, signs=any(map(_signs, one.claims))))
        return max(spelt, key=len, default=name)

    def _is_spelt_by(self, label: str, name: str, *, signs: bool) -> bool:
        """Return whether the label of a domain has the words of a name, or all but some in front or at the end.

        Of one word alone, only what the label begins with counts, no kind of organisation, and where the sender signs.
        """
        words = name.split()
        rows = [words[:end] for end in range(len(words), 0, -1)] + [words[start:] for start in range(1, len(words))]
        for some in rows:
            row = squash("".join(some))
            kind_alone = len(some) == 1 and self._senders.names_organisation(some[0])
            if len(row) >= _LEAST_SPELT and (label.startswith(row) if len(some) == 1 else row in label):
                return len(some) > 1 or (signs and not kind_alone)
        return False

    def _without_department(self, name: str, candidates: Mapping[str, Candidate], sender: Address) -> str:
        """Return a name without the department around it, if the sender's display name is so read: `Halden RH`.

        A part of a department is none either: `Halden Recursos` of `Halden Recursos Humanos`, `Hub Halden`.
        """
        if name.count("(") > name.count(")"):
            name = name.partition("(")[0].strip()  # `Institute for Marine Study (IMS`, cut at the bracket
        name = _NUMBERED_SHOP.sub("", name)
        name = self._senders.without_office(name, sender.domain)
        shown = {one.name for one in candidates.values() if any(claim.source == "display" for claim in one.claims)}
        plain, has_department = self._senders.without_departments(name)
        if has_department and plain in shown:
            return plain
        whole = self._senders.without_departments(sender.name)[0]
        # One word in front: `Connected` is no part of `HR at Shared Services Connected`.
        is_longer = name.startswith(f"{whole} ") or name.partition(" ")[2] == whole
        return whole if whole in shown and name in sender.name and is_longer else name

    def _is_employers(self, reading: Reading) -> bool:
        """Return whether a sender is taken to write for an employer: a tracking system, or a name with no address."""
        sender = reading.message.sender
        if not sender.domain or self._senders.is_system(sender.domain):
            return True
        return is_of_means(label_of(sender, self._senders), reading)

    def _is_ahead(self, reading: Reading, company: str) -> bool:
        """Return whether a company stands where an alert says whose jobs it brings: in its sender or subject."""
        sender = reading.message.sender
        ahead = f"{sender.name}\n{reading.message.subject}"
        return bool(company) and (company in ahead or label_of(sender, self._senders).agrees(company))

    def _spells(self, ruled: Candidate, best: Candidate) -> bool:
        """Return whether what the rules name is the likeliest candidate, and not a part of it that the domain has.

        A domain leaves out what a town, a ministry or a hotel is called in full: `thornbury` is the City of Thornbury.
        """
        is_part = len(ruled.name) < len(best.name) and not self._senders.names_organisation(ruled.name)
        shortened = is_part and all(claim.source == "domain" for claim in ruled.claims)
        return alike(ruled.name, best.name) and not (shortened and any(map(_is_written, best.claims)))


def _with_commune(name: str, text: str) -> str:
    """Return the name of a town as a sender or subject calls it as an employer: `Gemeinde Niederhalden`."""
    found = re.search(rf"\b(?:{_COMMUNE}) {re.escape(name)}(?!\w)", text) if name else None
    return " ".join(found[0].split()) if found else name


def _is_said(role: str, reading: Reading) -> bool:
    """Return whether the text of a message has a role, in whatever case; it has one of no name."""
    return role.casefold() in reading.text.casefold()


def _said(reading: Reading) -> str:
    """Return all of a message in which a company may be named in words."""
    return f"{reading.message.sender.name}\n{reading.message.subject}\n{reading.text}"


def chosen(
    chooser: Chooser,
    candidates: Mapping[str, Candidate],
    features: Mapping[str, Features],
    same: Callable[[Candidate, Candidate], bool],
    text: str = "",
) -> str:
    """Return the name of the likeliest candidate, or an empty string if none is likely enough.

    Where the rules name the `same` in more or in fewer words, and that is nearly as likely, theirs is the spelling.
    What stands in `text` only as the end of another sure name is that name, cut: `Core Ltd` of `Talent Core Ltd`.
    """
    if not candidates:
        return ""
    keys = list(candidates)
    rows = np.array([[features[key][column] for column in chooser.columns] for key in keys])
    likely = {
        key: one for key, one in zip(keys, chooser.trees.probabilities(rows), strict=True) if one >= chooser.least
    }
    if not likely:
        return ""
    first = max(likely, key=lambda key: likely[key])
    best, least = candidates[first], likely[first] - _NEARLY
    ruled = (candidates[key] for key, one in likely.items() if features[key]["ruled"] and one >= least)
    best = next((one for one in ruled if same(one, best)), best)
    sure = (candidates[key].name for key, one in likely.items() if one >= _SURE)
    return next((name for name in sure if _is_cut(best.name, name, text)), best.name)


def _is_cut(name: str, whole: str, text: str) -> bool:
    """Return whether a name is the end of another, and stands nowhere in a text by itself."""
    return whole.endswith(f" {name}") and 0 < text.count(name) == text.count(whole)


def _is_untold(candidate: Candidate) -> bool:
    """Return whether nothing says that a candidate is the role, but that it names an occupation."""
    return candidate.marked < _MARKED and sum(claim.weight for claim in candidate.claims) < ENOUGH


def _says_so(claim: Claim) -> bool:
    """Return whether a message says outright who the employer is: `our client Halden`, `Employer: Halden`."""
    return claim.source == "client" and claim.weight >= OUTRIGHT


def _is_by_both(candidate: Candidate) -> bool:
    """Return whether the sender's display name and the sender's own domain both name a company."""
    return {"display", "domain"} <= {claim.source for claim in candidate.claims}


def _signs(claim: Claim) -> bool:
    """Return whether a claim is of the sender's display name or signature."""
    return claim.source in {"bare", "display", "signature"}


def _is_written(claim: Claim) -> bool:
    """Return whether a message names a company where it says who writes, and not by a word of an address alone."""
    return claim.source not in {"bare", "domain"}


def _spell_out(one: Candidate, other: Candidate) -> bool:
    """Return whether all words of one role are in the other."""
    first, second = (set(normalise_role(role.name).split()) for role in (one, other))
    return first <= second or second <= first
