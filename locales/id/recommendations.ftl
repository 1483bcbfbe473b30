### Rekomendasi: usulan untuk matriks, tindak lanjut, konfirmasi di desa, rapat.

proposal-label = { $problem }, { $field } ({ $n } desa)
proposal-label-all = { $problem } ({ $n } desa)
proposal-for-field = { $support } untuk kegiatan { $field } di { $places }.
proposal-for-all = { $support } di { $places }.
proposal-because = { $support } untuk kegiatan { $field } di { $places }, karena { $problem }.
proposal-because-all = { $support } di { $places }, karena { $problem }.
proposal-handle = Penanganan { $problem } pada kegiatan { $field } di { $places }.
proposal-handle-all = Penanganan { $problem } di { $places }.
proposal-places-many = { $n } desa
proposal-no-funds = belum ada
proposal-problem-notes = { $problem }: { $notes }

matrix-offer = Matriks rekomendasi siap disusun dari { $n } usulan. Kita susun sekarang?
matrix-offer-none = Matriks rekomendasi bisa disusun, walau belum ada usulan dari laporan desa. Kita susun sekarang?
matrix-not-yet = Belum ada laporan desa di { $place }, jadi matriks rekomendasi belum bisa disusun.
matrix-no-round = Sekarang tidak ada putaran yang terbuka untuk { $place }.
matrix-summary = Matriks rekomendasi { $place }, putaran { $round }: { $rows } rekomendasi untuk { $villages } desa.
matrix-summary-states = { $open } belum selesai, { $done } selesai, { $cannot } tidak bisa.
matrix-summary-overdue = { $n } lewat target.
matrix-summary-disputed = { $n } disebut selesai, tetapi belum diterima di desa.
matrix-row = { $n }. { $text } ({ $who }, { $state })
matrix-row-late = { $n }. { $text } ({ $who }, { $state }, lewat target)
matrix-more = … dan { $n } lagi
matrix-empty = Matriks rekomendasi { $place } belum disusun.
