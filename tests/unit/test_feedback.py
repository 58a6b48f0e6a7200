"""Feedback: what is said of this candidate, word for word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st
from support.judgements import judged, reading

from pipeline.core.feedback import FeedbackKind
from pipeline.core.verdict import Act
from pipeline.reading.feedback.rules import denies_feedback, feedback_of, offers_feedback
from pipeline.reading.feedback.topics import topics_of
from pipeline.reading.text.sentences import shorten
from pipeline.reading.told.chosen import chose_another

TEXT = """Dear Kofi,

we have many qualified applicants. Your answers on SQL were thin and
stayed general. We liked your calm.

- Bring two concrete examples
- The other candidate had run a payroll

Kind regards"""

ACTS = {
    "many qualified": Act.EXPLAINS,
    "SQL": Act.GAP,
    "calm": Act.STRENGTH,
    "Bring": Act.ADVICE,
    "payroll": Act.REASON,
}


def test_each_kind_is_quoted_word_for_word_and_boilerplate_is_not() -> None:
    """A wrapped sentence is one quotation; a bullet falls off."""
    what = reading(TEXT)
    assert [(one.kind, one.text) for one in feedback_of(what, judged(what, ACTS))] == [
        (FeedbackKind.GAP, "Your answers on SQL were thin and stayed general."),
        (FeedbackKind.STRENGTH, "We liked your calm."),
        (FeedbackKind.ADVICE, "Bring two concrete examples"),
        (FeedbackKind.REASON, "The other candidate had run a payroll"),
    ]


def test_the_three_acts_together_decide_and_the_likeliest_gives_the_kind() -> None:
    """No single one of gap, reason and advice needs to be likelier than the rest."""
    what = reading("You were nervous.")
    mixed = judged(what, {"nervous": {Act.GAP: 0.3, Act.REASON: 0.25, Act.CHATS: 0.45}})
    weak = judged(what, {"nervous": {Act.GAP: 0.15, Act.CHATS: 0.85}})
    assert [one.kind for one in feedback_of(what, mixed)] == [FeedbackKind.GAP]
    assert feedback_of(what, weak) == ()


@pytest.mark.parametrize(("likely", "told"), [(0.49, 0), (0.5, 1)])
def test_what_is_of_use_by_all_that_stands_around_it_is_feedback(likely: float, told: int) -> None:
    """From as likely as not on, where it looks like it by itself."""
    what = reading("You were nervous.")
    judgement = replace(judged(what, {"nervous": {Act.GAP: 0.6, Act.CHATS: 0.4}}), feedback=(likely,))
    assert len(feedback_of(what, judgement)) == told


@pytest.mark.parametrize(("likely", "told"), [(0.19, 0), (0.2, 1)])
def test_praise_beside_feedback_needs_little(likely: float, told: int) -> None:
    """A fifth, by all that stands around it, where it looks like praise by itself."""
    what = reading("You took the churn question apart. You were late with the report.")
    acts = {"churn": {Act.STRENGTH: 0.4, Act.PRAISES: 0.6}, "late": Act.GAP}
    judgement = replace(judged(what, acts), strengths=(likely, 0.0))
    assert len(feedback_of(what, judgement)) == told + 1


@pytest.mark.parametrize(("alone", "told"), [(0.11, 0), (0.12, 1)])
def test_what_only_ends_a_candidacy_by_itself_is_hardly_ever_feedback(alone: float, told: int) -> None:
    """Unless it is surely so by what stands around it, or says why."""
    what = reading("You will not go through with that draft.")
    acts = {"draft": {Act.DECLINES: 1 - alone, Act.GAP: alone}}
    assert len(feedback_of(what, replace(judged(what, acts), feedback=(0.69,)))) == told
    assert len(feedback_of(what, replace(judged(what, acts), feedback=(0.7,)))) == 1


def test_a_sentence_that_ends_the_candidacy_gives_a_ground_and_no_advice() -> None:
    """However little the acts of feedback differ beside the refusal."""
    what = reading("We chose somebody who has finished the archive school.")
    acts = {"archive": {Act.DECLINES: 0.7, Act.ADVICE: 0.03, Act.REASON: 0.02, Act.STRENGTH: 0.025}}
    told = replace(judged(what, acts), feedback=(0.8,))
    assert [one.kind for one in feedback_of(what, told)] == [FeedbackKind.REASON]


def test_praise_is_feedback_only_where_it_is_plainly_particular() -> None:
    """Nearly everybody is told that they impressed."""
    what = reading("You took the churn question apart. You were late with the report.")
    missed = {"late": Act.GAP}
    plain = judged(what, {"churn": {Act.STRENGTH: 0.7, Act.PRAISES: 0.3}, **missed})
    likelier = judged(what, {"churn": {Act.STRENGTH: 0.1, Act.PRAISES: 0.9}, **missed})
    assert [one.kind for one in feedback_of(what, plain)] == [FeedbackKind.STRENGTH, FeedbackKind.GAP]
    assert [one.kind for one in feedback_of(what, likelier)] == [FeedbackKind.GAP]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Wir müssen dir leider absagen: Wir haben jemanden genommen, der schon gesetzt hat.", FeedbackKind.REASON),
        ("Nous devons vous dire non : nous avons retenu une personne qui parle l'allemand.", FeedbackKind.REASON),
        ("I have to let you down: we hired somebody who brings ten years of it.", FeedbackKind.REASON),
        ("We are giving the job to someone who has toured with a circus.", FeedbackKind.REASON),
        ("We'll be hiring somebody who has done nights.", FeedbackKind.REASON),
        ("It goes to someone who keeps bees already.", FeedbackKind.REASON),
        ("Wir nehmen jetzt jemanden, der schon gesetzt hat.", FeedbackKind.REASON),
        ("Nous prenons quelqu'un qui a déjà fait les vendanges.", FeedbackKind.REASON),
        ("Hemos dado el puesto a alguien que ya ha llevado una cocina.", FeedbackKind.REASON),
        ("Prendiamo una persona che ha già la patente del camion.", FeedbackKind.REASON),
        ("We geven de baan aan iemand die al eerder heeft gedraaid.", FeedbackKind.REASON),
        ("Vamos dar o lugar a alguém que já trabalhou com vinhos.", FeedbackKind.REASON),
        ("We hired somebody who brings the ten years that you lack.", FeedbackKind.GAP),
        ("I have to be frank: we hired somebody for your want of practice.", FeedbackKind.GAP),
        ("You were a bit short on React \u2013 we chose someone with five years of it.", FeedbackKind.GAP),
    ],
)
def test_whom_they_took_is_a_reason_unless_it_is_held_against_you(text: str, kind: FeedbackKind) -> None:
    """What only announces it, before a colon, speaks to the candidate without saying what was missing."""
    what = reading(text)
    assert [one.kind for one in feedback_of(what, judged(what, others=Act.GAP))] == [kind]


def test_praise_beside_a_ground_is_no_fault() -> None:
    """Beside "we took somebody else" every sentence looks a little like a fault; what it does by itself tells."""
    what = reading("You were marvellous with the customers.")
    alike = judged(what, {"marvellous": {Act.STRENGTH: 0.3, Act.GAP: 0.16, Act.INFORMS: 0.5}})
    told = replace(alike, feedback=(0.6,), strengths=(0.35,))
    assert [one.kind for one in feedback_of(what, told)] == [FeedbackKind.STRENGTH]


def test_what_is_likelier_of_use_than_praise_is_not_quoted_as_praise() -> None:
    """Whatever a sentence looks like alone: "What tipped it was that the other one has led phonics"."""
    what = reading("What tipped it was the phonics.")
    alike = judged(what, {"phonics": {Act.STRENGTH: 0.37, Act.GAP: 0.13, Act.REASON: 0.25, Act.INFORMS: 0.25}})
    told = replace(alike, feedback=(0.75,), strengths=(0.43,))
    assert [one.kind for one in feedback_of(what, told)] == [FeedbackKind.REASON]


@pytest.mark.parametrize(
    "text",
    [
        "It wasn't that you lacked technical skills, and nothing in your interview was a concern.",
        "The decision was not down to your experience.",
        "Es lag nicht an Ihren Fachkenntnissen.",
        "Ce n'est pas que vous manquiez d'expérience.",
        "No es que te faltara experiencia.",
        "Non è che ti mancasse esperienza.",
        "Dat komt niet doordat je te weinig ervaring hebt.",
        "A decisão não teve a ver com o seu inglês.",
    ],
)
def test_what_the_reason_was_not_is_no_feedback(text: str) -> None:
    """However much it sounds like what was missing."""
    what = reading(text)
    assert feedback_of(what, judged(what, others=Act.GAP)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "It was not about your skills, but you gave no example.",
        "It wasn't about your attitude, you just need more time with Go.",
        "Es lag nicht an Ihrer Erfahrung, sondern an den Antworten.",
        "No es que te faltara experiencia: no conocías el mercado.",
        "Je hebt niet aan de eisen voldaan.",
        "Your test was not about speed.",
    ],
)
def test_what_it_was_instead_is_feedback(text: str) -> None:
    """A denial that goes on says something."""
    what = reading(text)
    assert [one.text for one in feedback_of(what, judged(what, others=Act.GAP))] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Some tips that we give to every candidate:",
        "Hier ein paar allgemeine Tipps:",
        "Ein paar Tipps, die wir allen Bewerbern mitgeben:",
        "Voici quelques conseils que nous donnons à tous les candidats :",
        "Algunos consejos que damos a todo el mundo:",
        "Alcuni consigli che diamo a tutti i candidati:",
        "Een paar tips die we aan alle kandidaten geven:",
        "Algumas dicas que damos a todos os candidatos:",
        "Our recruiters have put together some advice to help you on your way:",
    ],
)
def test_what_everybody_is_advised_is_no_feedback(text: str) -> None:
    """Neither what announces it nor the list below; the next paragraph is another matter."""
    what = reading(f"{text}\n\n- Learn SQL\n- Practise aloud\n\nYou were late.")
    told = feedback_of(what, judged(what, {"late": Act.GAP}, others=Act.ADVICE))
    assert [one.text for one in told] == ["You were late."]
    inline = reading(f"{text} learn SQL.")
    assert feedback_of(inline, judged(inline, others=Act.ADVICE)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Selection was based on grades, commitment and commercial awareness.",
        "Die Auswahl erfolgte nach Eignung und fachlicher Leistung.",
        "Scoring key: 1 not shown, 2 minimal, 3 good",
        "The pass mark for each part was 14.",
        "(Bestehensgrenze je Teil: 15)",
        "If you wish to seek a review, you must do so in writing within ten days.",
        "Sie können innerhalb eines Monats Widerspruch einlegen.",
        "Vous pouvez introduire une plainte auprès du jury.",
        "Puede interponer recurso en el plazo de un mes.",
        "Candidates must hold a full driving licence.",
        "The test cannot be retaken within six months.",
        "Voraussetzung für die Zulassung sind 95 Punkte.",
        "Eine Wiederholung ist frühestens nach einem Jahr möglich.",
        "Sont admis les candidats titulaires du permis B.",
        "Une même épreuve ne peut être repassée qu'après six mois.",
        "Para todos los puestos se exige carné de conducir.",
        "La prueba no puede repetirse antes de seis meses.",
        "Sono ammessi i candidati in possesso di patente B.",
        "Il test si può ripetere una volta sola.",
        "Voor alle functies is een rijbewijs vereist.",
        "De test kan pas na zes maanden opnieuw worden gedaan.",
        "São admitidos os candidatos com carta de condução.",
        "O teste não pode ser repetido antes de seis meses.",
        "Appeals must be made on form C4.",
    ],
)
def test_the_rules_of_a_procedure_are_no_feedback(text: str) -> None:
    """They are the same for everybody, beside feedback as well."""
    what = reading(f"Your essay was thin.\n\n{text}")
    assert [one.text for one in feedback_of(what, judged(what, others=Act.GAP))] == ["Your essay was thin."]


@pytest.mark.parametrize(
    "text",
    [
        "Selection was based on the written test, in which you scored 12 of 40.",
        "Candidates were assessed on SQL, and yours was slow.",
        "Die Auswahl erfolgte nach Erfahrung, und davon haben Sie noch wenig.",
        "La sélection s'est faite sur l'anglais, et le vôtre est encore fragile.",
        "La selección se basó en la experiencia, y la tuya es corta.",
        "Next time, ask for a code review before you submit.",
        "You did not seek a review of your figures.",
        "Candidates must hold a licence, and yours has expired.",
        "Les candidats doivent avoir le permis B, que vous n'avez pas.",
        "For all posts a B2 is needed and you have a B1.",
        "You asked whether it was your German: it was.",
        "You asked what to work on: your openings.",
        "Test your code again after each change.",
        "In the role play you told the customer to make a complaint.",
    ],
)
def test_what_is_said_to_the_candidate_is_no_rule(text: str) -> None:
    """Though it says by what everybody was chosen, or speaks of another review or complaint."""
    what = reading(f"Your essay was thin.\n\n{text}")
    assert [one.text for one in feedback_of(what, judged(what, others=Act.GAP))] == ["Your essay was thin.", text]


def test_the_list_under_a_rule_is_the_candidates_own() -> None:
    """Under advice for all it is not."""
    what = reading("Candidates were scored against these criteria:\n\n- SQL: your joins were slow\n- Teamwork: good")
    assert len(feedback_of(what, judged(what, {"scored": Act.INFORMS}, others=Act.GAP))) == 2


@pytest.mark.parametrize(
    ("announced", "told"),
    [
        ("The panel assessed every form against these essential criteria, namely:", 1),
        ("La commission s'est fondée sur la grille suivante, identique pour tous :", 1),
        ("These requirements were not met:", 3),
        ("Your form was weak on these criteria:", 3),
    ],
)
def test_a_list_of_what_everybody_was_measured_by_is_no_feedback(announced: str, told: int) -> None:
    """Unless an item is about this candidate: it has a mark, or says whom it speaks to."""
    what = reading(f"{announced}\n\n- experience of enforcement work\n- a full driving licence\n- SQL: not shown")
    acts = {announced[:12]: Act.INFORMS, "experience of": Act.GAP, "driving": Act.GAP, "SQL": Act.GAP}
    assert len(feedback_of(what, judged(what, acts))) == told


def test_a_mark_that_was_missed_is_feedback_whatever_was_needed() -> None:
    """The pass mark alone is a rule; with what the candidate got, it is not."""
    what = reading("The pass mark was 45 and you reached 41.")
    assert len(feedback_of(what, judged(what, others=Act.GAP))) == 1


@pytest.mark.parametrize(
    ("missed", "liked", "told"), [(0.35, 0.4, 1), (0.2, 0.6, 1), (0.19, 0.6, 0), (0.2, 0.2, 0), (0.1, 0.38, 0)]
)
def test_what_praises_and_misses_at_once_is_likely_by_halves(missed: float, liked: float, told: int) -> None:
    """Neither half is likely enough alone, and a sentence that speaks to nobody needs both too."""
    what = reading("Muy buena la parte creativa, pero floja la de datos.")
    acts = {"creativa": {Act.STRENGTH: 0.3, Act.GAP: 0.2, Act.INFORMS: 0.5}}
    judgement = replace(judged(what, acts), feedback=(missed,), strengths=(liked,))
    assert [one.kind for one in feedback_of(what, judgement)] == [FeedbackKind.GAP] * told


@pytest.mark.parametrize(("liked", "kind"), [(0.4, FeedbackKind.STRENGTH), (0.1, FeedbackKind.GAP)])
def test_praise_is_not_told_as_what_was_missing(liked: float, kind: FeedbackKind) -> None:
    """What is likely of use, too, may be praise all the same where it says no "but"."""
    what = reading("You held the ladder steady all morning. The rope was left wet.")
    acts = {"ladder": {Act.STRENGTH: liked, Act.GAP: 0.2, Act.INFORMS: 0.4}, "rope": Act.GAP}
    judgement = replace(judged(what, acts), feedback=(0.4, 0.9), strengths=(0.45, 0.1))
    assert [one.kind for one in feedback_of(what, judgement)] == [kind, FeedbackKind.GAP]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We liked your portfolio, but the interface work was missing.", 1),
        ("Ihre Mappe hat uns gefallen, aber es fehlten Arbeiten zur Bedienung.", 1),
        ("Nous avons aimé votre dossier, mais il nous a manqué des travaux d'interface.", 1),
        ("Nos gustó mucho tu propuesta, pero nos faltó ver números.", 1),
        ("Il tuo portfolio ci è piaciuto, ma è mancato qualche lavoro di interfaccia.", 1),
        ("We vonden je portfolio mooi, maar misten voorbeelden van interfacewerk.", 1),
        ("Gostámos do seu portefólio, mas faltou-nos ver trabalho de interface.", 1),
        ("We liked your portfolio, but the decision was hard.", 0),
    ],
)
def test_what_turns_from_praise_to_what_was_missing_is_feedback(text: str, told: int) -> None:
    """Though the model takes it for the praise that everybody gets."""
    what = reading(text)
    acts = {text[:9]: {Act.PRAISES: 0.7, Act.GAP: 0.15, Act.STRENGTH: 0.1}}
    judgement = replace(judged(what, acts), feedback=(0.1,), strengths=(0.1,))
    assert [one.text for one in feedback_of(what, judgement)] == [text] * told


ERRANDS = (
    "Please send us your train tickets and we will reimburse you.",
    "Say I sent you if you ring the bakery next door.",
    "Drop in for a coffee when you are in town.",
    "We pay for the trial by bank transfer, as soon as you write to us.",
    "Die Fahrtkosten zahlen wir, wenn du uns die Belege schickst.",
    "Rufen Sie sie ruhig in meinem Namen an.",
    "Pour votre journée d'essai, envoyez-moi un RIB.",
    "Dites au boulanger que vous venez de ma part.",
    "Mandaci i biglietti del treno e ti rimborsiamo.",
    "Cerca gente, digli che ti mando io.",
    "Heb je onkosten gemaakt, stuur ze dan op.",
)


@pytest.mark.parametrize("text", ERRANDS)
def test_an_errand_beside_the_candidacy_is_no_feedback(text: str) -> None:
    """It tells what to do, as advice does: the model takes it for one by all that stands around it."""
    what = reading(f"Your essay was thin.\n\n{text}")
    acts = {"essay": Act.GAP, text[:12]: {Act.ADVICE: 0.3, Act.INFORMS: 0.7}}
    judgement = replace(judged(what, acts), feedback=(1.0, 0.95), strengths=(0.0, 0.0))
    assert [one.text for one in feedback_of(what, judgement)] == ["Your essay was thin."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We are seeing people who line up more neatly with what we need.", 0),
        ("Die Stelle bekommt jemand, der ein kleines bisschen besser zu uns passt.", 0),
        ("Nous avons retenu un profil plus en adéquation avec nos besoins.", 0),
        ("Seguimos con otras personas que encajan mejor en el puesto.", 0),
        ("Proseguiamo con profili più in linea con la posizione.", 0),
        ("We gaan verder met iemand die beter bij het team past.", 0),
        ("Seguimos com perfis que se ajustam melhor à função.", 0),
        ("We are seeing people whose experience with cold chains is a closer match.", 1),
        ("Seguimos con personas cuya experiencia en logística encaja mejor.", 1),
        ("D'autres correspondaient mieux, car ton anglais hésite encore.", 1),
        ("Otros se ajustaban más, porque tu inglés no es fluido.", 1),
        ("Altri erano più in linea, perché il tuo inglese è ancora debole.", 1),
        ("Anderen pasten beter, omdat je Engels nog zwak is.", 1),
        ("Outros ajustavam-se melhor, porque o seu inglês ainda é fraco.", 1),
    ],
)
def test_that_others_fit_better_is_feedback_only_with_what_they_fit_in(text: str, told: int) -> None:
    """Else it is what everybody is told."""
    what = reading(text)
    acts = {text[:12]: {Act.DECLINES: 0.8, Act.GAP: 0.2}}
    judgement = replace(judged(what, acts), feedback=(0.9,), strengths=(0.0,))
    assert len(feedback_of(what, judgement)) == told


@pytest.mark.parametrize(
    "text",
    [
        "You did not hand over the keys when the guest asked for them.",
        "Your write-up of the refund process was spot on.",
        "Your laptop skills are below what we need.",
        "Wir hätten uns mehr zum Thema Reisekosten in Ihrer Antwort gewünscht.",
        "Te falta un perfil más comercial.",
        "Il vous manque une présentation claire de votre profil.",
    ],
)
def test_what_was_done_in_a_trial_may_sound_like_an_errand(text: str) -> None:
    """What says so plainly what was missing is feedback whatever it is about."""
    what = reading(text)
    assert len(feedback_of(what, judged(what, others=Act.GAP))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "On your trial shift you forgot the keys to the cold store.",
        "Ihnen fehlte die Kenntnis der Reisekostenabrechnung.",
        "Te faltó saber cómo se reembolsa a un cliente.",
        "Aggiorna il tuo profilo con risultati misurabili, era troppo generico.",
    ],
)
def test_what_by_halves_tells_what_was_missing_is_no_errand(text: str) -> None:
    """An errand does not even do that."""
    what = reading(text)
    judgement = replace(judged(what, {text[:12]: {Act.INFORMS: 0.5, Act.GAP: 0.25}}), feedback=(0.9,), strengths=(0.0,))
    assert len(feedback_of(what, judgement)) == 1


def test_a_short_line_above_a_list_only_announces_it() -> None:
    """Whatever it says: "Lo que menos:" alone tells nothing."""
    what = reading("Lo que menos:\n- No hay tests\n- La caché nunca se invalida")
    told = judged(what, {"menos": Act.GAP, "tests": Act.GAP, "caché": Act.GAP})
    assert [one.text for one in feedback_of(what, told)] == ["No hay tests", "La caché nunca se invalida"]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("Good:", "Not so good:"),
        ("Gut fanden wir:", "Weniger gut:"),
        ("Les plus :", "Les moins :"),
        ("Lo mejor:", "Lo peor:"),
        ("Ci è piaciuto:", "Meno:"),
        ("Sterk:", "Minder:"),
        ("O melhor:", "Nem tanto:"),
    ],
)
def test_a_heading_that_only_says_less_is_the_other_side_of_what_was_liked(good: str, bad: str) -> None:
    """Right after one that names what was liked, and not where it stands alone."""
    what = reading(f"{good}\n- calm voice\n\n{bad}\n- loose ends")
    alone = reading("Not now:\n- loose ends")
    told = judged(what, others=Act.INFORMS)
    assert [one.kind for one in feedback_of(what, told)] == [FeedbackKind.STRENGTH, FeedbackKind.GAP]
    assert feedback_of(alone, judged(alone, others=Act.INFORMS)) == ()


@pytest.mark.parametrize(
    "closing", ["Désolée,\nClaire", "Tut mir leid,\nMarlene Ott", "À plus\n\nManu", "Ta-ra\n\nxx Peg", "Manu x"]
)
def test_a_name_alone_at_the_end_is_no_praise(closing: str) -> None:
    """However it is closed above."""
    what = reading(f"Tu jouais très bien.\n\n{closing}")
    name = closing.splitlines()[-1]
    told = judged(what, {"jouais": Act.STRENGTH, name: Act.STRENGTH}, others=Act.REGRETS)
    assert [one.text for one in feedback_of(what, told)] == ["Tu jouais très bien."]


def test_what_only_announces_feedback_is_none() -> None:
    """Beside plain feedback the model lets it through, for all that stands around it."""
    what = reading("You asked for your marks, so here they are:\n\nYou were late.")
    told = replace(judged(what, {"late": Act.GAP}), feedback=(0.5, 1.0), strengths=(0.3, 0.0))
    assert [one.text for one in feedback_of(what, told)] == ["You were late."]


def test_pluses_and_minuses_give_their_items_their_kind() -> None:
    """Where a message has both; a minus alone is a bullet like any other."""
    both = reading("Our notes:\n+ quick\n+ friendly\n- unsure\n\nWe will keep your papers.")
    assert [(one.kind, one.text) for one in feedback_of(both, judged(both))] == [
        (FeedbackKind.STRENGTH, "quick"),
        (FeedbackKind.STRENGTH, "friendly"),
        (FeedbackKind.GAP, "unsure"),
    ]
    alone = reading("Our notes:\n- quick\n- friendly")
    assert feedback_of(alone, judged(alone)) == ()


@pytest.mark.parametrize(
    ("text", "likely", "told"),
    [
        ("The farm feeds no second gardener.", 0.6, 0),
        ("The farm feeds no second gardener.", 0.7, 1),
        ("Your beds were full of weeds.", 0.6, 1),
        ("Die Beete, die Sie pflegten, waren voll Unkraut.", 0.6, 1),
        ("- weeds in the beds", 0.6, 1),
        ("We picked a gardener who can graft.", 0.6, 1),
        ("Les massifs du jardin étaient pleins de mauvaises herbes.", 0.6, 0),
        ("Dans tes massifs, il y avait des mauvaises herbes.", 0.6, 1),
    ],
)
def test_what_speaks_to_nobody_must_be_surer(text: str, likely: float, told: int) -> None:
    """It may be about the firm, unless it says "you" or whom they took, or is an item, which says neither."""
    what = reading(text)
    judgement = replace(judged(what, {text[-9:]: {Act.GAP: 0.3, Act.INFORMS: 0.7}}), feedback=(likely,))
    assert len(feedback_of(what, judgement)) == told


@pytest.mark.parametrize(("alone", "told"), [(0.05, 0), (0.2, 1)])
def test_what_looks_like_something_else_by_itself_must_be_surer_by_both(alone: float, told: int) -> None:
    """What stands around it makes an information likely to be feedback, and its own words less so."""
    what = reading("Your geranium stands in the office. You pruned the roses too late.")
    acts = {"geranium": {Act.INFORMS: 1 - alone, Act.GAP: alone}, "roses": {Act.GAP: 0.9, Act.INFORMS: 0.1}}
    judgement = replace(judged(what, acts), feedback=(0.55, 0.95))
    assert len(feedback_of(what, judgement)) == told + 1


@pytest.mark.parametrize(
    ("text", "alone", "told"),
    [
        ("Your geranium stands in the office.", 0.2, 0),
        ("Your geranium stands in the office.", 0.35, 1),
        ("The jury gave this explanation: your geranium stood in the office.", 0.2, 1),
        ("Your geranium was weak.", 0.2, 1),
        ("Your geranium, and we picked someone who can graft.", 0.2, 1),
    ],
)
def test_what_is_faint_is_no_feedback_where_nothing_else_is_said(text: str, alone: float, told: int) -> None:
    """A practical matter in a kind letter looks a little like feedback; a fault, a reason or another's gift is some."""
    what = reading(text)
    judgement = replace(judged(what, {"geranium": {Act.INFORMS: 1 - alone, Act.GAP: alone}}), feedback=(0.6,))
    assert len(feedback_of(what, judgement)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The glasshouse roof cost what was put by.", 0),
        ("The glasshouse needs more hands in spring.", 1),
        ("The test on pests let it down.", 1),
        ("The glasshouse roof cost you the post.", 1),
    ],
)
def test_a_lone_sentence_that_may_be_about_the_firm_has_to_be_very_sure(text: str, told: int) -> None:
    """Unless it says "you", how much, or speaks of what candidates alone do."""
    what = reading(text)
    judgement = replace(judged(what, {text[-9:]: {Act.GAP: 0.25, Act.REASON: 0.0}}), feedback=(0.8,))
    assert len(feedback_of(what, judgement)) == told


@pytest.mark.parametrize(
    "text",
    [
        "The owners lost the contract for the park.",
        "The council has cut our grant.",
        "Our team is complete for the season.",
        "Die Auftragslage gibt keine zweite Stelle her.",
        "Der Träger hat einen Einstellungsstopp verhängt.",
        "L'équipe est au complet pour l'été.",
        "La subvention n'a pas été reconduite.",
        "El proceso ha sido declarado desierto.",
        "La plantilla está completa hasta otoño.",
        "Abbiamo perso l'appalto del parco.",
        "L'organico è al completo.",
        "Het rooster zit vol tot september.",
        "De functie vervalt door een reorganisatie.",
        "A equipa está completa até ao verão.",
        "O financiamento não foi renovado.",
    ],
)
def test_the_firm_s_circumstances_are_no_feedback(text: str) -> None:
    """However likely they look: they say nothing of whoever is told."""
    what = reading(f"{text} You pruned the roses too late.")
    judgement = judged(what, {text[4:20]: {Act.GAP: 0.4, Act.INFORMS: 0.6}, "roses": {Act.GAP: 0.9}})
    found = feedback_of(what, replace(judgement, feedback=(0.95, 0.95)))
    assert [one.text for one in found] == ["You pruned the roses too late."]


@pytest.mark.parametrize(
    "text",
    [
        "You lost the contract with the first customer.",
        "Vous n'avez pas assez d'heures de vol.",
        "U heeft geen budget beheerd.",
        "Dir fehlt Erfahrung mit einer Umstrukturierung.",
        "Nenhuma experiência de trabalho em estufas.",
    ],
)
def test_the_same_words_said_of_the_candidate_are_feedback(text: str) -> None:
    """Whoever is told "you", or what experience was missing, is not told of the firm."""
    what = reading(text)
    judgement = judged(what, {text[4:16]: {Act.GAP: 0.4, Act.INFORMS: 0.6}})
    assert len(feedback_of(what, replace(judgement, feedback=(0.95,)))) == 1


@pytest.mark.parametrize(("alone", "told"), [(0.05, 0), (0.2, 1)])
def test_praise_that_looks_like_something_else_by_itself_must_be_surer_by_both(alone: float, told: int) -> None:
    """Beside feedback little praise is enough, unless it looks like no praise at all."""
    what = reading("Your reports were thin. Your geranium is at the window.")
    acts = {"thin": Act.GAP, "geranium": {Act.INFORMS: 1 - alone, Act.STRENGTH: alone}}
    judgement = replace(judged(what, acts), feedback=(1.0, 0.0), strengths=(0.0, 0.3))
    assert len(feedback_of(what, judgement)) == 1 + told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Moin, wir haben jemanden genommen, der schon gesetzt hat.", 1),
        ("We picked a gardener who can graft.", 1),
        ("We can't take on another gardener.", 0),
    ],
)
def test_whom_they_took_is_told_in_the_sentence_that_refuses(text: str, told: int) -> None:
    """The refusal hides it, so that less likelihood is enough."""
    what = reading(text)
    judgement = replace(judged(what, {text[-9:]: {Act.DECLINES: 0.7, Act.REASON: 0.1}}), feedback=(0.3,))
    assert [one.kind for one in feedback_of(what, judgement)] == [FeedbackKind.REASON] * told


@pytest.mark.parametrize(
    "text",
    [
        "The lad from the other boatyard gets the job.",
        "Den Platz bekommt der Junge aus Kappeln.",
        "Die Stelle geht an die Tochter vom Wirt.",
        "La place va au fils du patron.",
        "El puesto es para la sobrina del dueño.",
        "Il posto va al ragazzo di Chioggia.",
        "De plek gaat naar de dochter van de bakker.",
        "O lugar fica com o rapaz de Setúbal.",
    ],
)
@pytest.mark.parametrize("taken_for", [Act.ADVICE, Act.GAP])
def test_who_gets_the_place_is_no_advice(text: str, taken_for: Act) -> None:
    """Nor what the reader lacks, whatever the model takes it for: it is why they did not."""
    what = reading(text)
    judgement = replace(judged(what, {text[-9:]: {taken_for: 0.9}}), feedback=(0.9,))
    assert [one.kind for one in feedback_of(what, judgement)] == [FeedbackKind.REASON]


@pytest.mark.parametrize(
    "text",
    [
        "It goes to a hiring manager who reads every page.",
        "We'll be hiring someone in May and write to you then.",
        "Whoever gets the job will hear on Monday.",
        "Den Platz bekommt die Abteilung in Kiel.",
        "La place va au service des achats.",
        "Nehmen Sie jemanden mit, der Sie kennt.",
        "Prenez quelqu'un qui vous connaît comme référence.",
        "Prendiamo una decisione che ci pesa.",
        "Inseriamo una nota che dice tutto.",
        "We gaan iemand met jouw ervaring later zoeken.",
    ],
)
def test_what_only_sounds_like_it_tells_of_nobody_else(text: str) -> None:
    """A way that papers go, a counsel and a decision."""
    assert not chose_another(text)


@pytest.mark.parametrize(("praise", "told"), [(0.95, 1), (0.85, 0)])
def test_praise_that_stands_alone_must_be_surer(praise: float, told: int) -> None:
    """A letter that only praises is most often being kind."""
    what = reading("You took the churn question apart.")
    assert len(feedback_of(what, judged(what, {"churn": {Act.STRENGTH: praise, Act.PRAISES: 1 - praise}}))) == told


def test_praise_is_told_by_what_stands_around_it_as_well() -> None:
    """What the model says of praise in its place counts, whatever the sentence looks like alone."""
    what = reading("You took the churn question apart. You were late with the report.")
    alike = judged(what, {"churn": {Act.STRENGTH: 0.3, Act.PRAISES: 0.7}, "late": Act.GAP})
    told = replace(alike, strengths=(0.6, 0.0))
    other = replace(judged(what, {"churn": Act.STRENGTH, "late": Act.GAP}), strengths=(0.1, 0.0))
    assert [one.kind for one in feedback_of(what, told)] == [FeedbackKind.STRENGTH, FeedbackKind.GAP]
    assert [one.kind for one in feedback_of(what, other)] == [FeedbackKind.GAP]


def test_a_line_with_points_is_feedback_that_the_model_is_unsure_of() -> None:
    """`Communication: 3/5` says something of this candidate; a page number does not."""
    what = reading("Communication: 2/5\nCoding: 9/10\nPage: 1/2")
    unsure = {"Communication": {Act.GAP: 0.2, Act.INFORMS: 0.8}, "Coding": {Act.GAP: 0.2, Act.INFORMS: 0.8}}
    assert [(one.kind, one.text) for one in feedback_of(what, judged(what, unsure))] == [
        (FeedbackKind.GAP, "Communication: 2/5"),
        (FeedbackKind.STRENGTH, "Coding: 9/10"),
    ]


@pytest.mark.parametrize(("likely", "told"), [(0.09, 0), (0.1, 1)])
def test_a_line_with_points_is_none_that_is_surely_something_else(likely: float, told: int) -> None:
    """A tenth is enough, whether of use or of praise."""
    what = reading("Communication: 2/5")
    for told_as in ({"feedback": (likely,)}, {"strengths": (likely,)}):
        assert len(feedback_of(what, replace(judged(what), **told_as))) == told


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Presentation: 5 out of 5", FeedbackKind.STRENGTH),
        ("Presentation: 2 (of 5)", FeedbackKind.GAP),
        ("Q1 Motivation: 5/5", FeedbackKind.STRENGTH),
        ("Presentation: 90%", FeedbackKind.STRENGTH),
        ("SQL - 35 %", FeedbackKind.GAP),
        ("SQL 1/5", FeedbackKind.GAP),
        ("| SQL | 5/5 |", FeedbackKind.STRENGTH),
        ("Ausdruck: 4 von 5 Punkten", FeedbackKind.STRENGTH),
        ("Verbal reasoning: 41/60 (pass mark 40)", FeedbackKind.STRENGTH),
        ("Accuracy: 80 % (minimum 92)", FeedbackKind.GAP),
        ("Typing: 28 wpm (minimum 20)", FeedbackKind.STRENGTH),
        ("Complaints: 2/5, no example given", FeedbackKind.GAP),
        ("Teamwork: very good", FeedbackKind.STRENGTH),
        ("Leadership | below expectations |", FeedbackKind.GAP),
        ("Role play: below standard (did not sum up)", FeedbackKind.GAP),
        ("Fachwissen: mangelhaft", FeedbackKind.GAP),
        ("Motivation : bon", FeedbackKind.STRENGTH),
        ("Motivazione: ottimo", FeedbackKind.STRENGTH),
        ("Vakkennis: onvoldoende", FeedbackKind.GAP),
        ("Inglês: muito bom", FeedbackKind.STRENGTH),
    ],
)
def test_points_give_the_kind_whatever_the_model_thinks(line: str, kind: FeedbackKind) -> None:
    """In figures, in words, in percent, beside what was wanted, and without a colon as a table has them."""
    what = reading(f"You were late.\n\n{line}")
    for act in (Act.GAP, Act.STRENGTH):
        told = feedback_of(what, judged(what, {"late": Act.GAP}, others=act))
        assert [(one.kind, one.text) for one in told[1:]] == [(kind, line)]


@pytest.mark.parametrize(
    ("text", "model", "kind"),
    [
        ("You are lovely with the guests, but at full tables you lose count.", Act.STRENGTH, FeedbackKind.GAP),
        ("Deine Naht war sauber, aber die Knopflöcher sind ausgefranst.", Act.STRENGTH, FeedbackKind.GAP),
        ("Votre pâte est superbe, mais le service vous a débordée.", Act.STRENGTH, FeedbackKind.GAP),
        ("Tu voz nos encantó, pero el segundo solo entró tarde.", Act.STRENGTH, FeedbackKind.GAP),
        ("You are lovely with the guests, but we had one place to give.", Act.STRENGTH, FeedbackKind.STRENGTH),
        ("Deine Naht war sauber, aber die Wahl fiel auf Ina.", Act.STRENGTH, FeedbackKind.STRENGTH),
        ("Votre pâte est superbe, mais nous avons retenu Paul.", Act.STRENGTH, FeedbackKind.STRENGTH),
        ("Tu voz nos encantó, pero también tu calma con el coro.", Act.STRENGTH, FeedbackKind.STRENGTH),
        ("Strength: your sense of where the light falls", Act.GAP, FeedbackKind.STRENGTH),
        ("A melhorar: nunca olhaste para o público", Act.STRENGTH, FeedbackKind.GAP),
        ("Stimmführung: gut, mit ruhigem Atem", Act.GAP, FeedbackKind.STRENGTH),
        ("Omgang met boze gasten: matig, je werd luid", Act.STRENGTH, FeedbackKind.GAP),
        ("He would have liked to hear figures: what you saved, and when.", Act.GAP, FeedbackKind.GAP),
    ],
)
def test_a_turn_a_label_or_a_mark_tells_praise_from_a_fault(text: str, model: Act, kind: FeedbackKind) -> None:
    """Whatever the model takes a sentence for that judges how somebody did."""
    what = reading(f"You came late.\n\n{text}")
    told = feedback_of(what, judged(what, {"late": Act.GAP}, others=model))
    assert [(one.kind, one.text) for one in told[1:]] == [(kind, text)]


@pytest.mark.parametrize("text", ["Location: good, close to the station", "The hall: good, with a view"])
def test_a_mark_with_a_comment_makes_no_feedback_of_what_is_none(text: str) -> None:
    """The comment may be about anything."""
    what = reading(f"You came late.\n\n{text}")
    told = feedback_of(what, judged(what, {"late": Act.GAP, text: {Act.GAP: 0.15, Act.INFORMS: 0.85}}))
    assert [one.text for one in told] == ["You came late."]


@pytest.mark.parametrize("line", ["Salary: limited", "Standort: gut", "Places: limited", "Sueldo: bajo"])
def test_what_the_job_has_rates_nobody(line: str) -> None:
    """It stands in the lines above a refusal, as marks do below one."""
    what = reading(f"You were late.\n\n{line}")
    told = feedback_of(what, judged(what, {"late": Act.GAP}, others=Act.INFORMS))
    assert [one.text for one in told] == ["You were late."]


def test_points_that_say_nothing_are_left_to_the_model() -> None:
    """A mark without the best one, and a sentence in which points are spoken of."""
    what = reading("Teamwork: 3\n\nEverybody who was invited to the last round had got 36 of 60.")
    for act, kind in ((Act.GAP, FeedbackKind.GAP), (Act.REASON, FeedbackKind.REASON)):
        assert [one.kind for one in feedback_of(what, judged(what, others=act))] == [kind, kind]


@pytest.mark.parametrize(
    "sheet",
    [
        "Communication with senior stakeholders: 5/5\nSQL: 2/5\nPresentation of results to the panel: 2/5\nTeam: 5/5",
        "Numerical reasoning: 41/60 (pass mark 45)\nVerbal reasoning: 52/60 (pass mark 45)\nJudgement: 7/10",
        "Communication with senior stakeholders: excellent\nSQL in the exercise: weak\nPresentation: very good",
    ],
)
def test_the_lines_of_a_score_sheet_are_not_run_together(sheet: str) -> None:
    """However long one of them is."""
    what = reading(sheet)
    assert [one.text for one in feedback_of(what, judged(what, others=Act.GAP))] == sheet.split("\n")


def test_a_comment_behind_points_may_wrap() -> None:
    """It goes on in the next line."""
    what = reading(
        "Presentation of the case: 2/5, you were hard to\nfollow and ran over.\nTeamwork in the exercise: 4/5"
    )
    assert [one.text for one in what.sentences] == [
        "Presentation of the case: 2/5, you were hard to follow and ran over.",
        "Teamwork in the exercise: 4/5",
    ]


@pytest.mark.parametrize("number", ["1.", "2)", "(3)", "a.", "b)"])
@pytest.mark.parametrize(("good", "bad"), [("Strengths:", "Weaknesses:"), ("Points forts :", "Points faibles :")])
def test_the_number_of_an_item_is_no_sentence(number: str, good: str, bad: str) -> None:
    """Else the number is quoted, and what it stands before is no item."""
    what = reading(f"{good}\n{number} Humour\n\n{bad}\n{number} Excel")
    assert [(one.kind, one.text) for one in feedback_of(what, judged(what))] == [
        (FeedbackKind.STRENGTH, "Humour"),
        (FeedbackKind.GAP, "Excel"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Agradecemos o seu interesse, mas lamentamos informar que\no candidato escolhido foi outro.",
        "Vielen Dank für das Gespräch, zu dem wir Sie am Montag, dem\n12. Oktober getroffen haben.",
    ],
)
def test_a_wrap_before_a_small_word_or_a_day_parts_no_sentence(text: str) -> None:
    """Only what marks an item does: an `o` with a wide gap, a number with no month behind it."""
    assert [one.text for one in reading(text).sentences] == [text.replace("\n", " ")]
    assert len(reading("Das hat uns an der Probearbeit gefehlt und gestört:\no   Tempo\n12. Ordnung").sentences) == 3
    assert len(reading("Next time you would do well to:\n1. Maintain a log\n2. Augment the tests").sentences) == 3


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("What we liked:", "Where you fell short:"),
        ("Strengths", "Areas for development"),
        ("What went well:", "What we liked less:"),
        ("Was uns gefallen hat:", "Was uns gefehlt hat:"),
        ("Points forts :", "Points à améliorer :"),
        ("Puntos fuertes:", "Puntos a mejorar:"),
        ("Lo mejor:", "A mejorar:"),
        ("Punti di forza:", "Punti deboli:"),
        ("Sterke punten:", "Verbeterpunten:"),
        ("Pontos fortes:", "Pontos a melhorar:"),
    ],
)
def test_a_heading_gives_its_items_their_kind_and_is_none(good: str, bad: str) -> None:
    """Whatever the model thinks of the heading, and of items of one word."""
    what = reading(f"{good}\n- Humour\n- Pace\n\n{bad}\n- Excel\n- Time\n\nWe will keep your papers.")
    judgement = judged(what, {good: Act.GAP, bad: Act.STRENGTH, "Pace": Act.GAP, "Excel": Act.STRENGTH})
    assert [(one.kind, one.text) for one in feedback_of(what, judgement)] == [
        (FeedbackKind.STRENGTH, "Humour"),
        (FeedbackKind.STRENGTH, "Pace"),
        (FeedbackKind.GAP, "Excel"),
        (FeedbackKind.GAP, "Time"),
    ]


def test_items_without_bullets_need_some_likelihood_and_end_at_the_empty_line() -> None:
    """The next paragraph is another matter."""
    what = reading("Strengths:\nPace\nThe weather\n\nYour SQL was slow.")
    likely = {"Pace": {Act.GAP: 0.2, Act.INFORMS: 0.8}, "SQL": Act.GAP}
    assert [(one.kind, one.text) for one in feedback_of(what, judged(what, likely))] == [
        (FeedbackKind.STRENGTH, "Pace"),
        (FeedbackKind.GAP, "Your SQL was slow."),
    ]


def test_a_heading_may_end_a_line_above_a_list() -> None:
    """It follows the sentence that declines."""
    what = reading("We will not go on. What we missed:\n\n- Practice\n- Questions for us")
    told = feedback_of(what, judged(what, {"missed": Act.GAP}))
    assert [one.text for one in told] == ["Practice", "Questions for us"]


def test_a_heading_in_bold_needs_no_colon_and_no_bullets_below() -> None:
    """It begins a paragraph."""
    what = reading("Stärken\nPünktlich\n\nSchwächen\nKasse")
    likely = {"nktlich": {Act.GAP: 0.2, Act.INFORMS: 0.8}, "Kasse": {Act.STRENGTH: 0.2, Act.INFORMS: 0.8}}
    assert [(one.kind, one.text) for one in feedback_of(what, judged(what, likely))] == [
        (FeedbackKind.STRENGTH, "Pünktlich"),
        (FeedbackKind.GAP, "Kasse"),
    ]


def test_what_contradicts_its_heading_is_left_to_the_model() -> None:
    """Praise with a but is no praise."""
    what = reading("What we liked:\n- your pace, but not your SQL")
    assert [one.kind for one in feedback_of(what, judged(what, others=Act.GAP))] == [FeedbackKind.GAP]


@pytest.mark.parametrize(
    "text",
    [
        "The panel said this about you: your SQL was slow.",
        "What held you back: paperwork.",
        "Your answers on SQL were too slow:\n\nKind regards\nDana",
        "You did not know our shops at all:\n- the one in Leeds",
    ],
)
def test_feedback_behind_a_colon_or_with_one_is_still_found(text: str) -> None:
    """Not every colon makes a heading."""
    what = reading(text)
    assert feedback_of(what, judged(what, {text[:8]: Act.GAP}))[0].text == text.partition("\n")[0]


def test_a_signature_that_the_model_is_unsure_of_is_no_feedback() -> None:
    """Names that it has never seen are still names."""
    what = reading("Aoife Brennan and Luis Carmona")
    unsure = replace(judged(what, {"Aoife": {Act.SIGNS: 0.25, Act.GAP: 0.1}}), feedback=(0.6,))
    assert feedback_of(what, unsure) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Henning Osterkamp",
        "Osterkamp, Henning",
        "Industriestraße 4",
        "Calle del Molino 4",
        "12 rue du Moulin",
        "4 Mill Street",
        "33602 Bielefeld",
        "1011 AB Amsterdam",
        "Tel. +49 521 123-45",
        "030 000 00",
        "h.osterkamp@lindhorst.example",
    ],
)
@pytest.mark.parametrize("closing", ["", "Mit freundlichen Grüßen\n"])
def test_who_signs_and_from_where_is_no_feedback(line: str, closing: str) -> None:
    """Beside plain feedback the model lets through what is hardly any."""
    what = reading(f"You were late.\n\n{closing}{line}", sender="Henning Osterkamp <h@lindhorst.example>")
    told = feedback_of(what, judged(what, {"late": Act.GAP}, others=Act.STRENGTH))
    assert line not in {one.text for one in told}


@pytest.mark.parametrize("closing", ["Kind regards,", "Best", "Un saludo", "Thanks!", "Mit freundlichem Gruß"])
def test_below_the_closing_only_whole_sentences_items_and_a_postscript_are_feedback(closing: str) -> None:
    """Titles, departments and mottos are not."""
    below = "Dana\nHead of Engineering\nAcme Co.\nWe thought your SQL was slow.\n\n- Joins\nSpeed: 2/5\n\nPS: more"
    what = reading(f"You were late.\nThanks for the tests you sent us.\nNo tests at all\n\n{closing}\n{below}")
    told = feedback_of(what, judged(what, others=Act.GAP))
    assert [one.text for one in told] == [
        "You were late.",
        "Thanks for the tests you sent us.",
        "No tests at all",
        "We thought your SQL was slow.",
        "Joins",
        "Speed: 2/5",
        "PS: more",
    ]


def test_feedback_is_found_in_a_sentence_that_does_something_else() -> None:
    """The sentence that declines often says why."""
    what = reading("We chose someone with more experience in Go.")
    told = replace(judged(what, {"Go": {Act.DECLINES: 0.9, Act.REASON: 0.1}}), feedback=(0.6,))
    assert [one.kind for one in feedback_of(what, told)] == [FeedbackKind.REASON]


def test_a_sentence_that_is_said_twice_is_quoted_once() -> None:
    """Systems like to repeat themselves."""
    what = reading("You were late.\n\nYou were late.")
    assert len(feedback_of(what, judged(what, {"late": Act.GAP}))) == 1


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Your Python was rusty.", "technical skill"),
        ("Ihnen fehlt die Erfahrung.", "experience"),
        ("Vos réponses manquaient d'exemples concrets.", "examples"),
        ("Tu motivación no quedó clara.", "motivation"),
        ("Il tuo inglese non basta.", "language"),
        ("Je kennis van de sector is beperkt.", "domain knowledge"),
        ("Faltou comunicação com a equipe.", "communication"),
        ("Your salary expectations are above our band.", "salary"),
        ("Die Präsentation war lang.", "presentation"),
        ("You need a work permit.", "eligibility"),
    ],
)
def test_topics_are_known_by_their_words(text: str, topic: str) -> None:
    """In the languages that are read."""
    assert topic in topics_of(text)


def test_a_text_without_such_words_has_no_topic() -> None:
    """Nothing is made up, and part of a word is no word."""
    assert topics_of("You were late.") == ()
    assert "salary" not in topics_of("We celebrated.")


def test_an_offer_of_feedback_is_an_act() -> None:
    """Whatever its words."""
    what = reading("Ring me. Bye.")
    assert offers_feedback(what, judged(what, {"Ring": Act.OFFERS_FEEDBACK}))
    for likely, offered in ((0.34, False), (0.35, True)):
        told = judged(what, {"Ring": {Act.OFFERS_FEEDBACK: likely, Act.CHATS: 1 - likely}})
        assert offers_feedback(what, told) is offered


@pytest.mark.parametrize(
    "text",
    [
        "If you would like to know why, just give me a ring.",
        "If it would help to hear our reasons, I am in the office until six.",
        "I am happy to talk you through our decision on the phone.",
        "Wenn Sie wissen möchten, warum, rufen Sie mich gern an.",
        "Auf Wunsch nennen wir Ihnen die Gründe.",
        "Si vous souhaitez connaître les motifs de ce choix, écrivez-moi.",
        "Si quieres saber los motivos, llámame.",
        "Se desidera conoscere le motivazioni, può scriverci.",
        "Als je wilt weten waarom, bel me dan even.",
        "If you would like to know why, please do not hesitate to call.",
        "If you'd like to know why we did not choose you, just reply.",
        "Wenn Sie wissen möchten, warum es nicht geklappt hat, rufen Sie mich an.",
        "Si vous souhaitez connaître les raisons de ce refus, n'hésitez pas à m'appeler.",
        "Si quieres saber por qué no has sido elegida, no dudes en llamarme.",
        "Se vuole sapere perché non è stata scelta, mi chiami.",
        "Als je wilt weten waarom we niet voor jou kozen, bel me gerust.",
        "Se quiser saber por que não foi escolhida, não hesite em ligar.",
        "Se quiser saber as razões, é só responder a esta mensagem.",
    ],
)
def test_reasons_are_offered_as_feedback_is(text: str) -> None:
    """They need not say "feedback", and the model may not know."""
    what = reading(text)
    assert offers_feedback(what, judged(what, {text[:9]: Act.INVITES_CONTACT}))


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Applicants who would like to receive feedback can ask for it within a week.", True),
        ("Should you wish to receive feedback, please write to the head, naming the post.", True),
        ("If you want to talk it over, ring me. I mean that.", True),
        ("Come by if you'd like to go through it.", True),
        ("Falls du darüber reden willst, ruf einfach an.", True),
        ("Si vous désirez en discuter, mon poste est le 12.", True),
        ("Si vous souhaitez une rétroaction, écrivez-moi.", True),
        ("Si quieres hablarlo, llámame.", True),
        ("Se vuole parlarne, mi trova in ufficio.", True),
        ("Als je er nog over wilt praten, bel me.", True),
        ("Se quiser conversar sobre isso, é só ligar.", True),
        ("We would like feedback on our process.", False),
        ("Applicants may not request feedback at this stage.", False),
        ("You can see your feedback to us here.", False),
    ],
)
def test_who_asks_or_wants_to_talk_may_have_feedback(text: str, *, offered: bool) -> None:
    """Whether "you" are spoken to or all of them, and whether or not it is called so."""
    what = reading(text)
    assert offers_feedback(what, judged(what, {text[:9]: Act.INVITES_CONTACT})) is offered


@pytest.mark.parametrize(
    ("text", "likely", "denied"),
    [
        ("Given the numbers we cannot give feedback to anybody.", 0.3, True),
        ("Given the numbers we cannot give feedback to anybody.", 0.29, False),
        ("[ GIVE FEEDBACK ]", 0.9, False),
        ("We give no reasons by mail, but if you would like to know why, ring me.", 0.9, False),
    ],
)
def test_what_is_not_given_is_told_so(text: str, likely: float, *, denied: bool) -> None:
    """By what the model takes a sentence for, where it says no; an offer beside it goes before."""
    what = reading(text)
    judgement = judged(what, {text[:9]: {Act.NO_FEEDBACK: likely, Act.INFORMS: 1 - likely}})
    assert denies_feedback(what, judgement) is denied


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Bei der Menge an Einsendungen können wir leider keine persönlichen Rückmeldungen geben.", True),
        ("Eine Bitte: Wir können keine ausführliche Begründung verschicken.", True),
        ("Individuelle Fragen sind willkommen, doch keine inhaltliche Bewertung ist uns möglich.", True),
        ("Vu le nombre de dossiers, nous ne pouvons faire de retour personnalisé.", True),
        ("Nous ne pouvons donner aucun avis individuel sur les dossiers.", True),
        ("La direction ne peut faire aucun commentaire détaillé.", True),
        ("Entschuldigen Sie, dass wir Ihnen lange keine persönliche Rückmeldung geben konnten.", False),
        ("Sie müssen uns keine persönlichen Daten geben.", False),
        ("Wir haben keine persönliche Rückmeldung erhalten.", False),
        ("Nous regrettons de ne pas avoir fait de retour personnalisé plus tôt.", False),
    ],
)
def test_that_nobody_is_told_in_person_is_said_in_words(text: str, *, denied: bool) -> None:
    """Whatever the model takes it for; an answer that came late denies no feedback."""
    what = reading(text)
    assert denies_feedback(what, judged(what, {text[:9]: Act.EXPLAINS})) is denied


@pytest.mark.parametrize(
    "text",
    [
        "If you would like to know why we collect your data, read our privacy notice.",
        "If you want to know the reasons, we regret that we cannot give any.",
        "Wenn Sie wissen möchten, warum, können wir Ihnen leider keine Auskunft geben.",
        "I would like to know why you applied.",
        "Si vous souhaitez connaître nos offres, abonnez-vous.",
        "If you would like to know why you received this email, click here.",
        "If you want to see why people love working here, follow us.",
        "If you would like to see the decision, log in to your account.",
        "Wenn Sie wissen möchten, warum Sie diese E-Mail erhalten, klicken Sie hier.",
        "Wir hätten Sie gerne eingeladen, doch verschiedene Gründe stehen dem entgegen.",
        "Si desea saber por qué recibe este correo, pulse aquí.",
        "Mocht je interesse hebben, stuur dan je motivatie en cv.",
    ],
)
def test_what_is_not_given_or_is_no_reason_is_not_offered(text: str) -> None:
    """A question, a refusal and a privacy notice speak of reasons too."""
    what = reading(text)
    assert not offers_feedback(what, judged(what, {text[:9]: Act.INFORMS}))


@settings(max_examples=80)
@given(st.text(max_size=400))
def test_every_quotation_stands_in_the_text(text: str) -> None:
    """White space folded, feedback is an exact substring, whatever the text."""
    what = reading(text)
    folded = " ".join(what.text.split())
    for one in feedback_of(what, judged(what, others=Act.GAP)):
        assert one.text
        assert one.text in folded


@given(st.text(max_size=60), st.integers(1, 30))
def test_a_shortened_text_is_a_beginning(text: str, most: int) -> None:
    """It never grows, never exceeds the limit, and short texts stay whole."""
    short = shorten(text, most)
    assert text.startswith(short)
    assert len(short) <= most
    assert len(text) > most or short == text


@pytest.mark.parametrize(
    "text",
    [
        "We feel that you are overqualified for it.",
        "Sie sind dafür überqualifiziert.",
        "Vous êtes surqualifiée pour ce poste.",
        "You ask for more than our budget allows, as your salary expectations are above it.",
        "Your commute would be too long.",
        "Je bent voor deze functie overgekwalificeerd.",
    ],
)
def test_what_nobody_could_do_better_is_a_reason_and_no_fault(text: str) -> None:
    """Else a letter would list it under what they missed, and ask how to make up for it."""
    what = reading(text)
    assert [one.kind for one in feedback_of(what, judged(what, {text[:9]: Act.GAP}))] == [FeedbackKind.REASON]


@pytest.mark.parametrize(
    "text",
    [
        "Your experience is a long way off, too far from what we do.",
        "Your solution was too far away from anything that we could ship.",
        "Your portfolio did not match what you told us about it.",
        "The role does not match your present level.",
        "You did not pay enough attention to detail over the day.",
        "Your knowledge of compensation and benefits was thinner than expected.",
        "You have not yet looked after a pay and benefits budget.",
        "Your answer on the travel case was too long.",
        "We need someone more senior than the level you showed.",
        "Ihre Projekte sind zu weit weg von unserem Alltag.",
        "Ihr Einsatz in der Probe war zu hoch und die Genauigkeit zu gering.",
        "Je ervaring ligt te ver van ons vak af.",
    ],
)
def test_a_fault_stays_one_whatever_words_it_shares_with_terms(text: str) -> None:
    """Else the letter would say that it was not about the work."""
    what = reading(text)
    assert [one.kind for one in feedback_of(what, judged(what, {text[:9]: Act.GAP}))] == [FeedbackKind.GAP]
