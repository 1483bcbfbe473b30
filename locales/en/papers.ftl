### Papers for meetings and reports: the pack of a meeting, minutes, the report of a round, the briefing.

## Pack of a meeting

paper-pack = Pack for { $title }
paper-days = { $from } to { $until }
paper-invitation = Invitation
paper-meeting = Meeting
paper-day = Day
paper-time = Time
paper-time-open = from ............ until the end
paper-place = Place
paper-opener = Opened by
paper-initiator = Called by
paper-funder = Paid by
paper-members = Members
paper-members-of = { $body }: { $n } members ({ $decree }), and guests
paper-about-round = Round
paper-about-round-is = { $round }: { $reported } of { $expected } villages have reported
paper-open-line = ........................................
paper-agenda = Agenda
paper-agenda-open = Agenda of the meeting:
paper-short = In short
paper-of = { $n } of { $of }
paper-tile-reported = villages have reported
paper-tile-done = activities finished
paper-tile-progress = mean progress
paper-tile-late = proposals past their target
paper-tile-disputed = finished, but not there yet
paper-tile-promises = promises not kept yet
paper-promises = Promises of earlier meetings
paper-promises-none = No promise of an earlier meeting was written down.
paper-promise = Promise
paper-promised-at = Made at
paper-due = Due
paper-note = Note
paper-promise-open = Not yet
paper-promise-kept = Kept
paper-promise-broken = Not done
paper-promise-late = Past its day
paper-follow-up = Follow-up of recommendations
paper-follow-up-none = There are no recommendations yet.
paper-follow-up-sums = { $all } proposals of all rounds: { $received } finished and received by the villages, { $waiting } finished and villages are being asked, { $disputed } finished for whoever is responsible but not there for a village, { $running } going on, { $refused } cannot be done. Past their target: { $late }.
paper-proposals = Proposals
paper-arrived = Received by villages
paper-asked-back = Villages are asked
paper-disputed-short = Not there yet
paper-running = Going on
paper-refused = Cannot be done
paper-past-target = Past target
paper-nobody = Nobody responsible yet
paper-disputed = Finished, but not there for the village
paper-disputed-none = None.
paper-not-arrived = Not there in
paper-late = Past target
paper-late-none = No proposal is past its target.
paper-days-late = Late (days)
paper-done = Finished
paper-done-none = No proposal is finished yet.
paper-village-word = The village says
paper-places = Places in programmes of offices
paper-places-none = No programme of an office with places was written down.
paper-office = Office
paper-programme = Programme
paper-year = Year
paper-places-total = Places
paper-places-taken = Taken
paper-places-left = Left
paper-by-kecamatan = The round by kecamatan
paper-by-kecamatan-none = There is no village in this round yet.
paper-villages = Villages
paper-reported = Reported
paper-confirmed = Confirmed by the camat
paper-yes = yes
paper-not-yet = not yet
paper-activities = Activities
paper-progress = Progress (%)
paper-came = Came
paper-men = M
paper-women = W
paper-sum = Sum
paper-hidden-note-coordination = Came: participants of the kecamatan coordination. A – stands for a small count that is not shown, or one that is not known.
paper-constraints = Constraints
paper-constraint = Constraint
paper-constraints-none = No constraint was named yet.
paper-support = Support wanted
paper-support-what = Support
paper-support-from = Asked of
paper-support-none = No support was asked for yet.
paper-lessons = Lessons of villages
paper-lesson = { $place }: { $text }
paper-planning-heading = Dates of the planning cycle
paper-planning = { $what } { $year }: { $date }{ $rounds ->
    [none] {""}
   *[other] . Round { $rounds } has to be ready before
}
paper-planning-usual = { $what } { $year }: usually about { $date }{ $rounds ->
    [none] {""}
   *[other] . Round { $rounds } has to be ready before
}
paper-came-list = Who came
paper-name = Name
paper-role = Position or office
paper-sex = M/W
paper-signature = Signature

## Minutes

paper-minutes = MINUTES
paper-minutes-number = Number: { $number }
paper-minutes-number-open = ............/............/............/{ $year }
paper-minutes-foot = Draft minutes of { $title }: to be read and mended before they are signed
paper-minutes-coordination = Coordination of the kecamatan
paper-minutes-day = { $words } ({ $date })
paper-minutes-days = { $from } to { $until }
paper-minutes-opening = On { $days }, at { $place }, { $title } of { $region } was held, opened by { $opener }.
paper-minutes-place-open = ........................................
paper-minutes-opener-open = ........................................
paper-minutes-present = { $total } ({ $words }) people came, { $men } men and { $women } women, as the list of who came says.
paper-minutes-present-total = { $total } ({ $words }) people came, as the list of who came says.
paper-minutes-at-least = { $sentence } That is the least.
paper-minutes-nobody-counted = ............ people came, ............ men and ............ women, as the list of who came says.
paper-minutes-guests = Guests, counted apart: { $n }.
paper-minutes-agenda = A. Agenda
paper-minutes-agenda-open = Agenda of the meeting:
paper-minutes-decisions = B. Results and decisions
paper-minutes-decisions-open = The meeting decided:
paper-minutes-promises = C. Promises and what follows
paper-minutes-promises-none = No promise was written down.
paper-minutes-month = Due
paper-minutes-end = These minutes were made truthfully, to be used as they should be.
paper-minutes-signed = { $place }, { $date }
paper-minutes-leader = Chair of the meeting
paper-minutes-writer = Secretary
paper-minutes-chair = Acknowledged by
paper-minutes-chair-of = Chair of { $body }
paper-minutes-witness = For the participants

## Report of a round

paper-round = Report of round { $round }
paper-tile-in-time = reports in time
paper-tile-came = people came to village meetings
paper-tile-came-women = people came to village meetings, { $share } % women
paper-round-summary = By { $date }, { $reported } of { $expected } villages of { $place } have reported; { $late } reports came after the due date.
paper-who-reported = Who reported
paper-asked = Asked
paper-in-time = In time
paper-after-due = After due date
paper-owing = Not yet
paper-excused = Excused
paper-kecamatan-report = Kecamatan report
paper-activities-stand = How activities stand
paper-participants = Participants of village meetings
paper-meetings = Meetings
paper-hidden-note = A – stands for a small count that is not shown, so that it points at nobody; some other rows are closed with it, so that it cannot be computed from the sum.
paper-compared = Against the round before
paper-compared-none = This is the first round: there is nothing to compare it with.
paper-measure = Measure
paper-measure-reported = Villages that reported
paper-measure-late = Reports after the due date
paper-measure-done = Activities finished
paper-measure-came = People who came
paper-measure-women = Women (%)
paper-measure-constraint = Constraint named most
paper-quality = Quality of the data
paper-quality-complete = Complete
paper-quality-complete-is = { $in } of { $expected } reports are in; { $unanswered } of { $activities } activities have no answer; { $skipped } questions were skipped
paper-quality-time = In time
paper-quality-time-is = { $inTime } in time, { $late } after the due date, { $overdue } overdue and not in
paper-quality-line = In line
paper-quality-line-is = { $outliers } villages want a second look; { $carried } activities carry the figures of the round before; { $notInPlan } activities stand in no plan
paper-quality-twice = Twice
paper-quality-twice-is = { $sentences } sentences are the same in several villages; { $activities } activities stand twice in a plan
paper-quality-itself = Filled in by the village
paper-quality-itself-is = { $share } % of the reports that say who filled them in
paper-quality-itself-unknown = not said
paper-quality-review = Review
paper-quality-review-is = { $open } being filled in, { $submitted } submitted, { $returned } returned, { $verified } verified
paper-next = What comes next
paper-next-villages = { $n } villages still owe their report.
paper-next-kecamatan = { $n } kecamatan reports are still owed.
paper-next-matrix = { $n } proposals of the matrix wait for follow-up at the Pokja or Forum.
paper-next-matrix-none = The matrix of recommendations was not made yet.
paper-next-round = Round { $round } opens { $date }.

## Letters about a failure to protect personal data

paper-breach-person = Notice about your personal data
paper-breach-authority = Notice of a failure to protect personal data
paper-breach-to-person = To ........................................
paper-breach-to-authority = To the authority for the protection of personal data
paper-breach-foot = Draft: to be read and mended before it is signed
paper-breach-opening-person = We are sorry: personal data of yours that { $implementer } keeps for the programme { $programme } may have been seen by others. This letter says which data, when and how, and what we do, as article 46 of Law 27/2022 on the protection of personal data asks.
paper-breach-opening-authority = { $implementer }, controller of personal data in the programme { $programme }, gives this notice under article 46 of Law 27/2022 on the protection of personal data.
paper-breach-data = Personal data that got out
paper-breach-all-until = All data up to { $until }.
paper-breach-span = Data from { $from } to { $until }.
paper-breach-what = When and how
paper-breach-known = We have known of it since { $when }.
paper-breach-handling = What was done and is being done
paper-breach-advice = What you can do
paper-breach-advice-careful = Be careful when somebody asks for money, codes or data in the name of this programme. It never does.
paper-breach-advice-see = Type "data saya" to the bot to see what we keep.
paper-breach-advice-erase = Type "hapus data saya" to have it erased within 3 x 24 hours.
paper-breach-numbers = Numbers and times
paper-breach-known-at = Known
paper-breach-until = Three days end
paper-breach-people = People
paper-breach-told = Told already
paper-breach-others = Accounts we do not know
paper-breach-cases = Complaints, without names
paper-breach-where = Region
paper-breach-nowhere = The whole programme, or no seat any more
paper-breach-contact = Questions
paper-breach-contact-words = Contact { $implementer }, or type "bantuan" to the bot.
paper-breach-place = ...................., date ....................

## Briefing

paper-briefing = Briefing { $place }
paper-briefing-before = before { $title }, { $day }
paper-briefing-foot = { $title }: no person and no village that is late, may be passed on
paper-briefing-constraints = The three constraints named most
paper-briefing-constraint = { $name }: { $activities } activities in { $villages } villages
paper-briefing-asks = What is asked of the meeting
paper-briefing-asks-none = There are no proposals yet.
paper-briefing-who = Responsible: { $who }{ $month ->
    [none] {""}
   *[other] , target { $month }
}, for { $villages } villages.
paper-briefing-overdue = { $days } days late.
paper-briefing-support = Support { $name } for { $activities } activities in { $villages } villages{ $from ->
    [none] {""}
   *[other] , asked of { $from }
}.
briefing-page = This is the briefing of { $place } as a PDF of one page; it may be passed on.
briefing-page-later = Sorry, the briefing of { $place } cannot be made now. Please ask again later.
paper-tile-waiting = proposals wait for follow-up
paper-chart-reported = Villages that have reported
paper-chart-villages = { $n } of { $of } villages, by kecamatan
