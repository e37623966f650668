"""The store: one SQLite file. `open_store(path)` gives a `Store`; only this package holds SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine

from reportedly.comparison import Chain, Comparison, Judgement, Verdict
from reportedly.document import Document, Json
from reportedly.errors import ReportedlyError
from reportedly.records import Reading
from reportedly.store import compared, compared_write, judged, originals, queries, reviews, verify, watching, write
from reportedly.store.engine import HEAD, faults, open_engine
from reportedly.store.queries import ClaimFilter
from reportedly.store.reviews import Said
from reportedly.store.verify import Checked

__all__ = ["HEAD", "Checked", "ClaimFilter", "Said", "Store", "open_store"]


def open_store(path: Path, *, create: bool = True) -> Store:
    """The store at `path`, made when it is missing (unless `create` is false). Raises StoreError and its kin."""
    return Store(path, open_engine(path, create=create))


class Store:
    """An open store. Use it as a context manager; readers may stand beside one writer."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self.engine = engine

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.engine.dispose()

    def begin_run(self) -> int:
        with faults(self.path):
            return write.begin_run(self.engine)

    def finish_run(self, run: int, *, read: int, failed: int) -> None:
        with faults(self.path):
            write.finish_run(self.engine, run, read=read, failed=failed)

    def save(self, reading: Reading, run: int | None = None, also: Callable[[Connection], None] | None = None) -> bool:
        """Store a reading whole. False when the store has it already. `also` writes in the same transaction."""
        with faults(self.path):
            return write.save(self.engine, reading, run, also)

    def save_problem(self, run: int | None, source: str | None, error: ReportedlyError) -> None:
        with faults(self.path):
            write.save_problem(self.engine, run, source, error)

    def versions(self, url: str | None = None) -> Iterator[Json]:
        """The versions of watched reports, with what changed."""
        with faults(self.path):
            yield from watching.list_versions(self.engine, url)

    def claims(self, wanted: ClaimFilter | None = None) -> Iterator[Json]:
        with faults(self.path):
            yield from queries.list_claims(self.engine, wanted or ClaimFilter())

    def reports(self, words: str | None = None, *, uncoded: bool = False) -> Iterator[Json]:
        with faults(self.path):
            yield from originals.search_reports(self.engine, words, uncoded=uncoded)

    def intake(self, report: str) -> Json | None:
        """How a report was come by: hash of its original, chain, authors, where its date was found."""
        with faults(self.path):
            return originals.intake_of(self.engine, report)

    def original(self, sha256: str) -> bytes:
        with faults(self.path):
            return originals.original_bytes(self.engine, sha256)

    def verify(self, checked: Checked) -> Iterator[Json]:
        """What does not hold in this store; `checked` counts what was looked at."""
        with faults(self.path):
            yield from verify.faults_in(self.engine, checked)

    def voices(self) -> Iterator[Json]:
        with faults(self.path):
            yield from queries.list_voices(self.engine)

    def actors(self) -> Iterator[Json]:
        with faults(self.path):
            yield from queries.list_actors(self.engine)

    def problems(self) -> Iterator[Json]:
        with faults(self.path):
            yield from queries.list_problems(self.engine)

    def find(self, given: str) -> tuple[str, str]:
        with faults(self.path):
            return queries.find(self.engine, given)

    def claim(self, claim: str) -> Json:
        with faults(self.path):
            return queries.claim_record(self.engine, claim)

    def trace(self, claim: str) -> list[Json]:
        with faults(self.path):
            return queries.claim_trace(self.engine, claim)

    def document(self, report: str) -> Document:
        with faults(self.path):
            return queries.document(self.engine, report)

    def uncompared(self) -> Iterator[Json]:
        with faults(self.path):
            yield from compared.uncompared(self.engine)

    def claims_told(self, windows: Sequence[tuple[date, date]], *, undated: bool, longest: int) -> Iterator[Json]:
        with faults(self.path):
            yield from compared.claims_told(self.engine, windows, undated=undated, longest=longest)

    def claims_by(self, column: str, ids: Iterable[str], *, only_compared: bool = False) -> Iterator[Json]:
        """Claims by their `id`, `report` or `component`."""
        with faults(self.path):
            yield from compared.claims_of(self.engine, column, ids, only_compared=only_compared)

    def members(self, claims: Iterable[str]) -> dict[str, tuple[str, str, str]]:
        with faults(self.path):
            return compared.members(self.engine, claims)

    def documents(self, ids: Iterable[str]) -> list[Document]:
        with faults(self.path):
            return compared.documents(self.engine, ids)

    def published(self, windows: Sequence[tuple[date, date]]) -> Iterator[Document]:
        with faults(self.path):
            yield from compared.published(self.engine, windows)

    def order(self, reports: Iterable[str]) -> dict[str, int]:
        with faults(self.path):
            return compared.order(self.engine, reports)

    def copied_with(self, reports: Iterable[str]) -> set[str]:
        with faults(self.path):
            return compared.copied_with(self.engine, reports)

    def copies(self, reports: Iterable[str] | None = None) -> Iterator[Chain]:
        with faults(self.path):
            yield from compared.list_copies(self.engine, reports)

    def save_comparison(self, comparison: Comparison, components: dict[str, str], copies: Sequence[Chain], reports: Iterable[str]) -> None:
        """Replace the incidents of the claims in `components`, and the copies of `reports`."""
        with faults(self.path):
            compared_write.save_incidents(self.engine, comparison, components, copies, reports)

    def incidents(self, limit: int | None = None) -> Iterator[Json]:
        with faults(self.path):
            yield from compared.list_incidents(self.engine, limit)

    def incident(self, incident: str) -> Json:
        with faults(self.path):
            return compared.incident_record(self.engine, incident)

    def relations(self, kinds: Sequence[str]) -> Iterator[Json]:
        with faults(self.path):
            yield from compared.list_relations(self.engine, kinds)

    def weights(self) -> dict[str, float] | None:
        with faults(self.path):
            return compared.newest_weights(self.engine)

    def weigh(self, weights: dict[str, float]) -> None:
        """Compare with these weights from now on, everything anew."""
        with faults(self.path):
            compared_write.save_weights(self.engine, weights)

    def judgements(self) -> list[Judgement]:
        with faults(self.path):
            return compared.list_judgements(self.engine)

    def judge(self, verdict: Verdict, left: Sequence[str], right: Sequence[str], by: str | None = None, note: str | None = None) -> Judgement:
        """Keep that these claims tell of one incident, or of different ones. `compare` follows it from now on."""
        with faults(self.path):
            return compared_write.add_judgement(self.engine, verdict, left, right, by, note)

    def judge_claim(self, said: Said) -> int:
        """Keep what a person says of one claim, and write what that changes. Gives the judgement's number."""
        with faults(self.path):
            return reviews.judge_claim(self.engine, said)

    def undo(self, judgement: int, by: str | None = None) -> list[str]:
        """Take a judgement back, as if it had not been made. Gives the claims that it was of. NotFoundError when none of that number stands."""
        with faults(self.path):
            return reviews.undo(self.engine, judgement, by)

    def judged(self) -> Iterator[Json]:
        """Every judgement that stands, of claims and of incidents, newest first."""
        with faults(self.path), self.engine.connect() as connection:
            yield from judged.judgements_page(connection, judged.WantedJudgements(standing=True), 1_000_000)[0]

    def counts(self) -> dict[str, int]:
        with faults(self.path):
            return queries.counts(self.engine)
