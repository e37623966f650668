/** A run of reading that goes on beside the page: how far it has come, as the desk tells it. */

import { get } from "./api";
import type { List, Run } from "./records";

export const reading = $state<{ run: Run | null }>({ run: null });

/** Milliseconds. A run that was killed never ends: one is believed to go on when it began just now, or for as long as it moves. */
const NEW = 120_000;
const STILL = 300_000;
let events: EventSource | null = null;
let followed: number | null = null;
let told = 0;
let silence: ReturnType<typeof setTimeout> | undefined;

/** Looks whether somebody reads into the store, and follows it to its end. */
export async function followReading(): Promise<void> {
  if (told > 1) return;
  const last = (await get<List<Run>>("/api/runs").catch(() => null))?.items[0];
  if (!last || last.finished || last.id === followed) return;
  end(null);
  followed = last.id;
  events = new EventSource(`/api/runs/${last.id}/events`);
  events.addEventListener("progress", (event) => {
    const run = JSON.parse((event as MessageEvent<string>).data) as Run;
    if (told++ || Date.now() - Date.parse(run.started) < NEW) reading.run = run;
    clearTimeout(silence);
    silence = setTimeout(() => end(null), STILL);
  });
  events.addEventListener("done", (event) => end(reading.run && (JSON.parse((event as MessageEvent<string>).data) as Run)));
}

/** The last that is said of a run; nothing when it was never seen to move. */
function end(run: Run | null): void {
  clearTimeout(silence);
  events?.close();
  events = followed = null;
  told = 0;
  reading.run = run;
}

/** The reader has seen that it has ended. */
export function seen(): void {
  if (reading.run?.finished) reading.run = null;
}
