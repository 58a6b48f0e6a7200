"""The day from which another application is welcome."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings, strategies as st
from support.judgements import judged, reading

from pipeline.core.message import UNDATED
from pipeline.core.reading import Reading
from pipeline.core.verdict import Act, Judgement
from pipeline.reading.reapply.rules import kept_until, reapply_after
from pipeline.reading.times.dates import date_in


def after(text: str, act: Act = Act.INFORMS, sent: datetime = datetime(2026, 11, 15, tzinfo=UTC)) -> date | None:
    """Return the day that a rejection of 15 November 2026 names."""
    what = reading(text, date=sent)
    return reapply_after(what, judged(what, others=act)).day


def test_a_message_without_a_date_names_no_day() -> None:
    """Six months after 1970 were told as a fact."""
    text = "You are welcome to apply again in six months. We keep your application on file for one year."
    what = reading(text, date=UNDATED)
    assert (reapply_after(what, judged(what)).day, kept_until(what, judged(what)).day) == (None, None)
    what = reading(text)
    assert reapply_after(what, judged(what)).day
    assert kept_until(what, judged(what)).day


@pytest.mark.parametrize(
    ("span", "day"),
    [
        ("in thirty days", date(2026, 12, 15)),
        ("in sixty days", date(2027, 1, 14)),
        ("in ninety days", date(2027, 2, 13)),
        ("nach neunzig Tagen", date(2027, 2, 13)),
        ("dans quatre-vingt-dix jours", date(2027, 2, 13)),
        ("dentro de noventa días", date(2027, 2, 13)),
        ("tra novanta giorni", date(2027, 2, 13)),
        ("over negentig dagen", date(2027, 2, 13)),
        ("in eighteen months", date(2028, 5, 15)),
        ("in twenty-four months", date(2028, 11, 15)),
        ("em vinte e quatro meses", date(2028, 11, 15)),
        ("in thirty-six months", date(2029, 11, 15)),
    ],
)
def test_large_numbers_in_words_are_the_numbers_they_name(span: str, day: date) -> None:
    """Those that employers count in: days by thirty, months by the year and a half."""
    assert after(f"You are welcome to reapply: {span} you may apply again.") == day


def test_the_end_of_a_number_that_is_not_known_is_no_number() -> None:
    """Better no day than one that comes years too early."""
    assert after("You may apply again in forty-eight months.") is None
    assert after("Vous pouvez postuler à nouveau dans quarante-huit mois.") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("You are welcome to reapply in six months.", date(2027, 5, 15)),
        ("Feel free to apply again after one year.", date(2027, 11, 15)),
        ("Please apply again next spring.", date(2027, 3, 1)),
        ("You may reapply from January 2027.", date(2027, 1, 1)),
        ("We hire again in Q2, so do apply again.", date(2027, 4, 1)),
        ("Please apply again a year from now.", date(2027, 11, 15)),
        ("Sie können sich nach Ablauf von 12 Monaten erneut bewerben.", date(2027, 11, 15)),
        ("Bewirb dich gern in einem halben Jahr wieder.", date(2027, 5, 15)),
        ("Ab dem 01.03.2027 ist eine erneute Bewerbung möglich.", date(2027, 3, 1)),
        ("N'hésitez pas à postuler à nouveau dans six mois.", date(2027, 5, 15)),
        ("Puedes volver a postularte dentro de 6 meses.", date(2027, 5, 15)),
        ("Ti invitiamo a candidarti di nuovo tra un anno.", date(2027, 11, 15)),
        ("Je kunt over zes maanden opnieuw solliciteren.", date(2027, 5, 15)),
        ("Pode candidatar-se novamente em 12 meses.", date(2027, 11, 15)),
        ("Do write to me in about eight months, when the second shop opens.", date(2027, 7, 15)),
        ("Call us in half a year, there may be a bench free.", date(2027, 5, 15)),
        ("Melde dich gern in etwa neun Monaten, dann bauen wir an.", date(2027, 8, 15)),
        ("Écrivez-moi dans dix mois, nous y verrons plus clair.", date(2027, 9, 15)),
        ("Escríbeme dentro de ocho meses.", date(2027, 7, 15)),
        ("Mi scriva tra otto mesi, avremo un altro banco.", date(2027, 7, 15)),
        ("Mail me over zeven maanden maar.", date(2027, 6, 15)),
        ("Escreva-me daqui a nove meses.", date(2027, 8, 15)),
        ("Do write to us again from autumn 2027.", date(2027, 9, 1)),
        ("Should you wish to reapply, please wait until March.", date(2027, 3, 1)),
        ("We hire every May, so try again then.", date(2027, 5, 1)),
        ("Magst du im Sommer noch mal fragen?", date(2027, 6, 1)),
        ("À partir de l'automne, vous pouvez postuler à nouveau.", date(2027, 9, 1)),
        ("Dall'autunno 2027 può ricandidarsi.", date(2027, 9, 1)),
        ("Ask me again after Easter.", date(2027, 3, 30)),
        ("Frag nach Ostern noch einmal nach.", date(2027, 3, 30)),
        ("Probeer het na Pasen nog eens.", date(2027, 3, 30)),
        ("Applications for the spring cohort open on 2 February 2027.", date(2027, 2, 2)),
        ("The next intake begins in September.", date(2027, 9, 1)),
        ("The position will be re-advertised in March.", date(2027, 3, 1)),
        ("The job is going to be advertised again in March.", date(2027, 3, 1)),
        ("Our advert goes out again in April.", date(2027, 4, 1)),
        ("The portal will accept a new registration from 1 May 2027.", date(2027, 5, 1)),
        ("Bewerbungen für den nächsten Jahrgang sind ab dem 1. August 2027 möglich.", date(2027, 8, 1)),
        ("Eine Wiederholung ist frühestens ab dem 4. Mai 2027 zulässig.", date(2027, 5, 4)),
        ("Les inscriptions rouvrent en mars.", date(2027, 3, 1)),
        ("Rappelez-moi en février 2027, la saison se prépare alors.", date(2027, 2, 1)),
        ("La próxima convocatoria se abrirá en abril de 2027.", date(2027, 4, 1)),
        ("Le candidature riaprono a marzo.", date(2027, 3, 1)),
        ("De inschrijving gaat weer open in februari.", date(2027, 2, 1)),
        ("Over een half jaar zien we je graag terug.", date(2027, 5, 15)),
        ("As candidaturas abrem em março de 2027.", date(2027, 3, 1)),
        ("If you can wait half a year: from April you are welcome to apply again.", date(2027, 4, 1)),
    ],
)
def test_spans_and_dates_count_from_the_day_of_the_message(text: str, day: date) -> None:
    """In each language, in words and figures."""
    assert after(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "We keep your CV for 12 months.",
        "Ihre Daten werden nach sechs Monaten gelöscht.",
        "We were closed until May.",
        "The course is taught every May.",
        "Nous conservons votre dossier pendant deux ans.",
        "You may apply again.",
        "Reapply once you have 3 years of experience.",
        "Please apply again; we keep your data for 12 months.",
        "Reapply on 2027-02-30.",
        "Apply again after 1 May 2019.",
        "Write to us within 2 months if you want your papers back.",
        "We will write to you in three months.",
        "You can contact us for your data, which we delete after six months.",
        "",
    ],
)
def test_a_time_without_an_invitation_or_the_reverse_is_none(text: str) -> None:
    """Keeping a file is no invitation, and experience is no waiting time."""
    assert after(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The vacancy is filled and Ms Okoro starts in January.",
        "We need somebody in place when the programme begins in January.",
        "Other candidates go to the next round on 3 March 2027.",
        "We cannot consider late applications after 3 March 2027.",
        "Applications for other courses are open until 30 June 2027.",
        "Das Auswahlverfahren mit den anderen beginnt am 3. März 2027.",
        "Je vous rappelle que votre dossier sera conservé jusqu'au 3 mars 2028.",
        "El proceso de selección se cerrará en abril de 2027.",
        "La richiamiamo entro il 3 marzo 2027.",
        "We take your application seriously and delete it on 3 March 2027.",
        "O processo termina em abril de 2027.",
        "La selezione si chiude ad aprile 2027.",
    ],
)
def test_what_begins_or_ends_for_others_is_no_day_to_apply_again(text: str) -> None:
    """In a rejection dates are named for much else."""
    assert after(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "We enjoyed meeting you on 3 October and hope you will apply again.",
        "Wir haben Sie am 3. Oktober gern kennengelernt und würden uns über eine erneute Bewerbung freuen.",
        "Nous avons apprécié notre rencontre du 3 octobre et espérons que vous postulerez à nouveau.",
        "Nos encantó conocerte el 3 de octubre y esperamos que vuelvas a postularte.",
        "Ci ha fatto piacere incontrarLa il 3 ottobre e speriamo che si ricandidi.",
        "We vonden het leuk je op 3 oktober te ontmoeten en hopen dat je opnieuw solliciteert.",
        "Gostámos de a conhecer em 3 de outubro e esperamos que volte a candidatar-se.",
        "You first wrote to us on 12 January, and we hope you will apply again one day.",
        "We hope you will apply again one day.",
        "Please apply again; the person we hired starts on 1 December.",
        "Please apply again; the person we hired starts on 1 December 2026.",
    ],
)
def test_a_day_on_which_something_else_was_or_will_be_is_no_day_to_apply_again(text: str) -> None:
    """The day of the interview does not come round a year later to be applied on."""
    assert after(text, Act.INVITES_BACK) is None


@pytest.mark.parametrize(
    ("until", "wait"),
    [
        (
            "Please send any new application before 30 June 2027.",
            "We cannot accept another application before 30 June 2027.",
        ),
        (
            "Neue Bewerbungen senden Sie bitte bis zum 30. Juni 2027.",
            "Eine neue Bewerbung ist nicht vor dem 30. Juni 2027 möglich.",
        ),
        (
            "N'hésitez pas à envoyer une nouvelle candidature avant le 30 juin 2027.",
            "Nous n'examinons pas de nouvelle candidature avant le 30 juin 2027.",
        ),
        (
            "Puedes enviar una nueva solicitud hasta el 30 de junio de 2027.",
            "No admitimos nuevas candidaturas hasta el 30 de junio de 2027.",
        ),
        (
            "Invii una nuova candidatura entro il 30 giugno 2027.",
            "Non accettiamo una nuova candidatura prima del 30 giugno 2027.",
        ),
        (
            "Stuur een nieuwe sollicitatie voor 30 juni 2027.",
            "U kunt niet voor 30 juni 2027 opnieuw solliciteren.",
        ),
        (
            "Envie uma nova candidatura até 30 de junho de 2027.",
            "Não aceitamos uma nova candidatura antes de 30 de junho de 2027.",
        ),
    ],
)
def test_a_last_day_is_no_first_day_unless_it_is_one_to_wait_for(until: str, wait: str) -> None:
    """`Before` is a deadline, and `not before` a beginning."""
    assert after(until, Act.INVITES_BACK) is None
    assert after(wait, Act.INVITES_BACK) == date(2027, 6, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Apply again in the second half of the year.", date(2027, 7, 1)),
        ("Apply again in the first half of next year.", date(2027, 1, 1)),
        ("Bewirb dich im zweiten Halbjahr wieder.", date(2027, 7, 1)),
        ("Revenez vers nous au second semestre.", date(2027, 7, 1)),
        ("Vuelve a presentarte en el primer semestre de 2028.", date(2028, 1, 1)),
        ("Vuelve a escribirnos el próximo semestre.", date(2027, 1, 1)),
        ("Si ricandidi nel secondo semestre.", date(2027, 7, 1)),
        ("Reageer in de tweede helft van 2027 opnieuw.", date(2027, 7, 1)),
        ("Volte a candidatar-se no segundo semestre.", date(2027, 7, 1)),
        ("Revenez vers nous au deuxième trimestre.", date(2027, 4, 1)),
    ],
)
def test_half_a_year_of_the_calendar_begins_on_its_first_day(text: str, day: date) -> None:
    """A `semestre` that is named is no span of six months."""
    assert after(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Conservaremos tu CV durante seis meses y puedes volver a presentarte cuando quieras.",
        "We keep your CV for half a year and you can apply again at any time.",
        "Vuelve a intentarlo cuando tengas seis meses de experiencia.",
        "Apply again once you have half a year of experience.",
    ],
)
def test_half_a_year_is_told_from_keeping_and_experience_as_any_span_is(text: str) -> None:
    """In whatever words it is written."""
    assert after(text) is None


def test_a_day_without_a_year_is_one_to_come_where_something_opens_on_it() -> None:
    """Behind `from`, or with what opens beside it; and what is over hides no span."""
    assert after("You may apply again from 1 March.") == date(2027, 3, 1)
    assert after("The next intake opens on 4 January, do apply again then.") == date(2027, 1, 4)
    assert after("On 1 June 2027 we recruit again, so please apply again.") == date(2027, 6, 1)
    assert after("You applied on 3 March 2026; you are welcome to reapply in six months.") == date(2027, 5, 15)


def test_a_month_that_is_over_hides_no_span() -> None:
    """Nor one in which something else was."""
    assert after("You applied in March; you are welcome to reapply after twelve months.") == date(2027, 11, 15)
    assert after("The role you applied for in September is filled; please reapply in six months.") == date(2027, 5, 15)
    assert after("You applied in October 2026; you are welcome to reapply in six months.") == date(2027, 5, 15)


def test_an_invitation_goes_before_the_day_on_which_a_search_begins() -> None:
    """Wherever it stands."""
    text = "The next intake begins in September. You are welcome to reapply in January 2027."
    assert after(text) == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "We expect to open one more post in January 2027. We would love to see you apply again then.",
            date(2027, 1, 1),
        ),
        ("Im März stellen wir ein. Bewerben Sie sich dann gern erneut.", date(2027, 3, 1)),
        ("Nous recruterons en mars. N'hésitez pas à postuler à nouveau à ce moment-là.", date(2027, 3, 1)),
        ("Contrataremos en marzo. Vuelve a presentarte entonces.", date(2027, 3, 1)),
        ("Torneremo ad assumere a marzo. La invitiamo a ricandidarsi allora.", date(2027, 3, 1)),
        ("Vanaf 20 maart nemen wij mensen aan. Solliciteer dan gerust opnieuw.", date(2027, 3, 20)),
        ("Voltaremos a contratar em março. Candidate-se novamente nessa altura.", date(2027, 3, 1)),
        ("We met on 3 November 2026. We hope to see you apply again then.", None),
    ],
)
def test_then_is_the_time_that_the_sentence_before_names(text: str, day: date | None) -> None:
    """An invitation for `then` has its day in what was said just before."""
    assert after(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The hiring freeze ends on 2 May 2027; after that date you are welcome to reapply.", date(2027, 5, 2)),
        ("The new budget starts on 1 September 2027; please apply again from that date.", date(2027, 9, 1)),
        ("Die Planung steht am 1. Februar 2027 fest; ab diesem Datum bewerben Sie sich gern erneut.", date(2027, 2, 1)),
        ("Bis März 2027 stellen wir niemanden ein; ab diesem Zeitpunkt bewerben Sie sich erneut.", date(2027, 3, 1)),
        ("Le gel prend fin le 15 mars 2027 ; à partir de cette date, vous pouvez repostuler.", date(2027, 3, 15)),
        (
            "La próxima convocatoria será el 1 de marzo de 2027; a partir de esa fecha puede volver a presentarse.",
            date(2027, 3, 1),
        ),
        ("Il blocco termina il 1 aprile 2027; da quella data può candidarsi di nuovo.", date(2027, 4, 1)),
        ("De stop eindigt op 1 oktober 2027; vanaf die datum kunt u opnieuw solliciteren.", date(2027, 10, 1)),
        ("O congelamento termina em 20 de fevereiro de 2027; a partir dessa data, recandidate-se.", date(2027, 2, 20)),
        ("Our reorganisation ends on 1 December. You may apply again after that date.", date(2026, 12, 1)),
        ("We will not be hiring before 2027, but do apply again after that.", date(2027, 1, 1)),
        ("We delete your data on 1 March 2027; after that date we cannot see it. Do apply again.", None),
        ("De gekozen kandidaat begint op 1 maart 2027; na die datum zijn we compleet. Solliciteer opnieuw.", None),
    ],
)
def test_that_date_is_the_one_that_the_clause_before_names(text: str, day: date | None) -> None:
    """In each language, behind a semicolon too, and only where the invitation is for that date."""
    assert after(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Please consider us again next fall, when applications for Summer 2028 open.", date(2027, 9, 1)),
        ("Internships for Summer 2028 open next fall, so please apply again then.", date(2027, 9, 1)),
        ("Bewerben Sie sich wieder ab Herbst, wenn die Plätze für Sommer 2028 öffnen.", date(2027, 9, 1)),
        ("Postulez à nouveau en janvier pour les postes débutant en septembre 2027.", date(2027, 1, 1)),
        ("Vuelve a presentarte en otoño, cuando se abran las plazas para el verano de 2028.", date(2027, 9, 1)),
        ("Si ricandidi in autunno, quando apriranno le selezioni per l'estate 2028.", date(2027, 9, 1)),
        ("Candidate-se novamente no outono, quando abrirem as vagas para o verão de 2028.", date(2027, 9, 1)),
        ("Please apply again in spring, as our new store in Leeds opens in June 2027.", date(2027, 3, 1)),
        ("The next round is planned for autumn 2027, so please apply again.", date(2027, 9, 1)),
        ("Please apply again for May 2027.", date(2027, 5, 1)),
    ],
)
def test_of_two_times_the_one_to_apply_in_counts_and_not_the_one_that_the_work_is_for(text: str, day: date) -> None:
    """Summer 2028 was told as the time to apply; where no other is named, it is all that is known."""
    assert after(text) == day


def test_words_of_invitation_go_before_what_is_taken_for_one() -> None:
    """And of two that are taken for one the surer counts, wherever it stands."""
    what = reading("There is more money after the summer. Ping me in October. The shop opens in May.")
    acts = {"money": {Act.INVITES_BACK: 0.4}, "Ping": {Act.INVITES_BACK: 0.9}, "shop": {Act.INVITES_BACK: 0.5}}
    assert reapply_after(what, judged(what, acts)).day == date(2027, 10, 1)
    what = reading("There is more money after the summer. Please reapply in January 2027.")
    assert reapply_after(what, judged(what, {"money": Act.INVITES_BACK})).day == date(2027, 1, 1)


def test_the_act_is_enough_where_the_words_are_unusual() -> None:
    """The model knows more ways of saying it than any list."""
    assert after("Our door stands open in March.", Act.INVITES_BACK) == date(2027, 3, 1)
    assert after("Our door stands open in March.") is None


def test_the_end_of_a_longer_month_falls_on_the_last_day_of_a_shorter_one() -> None:
    """Half a year from 31 August there is no 31 February."""
    assert after("Reapply in 6 months.", sent=datetime(2026, 8, 31, tzinfo=UTC)) == date(2027, 2, 28)


def test_may_is_a_verb_until_something_makes_it_a_month() -> None:
    """And `we` is no weekday."""
    assert after("You may reapply, we may answer.") is None
    assert after("Apply again in May.") == date(2027, 5, 1)


@settings(max_examples=100)
@given(st.text(max_size=200), st.dates(min_value=date(1971, 1, 1), max_value=date(2090, 12, 31)))
def test_no_text_breaks_the_reading_of_dates(text: str, sent: date) -> None:
    """Any text gives a day or none."""
    assert date_in(text, sent) is None or isinstance(date_in(text, sent), date)


@pytest.mark.parametrize("figures", ["a score of 4.5.", "section 3.2.1", "version 12.2.1.3"])
def test_scores_sections_and_versions_are_no_days(figures: str) -> None:
    """What is counted with points in it stands in figures, too."""
    assert date_in(f"You may reapply in six months. See {figures}", date(2026, 3, 15)) == date(2026, 9, 15)
    assert date_in(f"You may reapply in six months. See {figures} and", date(2026, 3, 15)) == date(2026, 9, 15)


@settings(max_examples=60)
@given(st.integers(1, 60), st.dates(min_value=date(1971, 1, 1), max_value=date(2090, 12, 31)))
def test_months_are_counted_on_the_calendar(months: int, sent: date) -> None:
    """So many months later is that month, and never a later day of it."""
    day = date_in(f"in {months} months", sent)
    assert day is not None
    assert day.year * 12 + day.month == sent.year * 12 + sent.month + months
    assert day.day <= sent.day


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        (date(2026, 4, 6), date(2026, 4, 7)),
        (date(2026, 4, 7), date(2027, 3, 30)),
        (date(2024, 1, 10), date(2024, 4, 2)),
        (date(2038, 1, 10), date(2038, 4, 27)),
    ],
)
def test_easter_is_found_in_every_year(sent: date, day: date) -> None:
    """The day after Easter Monday, of this year or of the next; 2038 has the latest date there is."""
    assert date_in("Please ask again after Easter.", sent) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Please wait a year and a half before you apply again.", date(2028, 5, 15)),
        ("In etwa anderthalb Jahren können Sie sich wieder bewerben.", date(2028, 5, 15)),
        ("Attendez un an et demi avant de postuler à nouveau.", date(2028, 5, 15)),
        ("Espera año y medio antes de volver a presentarte.", date(2028, 5, 15)),
        ("Si ricandidi non prima di un anno e mezzo.", date(2028, 5, 15)),
        ("Wacht anderhalf jaar voor je weer solliciteert.", date(2028, 5, 15)),
        ("Aguarde um ano e meio para se candidatar novamente.", date(2028, 5, 15)),
        ("Può ricandidarsi dopo mezzo anno.", date(2027, 5, 15)),
        ("Please wait one calendar year before reapplying.", date(2027, 11, 15)),
        ("Hold off on applying for another year or so.", date(2027, 11, 15)),
        ("Sie können sich ein Jahr nach dieser Absage wieder bewerben.", date(2027, 11, 15)),
        ("Decorso un anno, potrà candidarsi nuovamente.", date(2027, 11, 15)),
        ("Decorrido um ano, poderá voltar a concorrer.", date(2027, 11, 15)),
        (
            "Una solicitud se admite una vez transcurrido un año de la anterior; puedes volver a presentarte.",
            date(2027, 11, 15),
        ),
    ],
)
def test_a_year_and_a_half_and_a_year_that_has_passed_are_spans(text: str, day: date) -> None:
    """A year and a half is not over after a year."""
    assert after(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "You cannot apply to us for a year.",
        "Sie können sich für ein Jahr nicht bei uns bewerben.",
        "Vous ne pourrez pas postuler pendant un an.",
        "No podrás presentarte durante un año.",
        "Non potrà candidarsi per un anno.",
        "Je kunt een jaar lang niet bij ons solliciteren.",
        "Não poderá candidatar-se durante um ano.",
    ],
)
def test_for_how_long_one_may_not_apply_is_a_time_to_wait(text: str) -> None:
    """Without a word for once more: whoever reads it has applied."""
    assert after(text) == date(2027, 11, 15)


@pytest.mark.parametrize(
    "text",
    [
        "The contract is for 12 months and we would encourage you to apply for permanent roles.",
        "Der Vertrag läuft für zwölf Monate, und wir freuen uns über eine erneute Bewerbung.",
        "Le contrat court pendant douze mois ; nous espérons que vous postulerez à nouveau.",
        "El contrato es por doce meses y esperamos que vuelvas a presentarte.",
        "You may request that we reconsider this within 7 days of this notice.",
        "Under our retention schedule the form is destroyed on 12 August 2027.",
        "Our retention period is six months.",
        "Please apply again within the next year if something suits you.",
        "Ihr Test bleibt zwölf Monate gültig, bei einer erneuten Bewerbung wiederholen Sie ihn nicht.",
        "The person we chose starts in March; please apply again.",
        "Unsere neue Kandidatin fängt im März an; bewerben Sie sich gern wieder.",
        "La personne retenue arrive en mars ; n'hésitez pas à postuler à nouveau.",
        "La persona elegida empieza en marzo; no dudes en volver a presentarte.",
        "La persona scelta inizia a marzo; si candidi pure di nuovo.",
        "De gekozen kandidaat begint in maart; solliciteer gerust nog eens.",
        "A pessoa escolhida começa em março; candidate-se de novo.",
    ],
)
def test_how_long_a_contract_or_a_right_lasts_is_no_time_to_wait(text: str) -> None:
    """Nor is the month in which somebody else begins."""
    assert after(text, Act.INVITES_BACK) is None


@pytest.mark.parametrize(
    "text",
    [
        "Je kunt de cursus volgen, dat kost je twee dagen, en daarna opnieuw solliciteren.",
        "You may apply again after the safety course, which takes three weeks.",
        "Machen Sie den Staplerschein, der dauert zwei Tage, und bewerben Sie sich dann erneut.",
        "Passez le CACES, cela prend trois jours, et postulez à nouveau.",
        "Haz el curso de manipulador, son dos días, y vuelve a presentarte.",
        "Faccia il corso, dura due giorni, e si ricandidi.",
        "A formação interna dura dois meses; volte a candidatar-se quando quiser.",
        "The role has a probation period of six months; please apply again if something else suits you.",
        "Die Probezeit beträgt sechs Monate; bewerben Sie sich gern erneut auf andere Stellen.",
        "Votre préavis de trois mois était trop long ; n'hésitez pas à repostuler.",
        "Il periodo di prova è di tre mesi; si candidi di nuovo per altre posizioni.",
        "De reistijd is lang en de inwerktijd zes maanden; reageer gerust opnieuw op iets dichterbij.",
        "Het ging om een contract van een half jaar; solliciteer gerust opnieuw.",
        "Please apply again for a contract of six months.",
        "We are a three-year-old company and still learning how to hire; please do apply again.",
        "El proceso ha durado dos meses, y lo sentimos; vuelve a presentarte cuando quieras.",
        "Sorry that we kept you waiting for six weeks; please do apply again.",
        "Wir haben Sie drei Wochen warten lassen; bewerben Sie sich gern wieder.",
        "Die Fahrtkosten erhalten Sie in zwei Wochen; bewerben Sie sich gern wieder.",
        "Votre badge sera désactivé dans dix jours ; n'hésitez pas à postuler à nouveau.",
        "The link expires in 30 days; please apply again.",
        "After two months of interviews we have chosen somebody else; please do apply again.",
        "Tras dos meses de entrevistas hemos elegido a otra persona; vuelve a presentarte.",
    ],
)
def test_how_long_something_takes_is_no_time_to_wait(text: str) -> None:
    """A course, a probation, a notice, a contract, the process or a company's life, in a clause of its own."""
    assert after(text) is None
    assert after(text, Act.INVITES_BACK) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Erst müssen sechs Monate vergehen; dann können Sie sich erneut bewerben.", date(2027, 5, 15)),
        ("Six mois doivent s'écouler ; vous pourrez ensuite postuler à nouveau.", date(2027, 5, 15)),
        ("Devono trascorrere sei mesi; dopo, può ricandidarsi.", date(2027, 5, 15)),
        ("Give it six months, and try us again.", date(2027, 5, 15)),
        ("In roughly three months, we will look once more, and you should apply again.", date(2027, 2, 15)),
        ("Depois de uns três meses, abrimos outra vaga: candidate-se novamente.", date(2027, 2, 15)),
        ("In zwei Wochen schreiben wir die Stelle neu aus; bewerben Sie sich dann erneut.", date(2026, 11, 29)),
        ("Over drie maanden komt er weer een plek; solliciteer dan opnieuw.", date(2027, 2, 15)),
        ("Escribime en unos ocho o nueve meses, que el equipo va a crecer.", date(2027, 7, 15)),
        ("Sperrfrist: 12 Monate. Danach können Sie sich wieder bewerben.", date(2027, 11, 15)),
        ("A cooling period of 6 months is applicable, post which you may re-apply.", date(2027, 5, 15)),
        ("Work one year in a busy place, then call me.", date(2027, 11, 15)),
        ("Rufen Sie mich in zwei, drei Jahren wieder an.", date(2028, 11, 15)),
    ],
)
def test_what_has_to_pass_first_is_a_time_to_wait_in_a_clause_of_its_own_too(text: str, day: date) -> None:
    """By what stands before it, behind it or beside it."""
    assert after(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Candidates may re-sit the aptitude assessment after twelve months.", date(2027, 11, 15)),
        ("You can rewrite the mechanical test six months from today.", date(2027, 5, 15)),
        ("You may retest after six (6) months.", date(2027, 5, 15)),
        ("Den Einstellungstest dürfen Sie nach einem Jahr erneut ablegen.", date(2027, 11, 15)),
        ("La prova può essere sostenuta di nuovo dopo sei mesi.", date(2027, 5, 15)),
        ("De capaciteitentest mag je na een jaar opnieuw doen.", date(2027, 11, 15)),
        ("Pode repetir a prova dentro de seis meses.", date(2027, 5, 15)),
    ],
)
def test_to_repeat_the_employers_own_test_is_to_apply_again(text: str, day: date) -> None:
    """Who may take it once more may come back."""
    assert after(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "You can retake the TOEFL after three months.",
        "Die Wiederholung des Sprachtests ist nach sechs Monaten möglich.",
        "Vous pourrez repasser le test de langue après six mois.",
        "Puede volver a repetir el examen de inglés dentro de seis meses.",
        "Può ripetere il test di lingua dopo sei mesi.",
        "You may sit the driving test again after 28 days.",
    ],
)
def test_to_repeat_a_test_that_others_hold_is_not_to_apply_again(text: str) -> None:
    """Of a language or for a licence, whatever it seems; the employer's own selection is another matter."""
    assert after(text, Act.INVITES_BACK) is None
    assert after("Den Einstellungstest können Sie nach sechs Monaten wiederholen.") == date(2027, 5, 15)
    assert after(f"{text[:-1]}; in two years you may apply again.") == date(2028, 11, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Na primavera voltaremos a contratar; candidate-se de novo.", date(2027, 3, 1)),
        ("Na de zomer mag je opnieuw solliciteren.", date(2027, 9, 1)),
        ("Try us again after Christmas.", date(2027, 1, 1)),
        ("A principios de año volveremos a buscar gente.", date(2027, 1, 1)),
        ("Bewerben Sie sich 2027 gern wieder.", date(2027, 1, 1)),
        ("Die nächste Einstellungsrunde ist für September geplant, bewerben Sie sich gern wieder.", date(2027, 9, 1)),
        ("Applications for September 2027 entry open in January, and we hope you will apply again.", date(2027, 1, 1)),
        ("Bis April stellen wir nicht ein; danach können Sie sich gern wieder bewerben.", date(2027, 4, 1)),
        ("Nos embauches sont gelées jusqu'en avril ; ensuite, retentez votre chance.", date(2027, 4, 1)),
        ("Las contrataciones están paradas hasta abril; después, inténtalo de nuevo.", date(2027, 4, 1)),
        ("Le assunzioni sono ferme fino ad aprile; dopo, riprova pure.", date(2027, 4, 1)),
        ("As contratações estão congeladas até abril; depois disso, tente de novo.", date(2027, 4, 1)),
        ("Il faut attendre 6 mois entre deux candidatures.", date(2027, 5, 15)),
        ("Tussen twee sollicitaties moet minstens zes maanden zitten.", date(2027, 5, 15)),
        ("En marzo volveremos a contratar. No dudes en presentarte entonces.", date(2027, 3, 1)),
        ("A marzo torneremo ad assumere. Candidati in quel momento.", date(2027, 3, 1)),
        ("Aceitaremos novas candidaturas a partir de 1 de junho de 2027.", date(2027, 6, 1)),
        ("Pensez à nous au second semestre 2027.", date(2027, 7, 1)),
    ],
)
def test_times_of_the_year_and_what_comes_after_a_pause_are_days_to_apply_again(text: str, day: date) -> None:
    """In the words of each language."""
    assert after(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ring me in March when we take on two.", date(2027, 3, 1)),
        ("Do drop by after the summer.", date(2027, 9, 1)),
        ("Write to us once the new year has begun.", date(2027, 1, 1)),
        ("When the season starts in May, give us a call.", date(2027, 5, 1)),
        ("If you are still looking in January, let me know.", date(2027, 1, 1)),
        ("We need extra hands in December, so get in touch.", date(2026, 12, 1)),
        ("We take on two more in March. Call me then.", date(2027, 3, 1)),
        ("Come and see us in the next school year.", date(2027, 9, 1)),
        ("Please do not write to us before next summer.", date(2027, 6, 1)),
        ("Do not hesitate to call us in March.", date(2027, 3, 1)),
        ("Do not call us in March, when we are closed, but write to us in May.", date(2027, 5, 1)),
        ("You could try us in a year.", date(2027, 11, 15)),
        ("Rufen Sie uns im März an.", date(2027, 3, 1)),
        ("Komm nach den Sommerferien vorbei.", date(2027, 9, 1)),
        ("Wenn im Mai die Saison beginnt, ruf einfach an.", date(2027, 5, 1)),
        ("Im März nehmen wir zwei Neue, ruf dann an.", date(2027, 3, 1)),
        ("Nach Neujahr kannst du dich gern melden.", date(2027, 1, 1)),
        ("Appelez-moi en mars, quand nous en prendrons deux.", date(2027, 3, 1)),
        ("Passez nous voir à la rentrée.", date(2027, 9, 1)),
        ("Faites-nous signe après les fêtes.", date(2027, 1, 1)),
        ("Llámame en marzo, cuando contratemos a dos.", date(2027, 3, 1)),
        ("Pásate por el taller después del verano.", date(2027, 9, 1)),
        ("Cuando empiece la temporada en mayo, llámanos.", date(2027, 5, 1)),
        ("Chiamami a marzo, quando ne prendiamo due.", date(2027, 3, 1)),
        ("Passa a trovarci dopo l'estate.", date(2027, 9, 1)),
        ("Dopo le feste ci scriva pure.", date(2027, 1, 1)),
        ("Bel me in maart, als we er twee aannemen.", date(2027, 3, 1)),
        ("Kom na de zomer langs.", date(2027, 9, 1)),
        ("In mei nemen we mensen aan, dus bel gerust.", date(2027, 5, 1)),
        ("Ligue-me em março, quando contratarmos dois.", date(2027, 3, 1)),
        ("Passe por cá depois do verão.", date(2027, 9, 1)),
        ("Fale connosco no próximo ano.", date(2027, 1, 1)),
    ],
)
def test_who_is_asked_to_call_write_or_come_by_at_a_time_is_welcome_then(text: str, day: date) -> None:
    """As people write who run no recruiting system."""
    assert after(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Call me on 3 March if you like.",
        "Ring me in two weeks.",
        "If you want feedback, call us in March.",
        "Call me if you like, the position starts in March.",
        "Please drop by before the summer.",
        "We will call you in March.",
        "The people who call us in March are many.",
        "She let us know in March that she would leave.",
        "I am away in March.",
        "If you hold the certificate of March 2027, let us know and we will look at the form.",
        "Those who are not chosen are told by e-mail in March.",
        "Ich halte Sie im Gespräch und rufe Sie im März an.",
        "We closed in March.",
        "Rufen Sie mich bis zum 1. März an.",
        "Wir rufen Sie im März an.",
        "Ihre Frage nach einer Stelle im März hat uns gefreut.",
        "Wenn Sie Fragen haben, rufen Sie mich im März an.",
        "Vous nous avez écrit en mars.",
        "Appelez-moi avant le 1er mars.",
        "Te llamaremos en marzo.",
        "Nos escribiste en marzo.",
        "La chiameremo a marzo.",
        "Ci hai scritto a marzo.",
        "We bellen je in maart.",
        "Heb je vragen, bel me dan in maart.",
        "Ligamos-lhe em março.",
        "Se tiver dúvidas, ligue-me em março.",
        "Please do not call us in March.",
        "My colleague will call me in March.",
        "Bitte rufen Sie uns im März nicht an.",
        "N'appelez pas en mars.",
        "No pases por aquí en marzo.",
        "Non ci scriva a marzo.",
        "Bel ons niet in maart.",
        "Não nos ligue em março.",
    ],
)
def test_a_call_for_something_else_or_by_somebody_else_names_no_day_to_apply_again(text: str) -> None:
    """What is to be asked, and whom they call themselves."""
    assert after(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "We will come back to you with more in two weeks.",
        "Im März melden wir uns wieder.",
        "Nous reviendrons vers vous en mars.",
        "La chiameremo a marzo.",
        "Please apply through our website; the role starts in March.",
        "Die Stelle beginnt im März, bewirb dich am besten sechs Monate im Voraus.",
    ],
)
def test_what_the_employer_will_do_or_a_job_that_begins_is_no_invitation_whatever_it_seems(text: str) -> None:
    """The model takes some of it for one."""
    assert after(text, Act.INVITES_BACK) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We hang on to applications for six months.", date(2027, 5, 15)),
        ("Deine Mappe bleibt ein Jahr bei uns liegen.", date(2027, 11, 15)),
        ("Wir heben Ihre Unterlagen bis Jahresende auf.", date(2026, 12, 31)),
        ("Nos quedamos con tu currículum hasta final de año.", date(2026, 12, 31)),
        ("Conserviamo la sua domanda fino a fine anno.", date(2026, 12, 31)),
    ],
)
def test_how_long_an_application_is_kept_is_read_in_plain_words(text: str, day: date) -> None:
    """It lies, is held or hung on to."""
    what = reading(text)
    assert kept_until(what, judged(what)).day == day


@pytest.mark.parametrize(
    "text",
    [
        "Please do not apply again.",
        "We ask you not to reapply to any of our positions.",
        "Kindly refrain from submitting further applications to our company.",
        "For the avoidance of doubt, you should not apply to us again in the future.",
        "We will not consider any further applications from you.",
        "Bitte bewerben Sie sich nicht erneut bei uns.",
        "Wir bitten Sie, von weiteren Bewerbungen abzusehen.",
        "Bitte senden Sie uns keine weiteren Bewerbungen zu.",
        "Eine erneute Bewerbung ist nicht erwünscht.",
        "Bewirb dich bitte nicht noch einmal bei uns.",
        "Nous vous prions de ne plus postuler chez nous.",
        "Merci de ne pas nous adresser de nouvelle candidature.",
        "Nous vous demandons de vous abstenir de toute nouvelle candidature.",
        "Le rogamos que no vuelva a presentar su candidatura.",
        "Por favor, no nos envíes más solicitudes.",
        "La preghiamo di non ricandidarsi presso la nostra azienda.",
        "Vi chiediamo di non inviare ulteriori candidature.",
        "Wij verzoeken u niet opnieuw te solliciteren.",
        "Solliciteer alstublieft niet meer bij ons.",
        "Pedimos que não volte a candidatar-se à nossa empresa.",
        "We would ask that you do not apply to us again.",
        "Please don't reapply; our decision will not change.",
        "In view of what happened at the interview, we'd prefer that you not apply here again.",
        "You are asked not to submit another application to this organisation.",
        "Future applications from you will not be read.",
        "Wir möchten Sie bitten, sich nicht mehr bei uns zu bewerben.",
        "Bitte sehen Sie künftig von Bewerbungen bei uns ab.",
        "Von erneuten Bewerbungen bitten wir Abstand zu nehmen.",
        "Bitte bewirb dich bei uns nicht wieder.",
        "Weitere Bewerbungen Ihrerseits werden nicht mehr berücksichtigt.",
        "Merci de ne plus postuler dans notre entreprise.",
        "Nous vous demandons de ne pas présenter à nouveau votre candidature.",
        "Nous ne donnerons plus suite à vos candidatures.",
        "Le pedimos que no se postule de nuevo a nuestras ofertas.",
        "Te pedimos que no vuelvas a inscribirte en nuestros procesos.",
        "La invitiamo a non candidarsi più presso di noi.",
        "Chiediamo cortesemente di non ripresentare la candidatura in futuro.",
        "We vragen je om niet nogmaals bij ons te solliciteren.",
        "Wilt u ons geen nieuwe sollicitatie meer sturen?",
        "Solicitamos que não envie novas candidaturas à nossa empresa.",
    ],
)
def test_who_asks_not_to_apply_again_is_quoted_without_a_day(text: str) -> None:
    """Also where another sentence invites by itself, or a search begins that is not for this reader."""
    found = reapply_after(*_message(f"{text} Our next intake opens in March 2027. Call me in May."))
    assert (found.day, found.phrase) == (None, text)


@pytest.mark.parametrize(
    "text",
    [
        "Please do not reply to this mail.",
        "Please do not apply again before January 2027.",
        "You need not apply again, we keep your data and will be in touch.",
        "Please don't let this keep you from applying again.",
        "Do not hesitate to apply again when something else comes up.",
        "Please do not apply again for this position; other openings are on our site.",
        "If you do not apply again within a year, your profile is deleted.",
        "Why not apply again in spring?",
        "Bitte antworten Sie nicht auf diese E-Mail.",
        "Sie müssen sich nicht erneut bewerben, wir behalten Ihre Unterlagen.",
        "Bitte bewerben Sie sich nicht vor Ablauf von sechs Monaten erneut.",
        "Zögern Sie nicht, sich erneut zu bewerben.",
        "N'hésitez pas à postuler à nouveau.",
        "Il n'est pas nécessaire de postuler à nouveau, nous conservons votre dossier.",
        "No dude en volver a presentar su candidatura.",
        "No vuelva a presentarse antes de doce meses.",
        "Non esiti a ricandidarsi in futuro.",
        "U hoeft niet opnieuw te solliciteren.",
        "Aarzel niet opnieuw te solliciteren.",
        "Não é necessário voltar a candidatar-se; guardamos o seu currículo.",
        "Please do not send further documents; your application is closed.",
        "You cannot apply again until six months have passed.",
        "We hope this does not put you off applying again.",
        "Candidates who are not successful may apply again at any time.",
        "There is no reason not to apply again when you have more experience.",
        "Please do not submit more than one application per role.",
        "We are not accepting further applications for this vacancy.",
        "Your next application will not be affected by this decision.",
        "Es spricht nichts dagegen, sich erneut zu bewerben.",
        "Lassen Sie sich davon nicht entmutigen und bewerben Sie sich gern wieder.",
        "Wir freuen uns, wenn Sie sich wieder bewerben, auch wenn es diesmal nicht geklappt hat.",
        "Weitere Bewerbungen sind jederzeit willkommen, auch wenn es diesmal nicht geklappt hat.",
        "Que cela ne vous empêche pas de postuler à nouveau.",
        "Vous ne serez pas recontacté, mais vous pouvez postuler à nouveau.",
        "Esto no le impide volver a presentarse.",
        "Aunque no ha sido posible esta vez, puede volver a postular.",
        "Questo non le impedisce di ricandidarsi.",
        "Non è passato questa volta, ma può candidarsi di nuovo.",
        "Dit betekent niet dat u niet opnieuw mag solliciteren.",
        "Isto não o impede de voltar a candidatar-se.",
    ],
)
def test_what_is_not_needed_not_yet_or_not_for_this_job_is_not_unwanted(text: str) -> None:
    """Nor what must not keep anybody from it: then there is a day, or nothing."""
    found = reapply_after(*_message(text))
    assert bool(found.phrase) == bool(found.day)


def test_who_bars_for_now_and_invites_for_later_names_a_day() -> None:
    """The invitation says more than the request."""
    found = reapply_after(*_message("Please do not apply again. You are welcome to apply again in twelve months."))
    assert found.day == date(2027, 11, 15)


def _message(text: str) -> tuple[Reading, Judgement]:
    what = reading(text)
    return what, judged(what)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ihre Unterlagen werden für ein Jahr in Evidenz gehalten.", date(2027, 11, 15)),
        ("Wir halten Ihre Mappe bis 31. Dezember 2026 in Evidenz.", date(2026, 12, 31)),
        ("Gerne nehmen wir Sie für sechs Monate in unsere Bewerberevidenz auf.", date(2027, 5, 15)),
        ("Sie werden zwei Jahre lang in Evidenz geführt.", date(2028, 11, 15)),
        ("Ihr Ansuchen wird für die Dauer von zwei Jahren evident gehalten.", date(2028, 11, 15)),
        ("Wenn Sie einverstanden sind, wird Ihr Ansuchen sechs Monate in Evidenz bleiben.", date(2027, 5, 15)),
        ("Für diese Behandlung gibt es seit zwei Jahren Evidenz.", None),
        ("Wir arbeiten in einem Jahr nur noch nach Evidenz.", None),
        ("Die evidenzbasierte Pflege führen wir in einem Jahr ein.", None),
        ("In einem Jahr ist die Evidenz klarer.", None),
    ],
)
def test_what_is_kept_in_evidence_in_austria_is_kept_on_file(text: str, day: date | None) -> None:
    """Evidence of other kinds keeps nothing."""
    what = reading(text)
    assert kept_until(what, judged(what)).day == day
