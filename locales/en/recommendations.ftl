### Recommendations: proposals for the matrix, follow-up, confirmation in the village, meetings.

proposal-label = { $problem }, { $field } ({ $n ->
    [one] { $n } village
   *[other] { $n } villages
})
proposal-label-all = { $problem } ({ $n ->
    [one] { $n } village
   *[other] { $n } villages
})
proposal-for-field = { $support } for { $field } in { $places }.
proposal-for-all = { $support } in { $places }.
proposal-because = { $support } for { $field } in { $places }, because of { $problem }.
proposal-because-all = { $support } in { $places }, because of { $problem }.
proposal-handle = Deal with { $problem } in { $field } in { $places }.
proposal-handle-all = Deal with { $problem } in { $places }.
proposal-places-many = { $n } villages
proposal-no-funds = none yet
proposal-problem-notes = { $problem }: { $notes }

matrix-offer = The matrix of recommendations can be made from { $n ->
    [one] { $n } proposal
   *[other] { $n } proposals
}. Shall we do it now?
matrix-offer-none = The matrix of recommendations can be made, though the villages' reports give no proposal. Shall we do it now?
matrix-not-yet = No village of { $place } has reported yet, so there is nothing to make the matrix from.
matrix-no-round = There is no open round for { $place } now.
matrix-summary = Matrix of recommendations of { $place }, round { $round }: { $rows ->
    [one] { $rows } recommendation
   *[other] { $rows } recommendations
} for { $villages ->
    [one] { $villages } village
   *[other] { $villages } villages
}.
matrix-summary-states = { $open } not finished, { $done } finished, { $cannot } cannot be done.
matrix-summary-overdue = { $n } past the target month.
matrix-summary-disputed = { $n } called finished but not received in the village.
matrix-row = { $n }. { $text } ({ $who }, { $state })
matrix-row-late = { $n }. { $text } ({ $who }, { $state }, past its target)
matrix-more = … and { $n } more
matrix-empty = The matrix of recommendations of { $place } has not been made yet.

follow-up-no-target = none yet
follow-up-commitment = Promise of { $meeting }: { $what }
follow-up-thanks = Thank you, { $sapaan }. The news is noted. If something changes, type "tindak lanjut".
follow-up-asked-back = What is called finished we ask back in the village.
follow-up-none = No recommendation waits for news from { $sapaan } now.
village-check-thanks = Thank you, { $sapaan }. The answer of { $place } is noted.
village-check-differs = The district's record: finished. The answer of { $place }: not received. We pass both on to those who deal with it.
mismatch-told = { $greeting }, { $sapaan }. { $place } answers that this has not been received: { $text }
    The district's record: finished { $date }. Please look again; send news with the words "tindak lanjut".
mismatch-note = Note of the village: { $note }
overdue-told = { $greeting }, { $sapaan }. { $n ->
    [one] { $n } recommendation
   *[other] { $n } recommendations
} in { $place } { $n ->
    [one] is
   *[other] are
} past the target month:
overdue-line = • { $text } ({ $who }, target { $target })
overdue-line-disputed = • { $text } ({ $who }, called finished, not received in the village)
later-unnamed-goods = Stimulus goods
later-unnamed-training = of last time

plan-updated = The livelihood plan of { $place } for { $year } is saved.
plan-since = Against { $year }:
plan-since-loaded = Against the plan before:
plan-added = New ({ $n }): { $names }
plan-changed = Changed ({ $n }): { $names }
plan-finished = Finished ({ $n }): { $names }
plan-taken-out = Taken out ({ $n }): { $names }
plan-carried = Carried over ({ $n }): { $names }
plan-goal = Common goal: { $goal }
plan-profile = { $label }: from { $before } to { $after }
plan-more = and { $n } more
plan-renamed = was { $before }
plan-change = { $what } from { $from } to { $to }
plan-change-new = { $what } { $to }
plan-word-bidang = field
plan-word-tantangan = difficulty
plan-word-lokasi = place
plan-word-kelompok = group
plan-word-target = target
plan-word-mulai = start
plan-word-selesai = end
plan-word-biaya = cost
plan-word-sumber = source of money
plan-word-penanggung_jawab = responsible
plan-word-dokumen_desa = village document
