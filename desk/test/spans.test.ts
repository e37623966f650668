import { expect, test } from "vitest";
import { paragraphs, pieces, Text } from "../src/lib/spans";

test("code points and units differ where a character takes two units", () => {
  const text = new Text("Fire 🔥 in Kyiv");
  expect(text.length).toBe(14);
  expect(text.slice(5, 6)).toBe("🔥");
  expect(text.slice(10, 14)).toBe("Kyiv");
  expect(text.point(text.unit(10))).toBe(10);
  expect(text.point(6)).toBe(5); // the second half of a pair belongs to its character
});

test("marks that overlap cut the text, the longest outermost", () => {
  const text = new Text("at least six people died");
  const cut = pieces(text, [{ start: 0, end: 19, role: "figure" }, { start: 13, end: 24, role: "evidence" }, { start: 13, end: 19, role: "recipient" }]);
  expect(cut.map((p) => p.text)).toEqual(["at least six ", "people", " died"]);
  expect(cut[1]!.marks.map((m) => m.role)).toEqual(["figure", "evidence", "recipient"]);
  expect(cut.map((p) => p.text).join("")).toBe(text.value);
});

test("a mark outside the part, or empty, cuts nothing", () => {
  const text = new Text("one two");
  expect(pieces(text, [{ start: 3, end: 3 }, { start: 4, end: 7 }], { start: 0, end: 3 })).toHaveLength(1);
});

test("paragraphs are spans of the text itself", () => {
  const text = new Text("\nHead 🔥\n\n  First line\nsecond line  \n\n\nLast\n");
  expect(paragraphs(text).map((p) => text.slice(p.start, p.end))).toEqual(["Head 🔥", "First line\nsecond line", "Last"]);
});
