import type { Staff } from './staff.ts'

/** Coordination in the kecamatan after the first round, as it was reported: dates by session, persons by kabupaten. */
const held: Readonly<
  Record<string, { readonly sum: string; readonly sessions: Readonly<Record<string, readonly string[]>> }>
> = {
  '81.05': {
    sum: '79L 38P',
    sessions: {
      '81.05.15': ['2024-08-10'],
      '81.05.04': ['2024-08-12', '2024-08-13', '2024-08-14'],
      '81.05.11': ['2024-08-14'],
      '81.05.09': ['2024-08-09'],
    },
  },
  '53.18': {
    sum: '89L 37P',
    sessions: {
      '53.18.01': ['2024-08-06'],
      '53.18.07': ['2024-08-02'],
      '53.18.08': ['2024-08-07'],
      '53.18.06': ['2024-08-01'],
      '53.18.11': ['2024-08-05'],
      '53.18.04': ['2024-08-05'],
      '53.18.05': ['2024-08-03'],
      '53.18.10': ['2024-08-02'],
      '53.18.03': ['2024-08-06'],
      '53.18.02': ['2024-08-05'],
    },
  },
}

export const firstRound = '2024-07'

/** The team enters what was held before the programme had this register. */
export async function enterAugust2024(staff: Staff): Promise<void> {
  for (const [kabupaten, { sum, sessions }] of Object.entries(held)) {
    const last = Object.values(sessions).flat().toSorted().at(-1)!
    for (const [kecamatan, dates] of Object.entries(sessions))
      await staff.types(
        ...['meeting', 'add', 'koordinasi_kecamatan', kecamatan, '--round', firstRound],
        ...['--on', dates[0]!, '--until', dates.at(-1)!],
        ...dates.flatMap((on) => ['--session', on]),
      )
    await staff.types(
      ...['meeting', 'add', 'koordinasi_kecamatan', kabupaten, '--round', firstRound, '--on', last, '--sum', sum],
    )
  }
}
