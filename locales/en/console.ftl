### The staff console and the chat simulator.

## Frame of a page

console-demo = demo
console-first-admin = Admin
console-sign-out = Sign out
console-menu-home = Home
console-menu-rounds = Rounds
console-menu-help = Help
console-menu-people = People
console-menu-digests = Digests
console-menu-calendar = Calendar
console-menu-forms = Forms
console-menu-queues = Queues
console-search = Search
console-nothing-found = Nothing matches.
console-minutes = { $n } minutes
console-pages = Pages
console-page-before = ‹ Before
console-page-after = Next ›
console-page-of = { $from }–{ $until } of { $total }

## Signing in

console-sign-in = Sign in
console-sign-in-how = The console opens with a one-use link. Ask the programme's admin for one, or run on the server: kentongan console link --for NAME
console-sign-in-ready = Press this button to sign in. The link works once.
console-sign-in-button = Sign in to the console
console-sign-in-old = This link was used already, or is older than 15 minutes.
console-sign-in-slow = This was tried several times. Please try again after 15 minutes.
console-not-from-here = This request came from another page. Please open the link once more.
console-not-found = There is no such page
console-not-found-hint = The address may be mistyped, or the page is gone.
console-forbidden = Not for this seat
console-forbidden-hint = Your position and region do not open this page. If they should, ask the programme's admin.
console-failed = Something is out of order
console-failed-hint = This page cannot be opened just now. Please try again in a moment; if it stays so, tell the programme's admin.

## After saving

console-notice-saved = Saved.
console-notice-opened = The round is open. Invitations leave at the hour that each place allows.
console-notice-closed = The round is closed. Reports that come after this are still kept.
console-notice-extended = The deadline is extended.
console-notice-excused = That place is not asked to report in this round.
console-notice-unexcused = That place is asked to report again.
console-notice-paused = Sending is paused. Replies still leave.
console-notice-resumed = Sending goes on.
console-notice-returned = The answer was sent back. The person will be asked again, about that alone.
console-notice-verified = The report is verified.
console-notice-answered = The answer is queued to be sent.
console-notice-handled = Marked as handled.
console-notice-again = It will be tried once more.
console-notice-nobody = This person has no contact that can be reached.
console-notice-invited = A new invitation code was made.
console-notice-created = The round was made.

console-problem-form = Something in the form is missing. Please look again.
console-problem-round-closed = This round is closed. Make a new one.
console-problem-round-without-form = This round has no form yet.
console-problem-no-villages = No village belongs to the programme yet. Import contacts or village plans first.
console-problem-bad-date = The date could not be read. Example: 2024-08-21
console-problem-exists = That round code is taken.

## How a report stands

console-state-waiting = waiting
console-state-open = not started
console-state-half-done = being filled in
console-state-submitted = in
console-state-returned = being corrected
console-state-verified = verified
console-state-late = overdue
console-state-excused = not asked
console-came-late = came after the due date

## Home

console-round-title = Round { $code }
console-no-round = No round is open.
console-other-round = Round { $code } is open, too
console-no-places = No place is asked to report yet.
console-in-of = { $in } of { $of } villages have reported
console-n-of = { $in } of { $of }
console-due = due { $due }
console-kecamatan = Kecamatan
console-column-in = Reported
console-column-kecamatan-report = Kecamatan report
console-figure-half = being filled in
console-figure-late = overdue
console-figure-returned = being corrected
console-figure-unreachable = cannot be reached
console-figure-help = waiting for help
console-machine = The system
console-sending-paused = Sending is paused.
console-sending-on = Sending is on.
console-inbox-fine = All messages that came in were answered.
console-inbox-stuck = A message has been waiting for { $since }.
console-outbox-fine = No outgoing message is held up.
console-outbox-due = { $n } outgoing messages wait for their turn.
console-trouble = { $n } messages need staff to look at them.
console-backup = Last backup: { $when }.
console-no-backup = No backup yet.

## Chat simulator

console-sim = Chat simulator
console-sim-intro = Choose anybody of the demo programme and chat with the bot as on their phone. Everybody here is invented.
console-sim-search = Name, village or position
console-sim-programme = Kabupaten and programme
console-sim-not-enrolled = Not enrolled yet; the code is { $code }
console-sim-guest = Guest
console-sim-unknown = not known yet
console-sim-bot = Kentongan (bot)
console-sim-others = Others
console-sim-more = More
console-sim-refresh = Refresh
console-sim-location = Send a location
console-sim-block = Block the bot
console-sim-unblock = Unblock
console-sim-blocked = The bot was blocked
console-sim-unblocked = The bot was unblocked
console-sim-write = Write a message
console-sim-send = Send
console-sim-send-code = Send the code { $code }
console-sim-photo = Send a photo or file
console-sim-caption = Caption
console-sim-empty = No chat yet. Try to write: mulai
console-sim-typing = the bot is writing
console-sim-edit = edit
console-sim-edited = edited
console-sim-a-photo = photo
console-sim-a-file = file
console-sim-a-voice = voice message
console-sim-a-location = location
console-sim-a-contact = contact
