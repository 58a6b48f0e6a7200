"""The stage that a rejection speaks of."""

from __future__ import annotations

import pytest
from support.judgements import judged, reading
from support.shipped import READER

from pipeline.core.applications.application import Stage
from pipeline.core.verdict import Act, Label
from pipeline.reading.stage.rules import stage_of

#: What stands above a message that is answered.
ASKED_EN = "\n\nOn Mon, 2 Mar 2026 at 09:12, Anna wrote:\n> "
ASKED_ES = "\n\nEl lun, 2 mar 2026 a las 9:12, Ana escribió:\n> "


def stage(text: str, acts: dict[str, Act] | None = None, subject: str = "") -> Stage:
    """Return what the rules make of a rejection with this text."""
    what = reading(text, subject=subject)
    return stage_of(what, judged(what, acts, others=Act.DECLINES))


def told(text: str) -> Stage:
    """Return the stage that the user is told, rules weighed against what was learned."""
    what = reading(text)
    return READER.facts_of(what, judged(what, others=Act.DECLINES), Label.REJECTION).stage


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for taking the time to interview with us last week.",
        "It was a pleasure meeting you on Tuesday, but we chose somebody else.",
        "After your interview on 3 May we decided to go with another candidate.",
        "Thank you for taking the time to speak with the team.",
        "nach dem Gespräch mit Ihnen haben wir uns für eine andere Person entschieden.",
        "schön, dass wir dich kennengelernt haben, aber wir haben uns anders entschieden.",
        "Suite à notre entretien du 12 mars, nous avons retenu une autre personne.",
        "Tras la entrevista del martes hemos elegido a otra persona.",
        "Dopo il colloquio di lunedì abbiamo scelto un'altra persona.",
        "Na het gesprek van vorige week kiezen we voor een andere kandidaat.",
        "Após a entrevista de terça-feira, optámos por outra pessoa.",
    ],
)
def test_a_conversation_that_happened_is_an_interview(text: str) -> None:
    """Thanks for a conversation, in each language."""
    assert stage(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "We will not be inviting you to an interview.",
        "On this occasion your application will not proceed to interview.",
        "You have not been shortlisted for interview.",
        "We have interviewed several candidates who applied before you and your application is closed.",
        "leider können wir Sie nicht zu einem Gespräch einladen, Ihre Bewerbung ruht.",
        "Nous ne pourrons pas vous inviter à un entretien pour ce poste.",
        "No podemos convocarte a una entrevista para este puesto.",
        "Non possiamo invitarti a un colloquio per questa posizione.",
        "We kunnen je niet uitnodigen voor een gesprek over deze functie.",
        "Infelizmente não vamos convidar você para uma entrevista para esta vaga.",
        "Thank you for your application and your CV.",
    ],
)
def test_an_interview_that_never_was_leaves_it_at_the_application(text: str) -> None:
    """To be refused an interview is to be refused on paper."""
    assert stage(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for completing the online test; your scores were below the pass mark.",
        "Thank you for submitting the take-home exercise.",
        "Vielen Dank, dass Sie am Einstellungstest teilgenommen haben.",
        "Merci d'avoir passé les tests en ligne.",
        "Gracias por realizar la prueba técnica.",
        "Grazie per aver svolto la prova scritta.",
        "Bedankt voor het maken van de online toets.",
        "Obrigado por ter realizado o teste técnico.",
        "Two of us read your solution to the end.",
        "Votre solution a été relue par deux d'entre nous.",
        "Hemos revisado tu solución entre dos.",
        "Abbiamo letto in due la Sua soluzione.",
        "We hebben je oplossing met zijn tweeën bekeken.",
        "Dois de nós leram a sua solução.",
    ],
)
def test_a_test_that_was_done_is_an_assessment(text: str) -> None:
    """Tests and tasks, in each language."""
    assert stage(text) is Stage.ASSESSMENT


def test_conditions_and_invitations_for_the_future_tell_nothing() -> None:
    """What would happen next time did not happen this time."""
    text = (
        "Your application was not successful. If you apply again we may invite you, and the interview is at our office."
    )
    assert stage(text, {"If you apply": Act.CONDITIONAL}) is Stage.APPLICATION


def test_who_is_told_what_was_missing_has_been_met() -> None:
    """Feedback that speaks of no paper comes from a meeting."""
    text = "It's a no from us. You went quiet under pressure."
    assert stage(text, {"You went quiet": Act.GAP}) is Stage.INTERVIEW


def test_the_rules_of_a_procedure_tell_of_no_meeting() -> None:
    """Even where the model takes them for what was missing."""
    text = "It's a no from us. Selection was based on grades and commitment."
    assert stage(text, {"Selection": Act.GAP}) is Stage.UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your answers were short.", Stage.INTERVIEW),
        ("Your answers help us to improve our process.", Stage.APPLICATION),
        ("We value your answers to this survey.", Stage.APPLICATION),
        ("It was a pleasure.", Stage.INTERVIEW),
        ("Reading them was a pleasure.", Stage.APPLICATION),
        ("It was a pleasure reading your letter.", Stage.APPLICATION),
        ("You came across really well.", Stage.INTERVIEW),
        ("You asked for feedback on your unsuccessful interview.", Stage.INTERVIEW),
        ("Our advice to all candidates: prepare well for your interview.", Stage.APPLICATION),
        ("You were one of three in the final.", Stage.INTERVIEW),
        ("You were in the final three.", Stage.INTERVIEW),
        ("You were not included in the final list.", Stage.APPLICATION),
        ("We hope to see you in the final year of your studies.", Stage.APPLICATION),
        ("You came across well on paper.", Stage.APPLICATION),
        ("You came across very well in your letter.", Stage.APPLICATION),
    ],
)
def test_a_survey_a_letter_and_advice_for_all_are_no_meeting(text: str, expected: Stage) -> None:
    """Answers and a pleasure are spoken of after an interview, and elsewhere."""
    assert stage(f"We will not go on with your application. {text}") is expected


def test_feedback_on_papers_comes_from_the_papers() -> None:
    """A gap in the CV was seen without a meeting."""
    text = "It's a no from us. Your CV shows no work with embedded systems."
    assert stage(text, {"Your CV": Act.GAP}) is Stage.APPLICATION


def test_the_subject_counts() -> None:
    """Some rejections name the interview only there."""
    assert stage("We chose somebody else.", subject="Your interview with Halden") is Stage.INTERVIEW


def test_without_any_word_of_it_the_stage_is_unknown() -> None:
    """Nothing is made up."""
    assert stage("No, sorry.") is Stage.UNKNOWN
    assert stage("") is Stage.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for attending our assessment centre in Leeds; you were not successful.",
        "You sang beautifully on Friday, but the part has gone to someone else.",
        "The children loved your lesson on volcanoes. We have appointed another teacher.",
        "You came all the way from Hull, and still I have to turn you down.",
        "unser Gespräch von neulich war schön, doch die Wahl fiel anders aus.",
        "danke, dass du bei uns im Laden mitgearbeitet hast, aber es hat nicht gepasst.",
        "vielen Dank für Ihre Teilnahme an unserem Auswahltag, leider ohne Erfolg.",
        "Merci pour ta journée d'essai, mais on prend quelqu'un d'autre.",
        "Fue un placer haberte conocido el jueves, pero hemos elegido a otra persona.",
        "En la dinámica de grupo nos reímos mucho, pero elegimos a otra.",
        "Dopo il nostro colloquio abbiamo scelto un'altra persona.",
        "Naar aanleiding van het gesprek dat wij hadden, kiezen wij voor een ander.",
        "Leuk dat je woensdag een dag meeliep, maar we kiezen voor een ander.",
        "Na sequência da entrevista que realizou connosco, escolhemos outra pessoa.",
    ],
)
def test_every_kind_of_meeting_is_an_interview(text: str) -> None:
    """A trial day, an audition, an assessment centre, a lesson, a visit."""
    assert stage(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "You were not successful at the sift stage; the pass mark for the statement was 4.",
        "Without a work permit, you never got the chance to meet us.",
        "Interviews are already under way and your application came too late.",
        "It was a pleasure to read your application. We went with others.",
        "Die Vorstellungsgespräche mit anderen laufen bereits, Ihre Bewerbung kam zu spät.",
        "leider können wir Sie nach Durchsicht der Unterlagen nicht zum Probespiel einladen.",
        "La commission a présélectionné cinq candidats pour l'audition et votre nom n'en fait pas partie.",
        "Hemos seleccionado a tres personas para la entrevista; gracias por su solicitud.",
        "Non La convocheremo per la giornata di prova. La ringraziamo per la candidatura.",
        "We nodigen je niet uit voor een meeloopdag, je brief paste niet.",
        "Não o chamaremos para a dinâmica de grupo; a candidatura não avançou.",
    ],
)
def test_a_meeting_that_is_refused_or_held_with_others_is_none(text: str) -> None:
    """It leaves the candidacy at the application."""
    assert stage(text) is Stage.APPLICATION


def test_a_subject_may_name_the_meeting_that_is_refused() -> None:
    """Then it tells of none."""
    text = "Your name is not among those whom we will hear."
    assert stage(text, subject="Audition day, 16 February") is Stage.APPLICATION
    assert stage("We chose somebody else.", subject="Audition day, 16 February") is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Your application reached us on Friday, but the deadline was on Thursday.",
        "The vacancy that you saw on Monday has been withdrawn.",
        "Ihre Unterlagen sind am Freitag eingegangen, die Stelle ist aber besetzt.",
        "Votre dossier nous est parvenu mardi, mais le poste est pourvu.",
        "Je reactie kwam zaterdag binnen, maar de functie is al vervuld.",
    ],
)
def test_a_day_on_which_papers_came_tells_of_no_meeting(text: str) -> None:
    """Papers, adverts and decisions have days as well."""
    assert told(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    "text",
    [
        "I enjoyed our lunch last week, but we have picked somebody else.",
        "They really liked you, but went with the other candidate.",
        "The two mornings you spent with us in the kitchen were great, yet we chose another.",
        "Die zwei Tage bei uns in der Werkstatt waren schön, aber wir haben anders entschieden.",
        "Les deux matins que vous avez passés avec nous étaient agréables, mais nous avons choisi une autre personne.",
        "Los dos días que pasaste con nosotros nos gustaron, pero hemos elegido a otra persona.",
        "Ci è piaciuto il turno che hai fatto con noi, ma abbiamo scelto un altro.",
        "Leuk dat je kwam meedraaien, maar we kiezen voor iemand anders.",
        "Gostámos da tarde que passaste connosco, mas escolhemos outra pessoa.",
        "Entrevista: 11,5 valores. O posto será ocupado por outro candidato.",
    ],
)
def test_time_spent_together_and_marks_of_talks_are_interviews(text: str) -> None:
    """A lunch, mornings at work, and the points of a talk tell of a meeting in seven languages."""
    assert told(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "We regret that we will not be inviting you to a panel day.",
        "We have decided not to invite you to interview on this occasion.",
        "Five people have been chosen for a first meeting. You are not among them.",
        "Wir haben sechs Personen zum Gespräch eingeladen. Sie sind leider nicht darunter.",
        "Leider können wir Sie nicht zu einem Gespräch einladen.",
        "Auf ein Gespräch verzichten wir deshalb.",
        "Nous ne pourrons malheureusement pas vous inviter à un entretien.",
        "No podemos invitarte a una entrevista en esta ocasión.",
        "Purtroppo non possiamo invitarla a un colloquio.",
        "Wij hebben besloten u niet uit te nodigen voor een kennismaking.",
        "Er zijn vijf kandidaten gekozen voor een gesprek en daar bent u helaas niet bij.",
        "Infelizmente não vamos poder convidá-lo para uma entrevista.",
    ],
)
def test_who_is_not_invited_or_not_on_the_list_was_not_met(text: str) -> None:
    """Meetings of those who were chosen, and invitations that do not come, tell of none in seven languages."""
    assert stage(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    "text",
    [
        "The applicants we met on Monday know our systems; your application goes no further.",
        "Die Bewerber, die wir getroffen haben, kennen das Gebiet. Ihre Bewerbung ist damit abgelehnt.",
        "Nach Gesprächen mit drei Bewerberinnen ist die Stelle vergeben, Ihre Bewerbung kam zu spät.",
        "Les personnes rencontrées connaissent mieux le métier ; votre candidature n'est pas retenue.",
        "Ya hemos entrevistado a varios candidatos y su solicitud no sigue adelante.",
        "Abbiamo incontrato alcuni candidati più vicini al ruolo; la Sua candidatura si ferma qui.",
        "De kandidaten die we gesproken hebben, kennen het vak beter; je sollicitatie stopt hier.",
        "Os candidatos entrevistados conhecem melhor o setor e a sua candidatura fica por aqui.",
    ],
)
def test_the_meetings_of_others_are_none_of_the_readers(text: str) -> None:
    """Who was met before the reader's application was read, in seven languages."""
    assert told(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    "text",
    [
        "We would have loved to meet you, but the position went yesterday.",
        "Wir hätten Sie gern persönlich kennengelernt, doch die Stelle ist vergeben.",
        "Nous aurions été ravis de vous rencontrer, mais le poste est pourvu.",
        "Nos hubiera gustado mucho conocerte, pero la vacante está cubierta.",
        "Avremmo voluto conoscerla, ma la posizione è coperta.",
        "We hadden je graag leren kennen, maar de vacature is vervuld.",
        "Teríamos gostado de a conhecer, mas a vaga foi preenchida.",
        "No podemos ofrecerle una entrevista para este puesto.",
        "Não podemos oferecer-lhe uma entrevista para esta vaga.",
    ],
)
def test_a_meeting_that_was_only_wished_for_is_none(text: str) -> None:
    """`We would have loved to meet you` says that nobody did."""
    assert stage(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    "text",
    [
        "Nach dem Probearbeitstag hat das Team anders entschieden.",
        "Malgré un échange agréable, nous avons choisi une autre personne.",
        "Dank voor het meelopen in de keuken, maar we kiezen voor iemand anders.",
        "You did not get past the first round interview.",
        "We enjoyed getting to know you and the other people we met, but chose someone else.",
        "The people you met on Tuesday liked your ideas, but chose someone else.",
        "Ihre Gespräche mit drei Personen aus dem Team verliefen gut, doch die Wahl fiel anders aus.",
        "Les personnes que vous avez rencontrées vous ont appréciée, mais ont choisi quelqu'un d'autre.",
    ],
)
def test_a_day_of_trial_and_a_talk_in_spite_of_which_it_ends_are_interviews(text: str) -> None:
    """Also where others were met besides."""
    assert stage(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "The post was withdrawn, so your interview on Friday will not take place and your application is closed.",
        "We have cancelled your interview and closed your application, as the role was withdrawn.",
        "Die Stelle ist gestrichen. Ihre Bewerbung ist hinfällig und das Gespräch am Montag findet nicht statt.",
        "Le poste est supprimé : l'entretien de lundi est annulé et votre candidature close.",
        "La vacante se ha retirado, la entrevista del lunes queda anulada y su candidatura se cierra.",
        "La posizione è stata ritirata, il colloquio di lunedì non avrà luogo e la Sua candidatura è chiusa.",
        "De vacature is ingetrokken, het gesprek van maandag gaat niet door en je sollicitatie is gesloten.",
        "A vaga foi retirada, a entrevista de segunda-feira fica cancelada e a sua candidatura encerrada.",
        "Il punteggio non basta per l'ammissione al colloquio; la Sua candidatura si ferma qui.",
        "Su puntuación no basta para el acceso a la entrevista; su solicitud no sigue.",
    ],
)
def test_a_meeting_that_is_called_off_or_not_reached_was_none(text: str) -> None:
    """The reader had been invited and was never met."""
    assert stage(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for meeting Maria and Piotr. The post went to another candidate.",
        "After our interview the position was cancelled.",
        "We have decided not to move forward with your application after the interview.",
        "Na het gesprek gaan we niet met je verder.",
        "Nach unserem Gespräch wurde die Stelle gestrichen, wir müssen Ihnen absagen.",
        "Für die Stelle, zu der Sie ein Gespräch mit uns führten, haben wir jemand anderen gewählt.",
        "Vous avez passé un entretien avec nous, mais le choix s'est porté sur une autre personne.",
        "El puesto para el que hiciste entrevista es para otra persona.",
        "A vaga para a qual fez entrevista ficou para outra pessoa.",
    ],
)
def test_an_interview_that_was_held_is_one_whatever_becomes_of_the_position(text: str) -> None:
    """With or without an article before it."""
    assert stage(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "We have picked three people to come in for a conversation and you are not one of the three.",
        "We won't be progressing your application for Data Analyst (Glasgow) to a first-round interview.",
        "Your name did not make it onto the interview list for this vacancy.",
        "We won't be offering you a trial shift; your application did not show kitchen work.",
        "Ihr Name steht nicht auf der Liste für die Gespräche, Ihre Bewerbung endet hier.",
        "Zum Sporttest werden Sie nicht zugelassen, da Ihre Bewerbung unvollständig ist.",
        "Votre candidature n'a pas été retenue en vue des entretiens.",
        "Votre candidature ne sera pas présentée au jury.",
        "No podemos citarla para las conversaciones de esta vacante.",
        "Su nombre no integra la terna para este puesto.",
        "Non la chiameremo per una chiacchierata, la candidatura si ferma qui.",
        "Il Suo nome non è entrato nella lista dei colloqui per questa posizione.",
        "Je sollicitatie gaat niet door naar de gesprekken.",
        "Uw naam staat niet op de lijst voor de gesprekken over deze vacature.",
        "Não nos é possível chamá-lo para as conversas sobre esta vaga.",
        "Não vale a pena trazer-te para conversar, a tua candidatura não tem o curso.",
    ],
)
def test_the_way_to_a_talk_that_is_barred_leads_to_none(text: str) -> None:
    """However the talk is called, and whatever stands between the `not` and it, in seven languages."""
    assert stage(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    "text",
    [
        "Your application scored below what we need for a telephone interview.",
        "Ihre Bewerbung erreicht die für die Zulassung zum Auswahlgespräch nötige Punktzahl nicht.",
        "Votre score est inférieur au seuil pour échanger avec un recruteur, votre candidature s'arrête là.",
        "Su solicitud no ha alcanzado los puntos necesarios para la entrevista.",
        "La Sua domanda non ha raggiunto il punteggio necessario per il colloquio.",
        "Je sollicitatie haalde de punten niet die nodig zijn voor het selectiegesprek.",
        "A sua candidatura não atingiu a pontuação necessária para a entrevista.",
    ],
)
def test_too_few_points_to_be_met_were_given_to_papers(text: str) -> None:
    """In seven languages."""
    assert told(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    "text",
    [
        "I don't think we will get further than the chat we had on Monday.",
        "We are unable to invite you to a second interview after meeting you last week.",
        "We couldn't reach you after the call yesterday, so by mail: it's a no.",
        "Thank you for attending for interview; the board has appointed another candidate.",
        "Im Auswahlgespräch haben Sie die Mindestpunktzahl nicht erreicht.",
        "Danke, dass Sie zum Gespräch gekommen sind, unsere Wahl fiel auf eine andere Bewerbung.",
        "Vous n'avez pas convaincu le jury lors de l'entretien.",
        "En la entrevista no alcanzó los puntos necesarios.",
        "Non siamo rimasti convinti al colloquio di lunedì.",
        "In het gesprek haalde u de nodige punten niet.",
        "U nam deel aan de mondelinge proef en bent niet geschikt bevonden.",
        "Não passou na entrevista com o diretor.",
        "You did not make it through the panel interview on Monday.",
        "Leider können wir Sie nicht weiter berücksichtigen und danken Ihnen für das Gespräch.",
        "Nous ne pouvons retenir ta candidature au terme de la rencontre.",
        "Nous n'avons pas retenu ta candidature et te remercions pour cet échange.",
        "No podemos seguir con tu candidatura a pesar de la entrevista.",
        "No seguimos con tu candidatura en base a la entrevista.",
        "Non proseguiremo con la Sua candidatura a seguito del colloquio.",
        "We gaan niet met je door en danken je voor het gesprek.",
    ],
)
def test_a_talk_that_was_held_without_success_is_an_interview(text: str) -> None:
    """A `not` beside it speaks of what came of it."""
    assert stage(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Your assessment drive was a bit rough on the reversing, so it's a no.",
        "Your weld test piece cracked on the bend, so I can't take you on.",
        "On the fitness test you fell short of level 8, so you will not join this intake.",
        "Die Probetage waren ordentlich, aber wir nehmen einen anderen.",
        "Den Sporttest haben Sie mit 2300 Metern nicht bestanden.",
        "Le test de conduite de mardi n'a pas été concluant.",
        "Vous n'avez pas satisfait aux épreuves physiques du corps.",
        "En los dos días de prueba se te dio bien la masa, pero cogemos a otra.",
        "La prueba del sábado en la cocina estuvo bien, pero nos quedamos con otro.",
        "Nei due giorni di prova ti sei mosso bene ma prendiamo un altro.",
        "Non ha superato le prove fisiche del concorso.",
        "Na je proefdagen kiezen we voor iemand anders.",
        "Op de fysieke test haalde u trap 6 en dat is te weinig.",
        "Nos dois dias de teste você chegou atrasado, vamos ficar com outro.",
        "Sobre o teste de ontem: o corte estava bom mas demorou, fico com o outro.",
    ],
)
def test_a_trial_in_person_is_an_interview_though_it_is_called_a_test(text: str) -> None:
    """At the wheel, in the workshop, the kitchen or the gym, in seven languages."""
    assert stage(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "The head and I sat down with the CVs on Sunday and chose two; your application was not one of them.",
        "Thank you for sending us your answers to the questions in our form. Your application is closed.",
        "Wir haben Ihre Bewerbung unserem Mandanten vorgestellt, der sie nicht weiterverfolgt.",
        "J'ai regardé ta vidéo de présentation, mais je ne donne pas suite à ta candidature.",
        "Hemos visto tu entrevista en vídeo grabada en la plataforma y tu candidatura no sigue.",
        "Abbiamo visto la tua intervista video registrata sulla piattaforma, la candidatura si ferma qui.",
        "Assistimos à sua entrevista em vídeo gravada na plataforma e a candidatura não segue.",
        "We have watched your recorded answers and will not continue with your application.",
    ],
)
def test_papers_one_sits_down_with_and_answers_to_a_machine_are_no_talk(text: str) -> None:
    """Nobody was there but the reader, or nobody but those who read."""
    assert stage(text) is not Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "We met you last summer for another vacancy, but this time your application stops here.",
        "Wir haben uns vor drei Jahren bei einem Gespräch kennengelernt, doch diese Stelle ist vergeben.",
        "Nous vous avions rencontrée il y a deux ans, mais ce poste est pourvu.",
        "Te conocimos hace dos años en una entrevista, pero esta vacante está cubierta.",
        "Due anni fa eri venuta a trovarci, ma questa posizione è coperta.",
        "We hebben je twee jaar geleden gesproken, maar deze vacature is vervuld.",
        "Conhecemos-te há dois anos numa entrevista, mas esta vaga foi preenchida.",
    ],
)
def test_a_meeting_years_ago_belongs_to_another_candidacy(text: str) -> None:
    """In seven languages; what others did last year takes nothing from a talk of last week."""
    assert stage(text) is Stage.APPLICATION
    assert stage("It was great meeting you, but we chose someone who worked here last year.") is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "It was great to meet you at the interview and hear about the bakery you opened two years ago.",
        "Danke für das Gespräch und alles was Sie über den Laden erzählt haben den Sie vor zwei Jahren eröffnet haben.",
    ],
)
def test_what_else_was_years_ago_takes_nothing_from_a_talk(text: str) -> None:
    """Not even in the same clause."""
    assert stage(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "It was a pleasure meeting you on Tuesday. Sadly you are not one of the ones we chose.",
        "It was a pleasure meeting you on Tuesday. Sorry, you did not make it onto the list.",
        "Danke für das Gespräch am Montag. Ihr Name ist leider nicht auf der Liste.",
        "Merci pour notre entretien de mardi. Ce ne sera pas vous.",
        "Il Suo colloquio di martedì ci è piaciuto. Purtroppo non è entrato nella graduatoria.",
    ],
)
def test_who_was_met_and_is_on_no_list_was_met(text: str) -> None:
    """The sentence before tells of the reader, and not of those on the list."""
    assert stage(text) is Stage.INTERVIEW


def test_a_test_that_others_have_passed_is_none_of_the_readers() -> None:
    """A licence that is asked for."""
    assert stage("Your application stops here, as we need people who have passed their driving test.") is (
        Stage.APPLICATION
    )


@pytest.mark.parametrize("role", ["Weld Test Technician", "Test Drive Host", "Driving Test Examiner"])
def test_a_role_that_is_named_for_a_trial_is_none(role: str) -> None:
    """Who asks for the work of holding trials was met at none."""
    assert stage(f"Your application for {role} was not successful.") is not Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "The contract has a probationary period of six months. Your application was not chosen.",
        "The post is subject to a probation period and a fitness test. Your application was not chosen.",
        "A road test is required for this work. Your application was not chosen.",
        "As a host you would go with customers on test drives. Your application was not chosen.",
        "Our process consists of a phone screen, a take-home task and two interviews. Your application was not chosen.",
        "All candidates complete a case study and meet the team. Your application was not chosen.",
        "Die Stelle ist mit einer Probezeit von sechs Monaten verbunden. Ihre Bewerbung berücksichtigen wir nicht.",
        "Die Probezeit beträgt sechs Monate. Ihre Bewerbung berücksichtigen wir nicht.",
        "Als Verkäufer begleiten Sie Kunden bei Probefahrten. Ihre Bewerbung berücksichtigen wir nicht.",
        (
            "Unser Verfahren besteht aus einem Test, einem Telefoninterview und einem Probetag. "
            "Ihre Bewerbung berücksichtigen wir nicht."
        ),
        "Le contrat comporte une période d'essai de trois mois. Votre candidature n'est pas retenue.",
        "La période d'essai est de trois mois. Votre candidature n'est pas retenue.",
        "Vous accompagneriez les clients lors des essais routiers. Votre candidature n'est pas retenue.",
        "Notre processus comprend un échange téléphonique, un test et un entretien. Votre candidature s'arrête ici.",
        "El contrato incluye un periodo de prueba de dos meses. Su candidatura no sigue.",
        "Acompañaría a los clientes en las pruebas de conducción. Su candidatura no sigue.",
        "El examen de conducir es un requisito. Su candidatura no sigue.",
        "El proceso consta de una llamada, una prueba técnica y dos entrevistas. Su candidatura no sigue.",
        "Il contratto prevede un periodo di prova di tre mesi. La candidatura si ferma qui.",
        "Accompagnerebbe i clienti nei test drive. La candidatura si ferma qui.",
        "La selezione prevede una telefonata, un test e due colloqui. La candidatura si ferma qui.",
        "Voor deze functie geldt een proeftijd van een maand. Je sollicitatie stopt hier.",
        "Je zou klanten begeleiden bij proefritten. Je sollicitatie stopt hier.",
        "De procedure bestaat uit een kennismaking, een test en twee gesprekken. Je sollicitatie stopt hier.",
        "O contrato prevê um período experimental de três meses. A candidatura não segue.",
        "Há um período de experiência de 90 dias. A candidatura não segue.",
        "O processo tem uma chamada inicial, um teste técnico e duas entrevistas. A candidatura não segue.",
    ],
)
def test_what_a_job_a_contract_or_a_procedure_holds_was_gone_through_by_nobody(text: str) -> None:
    """Trial periods, tests that the job asks for, and the steps of a selection, in seven languages."""
    assert told(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    "text",
    [
        "Our process includes an interview, and after your interview we chose another candidate.",
        "The role requires a calm head, and at interview you seemed rushed.",
        "During your probation period the work did not suit you, so we will not keep you on.",
        "Wir danken für das Gespräch und müssen Ihnen leider absagen.",
        "Die Stelle erfordert Ruhe, und im Gespräch wirkten Sie gehetzt.",
        "Ihre Probezeit endet am Freitag, und wir übernehmen Sie nicht.",
        "Votre période d'essai s'achève vendredi et nous ne la confirmons pas.",
        "Tu periodo de prueba termina el viernes y no te renovamos.",
        "Il Suo periodo di prova termina venerdì e non La confermiamo.",
        "Je proeftijd loopt vrijdag af en we zetten het contract niet voort.",
        "O seu período experimental termina na sexta-feira e não vamos renovar.",
        "The process starts with a phone screen, which we held with you on 3 May. We chose another candidate.",
        "Our process includes a trial shift, on which you dropped two trays.",
        "Two customers waited ten minutes for you on the trial shift.",
        "The job requires patience, which we did not see when we met you.",
        "Der Prozess beginnt mit einem Telefoninterview, das wir mit Ihnen am 3. Mai geführt haben.",
        "Im Probemonat hast du zweimal die Kasse offen gelassen.",
        "La mission exige de la patience, que nous n'avons pas vue lors de l'entretien.",
        "El puesto exige paciencia, y no la vimos en la entrevista.",
    ],
)
def test_a_trial_and_a_talk_of_the_readers_own_count_whatever_the_job_holds(text: str) -> None:
    """Also in the same sentence."""
    assert stage(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Our process includes a coding test, which you completed with a low score.",
        "Unser Verfahren umfasst einen Online-Test, den Sie leider nicht bestanden haben.",
        "Le test technique que vous avez passé est exigé pour tous et votre note était trop basse.",
        "El proceso incluye una prueba técnica que has realizado con un resultado bajo.",
        "La selezione prevede un test che hai svolto con un punteggio basso.",
        "De procedure bestaat uit een test die je maakte met een lage score.",
        "O processo inclui um teste que fez com um resultado baixo.",
    ],
)
def test_a_step_of_a_procedure_that_the_reader_took_was_taken(text: str) -> None:
    """Though the procedure is what holds it."""
    assert stage(text) is Stage.ASSESSMENT


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for sending us your availability for an interview. Your application was not chosen.",
        "We could not find another interview slot for you. Your application was not chosen.",
    ],
)
def test_a_talk_that_was_only_arranged_was_none(text: str) -> None:
    """Whoever says when they are free was not met yet."""
    assert stage(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    "text",
    [
        "We appreciate the time you took for the interview. It is a no.",
        "We are grateful for the effort you put into preparing for the interview. It is a no.",
        "Thanks for making time for an interview last month. It is a no.",
        "Danke, dass Sie am Gespräch teilgenommen haben. Es wird leider nichts.",
        "Merci d'avoir pris le temps de venir en entretien. Votre candidature n'est pas retenue.",
        "Merci du temps accordé pour un entretien. Votre candidature n'est pas retenue.",
        "Agradecemos su disponibilidad para una entrevista. No seguiremos.",
        "Grazie per essersi presentata a colloquio. La candidatura si ferma qui.",
        "La ringraziamo del tempo concesso per un colloquio. La candidatura si ferma qui.",
        "We waarderen de tijd die u voor een gesprek heeft vrijgemaakt. We gaan niet verder.",
        "Agradecemos o tempo que dedicou à entrevista. Não avançamos.",
        "Obrigado por ter comparecido a uma entrevista. Não avançamos.",
        "Obrigada pelo tempo dispensado em entrevista. Não avançamos.",
    ],
)
def test_thanks_for_time_given_to_a_talk_tell_of_one(text: str) -> None:
    """Whatever word leads from the time to the talk."""
    thanks = text.partition(". ")[0]
    assert stage(text, {thanks: Act.THANKS}) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the time you put into your application, but you were not selected for an interview.",
        "Danke für die Zeit für Ihre Bewerbung, zu einem Gespräch möchten wir Sie nicht einladen.",
        "Merci du temps consacré à votre candidature, mais vous n'êtes pas retenu pour un entretien.",
        "Gracias por el tiempo dedicado a tu candidatura, pero no has sido seleccionado para la entrevista.",
        "Grazie per il tempo dedicato alla candidatura, ma non è stato selezionato per il colloquio.",
        "Dank voor de tijd voor je sollicitatie, maar je bent niet geselecteerd voor een gesprek.",
        "Obrigado pelo tempo dedicado à candidatura, mas não foi selecionado para a entrevista.",
    ],
)
def test_thanks_for_time_given_to_papers_tell_of_no_talk(text: str) -> None:
    """Though the sentence goes on to refuse one."""
    assert stage(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    "text",
    [
        "Your trial period came to an end on Friday, and we won't be keeping you on.",
        "Ihre Probezeit endet am Freitag, und wir übernehmen Sie nicht.",
        "Votre période d'essai s'achève vendredi et nous ne la confirmons pas.",
        "Tu periodo de prueba ha terminado y no te renovamos.",
        "Il Suo periodo di prova termina venerdì e non La confermiamo.",
        "Je proeftijd loopt vrijdag af en we zetten het contract niet voort.",
        "O seu período experimental termina na sexta-feira e não vamos renovar.",
    ],
)
def test_who_is_let_go_at_the_end_of_a_trial_was_met(text: str) -> None:
    """Though nothing speaks of a talk."""
    assert told(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "We will not be inviting you to a second interview.",
        "Wir laden Sie leider nicht zu einem zweiten Gespräch ein.",
        "Ein Zweitgespräch möchten wir Ihnen nicht anbieten.",
        "Nous ne vous inviterons pas à un second entretien.",
        "À l'issue du deuxième entretien, nous en restons là.",
        "No te invitaremos a una segunda entrevista.",
        "Non La inviteremo a un secondo colloquio.",
        "We nodigen je niet uit voor een tweede gesprek.",
        "A second interview will not be offered.",
        "Grazie per il secondo colloquio, abbiamo scelto un'altra candidata.",
        "Merci pour ce nouvel échange mardi, nous avons choisi un autre candidat.",
        "We can't offer you another interview.",
        "Não o convidaremos para uma segunda entrevista.",
    ],
)
def test_who_is_refused_a_second_talk_had_a_first(text: str) -> None:
    """In seven languages."""
    assert told(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your CV. We have read it and hold a second interview with two others, so it is a no.",
        "Our procedure has a second interview on site. Your application does not go on.",
        "Wir führen mit zwei Bewerbern ein zweites Gespräch, Ihre Bewerbung berücksichtigen wir nicht.",
        "Votre candidature n'est pas retenue. Merci et au plaisir d'un nouvel échange.",
        "Gracias por enviar su CV. Otros están en la segunda entrevista, así que su candidatura no sigue.",
        "Siamo al secondo colloquio con altri, quindi la Sua candidatura non prosegue.",
        "Bedankt voor je brief. Met anderen voeren we een tweede gesprek en je sollicitatie gaat niet verder.",
        "Obrigado pelo currículo. Outros já fazem a segunda entrevista, por isso a sua candidatura não avança.",
    ],
)
def test_a_second_talk_that_others_have_or_a_procedure_holds_tells_of_no_first(text: str) -> None:
    """Nobody refuses it to the reader."""
    assert told(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    "text",
    [
        "We have to withdraw the invitation to an interview, as your application does not go on.",
        "Leider müssen wir das für Dienstag geplante Gespräch absagen, denn Ihre Bewerbung ruht.",
        "Nous devons annuler l'entretien prévu mardi, car votre candidature n'est pas retenue.",
        "Tenemos que cancelar la entrevista prevista para el martes, pues tu candidatura no sigue.",
        "Dobbiamo annullare il colloquio previsto per martedì, perché la candidatura si ferma qui.",
        "We moeten het gesprek van dinsdag annuleren, want je sollicitatie stopt hier.",
        "Temos de cancelar a entrevista marcada para terça-feira, pois a candidatura não segue.",
    ],
)
def test_a_talk_that_the_writer_calls_off_was_none(text: str) -> None:
    """Where the calling off stands before the talk, or, in German and Dutch, behind it."""
    assert stage(text) is Stage.APPLICATION


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("QA Test Engineer", "We read your application for the QA Test Engineer position and will not go on."),
        ("Test Manager (m/w/d)", "Ihre Bewerbung als Test Manager (m/w/d) berücksichtigen wir nicht."),
        ("Ingeniero de Pruebas", "Tu candidatura al puesto de Ingeniero de Pruebas no sigue."),
        ("Analista de Testes", "A candidatura à vaga de Analista de Testes não segue."),
    ],
)
def test_a_test_in_the_name_of_the_role_was_taken_by_nobody(role: str, text: str) -> None:
    """But what was sent in stays a test, though it were taken for the role."""
    what = reading(text)
    assert stage_of(what, judged(what, others=Act.DECLINES), role) is not Stage.ASSESSMENT
    task = reading("We have read your case study and will not go on with your application.")
    assert stage_of(task, judged(task, others=Act.DECLINES), "case study") is Stage.ASSESSMENT


@pytest.mark.parametrize(
    "text",
    [
        "I want to thank you for both conversations about the post.",
        "Thank you for your patience since we last spoke.",
        "Thank you for sitting down with Maria and me.",
        "Thank you for your time last Friday.",
        "nach unserem Treffen haben wir lange überlegt.",
        "danke fürs Vorbeikommen.",
        "schön, dass wir uns kennenlernen konnten.",
        "Vous avez été reçue par notre équipe.",
        "Gracias por tu tiempo al teléfono.",
        "Como hablamos por teléfono, te escribo.",
        "Come ci siamo detti al telefono, ti scrivo.",
        "Zoals telefonisch besproken schrijf ik je.",
        "Obrigado por falar com o Paulo pelo Zoom.",
        "Agradeço a sua disponibilidade em vir na sexta.",
    ],
)
def test_thanks_for_time_together_tell_of_a_meeting(text: str) -> None:
    """However they are put."""
    assert stage(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "The selection panel has now completed its assessment of applications.",
        "The interview panel will not be meeting you on this occasion.",
        "Je bent niet geselecteerd voor de eerste ronde.",
        "Escolhemos outra pessoa e não vamos avançar contigo.",
        "Wir haben Ihre Unterlagen gelesen und telefonisch war niemand zu erreichen.",
    ],
)
def test_what_is_done_without_the_reader_is_no_meeting_and_no_test(text: str) -> None:
    """A panel assesses papers, and goes no further with somebody whom it never met."""
    assert stage(text) not in {Stage.INTERVIEW, Stage.ASSESSMENT}


@pytest.mark.parametrize(
    "text",
    [
        "Following your phone screen, we won't be progressing your application.",
        "Your profile is rejected in L2 round.",
        "Vous avez été reçue le 6 mai par Mme Aubin ; nous ne donnerons pas suite à votre candidature.",
        "À l'issue de l'épreuve orale du 12 février, votre candidature n'a pas été retenue.",
        "Dopo la Sua prova orale non possiamo dare seguito alla candidatura.",
        f"I am sorry, we chose somebody else.{ASKED_EN}How did my interview on Tuesday go?",
        f"Lo siento, elegimos a otra persona.{ASKED_ES}Después de la segunda entrevista me dijo que hoy sabría algo.",
    ],
)
def test_what_comes_after_a_talk_was_a_talk(text: str) -> None:
    """However it is called, and if only the message says so that is answered."""
    assert told(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        f"You have not been shortlisted.{ASKED_EN}Following our telephone conversation this morning, here is my CV.",
        f"You have not been shortlisted.{ASKED_EN}Thank you, and I would welcome an interview.",
        "You have not been shortlisted. In the last round we received 900 applications.",
        "We do not invite you to an interview. Singers hear from us within a week after the audition.",
        "Your application was not shortlisted. I spoke to the director at Halden yesterday.",
        "Thanks for dropping off your CV, we have not shortlisted you.",
    ],
)
def test_other_talks_and_rounds_are_none_of_the_reader(text: str) -> None:
    """Whoever applies has telephoned, hopes for an interview, and may be told of the procedure."""
    assert told(text) is Stage.APPLICATION
