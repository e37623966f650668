/** Whether the help lies open: any view may open it. */
export const help = $state({ open: false });
