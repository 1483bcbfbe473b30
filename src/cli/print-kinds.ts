import { matrixRound } from '../app/matrix.ts'
import { printBlankForm } from '../app/print-blank-form.ts'
import { printBriefing } from '../app/print-briefing.ts'
import { printLeaflet } from '../app/print-leaflet.ts'
import { printMatrix } from '../app/print-matrix.ts'
import { printMeetingPack, printMinutes } from '../app/print-meeting.ts'
import { printPlan } from '../app/print-plan.ts'
import { printReport } from '../app/print-report.ts'
import { printRound } from '../app/print-round.ts'
import { printStory } from '../app/print-story.ts'
import type { Services } from '../app/services.ts'
import type { Paper } from '../documents/paper.ts'
import { isRegionCode } from '../domain/regions.ts'
import { UsageProblem } from '../lib/problem.ts'
import { type RoundRow, requireRound } from '../store/rounds.ts'
import { idFrom } from './meeting-options.ts'

/** What "kentongan print" prints, by its word. */
export interface PrintRequest {
  /** What follows the word: a region code or a number; '' where it needs none. */
  readonly code: string
  readonly round?: string | undefined
  readonly depth: 'core' | 'full'
  readonly year?: string | undefined
  readonly bot?: string | undefined
  readonly number?: string | undefined
  readonly names: boolean
  /** The number of a letter. */
  readonly letter?: string | undefined
}

interface PrintKind {
  /** Also as a workbook, one sheet a table. */
  readonly workbook?: true
  print(services: Services, request: PrintRequest, now: number): Promise<Printed>
}

interface Printed {
  readonly paper: Paper
  /** The round it is about, where it is about one. */
  readonly round?: string
}

export const printKinds: Readonly<Record<string, PrintKind>> = {
  matriks: {
    workbook: true,
    print: (services, request, now) =>
      ofRound(services, request, ({ regionCode, round }) =>
        printMatrix(services, services.db, { regionCode, round }, now),
      ),
  },
  laporan: {
    print: (services, request) =>
      ofRound(services, request, ({ regionCode, round }) =>
        printReport(services, services.db, { regionCode, roundCode: round.code }),
      ),
  },
  isian: {
    print: (services, request, now) =>
      ofRound(services, request, (where) =>
        printBlankForm(services, services.db, { ...where, depth: request.depth }, now),
      ),
  },
  vlp: {
    print: async (services, { code, year }) => ({
      paper: await printPlan(services, services.db, {
        regionCode: regionFrom(code),
        ...(year !== undefined && { year: Number(year) }),
      }),
    }),
  },
  cerita: {
    print: async (services, { code }) => ({
      paper: await printStory(services, services.db, idFrom(code, 'the number of the story')),
    }),
  },
  rapat: {
    workbook: true,
    print: async (services, { code, names }, now) => ({
      paper: await printMeetingPack(
        services,
        services.db,
        { meetingId: meetingFrom(code), names },
        { now, actor: 'cli' },
      ),
    }),
  },
  putaran: {
    workbook: true,
    print: (services, request, now) =>
      ofRound(services, request, ({ regionCode, round }) =>
        printRound(services, services.db, { round, kabupatenCode: regionCode }, now),
      ),
  },
  ringkas: {
    print: (services, request, now) =>
      ofRound(services, request, (where) => printBriefing(services, services.db, where, now)),
  },
  'berita-acara': {
    print: async (services, { code, letter }) => ({
      paper: await printMinutes(services, services.db, { meetingId: meetingFrom(code), letterNumber: letter }),
    }),
  },
  selebaran: {
    print: async (services, { bot, number: whatsapp }) => ({
      paper: await printLeaflet(services, {
        ...(bot !== undefined && { telegram: `t.me/${bot.replace(/^@/, '')}` }),
        ...(whatsapp !== undefined && { whatsapp }),
      }),
    }),
  },
}

/** A paper about a place in a round: the one that is named, else the newest. */
async function ofRound(
  services: Services,
  { code, round: named }: PrintRequest,
  print: (where: { readonly regionCode: string; readonly round: RoundRow }) => Promise<Paper>,
): Promise<Printed> {
  const regionCode = regionFrom(code)
  const round =
    named === undefined ? await matrixRound(services.db, regionCode) : await requireRound(services.db, named)
  if (!round) throw new UsageProblem('There is no round yet: make one with "kentongan round create".')
  return { paper: await print({ regionCode, round }), round: round.code }
}

function regionFrom(code: string): string {
  if (!isRegionCode(code)) throw new UsageProblem(`"${code}" is no region code such as 81.05.15 or 81.05.15.2003.`)
  return code
}

const meetingFrom = (code: string) => idFrom(code === '' ? undefined : code, 'the number of the meeting')
