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
