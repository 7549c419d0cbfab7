import type { Place } from '@parley/client/browser'

const digits = 6

/** A map elsewhere: only who opens it tells anybody where they look. */
export function mapAddress({ latitude, longitude }: Pick<Place, 'latitude' | 'longitude'>): string {
  const [north, east] = [latitude.toFixed(digits), longitude.toFixed(digits)]
  return `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=16/${north}/${east}`
}
