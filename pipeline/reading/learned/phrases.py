"""Phrases around words that name an occupation: what a message in small words may call its role.

"We'd have needed a second cutter beside Dad and me": nothing here says that a role is named, and the tagger, which
goes by what stands around names, is not sure of it. That it is the only occupation spoken of is for the trees to weigh.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.reading.learned.features import OCCUPATION, Rows
from pipeline.reading.learned.tokens import LINE_END, SEPARATOR

#: Words of occupations that are looked at in a message.
_MOST_OCCUPATIONS = 13

#: Words before an occupation that may be of its name, and behind it.
_MOST_BEFORE, _MOST_BEHIND = 3, 4

#: Words that join an occupation to its field.
_JOINING_WORDS = """
of de des du d' di del della dei da do das dos für im in van voor à en al
"""
_JOINING = frozenset(_JOINING_WORDS.split())

#: Words that are of no name: they end a phrase.
_OUTSIDE_WORDS = """
a an the our your my his her their its this that these those any some no each every another other one two both and or
but nor so as at by for from in into of off on onto out over per than to up with without about after before during
until while when where who whom whose which what how why is are was were be been being am has have had having do does
did will would shall should can could may might must not only just also still even very too more most less least i you
he she it we they me him us them there here now then once again if because since though although either whether we'd
we'll we're we've i'd i'll i'm i've you'd you'll you're you've it's that's don't didn't isn't wasn't won't can't
position role job post vacancy opening opportunity seat spot ein eine einen einem einer eines der die das den dem des
unser unsere unseren unserem unserer euer eure ihr ihre ihren ihrem ihrer mein meine meinen meinem sein seine seinen
seinem kein keine keinen keinem dieser diese dieses diesen diesem jeder jede jedes und oder aber als wie auch noch nur
schon nicht sehr mehr für mit ohne bei von vom zu zum zur nach aus auf im ins um über unter vor bis seit durch gegen
wegen ich du er sie es wir mich dich uns euch ihnen ist sind war waren wird werden wurde wurden hat haben hatte hatten
kann können soll sollen wollen dass weil wenn ob doch stelle un une le la les l' de d' ce cet cette ces notre nos
votre vos mon ma mes ton ta tes son sa ses leur leurs aucun aucune et ou mais ni que qui dont où comme pour par avec
sans sur sous dans en chez à au aux est sont était étaient sera ont avait avons avez je tu il elle nous vous ils elles
te se ne pas plus très aussi même si poste emploi uno una el los las lo al del su sus tus mi mis nuestro nuestra
nuestros este esta estos estas ese esa ningún y o u pero como para por con sin sobre entre desde hasta hacia era fue
ha han había sí más muy también ya os yo él ella puesto vacante gli un' dei degli delle dell' nel nella nello alla
allo agli dal dalla sul sulla nostro nostra vostro suo sua tuo tua mio mia questo questa quel quella e ed né che chi
come senza tra fra è sono hanno non più molto anche già ci vi lei lui noi voi loro ruolo posizione een het onze ons
jullie jouw uw mijn zijn haar hun deze dit dat geen maar want dan om naar met zonder bij voor tot tegen onder uit aan
op wordt werd heeft hebben niet nog ook wel zo zeer meer ik jij hij zij wij functie vacature uma umas ao aos às na nas
pela pelo num numa seu seus suas teu meu minha nosso nossa esse essa mas nem quem com sem até é são foi há não muito
também já lhe vaga cargo yesterday today tomorrow tonight gestern heute morgen übermorgen hier demain aujourd'hui ayer
hoy mañana ieri oggi domani gisteren vandaag ontem hoje amanhã
"""
_OUTSIDE = frozenset(_OUTSIDE_WORDS.split())


def phrases_of(rows: Rows) -> Iterator[tuple[int, int]]:
    """Yield where phrases around words of occupations begin and end: the word alone, what is before it, what behind."""
    seen: set[str] = set()
    for index, kinds in enumerate(rows.kinds):
        if OCCUPATION not in kinds or len(seen) >= _MOST_OCCUPATIONS:
            continue
        seen.add(rows.folded[index])
        start, end = _begins(rows, index), _ends(rows, index)
        yield from dict.fromkeys(((index, index + 1), (start, index + 1), (index, end), (start, end)))


def _begins(rows: Rows, index: int) -> int:
    """Return where the name begins that a word ends."""
    start = index
    while index - start < _MOST_BEFORE and _is_inside(rows, start - 1):
        start -= 1
    return start


def _ends(rows: Rows, index: int) -> int:
    """Return where the name ends that a word begins: its further words, and those that a small word joins to them."""
    end = index + 1
    while end - index <= _MOST_BEHIND:
        if _is_inside(rows, end):
            end += 1
            continue
        behind = next((at for at in (end + 1, end + 2) if _is_inside(rows, at)), None)
        joined = behind is not None and all(
            rows.folded[at] in _JOINING or (at > end and rows.folded[at] in _OUTSIDE) for at in range(end, behind)
        )
        if not joined or behind is None:
            break
        end = behind + 1
    return end


def _is_inside(rows: Rows, index: int) -> bool:
    """Return whether a token may be of a name."""
    if not 0 <= index < len(rows) or rows.words[index] in {SEPARATOR, LINE_END}:
        return False
    return rows.words[index][0].isalpha() and rows.folded[index] not in _OUTSIDE
