"""`/api/reports`: the reports that were read, their text, and what they claim."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Query, Request
from starlette.responses import Response

from reportedly.store.listing import claims_in
from reportedly.store.looking import report_record, reports_page
from reportedly.web.answers import all_rows, answer, page, table, unpacked
from reportedly.web.asked import ReportFile, ReportPage
from reportedly.web.models import Claim, Listed, Report, ReportMeta
from reportedly.web.routing import Here, file_answer, router

api = router("reports")


@api.get("/reports", response_model=Listed[ReportMeta])
def list_reports(request: Request, desk: Here, asked: Annotated[ReportPage, Query()]) -> Response:
    """Reports by day of publication; with `q`, those that have all these words, in the order in which they were stored."""
    kinds = (int, str) if asked.q else ((str, type(None)), str)
    with desk.reader.connect() as connection:
        rows, following = reports_page(connection, asked.wanted(), asked.limit, unpacked(asked.after, *kinds))
    return page(request, rows, following)


@api.get("/reports.{form}", responses=file_answer("text/csv", "application/jsonl"))
def reports_file(request: Request, desk: Here, form: Literal["csv", "json", "jsonl"], asked: Annotated[ReportFile, Query()]) -> Response:
    def paged(many: int, after: Any) -> Any:
        with desk.reader.connect() as connection:
            return reports_page(connection, asked.wanted(), many, after)

    rows = all_rows(paged, asked.limit)
    return answer(request, {"items": list(rows), "next": None, "total": None}) if form == "json" else table(request, rows, form, "reports")


@api.get("/reports/{ident}", response_model=Report)
def one_report(request: Request, desk: Here, ident: str) -> Response:
    """A report with its text: every offset of every claim counts its characters (code points)."""
    with desk.reader.connect() as connection:
        return answer(request, report_record(connection, ident))


@api.get("/reports/{ident}/claims", response_model=Listed[Claim])
def report_claims(request: Request, desk: Here, ident: str) -> Response:
    """All claims of a report in the order of its text, rejected ones too."""
    with desk.reader.connect() as connection:
        report_record(connection, ident)
        rows = claims_in(connection, ident)
    return page(request, rows, None, len(rows))
