/** Who says what of an incident: its claims by voice, each field's values, and which of them agree or part. */

import type { Claim, Dossier, Incident, Relation } from "./records";
import { dates, figure, modeWord, OWN, typeWord } from "./words";

export const COLUMNS = ["what", "who", "whom", "where", "when", "figures", "status"] as const;
export type Column = (typeof COLUMNS)[number];
export const COLUMN_WORDS: Record<Column, string> = { what: "What", who: "By whom", whom: "To whom", where: "Where", when: "When", figures: "How many", status: "Status" };

export interface Value {
  key: string;
  text: string;
  /** How many voices give this value. */
  voices: number;
  /** How it parts from what others say: "other number", "denies"; null where it does not. */
  parts: string | null;
}
export interface VoiceRow {
  key: string;
  name: string;
  own: boolean;
  href: string;
  claims: Claim[];
  /** The ways by which the voice reached its readers: outlets, with the agencies between. */
  ways: string[];
  cells: Record<Column, Value[]>;
}

export function voiceRows(dossier: Dossier): VoiceRow[] {
  const rows = new Map<string, VoiceRow>();
  const [names, stacks] = [waysOf(dossier), stacksOf(dossier)];
  for (const claim of dossier.claims) {
    const name = names(claim).at(-1) ?? null;
    const { key: stack, label } = stacks(claim.document.id);
    const key = name ?? `${OWN} ${stack}`;
    const row = rows.get(key) ?? { key, name: name ?? label, own: name === null, href: "", claims: [], ways: [], cells: empty() };
    rows.set(key, row);
    row.claims.push(claim);
    row.href = hrefOf(claim, row.name, row.href);
    const between = claim.attribution.length ? names(claim).slice(0, -1).reverse() : [`as ${OWN} tells it`];
    const way = [...between, claim.document.outlet ?? label].join(" ← ");
    if (name !== null && !row.ways.includes(way)) row.ways.push(way);
  }
  const list = [...rows.values()];
  fill(list, dossier.incident);
  return list.sort((a, b) => Number(a.own) - Number(b.own) || b.claims.length - a.claims.length || a.name.localeCompare(b.name));
}

/** The voices of a claim, outermost first, the last under the name that comparing knows it by. A claim in a report's own words may have an
 * origin all the same: whoever's denial or account it tells. */
function waysOf({ incident }: Dossier): (claim: Claim) => string[] {
  const originOf = new Map(incident.origins.flatMap((o) => o.claims.map((c) => [c, o.name] as const)));
  return (claim) => {
    const origin = originOf.get(claim.id) ?? claim.attribution.at(-1)?.name;
    return [...claim.attribution.slice(0, -1).map((v) => v.name), ...(origin ? [origin] : [])];
  };
}

/** Reports by what they carry: copies of one text are one stack, with all its outlets. */
function stacksOf({ incident, reports }: Dossier): (report: string) => { key: string; label: string; reports: string[] } {
  const held = new Map(incident.copies.flatMap((group) => group.map((r) => [r, group] as const)));
  return (report) => {
    const stack = held.get(report) ?? [report];
    const metas = stack.flatMap((r) => reports.find((m) => m.id === r) ?? []);
    return { key: stack[0]!, label: [...new Set(metas.map((m) => m.outlet ?? m.title ?? "a report"))].join(", ") || "a report", reports: stack };
  };
}

/** Where more is to be had of a name: the page of the voice as the claim names it; of an actor where no claim lets it speak. */
function hrefOf(claim: Claim, name: string, known = ""): string {
  const voice = claim.attribution.find((v) => v.name === name) ?? claim.attribution.at(-1);
  if (!voice && known) return known;
  const kind = voice || !claim.actors.some((p) => p.name === name) ? "voices" : "actors";
  return `/${kind}/${encodeURIComponent(voice?.name ?? name)}`;
}

const empty = () => Object.fromEntries(COLUMNS.map((c) => [c, []])) as unknown as Record<Column, Value[]>;

function fill(rows: VoiceRow[], incident: Incident) {
  for (const row of rows) {
    const mine = new Set(row.claims.map((c) => c.id));
    const backed = <T extends { claims: string[] }>(values: T[]) => values.filter((v) => v.claims.some((c) => mine.has(c)));
    const put = (column: Column, key: string, text: string, parts: string | null = null) => {
      if (text && !row.cells[column].some((v) => v.key === key)) row.cells[column].push({ key, text, voices: 0, parts });
    };
    for (const c of row.claims) {
      put("what", c.event.type, typeWord(c.event.type) + (c.event.mode ? `, ${modeWord(c.event.mode)}` : ""));
      put("status", c.status, c.status, said(incident.relations, mine, ["denies"]) && c.status === "denied" ? "denies" : null);
    }
    for (const p of backed(incident.actors)) put("who", p.name.toLowerCase(), p.name, disputed(incident.relations, mine, "actors", p.name, "names another actor"));
    for (const p of backed(incident.recipients)) put("whom", p.name.toLowerCase(), p.name, disputed(incident.relations, mine, "recipients", p.name, "names another target"));
    for (const p of backed(incident.places)) put("where", p.name.toLowerCase(), p.name, null);
    for (const t of backed(incident.time.values)) put("when", t.value, dates(...(t.value.split("/") as [string, string]), true), otherDay(t.value, incident));
    for (const f of backed(incident.figures)) put("figures", `${f.role} ${f.of.toLowerCase()} ${f.low} ${f.high}`, figure(f), otherNumber(f, incident.relations));
  }
  for (const column of COLUMNS) {
    const counts = new Map<string, number>();
    for (const row of rows) for (const v of row.cells[column]) counts.set(v.key, (counts.get(v.key) ?? 0) + 1);
    for (const row of rows) for (const v of row.cells[column]) v.voices = counts.get(v.key) ?? 1;
  }
}

const said = (relations: Relation[], mine: Set<string>, kinds: string[]) => relations.some((r) => kinds.includes(r.kind) && mine.has(r.from));

function disputed(relations: Relation[], mine: Set<string>, field: string, name: string, words: string): string | null {
  const against = relations.some((r) => r.kind === "disputes" && r.field === field && (mine.has(r.from) || mine.has(r.to)) && r.values?.some((side) => Array.isArray(side) && side.includes(name)));
  return against ? words : null;
}

/** A date that has no day in common with the one that most origins give. */
function otherDay(value: string, incident: Incident): string | null {
  const [start, end] = value.split("/") as [string, string];
  const { start: from, end: to } = incident.time;
  return from && to && (end < from || start > to) ? "another date" : null;
}

function otherNumber(f: { role: string; low: number | null; high: number | null }, relations: Relation[]): string | null {
  const same = (v: unknown) => Array.isArray(v) && v[0] === f.low && v[1] === f.high;
  const differs = relations.find((r) => r.kind === "differs-in-figure" && r.field === f.role && r.values?.some(same));
  return differs ? (differs.overlap ? "another number, within the other's range" : "another number") : null;
}

export interface Node { key: string; label: string; level: number; kind: "report" | "voice" | "origin"; copies: number; href: string }
export interface Edge { from: string; to: string; claims: number; denies: boolean }

/** Reports (copies as one stack) → the voices between → origins. A report's own word ends where it starts. */
export function graph(dossier: Dossier): { nodes: Node[]; edges: Edge[]; levels: number } {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  const [names, stacks] = [waysOf(dossier), stacksOf(dossier)];
  const deepest = Math.max(1, ...dossier.claims.map((c) => names(c).length));
  for (const claim of dossier.claims) {
    const { key: stack, label, reports } = stacks(claim.document.id);
    let last = `report ${stack}`;
    nodes.set(last, { key: last, label, level: 0, kind: "report", copies: reports.length, href: `/reports/${stack}` });
    const denies = claim.status === "denied" || claim.attribution.at(-1)?.stance === "denies";
    names(claim).forEach((name, i, all) => {
      const key = `voice ${name}`;
      const known = nodes.get(key);
      const origin = i === all.length - 1;
      const level = Math.max(known?.level ?? 0, origin ? deepest : i + 1);
      nodes.set(key, { key, label: name, level, kind: origin || known?.kind === "origin" ? "origin" : "voice", copies: 1, href: hrefOf(claim, name, known?.href) });
      const way = `${last} → ${key}`;
      const edge = edges.get(way) ?? { from: last, to: key, claims: 0, denies: true };
      edges.set(way, { ...edge, claims: edge.claims + 1, denies: edge.denies && denies });
      last = key;
    });
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()].filter((e) => e.from !== e.to), levels: deepest + 1 };
}
