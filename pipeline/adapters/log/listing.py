"""Listing what the log holds: the rejections, what a search finds, and where a message lies."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice

from pipeline.adapters.log.connection import LogConnection
from pipeline.adapters.log.rows import ENDED, KNOWN_NAMES, names_from
from pipeline.adapters.log.values import bare_id
from pipeline.core.applications.changes import BY_HAND

#: The work of FTS5 grows with the square of the words.
_MOST_WORDS = 64

#: Signs that mean something at the beginning or end of a word: C++, C#, .NET, $100.
_SIGN_AT_AN_END = re.compile(r"^[.#+$€£%&@-][^\W_]|[^\W_][#+%*]+$")

#: Letters of scripts that put no spaces between words: Thai to Khmer, and those of China, Japan and Korea.
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

#: Letters as they are typed where a keyboard lacks them; the index takes ü for u, and ß for nothing else. No
#: umlaut is written out in `Bauer` and `quer`.
_TYPED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_UMLAUT = re.compile(r"(?<![aeiouyq][aou])(?<=[aou])e(?=\w)")

_LOG_ENTRIES = f"""
SELECT id, ended AS date, company, role, stage, told_reason AS reason, user_label, model, application, {KNOWN_NAMES},
    (SELECT count(*) FROM feedback WHERE message = rejections.id) AS feedback
FROM ({ENDED}) AS rejections ORDER BY ended DESC, id DESC LIMIT ?
"""  # noqa: S608 - constants alone

_SEARCH = """
SELECT verdicts.id, date, verdicts.company, verdicts.role, final_label, verdicts.subject, {known_names},
    {excerpt} AS excerpt
FROM messages_fts JOIN verdicts ON verdicts.id = messages_fts.rowid
WHERE {conditions}
    AND (:applications IS NULL OR application IN (SELECT value FROM json_each(:applications)))
ORDER BY rank, date DESC LIMIT :limit
"""

# No word is left to look for in the messages: the names of their application hold them all.
_MEMBERS = f"""
SELECT id, date, company, role, final_label, subject, {KNOWN_NAMES},
    company || CASE role WHEN '' THEN '' ELSE ' · ' || role END AS excerpt
FROM verdicts WHERE application IN (SELECT value FROM json_each(:applications)) ORDER BY date DESC, id DESC LIMIT :limit
"""  # noqa: S608 - the same

# The index holds the names that messages state; the user's own stand in their application alone.
_NAMES = "SELECT id, company, role FROM applications WHERE by_hand"

_WHOLE = """
(messages_fts.subject || ' ' || messages_fts.company || ' ' || messages_fts.role || ' '
    || coalesce(messages_fts.text, '') || ' ' || messages_fts.evidence)
"""

# The index cannot tell where a word stands that it does not part.
_EXCERPT = "snippet(messages_fts, -1, '', '', '…', 16)"
_EXCERPT_AS_WRITTEN = f"'…' || substr({_WHOLE}, max(1, instr({_WHOLE}, :first) - 30), 90) || '…'"


class Listing(LogConnection):
    """The part of the log that lists."""

    def log_entries(self, *, limit: int | None = None) -> list[dict[str, object]]:
        """Return the rejections, newest first, as flat rows ready for JSON or CSV; at most `limit` of them.

        Each has `id`, `date` (of its first telling; ISO 8601, UTC), `company`, `role`, `stage`, `reason`, `feedback`
        (how many pieces), `label_source` (`user` or `model`) and `application` (its number, or None).
        """
        rows = self._rows(_LOG_ENTRIES, (-1 if limit is None else limit,))
        return [
            {
                **_named(row),
                **{name: row[name] for name in ("stage", "reason", "feedback")},
                "label_source": "user" if row["user_label"] or row["model"] == BY_HAND else "model",
                "application": row["application"],
            }
            for row in rows
        ]

    def search(self, words: str, *, limit: int = 50) -> list[dict[str, object]]:
        """Return the messages that hold all of these words, best match first; at most `limit` of them.

        A message holds also the names that the user gave its application; where a word is found in these alone, it
        comes after the others. Case and accents do not matter, nor whether ü is written ue and ß ss; nothing in `words`
        is an operator, and words beyond the 64th are left out. Signs inside a word part it (`acme-x` finds "Acme X"); a
        word that begins or ends with one (`c++`, `.net`) is found as it is written, and so is one of a script without
        spaces, wherever it stands.
        Each row has `id`, `date` (ISO 8601, UTC), `company`, `role`, `label`, `subject` and `excerpt` (the words where
        they stand).
        """
        single = _single(words)
        found: dict[int, sqlite3.Row] = {}
        with self._snapshot():
            for left, applications in ((tuple(single), None), *self._named(single).items()):
                for row in self._holding(left, applications, limit):
                    found.setdefault(row["id"], row)
        return [
            _named(row)
            | {"label": row["final_label"], "subject": row["subject"], "excerpt": " ".join(row["excerpt"].split())}
            for row in islice(found.values(), limit)
        ]

    def _holding(self, words: Sequence[str], applications: Sequence[int] | None, limit: int) -> list[sqlite3.Row]:
        """Return the messages that hold all of these words themselves, of some applications or of all and none."""
        values: dict[str, object] = {"limit": limit}
        values["applications"] = None if applications is None else json.dumps(applications)
        if not words:
            return [] if applications is None else self._rows(_MEMBERS, values)
        unparted = [word for word in words if _WITHOUT_SPACES.search(word)]
        indexed = [word for word in words if word not in unparted]
        written = {f"w{place}": _pattern(word) for place, word in enumerate(words) if _is_as_written(word)}
        conditions = ["messages_fts MATCH :query"] if indexed else []
        conditions += [rf"{_WHOLE} LIKE :{name} ESCAPE '\'" for name in written]
        excerpt = _EXCERPT_AS_WRITTEN if unparted else _EXCERPT
        sql = _SEARCH.format(known_names=KNOWN_NAMES, excerpt=excerpt, conditions=" AND ".join(conditions))
        values["query"], values["first"] = _query(indexed), next(iter(unparted), "")
        return self._rows(sql, values | written)

    def _named(self, words: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
        """Return the applications whose names by hand hold some of these words, by the words that are left over."""
        found: dict[tuple[str, ...], list[int]] = {}
        for row in self._rows(_NAMES):
            held = {word for word in words if _holds((row["company"], row["role"]), word)}
            if held:
                left = tuple(word for word in words if word not in held and _tokens(word))
                found.setdefault(left, []).append(row["id"])
        return found

    def places(self, message_id: str) -> list[str]:
        """Return the mailboxes (`account/mailbox`) that a message was seen in, in the order of their names."""
        rows = self._rows(
            "SELECT DISTINCT mailbox FROM sightings WHERE message_id = ? ORDER BY 1", (bare_id(message_id),)
        )
        return [row["mailbox"] for row in rows]


def _named(row: sqlite3.Row) -> dict[str, object]:
    """Return what every list says of a message: its number, date, company and role."""
    company, role = names_from(row)
    return {"id": row["id"], "date": row["date"], "company": company, "role": role}


def _single(words: str) -> list[str]:
    # FTS5 itself drops a phrase that holds no letter or digit (https://www.sqlite.org/fts5.html#fts5_phrases).
    return list(islice(dict.fromkeys(words.replace("\0", " ").replace('"', " ").split()), _MOST_WORDS))


def _is_as_written(word: str) -> bool:
    """Return whether a word is to be found as it is written, for the index would part it, or not part it at all."""
    return bool(_SIGN_AT_AN_END.search(word) or _WITHOUT_SPACES.search(word))


def _spellings(word: str) -> list[str]:
    """Return a word as it may be written by who has the letters for it, and by who has not: Straße and Strasse."""
    plain = unicodedata.normalize("NFC", word.lower())
    typed = plain.translate(_TYPED)
    written = [spelling for each in (typed, typed.replace("ss", "ß")) for spelling in (each, _UMLAUT.sub("", each))]
    return list(dict.fromkeys([plain, *written]))


def _query(words: Iterable[str]) -> str:
    """Return what FTS5 is asked for messages that hold all of these words, each in any of its spellings."""
    spelt = [[f'"{spelling}"' for spelling in _spellings(word)] for word in words if _tokens(word)]
    # FTS5 takes no brackets without an operator beside them.
    return " AND ".join(f"({' OR '.join(each)})" for each in spelt) or '""'


def _pattern(word: str) -> str:
    """Return what LIKE takes for a word as it is written."""
    return "%" + re.sub(r"([%_\\])", r"\\\1", word) + "%"


def _holds(names: Iterable[str], word: str) -> bool:
    """Return whether one of some names holds a word, as the index would find it."""
    if _WITHOUT_SPACES.search(word):
        return any(word in name for name in names)
    asked = _tokens(word)
    if not asked or (_SIGN_AT_AN_END.search(word) and not any(word.lower() in name.lower() for name in names)):
        return False
    return any(f" {_tokens(one)} " in f" {_tokens(name)} " for one in _spellings(word) for name in names)


def _tokens(text: str) -> str:
    """Return the words of a text in lower case and without accents, as FTS5's `unicode61` parts them."""
    letters = unicodedata.normalize("NFKD", text.lower())
    return " ".join(re.findall(r"[^\W_]+", "".join(one for one in letters if not unicodedata.combining(one))))
