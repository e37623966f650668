/** How the desk says things: marks, labels, dates, figures. */

import type { Claim, Precision, Status, Summary, Voice } from "./records";

export const MARKS: Record<string, string> = { occurred: "●", ongoing: "◐", planned: "◌", possible: "○", threatened: "!", requested: "?", denied: "✕" };
export const STATUS_WORDS: Record<string, string> = {
  occurred: "said to have happened", ongoing: "said to be going on", planned: "planned", possible: "possible",
  threatened: "threatened", requested: "asked for", denied: "denied",
};
export const STATUS_SHORT: Record<string, string> = { ...STATUS_WORDS, occurred: "said", ongoing: "going on" };
/** "✕ denied": a status by mark and word. */
export const statusWord = (status: string) => `${MARKS[status] ?? ""} ${STATUS_SHORT[status] ?? status}`.trim();

/** PLOVER's types as nouns, with the words that join the doer and the one it is done to. */
const NOUNS: Record<string, [noun: string, by: string, to: string]> = {
  AGREE: ["agreement", "by", "with"], CONSULT: ["talks", "by", "with"], SUPPORT: ["support", "by", "for"], CONCEDE: ["concession", "by", "to"],
  COOPERATE: ["cooperation", "by", "with"], AID: ["aid", "by", "for"], RETREAT: ["retreat", "by", "from"], REQUEST: ["request", "by", "to"],
  ACCUSE: ["accusation", "by", "against"], REJECT: ["refusal", "by", "of"], THREATEN: ["threat", "by", "to"], PROTEST: ["protest", "by", "against"],
  SANCTION: ["sanction", "by", "against"], MOBILIZE: ["mobilisation", "by", "against"], COERCE: ["coercion", "by", "of"], ASSAULT: ["assault", "by", "on"],
};

/** "ASSAULT" as the desk writes it; a type of another codebook in its own letters. */
export const typeWord = (type: string) => NOUNS[type]?.[0] ?? type.toLowerCase().replaceAll("_", " ");
export const modeWord = (mode: string) => mode.replaceAll("-", " ");
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
/** Characters that would turn the direction of what follows are shown, not obeyed: a report is somebody else's text. Keeps the length. */
export const plain = (text: string) => text.replace(TURNS, "\ufffd");
export const turns = (text: string) => text.match(TURNS)?.length ?? 0;
/** A name, however long the report made it, in the space that a line has. */
export const cut = (text: string, most = 90) => plain(text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

export function listed(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map((n) => cut(n));
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : (shown[0] ?? "");
}

/** "Assault on 60 civilians by Russian aircraft": a noun, so that the heading itself asserts nothing. */
export function heading(of: { types: string[]; actors: string[]; recipients: string[] }): string {
  const [noun, by, to] = NOUNS[of.types[0] ?? ""] ?? [typeWord(of.types[0] ?? "event"), "by", "→"];
  const named = (names: string[]) => listed(names.filter((n) => /\p{L}/u.test(n)), 2); // "30" alone names nobody
  const whom = named(of.recipients) && ` ${to} ${named(of.recipients)}`;
  const who = named(of.actors) && ` ${by} ${named(of.actors)}`;
  return capital(noun + whom + who);
}

const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
export const number = (n: number) => NUMBER.format(n);
export const count = (n: number, one: string, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;

/** "6 or more", "4–6", "up to 9". */
export function range(low: number | null, high: number | null): string {
  if (low === null && high === null) return "some";
  if (low === null) return `up to ${number(high!)}`;
  if (high === null) return `${number(low)} or more`;
  return low === high ? number(low) : `${number(low)}–${number(high)}`;
}

/** "60 killed", "3 days", "4–6 civilians killed". */
export function figure(f: { role: string; of: string; low: number | null; high: number | null; unit?: string | null; out_of?: number | null }): string {
  const many = range(f.low, f.high) + (f.out_of ? ` of ${number(f.out_of)}` : "");
  if (f.unit) return `${many} ${f.unit}`;
  const bare = f.role === "other" || f.of === f.role;
  const of = f.of && f.of !== f.role && !["killed", "dead", "wounded", "injured", "deaths"].includes(f.of) ? ` ${f.of}` : "";
  return cut(bare ? `${many} ${f.of}` : `${many}${of} ${f.role}`);
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function day(iso: string): [year: number, month: number, day: number] {
  const [y, m, d] = iso.slice(0, 10).split("-").map(Number);
  return [y ?? 0, m ?? 1, d ?? 1];
}

/** "9 August 2008", "August 2008", "7–9 October 2015": no finer than the two dates say. */
export function dates(start: string | null | undefined, end: string | null | undefined, short = false): string {
  if (!start) return end ? `until ${dates(end, end, short)}` : "";
  const [y1, m1, d1] = day(start);
  const [y2, m2, d2] = day(end ?? start);
  const name = (m: number) => (short ? MONTHS[m - 1]!.slice(0, 3) : MONTHS[m - 1]!);
  const last = new Date(Date.UTC(y2, m2, 0)).getUTCDate();
  const whole = d1 === 1 && d2 === last;
  if (whole && m1 === 1 && m2 === 12) return y1 === y2 ? `${y1}` : `${y1}–${y2}`;
  if (whole) return y1 === y2 ? (m1 === m2 ? `${name(m1)} ${y1}` : `${name(m1)}–${name(m2)} ${y1}`) : `${name(m1)} ${y1} – ${name(m2)} ${y2}`;
  if (y1 === y2 && m1 === m2 && d1 === d2) return `${d1} ${name(m1)} ${y1}`;
  if (y1 === y2 && m1 === m2) return `${d1}–${d2} ${name(m1)} ${y1}`;
  if (y1 === y2) return `${d1} ${name(m1)} – ${d2} ${name(m2)} ${y1}`;
  return `${d1} ${name(m1)} ${y1} – ${d2} ${name(m2)} ${y2}`;
}

/** "30 Nov 2026, 02:14", of a moment in UTC, in the reader's own time. */
export function moment(iso: string): string {
  const at = new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(iso) ? iso : `${iso}Z`);
  return Number.isNaN(at.valueOf()) ? iso : at.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

export const OWN = "the report";

/** The one who says it first, then through whom: ["Davutoglu", "TRT"]. */
export const chain = (claim: Pick<Claim, "attribution">): Voice[] => [...claim.attribution].reverse();
export const origin = (claim: Pick<Claim, "attribution">) => claim.attribution.at(-1)?.name ?? OWN;

const ROUGH: Record<string, string> = {
  exact: "exact spot", town: "town", district: "district, not nearer", province: "province, not nearer", country: "country, not nearer", region: "region, not nearer",
};
export const precisionWord = (p: Precision | string | null) => (p ? (ROUGH[p] ?? p) : "not in the gazetteer");
export const isArea = (p: string | null | undefined) => p === "country" || p === "region" || p === "province" || p === "district";

export const parties = (s: Pick<Summary, "actors" | "recipients">) => ({ who: listed(s.actors, 2), whom: listed(s.recipients, 2) });

export const KINDS: Record<string, string> = {
  denies: "denies", disputes: "disputes", confirms: "confirms", "differs-in-figure": "gives another figure", "same-incident": "same incident",
  answers: "answers", "part-of": "is part of", follows: "follows",
};

export const short = (id: string) => id.replace(/^(claim|report|incident)-/, "").slice(0, 8);
export const isStatus = (s: string): s is Status => s in MARKS;

/** Only addresses of the web are links; anything else a report gives as its address stays text. */
export const webAddress = (url: string | null | undefined) => (url && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null);

/** The report's own page, opened at these words where the browser can (a text fragment). */
export function atWords(url: string, words: string): string {
  const all = words.split(/\s+/).filter(Boolean);
  const piece = (list: string[]) => encodeURIComponent(list.join(" ")).replaceAll("-", "%2D");
  const named = all.length > 8 ? `${piece(all.slice(0, 4))},${piece(all.slice(-4))}` : piece(all);
  return `${url.split("#")[0]}#:~:text=${named}`;
}
