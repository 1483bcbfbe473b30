import type { Page } from '../page.ts'
import { calendarPage } from './calendar.ts'
import { complaintPage, fraudCasePage } from './complaint.ts'
import { complaintsPage, fraudPage } from './complaints.ts'
import { dashboard } from './dashboard.ts'
import { digestsPage } from './digests.ts'
import { documentsPage } from './documents.ts'
import { formsPage } from './forms.ts'
import { indicatorsPage } from './indicators.ts'
import { kecamatanPage } from './kecamatan.ts'
import { mapPage } from './map.ts'
import { openingPage } from './opening.ts'
import { peoplePage } from './people.ts'
import { personPage } from './person.ts'
import { policiesPage } from './policies.ts'
import { qualityPage } from './quality.ts'
import { queuesPage } from './queues.ts'
import { remindersPage } from './reminders.ts'
import { reportPage } from './report.ts'
import { roundPage } from './round.ts'
import { roundsPage } from './rounds.ts'
import { staffItemPage } from './staff-item.ts'
import { staffItemsPage } from './staff-items.ts'
import { storiesPage } from './stories.ts'
import { synchronisationPage } from './synchronisation.ts'
import { villagePage } from './village.ts'
import { whatsappPage } from './whatsapp.ts'
import { workPlanPage } from './work-plan.ts'

/** Every page of the console. A new one is a file beside this one and a line here; the table test then asks for its rights. */
export const pages: readonly Page[] = [
  dashboard,
  roundsPage,
  roundPage,
  openingPage,
  remindersPage,
  villagePage,
  kecamatanPage,
  reportPage,
  staffItemsPage,
  staffItemPage,
  peoplePage,
  personPage,
  digestsPage,
  mapPage,
  indicatorsPage,
  qualityPage,
  synchronisationPage,
  workPlanPage,
  storiesPage,
  policiesPage,
  documentsPage,
  calendarPage,
  formsPage,
  queuesPage,
  whatsappPage,
  complaintsPage,
  complaintPage,
  fraudPage,
  fraudCasePage,
]
