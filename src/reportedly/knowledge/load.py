"""Loads the knowledge files, ours and a user's own, into one `Knowledge`.

Nothing happens at import; the first call reads the files and later calls are given the same object. What a user's own
folder says of an id replaces what ours says of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from reportedly.errors import KnowledgeError
from reportedly.knowledge.build import MAKERS, People, with_shared_marked
from reportedly.knowledge.check import check_knowledge
from reportedly.knowledge.entries import Entry, Knowledge, Office, Words, folded, plain
from reportedly.knowledge.files import OWN, Row, Source, sources

# in these states the family name is said first
_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "MAC", "PRK", "KOR", "VNM", "SGP", "KHM"})
_PARTICLES = frozenset(
    {"al", "bin", "ibn", "ben", "von", "van", "der", "den", "de", "da", "dos", "del", "della", "di", "du", "la", "le"}
)
_ARTICLES = ("al-", "el-", "ad-", "as-", "ash-", "at-", "an-", "ar-", "az-", "ul-")


@lru_cache(maxsize=4)
def load_knowledge(extra: Path | None = None) -> Knowledge:
    """All we know of actors, together with the folder `extra` of the same shape where one is given."""
    read = list(sources(OWN))
    if extra is not None:
        read += _checked(extra)
    return _knowledge(read)


def _checked(extra: Path) -> list[Source]:
    """A user's folder is checked in full before it is used; ours is checked by the tests."""
    if not extra.is_dir():
        raise KnowledgeError(f"{extra}: no such folder", hint="Give a folder that holds actors/*.yaml.")
    problems = check_knowledge(extra)
    if problems:
        rest = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise KnowledgeError(f"{problems[0]}{rest}", hint="Mend the entry; its key may hold only what is allowed.")
    return list(sources(extra))


def _knowledge(read: list[Source]) -> Knowledge:
    rows = _rows(read, "state")
    people = People(_entries(read, "person").values())
    offices = tuple(people.office(row) for row in _by_key(_rows(read, "office")).values())
    entries = {each.id: each for kind in MAKERS if kind != "person" for each in _entries(read, kind).values()}
    entries |= {each.id: each for each in with_shared_marked(people.entries())}
    exact, loose = _alias_indexes(entries.values())
    return Knowledge(entries, offices, _nouns(_rows(read, "pattern")), _words(rows), exact, loose,
                     _surnames(entries.values()), _offices_by_key(offices), _offices_by_title(offices))  # fmt: skip


def _rows(read: list[Source], section: str) -> list[Row]:
    return [row for source in read if source.section == section for row in source.rows]


def _entries(read: list[Source], section: str) -> dict[str, Entry]:
    """The entries of one kind by id; a row without what it needs is told with its file."""
    made: dict[str, Entry] = {}
    for source in (each for each in read if each.section == section):
        for row in source.rows:
            entry = _made(source, row)
            made[entry.id] = entry
    return made


def _made(source: Source, row: Row) -> Entry:
    try:
        return MAKERS[source.section](row)
    except (KeyError, TypeError) as error:
        who = row.get("id") or row.get("name") or "an entry without id"
        raise KnowledgeError(f"{source.path}: {who}: malformed: {error}", hint="Run the check of the knowledge files.") from error


def _by_key(rows: list[Row]) -> dict[object, Row]:
    """Office rows by state, office and title, the later replacing the earlier."""
    try:
        return {(row["state"], row["office"], row["title"]): row for row in rows}
    except KeyError as error:
        raise KnowledgeError(f"actors/offices: an entry lacks {error}", hint="An office needs state, office, title.") from error


def _collect(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Keys with everything that was paired with them, in order and once."""
    found: dict[str, dict[str, None]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}


def _alias_indexes(entries: Iterable[Entry]) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Aliases whose capitals matter, and the others."""
    pairs = [(alias, entry.id, entry.case_matters(alias)) for entry in entries for alias in entry.aliases]
    exact = _collect((plain(alias), id) for alias, id, strict in pairs if strict)
    return exact, _collect((folded(alias), id) for alias, id, strict in pairs if not strict)


def _words(rows: list[Row]) -> Words:
    adjectives = _index(rows, "adjectives", "part_adjectives")
    return Words(adjectives, _index(rows, "demonyms"), _index(rows, "metonyms"), _index(rows, "parts"), {row["iso"]: row["capital"] for row in rows if row.get("capital")})


def _index(rows: list[Row], *keys: str) -> dict[str, tuple[str, ...]]:
    """As written, and in capitals for headlines; never in small letters: "polish" is no Polish."""
    pairs = [(plain(word), row["iso"]) for row in rows for key in keys for word in row.get(key) or ()]
    return _collect(pairs + [(word.upper(), iso) for word, iso in pairs])


def _nouns(rows: list[Row]) -> dict[str, str]:
    return {folded(noun): row["sector"] for row in rows for noun in row["head"]}


def _surnames(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    people = (entry for entry in entries if entry.kind == "person")
    return _collect((folded(name), entry.id) for entry in people for name in _called(entry))


def _called(entry: Entry) -> list[str]:
    """The short names of one person: one-word aliases, the last name with and without its article, the first in East Asia."""
    tokens = entry.name.split()
    names = [alias for alias in entry.aliases if " " not in alias]
    names += [tokens[0]] if entry.country in _FAMILY_FIRST else _last_names(tokens)
    return names + [_without_article(name) for name in names]


def _last_names(tokens: list[str]) -> list[str]:
    """The last token, and with it the particles before: "Leyen", "der Leyen", "von der Leyen"."""
    names = [tokens[-1]]
    for start in range(len(tokens) - 2, 0, -1):
        if tokens[start].casefold() not in _PARTICLES:
            break
        names.append(" ".join(tokens[start:]))
    return names


def _without_article(name: str) -> str:
    article = next((each for each in _ARTICLES if name.casefold().startswith(each)), "")
    return name[len(article) :] or name


def _offices_by_key(offices: tuple[Office, ...]) -> Mapping[tuple[str, str], tuple[Office, ...]]:
    keys = dict.fromkeys((each.state, each.office) for each in offices)
    grouped: dict[tuple[str, str], list[Office]] = {key: [] for key in keys}
    for each in offices:
        grouped[each.state, each.office].append(each)
    return {key: tuple(found) for key, found in grouped.items()}


def _offices_by_title(offices: tuple[Office, ...]) -> Mapping[str, tuple[Office, ...]]:
    grouped: dict[str, list[Office]] = {}
    for each in offices:
        for title in {folded(title) for title in each.titles}:
            grouped.setdefault(title, []).append(each)
    return {title: tuple(found) for title, found in grouped.items()}
