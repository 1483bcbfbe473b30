import { kecamatanDates } from '../domain/rounds.ts'
import { didYouMean } from '../flows/suggest.ts'
import { addDays, isDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { type FormVersionRow, findFormSource, listLatestForms } from '../store/form-versions.ts'
import { setRoundBefore } from '../store/planning.ts'
import { createRound as insertRound, listRounds, type RoundFormRow } from '../store/rounds.ts'
import { audit } from '../store/settings.ts'
import { type BeforeDate, dueBeforeDate } from './planning.ts'
import type { Services } from './services.ts'

export interface NewRound {
  readonly code: string
  /** Names as people write them: `pemantauan-desa` or `pemantauan_desa`. */
  readonly forms: readonly { readonly name: string; readonly depth: 'core' | 'full' }[]
  readonly opensOn: string
  /** A date, or the date of the planning cycle before which all of it has to be ready. */
  readonly dueOn: string | BeforeDate
  /** Limits the round to these; empty: all of the programme. */
  readonly kabupaten: readonly string[]
}

export interface CreatedRound {
  readonly code: string
  readonly number: number
  readonly forms: readonly Pick<RoundFormRow, 'formName' | 'level' | 'depth' | 'opensOn' | 'dueOn'>[]
}

/** Makes a draft round of the newest versions of its forms. Throws `Problem` with what to correct. */
export async function createRound(
  services: Services,
  round: NewRound,
  options: { readonly now: number; readonly actor: string },
): Promise<CreatedRound> {
  checkDates(round)
  return services.db.transaction(async (sql) => {
    const programme = await services.programme.get(sql)
    const known = Object.keys(programme.kabupaten)
    const strange = round.kabupaten.find((code) => !known.includes(code))
    if (strange !== undefined)
      throw new Problem('unknown_kabupaten', `the programme has no kabupaten ${strange}, only ${known.join(', ')}`)
    const rounds = await listRounds(sql)
    checkCode(
      round.code,
      rounds.map((r) => r.code),
    )
    const { named, hasVillages } = await namedForms(sql, round)
    const withKecamatan = hasVillages && named.some((f) => f.level === 'kecamatan')
    const limited = round.kabupaten.length > 0 ? round.kabupaten : known
    const dueOn =
      typeof round.dueOn === 'string'
        ? round.dueOn
        : (await dueBeforeDate(sql, round.dueOn, { kabupaten: limited, withKecamatan, opensOn: round.opensOn })).dueOn
    const forms = named.map(({ form, depth, level }) => ({
      formName: form.name,
      formVersionId: form.id,
      level,
      depth,
      // a kecamatan report follows the villages'; alone in its round it has the round's own dates
      ...(level === 'kecamatan' && hasVillages ? kecamatanDates(dueOn) : { opensOn: round.opensOn, dueOn }),
    }))
    const number = Math.max(0, ...rounds.map((r) => r.number)) + 1
    const { code } = round
    const id = await insertRound(sql, {
      programmeId: programme.id,
      code,
      number,
      state: 'draft',
      kabupaten: round.kabupaten.join(' '),
      demo: false,
      forms,
    })
    if (typeof round.dueOn !== 'string') await setRoundBefore(sql, id, round.dueOn)
    await audit(sql, { at: options.now, actor: options.actor, action: 'create_round', object: `round:${code}` })
    return { code, number, forms: forms.map(({ formVersionId: _, ...form }) => form) }
  })
}

function checkDates({ opensOn, dueOn }: NewRound): void {
  for (const date of typeof dueOn === 'string' ? [opensOn, dueOn] : [opensOn])
    if (!isDate(date)) throw new Problem('bad_date', `"${date}" is not a date such as 2024-08-14`)
  if (typeof dueOn !== 'string') return
  if (dueOn <= opensOn) throw new Problem('bad_dates', `the round would be due (${dueOn}) before it opens (${opensOn})`)
  if (dueOn > addDays(opensOn, 366))
    throw new Problem('bad_dates', `from ${opensOn} to ${dueOn} is more than a year: correct the dates`)
}

function checkCode(code: string, taken: readonly string[]): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/.test(code))
    throw new Problem(
      'bad_code',
      `"${code}" cannot be a round's code: up to 20 letters, digits and dashes, such as 2024-08`,
    )
  if (taken.includes(code)) throw new Problem('round_exists', `round ${code} is there already: choose another code`)
}

async function namedForms(sql: Sql, round: NewRound) {
  const installed = await listLatestForms(sql)
  const forms = round.forms.map(({ name, depth }) => ({ form: findForm(installed, name), depth }))
  if (forms.length === 0) throw new Problem('round_without_form', 'a round needs at least one form')
  const twice = forms.find(({ form }, i) => forms.findIndex((other) => other.form.id === form.id) !== i)
  if (twice) throw new Problem('form_twice', `the form ${twice.form.name} is asked twice`)

  const named = []
  for (const { form, depth } of forms) named.push({ form, depth, level: await levelOfForm(sql, form) })
  return { named, hasVillages: named.some((f) => f.level === 'desa') }
}

function findForm(installed: readonly FormVersionRow[], name: string): FormVersionRow {
  const wanted = name.replaceAll('-', '_')
  const found = installed.find((form) => form.name === name) ?? installed.find((form) => form.name === wanted)
  if (!found) {
    const names = installed.map((form) => form.name)
    throw new Problem(
      'unknown_form',
      `there is no form "${name}", only ${names.join(', ')}.${didYouMean(wanted, names)}`,
    )
  }
  return found
}

/** A form says its level in its settings (`level`), else in its name. */
async function levelOfForm(sql: Sql, form: FormVersionRow): Promise<'desa' | 'kecamatan'> {
  const level = (await findFormSource(sql, form.id))?.settings.level
  if (level === 'desa' || level === 'kecamatan') return level
  return /(^|_)kecamatan(_|$)/.test(form.name) ? 'kecamatan' : 'desa'
}
