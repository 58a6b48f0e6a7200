"""Words that name occupations, in seven languages."""

from __future__ import annotations

#: Whole words that name an occupation, and stems (ending in `*`) of words that do; `_` is a blank or a hyphen.
OCCUPATIONS = """
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
encargad* recepcionista* secretari* cajer* limpiador* electricista* mecánic* mecanic* soldador* gestor* cuidador*
educador* psicólog* periodista* fisioterapeuta* nutricionista* operativ* facultativ* sviluppat* programmat* ingegner*
progettista* impiegat* addett* responsabile* contabile* infermier* medic* insegnant* commess* venditor* venditric*
consulent* tecnic* manutentor* operai* magazzinier* autist* cuoc* camerier* cassier* segretari* stagista* tirocinant*
apprendist* grafic* redattor* redattric* traduttor* traduttric* avvocat* giornalista* ricercator* ricercatric*
direttor* direttric* coordinatric* capo educator* educatric* elettricista* meccanic* saldator* commerciale farmacista*
fisioterapista* architett* dottorand* assegnista* ontwikkelaar* programmeur* beheerder* medewerker* adviseur* leider*
projectleider* teamleider* boekhouder* verpleegkundige* verzorgende* docent* leraar lerares leerkracht*
werktuigbouwkundige* vormgever* ontwerper* analist* stagiair* verkoper* verkoopmedewerker* chauffeur* kok
magazijnmedewerker* schoonmaker* vertaler* redacteur* onderzoeker* promovendus promovenda secretaresse* inkoper*
timmerman lasser* begeleider* behandelaar* huisarts apotheker* traineeship* vakkenvuller* kassamedewerker* hoofd
werkvoorbereider* uitvoerder* desenvolvedor* engenheir* responsável contabilista* assistente* enfermeir* operador*
operári* motorista* cozinheir* empregad* estagiári* jovem diretor* coordenador* advogad* tradutor* redator* arquitet*
cientista* pesquisador* secretári* eletricista* mecânic* jornalista* estoquista* repositor* hygienist* weaver* potter*
plasterer* roofer* bricklayer* labourer* laborer* joiner* stonemason* upholsterer* blacksmith* jeweller*
machine-operator* toolmaker* fundraiser* webmaster* choreographer* caretaker* janitor* housekeeper* nanny lifeguard*
firefighter* paramedic* radiographer* optometrist* optician* podiatrist* phlebotomist* veterinarian* zookeeper*
dispatcher* scheduler* stevedore* sailor* deckhand* conservator* archivist* historian* sociologist* linguist*
geographer* philologist* professorship magistrate* bailiff* stillman storekeeper* stocker* shelver* grower* forester*
florist* sommelier* pastry-chef dishwasher* roaster* brewer* distiller* barkeeper* moderator* facilitator* mediator*
ombudsman adjuster* appraiser* assessor* examiner* investigator* glaser* tischler* dachdecker* zimmerer* zimmermann
schlosser* schweißer* fliesenleger* gärtner* friseur* kosmetiker* konditor* landwirt* steuermann kapitän* matrose*
lokführer* triebfahrzeugführer* straßenbahnfahrer* busfahrer* kraftfahrer* staplerfahrer* konstrukteur*
zeichner* groundsperson verantwoordelijke* deskundige* atención_al_cliente atención_al_público atendimento_ao_cliente
zerspanungsmechaniker*
anlagenbauer* bauzeichner* vermesser* statiker* chemiker* physiker* biologe biologin laborant*
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
valet doorman bouncer usher stagehand salesman saleswoman craftsman fireman repairman handyman cameraman chairperson
headteacher* headmaster* groundskeeper* beekeeper* timekeeper* goalkeeper* composer* singer* dancer* vocalist*
dramaturg* developer-advocate reader readers programmeleiter* compliance-officer radiologist* cardiologist*
neurologist* dermatologist* oncologist* anaesthetist* anesthesiologist* audiologist* toxicologist* virologist*
microbiologist* ecologist* meteorologist* hydrologist* archaeologist* anthropologist* criminologist* metallurgist*
cartographer* demographer* videographer* cinematographer* proofreader* subeditor* bookbinder* printer* binder*
furrier* milliner* seamstress* tanner* cobbler* shoemaker* clockmaker* vertretung stellvertretung sekretär* kassierer*
optiker* augenoptiker* drucker* winzer* förster* psycholog* springer* hauswart* sozialpädagog* heilpädagog*
generalistin scrum-master crew constable* teamleitung gruppenleitung pflegedienstleitung projektleitung bauleitung
filialleitung marktleitung wohnbereichsleitung stationsleitung einrichtungsleitung abteilungsleitung kitaleitung
küchenleitung sachbearbeitung* niñer* kitchenhand* team_member* dog_walker* babysitter* baby_sitter* pet_sitter*
childminder* child_minder* helper* farmhand* groundsman millwright* stockman herdsman milker* shearer* aide_soignant*
aide_ménag* aide_à_domicile aux_de_vie aide_cuisini* teacher_aide* health_aide* nurse_aide* care_aide* vicar priest
scholar
scholars studentship* plater* sprayer* polisher* grinder* moulder* erector* driller* blaster* paver* sculptor*
violinist* pianist* cellist* flautist* drummer* percussionist* accompanist* presenter* announcer* reporter* columnist*
correspondent* demonstrator* invigilator* confectioner* fishmonger* sweeper* arborist* treasurer* purser* navigator*
skipper* signaller* undertaker* embalmer* locksmith* goldsmith* silversmith* orthodontist* stenographer* collector*
adjudicator* conveyancer* notary expediter* au_pair cadet* handyperson mixologist* patissier* neonatologist* arbeiter*
angestellte* beamt* küchenhilfe* haushaltshilfe* erntehelfer* sennin zusenn zusennin älpler* melker* imker*
tierpfleger* tierarzt tierärztin mta pta zfa referendar* solist* sänger* schauspieler* tänzer* regisseur*
maskenbildner* gebäudereiniger* kurier* zusteller* kommissionierer* logistiker* fräser* lackierer* spengler*
schaffner* staatsanwält* notar* dolmetscher* rezeptionist* badewart platzwart gerätewart abwart intendant* souffleur*
souffleuse* bratsche bratschist* hornist* posaunist* cadre poseu* monteu* ouvrier* ouvrière* apprenti* adjoint* hôte
hôtesse* moniteu* monitric* vacataire* saisonni* bûcheron* maraîch* vigneron* éleveu* berger* bergère* palefreni*
agriculteu* agricultric* libraire* disquaire* photographe* géomètre* dessinat* métreu* régisseu* comédien* danseu*
chanteu* musicien* ambulanci* pharmacien* dentiste* vétérinaire* orthophoniste* psychomotricien* psychologue* médecin*
chirurgien* nounou surveillant* contremaître chaudronni* frigoriste* grutier* grutière* cariste* routier* coursier*
ébéniste* couturi* esthéticien* boucher* bouchère* charcutier* charcutière* poissonnier* fromager fromagère
chocolatier* employé* préposé* délégué* attaché* attachée instituteur* institutric* bts projectionniste* interprète*
greffi* huissi* notaire* clerc celador* ayudante* aprendiz* oficial* monitor monitora barrender* jornaler* ganader*
agricultor* matrona farmacéutic* veterinari* odontólog* dentista* higienista* logopeda* terapeuta* orientador*
catedrátic* ordenanza* camioner* taxista* piloto* azafat* animador* actriz bailarin* cantante* músic* productor*
montador* instalador* torner* herrer* cerrajer* vidrier* tapicer* sastre* zapater* joyer* reponedor* carretiller*
preparador* empaquetador* envasador* promotor* captador* ejecutiv* subdirector* delegad* trabajador psicopedagogo
psicopedagoga pedagogo pedagoga intérprete* procurador* notari* letrad* postdoctoral* predoctoral* pinche friegaplatos
lavaplatos istruttor* istruttric* oss operatric* aiuto_cuoc* aiuto_pizzaiol* aiuto_cucina bidell* custode netturbin*
spazzin* badant* colf ostetric* psicologo psicologa animatric* attore attrice ballerin* musicist* regista registi
fotografo fotografa carpentier* fabbro montator* installator* gruist* mulettist* corriere fattorin* macchinist*
capotreno barist* gelatai* salumier* pescivendol* fiorist* estetist* sarto sarta calzolai* orafo restaurator*
restauratric* bibliotecar* notai* commercialist* revisor* geologo geologa agronomo agronoma perito capocantiere
capoturno caporeparto lavapiatti portalettere vigile vigili levatric* ploegbaas voorman kapster* magazijnier*
boswachter* poetsvrouw poetshulp* huishoudhulp* basisarts dierenarts inspecteur* controleur* matroos
schipper* stuurman gastheer gastvrouw ober serveerster afwasser* bediende* arbeider* tuinman tuinier* postbode
instructeur* rijinstructeur* onderwijzer* lector* tolk tolken notaris acteur actrice danser* zanger* toneelspeler*
loods havenloods kraanmachinist* medewerkster* verkoopster* rececionist* atendente* servente* faxineir* diarista*
zelador* babá instrutor* ajudante* encarregad* chefe* subgerente* farmacêutic* fonoaudiólog* biomédic* geólog*
oceanógraf* solicitador* marceneir* torneir* caldeireir* conferente* empacotador* camareir* confeiteir* açougueir*
peixeir* ator atriz bolseir* bolsista* doutorand* cantoneir* tripulante* pflegekraft verkaufskraft aushilfskraft
betreuungskraft verwaltungskraft küchenkraft sicherheitskraft ergänzungskraft bürohilfe spülhilfe electricien*
mecanicien* educateu* regieassistenz praktikumsplatz
praticant* exploitant* governant* regidor* preparer* constructeur* prof profs sacristan* verger* sexton* usher*
gemmolog* cantor* lehrperson* nachtwache* hilfskoch* beiköch* fonic* manicure*
post_doc*
acupuncturist* acrobat acrobats aerialist* almoner archdeacon* armourer* astronomer* auctioneer* bandmaster* banksman
bassist* bellhop* bellringer* bell_ringer* biochemist* boatbuilder* boatman boatswain bosun botanist* bookseller*
broadcaster* cabinet_maker* caddie cartoonist* caterer* celebrant* chambermaid* chimney_sweep chiropodist* chiropractor*
chorister* clown coastguard* coxswain* colourist* colorist* comedian* commentator* compositor* coroner* costumier*
costumer* councillor* councilor* crofter* curate deacon* detective* diver docker* drayman embroiderer* engraver*
entertainer* evaluator* exterminator* fabricator* falconer* farrier* fisherman film_maker* flagger* footballer* footman
forewoman gaffer game_master* geneticist* geochemist* gilder* glassblower* glass_blower* governess greengrocer* grocer
gymnast* harbourmaster* harbour_master* harpist* hairstylist* herbalist* horticulturist* hotelier* house_parent*
houseparent* hypnotherapist* imam ironworker* jailer jockey* kennel_hand* kitchen_hand* landscaper* laundress*
letter_carrier* mail_carrier* lineman lineworker* linesman lyricist* longshoreman luthier* machine_minder* magician*
maltster* masseu* first_mate second_mate third_mate learning_mentor* peer_mentor* milkman miner minister muralist*
narrator* naturalist naturopath* neurosurgeon* newsagent* novelist* obstetrician* officiant* hospital_orderly osteopath*
panel_beater* park_keeper* pastor pastors pastora pastorin pediatrician* paediatrician* perfumer* personal_shopper*
pipefitter* playworker* playleader* policeman policewoman postmaster* postmistress postie precentor* preceptor*
prop_maker* prosecutor* psychiatrist* psychometrician* publican publicist* puppeteer* quarryman rabbi rector
football_referee* retoucher* roadie* roustabout* roughneck* food_runner* kitchen_runner* floor_runner* saddler*
sales_rep sales_reps account_exec account_execs scriptwriter* screenwriter* sergeant* shepherd* shopfitter* showrunner*
shunter* signalman signwriter* slaughterman slinger* soldier* soprano* tenor baritone* songwriter* stablehand*
stable_hand* stationmaster* station_master* steelworker* steeplejack* stunt_performer* stuntman stuntwoman subtitler*
taxidermist* tattooist* telephonist* theologian* trucker* piano_tuner* typesetter* umpire* understudy violist*
trumpeter* trombonist* oboist* clarinettist* clarinetist* bassoonist* saxophonist* guitarist* timpanist* keyboardist*
vintner* viticulturist* watchman woodcarver* woodturner* woodworker* wrangler* yardman yard_man yard_hand* chargehand*
charge_hand* dinner_lady barback* bar_back busser* busboy pitmaster* brewhand* cellarman cellarhand* cellar_hand*
harvest_hand* vineyard_hand* stockperson herdsperson cowhand* cowboy ranch_hand* farm_hand* station_hand* deck_hand*
stage_hand* shed_hand* jackaroo* jillaroo* motorman able_seaman ordinary_seaman seafarer* lock_keeper* ferryman
loadmaster* brakeman yardmaster* shoutcaster* scrub_tech* perfusionist* prosthetist* orthotist* orthoptist* hospitalist*
locum locums salaried_gp health_visitor* doula* hca lpn cna emt keyworker* pupillage* barber barbers groom ball_boy
kit_man gravedigger* wig_maker* flyman props_master chorus_master repetiteur* répétiteu* groundworker* galvaniser*
powder_coater* fettler* foundryman hod_carrier* dry_liner* dryliner* steel_fixer* floor_layer* carpet_layer* tour_guide*
canoe_guide* raft_guide* mountain_guide* safari_guide* museum_guide* climbing_guide* binman bin_man civil_servant*
diplomat* rifleman sapper* first_aider* call_taker* agronomist* book_keeper* under_keeper head_keeper mistress
housemaster* housemistress* rousie rouseabout* offsider* funeral_arranger* temp bar_staff wait_staff waiting_staff
kitchen_staff lectureship* nurse_residency küster* mesner* kantor kantorin pfarrer* diakon diakonin vikar vikarin
bestatter* bildhauer* hufschmied* schmied raumausstatter* polsterer* parkettleger* bodenleger* estrichleger*
stuckateur* maurer* klempner* flaschner* schornsteinfeger* kaminkehrer* rauchfangkehrer* glasbläser* keramiker* töpfer*
goldschmied* buchbinder* näherin schneiderin kürschner* modist modistin requisiteur* beleuchter* bühnenbildner*
inspizient* korrepetitor* komparse* kameramann kamerafrau mälzer* fleischer* spüler*
zimmermädchen nachtportier* hausdame* hauswirtschafter* haushälter* tagesmutter kinderfrau rektor rektorin konrektor
konrektorin studienrat* studienrätin* oberstudienr* sanitäter* mfa mtra famulant* rettungsschwimmer* visagist* barbier*
hirte hirtin binnenschiffer* bootsmann nautiker* fährmann lotse lotsin fluglotse* fluglotsin rangierer* stellwerker*
kontrolleur* polizist* feuerwehrmann feuerwehrfrau soldat soldatin gerichtsvollzieher* totengräber* müllwerker*
briefträger* postbote* paketbote* polier galvaniseur* gießer* dreher* schleifer* zerspaner* stanzer* aktuar aktuarin
makler* versicherungsvertreter* empfangsdame telefonist* stenotypist* prokurist* kurator kuratorin präparator*
historiker* germanist* korrektor* zeugwart schiedsrichter* tagelöhner* saisonkraft aushilfs* büroleitung* heimleitung*
musiker* doktorand* promotionsstelle* promovendin postdoktorand* hiwi* shk offizier* türsteher* tellerwäscher*
lagerhilfe* erntehilfe* stallhilfe* verkaufshilfe* servicehilfe* hospitan* lehrling* ausbilder* vertriebler*
schulbegleitung* kutscher* dgkp pastoor dominee* predikant* diaken* steenhouwer* smid hoefsmid stoffeerder* parketteur*
tegelzetter* betonvlechter* kraandrijver* schoorsteenveger* glaszetter* pottenbakker* goudsmid boekbinder* naaister*
coupeuse* grimeur* grimeuse* technicus inspiciënt* kamermeisje* winkelmeisje* huishoudster* gastouder* oppas helpende
mondhygiënist* anios aios pedicure* schoonheidsspecialist* badmeester* herder veehouder* bootsman rangeerder*
trambestuurder* busbestuurder* rondvaartgids* stadsgids* natuurgids* politieagent* brandweerman bevelvoerder* soldaat
douanier* cipier* deurwaarder* advocaat* ambtenaar* vuilnisman straatveger* verhuizer* orderpicker* inpakker*
uitzendkracht* vakantiekracht* seizoenskracht* invalkracht* weekendkracht* oproepkracht* verspaner* slijper* actuaris
makelaar* kassière* kassier zaakvoerder* fondsenwerver* suppoost* scheidsrechter* terreinknecht* vrijwilliger* opvoeder*
hulpkok* hondentrimmer* kelner* opzichter* toezichthouder* huisknecht curé diacre* sacristain* aumônier* thanatopract*
fossoyeu* tailleur_de_pierre* fachfrau fachmann fachperson* sculpteu* sculptric* forgeron* maréchal-ferrant sellier
tapissier* carreleu* plâtrier*
façadier* étancheu* terrassier* ramoneu* vitrier* potier potière bijoutier* orfèvre* horloger horlogère relieu*
tisserand* cordonnier* chapelier* habilleu* scénographe* cascadeu* caméraman* cadreu* brasseur second_de_cuisine
femme_de_chambre gouvernante* veilleu* nourrice* aesh atsem proviseur* maître_nageu* maîtresse_nageu* brancardi*
pédiatre* psychiatre* ostéopath* diététicien* opticien* accompagnateu* accompagnatric* pisteu* vacher vachère* trayeu*
marin_pêcheu* pêcheu* matelot* capitaine* batelier* éclusier* aiguilleu* cheminot* policier* gendarme* pompier* sapeur*
douanière* garde_forestier* garde_champêtre* élagueu* balayeu* déménageu* emballeu* conditionneu* fondeu* polisseu*
outilleu* tôlier* courtier* conservateu* restaurateu* médiateu* médiatric* historien* correcteu* correctric* entraîneu*
maître_de_conf* maîtresse_de_conf* vendangeu* cueilleu* viticulteu* viticultric* œnologue* apiculteu* horticulteu*
ostréiculteu* femme_de_ménage maître_d'hôtel crêpier* crêpière* pizzaïol* écailler zingueu* bardeu* coffreu* ferrailleu*
foreu* artificier* projeteu* trésorier trésorière écrivain* plasticien* metteu* réalisateu* réalisatric* doubleu*
testeu* modérateu* modératric* intégrateu* intégratric* surintendant* estimateu* mécano* déclarant* illustrateu*
illustratric* négociateu* négociatric* décorateu* décoratric* programmeu* concepteu* conceptric* administrateu*
intervenant* vérificateu* installateu* laveu* toiletteu* soigneu* soignant* ripeu* rippeu* contrat_doctoral sacerdote*
sacristán capellán sepulturer* escultor* orfebre* relojer* locutor* camarógrafo camarógrafa bodeguer* helader*
gobernanta* mayordom* empleada_de_hogar empleado_de_hogar bedel* comadrona* pediatra* psiquiatra* osteópata* barbero*
barbera guía_turístic* jinete mariner* contramaestre* capitán capitana patrón_de* farero* bombero* bombera* soldado*
aduaner* juez jueza magistrad* alguacil* basurer* cartero mensajero* mensajera* temporero* temporera* capataz* crupier*
corrector* librero librera árbitro árbitra enólogo enóloga apicultor* hortelan* frutero* pizzero pizzera tesorero
tesorera escritor* delineante* topógrafo topógrafa líder gerocultor* ujier* parroco sacrestan* sagrestan* cappellano
necrofor* becchin* scalpellin* maniscalco tappezzier* termoidraulico spazzacamin* vetraio orefice* orologiai* liutai*
tipografo tipografa scenografo scenografa drammaturgo mugnai* birrai* casaro fornai* pasticcier* facchin* maggiordom*
bambinai* barellier* psichiatra* osteopata* odontotecnic* barbiere* guida_turistica stallier* fantino marinai* nostromo
capostazione controllore* poliziott* carabinier* doganier* boscaiol* postino postina bracciant* caposquadra caposala
lattonier* attuario libraio libraia arbitro enologo enologa fruttivendol* tesorier* topografo topografa incisore
rappresentant* banconier* aiutocuoc* capoprogetto capoarea capoufficio caporedattor* assegno_di_ricerca
assegni_di_ricerca borsa_di_ricerca borsa_di_dottorato pároco sacristão capelão coveir* vidraceir* oleir* ourives
relojoeir* alfaiate* sapateir* sonoplasta* cenógrafo cenógrafa cervejeir* queijeir* merendeir* parteir* maqueir*
barbeir* salva_vidas guia_turístic* vaqueir* marinheir* comissári* aeromoça* bombeir* juiz juíza notário escrivão
escrivã escrevente* gari varredor* carteiro motoboy* mestre_de_obras funileir* ferramenteir* corretor* livreir* hortelão
tesoureir* salgadeir* churrasqueir* sushiman despachante* borracheir* lanterneir* doceir* vigia
brickie* chippy sparky sparkie* cabbie* piercer* nail_tech* lab_tech* it_tech* vet_tech* repair_tech* pharmacy_tech*
dental_tech* web_dev app_dev pot_wash* ganger* fixer* churchwarden* recordist* bingo_caller* valeter* platelayer*
stacker* sdr bdr account_exec* sales_exec* ppc_exec* ghostwriter* front_of_house foh ghillie* taster* keyholder*
dispenser* odp dosimetrist* pawnbroker* scrum_master* pentester* red_teamer* quant office_junior violin_maker*
cheese_maker* furniture_maker* senco sprechstundenhilfe* spülkraft hörakustiker* streetworker*
grafiker* regalauffüller* außendienstler* minijobber* ferienjobber* bordenwasser* schoonmaakster*
huismeester* koster-beheerder kleuterjuf audicien* fruitplukker* brouwer* nagelstylist* fotograaf testautomatiseerder*
vertegenwoordiger* intercedent* spuiter* régleu* actuaire* perchman scripte costumi* accordeu* dev_front* dev_mobile
dev_web admin_sys* intérimaire* maître-chien modéliste* maroquini* joaillie* imprimeu* sérigraphe* parriller* meser*
garzón gasfiter* fleter* yeser* plomer* charcuter* camiller* empleada_doméstica pasante* pasantía fotógraf* impresor
impressor corredor_de* librer* montajista* viverist* fiorai* ortolan* ferraiol* carrozzier* elettraut* pellettier*
vetrai* supplente* odontoiatr* onicotecnic* ragionier* interprete* caminhoneir* caixeir* notári* bate-chapas
hospedeir* fiel_de_armazém
"""

#: Endings of compounds in German and Dutch that name an occupation, as patterns.
COMPOUND_ENDS = """
entwickler bauer bediener führer angestellter? ingenieur leiter manager referent mitarbeiter fachkraft kaufmann
kauffrau berater assistent assistenz assistenten verkäufer techniker mechaniker elektroniker pfleger schwester
lehrer lehrkraft erzieher dozent architekt planer gestalter redakteur arzt ärztin meister fahrer koch student
praktikant praktikum wirt designer analyst analist spezialist developer engineer arbeiter helfer betreuer
controller consultant koordinator trainer ontwikkelaar beheerder medewerker adviseur leider monteur ontwerper
verpleegkundige begeleider kundige specialist ondersteuner jurist stage docent vertretung beauftragter? zeichner
schlosser macher therapeut sprecher coördinator coach ologist fachmann fachfrau begleiter
angestellte wärter installateur inspektor operateur informatiker bearbeiter verwalter prüfer händler gehilfe
geselle gesellin forscher gärtner reiniger pädagoge pädagogin laborant chemiker optiker verzorger bezorger inspecteur
verpleger verkoper planner bouwer wache wachter wächter lehrperson hulp anwärter anwärterin andenstelle
istenstelle musikstelle arztstelle pfarrstelle chauffeur schilder functionaris sanitäter mechatroniker anwalt anwältin
beamter? beamtin makler chef sekretär technicus bakker slager leidster verzorgende assistente instructeur leraar lerares
machinist conducteur behandelaar inkoper arbeider packer administrator texter kurier musiker architect receptionist
koerier werker fotograaf operator controleur administrateur secretaris schrijver bediende
"""
