/** Single keys, as long as nobody is typing. Each view says what its keys do; `?` shows what holds now. */

export interface Key { key: string; does: string; run: (event: KeyboardEvent) => void }

let held: Key[][] = [];

/** The keys of a component, for as long as it is there. Call while it is being made. */
export function keys(list: Key[]): void {
  $effect(() => {
    held = [...held, list];
    return () => { held = held.filter((each) => each !== list); };
  });
}

export const keysNow = (): Key[] => held.flat();

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

export function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = event.target as Element | null;
  if (target?.closest?.(TYPING) || document.querySelector("dialog[open]")) return;
  const found = held.toReversed().flatMap((layer) => layer.filter((k) => k.key === event.key))[0];
  if (!found) return;
  event.preventDefault();
  found.run(event);
}
