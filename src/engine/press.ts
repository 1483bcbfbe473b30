/**
 * Indices of the buttons that stand beside a question's own choices: "Sama", "Lewati", "Selesai". Far above any list's
 * length, so that a list may grow without moving them.
 */
export const press = { same: 1000, skip: 1001, done: 1002, more: 1003 } as const
