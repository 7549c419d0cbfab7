/** Tags as people type them: apart by spaces or commas, each once. */
export const readTags = (typed: string): string[] => [
  ...new Set(typed.split(/[\s,，、]+/u).filter((tag) => tag !== '')),
]
