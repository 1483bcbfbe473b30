import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Problem } from './problem.ts'

/**
 * What is kept closed in the database: phone numbers as AES-256-GCM, and hashes by which a number, a code or a token is
 * found without being stored. All keys come from the one data key, each for its own purpose.
 */
export interface Keys {
  /** HMAC key for invitation codes, sign-in tokens and phone look-up. */
  readonly hashKey: Buffer
  /** Says which key a backup belongs to, without giving it away. */
  readonly fingerprint: string
  /** A different text every time. */
  seal(text: string): string
  /** Throws `Problem('sealed_with_other_key')`. */
  open(sealed: string): string
}

const nonceBytes = 12
const tagBytes = 16
/** Leads every sealed text, so that a later way of sealing can be told from this one. */
const scheme = 'v1:'

/** `dataKey`: 32 bytes. */
export function keysFrom(dataKey: Buffer): Keys {
  const derive = (purpose: string, length = 32) => Buffer.from(hkdfSync('sha256', dataKey, '', purpose, length))
  const sealKey = derive('kentongan seal')

  return {
    hashKey: derive('kentongan hash'),
    fingerprint: derive('kentongan fingerprint', 8).toString('hex'),
    seal(text) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return scheme + Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64')
    },
    open(sealed) {
      try {
        if (!sealed.startsWith(scheme)) throw new Error('unknown scheme')
        const bytes = Buffer.from(sealed.slice(scheme.length), 'base64')
        const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, nonceBytes))
        decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
        return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
      } catch (error) {
        throw new Problem(
          'sealed_with_other_key',
          'a phone number was sealed with another DATA_KEY: put back the key file that belongs to this database',
          {},
          { cause: error },
        )
      }
    },
  }
}

/** How a phone number (`+62…`) is looked up. */
export function hashOfPhone(hashKey: Buffer, phone: string): string {
  return createHmac('sha256', hashKey).update(`phone:${phone}`).digest('hex')
}

/** How an invitation is found: of a typed code or a link's payload only this is stored. */
export function hashOfInvitation(hashKey: Buffer, codeOrPayload: string): string {
  return createHmac('sha256', hashKey).update(`invitation:${codeOrPayload}`).digest('hex')
}

/** How a complaint is found by the code that only the person has. */
export function hashOfComplaint(hashKey: Buffer, code: string): string {
  return createHmac('sha256', hashKey).update(`complaint:${code}`).digest('hex')
}
