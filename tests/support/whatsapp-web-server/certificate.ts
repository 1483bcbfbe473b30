import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let made: { readonly key: Buffer; readonly cert: Buffer } | undefined

/** A key and a certificate that no browser trusts, made anew in each test run: none is kept in the repository. */
export function certificate(): { readonly key: Buffer; readonly cert: Buffer } {
  if (made) return made
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-cert-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const shape = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const ran = spawnSync('openssl', ['req', ...shape, '-subj', '/CN=web.whatsapp.com', '-keyout', key, '-out', cert])
  if (ran.status !== 0) throw new Error(`openssl made no certificate: ${ran.error?.message ?? ran.stderr.toString()}`)
  made = { key: readFileSync(key), cert: readFileSync(cert) }
  rmSync(folder, { recursive: true })
  return made
}
