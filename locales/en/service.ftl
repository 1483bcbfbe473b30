### Short replies outside the forms: strangers, permission, menu, personal data, help.

## People we do not know

stranger-welcome = { $greeting }. This is the reporting service of the { $programme } programme. This number is not enrolled yet.

    Have an invitation code? Send it here, for example: { $codeExample }, or share the contact of your own number. None yet? Please ask your village facilitator or the programme team.

    For a confidential complaint, type "pengaduan". If this is a mistake, just ignore it; we will not write again.
code-accepted = Thank you, the code fits: { $position }, { $place }.
code-expired = This code is no longer valid. Please ask your village facilitator or the programme team for a new one and send it here.
code-used = This code has been used before. If you changed your phone or number, please ask your village facilitator or the programme team for a new one.
code-unknown = Sorry, we cannot find that code. Please check the letters, for example: { $codeExample }
code-too-many = There have been several attempts. For safety, please try again in { $minutes } minutes, or ask the programme team for a new code.

## Consent, stopping, starting again

consent-reminder = Before we start we need your consent, { $sapaan }, as explained above. Reply SETUJU (I agree) or TIDAK (no).
consent-agree = SETUJU
consent-decline = TIDAK
consent-declined = Very well, { $sapaan }. We ask and keep nothing. If you change your mind, type "mulai".
stop-ask = Would you like us to stop sending messages, { $sapaan }?
stop-yes = Yes, stop
stop-no = No
stop-kept = Very well, { $sapaan }, our messages go on as usual.
stopped = Very well, { $sapaan }. We will stop writing. What was reported stays.
    To use the service again, type "mulai". To have your personal data erased, type "hapus data saya".
stopped-reminder = Our messages to you are stopped, { $sapaan }. To use the service again, type "mulai".
started-again = Welcome back, { $sapaan }. Our messages are on again; to stop them, type "berhenti".

## Menu

menu-open = A report is not finished yet: { $report }. Type "lanjut" to go on.
menu-owed = A report has not been started yet: { $report }. Type "mulai" to begin.
menu-nothing = Thank you, { $sapaan }. There is no report to fill in right now.
menu-nothing-next = The next round starts { $when }.
menu-words = Also: ringkasan (summary), ubah (change), data saya (my data), bantuan (help), pengaduan (complaint), berhenti (stop).
menu-go-on = Go on
menu-start = Start
reports-choose = There are several reports, { $sapaan }. Which one do you want to fill in?
report-name = { $title } for { $place }
report-name-part = { $title } for { $place } ({ $answered } of { $of })
report-line = What do you want to report, { $sapaan }?
report-monitoring = Fill in the monitoring report
report-complaint = Confidential complaint
complaint-referral = Thank you for contacting us. If you are in danger, call 129 or write to WhatsApp 08111-129-129 (SAPA), or call the police at 110.

    Complaints in this chat are not open yet: what is written here does not reach the complaints officer.
complaint-help = A short reply is enough, or "batal" to leave. If you need to talk now: 129 or WhatsApp 08111-129-129 (SAPA), police 110.
complaint-no-files = We keep no photos, voice or files here. If you have proof, keep it in a safe place for now.
complaint-photos-only = We keep no voice notes or files here. Please write it briefly; photos as proof may be sent.
complaint-left = The complaint is closed and nothing is kept. Reply "pengaduan" at any time to begin again.
complaint-taken = Thank you for telling us. The code of your report: { $code }
    Keep the code; delete this conversation if you need to. To learn how far it is, reply: cek { $code }
complaint-state-baru = That report has arrived; an officer has not finished reading it.
complaint-state-ditangani = An officer is dealing with that report.
complaint-state-selesai = That report has been dealt with.
complaint-state-unknown = We do not know that code. Please check it again.
complaint-alarm = There is something new in your list. Please open the console today.
complaint-alarm-urgent = IMPORTANT: there is something new in your list. Please open the console now.
who-is-writing = Who is writing?
phone-shared = This phone is now used by several people. Each time you begin, we first ask who is writing.

## My data

own-data = What we keep about you, { $sapaan }:
own-data-name = Name: { $name }
own-data-seat = Position: { $seats }
own-data-channels = Channels: { $channels }
own-data-consent = Consent { $what }: yes, { $date } (text { $version })
own-data-consent-no = Consent { $what }: no, { $date } (text { $version })
own-data-no-consent = Consent: none yet
own-data-reports = { $reports } reports with { $answers } answers, { $photos } photos
own-data-rights = To have it corrected, type "bantuan". To stop our messages, type "berhenti". To have it erased, type "hapus data saya".
deletion-ask = If it is erased, your name, number and messages are gone, { $sapaan }. The village's figures stay, without a name. Erase it now?
deletion-yes = Yes, erase my data
deletion-no = No, keep it
deletion-noted = Your request is noted. Staff will erase your data, { $sapaan }, within 3x24 hours: { $when }. From now on we will not write again.
deletion-kept = Very well, { $sapaan }, your data stays.

## Language

language-ask = Which language do you want to use?
language-name = English
language-set = From now on we use English.

## What cannot be read yet

unsupported-sticker = Thank you, { $sapaan }. We cannot read stickers yet; please write.
unsupported-call = Sorry, calls cannot be answered here. Please write, or type "bantuan" to be contacted by staff.
unsupported-unreadable = Sorry, { $sapaan }, your last message could not be opened on our side. Please send it once more.
unsupported-other = Thank you, { $sapaan }. We cannot read that kind of message yet; please write.
file-too-big = Sorry, { $sapaan }, the file is too big (at most { $megabytes } MB). Please send a smaller one, such as an ordinary photo.
file-lost = Sorry, { $sapaan }, we could not open the photo or file you sent before. Please send it once more.
access-closed = Sorry, { $sapaan }, this number cannot use the service at present. If that is a mistake, please contact the { $programme } team.
parked = Sorry, { $sapaan }, we could not process that message. Staff have been told and your earlier answers are safe. To go on, type "lanjut".

## Help from a person

help-noted = { $who } will contact you, { $sapaan }, by { $when } (one working day).
help-noted-already = We have your request for help, { $sapaan }. { $who } will contact you by { $when }.
wrong-contact-noted = Thank you, it is noted. The programme team will check it.
help-by-team = The programme team
staff-message = Message from { $who }:
    { $text }

## A new number or account

claim-ask = { $sapaan }, somebody asks to use a new { $channel } number or account in the name of { $who } ({ $seat }).
claim-ask-account = The account calls itself: { $account }.
claim-ask-hint = Please ask them first, then answer here: do they really use a new number?
claim-yes = Yes, right
claim-no = No
claim-noted = Thank you. For safety we first ask the sub-district or the programme team about this number. Once it is confirmed, we tell you here.
claim-warning = Somebody asks to use a new number in the name of { $name } ({ $seat }). If that is not you, type "bantuan" now.
claim-confirmed = Thank you, { $sapaan }. This number is confirmed for { $seat }. To fill in or go on with a report, type "mulai".
claim-refused = We are sorry, this number was not confirmed. Please contact the village facilitator or the programme team.
claim-ended = This number is no longer used for { $seat }: a new one took its place. If that is wrong, please contact the programme team.
claim-decided-yes = Thank you, { $sapaan }. The new number is in use; the old one has stopped.
claim-decided-no = Thank you, { $sapaan }. The new number is not used; the old one stays.
claim-decided-already = Somebody has answered that already, thank you.
claim-not-yours = That is answered by the sub-district or the programme team.
new-number-code = All right, { $sapaan }. On the new phone or account, open this bot and send the code: { $code }
    After that we first ask the sub-district or the team. Until it is confirmed, this number stays valid.
new-number-who = All right. May we have the name, position and village? Example: Basri, Raja Negeri, Amarsekaru

## Letting somebody else write

delegate-who = All right, { $sapaan }. Who shall write the report for you?
delegate-how-long = How long shall { $name } write for you?
delegate-round = This round only
delegate-until = Until I take it back
delegate-ask-round = { $sapaan }, { $name } ({ $seat }) asks you to write the monitoring report of this round for them. Are you willing?
delegate-ask-until = { $sapaan }, { $name } ({ $seat }) asks you to write the monitoring reports from now on, until taken back. Are you willing?
delegate-yes = Yes, willing
delegate-no = Not now
delegate-asked = All right, { $sapaan }. We ask { $name } first; you will hear the answer here.
delegate-there = { $name } writes this report already. To take it back, type "wakilkan batal".
delegate-there-asked = We asked { $name }, who has not answered yet. To take it back, type "wakilkan batal".
delegate-nobody = Nobody else of this place is enrolled. Ask the facilitator or the programme team to enrol them first.
delegate-nothing = Nobody writes for you now. To let somebody write, type "wakilkan".
delegate-taken = Thank you, { $sapaan }. To begin or go on with the report, type "mulai". To stop writing for them, type "wakilkan batal".
delegate-declined = All right, { $sapaan }. We pass it on.
delegate-gone = That request was taken back, thank you.
delegate-answer-yes = { $sapaan }, { $name } is willing to write the report. To take it back, type "wakilkan batal".
delegate-answer-no = { $sapaan }, { $name } cannot write the report now. To choose somebody else, type "wakilkan".
delegate-ended = All right, { $sapaan }. It is taken back. The answers that are there stay.
delegate-stopped = { $sapaan }, writing the report for { $seat } was ended by { $name }. The answers that are there stay.
delegate-written = { $sapaan }, the report for { $place } was sent by { $name } on your behalf. To see it, type "ringkasan".
holding-ended = { $sapaan }, your time as { $seat } in this service has ended. Thank you very much for the reports.

## Groups

group-welcome = Thank you for the invitation. To get the weekly digest in this group, a coordinator or programme staff types /hubungkan. We keep nothing of what is said in the group.
group-help = In this group: /ringkasan for the digest of the round, /siapa_belum for how many villages have reported in each sub-district, /putuskan to stop. There are only counts here, no names of people.
group-code = A group is connected by a coordinator or programme staff. Please let them type in their own chat with this bot: hubungkan { $code }
    The code is good for a day.
group-choose = Whom is this group for?
group-choose-line = { $n }. { $name }: { $word } { $n }
group-bound = This group now gets the digest of { $name }, every Monday. It holds counts only, no names of people. To see it now, type /ringkasan.
group-bound-by-you = All right, the group is connected to { $name }.
group-code-unknown = We did not find that group code, or it is older than a day. Type /hubungkan in the group once more.
group-not-bound = This group is not connected. A coordinator or programme staff can type /hubungkan.
group-ended = All right, the weekly digest is not sent to this group any more.
group-nothing = There is no round to tell of yet.

## Consent texts that are new

consent-kind-reporting = to reporting
consent-kind-contact = to being contacted
consent-kind-photo = to photos
consent-kind-story = to stories
consent-kind-group = to joining a group
consent-again =
    { $sapaan }, the consent { $what } has a new text:

    { $text }

    Do you agree? Reply SETUJU or TIDAK.
consent-kept = Thank you, { $sapaan }. It is noted; see it at any time with "data saya".
consent-refused-reporting = All right, { $sapaan }. We will not ask any more. What was sent is kept; reply "hapus data saya" to erase it, or "mulai" if you change your mind.
consent-refused-contact = All right, { $sapaan }. We will not write any more. Reply "mulai" if you change your mind.
consent-refused-photo = All right, { $sapaan }. We no longer use your photos. Reports go on without photos.
consent-refused-story = All right, { $sapaan }. We do not publish your stories; those that are out are to be taken down.
consent-refused-group = All right, { $sapaan }. Never mind; reports go on as usual.
