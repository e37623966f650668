"""PDF: columns, divided words, page furniture, page numbers."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from reportedly.document import Document
from reportedly.errors import BrokenFileError, NoReportError
from reportedly.intake.pdf import document_from_pdf
from reportedly.intake.raw import Raw
from reportedly.intake.text import Given
from reportedly.read import Tools, read_document

WIDTH, HEIGHT = A4
LEFT = ["Rebels shelled the town of Homs on", "Monday, killing at least twelve peo-", "ple in a market near the old bridge.", "The army sent troops to the town and", "closed the road that leads to the sea,", "a spokesman told reporters.", "Many shops stayed shut.", "Schools were closed too."]
RIGHT = ["The governor asked for help from", "abroad. Doctors at the hospital said", "that they had no blood and no light.", "A truce was agreed in the evening,", "the mayor said, and held through the", "night. Talks will begin on Friday.", "Nobody knows for how long", "they will go on."]


def drawn(pages: list[list[tuple[float, float, str]]], *, header: str = "The Harbour Courier, Friday 1 March 2024") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setTitle("Clashes in the north")
    canvas.setAuthor("Jane Smith")
    for number, lines in enumerate(pages, 1):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, HEIGHT - 30, header)
        canvas.drawString(WIDTH / 2, 25, f"Page {number} of {len(pages)}")
        canvas.setFont("Helvetica", 11)
        for x, y, text in lines:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def column(x: float, lines: list[str], top: float = 700) -> list[tuple[float, float, str]]:
    return [(x, top - 14 * n, line) for n, line in enumerate(lines)]


def read(data: bytes) -> Document:
    return document_from_pdf(Raw(data, "a.pdf", media="application/pdf"), Given())


def test_columns_are_read_one_after_the_other_and_words_mended() -> None:
    for rows in ([*column(60, LEFT), *column(310, RIGHT)], [pair for both in zip(column(60, LEFT), column(310, RIGHT), strict=True) for pair in both]):
        text = read(drawn([rows])).text
        assert "killing at least twelve people in a market near the old bridge." in text
        assert text.index("Schools were closed") < text.index("The governor asked for help from abroad.")


def test_headers_and_page_numbers_are_left_out_and_pages_known() -> None:
    document = read(drawn([column(60, LEFT), column(60, RIGHT)]))
    assert "Harbour Courier" not in document.text and "Page 1" not in document.text
    assert [number for _, number in document.pages] == [1, 2]
    assert document.page_at(document.text.index("Rebels")) == 1
    assert document.page_at(document.text.index("The governor")) == 2
    assert document.text[document.pages[1][0] :].startswith("The governor")


def test_a_paragraph_goes_on_over_the_page() -> None:
    text = read(drawn([column(60, ["The army closed the road that leads", "to the sea, and the harbour was"]), column(60, ["shut by the police in the evening,", "officials said."])])).text
    assert "the harbour was shut by the police in the evening, officials said." in text


def test_paragraphs_stand_apart() -> None:
    text = read(drawn([[*column(60, LEFT[:3]), *column(60, RIGHT[:3], top=640)]], header="")).text
    assert text.split("\n\n")[0].endswith("old bridge.")
    assert text.split("\n\n")[1].startswith("The governor")


def test_facts_of_the_file() -> None:
    document = read(drawn([column(60, LEFT)]))
    assert (document.title, document.authors) == ("Clashes in the north", ("Jane Smith",))
    assert document.published is None  # when the file was made is not when the report was published


def test_pages_are_kept_with_the_evidence(tools: Tools) -> None:
    reading = read_document(read(drawn([column(60, LEFT), column(60, ["The army arrested six men in Aleppo on", "Tuesday, a monitoring group said."])])), tools)
    pages = {c.event.trigger.text: c.to_dict()["evidence"]["page"] for c in reading}
    assert pages["shelled"] == 1 and pages["arrested"] == 2


def test_a_pdf_of_pictures_is_said() -> None:
    canvas = Canvas(out := io.BytesIO(), pagesize=A4)
    canvas.rect(60, 60, 100, 100, fill=1)
    canvas.save()
    with pytest.raises(NoReportError, match="no text"):
        read(out.getvalue())


def test_what_is_no_pdf_is_said() -> None:
    with pytest.raises(BrokenFileError):
        read(b"%PDF-1.7 nothing more")
