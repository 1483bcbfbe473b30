import { z } from 'zod'
import { capabilities } from '../../messages/capabilities.ts'
import type { InboundContent } from '../../messages/inbound.ts'
import { render } from '../../messages/render.ts'
import { findAddressOf, findSaidByUs } from '../../store/transcripts.ts'
import type { Sim } from './phone.ts'

/** What can be done on the simulated phone, one form each. */
const forms = {
  tulis: z.strictObject({ pesan: z.string().trim().min(1).max(20_000) }),
  tekan: z.strictObject({ tombol: z.string().regex(/^\d{1,15}\.\d{1,3}$/) }),
  ubah: z.strictObject({ pesan: z.string().trim().min(1).max(20_000), asal: z.string().min(1).max(100) }),
  kirim: z.strictObject({ berkas: z.instanceof(File), pesan: z.string().max(1_024).optional() }),
  lokasi: z.strictObject({}),
  blokir: z.strictObject({}),
  buka_blokir: z.strictObject({}),
} as const

/** False when the form is none of these. */
export async function say(sim: Sim, userId: string, fields: Record<string, unknown>): Promise<boolean> {
  const { aksi, ...rest } = fields
  if (typeof aksi !== 'string' || !Object.hasOwn(forms, aksi)) return false
  const content = await contentOf(sim, userId, aksi as keyof typeof forms, rest)
  if (!content) return false
  const address = await findAddressOf(sim.deps.services.db, 'simulator', userId)
  await sim.port.say(userId, content, address?.personName ?? address?.profileName ?? sim.t('console-sim-guest'))
  return true
}

async function contentOf(
  sim: Sim,
  userId: string,
  kind: keyof typeof forms,
  fields: Record<string, unknown>,
): Promise<InboundContent | undefined> {
  switch (kind) {
    case 'tulis': {
      const form = forms.tulis.safeParse(fields)
      return form.success ? { kind: 'text', text: form.data.pesan } : undefined
    }
    case 'tekan': {
      const form = forms.tekan.safeParse(fields)
      return form.success ? press(sim, userId, form.data.tombol) : undefined
    }
    case 'ubah': {
      const form = forms.ubah.safeParse(fields)
      return form.success ? { kind: 'edited', text: form.data.pesan, originalExternalId: form.data.asal } : undefined
    }
    case 'kirim': {
      const form = forms.kirim.safeParse(fields)
      if (!form.success || form.data.berkas.size === 0) return undefined
      const { berkas, pesan } = form.data
      const bytes = new Uint8Array(await berkas.arrayBuffer())
      const file = sim.port.addFile(bytes, berkas.type || 'application/octet-stream', berkas.name)
      if (berkas.type.startsWith('audio/')) return { kind: 'voice', file }
      const caption = pesan?.trim() ? { caption: pesan.trim() } : {}
      return { kind: berkas.type.startsWith('image/') ? 'photo' : 'document', file, ...caption }
    }
    case 'lokasi':
      // a place at sea between the two programme kabupaten: nobody's home
      return { kind: 'location', latitude: -6.5, longitude: 125.5, accuracy: 12 }
    case 'blokir':
      return { kind: 'blocked' }
    case 'buka_blokir':
      return { kind: 'unblocked' }
  }
}

/** A button of a message of ours, by that message and its place: what it carries is read from our own row. */
async function press(sim: Sim, userId: string, button: string): Promise<InboundContent | undefined> {
  const [id, index] = button.split('.').map(Number)
  const message = await findSaidByUs(sim.deps.services.db, 'simulator', userId, id!)
  const buttons = message && render(message.body, capabilities.simulator).at(-1)?.buttons
  const choice = buttons?.[index!]
  if (!choice) return undefined
  return {
    kind: 'choice',
    data: choice.data,
    label: choice.label,
    ...(message!.messageRef !== null && { messageRef: message!.messageRef }),
  }
}
