// Apart from what uses them: the writer and the main thread need no index.

/** What commits add is told together after this long. */
export const newsDelayMs = 200
/**
 * What was told is taken up together, so long after: a conversation that goes on is looked up once for all that it gained.
 * With the writer's own delay the index stays within two seconds.
 */
export const followDelayMs = 800
/** An index that failed is opened anew after this long. */
export const searchRestartMs = 5_000
