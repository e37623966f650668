/** The filters of the incidents: which keys of the address are theirs, and how the API is asked with them. */

export const FACETS = ["status", "type", "grade", "disputed", "voice", "actor", "country", "outlet"] as const;
const FILTERS = [...FACETS, "place", "dated", "placed", "since", "until", "bbox", "q"];

/** The part of the address's query that filters, but for `without`, as a query string. */
export function filters(query: URLSearchParams, without: string[] = [], and: Record<string, string> = {}): string {
  const out = new URLSearchParams();
  for (const [key, value] of query) if (FILTERS.includes(key) && !without.includes(key)) out.append(key, value);
  for (const [key, value] of Object.entries(and)) out.set(key, value);
  return out.toString();
}

export const filtered = (query: URLSearchParams) => FILTERS.some((key) => query.has(key));

/** What holds now, each with the query key and value that would take it away. */
export function chosen(query: URLSearchParams): { key: string; value: string }[] {
  return [...query].filter(([key]) => FILTERS.includes(key)).map(([key, value]) => ({ key, value }));
}

/** The values of a key with one put in, or taken out where it is in. */
export function toggled(query: URLSearchParams, key: string, value: string): string[] {
  const now = query.getAll(key);
  return now.includes(value) ? now.filter((v) => v !== value) : [...now, value];
}
