/** The filters of a list: which keys of the address are its own, how the API is asked with them, and how a reader is told of them. */

import { capital, dates, STATUS_SHORT, typeWord } from "./words";

export interface Filters { facets: readonly string[]; keys: readonly string[] }

const RANGE = ["since", "until", "q"];
const INCIDENT_FACETS = ["status", "type", "grade", "disputed", "voice", "actor", "country", "outlet"];
export const OF_INCIDENTS: Filters = { facets: INCIDENT_FACETS, keys: [...INCIDENT_FACETS, "place", "dated", "placed", "bbox", ...RANGE] };
const CLAIM_FACETS = ["status", "type", "voice", "actor", "place", "review"];
export const OF_CLAIMS: Filters = { facets: CLAIM_FACETS, keys: [...CLAIM_FACETS, "report", "incident", ...RANGE] };

export const TITLES: Record<string, string> = {
  status: "Status", type: "Event", grade: "Attested", disputed: "Disputed", voice: "Voice", actor: "Actor or recipient", country: "Country", outlet: "Outlet",
  place: "Place", review: "Judged",
};
const GRADES: Record<string, string> = { "several independent origins": "several origins", "single origin": "one origin" };
export const REVIEWS: Record<string, string> = { none: "not yet", accepted: "right", rejected: "wrong", corrected: "corrected", added: "added by hand" };

/** The part of the address's query that filters, but for `without`, as a query string. */
export function filters(of: Filters, query: URLSearchParams, without: string[] = [], and: Record<string, string> = {}): string {
  const out = new URLSearchParams();
  for (const { key, value } of chosen(of, query)) if (!without.includes(key)) out.append(key, value);
  for (const [key, value] of Object.entries(and)) out.set(key, value);
  return out.toString();
}

/** What holds now: each filter with its value. */
export function chosen(of: Filters, query: URLSearchParams): { key: string; value: string }[] {
  return [...query].filter(([key]) => of.keys.includes(key)).map(([key, value]) => ({ key, value }));
}

/** Either the one or the other: a second value takes the first one's place. */
const SINGLE = ["disputed", "review"];

/** The values of a key with one put in, or taken out where it is in. */
export function toggled(query: URLSearchParams, key: string, value: string): string[] {
  const now = query.getAll(key);
  return now.includes(value) ? now.filter((v) => v !== value) : SINGLE.includes(key) ? [value] : [...now, value];
}

/** A value as its facet shows it. */
export function valueWord(key: string, value: string, label = value): string {
  if (key === "status") return capital(STATUS_SHORT[value] ?? label);
  if (key === "type") return capital(typeWord(value));
  if (key === "grade") return capital(GRADES[value] ?? label);
  if (key === "review") return capital(REVIEWS[value] ?? label);
  return key === "disputed" ? capital(label) : label;
}

/** A filter in force, in words that need no heading. */
export function filterWord(key: string, value: string, label = value): string {
  const yes = value === "yes";
  const words: Record<string, string> = {
    bbox: "a spot on the map", since: `from ${dates(value, value, true)}`, until: `to ${dates(value, value, true)}`, q: `“${value}”`,
    dated: yes ? "dated" : "undated", placed: yes ? "with a place" : "without a place", disputed: yes ? "disputed" : "not disputed",
    report: "one report", incident: "one incident", review: value === "none" ? "not judged" : `judged: ${REVIEWS[value] ?? value}`,
  };
  return capital(words[key] ?? valueWord(key, value, label));
}
