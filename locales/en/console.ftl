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
console-menu-whatsapp = WhatsApp
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
console-percent = { $n } %
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

## Rounds

console-no-rounds = No round yet.
console-round = Round
console-round-state = State
console-round-dates = Dates
console-round-draft = not open yet
console-round-open = open
console-round-closed = closed
console-dates-desa = Villages: { $from } to { $until }
console-dates-kecamatan = Kecamatan: { $from } to { $until }
console-new-round = Make a new round
console-round-code = Code of the round
console-round-code-hint = example: 2024-08
console-opens = Opens
console-due-on = Due
console-due-new = New due date
console-form-desa = Village form
console-form-kecamatan = Kecamatan form
console-depth = Length of the village form
console-depth-core = Core: what changed
console-depth-full = Full
console-kabupaten = Kabupaten
console-everywhere = All
console-create = Make
console-draft-hint = This round is not open; nobody was written to.
console-preview = See who would be written to
console-opening-title = Opening round { $code }
console-invitations = invitations
console-by-channel = over { $channel }
console-kecamatan-wait = kecamatan wait for their villages
console-first-invitation = The first invitation leaves { $when }.
console-open-hint = After opening, invitations leave at the hour that each place allows.
console-open = Open this round
console-invited-at = Invited
console-place = Place
console-state = State
console-reach = Contact
console-reachable = can be reached
console-reach-nobody = nobody is known
console-reach-not-enrolled = not enrolled yet
console-reach-no-consent = has not consented
console-reach-stopped = asked to stop
console-reach-blocked = blocked the bot
console-changed-since = changed since confirmed
console-no-places-here = No place is in this list.
console-level = Level
console-level-desa = Villages
console-filter-all = All
console-filter-in = In
console-filter-owing = Owing
console-filter-late = Overdue
console-filter-half-done = Being filled in
console-filter-returned = Being corrected
console-filter-unreachable = Cannot be reached
console-filter-excused = Not asked
console-manage = Managing the round
console-extend = Extend the deadline
console-region-code = Region
console-region-hint = code of a kabupaten, kecamatan or village
console-pause = Pause sending
console-pause-hint = Invitations, reminders and digests can be paused. Replies still leave.
console-resume = Resume sending
console-resume-hint = Sending is paused. What is still of use leaves after resuming.
console-close = Close the round
console-close-hint = After closing nobody is reminded; late reports are still kept.
console-reopen = Open again
console-problem-round-state = The state of this round has changed. Please look again.
console-problem-no-place = No such place is in this round.

## Villages and reports

console-two-heads = two heads: raja and kepala desa
console-reports = Reports
console-people = People
console-plan = Plan ({ $n } activities)
console-no-plan = This village's plan was not imported yet.
console-activity = Activity
console-target = Target
console-not-in-plan = not in the plan
console-activity-selesai = done
console-activity-berjalan = under way
console-activity-belum = not begun
console-activity-batal = given up
console-name = Name
console-position = Position
console-came-in = Came in
console-written-by = Written by
console-written-for = { $who }, for { $whom } ({ $position })
console-receipt = Receipt
console-excuse = Need not report
console-excused-because = Not asked to report: { $reason }
console-include-again = Ask to report again
console-reason = Reason
console-verify = Mark as verified
console-verify-hint = Once verified, answers cannot be changed any more.
console-return = Send this answer back
console-comment = Note for the person
console-comment-hint = short and polite; read as it is
console-because = Because: { $reason }
console-earlier = Before ({ $n })
console-skipped = skipped
console-taken-back = no longer counts
console-carried = carried from last round
console-known = known before
console-said-by = { $who }, { $when }
console-said-over = { $who }, { $when } over { $channel }
console-typed = typed: { $raw }
console-files = Photos and files
console-file = File { $id }
console-file-away = not fetched
console-file-lost = could not be fetched

## Kecamatan

console-confirmed = Figures confirmed by the camat { $when } ({ $n } villages)
console-villages-in = villages reported
console-progress = average progress
console-attended = people came to village meetings
console-attended-by-sex = people came ({ $men } men, { $women } women)
console-activities = Activities ({ $n })
console-activity-unanswered = not answered
console-constraints = Constraints
console-support = Support asked for

## Help and people

console-help-title = Waiting for help
console-help-people = People
console-help-machine = Messages and system
console-help-none = Nothing is waiting.
console-help-what = What
console-help-since = Since
console-item-help = Asks for help
console-item-claim = New number or account
console-claim-hint = Somebody writes from a new number in the name of this person. When they have been asked:
console-item-wrong-contact = Not the right contact
console-item-parked = A message that could not be taken
console-item-in-doubt = Not sure it was sent
console-item-refused = Not sent
console-said-delivered = · delivered
console-said-read = · read
console-said-failed = · not sent
console-said-in-doubt = · perhaps sent
console-said-knocked = · waits for a reply
console-item-follow-on = Needs another form
console-item-erase = Asks for erasure
console-item-stopped = Asked to stop
console-item-note = A note of the system
console-report = Report
console-stuck-at = Stuck at
console-note = Note
console-handled = handled
console-last-said = What was said last
console-them = They
console-answer = Answer to the person
console-answer-hint = sent as it is by the bot
console-send = Send
console-try-again = Try once more
console-mark-handled = Mark as handled
console-people-search = Name of a person or place
console-invited = invited
console-phone = Telephone number
console-phone-kept = kept (hidden)
console-phone-none = none
console-language = Language
console-sapaan = Form of address
console-seats = Seats
console-since = Since
console-channel = Channel
console-last-heard = Last heard from
console-consents = Consent
console-consent = About
console-consent-reporting = reporting by the bot
console-consent-photo = photos
console-consent-story = stories
console-consent-contact = being contacted
console-consent-other = other
console-invite = Invitation
console-invite-hint = For a new telephone or number, or a lost code. The code before ends.
console-invite-button = Make a new code
console-end-holding = End of a holding
console-end-holding-hint = An open report goes on with the successor, with every answer that is there.
console-successor = Name of the successor
console-successor-hint = may stay empty while there is none
console-end-holding-button = End the holding
console-new-code = Invitation code for { $name }:
console-new-code-hint = This code is shown once. Read it out or send it now.

## System, forms, calendar, digests

console-queue-inbox = messages in, waiting
console-queue-replies = replies waiting
console-queue-reminders = reminders waiting
console-queue-digests = digests waiting
console-queue-later = scheduled for later
console-queue-files = files not fetched yet
console-queue-oldest = The oldest message has waited { $since }.
console-channels = Channels
console-channel-starting = starting
console-channel-running = running
console-channel-degraded = degraded
console-channel-stopped = stopped
console-held-up = Not through yet, tried again
console-message = Message
console-tries = Tries
console-next-try = Next try
console-jobs = Timed jobs
console-jobs-none = None has run yet.
console-job = Job
console-job-last = Last
console-job-ok = fine
console-job-failed = failed
console-job-running = running
console-forms-hint = A report that is being written keeps the version it began with. New forms are installed on the server: kentongan setup
console-form = Form
console-form-version = Version
console-form-number = no. { $number } (version { $version })
console-calendar-hint = On these days the bot begins no conversation. Replies go on.
console-day = Day
console-day-add = Add a local day
console-day-from = From
console-day-until = Until
console-day-name = Name of the day
console-day-name-hint = example: adat feast, market day, mourning
console-day-remove = Remove
console-day-libur = public holiday
console-day-cuti = collective leave
console-day-ramadan = Ramadan
console-day-lokal = local
console-digests-hint = This is what each audience would get now.
console-audience-camat = Camat
console-audience-pokja = Pokja
console-audience-forum = Forum
console-audience-opd = OPD
console-audience-fasilitator = Fasilitator
console-audience-staff = Team
console-draft-ready = Round { $code } is prepared but not open.

console-notice-reconnecting = The WhatsApp browser is started anew. One moment.
console-whatsapp-off = WhatsApp by QR code is not switched on (WHATSAPP_WEB=on in .env).
console-whatsapp-waiting = waits for a phone
console-whatsapp-scan = On the phone that lends the bot its number: open WhatsApp → Linked devices → Link a device, then scan this code. It renews itself.
console-whatsapp-code = QR code that links WhatsApp
console-whatsapp-age = This code is { $seconds } seconds old; the page reloads by itself.
console-whatsapp-again = Restart the WhatsApp browser
console-whatsapp-again-hint = If WhatsApp hangs or no code appears, the browser can be started anew. The link to the phone is kept and no waiting message is lost.

## Confidential complaints

console-complaints = Complaints
console-complaints-none = No complaints.
console-complaints-no-key = SEALED_KEY is not set: no complaints are taken in, and those that are there cannot be opened.
console-complaint-kind = About
console-complaint-state = State
console-complaint-urgent = Not safe
console-complaint-contact-by = Contact before
console-complaint-perilaku = Misconduct or sexual violence
console-complaint-anak = A child
console-complaint-uang = Money or goods
console-complaint-lain = Something else
console-complaint-bicara = Would rather talk
console-complaint-baru = New
console-complaint-ditangani = Being dealt with
console-complaint-selesai = Done
console-complaint-to-ditangani = I take it
console-complaint-to-selesai = Mark as done
console-complaint-emptied = What was told was deleted at the end of its time.
console-complaint-closed = It cannot be opened: SEALED_KEY is missing or is another one.
