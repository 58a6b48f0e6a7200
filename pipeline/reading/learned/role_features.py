"""What is told of each candidate for the role to the trees that choose among them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.core.reading import Reading
from pipeline.core.verdict import Label
from pipeline.reading.company.names import alike
from pipeline.reading.learned.around import Around
from pipeline.reading.learned.spans import Candidate, Features, label_told, marks_of
from pipeline.reading.role.asides import speaks_of_another
from pipeline.reading.role.lines import above_signature
from pipeline.reading.role.names import is_plausible
from pipeline.reading.role.words import GENDER_MARK, names_occupation
from pipeline.reading.senders.known import Senders
from pipeline.reading.text.blanks import BLANKS
from pipeline.reading.text.spelling import words_of

#: What the word before a name tells of it: whose it is, or that somebody is sought for it.
_BEFORE = {
    "ours": "our my unser unsere unseren unserem unserer notre nos mon ma nuestro nuestra nostro nostra onze ons nosso"
    " nossa",
    "yours": "your ihre ihrer ihren dein deine deiner votre ton ta tu su tuo tua suo sua jouw je uw teu sua seu",
    "some": "a an another one ein eine einen einem einer un une uno una een um uma",
    "one": "the der die das den dem le la les el il lo de het o",
    "as": "as als comme como come",
    "for": "for für pour para per voor zum zur",
    "of": "of von vom du des del della do da van",
}
_TOLD_BEFORE = {key: frozenset(words.split()) for key, words in _BEFORE.items()}

#: Words for a job, behind the name of one.
_JOB_WORDS = """
job position role post vacancy opening opportunity slot spot seat place gig apprenticeship internship stelle
platz ausbildung baan functie plek vacature
"""
_JOB = frozenset(_JOB_WORDS.split())

#: What the claims of a role weigh together, at the least, for it to be what the rules name.
_ENOUGH = 1.0

#: What parts a subject.
_PARTS = re.compile(rf"{BLANKS}[-\u2013—|/·]\s+|[:,|]\s+")

#: The end of a text, where it is signed.
_SIGNATURE = 300


class RoleFeatures:
    """Features of candidates for one message's role.

    Args:
        reading: The message.
        candidates: All candidates, by their normalised name.
        company: The company's name, which no role bears.
        label: The label that the message is read as.
        senders: What is known of senders.
    """

    def __init__(
        self,
        reading: Reading,
        candidates: Mapping[str, Candidate],
        company: str,
        label: Label,
        senders: Senders,
    ) -> None:
        self._reading = reading
        self._candidates = candidates
        self._company = company
        self._label = label
        self._senders = senders
        self._subject = reading.message.subject.casefold()
        self._parts = frozenset(part.strip() for part in _PARTS.split(self._subject))
        self._text = reading.text.casefold()
        self._above = "\n".join(above_signature(reading.text)).casefold()
        self._weights = {key: sum(claim.weight for claim in one.claims) for key, one in candidates.items()}
        heaviest = max(self._weights, key=lambda key: self._weights[key], default="")
        self._ruled = heaviest if heaviest and self._weights[heaviest] >= _ENOUGH else ""
        self._words = {key: frozenset(key.split()) for key in candidates}
        self._occupations = sum(" " not in one.name and names_occupation(one.name) for one in candidates.values())
        self._signs = next(iter(words_of(reading.message.sender.name)), "")

    def of(self, key: str) -> Features:
        """Return the features of one candidate."""
        candidate = self._candidates[key]
        return {
            **self._by_rules(key, candidate),
            **self._by_marks(key, candidate),
            **self._by_relatives(key),
            **self._by_form(candidate.name),
            **self._by_place(candidate.name),
            **self._by_neighbours(candidate.name),
            **label_told(self._label),
        }

    def _by_rules(self, key: str, candidate: Candidate) -> Features:
        """Return what the rules say."""
        within = key in self._ruled or self._ruled in key
        return {
            "ruled": float(key == self._ruled),
            "like ruled": float(bool(self._ruled) and within),
            "none ruled": float(not self._ruled),
            "longer than ruled": (len(key) - len(self._ruled)) / 10 if self._ruled else 0.0,
            "claimed": self._weights[key],
            "best claim": max((claim.weight for claim in candidate.claims), default=-1.0),
            "claims": float(len(candidate.claims)),
            "other claimed": max((one for other, one in self._weights.items() if other != key), default=0.0),
        }

    def _by_marks(self, key: str, candidate: Candidate) -> Features:
        """Return what the tagger says."""
        own = self._words[key]
        others = (
            one.marked
            for other, one in self._candidates.items()
            if not (self._words[other] <= own or own <= self._words[other])
        )
        return {
            **marks_of(candidate),
            "other marked": max(others, default=0.0),
            "candidates": float(len(self._candidates)),
        }

    def _by_relatives(self, key: str) -> Features:
        """Return what is told of names with more words, and of names with fewer."""
        own = self._words[key]
        longer = [other for other in self._candidates if own < self._words[other]]
        shorter = [other for other in self._candidates if self._words[other] < own]
        return {
            "longer marked": max((self._candidates[one].marked for one in longer), default=0.0),
            "longer claimed": max((self._weights[one] for one in longer), default=0.0),
            "shorter marked": max((self._candidates[one].marked for one in shorter), default=0.0),
            "shorter claimed": max((self._weights[one] for one in shorter), default=0.0),
        }

    def _by_form(self, name: str) -> Features:
        """Return what the name looks like."""
        words = name.split()
        return {
            "words": float(len(words)),
            "occupation": float(names_occupation(name)),
            "last occupation": float(names_occupation(words[-1])),
            "first occupation": float(names_occupation(words[0])),
            "small": float(name.islower()),
            "ends small": float(words[-1].islower() and not name.islower()),
            "begins small": float(words[0].islower() and not name.islower()),
            "plausible": float(is_plausible(name)),
            "gender mark": float(bool(GENDER_MARK.search(name))),
            "digits": float(any(map(str.isdigit, name))),
            "brackets": float("(" in name),
            "of company": float(bool(self._company) and alike(name, self._company)),
            "given name": float(self._senders.begins_with_given_name(name)),
            "of organisation": float(self._senders.names_organisation(name)),
        }

    def _by_place(self, name: str) -> Features:
        """Return where the name stands."""
        folded = name.casefold()
        return {
            "times": float(self._text.count(folded) + self._subject.count(folded)),
            "in subject": float(folded in self._subject),
            "is subject": float(folded == self._subject),
            "is part of subject": float(folded in self._parts),
            "above signature": float(folded in self._above),
            "in passing": float(self._in_passing(name)),
            "in display": float(folded in self._reading.message.sender.name.casefold()),
            "in English": float(self._reading.language == "en"),
            "in German": float(self._reading.language == "de"),
        }

    def _in_passing(self, name: str) -> bool:
        """Return whether the first sentence with the name speaks of another job."""
        first = next((one.text for one in self._reading.sentences if name in one.text), "")
        return speaks_of_another(first, name, self._reading.language)

    def _by_neighbours(self, name: str) -> Features:
        """Return what stands around the name where the text first has it."""
        around = Around.of(self._text, name.casefold())
        return {
            **around.told(_TOLD_BEFORE),
            "before job": float(around.after in _JOB),
            "ends clause": float(around.found and around.behind in set(",.;:!?)")),
            "in end": float(around.from_end < _SIGNATURE),
            "signed": float(bool(self._signs) and self._signs in around.text),
            "occupations": float(self._occupations),
            "place": around.place,
        }
