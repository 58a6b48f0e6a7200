"""What is told of each candidate for the company to the trees that choose among them."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.core.reading import Reading
from pipeline.core.verdict import Label
from pipeline.reading.company.client import is_agency
from pipeline.reading.company.domain import Label as DomainLabel, label_of
from pipeline.reading.company.lines import is_heading
from pipeline.reading.company.names import alike, comparable, has_legal_form
from pipeline.reading.company.phrases import is_marked
from pipeline.reading.learned.around import Around
from pipeline.reading.learned.spans import Candidate, Features, label_told, marks_of
from pipeline.reading.role.words import names_occupation
from pipeline.reading.senders.known import Senders
from pipeline.reading.senders.people import addressed, is_own_name
from pipeline.reading.text.spelling import words_of

#: Kinds of place that claims come from.
SOURCES = ("display", "domain", "subject", "text", "client", "signature", "footer", "bare", "mailbox")

#: The end of a text, where it is signed.
_SIGNATURE = 300


#: What the word before a name tells of it: that somebody works there, that something is done for it or by it.
_BEFORE = {
    "at": "at bei beim chez presso bij en na no",
    "for": "for für pour para per voor",
    "of": "of von vom du de des del della do da van",
    "with": "with mit avec con met com",
    "from": "from by aus da par por door vom",
}
_TOLD_BEFORE = {key: frozenset(words.split()) for key, words in _BEFORE.items()}


class CompanyFeatures:
    """Features of candidates for one message's company.

    Args:
        reading: The message.
        candidates: All candidates, by comparable name.
        ruled: What the rules name.
        label: The label that the message is read as.
        senders: What is known of senders.
    """

    def __init__(
        self, reading: Reading, candidates: Mapping[str, Candidate], ruled: str, label: Label, senders: Senders
    ) -> None:
        self._reading = reading
        self._candidates = candidates
        self._ruled = ruled
        self._label = label
        self._senders = senders
        self._sender = reading.message.sender
        self._domain: DomainLabel = label_of(self._sender, senders)
        self._said = comparable(self._domain.said)
        self._addressed = addressed(reading)
        self._subject = reading.message.subject.casefold()
        self._text = reading.text.casefold()
        self._agency = is_agency(reading)
        self._weights = {key: sum(_weights(one).values()) for key, one in candidates.items()}

    def of(self, key: str) -> Features:
        """Return the features of one candidate."""
        candidate = self._candidates[key]
        return {
            **self._by_rules(key, candidate),
            **self._by_marks(key, candidate),
            **self._by_relatives(key, candidate),
            **self._by_domain(key, candidate.name),
            **self._by_form(candidate.name),
            **self._by_place(candidate.name),
            **self._by_neighbours(candidate.name),
            **label_told(self._label),
        }

    def _by_rules(self, key: str, candidate: Candidate) -> Features:
        """Return what the rules say."""
        return {
            "ruled": float(bool(self._ruled) and key == comparable(self._ruled)),
            "like ruled": float(bool(self._ruled) and alike(candidate.name, self._ruled)),
            "none ruled": float(not self._ruled),
            **{f"claimed by {source}": weight for source, weight in _weights(candidate).items()},
            "claimed": self._weights[key],
            "other claimed": max((one for other, one in self._weights.items() if other != key), default=0.0),
        }

    def _by_marks(self, key: str, candidate: Candidate) -> Features:
        """Return what the tagger says."""
        others = (
            one.marked
            for other, one in self._candidates.items()
            if other != key and not alike(one.name, candidate.name)
        )
        return {
            **marks_of(candidate),
            "other marked": max(others, default=0.0),
            "candidates": float(len(self._candidates)),
        }

    def _by_relatives(self, key: str, candidate: Candidate) -> Features:
        """Return what is told of longer and shorter forms of the name."""
        kin = {
            other: one for other, one in self._candidates.items() if other != key and alike(one.name, candidate.name)
        }
        return {
            "kin": float(len(kin)),
            "kin marked": max((one.marked for one in kin.values()), default=0.0),
            "kin claimed": max((self._weights[other] for other in kin), default=0.0),
            "kin longer": max((len(other) - len(key) for other in kin), default=0) / 10,
        }

    def _by_domain(self, key: str, name: str) -> Features:
        """Return how the name and the sender's domain go together."""
        domain = self._sender.domain
        return {
            "agrees": float(self._domain.agrees(name)),
            "shares word": float(self._domain.shares_word(name)),
            "is label": float(key == self._domain.squashed),
            "spelt": float(key == self._said),
            "generic": float(self._domain.generic),
            "own domain": float(bool(self._domain.squashed)),
            "system": float(self._senders.is_system(domain)),
            "free": float(self._senders.is_free(domain)),
            "no sender": float(not domain and not self._sender.name),
            "agency writes": float(self._agency),
        }

    def _by_form(self, name: str) -> Features:
        """Return what the name looks like."""
        senders = self._senders
        return {
            "words": float(len(name.split())),
            "legal form": float(has_legal_form(name)),
            "of company": float(is_marked(name, senders)),
            "of organisation": float(senders.names_organisation(name)),
            "given name": float(senders.begins_with_given_name(name)),
            "placeholder": float(senders.is_placeholder(name)),
            "brand": float(senders.is_brand(name)),
            "own name": float(is_own_name(name, self._sender)),
            "addressed": float(bool(self._addressed) and set(words_of(name)) <= self._addressed),
            "occupation": float(names_occupation(name)),
            "heading": float(is_heading(name)),
            "place": float(senders.is_place(name)),
            "department": float(senders.without_departments(name)[1]),
            "capitals": float(name.isupper()),
            "digits": float(any(map(str.isdigit, name))),
        }

    def _by_place(self, name: str) -> Features:
        """Return where the name stands."""
        folded, display = name.casefold(), self._sender.name.casefold()
        return {
            "times": float(self._text.count(folded) + self._subject.count(folded)),
            "in subject": float(folded in self._subject),
            "in display": float(folded in display),
            "is display": float(folded == display),
            "begins display": float(display.startswith(folded)),
            "ends display": float(display.endswith(folded)),
            "begins subject": float(self._subject.startswith(folded)),
            "ends subject": float(self._subject.endswith(folded)),
            "in end": float(folded in self._text[-_SIGNATURE:]),
        }

    def _by_neighbours(self, name: str) -> Features:
        """Return what stands around the name where the text first has it."""
        around = Around.of(self._text, name.casefold())
        return {**around.told(_TOLD_BEFORE), "place": around.place}


def _weights(candidate: Candidate) -> Features:
    """Return the highest weight of each kind of place."""
    return {
        source: max((claim.weight for claim in candidate.claims if claim.source == source), default=0.0)
        for source in SOURCES
    }
