import { wordsTemplate } from '../app/import-templates.ts'
import { templateCommand } from './import-command.ts'

export const command = templateCommand('kata.xlsx', wordsTemplate)
