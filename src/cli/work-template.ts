import { workTemplate } from '../app/import-templates.ts'
import { templateCommand } from './import-command.ts'

export const command = templateCommand('rencana-kerja.xlsx', workTemplate)
