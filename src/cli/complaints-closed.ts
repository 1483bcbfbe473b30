/** Why no complaint is taken in: people get the numbers of others who help. */
export const complaintsClosed = {
  key: 'SEALED_KEY is not set: confidential complaints are not taken in; people get referral numbers.',
  officer: 'nobody holds the seat petugas_pseah of the whole programme: confidential complaints are not taken in.',
} as const
