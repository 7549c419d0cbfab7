/** The text of every message. */
export const bodyBytes = 100
