import { setFlagsFromString } from 'node:v8'

/** The first Node whose V8 is known to know the flag. */
const nodeMajorMin = 26

/**
 * V8 collects the whole heap each time the memory outside of it has grown by 64 MB, however small the heap: Node counts
 * 50 KB there for each TLS session, so that a server with many of them, coming and going, does so every second. Told to,
 * V8 counts that memory together with the heap, and lets both grow by a share of what there is.
 */
export function tuneCollector(): void {
  if (Number.parseInt(process.versions.node, 10) < nodeMajorMin) return
  setFlagsFromString('--external-memory-accounted-in-global-limit')
}
