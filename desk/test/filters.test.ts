import { expect, test } from "vitest";
import { chosen, filters, filterWord, OF_CLAIMS, OF_INCIDENTS, toggled } from "../src/lib/filters";

const query = (text: string) => new URLSearchParams(text);

test("a list is asked with its own filters only", () => {
  const here = query("status=denied&bbox=1,2,3,4&sort=oldest&claim=claim-1");
  expect(filters(OF_CLAIMS, here)).toBe("status=denied");
  expect(filters(OF_INCIDENTS, here, ["status"], { limit: "5" })).toBe("bbox=1%2C2%2C3%2C4&limit=5");
  expect(chosen(OF_CLAIMS, here)).toEqual([{ key: "status", value: "denied" }]);
});

test("values of a field add up, but for those of which only one can be", () => {
  expect(toggled(query("type=AID"), "type", "ASSAULT")).toEqual(["AID", "ASSAULT"]);
  expect(toggled(query("type=AID"), "type", "AID")).toEqual([]);
  expect(toggled(query("disputed=no"), "disputed", "yes")).toEqual(["yes"]);
  expect(toggled(query("review=none"), "review", "none")).toEqual([]);
});

test("a filter is told in words that need no heading", () => {
  expect(filterWord("dated", "no")).toBe("Undated");
  expect(filterWord("review", "none")).toBe("Not judged");
  expect(filterWord("since", "2015-10-07")).toBe("From 7 Oct 2015");
  expect(filterWord("country", "SYR", "Syria")).toBe("Syria");
});
