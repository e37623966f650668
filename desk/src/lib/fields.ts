/** The fields of a claim as a form shows them: which of them are lists, of what, and with which choices. */

import type { Claim, Codebook } from "./records";
import type { Text } from "./spans";

export interface Column { key: string; label: string; kind: "words" | "text" | "number" | "date" | "choice"; of?: keyof Codebook; wide?: boolean }
export interface Field { key: ListField; label: string; one: string; columns: Column[] }
export type ListField = "attribution" | "actors" | "recipients" | "places" | "figures" | "means";
/** A row of a list field while it is being edited; `words` is the mention as it stands in the report. */
export type Row = Record<string, unknown> & { words: string; start: number | null };

const words: Column = { key: "words", label: "words of the report", kind: "words", wide: true };
const name: Column = { key: "name", label: "name", kind: "text", wide: true };
const party: Column[] = [words, name, { key: "country", label: "country", kind: "text" }, { key: "sector", label: "sector", kind: "choice", of: "sectors" }];

export const LISTS: Field[] = [
  { key: "attribution", label: "Voices", one: "voice", columns: [words, name, { key: "kind", label: "kind", kind: "choice", of: "kinds" }, { key: "stance", label: "stance", kind: "choice", of: "stances" }] },
  { key: "actors", label: "Who", one: "actor", columns: party },
  { key: "recipients", label: "To whom", one: "recipient", columns: party },
  { key: "places", label: "Where", one: "place", columns: [words, name, { key: "role", label: "role", kind: "choice", of: "place_roles" }] },
  { key: "figures", label: "How many", one: "figure", columns: [words, { key: "low", label: "from", kind: "number" }, { key: "high", label: "to", kind: "number" }, { key: "of", label: "of whom or what", kind: "text" }, { key: "role", label: "counts", kind: "choice", of: "figure_roles" }] },
  { key: "means", label: "By what", one: "means", columns: [words, name] },
];

export const DEFAULTS: Record<ListField, Record<string, unknown>> = {
  attribution: { name: "", kind: "unknown", stance: "asserts" }, actors: { name: "", country: null, sector: null }, recipients: { name: "", country: null, sector: null },
  places: { name: "", role: "at" }, figures: { of: "", low: null, high: null, role: "other" }, means: { name: "" },
};

export function rowsOf(claim: Claim | null, key: ListField): Row[] {
  return ((claim?.[key] ?? []) as unknown as (Record<string, unknown> & { text: string; start: number })[]).map((r) => ({ ...r, words: r.text, start: r.start }));
}

/** Where the words stand in the report: the place nearest to the sentence. null when the report does not say them. */
export function find(text: Text, wanted: string, near: number): { start: number; end: number } | null {
  const needle = wanted.trim();
  if (!needle) return null;
  let best: number | null = null;
  const from = text.unit(near);
  for (let at = text.value.indexOf(needle); at >= 0; at = text.value.indexOf(needle, at + 1)) {
    if (best === null || Math.abs(at - from) < Math.abs(best - from)) best = at;
  }
  return best === null ? null : { start: text.point(best), end: text.point(best + needle.length) };
}

/** A row as the record has it: offsets from its words; a name that was left empty is the words themselves. */
export function recordOf(row: Row, text: Text, near: number): Record<string, unknown> | string {
  const { words: said, start, text: _text, end: _end, ...rest } = row;
  void _text; void _end;
  const kept = start !== null && text.slice(start, start + [...said].length) === said ? { start, end: start + [...said].length } : find(text, said, near);
  if (!kept) return said.trim() ? `The report does not say “${said.trim()}”. Copy the words as they stand there.` : "Give the words of the report that say it.";
  if ("name" in rest && !rest["name"]) rest["name"] = said.trim();
  return { ...rest, ...kept };
}
