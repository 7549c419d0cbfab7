type Read<T> = { [Key in keyof T]?: T[Key] | null } | null | undefined

/** The fields of `defaults`, as `read` has them: what it has not, or has as null, is as it is there. Nothing else of it. */
export function withDefaults<T extends object>(defaults: T, read: Read<T>): T {
  const made = { ...defaults }
  for (const key of Object.keys(defaults) as (keyof T)[]) made[key] = read?.[key] ?? defaults[key]
  return made
}
