import type { Sharp } from 'sharp'
import type { TestContext } from 'node:test'

type SharpOf = (input: Uint8Array | { create: object }, options?: object) => Sharp

/** Skips the test, aloud, where the library is not installed; in CI it must be. */
export async function sharpFor(test: TestContext): Promise<SharpOf | undefined> {
  try {
    return (await import('sharp')).default as unknown as SharpOf
  } catch (fault) {
    if (process.env.CI !== undefined) throw fault
    test.skip('sharp is not installed here')
    return undefined
  }
}

const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
  dc:title="secret comment"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

/** A picture of two colours, 40 by 20, with a place, an owner, XMP and this orientation. */
export async function sampleImage(
  sharp: SharpOf,
  format: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif',
  orientation = 6,
  size = { width: 40, height: 20 },
): Promise<Uint8Array> {
  const raw = new Uint8Array(size.width * size.height * 3)
  for (let index = 0; index < raw.length; index += 3)
    raw[index + (index % (size.width * 3) < size.width * 1.5 ? 0 : 2)] = 200
  const image = sharp(raw, { raw: { ...size, channels: 3 } })
  const facts = image
    .withExif({
      IFD0: { Artist: 'Ann Owner', Copyright: 'secret comment' },
      IFD3: { GPSLongitudeRef: 'E', GPSLongitude: '13/1 24/1 0/1' },
    })
    .withXmp(xmp)
    .withMetadata({ orientation })
  return new Uint8Array(await facts.toFormat(format).toBuffer())
}
