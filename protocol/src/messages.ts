// NOTE bundlers for browsers take the small codec instead (package.json, imports).
import { parley } from '#generated'

/** Every generated message and enum: `wire.SendRequest.encode(…)`. */
export const wire = parley.v1
export { parley }
