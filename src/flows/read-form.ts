import type { Finding } from './form.ts'
import type { FormSource } from './form-source.ts'
import { readXlsForm } from './xlsform/read.ts'
import { tableKindOf } from './xlsform/tables.ts'
import { readYaml } from './yaml/read.ts'

/**
 * Reads a form of any kind, told by its content and not by its name: YAML, a workbook, .csv, markdown tables.
 * @param fallbackId the form's id when it names none, such as the file's name
 */
export function readForm(
  file: Uint8Array | string,
  fallbackId?: string,
): { source: FormSource; warnings?: readonly Finding[] } | { findings: Finding[] } {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  if (bytes.every((byte) => byte <= 32))
    return { findings: [{ level: 'error', code: 'empty', message: 'The file is empty.' }] }
  if (tableKindOf(bytes) !== undefined) return readXlsForm(bytes, fallbackId)
  if (bytes.includes(0))
    return {
      findings: [
        {
          level: 'error',
          code: 'unreadable',
          message: 'This is no form: give a .yaml file, a workbook (.xlsx, .xls), a .csv file or markdown tables.',
        },
      ],
    }
  return readYaml(new TextDecoder().decode(bytes))
}
