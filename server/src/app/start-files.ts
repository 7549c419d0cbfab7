import { resolve } from 'node:path'
import { createNodeImages } from '../base/node/images/node-images.ts'
import { openDiskBlobs } from '../data/disk/disk-blobs.ts'
import type { Store } from '../data/store.ts'
import type { Composed } from './compose.ts'
import { composeFiles, type ComposedFiles } from './compose-files.ts'
import { filesFolder } from './offline-files.ts'
import type { Settings } from './settings.ts'

/** All frames of an animation may have so many times the pixels of a picture. */
const animationFactor = 4

/** The bytes of files, in a folder beside the store. */
export async function startFiles(
  composed: Composed,
  { settings, store }: { settings: Settings; store: Pick<Store, 'files'> },
): Promise<ComposedFiles> {
  const { imagePixelsMax: pixelsMax } = settings
  const limits = { pixelsMax, animationPixelsMax: pixelsMax * animationFactor }
  const images = createNodeImages({ limits, log: composed.deps.log })
  const blobs = await openDiskBlobs(filesFolder(resolve(settings.data)))
  const files = composeFiles(composed, { store, blobs, images })
  return {
    port: files.port,
    async stop() {
      await images.stop()
      await files.stop()
    },
  }
}
