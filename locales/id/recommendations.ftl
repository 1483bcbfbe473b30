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

follow-up-no-target = belum ada
follow-up-commitment = Komitmen { $meeting }: { $what }
follow-up-thanks = Terima kasih, { $sapaan }. Kabarnya sudah dicatat. Kalau ada yang berubah, ketik "tindak lanjut".
follow-up-asked-back = Yang disebut selesai kami tanyakan kembali ke desanya.
follow-up-none = Saat ini tidak ada rekomendasi yang menunggu kabar dari { $sapaan }.
village-check-thanks = Terima kasih, { $sapaan }. Jawaban { $place } sudah dicatat.
village-check-differs = Catatan kabupaten: selesai. Jawaban { $place }: belum diterima. Keduanya kami teruskan ke yang menangani.
mismatch-told = { $greeting }, { $sapaan }. { $place } menjawab bahwa ini belum diterima: { $text }
    Catatan kabupaten: selesai { $date }. Mohon dilihat lagi; kabar terbaru bisa dikirim dengan kata "tindak lanjut".
mismatch-note = Catatan desa: { $note }
overdue-told = { $greeting }, { $sapaan }. { $n } rekomendasi di { $place } sudah lewat target:
overdue-line = • { $text } ({ $who }, target { $target })
overdue-line-disputed = • { $text } ({ $who }, disebut selesai, belum diterima di desa)
later-unnamed-goods = Barang stimulan
later-unnamed-training = yang lalu

plan-updated = Rencana penghidupan { $place } tahun { $year } sudah tersimpan.
plan-since = Dibanding tahun { $year }:
plan-since-loaded = Dibanding rencana sebelumnya:
plan-added = Baru ({ $n }): { $names }
plan-changed = Diubah ({ $n }): { $names }
plan-finished = Selesai ({ $n }): { $names }
plan-taken-out = Dihapus ({ $n }): { $names }
plan-carried = Diteruskan ({ $n }): { $names }
plan-goal = Tujuan bersama: { $goal }
plan-profile = { $label }: { $before } menjadi { $after }
plan-more = dan { $n } lagi
plan-renamed = dulu { $before }
plan-change = { $what } { $from } menjadi { $to }
plan-change-new = { $what } { $to }
plan-word-bidang = bidang
plan-word-tantangan = tantangan
plan-word-lokasi = lokasi
plan-word-kelompok = kelompok
plan-word-target = target
plan-word-mulai = mulai
plan-word-selesai = selesai
plan-word-biaya = biaya
plan-word-sumber = sumber dana
plan-word-penanggung_jawab = penanggung jawab
plan-word-dokumen_desa = dokumen desa
