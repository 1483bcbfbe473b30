import type { Kind } from './kind.ts'

/** A place on the earth, degrees and metres. */
type PointValue = { readonly latitude: number; readonly longitude: number; readonly accuracy?: number }

export const geopoint: Kind<PointValue> = {
  type: 'geopoint',
  asked: true,
  read: (input) => {
    if (input.kind === 'location') {
      const { latitude, longitude, accuracy } = input
      return { value: { latitude, longitude, ...(accuracy !== undefined && { accuracy }) } }
    }
    if (input.kind !== 'text') return undefined
    const point = pointFrom(input.text)
    if (point) return { value: point }
    return { ask: 'unclear', question: 'Mohon kirim lokasi lewat tombol lampiran, atau ketik seperti -3,25 130,44.' }
  },
  show: ({ latitude, longitude }) => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`,
  // ODK's order: latitude, longitude, altitude, accuracy
  toNode: ({ latitude, longitude, accuracy = 0 }) => ({ text: `${latitude} ${longitude} 0 ${accuracy}` }),
  fromText: (text) => pointFrom(text),
}

function pointFrom(text: string): PointValue | undefined {
  const found =
    /^\s*(-?\d{1,2}(?:[.,]\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:[.,]\d+)?)(?:\s+-?\d+(?:\.\d+)?\s+(\d+(?:\.\d+)?))?\s*$/.exec(
      text,
    )
  if (!found) return undefined
  const latitude = Number(found[1]!.replace(',', '.'))
  const longitude = Number(found[2]!.replace(',', '.'))
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  const accuracy = Number(found[3] ?? 0)
  return { latitude, longitude, ...(accuracy > 0 && { accuracy }) }
}
