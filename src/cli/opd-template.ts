import { officeTemplate } from '../app/import-templates.ts'
import { templateCommand } from './import-command.ts'

export const command = templateCommand('opd.xlsx', officeTemplate)
