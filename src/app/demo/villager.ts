import type { Json } from '../../lib/json.ts'
import { HOUR, localDate, MINUTE } from '../../lib/local-time.ts'
import type { SeededRandom } from '../../lib/seeded-random.ts'
import type { Choice, OutboundMessage } from '../../messages/outbound.ts'
import { readToken } from '../../messages/tokens.ts'
import type { LabelledReplies } from './labelled-replies.ts'
import type { ActivityNow, Asked, Intent, Mind } from './meanings.ts'
import type { QuestionReader, UnderstoodQuestion } from './question-reader.ts'
import { joined, type Meant, type OptionRead, type Typist, valueMeant } from './typing.ts'

/** What a simulated person does, and how long they take before it. */
export interface Act {
  readonly afterMs: number
  readonly doing: Doing
  /** Beside whatever else they were about to do; else the new takes the place of the old. */
  readonly besides?: true
}

export type Doing =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'press'; readonly choice: Choice; readonly messageRef: string }
  | { readonly kind: 'photo'; readonly caption: string }
  /** Changes an earlier message of their own. */
  | { readonly kind: 'edit'; readonly text: string; readonly externalId: string }

/** How somebody behaves, beside how they type. */
export interface Traits {
  /** Which message of ours they begin at: 1 the invitation, 2 the first reminder …; 0 never. */
  readonly beginsAt: number
  /** Says "nanti" to the first message they react to. */
  readonly putsOff?: boolean
  /** Stops after so many answers, and goes on when reminded. */
  readonly stopsAfter?: number
  /** Writes a wrong number of people, and puts it right: at once, by editing the message, at the recap, or after sending. */
  readonly slip?: 'at_once' | 'edit' | 'recap' | 'after'
  /** How often, of a hundred answers, they write what nobody could read. */
  readonly unclearPercent?: number
  /** Asks for help once. */
  readonly asksHelp?: boolean
  /** Says that they are not the one. */
  readonly wrongPerson?: boolean
  readonly isCamat?: boolean
}

/** What happened in one person's chat, for the summary. */
export interface Tally {
  sent: number
  understood: number
  askedAgain: number
  corrected: number
  prods: number
  photos: number
  /** Messages of ours that this person could make nothing of. */
  readonly puzzled: string[]
}

const hurried = { least: 20_000, most: 3 * MINUTE }

/**
 * An invented person at their phone. Knows only what a person knows: what they mean, and the messages that reach them.
 * Reads each message by its words, answers what it asks, gets things wrong at times and puts them right.
 */
export class Villager {
  readonly userId: string
  readonly zone: string
  readonly traits: Traits
  readonly mind: Mind
  readonly tally: Tally = { sent: 0, understood: 0, askedAgain: 0, corrected: 0, prods: 0, photos: 0, puzzled: [] }
  /** What they meant, by the path of the answer: to be compared with what was understood. */
  readonly meant = new Map<string, Json>()
  finished = false
  readonly #reader: QuestionReader
  readonly #typist: Typist
  readonly #random: SeededRandom
  readonly #labelled: LabelledReplies | undefined
  #activity: ActivityNow | undefined
  #open: { readonly key: string; readonly tries: number; readonly kind: string } | undefined
  #last: { readonly meant: Meant; readonly asked: Asked } | undefined
  #answers = 0
  #photosLeft = 0
  #putOff = false
  #stopped = false
  #helped = false
  #slip: { readonly right: string; externalId?: string; done: boolean } | undefined
  #slipping = false
  #nudged = new Set<string>()
  #askedWhoOn = ''
  #lateCorrection = false

  constructor(
    userId: string,
    zone: string,
    mind: Mind,
    traits: Traits,
    tools: {
      readonly reader: QuestionReader
      readonly typist: Typist
      readonly random: SeededRandom
      readonly labelled?: LabelledReplies | undefined
    },
  ) {
    this.userId = userId
    this.zone = zone
    this.mind = mind
    this.traits = traits
    this.#reader = tools.reader
    this.#typist = tools.typist
    this.#random = tools.random
    this.#labelled = tools.labelled
  }

  /** Reads a message and decides what to do about it; undefined: nothing, for now. */
  hear(message: OutboundMessage, messageRef: string, now: number): Act | undefined {
    const act = this.#react(message, messageRef, now)
    if (act) this.tally.sent++
    return act
  }

  /** The message of theirs under this id left: it may be edited later. */
  said(doing: Doing, externalId: string): void {
    if (this.#slipping && doing.kind === 'text' && this.#slip) this.#slip = { ...this.#slip, externalId }
    this.#slipping = false
  }

  #react(message: OutboundMessage, ref: string, now: number): Act | undefined {
    const { text } = message
    const choices = message.choices ?? []
    if (choices.some((c) => readToken(c.data)?.kind === 'invitation')) return this.#prodded(message, ref)
    if (this.traits.isCamat && this.#isAboutLate(text)) return this.#askWhoIsLate(now)
    if (text.includes('Mau diingatkan?')) return this.#nudge(choices, ref)
    if (this.finished) return this.#afterwards(text)

    const now_ = this.#words(text, choices, ref)
    if (now_ !== 'question') return now_
    const understood = this.#reader.read(text)
    if (!understood) return this.#puzzle(message, ref)
    this.#notice(text)
    return understood.asks === 'confirm'
      ? this.#confirm(message, ref)
      : this.#answer(understood, message, ref, localDate(now, this.zone))
  }

  // what is no question of a form

  #words(text: string, choices: readonly Choice[], ref: string): Act | undefined | 'question' {
    const has = (label: string) => choices.find((c) => c.label === label || c.label.replace(/^✓?\d+\. /, '') === label)
    if (has('Ya, kirim')) return this.#recap(text, choices, ref)
    if (has('Semua sama')) return this.#overview(text)
    if (text.includes('kapan kita lanjutkan')) return this.#type('until')
    if (/Kita (lanjutkan|mulai) /.test(text) && text.startsWith('Baik,')) return undefined
    if (text.includes('Kalau sudah siap, ketik')) return this.#type('go_on', {}, 20 * HOUR)
    if (/Laporan.* sudah dikirim/.test(text)) return this.#sentOff()
    if (text.includes('tidak ada laporan yang perlu diisi') && this.#answers > 0) return this.#sentOff()
    if (text.includes('Mengapa jawabannya perlu diganti')) return this.#type('reason.correction')
    if (text.includes('Boleh diceritakan sebabnya')) return this.#type('reason')
    if (text.includes('Boleh tahu mengapa dilewati')) return this.#type('reason.skip')
    if (text.includes('siapa yang sekarang mengurus')) {
      this.finished = true
      return this.#type('who_instead')
    }
    const asItIs = has('Itu jawabannya')
    if (asItIs) return this.#press(asItIs, ref)
    const alone = has('Coba lagi sendiri')
    if (alone) return this.#press(alone, ref)
    if (has('Cukup') || text.includes('ketik "cukup"')) return this.#nextPhoto(choices, ref)
    if (text.includes('kodenya cocok')) return this.#type('greeting', {}, 5 * MINUTE)
    if (text.includes('Ketik "mulai" untuk mengisi')) return this.#type('begin', {}, undefined, true)
    if (text.includes('Ketik "lanjut" untuk meneruskan')) return this.#type('go_on', {}, undefined, true)
    return 'question'
  }

  #prodded(message: OutboundMessage, ref: string): Act | undefined {
    this.tally.prods++
    const { beginsAt, putsOff, wrongPerson } = this.traits
    if (beginsAt === 0 || this.tally.prods < beginsAt) return undefined
    if (this.finished && !message.text.includes('dilihat lagi')) return undefined
    const choices = message.choices ?? []
    const wait = this.#random.int(5 * MINUTE, 6 * HOUR)
    if (wrongPerson) {
      const no = choices.find((c) => c.label.includes('Bukan saya'))
      return no && { afterMs: wait, doing: { kind: 'press', choice: no, messageRef: ref } }
    }
    if (putsOff && !this.#putOff) {
      this.#putOff = true
      return this.#typeOrPress('later', choices, ref, wait)
    }
    const goesOn = choices.some((c) => c.label.includes('Lanjut'))
    const [first] = choices
    return choices.length > 1 && !choices.some((c) => c.label.includes('Nanti'))
      ? first && { afterMs: wait, doing: { kind: 'press', choice: first, messageRef: ref } }
      : this.#typeOrPress(goesOn ? 'go_on' : 'begin', choices, ref, wait)
  }

  #overview(text: string): Act {
    const changed = [...text.matchAll(/^(\d+)\. (.+?):/gm)].flatMap(([, number, name]) => {
      const activity = this.mind.activities.find((a) => a.name === name)
      return activity?.changed ? [Number(number)] : []
    })
    if (changed.length === 0) return this.#type('overview.none')
    return this.#type('overview.some', { nomor_dan: joined(changed), nomor_semua: changed.join(' ') })
  }

  #recap(text: string, choices: readonly Choice[], ref: string): Act {
    this.#open = undefined
    if (this.#slip && !this.#slip.done && this.traits.slip === 'recap') {
      const label = /^(\w+)\. Yang hadir:/m.exec(text)?.[1]
      if (label !== undefined) {
        this.#slip.done = true
        this.tally.corrected++
        return this.#plain(`ubah ${label}`)
      }
    }
    return this.#typeOrPress('recap.yes', choices, ref)
  }

  #sentOff(): Act | undefined {
    this.finished = true
    if (this.traits.slip !== 'after' || !this.#slip || this.#slip.done) return undefined
    this.#slip.done = true
    this.#lateCorrection = true
    this.tally.corrected++
    // in the village form the number of people is the second lettered question
    return this.#plain('ubah b', 3 * HOUR)
  }

  /** After it was sent, only the correction they began themselves is answered. */
  #afterwards(text: string): Act | undefined {
    if (!this.#lateCorrection) return undefined
    if (text.includes('Mengapa jawabannya perlu diganti')) return this.#type('reason.correction')
    if (text.includes('Tercatat:') && this.#slip) return this.#plain(this.#slip.right)
    if (/Sudah benar\?/.test(text)) return this.#plain('ya')
    return undefined
  }

  // questions

  #answer(understood: UnderstoodQuestion, message: OutboundMessage, ref: string, todayOn: string): Act | undefined {
    const { form, question } = understood
    const { text } = message
    const choices = message.choices ?? []
    const options = optionsOf(text, choices)
    const asked: Asked = { form, question, options, text, hasPrevious: /balas "sama"/i.test(text), todayOn }
    const path =
      question.repeat && this.#activity
        ? `${question.repeat.name}[${this.#activity.entityId}]/${question.name}`
        : question.name
    const key = `${path} ${/Ke-\d+ dari \d+/.exec(text)?.[0] ?? ''}`
    const again = this.#open?.key === key && !text.includes('Tercatat:')
    const tries = again ? this.#open!.tries + 1 : 0
    if (again) this.tally.askedAgain++
    else this.tally.understood++
    this.#open = { key, tries, kind: question.type }
    if (tries > 4) return this.#giveUp(text)

    if (this.#slip && !this.#slip.done && question.name !== 'hadir' && this.traits.slip === 'at_once') {
      this.#slip.done = true
      this.tally.corrected++
      this.#open = undefined
      return this.#plain(this.#typist.say('slip.prefix', { jawaban: this.#slip.right }))
    }
    if (
      this.#slip &&
      !this.#slip.done &&
      question.name !== 'hadir' &&
      this.traits.slip === 'edit' &&
      this.#slip.externalId
    ) {
      this.#slip.done = true
      this.tally.corrected++
      this.#open = undefined
      return {
        afterMs: this.#pause(),
        doing: { kind: 'edit', text: this.#slip.right, externalId: this.#slip.externalId },
      }
    }
    if (this.traits.asksHelp && !this.#helped && this.#answers === 2) {
      this.#helped = true
      this.#open = undefined
      return this.#plain('bantuan')
    }
    if (this.#answers === this.traits.stopsAfter && !this.#stopped) {
      this.#stopped = true
      this.#open = undefined
      return undefined
    }
    this.#answers++
    return this.#carryOut(this.mind.intent(asked, this.#activity), asked, path, tries, choices, ref)
  }

  #carryOut(
    intent: Intent,
    asked: Asked,
    path: string,
    tries: number,
    choices: readonly Choice[],
    ref: string,
  ): Act | undefined {
    if (intent.kind === 'skip') return this.#typeOrPress('skip', choices, ref)
    if (intent.kind === 'photos') {
      this.#photosLeft = intent.count - 1
      return this.#photo()
    }
    const { meant } = intent
    const { question, todayOn } = asked
    this.#last = { meant, asked }
    const kind = meant.kind
    if (
      tries === 0 &&
      this.#random.next() * 100 < (this.traits.unclearPercent ?? 0) &&
      this.#typist.knows(`unclear.${kind}`)
    )
      return this.#type(`unclear.${kind}`)
    if (
      question.name === 'hadir' &&
      this.traits.slip &&
      !this.#slip &&
      meant.kind === 'count_by_sex' &&
      meant.value.p > 0
    ) {
      this.#slip = { right: this.#typist.write(meant, todayOn, true), done: false }
      this.#slipping = true
      this.meant.set(path, meant.value)
      const { l, p, total } = meant.value
      return this.#plain(
        this.#typist.write({ kind: 'count_by_sex', value: { total: total + 1, l: l + 1, p } }, todayOn, true),
      )
    }
    const other = tries === 0 ? this.#labelled?.instead(meant, question.list, this.#random) : undefined
    if (other) {
      this.#last = { meant: other.meant, asked }
      this.meant.set(path, valueMeant(other.meant) ?? other.reply)
      return this.#plain(other.reply)
    }
    const value = valueMeant(meant)
    const said = this.#typist.write(meant, todayOn, tries > 0)
    const pressed = /^\[(.+)\]$/.exec(said)?.[1]
    const choice = pressed && choices.find((c) => labelOf(c) === pressed)
    this.meant.set(path, value === undefined ? said : value)
    if (choice) return this.#press(choice, ref)
    return this.#plain(pressed === undefined ? said : this.#typist.write(meant, todayOn, true))
  }

  #confirm(message: OutboundMessage, ref: string): Act {
    const yes = message.choices?.find((c) => labelOf(c) === 'Ya, betul')
    return yes && this.#random.chance(0.5) ? this.#press(yes, ref) : this.#plain(this.#typist.say('yesno.ya', {}, true))
  }

  #nextPhoto(choices: readonly Choice[], ref: string): Act {
    if (this.#photosLeft <= 0) return this.#typeOrPress('enough', choices, ref)
    this.#photosLeft--
    return this.#photo()
  }

  #photo(): Act {
    this.tally.photos++
    return { afterMs: this.#pause(), doing: { kind: 'photo', caption: this.#typist.say('photo') } }
  }

  /** Not a question of any form: perhaps what they said just now had two readings. */
  #puzzle(message: OutboundMessage, ref: string): Act | undefined {
    const { choices = [], text } = message
    const yes = choices.find((c) => labelOf(c) === 'Ya, betul')
    if (yes) return this.#press(yes, ref)
    const waits = choices.length > 0 || text.trimEnd().endsWith('?')
    if (!waits) return undefined
    if (!this.#last || !this.#open || this.#open.tries > 4) return this.#giveUp(text)
    this.tally.askedAgain++
    this.#open = { ...this.#open, tries: this.#open.tries + 1 }
    return this.#plain(this.#typist.write(this.#last.meant, this.#last.asked.todayOn, true))
  }

  #giveUp(text: string): undefined {
    this.tally.puzzled.push(text)
  }

  /** Which activity the message is about. */
  #notice(text: string): void {
    const named = this.mind.activities
      .filter((a) => text.includes(a.name))
      .sort((a, b) => b.name.length - a.name.length)
    const item = /Kegiatan \d+ dari \d+: (.+)/.exec(text)?.[1]
    this.#activity = this.mind.activities.find((a) => item?.startsWith(a.name)) ?? named[0] ?? this.#activity
  }

  // a camat who reads that villages are late

  #isAboutLate(text: string): boolean {
    return text.includes('ketik "siapa belum"')
  }

  #askWhoIsLate(now: number): Act | undefined {
    const today = localDate(now, this.zone)
    if (this.#askedWhoOn === today) return undefined
    this.#askedWhoOn = today
    return { ...this.#plain('siapa belum', this.#random.int(5 * MINUTE, HOUR)), besides: true }
  }

  #nudge(choices: readonly Choice[], ref: string): Act | undefined {
    const next = choices.find((c) => !this.#nudged.has(c.data))
    if (!next) return undefined
    this.#nudged.add(next.data)
    return { ...this.#press(next, ref), besides: true }
  }

  // ways to act

  #type(kind: string, holes: Readonly<Record<string, string>> = {}, afterMs?: number, clearly = false): Act {
    const said = this.#typist.say(kind, holes, clearly)
    // a button that is not there is typed instead
    return this.#plain(
      said.replace(/^\[(.+)\]$/, (_, label: string) => label.toLowerCase()),
      afterMs,
    )
  }

  #typeOrPress(kind: string, choices: readonly Choice[], ref: string, afterMs?: number): Act {
    const said = this.#typist.say(kind)
    const label = /^\[(.+)\]$/.exec(said)?.[1]
    const choice = label === undefined ? undefined : choices.find((c) => labelOf(c) === label)
    if (choice) return this.#press(choice, ref, afterMs)
    return this.#plain(label === undefined ? said : this.#typist.say(kind, {}, true), afterMs)
  }

  #press(choice: Choice, messageRef: string, afterMs?: number): Act {
    return { afterMs: afterMs ?? this.#pause(), doing: { kind: 'press', choice, messageRef } }
  }

  #plain(text: string, afterMs?: number): Act {
    return { afterMs: afterMs ?? this.#pause(), doing: { kind: 'text', text } }
  }

  #pause(): number {
    return this.#random.int(hurried.least, hurried.most)
  }
}

/** "1. Sudah selesai" says "Sudah selesai". */
function labelOf({ label }: Choice): string {
  return label.replace(/^✓?\d+\. /, '')
}

/** The options under a question: in its text, or on its buttons. */
function optionsOf(text: string, choices: readonly Choice[]): readonly OptionRead[] {
  const lines = [...text.matchAll(/^(?:✓ )?(\d+)\. (.+)$/gm)]
  const found =
    lines.length > 0 ? lines : choices.flatMap((c) => [.../^(?:✓ ?)?(\d+)\. (.+)$/gm[Symbol.matchAll](c.label)])
  return found.map(([, number, label]) => ({ number: Number(number), label: label!.trim() }))
}
