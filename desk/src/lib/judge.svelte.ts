/** Judging: one way for all views, with a word on what was done and the way back. */

import { part, send, Trouble } from "./api";
import type { Claim, Judged } from "./records";
import { ownChange } from "./session.svelte";

export const said = $state<{ text: string; trouble: boolean; undo: number | null }>({ text: "", trouble: false, undo: null });
/** Judgements of this visit, the last one on top: `u` takes that back. */
const done: { id: number; text: string; after?: () => void }[] = [];

export async function judge(body: Record<string, unknown>, text: string, after?: () => void): Promise<Judged | null> {
  try {
    const answer = await send<Judged>("POST", "/api/judgements", body);
    void ownChange();
    done.push({ id: answer.judgement.id, text, ...(after ? { after } : {}) });
    Object.assign(said, { text, trouble: false, undo: answer.judgement.id });
    return answer;
  } catch (error) {
    tell(error);
    return null;
  }
}

/** Takes back the last judgement of this visit, or one by its number. */
export async function undo(id?: number): Promise<boolean> {
  const at = id === undefined ? done.length - 1 : done.findIndex((d) => d.id === id);
  const wanted = id ?? done[at]?.id;
  if (wanted === undefined) {
    Object.assign(said, { text: "There is nothing of this visit to take back. Older judgements are in the history.", trouble: false, undo: null });
    return false;
  }
  try {
    await send<Judged>("POST", `/api/judgements/${part(String(wanted))}/undo`, {});
    void ownChange();
    const [was] = at >= 0 ? done.splice(at, 1) : [];
    Object.assign(said, { text: `Taken back${was ? `: ${was.text}` : ""}`, trouble: false, undo: null });
    was?.after?.();
    return true;
  } catch (error) {
    tell(error);
    return false;
  }
}

function tell(error: unknown): void {
  const text = error instanceof Trouble ? `${error.title}. ${error.detail} ${error.hint}` : String(error);
  Object.assign(said, { text, trouble: true, undo: null });
}

export const verdict = (claim: Claim, kind: "accept" | "reject", after?: () => void) =>
  judge({ verdict: kind, claim: claim.id }, kind === "accept" ? "Judged right" : "Judged wrong", after);
