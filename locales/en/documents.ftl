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

## One page for village heads

doc-plan = Livelihood plan of the village (VLP) for { $year }
doc-plan-held = Workshop
doc-plan-goal = Common goal
doc-plan-profile = State of the village
doc-plan-challenges = Difficulties dealt with
doc-plan-activities = Activities ({ $n })
doc-plan-since = Changes since { $year }
doc-plan-since-loaded = Changes since the plan before
doc-plan-field = Field
doc-plan-place = Place
doc-plan-time = Time
doc-plan-cost = Cost
doc-plan-document = Village document
doc-plan-sign-head = Village head / raja
doc-plan-sign-group = Village working group
doc-plan-sign-council = Village council

doc-leaflet = Village reports by phone
doc-leaflet-for = For kepala desa, raja negeri, secretaries and the village pokja
doc-leaflet-start = Getting started
doc-leaflet-start-text = You get a code of eight characters from the fasilitator. Send it to the address below, read what it says, and answer "setuju". From then on the bot writes first whenever there is a round.
doc-leaflet-telegram = Telegram
doc-leaflet-whatsapp = WhatsApp
doc-leaflet-helper = Fasilitator desa
doc-leaflet-blank = ........................................................
doc-leaflet-answer = Answering
doc-leaflet-answer-text = Answer as you speak: "sudah", "2,5 juta", "lk 7 pr 5", "tgl 5 bulan depan". Where it is not clear the bot asks again; nothing is guessed. No signal? What the bot has answered is stored, and nothing expires. Photos may come later, voice messages are welcome.
doc-leaflet-want = To
doc-leaflet-type = Type
doc-leaflet-go = Begin, or go on at any time
doc-leaflet-later = Take a break
doc-leaflet-back = Go back one question
doc-leaflet-change = Change answer number 7
doc-leaflet-skip = Leave out what cannot be answered
doc-leaflet-same = Say that nothing changed since the last round
doc-leaflet-all = Get all questions in one message, for a weak signal
doc-leaflet-recap = See the answers so far
doc-leaflet-help = Ask for a person's help
doc-leaflet-delegate = Let somebody else fill it in
doc-leaflet-number = Tell of a new number (send it from there)
doc-leaflet-rights = Your data
doc-leaflet-rights-text = "data saya" shows what is kept, "berhenti" stops all messages, "hapus data saya" asks for personal data to be erased; the village's report stays. The bot sends nothing at night, on Sundays or holidays. When you write, it always answers.
doc-leaflet-harm = Something wrong?
doc-leaflet-harm-text = Violence, a child harmed, or money asked for: type "pengaduan", at any time, from any number. No name is needed, and neither camat nor fasilitator nor team reads it.
