"""Feedback that is offered to whoever asks: given, asked for, talked over, or seen; and what only looks like it."""

from __future__ import annotations

import pytest

from pipeline.reading.feedback.offers import is_offered

GIVEN = (
    ("en", "As head of the panel I am able to offer a few minutes of telephone feedback to anyone who came."),
    ("en", "Our hiring manager is able to give you spoken feedback in the new year."),
    ("de", "Als Ausbildungsleiterin kann ich Ihnen eine mündliche Rückmeldung anbieten."),
    ("fr", "En tant que cheffe de service, je peux vous faire un retour oral la semaine prochaine."),
    ("es", "Como jefa de estudios puedo ofrecerle una valoración por teléfono."),
    ("it", "Come responsabile posso darLe un riscontro a voce."),
    ("nl", "Als teamleider kan ik je mondeling feedback geven."),
    ("pt", "Como coordenadora posso dar-lhe feedback por telefone."),
)
NOT_GIVEN = (
    ("en", "You can give feedback on our process by clicking here."),
    ("en", "If you are able to give us feedback on the day, we would be grateful."),
    ("en", "Are you able to give feedback on the interview?"),
    ("en", "We are not able to offer individual feedback."),
    ("de", "Bis Freitag können wir Ihnen eine Rückmeldung geben."),
    ("de", "Leider können wir Ihnen kein Feedback geben."),
    ("fr", "Nous pouvons vous faire un retour sous quinze jours."),
    ("nl", "Ons team kan je helpen, maar feedback geven we niet."),
)
ASKED = (
    ("it", "Posso chiedere all'azienda qualche dettaglio, se desidera."),
    ("pt", "Podemos pedir à empresa os motivos, se quiser."),
    ("en", "The client gave no reasons, but if you'd like I can ask them for feedback."),
    ("en", "That is not much to go on, but say the word and I will press the school for some feedback."),
    ("de", "Mehr hat man mir nicht gesagt, aber wenn Sie möchten, frage ich beim Kunden nach einer Begründung."),
    ("fr", "Ils n'ont rien précisé, mais si vous le souhaitez, je leur demande un retour."),
    ("es", "No me han dado más detalles, pero si quieres les pido feedback."),
    ("it", "Non ci hanno detto altro, ma se vuoi chiedo un riscontro più preciso."),
    ("nl", "Meer weet ik niet, maar als je wilt vraag ik om feedback."),
    ("pt", "Não nos disseram mais nada, mas se quiser peço um feedback à empresa."),
)
NOT_ASKED = (
    ("en", "We can ask for more, but not from you."),
    ("it", "Possiamo chiedere un documento d'identità, se serve."),
    ("pt", "Podemos pedir mais documentos, se for preciso."),
    ("en", "Next time, if you like, ask for feedback from your referees first."),
    ("en", "If you like, we can ask you for feedback on the process."),
    ("en", "If we do not get feedback from the client, you will not hear from us."),
    ("en", "You asked for feedback, but we can share none."),
    ("de", "Wenn Sie möchten, bitten wir Sie um Feedback zum Verfahren."),
    ("fr", "Si vous le souhaitez, nous vous demandons un retour sur notre site."),
    ("it", "Se vuoi, ti chiediamo un feedback sul colloquio."),
)
TALKED_OVER = (
    ("en", "Stop by if you want to hear where the typing test let you down."),
    ("en", "Should you wish to look at the panel's scores, ring the office."),
    ("en", "I am happy to chat about how it went."),
    ("de", "Komm auf eine Limo vorbei, dann sage ich dir, was uns gefehlt hat."),
    ("de", "Wenn du magst, erkläre ich dir, wie wir uns entschieden haben."),
    ("fr", "Viens au garage et je te raconte ce qui a manqué."),
    ("es", "Ven a la tienda y te explico qué pesó más."),
    ("it", "Se Le fa piacere discuterne, ci trova qui."),
    ("it", "Vieni in cucina e ti racconto com'è andata la prova."),
    ("pt", "Passe na loja e digo-lhe o que faltou."),
    ("en", "If it would help to talk any of it over, come and find me after lunch."),
    ("en", "Ring the office if you want to know how you scored."),
    ("en", "Should you care to discuss the outcome, my door is open."),
    ("en", "Happy to run you through the marks one evening."),
    ("en", "If you would like to hear more about our decision, book a slot."),
    ("en", "If you are curious how the panel reached that view, I'd like you to ring."),
    ("de", "Wenn Sie zu einzelnen Punkten mehr erfahren möchten, kommen Sie vorbei."),
    ("de", "Falls du wissen willst, wie du abgeschnitten hast, ruf durch."),
    ("de", "Auf Nachfrage erläutert Ihnen die Schulleitung die Bewertung."),
    ("fr", "Si vous voulez revenir sur ces points, passez me voir."),
    ("fr", "Si tu veux savoir ce qui a pesé, n'hésite pas à m'appeler."),
    ("es", "Si quieres que repasemos el resultado, pásate por el taller."),
    ("es", "Si le interesa saber qué nos decidió, llámeme."),
    ("it", "Se vuole sapere che cosa ci ha fatto scegliere, venga in bottega e gliene parlo."),
    ("it", "Su richiesta Le illustriamo il punteggio."),
    ("nl", "Wil je de beslissing eens overlopen, bel me dan."),
    ("nl", "Als je wilt weten hoe je gescoord hebt, stuur een berichtje."),
    ("nl", "Wil je hier nog over napraten, kom dan gerust langs."),
    ("pt", "Se quiser saber o que faltou, ligue-me."),
    ("pt", "Caso queira discutir o resultado, estou no escritório até às seis."),
)
NOT_TALKED_OVER = (
    ("en", "If you'd like to know more about our results this year, read the report."),
    ("de", "Wenn Sie wissen möchten, wie Ihre Daten bewertet werden, lesen Sie die Hinweise."),
    ("de", "Gern sage ich dir, was gefehlt hat: die Zeichnungen."),
    ("it", "Ti spiego cosa è mancato: un po' di esperienza."),
    ("es", "Te cuento qué nos decidió: el idioma."),
    ("en", "If you have questions about the next step, call me."),
    ("en", "Call me to arrange the interview."),
    ("en", "I am happy to talk about other roles."),
    ("en", "If you'd like to know how we process your data, read our notice."),
    ("en", "We would be glad to hear how you got on elsewhere."),
    ("en", "If you want to discuss other vacancies, ring us."),
    ("en", "If you would like to know the result, log in after Friday."),
    ("de", "Wenn Sie mehr über uns erfahren möchten, besuchen Sie unsere Seite."),
    ("de", "Gern erläutern wir Ihnen den weiteren Ablauf."),
    ("fr", "Si vous souhaitez en savoir plus sur nos métiers, suivez-nous."),
    ("es", "Si quieres saber más sobre nosotros, visita la web."),
    ("it", "Se vuole sapere come lavoriamo, ci segua."),
    ("nl", "Als je meer wilt weten over onze vacatures, kijk dan op de site."),
    ("pt", "Se quiser saber mais sobre outras vagas, siga-nos."),
)
MARKS = (
    ("en", "You are entitled to see the scoring sheet."),
    ("de", "Auf Antrag erhalten Sie die bewertete Klausur."),
    ("en", "You may ask for a copy of your marked test until the end of the month."),
    ("en", "Applicants who wish to see their scores should telephone the registry."),
    ("en", "Individual marks can be requested from the examinations office."),
    ("de", "Auf Antrag können Sie Ihre korrigierte Klausur einsehen."),
    ("de", "Die Einzelergebnisse können im Schulamt erfragt werden."),
    ("fr", "Vous pouvez consulter votre copie au service des concours."),
    ("es", "Los aspirantes podrán ver su examen en secretaría."),
    ("it", "I candidati possono prendere visione del proprio elaborato."),
    ("it", "La scheda di valutazione può essere richiesta via e-mail."),
    ("nl", "Je kan je examen inkijken op de dienst personeel."),
    ("pt", "As notas individuais podem ser pedidas no prazo de cinco dias."),
)
NOT_MARKS = (
    ("en", "Please ask your school for your marks and send them to us."),
    ("en", "We would like to see your marks before we decide."),
    ("en", "Individual scores cannot be requested."),
    ("en", "You can see our terms and request your data at any time."),
    ("de", "Mit der Einsicht in meine Personalakte bin ich einverstanden."),
    ("fr", "Vous pouvez demander une copie de vos données."),
    ("es", "Puede consultar la nota de corte en la web."),
    ("nl", "U kunt uw dossier nog aanvullen."),
)


@pytest.mark.parametrize(("language", "text"), [*GIVEN, *ASKED, *TALKED_OVER, *MARKS])
def test_feedback_is_offered_in_many_ways(language: str, text: str) -> None:
    """What the first half of a sentence denies is not what its second half offers."""
    assert is_offered(text, language)


@pytest.mark.parametrize(("language", "text"), [*NOT_GIVEN, *NOT_ASKED, *NOT_TALKED_OVER, *NOT_MARKS])
def test_what_looks_like_an_offer_is_none(language: str, text: str) -> None:
    """The next step, other jobs, the reader's own opinion and papers, and what is denied are other things."""
    assert not is_offered(text, language)
