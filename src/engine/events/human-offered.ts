/** After three failed tries, or when "bantuan" is asked twice: shall a person help? */
export interface HumanOffered {
  readonly kind: 'human-offered'
  readonly step: number
  readonly path: string
}
