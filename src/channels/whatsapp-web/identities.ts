import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '../../lib/problem.ts'

/** Who is behind an address. */
export interface Identity {
  /** Opaque, and the same for ever, however the person's messages are addressed. */
  readonly userId: string
  /** "+62…", where WhatsApp vouches for it; a person may have none to show. */
  readonly phone?: string
}

/** Asks WhatsApp for both addresses of one. */
type Resolve = (address: string) => Promise<{ readonly lid?: string | undefined; readonly pn?: string | undefined }>

/**
 * WhatsApp knows a person by two addresses, `<number>@c.us` and `<lid>@lid`, and changes from the first to the second
 * between two messages. The first id under which we knew a person stays: it is in the database. Kept in a file beside
 * the browser's profile, written anew with each new person, so it must be whole at any moment.
 */
export class Identities {
  readonly #file: string
  readonly #known: Map<string, Identity>

  constructor(file: string) {
    this.#file = file
    this.#known = read(file)
  }

  /** Never throws: whom WhatsApp cannot tell now is known by the address alone, and asked for again next time. */
  async identify(address: string, resolve: Resolve): Promise<Identity> {
    const known = this.#known.get(address)
    if (known?.phone !== undefined) return known
    // one at a time: asked for several at once, it fails for all when it fails for one
    const told = await resolve(address).catch(() => undefined)
    if (!told) return known ?? { userId: address }

    const { lid, pn } = told
    const addresses = [address, lid, pn].filter((one) => one !== undefined)
    const earlier = known ?? addresses.map((one) => this.#known.get(one)).find((one) => one !== undefined)
    const phone = phoneOf(pn)
    const identity = { userId: earlier?.userId ?? lid ?? address, ...(phone === undefined ? {} : { phone }) }
    if (known && known.phone === identity.phone) return known
    for (const one of addresses) this.#known.set(one, identity)
    this.#write()
    return identity
  }

  /** The id under which this address is known, without asking anybody. */
  userIdOf(address: string): string {
    return this.#known.get(address)?.userId ?? address
  }

  #write(): void {
    mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 })
    const part = `${this.#file}.part`
    writeFileSync(part, JSON.stringify(Object.fromEntries(this.#known)), { mode: 0o600 })
    renameSync(part, this.#file)
  }
}

/** Throws when the file is damaged: better no channel than one that takes everybody for a stranger. */
function read(file: string): Map<string, Identity> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Identity>))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    throw new Problem(
      'identities_damaged',
      `${file} cannot be read, so nobody would be recognised: put a sound copy in its place, or remove it and let people be invited anew`,
      {},
      { cause: error },
    )
  }
}

const phoneOf = (pn: string | undefined) => {
  const [, digits] = /^(\d{7,15})@c\.us$/.exec(pn ?? '') ?? []
  return digits === undefined ? undefined : `+${digits}`
}
