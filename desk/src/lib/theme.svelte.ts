/** Light, dark, or as the system has it; kept in this browser only. */

export type Theme = "system" | "light" | "dark";
const KEY = "reportedly-theme";
const ORDER: Theme[] = ["system", "light", "dark"];

function kept(): Theme {
  try {
    const value = localStorage.getItem(KEY) as Theme | null;
    return value && ORDER.includes(value) ? value : "system";
  } catch {
    return "system"; // storage may be barred
  }
}

export const theme = $state({ value: kept() });

export function applyTheme(): void {
  if (theme.value === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
}

export function nextTheme(): void {
  theme.value = ORDER[(ORDER.indexOf(theme.value) + 1) % ORDER.length]!;
  try {
    localStorage.setItem(KEY, theme.value);
  } catch {
    // then it holds until the page is left
  }
  applyTheme();
}
