import { z } from 'zod'

/**
 * What the Cloud API takes and what it refuses, limit by limit (developers.facebook.com, "Messages" reference and "Error
 * codes"). Anything that the reference does not name is refused, so that a misspelt field cannot go unnoticed.
 */
export class Refusal extends Error {
  readonly status: number
  readonly code: number

  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const text = (max: number) => z.string().min(1).max(max)
const mediaId = z.string().regex(/^\d{5,20}$/)
const unique = <T>(values: readonly T[]) => new Set(values).size === values.length

const buttons = z.strictObject({
  type: z.literal('button'),
  body: z.strictObject({ text: text(1024) }),
  footer: z.strictObject({ text: text(60) }).optional(),
  action: z.strictObject({
    buttons: z
      .array(z.strictObject({ type: z.literal('reply'), reply: z.strictObject({ id: text(256), title: text(20) }) }))
      .min(1)
      .max(3)
      .refine((all) => unique(all.map(({ reply }) => reply.id)), 'ids must be unique')
      .refine((all) => unique(all.map(({ reply }) => reply.title)), 'titles must be unique'),
  }),
})
const list = z.strictObject({
  type: z.literal('list'),
  header: z.strictObject({ type: z.literal('text'), text: text(60) }).optional(),
  body: z.strictObject({ text: text(4096) }),
  footer: z.strictObject({ text: text(60) }).optional(),
  action: z.strictObject({
    button: text(20),
    sections: z
      .array(
        z.strictObject({
          title: text(24).optional(),
          rows: z.array(z.strictObject({ id: text(200), title: text(24), description: text(72).optional() })).min(1),
        }),
      )
      .min(1)
      .max(10)
      .refine((all) => all.length === 1 || all.every(({ title }) => title !== undefined), 'sections need titles')
      .refine((all) => all.flatMap(({ rows }) => rows).length <= 10, 'at most 10 rows in all sections')
      .refine((all) => unique(all.flatMap(({ rows }) => rows.map((row) => row.id))), 'ids must be unique'),
  }),
})
const locationRequest = z.strictObject({
  type: z.literal('location_request_message'),
  body: z.strictObject({ text: text(1024) }),
  action: z.strictObject({ name: z.literal('send_location') }),
})
const components = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('body'),
      parameters: z.array(z.strictObject({ type: z.literal('text'), text: text(1024) })),
    }),
    z.strictObject({
      type: z.literal('button'),
      sub_type: z.literal('quick_reply'),
      index: z.string().regex(/^[0-9]$/),
      parameters: z.array(z.strictObject({ type: z.literal('payload'), payload: text(256) })).length(1),
    }),
  ]),
)

const common = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual'),
  to: z
    .string()
    .regex(/^\d{5,20}$/)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.[A-Za-z0-9.]{4,130}$/)
    .optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
  context: z.strictObject({ message_id: z.string() }).optional(),
}

const messageShape = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...common,
      type: z.literal('text'),
      text: z.strictObject({ body: text(4096), preview_url: z.boolean().optional() }),
    }),
    z.strictObject({
      ...common,
      type: z.literal('interactive'),
      interactive: z.discriminatedUnion('type', [buttons, list, locationRequest]),
    }),
    z.strictObject({
      ...common,
      type: z.literal('image'),
      image: z.strictObject({ id: mediaId, caption: text(1024).optional() }),
    }),
    z.strictObject({
      ...common,
      type: z.literal('document'),
      document: z.strictObject({ id: mediaId, filename: text(240).optional(), caption: text(1024).optional() }),
    }),
    z.strictObject({
      ...common,
      type: z.literal('template'),
      template: z.strictObject({ name: text(512), language: z.strictObject({ code: text(15) }), components }),
    }),
  ])
  .refine(({ to, recipient }) => to !== undefined || recipient !== undefined, 'the parameter to is required')

const readShape = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string(),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
})

export type SentMessage = z.infer<typeof messageShape>
export type ReadReceipt = z.infer<typeof readShape>

export function readMessage(body: unknown): SentMessage | ReadReceipt {
  const isReceipt = typeof body === 'object' && body !== null && 'status' in body
  const parsed = isReceipt ? readShape.safeParse(body) : messageShape.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new Refusal(400, 100, `(#100) Invalid parameter: ${issue.path.join('.')} ${issue.message}`)
}

/** A template as it was approved. */
export interface ApprovedTemplate {
  readonly language: string
  readonly parameters: number
  readonly buttons: readonly string[]
}

export function checkTemplate(
  { template }: Extract<SentMessage, { type: 'template' }>,
  approved: ReadonlyMap<string, ApprovedTemplate>,
): ApprovedTemplate {
  const known = approved.get(template.name)
  if (!known || known.language !== template.language.code)
    throw new Refusal(404, 132001, `template name (${template.name}) does not exist in ${template.language.code}`)
  const parameters = template.components.flatMap((part) => (part.type === 'body' ? part.parameters : []))
  if (parameters.length !== known.parameters)
    throw new Refusal(400, 132000, 'Number of parameters does not match the expected number of params')
  if (parameters.some((parameter) => /[\n\t]| {5}/.test(parameter.text)))
    throw new Refusal(400, 132012, 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces')
  const pressed = template.components.filter((part) => part.type === 'button')
  if (pressed.some(({ index }) => Number(index) >= known.buttons.length))
    throw new Refusal(400, 132018, 'There is no such button in the template')
  return known
}

const MB = 1024 * 1024
/** Types and sizes of media ("Media": supported types). */
const mediaLimits: Readonly<Record<string, number>> = {
  'image/jpeg': 5 * MB,
  'image/png': 5 * MB,
  'audio/ogg': 16 * MB,
  'video/mp4': 16 * MB,
  'text/plain': 100 * MB,
  'text/csv': 100 * MB,
  'application/pdf': 100 * MB,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 100 * MB,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 100 * MB,
}

export function checkUpload(mime: string, size: number): void {
  const max = mediaLimits[mime]
  if (max === undefined)
    throw new Refusal(400, 100, `(#100) Param file must be a file with one of the types … not ${mime}`)
  if (size === 0 || size > max) throw new Refusal(400, 131053, 'Media upload error')
}

/** One message each 6 s to one person with 45 in a burst, and 80 a second in all. */
export class MetaPace {
  readonly #pairs = new Map<string, { tokens: number; at: number }>()
  #second = 0
  #sent = 0

  check(person: string, now: number): void {
    if (Math.floor(now / 1000) !== this.#second) {
      this.#second = Math.floor(now / 1000)
      this.#sent = 0
    }
    this.#sent += 1
    if (this.#sent > 80) throw new Refusal(429, 130429, '(#130429) Rate limit hit')
    const pair = this.#pairs.get(person) ?? { tokens: 45, at: now }
    pair.tokens = Math.min(45, pair.tokens + (now - pair.at) / 6000)
    pair.at = now
    this.#pairs.set(person, pair)
    if (pair.tokens < 1)
      throw new Refusal(400, 131056, '(#131056) (Business Account, Consumer Account) pair rate limit hit')
    pair.tokens -= 1
  }
}
