import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/**
 * Over https names begin with `__Host-`: a browser then takes them only from this very host, for all of it, and never
 * sends them in the clear.
 */
export class Cookies {
  readonly #secure: boolean

  constructor(publicUrl: string | undefined) {
    this.#secure = publicUrl?.startsWith('https:') === true
  }

  get(c: Context, name: CookieName): string | undefined {
    return this.#secure ? getCookie(c, names[name], 'host') : getCookie(c, names[name])
  }

  set(c: Context, name: CookieName, value: string, maxAgeSeconds?: number): void {
    setCookie(c, names[name], value, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      ...(this.#secure && { secure: true, prefix: 'host' as const }),
      ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }),
    })
  }

  end(c: Context, name: CookieName): void {
    deleteCookie(c, names[name], {
      path: '/',
      ...(this.#secure && { secure: true, prefix: 'host' as const }),
    })
  }

  /** What the form token of somebody without a session hangs on; made with the first page. */
  visitor(c: Context): string {
    const known = this.get(c, 'visitor')
    if (known !== undefined && /^[\w-]{22}$/.test(known)) return known
    const made = randomBytes(16).toString('base64url')
    this.set(c, 'visitor', made)
    return made
  }
}

const names = { session: 'kentongan', visitor: 'kentongan-visitor', language: 'kentongan-language' } as const
type CookieName = keyof typeof names
