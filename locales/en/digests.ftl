### Weekly digests for camat, Pokja/Forum, OPD, facilitator and team. Short lines, read on a phone.

digest-title-camat = Summary { $place }, week of { $date }
digest-title-pokja = Summary for the Pokja of { $place }, week of { $date }
digest-title-forum = Summary for the Forum of { $place }, week of { $date }
digest-title-opd = Summary for the OPD of { $place }, week of { $date }
digest-title-fasilitator = Summary of your villages, { $sapaan }, week of { $date }
digest-title-staff = Team summary { $place }, week of { $date }
digest-round = Monitoring round { $round }
digest-progress = { $reported } of { $expected } villages have reported.
digest-progress-all = All { $expected } villages have reported.
digest-progress-none = No village of { $expected } has reported yet.
digest-new = { $n ->
    [one] One more report
   *[other] { $n } more reports
} this week.
digest-no-change = No new report this week.
digest-late-reports = { $n ->
    [one] One report
   *[other] { $n } reports
} came after the due date.
digest-excused = { $n ->
    [one] One village is
   *[other] { $n } villages are
} not asked in this round.
digest-office-open = { $n } recommendations wait for { $name }.
digest-office-overdue = { $n } of them are past their target. To give news, write "tindak lanjut".
digest-office-places = Places left in programmes of { $name }:
digest-office-places-line = • { $name } { $year }: { $left } of { $total }
digest-by-kecamatan = By sub-district:
digest-by-kecamatan-line = • { $name }: { $reported } of { $expected }
digest-owing = Not yet:
digest-owing-line = • { $name }: { $situation }, { $due }
digest-situation-not-started = not started
digest-situation-half-done = being filled in
digest-situation-returned = being corrected
digest-due-in = { $days ->
    [one] due tomorrow
   *[other] due in { $days } days
}
digest-due-today = due today
digest-due-passed = { $days ->
    [one] one day late
   *[other] { $days } days late
}
digest-activities = Activities ({ $total }):
digest-activities-line = • { $status }: { $n }
digest-status-selesai = finished
digest-status-berjalan = under way
digest-status-belum = not started
digest-status-batal = given up
digest-status-tidak-diisi = not filled in
digest-up = { $n ->
    [1] up 1 point
   *[other] up { $n } points
}
digest-down = { $n ->
    [1] down 1 point
   *[other] down { $n } points
}
digest-level = the same
digest-average = Average progress { $percent } %.
digest-last-round = { $villages ->
    [1] Compared with the last round, in the 1 village that reported in both: average progress { $change }.
   *[other] Compared with the last round, in { $villages } villages that reported in both: average progress { $change }.
}
digest-constraints = Main constraints:
digest-constraints-line = • { $name }: { $activities } activities in { $villages } villages
digest-support = Support asked for:
digest-support-line = • { $name } ({ $activities } activities)
digest-support-line-from = • { $name } ({ $activities } activities), mostly from { $from }
digest-attendance = Present at { $villages } village meetings: { $total } people ({ $men } men, { $women } women).
digest-attendance-total = Present at { $villages } village meetings: { $total } people.
digest-attendance-hidden = Village meetings: { $villages }.
digest-outliers = To be looked at with the village:
digest-outlier-progress-far-from-median = • { $name }: progress { $value } %, elsewhere about { $other } %
digest-outlier-progress-fell = • { $name }: progress { $value } %, before { $other } %
digest-outlier-far-above-target = • { $name }: a result of { $value } % of the target
digest-outlier-no-women = • { $name }: { $other } people present, no women yet
digest-outlier-crowd = • { $name }: { $value } people present, elsewhere about { $other }
digest-kecamatan-reports = Sub-district reports:
digest-kecamatan-line = • { $name }: { $state }
digest-state-waiting = waiting for villages
digest-state-open = not started
digest-state-half_done = being filled in
digest-state-submitted = handed in
digest-state-returned = being corrected
digest-state-verified = checked
digest-state-late = overdue
digest-state-excused = not asked
digest-changed-since = Changed after the totals were confirmed:
digest-two-reports = Two reports (raja and village head):
digest-unreachable = No contact yet:
digest-help = Waiting for help:
digest-help-line = • { $name }, since { $when }
digest-planning = Planning dates that come near:
digest-planning-line = • { $what } { $year } in { $name }: { $date } ({ $days ->
    [0] today
    [1] tomorrow
   *[other] in { $days } days
}){ $rounds }
digest-planning-line-usual = • { $what } { $year } in { $name }: usually about { $date } ({ $days ->
    [0] today
    [1] tomorrow
   *[other] in { $days } days
}){ $rounds }
digest-planning-rounds = . Round { $rounds } has to be ready before it
digest-work-late = Overdue in the team’s work plan:
digest-work-late-line = • { $title } ({ $who }): { $days ->
    [1] a day late
   *[other] { $days } days late
}
digest-name-line = • { $name }
digest-more = … and { $n } more
digest-hint-camat = To remind a village, type "siapa belum". To see one village, for example: lihat desa Karay
digest-hint-fasilitator = Where the signal is poor, type "isi untuk desa" and the name.
digest-nothing = Nothing to tell this week.
digest-picture-part = { $n } of { $of }
digest-picture-activities = { $n ->
    [one] { $n } activity
   *[other] { $n } activities
}
digest-picture-by-status = { $total } activities
digest-picture-constraints = Most frequent constraints
digest-pdf = Here it is as a PDF; it may be passed on.
digest-pdf-name = digest
digest-picture-name = picture
map-title = Map of { $name }
map-subtitle = Round { $round }, as of { $date }
map-subtitle-constraint = { $name }, round { $round }, { $date }
map-of = { $n } of { $of }
map-none = not asked in this round
map-state-all = has reported ({ $n } villages)
map-state-some = being written or corrected ({ $n } villages)
map-state-low = not begun ({ $n } villages)
map-share-all = all villages of this sub-district have reported
map-share-most = half of them or more have reported
map-share-some = less than half have reported
map-share-low = none has reported yet
map-constraint-alert = named { $name } ({ $n } villages)
map-constraint-some = reported and did not name it ({ $n } villages)
map-constraint-low = not reported yet ({ $n } villages)
map-constraint-sums-alert = named { $name } ({ $n } villages)
map-constraint-sums-some = did not name it, or have not reported yet
