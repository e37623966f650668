/** Asking the API: JSON in, JSON out, and every failure a Trouble that says what happened and what to do about it. */

import type { Session } from "./records";

export class Trouble extends Error {
  constructor(readonly title: string, readonly detail: string, readonly hint: string, readonly status = 0, readonly code = "") {
    super(`${title}: ${detail}`);
  }
}

const UNREACHABLE = new Trouble(
  "The desk does not answer",
  "Nothing came back from the program behind this page.",
  "Is `reportedly serve` still running? Start it again, then press “Try again”.",
);

async function ask<T>(address: string, init: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(address, { credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw UNREACHABLE;
  }
  if (!answer.ok) throw await trouble(answer);
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T);
}

async function trouble(answer: Response): Promise<Trouble> {
  const said = (await answer.json().catch(() => ({}))) as Partial<Record<"title" | "detail" | "hint" | "code", string>>;
  return new Trouble(
    said.title ?? `The desk answered ${answer.status}`, said.detail ?? answer.statusText,
    said.hint ?? "Try again; if it stays so, `reportedly doctor` says what is wrong.", answer.status, said.code ?? "",
  );
}

export const get = <T>(address: string, signal?: AbortSignal) => ask<T>(address, { signal: signal ?? null });

let csrf = "";
export function trust(session: Session): Session {
  csrf = session.csrf;
  return session;
}

export const send = <T>(method: "POST" | "DELETE", address: string, body?: unknown) =>
  ask<T>(address, {
    method, headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** An id, name or value as a piece of an address. */
export const part = encodeURIComponent;
