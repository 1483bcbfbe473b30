/** An entity is to be created or changed when the report is submitted. */
export interface EntityChanged {
  readonly kind: 'entity-changed'
  readonly list: string
  readonly entityId: string
  readonly create: boolean
  readonly label?: string
  readonly values: Readonly<Record<string, string>>
}
