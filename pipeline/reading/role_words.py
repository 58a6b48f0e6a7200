"""Words of roles in seven languages: what names an occupation, and where a role's name ends."""

from __future__ import annotations

import re

from pipeline.reading.role_ends import LEVEL_OR_WRITER, NOTE, PAY, VERBS

#: Whole words that name an occupation, and stems (ending in `*`) of words that do.
_OCCUPATIONS = """
engineer* developer* programmer* manager* analyst* designer* consultant* architect* scientist* researcher*
administrator* assistant* associate* coordinator* specialist* officer* executive* director* lead leader* head
representative* agent* advisor* adviser* accountant* auditor* bookkeeper* controller* comptroller* nurse* midwife
doctor physician* surgeon* pharmacist* therapist* psychologist* dentist* vet carer* caregiver* teacher* lecturer*
professor* instructor* tutor* trainer* librarian* fellow fellowship postdoc* phd student* intern interns internship*
trainee* apprentice* apprenticeship* graduate* operative* operator* technician* mechanic* electrician* plumber*
carpenter* welder* fitter* machinist* driver* courier* picker* packer* warehouse* cleaner* porter* chef* cook* baker*
barista* bartender* waiter* waitress* receptionist* concierge* clerk* cashier* secretary* typist* buyer* planner*
strategist* producer* editor* writer* copywriter* journalist* translator* interpreter* photographer* illustrator*
artist* animator* actor* musician* curator* counsel lawyer* solicitor* paralegal* attorney* barrister* recruiter*
sourcer* supervisor* foreman superintendent* inspector* surveyor* estimator* guard* marshal steward* host hostess
attendant* salesperson* seller* merchandiser* marketer* evangelist* tester* qa sre devops sysadmin* dba ux ui cto ceo
cfo coo vp president* principal chief ambassador* caseworker* worker* postman pilot* captain conductor* ranger*
gardener* farmer* butcher* tailor* hairdresser* beautician* stylist* broker* trader* underwriter* actuary* teller*
economist* statistician* biologist* chemist* physicist* geologist* mathematician* epidemiologist* owner partner
physiotherapist* nutritionist* dietitian* negotiator* practitioner* entwickler* programmierer* ingenieur* leiter*
leitung referent* sachbearbeiter* mitarbeiter* fachkraft* fachkräfte kaufmann kauffrau kaufleute berater* assistent*
assistenz verkäufer* techniker* mechaniker* mechatronik* elektroniker* elektriker* monteur* meister* pfleger*
pflegefach* arzt ärztin lehrer* lehrkraft erzieher* dozent* wissenschaftler* buchhalter* bilanzbuchhalter* prüfer*
einkäufer* planer* gestalter* redakteur* redaktor* texter* übersetzer* jurist* anwalt anwältin koch köchin kellner*
fahrer* lagerist* praktikant* praktikum werkstudent* volontär* auszubildende* azubi* studentische* hilfskraft
architekt* vorarbeiter* geselle gesellin helfer* aushilfe* disponent* betreuer* therapeut* verwalter* hausmeister*
bäcker* metzger* schreiner* maler* installateur* informatiker* fachinformatiker* développeu* ingénieur* chef cheffe
chargé* responsable* technicien* comptable* infirmi* aide-soignant* vendeu* commercial* conseill* professeur*
enseignant* formateur* formatrice* stagiaire* alternant* juriste* avocat* analyste* architecte* graphiste* rédacteur*
rédactrice* traducteur* traductrice* conducteur* conductrice* directeur* directrice* gestionnaire* secrétaire*
préparateur* préparatrice* cuisinier* serveu* animateur* animatrice* chercheu* doctorant* coordinateur* coordinatrice*
acheteu* contrôleu* auditeu* éducat* magasinier* mécanicien* électricien* boulang* pâtissi* kinésithérap* ergothérap*
coiffeu* soudeu* manipulat* bibliothécaire* opérateur* opératrice* desarrollador* programador* ingenier* analista*
diseñador* jefe jefa auxiliar* administrativ* contable* contador* enfermer* médic* profesor* maestr* docente*
dependient* vendedor* comercial* asesor* consultor* técnic* operari* mozo camarer* cociner* repartidor* becari*
practicante* gerente* coordinador* especialista* abogad* traductor* redactor* arquitect* científic* investigador*
encargad* recepcionista* secretari* cajer* limpiador* electricista* mecánic* soldador* gestor* cuidador* educador*
psicólog* periodista* fisioterapeuta* nutricionista* operativ* facultativ* sviluppat* programmat* ingegner*
progettista* impiegat* addett* responsabile* contabile* infermier* medic* insegnant* commess* venditor* venditric*
consulent* tecnic* manutentor* operai* magazzinier* autist* cuoc* camerier* cassier* segretari* stagista* tirocinant*
apprendist* grafic* redattor* redattric* traduttor* traduttric* avvocat* giornalista* ricercator* ricercatric*
direttor* direttric* coordinatric* capo educator* educatric* elettricista* meccanic* saldator* commerciale farmacista*
fisioterapista* architett* dottorand* assegnista* ontwikkelaar* programmeur* beheerder* medewerker* adviseur* leider*
projectleider* teamleider* boekhouder* verpleegkundige* verzorgende* docent* leraar lerares leerkracht*
werktuigbouwkundige* vormgever* ontwerper* analist* stagiair* verkoper* verkoopmedewerker* chauffeur* kok
magazijnmedewerker* schoonmaker* vertaler* redacteur* onderzoeker* promovendus promovenda secretaresse* inkoper*
timmerman lasser* begeleider* behandelaar* huisarts apotheker* traineeship* bijbaan vakkenvuller* kassamedewerker*
hoofd werkvoorbereider* uitvoerder* desenvolvedor* engenheir* responsável contabilista* assistente* enfermeir*
operador* operári* motorista* cozinheir* empregad* estagiári* jovem diretor* coordenador* advogad* tradutor* redator*
arquitet* cientista* pesquisador* secretári* eletricista* mecânic* jornalista* estoquista* repositor* hygienist*
weaver* potter* plasterer* roofer* bricklayer* labourer* laborer* joiner* stonemason* upholsterer* blacksmith*
jeweller* machine-operator* toolmaker* fundraiser* webmaster* choreographer* caretaker* janitor* housekeeper* nanny
lifeguard* firefighter* paramedic* radiographer* optometrist* optician* podiatrist* phlebotomist* veterinarian*
zookeeper* dispatcher* scheduler* stevedore* sailor* deckhand* conservator* archivist* historian* sociologist*
linguist* geographer* philologist* professorship magistrate* bailiff* stillman storekeeper* stocker* shelver* grower*
forester* florist* sommelier* pastry-chef dishwasher* roaster* brewer* distiller* barkeeper* moderator* facilitator*
mediator* ombudsman adjuster* appraiser* assessor* examiner* investigator* glaser* tischler* dachdecker* zimmerer*
zimmermann schlosser* schweißer* fliesenleger* gärtner* friseur* kosmetiker* konditor* landwirt* steuermann kapitän*
matrose* lokführer* triebfahrzeugführer* straßenbahnfahrer* busfahrer* kraftfahrer* staplerfahrer* konstrukteur*
zerspanungsmechaniker* anlagenbauer* bauzeichner* vermesser* statiker* chemiker* physiker* biologe biologin laborant*
professur* juniorprofessur* lektor* lektorat* volontariat* bibliothekar* archivar* pädagog* sozialarbeiter*
heilerzieh* hebamme* logopäd* ergotherapeut* steuerfachangestellte* rechtsanwaltsfachangestellte*
notarfachangestellte* lohnbuchhalter* personalsachbearbeiter* bürokraft* schreibkraft empfangskraft servicekraft
küchenhilfe reinigungskraft putzkraft putzhilfe pförtner* wachmann übungsleiter* dirigent* organist* menuisi*
charpenti* plombi* maçon* peintre* couvreu* serruri* ajusteu* tourneu* fraiseu* usineu* carrossi* livreu* chauffeu*
manutentionnaire* caissi* commis réceptionniste* plongeu* barman barmaid sommeli* fleuriste* jardini* paysagiste*
puéricult* auxiliaire* sage-femme éboueu* facteu* gardien* standardiste* archiviste* documentaliste* chimiste*
biologiste* physicien* économiste* statisticien* démonstrat* téléconseill* peón albañil* fontaner* carpinter* pintor*
jardiner* panader* pasteler* carnicer* pescader* peluquer* costurer* modista* chofer* chófer* transportista*
almacener* dependienta teleoperador* socorrista* vigilante* conserje* portero* bibliotecari* archiver* quimic* químic*
biólog* físic* tornitor* fresator* falegnam* idraulic* muratore* verniciator* imbianchin* giardinier* panettier*
pasticcer* macellai* parrucchier* bagnin* portier* guardia* archivista* chimic* biolog* fisic* economista* statistic*
verificator* collaudator* disegnator* geometra redattrice banconist* pizzaiol* receptionist bar-man portinai*
cantinier* timmer* loodgieter* elektricien* schilder* metselaar* stukadoor* dakdekker* draaier* frezer* bakker*
slager* kapper* hovenier* bloemist* brander* heftruckchauffeur* vrachtwagenchauffeur* koerier* bezorger*
winkelmedewerker* baliemedewerker* binnendienstmedewerker* kwaliteitsmedewerker* verloskundige* tandarts* logopedist*
psycholoog* bioloog* chemicus natuurkundige* bibliothecaris* archivaris* conciërge* beveiliger* beleidsadviseur*
beleidsmedewerker* griffier* secretaris* projectmanager* carpinteir* canalizador* pedreir* jardineir* padeir*
pasteleir* talhante* cabeleireir* costureir* serralheir* estafet* entregador* porteir* bibliotecári* arquivista*
agrônomo* agrónom* veterinári* fiscal* balconista* garçom garçonete copeir* generalist* advocate* liaison* organiser*
organizer* campaigner* registrar* bursar* warden* chaplain* counsellor* counselor* coach* matron sonographer* valuer*
loader* handler* sorter* assembler* installer* cutter* finisher* rigger* scaffolder* painter* decorator* glazier*
tiler* server* dealer croupier* groomer* coder* modeller* modeler* drafter* draftsman draughtsman clinician*
technologist* enumerator* interviewer* annotator* transcriptionist* telemarketer* canvasser* promoter* booker* butler
valet doorman bouncer usher stagehand salesman saleswoman craftsman fireman repairman handyman cameraman barman
chairperson headteacher* headmaster* groundskeeper* beekeeper* timekeeper* goalkeeper* composer* singer* dancer*
vocalist* dramaturg* developer-advocate reader readers programmeleiter* compliance-officer radiologist* cardiologist*
neurologist* dermatologist* oncologist* anaesthetist* anesthesiologist* audiologist* toxicologist* virologist*
microbiologist* ecologist* meteorologist* hydrologist* archaeologist* anthropologist* criminologist* metallurgist*
cartographer* demographer* videographer* cinematographer* proofreader* subeditor* bookbinder* printer* binder* packer*
machinist* furrier* milliner* seamstress* tanner* cobbler* shoemaker* clockmaker* vertretung stellvertretung sekretär*
kassierer* optiker* augenoptiker* drucker* winzer* förster* psycholog* springer* hauswart* sozialpädagog* heilpädagog*
generalistin scrum-master
"""

#: Endings of compounds in German and Dutch that name an occupation.
_COMPOUND_ENDS = (
    "entwickler|bauer|bediener|führer|angestellter?|ingenieur|leiter|manager|referent|mitarbeiter|fachkraft|kaufmann"
    "|kauffrau|berater|assistent|assistenz|assistenten"
    "|verkäufer|techniker|mechaniker|elektroniker|pfleger|schwester|lehrer|lehrkraft|erzieher|dozent|architekt|planer"
    "|gestalter|redakteur|arzt|ärztin|meister|fahrer|koch|student|praktikant|praktikum|wirt|designer"
    "|analyst|analist|spezialist"
    "|developer|engineer|arbeiter|helfer|betreuer|controller|consultant|koordinator|trainer"
    "|ontwikkelaar|beheerder|medewerker"
    "|adviseur|leider|monteur|ontwerper|verpleegkundige|begeleider|kundige|specialist|ondersteuner|jurist|stage|docent|vertretung|beauftragter?|zeichner|schlosser|macher"
    "|therapeut|sprecher|coördinator|coach"
)

#: `(m/w/d)`, `(H/F)`, `m/v/x`: what is written behind roles alone.
GENDER_MARK = re.compile(
    (
        r"\(\s*(?:[mwfdhvxi]\s?[/|*-]\s?){1,3}[mwfdhvxi]\s*\)"
        r"|\b[mwfdhvx](?:/[mwfdhvx]){1,3}\b"
    ),
    re.IGNORECASE,
)


def _occupations() -> re.Pattern[str]:
    """Return the pattern of all occupations."""
    words = sorted(set(_OCCUPATIONS.split()), key=lambda word: (-len(word), word))
    whole = "|".join(re.escape(word) for word in words if not word.endswith("*"))
    stems = "|".join(re.escape(word[:-1]) for word in words if word.endswith("*"))
    return re.compile(
        (
            rf"\b(?:(?:{whole})|(?:{stems})\w{{0,8}}|\w{{2,30}}(?:{_COMPOUND_ENDS})(?:in"
            rf"|innen|s|en)?)\b"
        ),
        re.IGNORECASE,
    )


_OCCUPATION = _occupations()


def names_occupation(text: str) -> bool:
    """Return whether a text of a few words holds a word that names an occupation, or a mark that only roles bear."""
    # `Engineering` and `Nursing` are fields, not occupations.
    words = (match[0].lower() for match in _OCCUPATION.finditer(text))
    return any(not word.endswith("ing") for word in words) or bool(GENDER_MARK.search(text))


#: Where a role ends in running text, by language: words that cannot be part of it.
_ENDS = {
    "en": r"at|with|here|in (?:our|the|your|my|this|such)|on(?! Rails)|has|have|had|hasn.?t|was|were|is|are"
    r"|will|won.?t|would|which|that|who|and|but|or"
    r"|to|from|by|based|located|within|because|since|under|this|after|before|we|you|it|any|further|up to"
    r"|job|position|positions|role|roles"
    r"|vacancy|opening|opportunity|post|posting|team|requisition|for|so|not|did|didn.?t|could|can"
    r"|isn.?t|wasn.?t|as|went|through|when"
    r"|right|now|about|category|wanted|needed|today|last|next|again|until|again|(?:ref|reference|req|id|no)\b",
    "de": r"bei|beim|am Standort|am|in (?!der\b|den\b|dem\b)|an|ab|zum|zur|zu|nicht|wurde|ist|hat"
    r"|haben|sind|wird|erhalten|beworben|entschieden"
    r"|interessier\w+|angesehen|auf|mit (?:Ihn|Ihr|un|Be|Dank)|und (?:Ih|De|de|ih|das|die|den|für|wir"
    r"|ha|mö|wü)|sowie|die|das|den|dem|einen?|wir|ich"
    r"|weiter\w*|vom|aus|gesucht|leider|zurück\w*|eingegangen|geht|oder|nach|hier|wie|anderweitig"
    r"|Kennziffer|Referenz\w*|Job-ID",
    "fr": r"chez|au sein|n.ira|n.a|ira|vient|reste|dans|à|sur|nous|vous|ne|n.a|n.est|est|a|ont|sera|que|qui|et"
    r"|auquel|pour|en"
    r"|basé\w*|avec|mais|par|ainsi|publi\w+|on|là"
    r"|pourvu|suite|ayant|au|aux|afin|car|passera|qu.il|proposé\w*|situé\w*|réf\w*",
    "es": r"en|con|vamos|seguimos|hemos|ha|han|no|para|por|a|que|y|se|fue|está|es|sigue|hemos|publicad\w+|dentro"
    r"|de nuestr\w+|de la empresa|al|le|te|desde|ya|nos"
    r"|continúa|ofertad\w+|donde|pero|ref\w*|del grupo|recibid\w+|cubiert\w+|ofrecid\w+",
    "it": r"presso|il|lo|la|(?<!addett\w )alle|dal|dall\W\w+|in|a|non|per|ha|hai|è|e|che|con|da|nella|nel|presente"
    r"|pubblicat\w+|si|al|abbiamo"
    r"|sono|sarà|apert\w+|ma|rif\w*|da noi|inviat\w+"
    r"|della nostra|del nostro|ricevut\w+|stat\w+|dove",
    "nl": r"bij|in|is|afgewezen|gekozen|staat|open|vervuld|gesloten|ingetrokken|verlengd|bestemd|hebt|heb|kiezen"
    r"|kozen|nodigen|is|zijn|niet|hebben|heeft|te|en|op|voor|met|van (?:ons|onze|de|het)|die|dat|wordt"
    r"|werd|goed|aan|binnen|via|naar|we|je|u|nog|zoals"
    r"|helaas|om|hier|maar|ontvangen|deze|gaat|waar|waarvoor|ref\w*|met kenmerk",
    "pt": r"na|no|nas|nos|em|com|foi|foram|não|para|por|que|e|ao|aqui|da (?:nossa|empresa"
    r"|(?-i:[A-Z])\w+)|do (?:nosso|grupo|(?-i:[A-Z])\w+)|está|é|será|segue|neste"
    r"|nesta|a|junto|temos|se|já|decidimos|optamos|numa|num|ref\w*|mas|tendo|publicad\w+|realizad\w+",
}

#: What ends a role: punctuation, but not the full stop of an abbreviation or the colon of `Graduate: Data Analyst`.
_PUNCTUATION = (
    r"(?<!\bdipl)(?<!\bstaatl)(?<!\bgepr)(?<!\bexam)(?<!\bwiss)(?<!\btechn)(?<!\bkaufm)(?<!\bsr)(?<!\bjr)[.!?;](?=\s|$)"
    r"|:(?=\s|$)(?!(?<=Graduate:)|(?<=Trainee:)|(?<=Intern:)|(?<=Internship:)|(?<=Programme:)|(?<=Program:))"
    r"|,|[|•·»”\"“„«…<>\[\]{}]|\s[-\u2013—@]\s|\s\((?=[^)]*\d)|\s#|[\r\n]"
)

#: Nouns of English behind which `in` names the subject and not the place.
_IN_SUBJECT = re.compile(
    (
        r"(?:lecturer|professor|reader|fellow|phd|trainee|apprentice|apprenticeship"
        r"|intern|internship|master|degree)$"
    ),
    re.IGNORECASE,
)

_CUTS = {
    language: re.compile(
        rf"{_PUNCTUATION}|{PAY}|{NOTE}|\s(?:{words}|(?-i:{VERBS[language]}))(?=[\s.,;:!?]|$)"
        rf"|\s{LEVEL_OR_WRITER}",
        re.IGNORECASE,
    )
    for language, words in _ENDS.items()
}
_PLACE = re.compile(r" in (?=[A-ZÀ-Þ])")


#: Small words that may stand inside a role's name in German, where every noun has a capital letter.
_JOINS_DE = re.compile(
    r"^(?:für|im|in|der|des|und|von|vom|mit|zur|zum|als|am|an|auf|der|den|dem|die|dipl\.|wiss\.|\W*)$"
)


def cut(text: str, language: str) -> str:
    """Return the beginning of a text up to where a role's name must end."""
    end = _CUTS.get(language, _CUTS["en"]).search(text)
    kept = text[: end.start()] if end else text
    if language == "de":
        kept = _up_to_small_word(kept)
    mark = GENDER_MARK.search(kept)
    if mark:
        return kept[: mark.end()]
    place = _PLACE.search(kept)
    if place and not _IN_SUBJECT.search(kept[: place.start()]):
        kept = kept[: place.start()]
    return kept


def _up_to_small_word(text: str) -> str:
    """Return the beginning of a German text up to a word with a small letter that joins nothing."""
    words = text.split(" ")
    for number, word in enumerate(words):
        if (
            number
            and word[:1].islower()
            and not _JOINS_DE.match(word)
            and any(one[:1].isupper() for one in words[:number])
        ):
            words = words[:number]
            break
    while len(words) > 1 and (_JOINS_DE.match(words[-1]) or not words[-1]):
        words = words[:-1]
    return " ".join(words)
