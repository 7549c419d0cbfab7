/** Everything of this turn of the event loop has run. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
