import { type Office, type OfficeBook, usualOffices } from '../domain/offices.ts'
import { kabupatenOf } from '../domain/regions.ts'
import type { Form } from '../flows/form.ts'
import type { Sql } from '../store/database.ts'
import { readOfficeBook } from '../store/offices.ts'
import type { Snapshot } from '../store/reports.ts'

/** The lists of a form that are the offices of the kabupaten, with others who may be named beside them. */
export const officeListNames = ['opd', 'pihak'] as const

const isOfficeList = (list: string) => officeListNames.some((name) => name === list)

/** A form's word for an office is good until the kabupaten calls it otherwise. */
function isCalledOtherwise(office: Office): boolean {
  const usual = usualOffices.find(({ code }) => code === office.code)
  return (
    usual === undefined ||
    usual.name !== office.name ||
    usual.short !== office.short ||
    usual.alsoCalled.join() !== office.alsoCalled.join()
  )
}

/**
 * The offices of a kabupaten where they are others than the form has: renamed, dissolved or new. Undefined where they are
 * the same, as in most: then the form's own list serves.
 */
export async function officeLists(
  sql: Sql,
  form: Form,
  regionCode: string,
  language: string,
): Promise<Snapshot['lists']> {
  const names = officeListNames.filter((name) => form.choices.has(name))
  if (names.length === 0) return undefined
  const offices = (await readOfficeBook(sql, kabupatenOf(regionCode))).of(regionCode)
  const lists = names.flatMap((name) => {
    const rows = listHere(form, name, offices, language)
    return rows === undefined ? [] : [[name, rows] as const]
  })
  return lists.length === 0 ? undefined : Object.fromEntries(lists)
}

function listHere(form: Form, list: string, offices: readonly Office[], language: string) {
  const own = form.choices.get(list)!
  const isKnown = new Set(usualOffices.map(({ code }) => code))
  const here = new Map(offices.map((office) => [office.code, office]))
  const kept = own.filter(({ code }) => here.has(code) || !isKnown.has(code))
  const added = offices.filter(({ code }) => !own.some((choice) => choice.code === code))
  if (kept.length === own.length && added.length === 0 && !offices.some(isCalledOtherwise)) return undefined
  const rows = kept.map((choice) => {
    const office = here.get(choice.code)
    return office && isCalledOtherwise(office)
      ? rowOf(office)
      : { name: choice.code, label: choice.label.in(language).source, sinonim: choice.synonyms.join('; ') }
  })
  const last = rows.findLastIndex(({ name }) => here.has(name))
  return rows.toSpliced(last + 1, 0, ...added.map(rowOf))
}

function rowOf({ code, name, short, alsoCalled }: Office) {
  const words = [name, ...alsoCalled].filter((word) => word !== short)
  return { name: code, label: short, sinonim: words.join('; ') }
}

/** The word for a choice of such a list where the kabupaten has its own; undefined: the form's word. */
export function officeWord(book: OfficeBook, regionCode: string): (list: string, code: string) => string | undefined {
  return (list, code) => {
    const office = isOfficeList(list) && book.isOffice(regionCode, code) ? book.find(regionCode, code) : undefined
    return office && isCalledOtherwise(office) ? office.short : undefined
  }
}
