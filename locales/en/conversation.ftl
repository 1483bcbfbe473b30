### What is said around the questions. The questions themselves are in the forms (flows/).
### Short, polite, never blaming.

## What was understood, at the head of the reply

heard = Noted: { $echo }.
heard-number = Noted: { $echo }.
heard-about = Noted: about { $echo }.
heard-same = Noted, still the same: { $echo }.
heard-changed = Changed to: { $echo }.
heard-several = Noted:
rest-left = Not noted yet: { $text }. We will take it one by one.
photo-kept = Thank you, the photo is kept for the question about photos ({ $kept }, at most { $most }).
heard-photo = Thank you, the photo has arrived.
heard-voice = Thank you, the voice message has arrived.
skipped = Skipped.
taken-back = Back to the question before.
kept-some = { $n ->
    [one] One activity stays
   *[other] { $n } activities stay
} as in the last round. Now number { $open }.
kept-all = All activities stay as in the last round.
corrected = The correction is noted.

## Questions

progress = ({ $at } of { $of })
item = Activity { $index } of { $count }: { $name }
item-without-name = Activity { $index } of { $count }
part = Part { $index } of { $count }: { $name }
part-without-name = Part { $index } of { $count }
part-grown = Number { $index }
list-part = These are { $from } to { $to } of { $of }. Type a name to search, or "lagi" for the next ones.
list-found = What fits "{ $text }":
list-found-hint = Reply with its number. If it is not there, type another name.
list-found-more = There are more. Type more of the name, or reply with a number.
scale = A number from { $from } to { $to }.
rank-hint = Put all of them in order, the first one first, for example: { $example }
suggested-same = Filled in already: { $value }. Reply "sama" if it is right, or write another.
suggested-same-choice = Filled in already: { $value }. Reply "sama" if it is right.
example = Example: { $example }
several-example = Example: 1 3
several-said = more than one
several-hint = You may choose several, for example: 1 3
previous-same = Last round: { $value }. Reply "sama" if unchanged, or write the new one.
previous-same-choice = Last round: { $value }. Reply "sama" if unchanged.
present-same = Noted so far: { $value }. Reply "sama" to keep it, or write the new one.
present-same-choice = Noted so far: { $value }. Reply "sama" to keep it.
optional-hint = You may skip this: type "lewati".
voice-hint = A voice message is fine too.
because-relevant = One more question belongs to it now:
because-returned = Please look at this answer again.
because-returned-comment = Please look at this answer again. Note: { $comment }
another = { $what }: is there one more?
another-yes = Yes, one more
another-no = No, that was all
more-photos = Thank you, { $kept } received. You may send more, at most { $most }. When done, type "cukup".
button-enough = Enough
button-same = Same
button-skip = Skip
button-more = More
button-done = Done
button-fine = OK

## Not understood: help that grows slowly

unclear = Sorry, I did not catch that.
unclear-options = Sorry, I did not catch that. Which one do you mean, { $sapaan }?
unclear-again = Sorry, I still did not catch that. Let us try step by step.
wrong-kind = Thank you. This question needs a written answer.
unit-family = The unit differs from the plan. Please write the number and its unit.
too-long = That is very long. Please put it in a few sentences.
required = The report needs this question.
photo-expected = Please send the photo here. If there is none yet, type "lewati".
excluded = "None" cannot be chosen together with others. Please choose one or the other.
verified = This report has been checked and is not changed here any more. If something is wrong, type "bantuan".
refused = Please check this again.

help-words = Words that always work: kembali (back), ubah (change), lewati (skip), nanti (later), ringkasan (summary), semua (all at once), berhenti (stop). Type "bantuan" once more to get help from our staff.
human-offer = To make it easier, would you like one of our staff to help by phone or message?
human-offer-yes = Yes, please help
human-offer-no = I will try again
human-requested = Our staff will contact you, { $sapaan }, within one working day.
human-meanwhile = Your answers so far are kept. To go on by yourself, type "lanjut" at any time.

## Asking once more

confirm = { $echo }. { $message }
confirm-yes = Yes, correct
confirm-change = Change
reason-soft-check = Could you tell us why? One sentence is enough.
reason-skip = May we know why it is skipped? One sentence is enough.
reason-correction = This report was already sent. Why does the answer change? One sentence is enough.
command-or-answer = Is "{ $raw }" the answer, or the command "{ $command }"?
command-as-answer = It is the answer
command-as-command = The command: { $command }

## The list of activities at the start

overview = The activities as of the last round:
overview-line = { $label }. { $name }: { $state }
overview-hint = Has anything changed? Reply "semua sama" (all the same), or "semua sama kecuali { $example }" (all but { $example }).
overview-help = The other questions come after this one. If everything has changed, reply "semua berubah".
overview-all-same = All the same
overview-go-through = One by one

## Recap and changes

recap = Here is the summary. Is it right?
summary = The answers so far:
recap-line = { $label }. { $name }: { $value }
recap-carried = { $line } (unchanged)
recap-skipped = skipped
recap-voice = voice message
recap-photos = { $n ->
        [one] one photo
       *[other] { $n } photos
    }
recap-video = video
recap-file = file
recap-open = not answered yet
recap-flagged = { $line } (to be looked at)
recap-answer = Reply "ya" to send it, or "ubah" with a number, for example: ubah { $label }
recap-yes = Yes, send
recap-change = Change
summary-go-on = Go on
summary-hint = To go on, type "lanjut". To change, for example: ubah { $label }
summary-change = To change an answer, for example: ubah { $label }
summary-submitted = This report was already sent. To change, for example: ubah { $label }
summary-empty = No answers yet.
change-which = Which number do you want to change?
change-unclear = Sorry, I did not catch that. Which number do you want to change?
change-unknown = Number { $label } is not on this list. Which number do you want to change?

## All questions at once, for weak signal

all = All questions at once. Reply in one message: the number, then the answer. Leave out what you do not know yet.
all-entry = { $label }. { $text }
all-item = { $label }. { $name }
all-item-same = { $label }. { $name }: the same questions ({ $labels }).
all-item-line = One activity may be one line: its number, then the answers in their order, with commas between. Leave out what does not apply.
all-many = (one of { $count }; write its name)
all-example = (example: { $example })
all-previous = (last round: { $value }; if unchanged: sama)
all-choice = { $n } { $label }
all-model = Example of a reply:

## Pausing and going on

pause-when = When shall we go on? Example: tomorrow at 9, or Monday.
pause-evening = This afternoon
pause-morning = Tomorrow morning
pause-open = Not sure yet
paused-until = We will go on { $when }, { $sapaan }. Your answers are kept ({ $answered } of { $of }).
paused-open = Your answers are kept, { $sapaan } ({ $answered } of { $of }). Type "lanjut" when you are ready.
paused-before-start = Very well, { $sapaan }. Type "mulai" when you are ready.
paused-before-start-until = Very well, { $sapaan }. We will start { $when }.
resumed = { $greeting }, { $sapaan }. Let us go on: { $answered } of { $of } questions were answered { $span } ago.
resumed-fresh = { $greeting }, { $sapaan }. Let us start.
resumed-soon = Let us go on.

## Sent

submitted = Thank you, { $sapaan }. The report has been sent.
finished = Thank you, { $sapaan }.
submitted-again = Thank you, { $sapaan }. The corrected report has been sent again.
submitted-receipt = Receipt number: { $receipt }
submitted-next = The team will check it. Until then answers can still be changed: type "ubah".

## Other

stale-press = That button belongs to an earlier question. To change its answer, type "ubah".
nothing-to-undo = This is the first question already.
contact-denied = Thank you for telling us, and sorry for the trouble. We will not ask this number about it again.
    If you like: who looks after this report now? A name or a position is enough.
concern-levy = Thank you for telling us, { $sapaan }. We let the team know. To tell of it in confidence, type "pengaduan" at any time: only the anti-fraud officers read it, and this report waits.
concern = If there is something you want to report in confidence, type "pengaduan" at any time. Nothing is filed unless you want it, { $sapaan }.
