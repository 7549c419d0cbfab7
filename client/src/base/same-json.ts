/** Whether two values of the same making, whose fields come in the same order, say the same. */
export const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
