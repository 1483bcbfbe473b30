### Documents to print or pass on: matrix, blank form, a village's report.

doc-head = { $programme }{ $funder ->
    [none] {""}
   *[other] , supported by { $funder }
}
doc-round = round { $round }
doc-as-of = as of { $date }
doc-matrix = Matrix of recommendations
doc-matrix-kecamatan = Kecamatan { $name }
doc-matrix-kabupaten = Kabupaten { $name }
doc-matrix-signed = Version { $number }, signed { $date }
doc-matrix-empty = There is no recommendation in this round yet.
doc-matrix-no = No
doc-matrix-place = Kecamatan
doc-matrix-village = Village
doc-matrix-activity = Activity
doc-matrix-problem = Problem or constraint
doc-matrix-text = Recommendation
doc-matrix-level = Level
doc-matrix-responsible = Responsible
doc-matrix-target = Target
doc-matrix-funding = Funding
doc-matrix-priority = Priority
doc-matrix-state = State
doc-matrix-overdue = { $days } days overdue
doc-matrix-totals = { $rows } recommendations for { $villages } villages. Priority high { $tinggi }, medium { $sedang }, low { $rendah }. Received in the villages { $received }, overdue { $overdue }.
doc-matrix-carried = Carried to the kabupaten by { $name }.
doc-sign-place = { $place }, ........................ { $year }
doc-sign-camat = Camat of { $name }
doc-sign-kabupaten = Bapperida of { $name }
doc-sign-carrier = Carried by
doc-sign-village = For the villages
doc-form = { $title }
doc-form-note = This sheet is for notes in the village meeting. The answers are sent by chat; a photo or a voice message will do.
doc-form-village = Desa { $name }, Kecamatan { $kecamatan }
doc-form-number = { $label }. { $question }
doc-form-example = Example: { $example }
doc-form-previous = Last round: { $value }
doc-form-choices = Choices: { $choices }
doc-report-receipt = Receipt number
doc-report-sent = Sent
doc-report-writer = Reported as
doc-report-state = State of the report
doc-report-skipped = skipped
doc-report-skipped-because = skipped: { $reason }
doc-report-general = General
