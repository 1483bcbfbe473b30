import { formatNumber } from '../bahasa/index.ts'
import { fundingSources, livelihoodFields } from '../domain/activities.ts'
import type { PlannedProperty } from '../domain/plan-versions.ts'
import type { Sql } from '../store/database.ts'
import { findLatestForm } from '../store/form-versions.ts'
import { monthWords } from '../wording/when.ts'
import type { Services } from './services.ts'

/** How a property of an activity is said: "Rp 7.500.000", "Maret 2025", "Dana Desa/ADD". */
export type PlanWords = (name: PlannedProperty, value: string, properties: Readonly<Record<string, string>>) => string

export async function planWords(services: Services, sql: Sql, language: string): Promise<PlanWords> {
  const version = await findLatestForm(sql, 'pemutakhiran_vlp')
  const documents = (version && (await services.forms.get(sql, version.id)).source.choices.dokumen) ?? []
  const coded = (words: readonly { readonly code: string; readonly label: string }[], value: string) =>
    value
      .split(' ')
      .map((code) => words.find((word) => word.code === code)?.label ?? code)
      .join(', ')
  const speech = { texts: services.texts, language, zone: 'Asia/Makassar' }
  return (name, value, properties) => {
    if (value === '') return ''
    switch (name) {
      case 'bidang':
        return coded(livelihoodFields, value)
      case 'sumber':
        return coded(fundingSources, value)
      case 'dokumen_desa':
        return [documents.find((d) => d.name === value)?.label?.id ?? value, properties.tahun_rkpdes]
          .filter((word) => word)
          .join(' ')
      case 'mulai':
      case 'selesai':
        return /^\d{4}-\d{2}/.test(value) ? monthWords(value.slice(0, 7), speech).trim() : value
      case 'biaya':
        return /^\d+$/.test(value) ? `Rp ${formatNumber(Number(value))}` : value
      case 'target':
        return [/^[\d.]+$/.test(value) ? formatNumber(Number(value)) : value, properties.satuan]
          .filter(Boolean)
          .join(' ')
      default:
        return value
    }
  }
}
