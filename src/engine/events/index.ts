/**
 * What happened in a conversation, in the past tense. The engine returns these and nothing else; `app` turns them into
 * rows, `wording` into sentences. Texts in them are the form's own, already rendered in the session's language; every
 * other sentence belongs to `locales/`.
 *
 * Buttons of an event carry its `step` and an index. Choices, lines and options count from 0 as listed. Otherwise:
 * 0 ya, 1 ubah (confirmation, recap); 0 all same, 1 some changed (overview); 0 yes, 1 no (human, another item);
 * 0 answer, 1 command (command-questioned); 0 this evening, 1 tomorrow morning, 2 no time (pause). `press.ts` has
 * those that stand beside the choices of any question.
 */
import type { AllAsked } from './all-asked.ts'
import type { AnswerCleared } from './answer-cleared.ts'
import type { AnswerRecorded } from './answer-recorded.ts'
import type { AnswerRefused } from './answer-refused.ts'
import type { AnswerSkipped } from './answer-skipped.ts'
import type { ChangeChoiceAsked } from './change-choice-asked.ts'
import type { CommandQuestioned } from './command-questioned.ts'
import type { ConcernNoticed } from './concern-noticed.ts'
import type { ConfirmationAsked } from './confirmation-asked.ts'
import type { ContactDenied } from './contact-denied.ts'
import type { EntityChanged } from './entity-changed.ts'
import type { FollowOnNoted } from './follow-on-noted.ts'
import type { HelpGiven } from './help-given.ts'
import type { HouseCommandChosen } from './house-command-chosen.ts'
import type { HumanOffered } from './human-offered.ts'
import type { HumanRequested } from './human-requested.ts'
import type { ItemsKept } from './items-kept.ts'
import type { NoteSaid } from './note-said.ts'
import type { NothingToUndo } from './nothing-to-undo.ts'
import type { OverviewShown } from './overview-shown.ts'
import type { PauseAsked } from './pause-asked.ts'
import type { PhotoKept } from './photo-kept.ts'
import type { QuestionAsked } from './question-asked.ts'
import type { ReasonAsked } from './reason-asked.ts'
import type { RecapShown } from './recap-shown.ts'
import type { ReportCorrected } from './report-corrected.ts'
import type { ReportSubmitted } from './report-submitted.ts'
import type { RestLeft } from './rest-left.ts'
import type { SessionPaused } from './session-paused.ts'
import type { SessionResumed } from './session-resumed.ts'
import type { StalePressed } from './stale-pressed.ts'

export type { AllAsked } from './all-asked.ts'
export type { AnswerCleared } from './answer-cleared.ts'
export type { AnswerRecorded } from './answer-recorded.ts'
export type { AnswerRefused } from './answer-refused.ts'
export type { AnswerSkipped } from './answer-skipped.ts'
export type { ChangeChoiceAsked } from './change-choice-asked.ts'
export type { ChoiceShown } from './choice-shown.ts'
export type { CommandQuestioned } from './command-questioned.ts'
export type { ConcernNoticed } from './concern-noticed.ts'
export type { ConfirmationAsked } from './confirmation-asked.ts'
export type { ContactDenied } from './contact-denied.ts'
export type { EntityChanged } from './entity-changed.ts'
export type { FollowOnNoted } from './follow-on-noted.ts'
export type { HelpGiven } from './help-given.ts'
export type { HouseCommandChosen } from './house-command-chosen.ts'
export type { HumanOffered } from './human-offered.ts'
export type { HumanRequested } from './human-requested.ts'
export type { ItemsKept } from './items-kept.ts'
export type { NoteSaid } from './note-said.ts'
export type { NothingToUndo } from './nothing-to-undo.ts'
export type { OverviewShown } from './overview-shown.ts'
export type { PauseAsked } from './pause-asked.ts'
export type { PhotoKept } from './photo-kept.ts'
export type { QuestionAsked } from './question-asked.ts'
export type { ReasonAsked } from './reason-asked.ts'
export type { RecapLine } from './recap-line.ts'
export type { RecapShown } from './recap-shown.ts'
export type { ReportCorrected } from './report-corrected.ts'
export type { ReportSubmitted } from './report-submitted.ts'
export type { RestLeft } from './rest-left.ts'
export type { SessionPaused } from './session-paused.ts'
export type { SessionResumed } from './session-resumed.ts'
export type { StalePressed } from './stale-pressed.ts'

export type EngineEvent =
  | QuestionAsked
  | AnswerRecorded
  | AnswerSkipped
  | AnswerCleared
  | AnswerRefused
  | ConfirmationAsked
  | ReasonAsked
  | CommandQuestioned
  | OverviewShown
  | ItemsKept
  | RecapShown
  | ChangeChoiceAsked
  | AllAsked
  | HelpGiven
  | HouseCommandChosen
  | HumanOffered
  | HumanRequested
  | PauseAsked
  | SessionPaused
  | SessionResumed
  | ReportSubmitted
  | ReportCorrected
  | StalePressed
  | NothingToUndo
  | ContactDenied
  | ConcernNoticed
  | EntityChanged
  | FollowOnNoted
  | NoteSaid
  | PhotoKept
  | RestLeft
