/** What a button does: shows something of a briefing that is kept, named by its address word (`slug`). */
export type Press = { readonly action: PressAction; readonly briefing: string };
export const PRESS_ACTIONS = ['cited', 'passages'] as const;
type PressAction = (typeof PRESS_ACTIONS)[number];
