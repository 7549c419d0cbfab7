/**
 * Every generated message and enum: `wire.SendRequest.encode(…)`. Bundlers for browsers take the small codec instead
 * (package.json). What is to be small there imports `@parley/protocol/wire` as a whole, which leaves out what is not used.
 */
export * as wire from '#wire'
export type { parley } from '../gen/parley.js'
