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
