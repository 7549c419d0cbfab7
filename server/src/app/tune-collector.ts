import { setFlagsFromString } from 'node:v8'

/** The first Node whose V8 is known to know the flags. */
const nodeMajorMin = 26

const flags = [
  /**
   * V8 collects the whole heap each time the memory outside of it has grown by 64 MB, however small the heap: Node counts
   * 50 KB there for each TLS session, so that a server with many of them, coming and going, does so every second. Told to,
   * V8 counts that memory together with the heap, and lets both grow by a share of what there is.
   */
  '--external-memory-accounted-in-global-limit',
  /**
   * That share is by itself what V8 reckons from how fast old objects are made: the fewer, the less room it leaves, down to a
   * fifth of the heap. A small heap then has 7 MB of room, which buffers alone fill every second. It may double.
   */
  '--heap-growing-percent=100',
]

/** Less often the whole heap, for some more memory. */
export function tuneCollector(): void {
  if (Number.parseInt(process.versions.node, 10) < nodeMajorMin) return
  for (const flag of flags) setFlagsFromString(flag)
}
