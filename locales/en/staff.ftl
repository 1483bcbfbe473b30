### For the camat and the team: who has not reported, reminding, opening rounds.

late-list = { $place }: { $in } of { $of } villages have reported. Not yet:
late-line = { $n }. { $place }
late-line-half = { $n }. { $place } (started)
late-hint = Shall we remind one? Choose the village, or reply with its number.
late-none = { $place }: all { $of } villages have reported. Thank you, { $sapaan }.
late-no-round = No round is open for { $place } right now.
nudge-button = { $n }. { $place }
nudge = { $greeting }, { $sapaan }. { $who } asks about { $title } for { $place }. It is due { $due }.
    It takes about 10 minutes and can be done in parts. Start now?
nudge-by-camat = The camat of { $kecamatan }
nudged = { $place } has been reminded.
nudged-later = { $place } will be reminded { $when }.
nudged-already = { $place } was reminded today already; tomorrow again.
nudged-nobody = { $place } has no contact here yet. The programme team has been told.

rounds = Rounds:
rounds-none = There is no round yet. The team can make one in the console.
rounds-line = { $n }. { $code }: { $state }, due { $due }
round-state-draft = not opened
round-state-open = open
round-state-closed = closed
rounds-hint = Reply with a number to see who would be contacted.
round-status = Round { $code } is open until { $due }: { $in } of { $of } reports are in, { $half } are being filled in, { $late } are late.
round-preview = Round { $code }, due { $due }. If it is opened:
round-preview-invited = • { $n } invitations leave from { $when }
round-preview-channel = • by { $channel }: { $n }
round-preview-waiting = • { $n } sub-districts wait for their villages
round-preview-unreachable = • { $n } places have no contact yet: { $places }
round-preview-ask = Open this round?
round-open-yes = Yes, open it
round-open-no = Cancel
round-opened = Round { $code } is open. { $n } invitations leave from { $when }. Until then it can still be cancelled in the console.
round-not-opened = Round { $code } was not opened.
round-open-refused = Round { $code } cannot be opened: { $reason }

## Filling in for a village by telephone

fill-in-which = Which one?
fill-in-nothing = { $place }: there is no report that can be filled in from here now. Please check the village's name, for example: isi untuk desa Karay
fill-in-verified = { $place }: its report was verified and is not changed any more.
fill-in-busy = { $name } is writing it, last { $minutes } minutes ago. Go on from here?
fill-in-anyway = Yes, go on here
fill-in-starts = Filling in for { $place }, recorded as helped.
fill-in-done = { $sapaan }, the report for { $place } was filled in by telephone by { $name }. To see it, type "ringkasan".

## What the team does every week

work-extended = All right, { $place } ({ $n } villages) is due { $due } now.
work-excused = All right, { $place } ({ $n } villages) owes nothing in round { $code }.
work-included = All right, { $place } ({ $n } villages) owes its report in round { $code } again.
work-reopened = All right, round { $code } is open again.
work-opening-cancelled = All right, the opening of round { $code } is taken back. Nobody was contacted.
work-closed = All right, round { $code } is closed. Reports that come later are kept.
work-paused = Sending is paused. Replies still leave.
work-resumed = Sending goes on. What is still of use will be sent.
work-undo-hint = If that was wrong, type "urungkan".
work-undone-extend = All right, the due date is as it was.
work-undone-excuse = All right, the village owes its report again.
work-undone-include = All right, the village owes nothing again.
work-undone-open = All right, the round is not opened.
work-undone-close = All right, the round is open again.
work-undone-reopen = All right, the round is closed again.
work-refused = That cannot be done here. Please look in the console.
work-refused-under-way = This round is under way: somebody was contacted or has begun. Type "tutup putaran" and its code, or "hentikan pengiriman".
work-refused-state = That round is not in a state for this. To see it, type /putaran
work-refused-round = There is no round with that code. To see them, type /putaran
work-refused-no-round = No round is open now.
work-refused-date = That date is past. Example: perpanjang desa Karay sampai 21 Agustus
work-refused-place = That place owes nothing in this round.
work-refused-undo = Nothing of the last day can be taken back.
work-refused-reason = Please say why. Example: bebaskan desa Karay karena banjir
work-date-again = The date was not understood, or is past. Example: perpanjang desa Karay sampai 21 Agustus
work-place-again = That place is not in your area. Example: desa Karay, or kecamatan Teluk Waru
work-place-several = There are several places of that name. Please choose in the console, or name the kecamatan.

help-kind-help = asked for help
help-kind-claim = new number
help-kind-wrong-contact = wrong contact
help-kind-erase = asks for erasure
help-kind-stopped = asked to stop
help-list = Waiting for help:
help-list-line = { $id }. { $who }: { $kind }, since { $when }
help-list-more = … and more, in the console
help-list-hint = To answer: jawab { $id } and your message. When done: beres { $id }
help-list-none = Nobody waits for help.
help-answered = Your message goes to { $name }. When done: beres { $id }
help-nobody = That person cannot be reached here. Please call.
help-closed = All right, marked as done.
help-unknown = That number is not on the list. To see it, type "daftar bantuan".
voice-list = Spoken answers that nobody has typed (listen in the console):
voice-list-line = { $id }. { $place }: { $question }
voice-list-hint = To type one: transkrip { $id } and what is said.
voice-list-none = All spoken answers have been typed.
voice-transcribed = All right, it is kept in the report of { $place }, beside the voice.
voice-unknown = That number is not on the list. To see it, type "daftar suara".

## One village, when somebody asks ("lihat desa Karay")

village-title = { $place }, Kecamatan { $kecamatan }, round { $round }
village-state-waiting = Report: not yet due to begin, due { $due }.
village-state-open = Report: not started, due { $due }.
village-state-half-done = Report: being filled in, due { $due }.
village-state-late = Report: not in, it was due { $due }.
village-state-returned = Report: the village is correcting it.
village-state-submitted = Report: in since { $date }, not checked yet.
village-state-verified = Report: in since { $date }, checked.
village-state-excused = Report: not asked for in this round.
village-state-not-in = Report: not in yet.
village-late = It came after the due date.
village-two-reports = There are two reports, of the raja and the kepala desa. Both are on the console; this is the one that counts.
village-attendance = Present: { $total } people ({ $men } men, { $women } women).
village-activity = { $n }. { $name }: { $stands }
village-activity-percent = { $status }, { $percent }%
village-activity-unknown = not answered yet
village-constraints = { "   " }Constraints: { $list }
village-support = { "   " }Needs: { $list }
village-which = Which village would you like to see? For example: lihat desa Karay
village-unknown = Village "{ $place }" was not found in this area. Please check the name, for example: lihat desa Karay
village-not-in-round = { $place } is not part of round { $round }.
village-sums-only = { $sapaan }, what can be seen here are sums per kecamatan. Type "ringkasan".
on-request-no-round = { $sapaan }, there is no round to summarise yet.
on-request-too-large = { $sapaan }, the summary of all kabupaten is on the console, and is sent every Monday. For one village, for example: lihat desa Karay

policy-first = { $greeting }, { $sapaan } { $name }. Here is something that everybody who works with this programme should read.
policy-again = { $greeting }, { $sapaan } { $name }. Please take a moment to read this.
policy-ask = Reply "sudah" when you have read it.
policy-read = I have read it
policy-thanks = Thank you, { $sapaan }. It is noted.
policy-later = All right, { $sapaan }. The message stays above; reply "sudah" when you have read it.
policy-pseah = Nobody who works for this programme may ask for money, goods or anything personal in return for aid, or harass anybody. Aid need not be repaid with anything. If you see or suffer it, type "pengaduan" at any time. Special officers read it, no name is needed, and nobody comes to harm for reporting.
policy-anak = Children are protected in everything the programme does. Take no photos of children without their parents’ consent, be alone with no child behind closed doors, and let no child work. If you worry about a child, type "pengaduan" at any time, or call SAPA 129.
policy-antikorupsi = The programme’s aid costs nothing, and nothing is taken off it. Goods that come are counted together, and everybody may ask how many. If money is asked for or something is missing, type "pengaduan" and choose money or goods. Only the anti-fraud officers read it.
policy-lain = Please read this message of the programme’s team.

story-ask-own = { $greeting }, { $sapaan } { $name }. We have written the story you told. Please read it first:
story-ask-of-others = { $greeting }, { $sapaan } { $name }. We have written the story you told. Please read it to those it is about:
story-ask-media = May it be published in BaKTI’s media like this?
story-ask-internal = May it be used within the programme like this?
story-yes = Yes
story-no = Not yet
story-approved = Thank you, { $sapaan }. Your approval is noted. To take it back at any time, type "tarik cerita".
story-not-approved = All right, { $sapaan }. This story is not published, and the team will ask what should change.
story-withdrawn = All right, { $sapaan }. The story is taken back and used no more. If it is out already, the team takes it down.
story-none = No story of yours is in use, { $sapaan }.
story-which = Which story is to be taken back, { $sapaan }?
story-untitled = Story number { $id }
doc-story = Story of change
doc-story-nobody = Somebody of { $place }

## Failure to protect personal data

breach-kind-identitas = name and position
breach-kind-nomor = telephone number and account
breach-kind-percakapan = words of conversations
breach-kind-jawaban = answers of reports
breach-kind-foto = photos and voice notes
breach-kind-pengaduan = complaints
breach-told = { $greeting }, { $sapaan } { $name }. We are sorry: data of yours that we keep ({ $kinds }) may have been seen by others.
breach-told-handling = What we do: { $handling }
breach-told-advice = Please be careful when somebody asks for money, codes or data in the name of this programme. Questions: reply "bantuan" or contact { $contact }.
