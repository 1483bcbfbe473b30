import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** What every answer carries and every form must bring. */

/** No script and no style but our own files, nothing from elsewhere, in nobody's frame. */
export const headers = (isHttps: boolean) =>
  secureHeaders({
    strictTransportSecurity: isHttps,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // not "no-referrer": with that, browsers send forms with "Origin: null"
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  })

const macBytes = 16

/**
 * The token of a visitor's forms. It is masked anew in every page, so that it cannot be guessed from the lengths of
 * compressed pages.
 */
export function csrfToken(hashKey: Buffer, binding: string): string {
  const mask = randomBytes(macBytes)
  return Buffer.concat([mask, xor(mask, macOf(hashKey, binding))]).toString('base64url')
}

export function isCsrfToken(hashKey: Buffer, binding: string, token: string): boolean {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 2 * macBytes) return false
  return timingSafeEqual(xor(bytes.subarray(0, macBytes), bytes.subarray(macBytes)), macOf(hashKey, binding))
}

const macOf = (hashKey: Buffer, binding: string) =>
  createHmac('sha256', hashKey).update(`form:${binding}`).digest().subarray(0, macBytes)

const xor = (a: Buffer, b: Buffer) => Buffer.from(a.map((byte, i) => byte ^ b[i]!))

/**
 * Whether a request that changes something comes from a page of ours, as far as the browser says. One that says nothing
 * is an old browser or no browser: then the token decides alone.
 */
export function isFromOurPage(c: Context, publicUrl: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return false
  const origin = c.req.header('origin')
  if (origin === undefined) return true
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host')
}

/** A request of this very machine that no proxy passed on. */
export function isLoopback(c: Context): boolean {
  if (['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some((h) => c.req.header(h) !== undefined))
    return false
  const host = c.req.header('host') ?? ''
  if (!URL.canParse(`http://${host}`)) return false
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(`http://${host}`).hostname)
}
