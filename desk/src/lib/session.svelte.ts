/** Who is here, whether they may edit, and what the store holds. Asked once for all views, and told when the store changes. */

import { get, send, Trouble, trust } from "./api";
import { changes } from "./load.svelte";
import { followReading, seen } from "./reading.svelte";
import type { Session, StoreStatus } from "./records";

export const here = $state<{ session: Session | null; status: StoreStatus | null; trouble: Trouble | null; stale: boolean }>({
  session: null, status: null, trouble: null, stale: false,
});

/** Changes told within so many milliseconds of a judgement are its consequences. */
const OWN = 4_000;
let ownUntil = 0;
let events: EventSource | null = null;

export async function enter(): Promise<void> {
  try {
    here.session = trust(await get<Session>("/api/session"));
    here.trouble = null;
    if (here.session.login) return;
    await count();
    listen();
    void followReading();
  } catch (error) {
    here.trouble = error instanceof Trouble ? error : new Trouble("The page stumbled", String(error), "Load the page anew.");
  }
}

export async function signIn(user: string, token: string): Promise<void> {
  here.session = trust(await send<Session>("POST", "/api/session", { user: user || null, token: token || null }));
  changes.count++;
  await enter();
}

async function count(): Promise<void> {
  here.status = await get<StoreStatus>("/api/status");
}

/** The store may be written to while it is read. Nothing on the page moves by itself: a button in its head offers what is new. */
function listen(): void {
  events ??= new EventSource("/api/changes");
  events.addEventListener("change", (event) => {
    void followReading();
    const change = (JSON.parse((event as MessageEvent<string>).data) as { change: number }).change;
    if (!here.status || change === here.status.change) return;
    if (Date.now() < ownUntil) void count();
    else here.stale = true;
  });
}

/** After a change of the reader's own: what it came to is shown already, and is no news. */
export async function ownChange(): Promise<void> {
  ownUntil = Date.now() + OWN;
  await count().catch(() => undefined);
  here.stale = false;
}

export async function refresh(): Promise<void> {
  here.stale = false;
  seen();
  changes.count++;
  await count().catch(() => undefined);
}
