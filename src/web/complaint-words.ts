import type { ComplaintKind, ComplaintState } from '../domain/complaints.ts'

/** Which sentence of the console says what, on the list and on the page of a case. */
export const complaintKindKeys: Readonly<Record<ComplaintKind, string>> = {
  perilaku: 'console-complaint-perilaku',
  anak: 'console-complaint-anak',
  uang: 'console-complaint-uang',
  lain: 'console-complaint-lain',
  bicara: 'console-complaint-bicara',
}

export const complaintStateKeys: Readonly<Record<ComplaintState, string>> = {
  baru: 'console-complaint-baru',
  ditangani: 'console-complaint-ditangani',
  selesai: 'console-complaint-selesai',
}
