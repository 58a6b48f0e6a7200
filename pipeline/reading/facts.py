"""The facts that can be drawn from one message."""

from __future__ import annotations

from dataclasses import replace

from pipeline.core.applications.application import Facts, Stage
from pipeline.core.applications.identity import same_company
from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.core.verdict import ENDING_ACTS, JOB_LABELS, LEAST_ENDING, Judgement, Label
from pipeline.reading.company.domain import label_of
from pipeline.reading.feedback.rules import denies_feedback, feedback_of, offers_feedback
from pipeline.reading.learned.reader import Namer
from pipeline.reading.learned.stage import StageTerms, terms_of
from pipeline.reading.learned.weights import Learned
from pipeline.reading.place import place_of
from pipeline.reading.read import answered
from pipeline.reading.reapply.rules import kept_until, reapply_after
from pipeline.reading.reason.rules import reason_of
from pipeline.reading.recruiter import is_but_the_writer, is_person, recruiter_of
from pipeline.reading.requisition import requisition_of
from pipeline.reading.senders.familiar import is_familiar
from pipeline.reading.senders.known import Senders
from pipeline.reading.senders.passed_on import sender_within
from pipeline.reading.senders.people import names_its_owner
from pipeline.reading.stage.after import comes_after_interview, speaks_of_interview
from pipeline.reading.stage.rules import stage_of
from pipeline.reading.text.sentences import fold, shorten

#: A message that is taken for ordinary mail is asked for names where it is at least so likely to be about a candidacy
#: or from a job site: below, more names are made up than found.
_LEAST_LIKELY = 0.1

#: Characters of the sentence that is shown as evidence.
LONGEST_EVIDENCE = 300


class FactReader:
    """Draws facts from readings and what the model thinks of them."""

    def __init__(self, senders: Senders, learned: Learned, terms: StageTerms) -> None:
        self._senders = senders
        self._namer = Namer(senders, learned)
        self._terms = terms
        self._meanings = learned.meanings

    def facts_of(self, reading: Reading, judgement: Judgement, verdict_label: Label) -> Facts:
        """Return what can be drawn from one message.

        Company, role and who wrote are drawn from messages about a candidacy, everything else from rejections alone.
        Of job alerts, and of others that may be about a candidacy, company and role are told; of ordinary mail nothing.
        """
        if verdict_label is Label.OTHER and judgement.probabilities.get(Label.OTHER, 1.0) > 1.0 - _LEAST_LIKELY:
            return Facts()
        sent = _as_it_was_sent(reading)
        company, role = self._namer.names_of(sent, verdict_label)
        if verdict_label not in JOB_LABELS:
            return Facts(company=company, role=role)
        recruiter, answerable = recruiter_of(reading, self._senders)
        if is_but_the_writer(company, recruiter.name, sent, verdict_label, self._senders):
            company = ""  # whoever signs works for it, and is not it
        facts = Facts(
            company=company,
            role=role,
            requisition=requisition_of(reading),
            place=place_of(reading, role, company, self._senders),
            recruiter=replace(recruiter, name=self._person(recruiter.name, company)),
            answerable=answerable,
            own_domain=self._own_domain(reading.message.sender, company),
            personal=names_its_owner(recruiter.name, reading.message.sender),
            from_free_mail=self._senders.is_free(reading.message.sender.domain),
            from_shared_domain=self._senders.is_shared(reading.message.sender.domain),
        )
        if verdict_label is not Label.REJECTION:
            return facts
        feedback = feedback_of(reading, judgement, recruiter.name)
        again, kept = reapply_after(reading, judgement), kept_until(reading, judgement)
        return replace(
            facts,
            stage=self._stage_of(reading, judgement, role),
            reason=reason_of(reading, judgement, role, feedback),
            feedback=feedback,
            offers_feedback=offers_feedback(reading, judgement),
            reapply_after=again.day,
            reapply_phrase=again.phrase,
            kept_until=kept.day,
            kept_phrase=kept.phrase,
            familiar=is_familiar(reading),
            denies_feedback=denies_feedback(reading, judgement),
        )

    def _own_domain(self, sender: Address, company: str) -> str:
        """Return the domain of a sender if it is that of a company; that of an agency or a system is not."""
        label = label_of(sender, self._senders)
        return self._senders.own_domain(sender.domain) if company and label.agrees(company) else ""

    def _stage_of(self, reading: Reading, judgement: Judgement, role: str) -> Stage:
        if comes_after_interview(reading) or (reading.quoted and speaks_of_interview(answered(reading))):
            return Stage.INTERVIEW
        terms = terms_of(reading, judgement, self._meanings)
        return self._terms.stage_of(terms, stage_of(reading, judgement, role))

    def _person(self, name: str, company: str) -> str:
        """Return the name of who wrote, unless it is the company that signs with its own."""
        is_company = same_company(name, company) and not is_person(name, self._senders)
        return "" if is_company else name


def _as_it_was_sent(reading: Reading) -> Reading:
    """Return a forwarded message as from whom it came first: whoever passes it on is no employer."""
    sender = sender_within(reading) if reading.form == "forward" else Address()
    return replace(reading, message=replace(reading.message, sender=sender)) if sender.address else reading


def evidence_of(reading: Reading, judgement: Judgement) -> str:
    """Return the sentence that decided, its white space folded, cut at a word if it is very long; empty if none did.

    It stands so in the message, whose white space is folded and whose quote marks at the start of lines are left out.
    A line that only signs is never shown, unless it looks like an ending.
    """
    index = judgement.decisive
    if index is None or not 0 <= index < len(reading.sentences):
        return ""
    if index in reading.sign_off and sum(judgement.acts[index].get(act, 0.0) for act in ENDING_ACTS) < LEAST_ENDING:
        return ""
    return shorten(fold(reading.sentences[index].text), LONGEST_EVIDENCE)
