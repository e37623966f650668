/** The words of a claim by the role they play, for the highlights of a report or a quotation. */

import type { Claim, Words } from "./records";
import type { Span } from "./spans";

export type Role = "evidence" | "event" | "actor" | "recipient" | "voice" | "cue" | "place" | "time" | "figure" | "means";
export interface Mark extends Span { role: Role; claim: string }

export const ROLES: Record<Exclude<Role, "evidence">, string> = {
  event: "event", actor: "who", recipient: "to whom", voice: "voice", cue: "cue", place: "where", time: "when", figure: "how many", means: "by what",
};

export function marksOf(claim: Claim): Mark[] {
  const out: Mark[] = [];
  const put = (role: Role, words: Words | null | undefined) => {
    if (words && words.end > words.start) out.push({ role, claim: claim.id, start: words.start, end: words.end });
  };
  put("evidence", claim.evidence);
  for (const w of claim.more_evidence) put("evidence", w);
  put("event", claim.event.trigger);
  for (const v of claim.attribution) {
    put("voice", v);
    put("cue", v.cue);
  }
  for (const p of claim.actors) put("actor", p);
  for (const p of claim.recipients) put("recipient", p);
  for (const p of claim.places) put("place", p);
  if (claim.time) out.push({ role: "time", claim: claim.id, start: claim.time.start_char, end: claim.time.end_char });
  for (const f of claim.figures) put("figure", f);
  for (const m of claim.means) put("means", m);
  return unique(out);
}

function unique(marks: Mark[]): Mark[] {
  const seen = new Set<string>();
  return marks.filter((m) => {
    const key = `${m.role} ${m.start} ${m.end}`;
    return !seen.has(key) && seen.add(key);
  });
}
