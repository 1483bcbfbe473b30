import { formatDateLong } from '../bahasa/index.ts'
import type { Dispatch, Template } from '../channels/channel.ts'
import { defaultLadder, type StepKind } from '../domain/ladder.ts'
import { localDate } from '../lib/local-time.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { writeToken } from '../messages/tokens.ts'
import type { Sql } from '../store/database.ts'
import { findSetting, type StoredTemplate } from '../store/settings.ts'
import { findTemplateFacts, type TemplateFacts } from '../store/template-facts.ts'

/**
 * Templates are the way in where a channel may write freely only for some hours after a person's message: texts that were
 * agreed with the provider beforehand, one for each purpose, named in the settings.
 */

/** What a template stands for; a rung of the ladder may have its own under its name (`hari-terakhir`). */
export const templatePurposes = [
  'invitation',
  'reminder',
  'half_done',
  'returned',
  'escalation',
  'digest',
  'message',
] as const
type Purpose = (typeof templatePurposes)[number]

/** What can stand for {{1}}, {{2}} … */
export const templateParameters = ['person', 'place', 'round', 'due'] as const
export type TemplateParameter = (typeof templateParameters)[number]

/** These ask for the same as their template's button does; of the others the person gets the words once they answer. */
const whole: ReadonlySet<Purpose> = new Set(['invitation', 'reminder', 'half_done', 'returned'])

const purposeOfStep: Readonly<Record<StepKind, Purpose>> = {
  invitation: 'invitation',
  reminder: 'reminder',
  half_done: 'half_done',
  returned: 'returned',
  escalation: 'escalation',
}

/** What an outbox key says about its message: the setting's name that is looked for first, and what it falls back to. */
export function purposeOf(key: string): { readonly rung?: string; readonly purpose: Purpose } {
  const [kind = '', , , ...rest] = key.split(':')
  if (kind === 'digest') return { purpose: 'digest' }
  if (kind !== 'remind') return { purpose: 'message' }
  const step = rest.join(':')
  // a step is a rung, perhaps with the date it was counted from
  const rung = defaultLadder.steps.find((each) => step === each.rung || step.startsWith(`${each.rung}-`))
  if (rung) return { rung: rung.rung, purpose: purposeOfStep[rung.kind] }
  return { purpose: step.startsWith('kembali') ? 'returned' : 'reminder' }
}

/** What to send when free text is not allowed; undefined where no template is set. */
export async function findTemplate(
  sql: Sql,
  message: { readonly id: number; readonly key: string; readonly body: OutboundMessage },
): Promise<Dispatch['template']> {
  const settings = await findSetting(sql, 'whatsapp_templates')
  const { rung, purpose } = purposeOf(message.key)
  const setting = (rung === undefined ? undefined : settings?.[rung]) ?? settings?.[purpose]
  return setting && templateFor(setting, purpose, message.body, await findTemplateFacts(sql, message.id))
}

export function templateFor(
  { name, language, parameters, buttons }: StoredTemplate,
  purpose: Purpose,
  body: OutboundMessage,
  facts: TemplateFacts,
): Template {
  const choices = (body.choices ?? []).slice(0, buttons)
  const isWhole = whole.has(purpose) && choices.length > 0
  const open = writeToken({ kind: 'command', word: openWord })
  return {
    name,
    language,
    parameters: parameters.map((parameter) => writeParameter(parameter, facts)),
    payloads: isWhole ? choices.map(({ data }) => data) : Array.from({ length: Math.min(buttons, 1) }, () => open),
    isWhole,
  }
}

/** A press that only opens the conversation: the message that waited for it is the answer. */
export const openWord = 'buka_pesan'

function writeParameter(parameter: TemplateParameter, { person, place, round, dueAt, zone }: TemplateFacts): string {
  switch (parameter) {
    case 'person':
      return person ?? ''
    case 'place':
      return place ?? ''
    case 'round':
      return round ?? ''
    case 'due':
      return dueAt === null ? '' : formatDateLong(localDate(dueAt, zone ?? 'Asia/Makassar'))
  }
}
