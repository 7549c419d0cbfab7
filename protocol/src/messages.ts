import { parley } from '../gen/parley.js'

/** Every generated message and enum: `wire.SendRequest.encode(…)`. */
export const wire = parley.v1
export { parley }
