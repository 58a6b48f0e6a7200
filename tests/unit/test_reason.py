"""The reason that a rejection gives."""

from __future__ import annotations

import pytest
from support.judgements import judged, reading

from pipeline.core.applications.application import Reason
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.verdict import Act
from pipeline.reading.feedback.rules import feedback_of
from pipeline.reading.reason.rules import reason_of
from pipeline.reading.told.chosen import chose_another


def reason(text: str, acts: dict[str, Act]) -> Reason:
    """Return the reason of a rejection with this text."""
    what = reading(text)
    return reason_of(what, judged(what, acts))


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (Act.FILLED, Reason.FILLED),
        (Act.CANCELS, Reason.CANCELLED),
        (Act.HOLDS, Reason.ON_HOLD),
        (Act.INELIGIBLE, Reason.ELIGIBILITY),
    ],
)
def test_acts_that_end_a_candidacy_give_their_reason(act: Act, expected: Reason) -> None:
    """Whatever the words."""
    assert reason("That is how it is.", {"That": act}) is expected


@pytest.mark.parametrize(
    "text",
    [
        "We have decided to move forward with other candidates.",
        "The desk goes to Maren, who knows the archive.",
        "wir haben uns für einen anderen Bewerber entschieden.",
        "Nous avons retenu un autre candidat.",
        "Hemos decidido continuar con otros candidatos.",
        "Abbiamo deciso di proseguire con altri candidati.",
        "We gaan verder met andere kandidaten.",
        "Optamos por seguir com outros candidatos.",
    ],
)
def test_others_were_preferred(text: str) -> None:
    """In each language, in the sentence that declines."""
    assert reason(text, {text[:10]: Act.DECLINES}) is Reason.OTHER_CANDIDATE


#: Whom they took instead, as people say it.
TOOK = [
    "We have gone for someone with a reach truck licence.",
    "They've gone for a chap with a reach truck licence.",
    "We gave it to Farah from the bakery side.",
    "We picked a developer who already knows Rust.",
    "The post went to a nurse with ten years on the ward.",
    "Wir haben jemanden genommen, der schon Deutsch unterrichtet hat.",
    "Die Stelle hat eine Kollegin bekommen, die SAP kennt.",
    "On a pris quelqu'un qui maîtrise After Effects.",
    "Hemos cogido a una chica que ya habla alemán.",
    "Nos hemos quedado con alguien que conoce SAP.",
    "Abbiamo preso un ragazzo che parla già tedesco.",
    "La scelta è caduta su una persona con più esperienza.",
    "We hebben iemand aangenomen die al Duits spreekt.",
    "Aunque cumples los requisitos, nos hemos quedado con Marta, que conoce el sector.",
    "Nonostante la sua esperienza abbiamo scelto Giulia, che conosce già il settore.",
    "Apesar da sua experiência, optámos pela Joana, que já conhece o setor.",
    "Ficámos com uma pessoa que já fala alemão.",
    "Contratamos alguém que já domina SAP.",
    "It is going to be the other lad.",
    "The governors have appointed Mr Daniel Cole.",
    "The post has been offered to Dr Helen Frost.",
    "The trustees have selected Professor Jane Holt.",
    "Am Ende hat sich der Chef für Murat entschieden.",
    "Am Ende nehmen wir die Anna.",
    "Die Leitung nimmt nun doch die Kollegin aus der Tagespflege.",
    "Der Personalrat hat sich für Herrn Lüders entschieden.",
    "Der Ruf ist an Frau Prof. Lang ergangen.",
    "On en a parlé et on prend Julie.",
    "La directrice a retenu Mme Aubert.",
    "Le poste revient à un candidat dont les travaux portent sur les archives.",
    "Al final se queda Nerea con el puesto.",
    "La directora se ha decantado por Amaia.",
    "Al final cogemos a Leire.",
    "Il posto va a Rita.",
    "Alla fine prendiamo la Giulia.",
    "Il capo ha scelto l'altro ragazzo.",
    "We gaan toch voor Fleur.",
    "We hebben het aan Rik gegund, die woont om de hoek.",
    "No fim a gente vai ficar com a Camila.",
    "A chefe preferiu o outro rapaz.",
]


#: The same beside words of what the candidate has.
DESPITE = [
    "On a retenu quelqu'un d'autre, malgré vos compétences.",
    "Malgré vos compétences, nous avons finalement choisi Camille, qui connaît déjà le secteur.",
    "Je hebt mooie ervaring, maar we kiezen toch voor Anouk.",
    "Je voldoet aan alle eisen, maar een collega krijgt de baan.",
]


@pytest.mark.parametrize("text", [*TOOK, *DESPITE])
@pytest.mark.parametrize("act", [Act.DECLINES, Act.GAP, Act.REPORTS])
def test_whom_they_took_instead_was_preferred(text: str, act: Act) -> None:
    """Whatever the model takes such a sentence for."""
    assert reason(text, {text[:10]: act}) is Reason.OTHER_CANDIDATE


@pytest.mark.parametrize("text", TOOK)
def test_whom_they_took_instead_is_a_reason_and_no_gap(text: str) -> None:
    """It says what another has, not what the candidate lacks."""
    what = reading(text)
    assert [one.kind for one in feedback_of(what, judged(what, {text[:10]: Act.GAP}))] == [FeedbackKind.REASON]


@pytest.mark.parametrize(
    "text",
    [
        "We went for someone with SAP, which you have not used.",
        "Wir haben jemanden genommen, weil Ihnen SAP fehlt.",
        "We have gone through your test, and the joins were wrong.",
        "We chose to stop here, as the test had too many mistakes.",
        "The job goes to another department, and the joins were wrong.",
    ],
)
def test_what_is_said_to_the_candidate_stays_a_gap(text: str) -> None:
    """Even beside another; and not every choice is one of a person."""
    what = reading(text)
    assert [one.kind for one in feedback_of(what, judged(what, {text[:10]: Act.GAP}))] == [FeedbackKind.GAP]


def test_what_the_reason_was_not_gives_none() -> None:
    """However much it sounds like what was missing."""
    assert reason("We will stop here. It was not that you lacked skills.", {"lacked": Act.GAP}) is Reason.UNSPECIFIED


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("We will not take your application for Eligibility Specialist further.", "Eligibility Specialist"),
        ("Leider können wir Ihre Bewerbung als Visumberater nicht berücksichtigen.", "Visumberater"),
        ("We are not going ahead with your application for Security Clearance Officer.", "Security Clearance Officer"),
    ],
)
def test_what_the_name_of_the_role_says_is_no_reason(text: str, role: str) -> None:
    """Nobody who applies as a visa adviser is refused over a visa, unless the message says so besides."""
    what, visa = reading(text), reading(f"{text} Without a work permit we cannot consider you.")
    assert reason_of(what, judged(what, {text[:10]: Act.DECLINES}), role) is Reason.UNSPECIFIED
    assert reason_of(visa, judged(visa, {text[:10]: Act.DECLINES}), role) is Reason.ELIGIBILITY


@pytest.mark.parametrize(
    "text",
    [
        "Le manca la conoscenza del tedesco richiesta.",
        "No cumples con el requisito de inglés avanzado.",
        "Leider reichen Ihre Deutschkenntnisse nicht aus.",
    ],
)
def test_a_skill_that_is_missing_is_no_rule(text: str) -> None:
    """The model takes what is required for a rule that shuts the candidate out."""
    assert reason(text, {text[:10]: {Act.DECLINES: 0.6, Act.INELIGIBLE: 0.3}}) is Reason.QUALIFICATIONS


@pytest.mark.parametrize(
    "text",
    [
        "Wir nehmen derzeit keine Praktikanten.",
        "Ihre Absage nehmen wir zur Kenntnis.",
        "Wir nehmen Abstand.",
        "Die Stelle ist an Bedingungen, die Sie nicht erfüllen.",
        "Wir können Sie nicht einstellen wegen Corona.",
    ],
)
def test_a_german_noun_is_nobody_whom_they_took(text: str) -> None:
    """It bears a capital as a name does."""
    assert not chose_another(text)


@pytest.mark.parametrize("text", ["No podemos darte acceso al puesto.", "Non possiamo dare seguito al colloquio."])
def test_what_leads_to_a_noun_is_no_already(text: str) -> None:
    """`Al` is "already" in Dutch alone, and the model is unsure of the rest."""
    assert reason(text, {text[:4]: {Act.DECLINES: 0.6, Act.FILLED: 0.08}}) is Reason.UNSPECIFIED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We had to let 40 people go and the position has been cancelled.", Reason.CANCELLED),
        ("We are a team of 25 people and will stop here.", Reason.UNSPECIFIED),
        ("85 people have applied.", Reason.OTHER_CANDIDATE),
        ("Auf die Stelle haben sich 85 Personen beworben.", Reason.OTHER_CANDIDATE),
        ("Hubo 120 personas para una plaza.", Reason.OTHER_CANDIDATE),
    ],
)
def test_how_many_people_there_are_counts_where_they_applied(text: str, expected: Reason) -> None:
    """A firm tells how many work there, too."""
    assert reason(text, {text[:6]: Act.DECLINES}) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The role for this year's intake has been cancelled.", Reason.CANCELLED),
        ("The role has been cancelled this year.", Reason.ON_HOLD),
    ],
)
def test_what_is_off_for_a_while_waits_and_what_a_year_names_does_not(text: str, expected: Reason) -> None:
    """The intake of a year is gone with it."""
    assert reason(text, {text[:8]: Act.DECLINES}) is expected


@pytest.mark.parametrize("rule", ["Trotzdem nehmen wir die Anna.", "Formal fehlt Ihnen die Zulassung."])
def test_whom_they_took_in_spite_of_a_rule_was_preferred(rule: str) -> None:
    """The model sees a rule that shuts out, in either sentence, where only a formality is waved aside."""
    text = "Formal fehlt Ihnen die Zulassung. Trotzdem nehmen wir die Anna."
    acts = {rule: {Act.DECLINES: 0.6, Act.INELIGIBLE: 0.3}, "nehmen": Act.DECLINES}
    assert reason(text, acts) is Reason.OTHER_CANDIDATE


@pytest.mark.parametrize(
    ("text", "gap", "expected"),
    [
        ("We need somebody who speaks Polish, and you speak none.", 0.4, Reason.QUALIFICATIONS),
        ("Wir suchen jemanden, der schweißt, und Sie haben das nie gemacht.", 0.4, Reason.QUALIFICATIONS),
        ("Buscamos a alguien que sepa soldar y tú no sabes.", 0.4, Reason.QUALIFICATIONS),
        ("We need someone who can come to the office three days a week.", 0.1, Reason.ELIGIBILITY),
    ],
)
def test_whom_they_look_for_is_nobody_they_preferred(text: str, gap: float, expected: Reason) -> None:
    """Whoever they need has what was missing, or meets a condition: the likelier of both."""
    acts = {text[:6]: {Act.DECLINES: 0.5, Act.GAP: gap, Act.INELIGIBLE: 0.2}}
    what = reading(text)
    feedback = [Feedback(FeedbackKind.GAP, text)] if gap > 0.2 else []
    assert reason_of(what, judged(what, acts), feedback=feedback) is expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (FeedbackKind.GAP, Reason.QUALIFICATIONS),
        (FeedbackKind.REASON, Reason.OTHER_CANDIDATE),
        (FeedbackKind.STRENGTH, Reason.UNSPECIFIED),
        (FeedbackKind.ADVICE, Reason.UNSPECIFIED),
    ],
)
def test_what_is_quoted_as_feedback_tells_the_reason(kind: FeedbackKind, expected: Reason) -> None:
    """A letter that quotes what was missing does not say beside it that no reason was given."""
    what = reading("So we will leave it here.\n\n- No error handling")
    judgement = judged(what, {"leave": Act.DECLINES})
    assert reason_of(what, judgement, feedback=[Feedback(kind, "No error handling")]) is expected
    assert reason_of(what, judgement) is Reason.UNSPECIFIED


@pytest.mark.parametrize(
    "text",
    [
        "Gracias, pero ya tenemos camarero.",
        "Hoi, we zijn al voorzien.",
        "Obrigado, mas já temos quem atenda ao balcão.",
        "Sorry, we are already sorted.",
    ],
)
def test_what_is_so_already_fills_a_position_that_the_model_is_unsure_of(text: str) -> None:
    """Where nobody is said to have been preferred."""
    filled = {Act.DECLINES: 0.6, Act.FILLED: 0.08}
    assert reason(text, {text[:4]: filled}) is Reason.FILLED
    assert reason("We will not go on.", {"not go on": filled}) is Reason.UNSPECIFIED


def test_what_was_missing_is_a_matter_of_qualifications() -> None:
    """A gap without a rival."""
    text = "We will stop here. You have not worked with embedded Linux."
    assert reason(text, {"stop here": Act.DECLINES, "embedded": Act.GAP}) is Reason.QUALIFICATIONS


def test_requirements_that_are_not_met_are_a_matter_of_qualifications() -> None:
    """Also without a word about this person."""
    text = "Your profile does not meet the requirements."
    assert reason(text, {"requirements": Act.DECLINES}) is Reason.QUALIFICATIONS


@pytest.mark.parametrize(
    "text",
    [
        "Nach Prüfung der Unterlagen können wir Sie im weiteren Auswahlverfahren nicht berücksichtigen.",
        "Im weiteren Verlauf des Bewerbungsverfahrens werden wir Sie nicht berücksichtigen.",
        "Wir können Sie in der weiteren Auswahl nicht berücksichtigen.",
        "Wir können Sie bei der weiteren Personalauswahl nicht berücksichtigen.",
    ],
)
def test_a_procedure_that_goes_on_says_nothing_of_others(text: str) -> None:
    """It goes on without the candidate: with whom is not said."""
    assert reason(text, {text[:10]: Act.DECLINES}) is Reason.UNSPECIFIED


def test_further_candidates_were_preferred() -> None:
    """Where they are named."""
    text = "Wir setzen das Verfahren mit weiteren Bewerberinnen fort."
    assert reason(text, {text[:10]: Act.DECLINES}) is Reason.OTHER_CANDIDATE


def test_a_mere_no_gives_no_reason() -> None:
    """Nothing is made up."""
    text = "We will not be moving forward. Other candidates get help from our partners."
    assert reason(text, {"moving": Act.DECLINES, "partners": Act.FOOTER}) is Reason.UNSPECIFIED
    assert reason("", {}) is Reason.UNSPECIFIED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The opening has been withdrawn.", Reason.CANCELLED),
        ("All recruitment has been suspended until April.", Reason.ON_HOLD),
        ("You do not hold a work permit, so we must stop here.", Reason.ELIGIBILITY),
        ("Die Stelle ist bereits besetzt.", Reason.FILLED),
        ("Die Position konnten wir inzwischen intern besetzen.", Reason.FILLED),
        ("Die Stelle konnten wir bisher nicht besetzen.", Reason.UNSPECIFIED),
        ("Le recrutement est gelé.", Reason.ON_HOLD),
        ("El proceso queda cancelado.", Reason.CANCELLED),
        ("La domanda è arrivata fuori termine.", Reason.ELIGIBILITY),
        ("De vacature is ingetrokken.", Reason.CANCELLED),
        ("De werving is tijdelijk stopgezet.", Reason.ON_HOLD),
        ("A vaga foi preenchida.", Reason.FILLED),
    ],
)
def test_words_tell_the_reason_where_the_model_sees_none(text: str, expected: Reason) -> None:
    """The acts are rare, and plain words for the same are not."""
    assert reason(text, {text[:10]: Act.INFORMS}) is expected


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("If the position is filled we will write to you.", Act.INFORMS),
        ("Wenn die Stelle besetzt ist, löschen wir Ihre Daten.", Act.INFORMS),
        ("We hire regardless of citizenship.", Act.INFORMS),
        ("The vacancy has been cancelled.", Act.CONDITIONAL),
    ],
)
def test_what_is_only_supposed_is_no_reason(text: str, act: Act) -> None:
    """Nor is what everybody is told of their rights."""
    assert reason(f"We will stop here. {text}", {"stop here": Act.DECLINES, text[:10]: act}) is Reason.UNSPECIFIED


def test_who_was_preferred_goes_before_what_was_missing() -> None:
    """A sentence may tell both."""
    text = "The board preferred someone who has run a larger school."
    assert reason(text, {"preferred": Act.GAP}) is Reason.OTHER_CANDIDATE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thank you for applying to Visa. We will not be moving forward.", Reason.UNSPECIFIED),
        ("The sponsor of the project preferred another candidate.", Reason.OTHER_CANDIDATE),
        ("After the closing date we read all papers and have chosen another candidate.", Reason.OTHER_CANDIDATE),
        ("We received your CV late last week and have gone with another candidate.", Reason.OTHER_CANDIDATE),
        ("Your application for this role has been withdrawn from consideration.", Reason.UNSPECIFIED),
        ("Our answer to you was delayed, and we have chosen another candidate.", Reason.OTHER_CANDIDATE),
        ("Your application arrived after the closing date.", Reason.ELIGIBILITY),
        ("We cannot sponsor anybody at present.", Reason.ELIGIBILITY),
        ("Your papers came too late: the form was sent late.", Reason.ELIGIBILITY),
        ("This role has been withdrawn.", Reason.CANCELLED),
        ("We have decided not to proceed to the interview stage.", Reason.UNSPECIFIED),
        ("We have decided not to proceed with the recruitment.", Reason.CANCELLED),
        ("We have decided not to go ahead with you for the Product Manager role.", Reason.UNSPECIFIED),
        ("We have decided not to proceed with the role of Data Engineer with you.", Reason.UNSPECIFIED),
        ("The position has been cancelled because of a hiring freeze.", Reason.CANCELLED),
        ("Wegen des Einstellungsstopps wurde die Stelle gestrichen.", Reason.CANCELLED),
        ("A causa del blocco delle assunzioni la posizione è stata annullata.", Reason.CANCELLED),
        ("Vanwege een vacaturestop is de functie komen te vervallen.", Reason.CANCELLED),
        ("Because of a hiring freeze the position will not be filled for now.", Reason.ON_HOLD),
        ("Wegen eines Einstellungsstopps kann die Stelle derzeit nicht besetzt werden.", Reason.ON_HOLD),
        ("The role has been paused rather than cancelled.", Reason.ON_HOLD),
        ("Al final no vamos a contratar a nadie para este puesto.", Reason.CANCELLED),
        ("Voorlopig nemen we niemand aan voor deze functie, er geldt een vacaturestop.", Reason.ON_HOLD),
        ("Wir haben inzwischen schon jemanden für die Küche gefunden.", Reason.FILLED),
        ("Le poste va à Thomas, qui a déjà tourné avec notre équipe.", Reason.OTHER_CANDIDATE),
        ("We cannot hire anybody this year.", Reason.ON_HOLD),
        ("Dit kwartaal nemen we niemand aan.", Reason.ON_HOLD),
        ("Quest'anno non assumiamo nessuno.", Reason.ON_HOLD),
        ("The post will not be created after all.", Reason.CANCELLED),
        ("Für die Laufbahn gilt eine Altersgrenze von 42 Jahren.", Reason.ELIGIBILITY),
        ("With 412 applications for one place, yours was not among those we invite.", Reason.OTHER_CANDIDATE),
        ("We hebben iemand gevonden voor deze functie en de vacature is gesloten.", Reason.FILLED),
    ],
)
def test_a_word_alone_does_not_override_what_a_sentence_says(text: str, expected: Reason) -> None:
    """A visa may be a company, late may be last week, and what is withdrawn may be the application."""
    assert reason(text, {text[:6]: Act.DECLINES}) is expected


@pytest.mark.parametrize(
    "text",
    [
        "This outcome is no reflection on your skills.",
        "Although your experience is impressive, we will not be taking this further.",
        "Notre choix ne remet aucunement en cause vos compétences.",
        "Malgré vos compétences, nous ne donnerons pas suite.",
        "Das sagt nichts über Ihre Qualifikation aus.",
        "Trotz Ihrer langen Erfahrung müssen wir Ihnen absagen.",
        "Nonostante la sua esperienza non procederemo.",
        "A pesar de su experiencia, no vamos a continuar.",
        "Dit zegt niets over je ervaring.",
        "Apesar da sua experiência, não vamos avançar.",
    ],
)
def test_what_is_granted_or_denied_is_no_reason(text: str) -> None:
    """Who is told that nothing was wrong with their qualifications is not told that these were the reason."""
    assert reason(text, {text[:10]: Act.DECLINES}) is Reason.UNSPECIFIED


@pytest.mark.parametrize(
    "text",
    [
        "Although you have the training, your experience does not meet our requirements.",
        "Trotz Ihrer Ausbildung reicht Ihre Erfahrung für die Stelle nicht aus, die Anforderungen sind andere.",
    ],
)
def test_what_is_said_behind_a_concession_is_one(text: str) -> None:
    """It grants one thing and names another."""
    assert reason(text, {text[:10]: Act.DECLINES}) is Reason.QUALIFICATIONS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your salary expectations are above our range.", Reason.ELIGIBILITY),
        ("Ihre Gehaltsvorstellung passt nicht zu unserem Budget.", Reason.ELIGIBILITY),
        ("Vos prétentions dépassent ce que nous pouvons proposer.", Reason.ELIGIBILITY),
        ("Tus expectativas salariales superan lo previsto.", Reason.ELIGIBILITY),
        ("Le tue richieste economiche sono oltre il previsto.", Reason.ELIGIBILITY),
        ("Je salariswens past niet in deze schaal.", Reason.ELIGIBILITY),
        ("A sua pretensão salarial fica acima do previsto.", Reason.ELIGIBILITY),
        ("Your commute would be too long for the early shift.", Reason.ELIGIBILITY),
        ("Deine Kündigungsfrist ist für uns zu lang.", Reason.ELIGIBILITY),
        ("You are overqualified for it.", Reason.QUALIFICATIONS),
        ("Sie sind dafür überqualifiziert.", Reason.QUALIFICATIONS),
        ("You have far more experience than the job asks for and would get bored.", Reason.QUALIFICATIONS),
    ],
)
def test_what_does_not_suit_is_a_condition_and_too_much_is_no_other_candidate(text: str, expected: Reason) -> None:
    """Neither says that anybody else was taken."""
    what = reading(f"So we will leave it here.\n\n{text}")
    judgement = judged(what, {"leave": Act.DECLINES, text[:9]: Act.EXPLAINS})
    assert reason_of(what, judgement, feedback=[Feedback(FeedbackKind.REASON, text)]) is expected


@pytest.mark.parametrize(
    "text",
    [
        "The company has gone into administration, so the post cannot be filled.",
        "Wir haben Insolvenz angemeldet und können die Stelle nicht besetzen.",
        "La entidad está en concurso de acreedores y no puede cubrir la plaza.",
    ],
)
def test_who_is_insolvent_has_filled_nothing(text: str) -> None:
    """Whatever the model takes it for."""
    what = reading(text)
    assert reason_of(what, judged(what, {text[:9]: Act.FILLED})) is Reason.CANCELLED


@pytest.mark.parametrize(
    "text",
    [
        "You have no experience in liquidation and restructuring.",
        "You have not yet worked in bankruptcy law.",
        "Ihnen fehlt Erfahrung mit Firmen, die Insolvenz angemeldet haben.",
    ],
)
def test_who_lacks_experience_of_insolvency_is_not_told_that_all_is_over(text: str) -> None:
    """Lawyers and accountants apply too."""
    what = reading(text)
    assert reason_of(what, judged(what, {text[:9]: Act.GAP})) is Reason.QUALIFICATIONS


@pytest.mark.parametrize(
    "text",
    [
        "Another eligible has been appointed from the list.",
        "A different nurse was selected for the ward.",
        "Die Leitung hat sich für eine andere Fachkraft entschieden.",
        "La direction a retenu un autre professionnel.",
        "Notre choix s'est arrêté sur une autre collègue.",
        "La escuela ha optado por otra profesional.",
        "Finalmente se han decantado por otro compañero.",
        "Han elegido a otro técnico.",
        "La direzione ha optato per un altro professionista.",
        "Abbiamo deciso di affidare il posto a un'altra educatrice.",
        "A empresa decidiu avançar com outra colega.",
        "A escola optou por outro docente.",
        "A direção preferiu outro colaborador.",
        "Het bestuur koos een andere leerkracht.",
    ],
)
def test_another_is_preferred_whatever_one_calls_them(text: str) -> None:
    """A professional, a colleague or a nurse is as good as a candidate."""
    assert reason(text, {text[:9]: Act.DECLINES}) is Reason.OTHER_CANDIDATE


@pytest.mark.parametrize(
    "text",
    [
        "Another date was selected for the open day.",
        "Nous avons opté pour une autre formule.",
        "Abbiamo optato per un'altra soluzione.",
        "Decidimos seguir com outro processo.",
        "Für eine andere Lösung entschieden sich beide Seiten.",
        "Für diesmal haben wir uns für einen anderen Weg entschieden.",
        "Hemos optado por otra vía.",
        "Het bestuur koos een andere aanpak.",
    ],
)
def test_another_way_or_date_is_nobody(text: str) -> None:
    """Much else can be chosen."""
    assert reason(text, {text[:9]: Act.DECLINES}) is Reason.UNSPECIFIED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your profile was not shortlisted for this requirement.", Reason.UNSPECIFIED),
        ("Your CV has not been selected for our client's present requirement.", Reason.UNSPECIFIED),
        (
            "Kindly note that you were not considered for the above requirement.",
            Reason.UNSPECIFIED,
        ),
        ("You did not meet the requirement.", Reason.QUALIFICATIONS),
        ("You were not selected for the requirement that all speak Welsh.", Reason.QUALIFICATIONS),
        ("Your profile does not meet our current requirements.", Reason.QUALIFICATIONS),
        ("Il Suo profilo non risulta pienamente in linea con il ruolo.", Reason.QUALIFICATIONS),
        ("Il suo profilo non appare coerente con il ruolo.", Reason.QUALIFICATIONS),
    ],
)
def test_a_vacancy_that_is_called_a_requirement_is_none(text: str, expected: Reason) -> None:
    """Agencies call it so; a profile that does not fit is one that misses something."""
    assert reason(text, {text[:9]: Act.DECLINES}) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wir schreiben Ihnen, weil wir die Stelle intern besetzen konnten.", Reason.FILLED),
        ("Schön für uns, dass die Position aus den eigenen Reihen besetzt werden konnte.", Reason.FILLED),
        ("Es tut uns leid, dass wir die Stelle so lange nicht besetzen konnten.", Reason.UNSPECIFIED),
        ("We hebben de functie intern kunnen invullen.", Reason.FILLED),
        ("We hebben de functie nog niet kunnen invullen.", Reason.UNSPECIFIED),
        ("Der Rat hat beschlossen, die Stelle aus Kostengründen nicht wieder zu besetzen.", Reason.CANCELLED),
        ("Die Stelle wird wegen der Auftragslage nicht erneut besetzt werden.", Reason.CANCELLED),
        ("Der Vorstand möchte die Stelle vorerst nicht wieder zu besetzen wagen.", Reason.ON_HOLD),
        ("La direction a décidé de ne pas remplacer le poste.", Reason.CANCELLED),
        ("Wir stellen zurzeit keinen Maurer ein.", Reason.ON_HOLD),
        ("Im Moment nehmen wir niemanden.", Reason.ON_HOLD),
        ("Vor dem Frühjahr stellen wir keine Leute ein.", Reason.ON_HOLD),
        ("Derzeit nehmen wir keine neuen Lehrlinge auf.", Reason.ON_HOLD),
        ("We are not taking on any roofers until the thaw.", Reason.ON_HOLD),
        ("Nous n'embauchons pas de couvreurs pour le moment.", Reason.ON_HOLD),
        ("De momento no vamos a coger a ningún albañil.", Reason.ON_HOLD),
        ("Per ora non assumiamo muratori.", Reason.ON_HOLD),
        ("We nemen voorlopig geen nieuwe metselaars aan.", Reason.ON_HOLD),
        ("Por enquanto não estamos a contratar pedreiros.", Reason.ON_HOLD),
        ("We are not hiring any drivers at present who live abroad.", Reason.UNSPECIFIED),
        ("Al momento non prendiamo in considerazione altri documenti.", Reason.UNSPECIFIED),
        ("Nous ne prenons pas de rendez-vous pour le moment.", Reason.UNSPECIFIED),
        ("We nemen momenteel geen telefoon op.", Reason.UNSPECIFIED),
        ("Wir stellen derzeit keine Fahrer ein, die keinen Führerschein haben.", Reason.UNSPECIFIED),
        ("Wir stellen derzeit keine weiteren Fragen.", Reason.UNSPECIFIED),
        ("Im Moment nehmen wir keine Anrufe entgegen.", Reason.UNSPECIFIED),
        ("Zurzeit stellen wir keine Bescheinigungen aus.", Reason.UNSPECIFIED),
    ],
)
def test_what_became_of_the_job_is_told_in_any_order_of_words(text: str, expected: Reason) -> None:
    """Who hires nobody for now holds on; what is not filled again is called off."""
    assert reason(text, {text[:9]: Act.INFORMS}) is expected
