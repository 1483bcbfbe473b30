### What the system starts: invitations, reminders by state, notices to camat, facilitator, team.

for-person = For { $name }:

invitation = { $greeting }, { $sapaan } { $name }. It is time for { $title } round { $round } of { $place }. It is due { $due }.
    It takes about 10 minutes and can be done in parts. Shall we start now?
invitation-totals = { $greeting }, { $sapaan } { $name }. { $in } of { $of } villages have reported, so { $title } for { $place } can be filled in. It is due { $due }.
    The villages' results are already added up and only need your check. Shall we start now?
invitation-start = Start
invitation-later = Later
invitation-not-me = Not me

reminder-not-started = { $greeting }, { $sapaan }. { $title } for { $place } has not been started. It is due { $due }.
    It takes about 10 minutes and can be done in parts. Start now?
reminder-half-done = { $greeting }, { $sapaan }. { $title } for { $place } is well under way: { $answered } of { $of } answered. It is due { $due }.
    Shall we go on?
reminder-half-done-at = { $greeting }, { $sapaan }. { $title } for { $place } has come to activity { $index }, { $name }. It is due { $due }.
    Shall we go on from there?
reminder-photo = { $greeting }, { $sapaan }. { $title } for { $place } only waits for a photo. Send it here, or type "lewati" if there is none. It is due { $due }.
reminder-recap = { $greeting }, { $sapaan }. { $title } for { $place } is complete and only needs to be checked and sent. It is due { $due }.
    Shall we look at the summary?
reminder-returned = { $greeting }, { $sapaan }. { $who } asks you to look again at { $n ->
    [one] one answer
   *[other] { $n } answers
} of { $title } for { $place }.
    Only that is asked. Is now a good time?
reminder-go-on = Go on
returned-by-camat = { $sapaan } Camat
returned-by-team = The programme team

debts = { $greeting }, { $sapaan }. { $n } reports are waiting. Which one first?
debt-not-started = { $place }, { $title }: not started, due { $due }
debt-half-done = { $place }, { $title }: { $answered } of { $of }, due { $due }
debt-photo = { $place }, { $title }: only the photo, due { $due }
debt-recap = { $place }, { $title }: only to be sent, due { $due }
debt-returned = { $place }, { $title }: { $n } to look at again
due-passed = { $when } (already past)

escalation-camat = { $greeting }, { $sapaan } Camat. { $title } was due { $due }. { $in } of { $of } villages have reported; not yet:
escalation-camat-hint = To remind a village, type "siapa belum".
escalation-fasilitator = { $greeting }, { $sapaan }. { $title } was due { $due }. Not yet reported:
escalation-fasilitator-hint = Please get in touch with them. Where the signal is poor, the report can be filled in by phone: type "isi untuk desa" and the name.
escalation-staff = Team { $kabupaten }: { $title } was due { $due }. { $n } places have not reported yet:
escalation-line = • { $place }
escalation-line-half = • { $place } (started, { $answered } of { $of })
escalation-line-nobody = • { $place } (no contact yet)
escalation-more = … and { $n } more

round-opened-camat = { $greeting }, { $sapaan } Camat. { $title } round { $round } is open for { $n } villages in { $place }, due { $due }. The villages are contacted directly; there is nothing for you to fill in yet, { $sapaan }.
