### Konsol staf dan simulator obrolan.

## Kerangka halaman

console-demo = contoh
console-first-admin = Admin
console-sign-out = Keluar
console-menu-home = Beranda
console-menu-rounds = Putaran
console-menu-help = Bantuan
console-menu-people = Orang
console-menu-digests = Rangkuman
console-menu-calendar = Kalender
console-menu-forms = Formulir
console-menu-whatsapp = WhatsApp
console-menu-queues = Antrean
console-search = Cari
console-nothing-found = Tidak ada yang cocok.
console-minutes = { $n } menit
console-pages = Halaman
console-page-before = ‹ Sebelumnya
console-page-after = Berikutnya ›
console-page-of = { $from }–{ $until } dari { $total }

## Masuk

console-sign-in = Masuk
console-sign-in-how = Konsol dibuka dengan tautan sekali pakai. Mintalah kepada admin program, atau jalankan di server: kentongan console link --for NAMA
console-sign-in-ready = Tekan tombol ini untuk masuk. Tautan hanya bisa dipakai sekali.
console-sign-in-button = Masuk ke konsol
console-sign-in-old = Tautan ini sudah dipakai atau sudah lewat 15 menit.
console-sign-in-slow = Sudah beberapa kali dicoba. Mohon coba lagi sesudah 15 menit.
console-not-from-here = Permintaan ini datang dari halaman lain. Mohon buka tautannya sekali lagi.
console-not-found = Halaman tidak ada
console-not-found-hint = Mungkin alamatnya keliru, atau halamannya sudah tidak ada.
console-forbidden = Bukan untuk kursi ini
console-forbidden-hint = Jabatan dan wilayah Anda tidak membuka halaman ini. Kalau seharusnya bisa, mintalah kepada admin program.
console-failed = Ada gangguan
console-failed-hint = Halaman ini sedang tidak bisa dibuka. Mohon coba lagi sebentar lagi; kalau masih begitu, beri tahu admin program.

## Sesudah menyimpan

console-notice-saved = Sudah disimpan.
console-notice-opened = Putaran sudah dibuka. Undangan berangkat pada jam yang diizinkan di tiap tempat.
console-notice-closed = Putaran sudah ditutup. Laporan yang datang sesudah ini tetap disimpan.
console-notice-extended = Batas waktu sudah diperpanjang.
console-notice-excused = Tempat itu tidak diminta melapor di putaran ini.
console-notice-unexcused = Tempat itu kembali diminta melapor.
console-notice-paused = Pengiriman dihentikan sementara. Balasan tetap berangkat.
console-notice-resumed = Pengiriman berjalan lagi.
console-notice-returned = Jawaban sudah dikembalikan. Orangnya akan ditanya lagi, hanya tentang itu.
console-notice-verified = Laporan sudah diperiksa.
console-notice-answered = Jawaban sudah diantrekan untuk dikirim.
console-notice-handled = Sudah ditandai selesai.
console-notice-again = Akan dicoba sekali lagi.
console-notice-nobody = Orang ini tidak punya kontak yang bisa dihubungi.
console-notice-created = Putaran sudah dibuat.

console-problem-form = Ada isian yang belum lengkap. Mohon dilihat lagi.
console-problem-round-closed = Putaran ini sudah ditutup. Buatlah putaran baru.
console-problem-round-without-form = Putaran ini belum punya formulir.
console-problem-no-villages = Belum ada desa dalam program. Muat daftar orang atau rencana desa lebih dahulu.
console-problem-bad-date = Tanggalnya belum terbaca. Contoh: 2024-08-21
console-problem-exists = Kode putaran itu sudah dipakai.

## Keadaan laporan

console-state-waiting = menunggu
console-state-open = belum mulai
console-state-half-done = sedang diisi
console-state-submitted = sudah masuk
console-state-returned = sedang diperbaiki
console-state-verified = sudah diperiksa
console-state-late = lewat batas
console-state-excused = tidak diminta
console-came-late = masuk sesudah batas

## Beranda

console-round-title = Putaran { $code }
console-no-round = Tidak ada putaran yang terbuka.
console-other-round = Putaran { $code } juga terbuka
console-no-places = Belum ada tempat yang diminta melapor.
console-in-of = { $in } dari { $of } desa sudah melapor
console-percent = { $n } %
console-n-of = { $in } dari { $of }
console-due = batas { $due }
console-kecamatan = Kecamatan
console-column-in = Sudah melapor
console-column-kecamatan-report = Laporan kecamatan
console-figure-half = sedang diisi
console-figure-late = lewat batas
console-figure-returned = sedang diperbaiki
console-figure-unreachable = tidak terhubungi
console-figure-help = menunggu bantuan
console-machine = Keadaan sistem
console-sending-paused = Pengiriman dihentikan sementara.
console-sending-on = Pengiriman berjalan.
console-inbox-fine = Semua pesan yang masuk sudah dijawab.
console-inbox-stuck = Ada pesan masuk yang belum diproses sejak { $since }.
console-outbox-fine = Tidak ada pesan keluar yang tertahan.
console-outbox-due = { $n } pesan keluar sedang menunggu giliran.
console-trouble = { $n } pesan perlu dilihat staf.
console-backup = Cadangan terakhir: { $when }.
console-no-backup = Belum ada cadangan.

## Simulator obrolan

console-sim = Simulator obrolan
console-sim-intro = Pilih siapa saja dari program contoh, lalu mengobrollah dengan bot seperti di HP mereka. Semua orang di sini rekaan.
console-sim-search = Nama, desa, atau jabatan
console-sim-programme = Kabupaten dan program
console-sim-not-enrolled = Belum terdaftar; kodenya { $code }
console-sim-guest = Tamu
console-sim-unknown = belum dikenal
console-sim-bot = Kentongan (bot)
console-sim-others = Orang lain
console-sim-more = Lainnya
console-sim-refresh = Segarkan
console-sim-location = Kirim lokasi
console-sim-block = Blokir bot
console-sim-unblock = Buka blokir
console-sim-blocked = Bot diblokir
console-sim-unblocked = Blokir dibuka
console-sim-write = Tulis pesan
console-sim-send = Kirim
console-sim-send-code = Kirim kode { $code }
console-sim-photo = Kirim foto atau berkas
console-sim-caption = Keterangan
console-sim-empty = Belum ada obrolan. Coba tulis: mulai
console-sim-typing = bot sedang menulis
console-sim-edit = ubah
console-sim-edited = diubah
console-sim-a-photo = foto
console-sim-a-file = berkas
console-sim-a-voice = pesan suara
console-sim-a-location = lokasi
console-sim-a-contact = kontak

## Putaran

console-no-rounds = Belum ada putaran.
console-round = Putaran
console-round-state = Keadaan
console-round-dates = Tanggal
console-round-draft = belum dibuka
console-round-open = terbuka
console-round-closed = selesai
console-dates-desa = Desa: { $from } sampai { $until }
console-dates-kecamatan = Kecamatan: { $from } sampai { $until }
console-new-round = Buat putaran baru
console-round-code = Kode putaran
console-round-code-hint = contoh: 2024-08
console-opens = Dibuka
console-due-on = Batas
console-due-new = Batas baru
console-form-desa = Formulir desa
console-form-kecamatan = Formulir kecamatan
console-depth = Panjang formulir desa
console-depth-core = Inti: hanya yang berubah
console-depth-full = Lengkap
console-kabupaten = Kabupaten
console-everywhere = Semua
console-create = Buat
console-draft-hint = Putaran ini belum dibuka; belum ada yang dihubungi.
console-preview = Lihat siapa yang akan dihubungi
console-opening-title = Membuka putaran { $code }
console-invitations = undangan
console-by-channel = lewat { $channel }
console-kecamatan-wait = kecamatan menunggu desanya
console-first-invitation = Undangan pertama berangkat { $when }.
console-open-hint = Sesudah dibuka, undangan dikirim pada jam yang diizinkan di tiap tempat.
console-open = Buka putaran ini
console-invited-at = Diundang
console-place = Tempat
console-state = Keadaan
console-reach = Kontak
console-reachable = bisa dihubungi
console-reach-nobody = belum ada kontak
console-reach-not-enrolled = belum mendaftar
console-reach-no-consent = belum setuju
console-reach-stopped = minta berhenti
console-reach-blocked = memblokir bot
console-changed-since = berubah sejak dikonfirmasi
console-no-places-here = Tidak ada tempat di daftar ini.
console-level = Tingkat
console-level-desa = Desa
console-filter-all = Semua
console-filter-in = Sudah masuk
console-filter-owing = Belum
console-filter-late = Lewat batas
console-filter-half-done = Sedang diisi
console-filter-returned = Diperbaiki
console-filter-unreachable = Tidak terhubungi
console-filter-excused = Tidak diminta
console-manage = Mengatur putaran
console-extend = Perpanjang batas
console-region-code = Wilayah
console-region-hint = kode kabupaten, kecamatan, atau desa
console-pause = Hentikan pengiriman
console-pause-hint = Undangan, pengingat, dan rangkuman bisa dihentikan sementara. Balasan tetap berangkat.
console-resume = Jalankan lagi
console-resume-hint = Pengiriman sedang dihentikan. Yang masih berguna akan dikirim sesudah dijalankan lagi.
console-close = Tutup putaran
console-close-hint = Sesudah ditutup tidak ada pengingat lagi; laporan yang telat tetap disimpan.
console-reopen = Buka kembali
console-problem-round-state = Keadaan putaran ini sudah berubah. Mohon dilihat lagi.
console-problem-no-place = Tidak ada tempat yang dimaksud di putaran ini.

## Desa dan laporan

console-two-heads = dua kepala: raja dan kepala desa
console-reports = Laporan
console-people = Orang
console-plan = Rencana ({ $n } kegiatan)
console-no-plan = Rencana desa ini belum dimuat.
console-activity = Kegiatan
console-target = Target
console-not-in-plan = belum dari VLP
console-activity-selesai = selesai
console-activity-berjalan = berjalan
console-activity-belum = belum mulai
console-activity-batal = tidak jadi
console-name = Nama
console-position = Jabatan
console-came-in = Masuk
console-written-by = Ditulis oleh
console-written-for = { $who }, mewakili { $whom } ({ $position })
console-receipt = Tanda terima
console-excuse = Tidak perlu melapor
console-excused-because = Tidak diminta melapor: { $reason }
console-include-again = Minta melapor lagi
console-reason = Alasan
console-verify = Tandai sudah diperiksa
console-verify-hint = Sesudah diperiksa, jawaban tidak bisa diganti lagi.
console-return = Kembalikan jawaban ini
console-comment = Catatan untuk orangnya
console-comment-hint = singkat dan sopan; dibaca apa adanya
console-because = Alasannya: { $reason }
console-earlier = Sebelumnya ({ $n })
console-skipped = dilewati
console-taken-back = tidak berlaku lagi
console-carried = dibawa dari putaran lalu
console-known = sudah diketahui
console-said-by = { $who }, { $when }
console-said-over = { $who }, { $when } lewat { $channel }
console-typed = ditulis: { $raw }
console-files = Foto dan berkas
console-file = Berkas { $id }
console-file-away = belum diambil
console-file-lost = tidak bisa diambil

## Kecamatan

console-confirmed = Angka dikonfirmasi camat { $when } ({ $n } desa)
console-villages-in = desa sudah melapor
console-progress = kemajuan rata-rata
console-attended = orang hadir di pertemuan desa
console-attended-by-sex = orang hadir ({ $men } laki-laki, { $women } perempuan)
console-activities = Kegiatan ({ $n })
console-activity-unanswered = belum diisi
console-constraints = Kendala
console-support = Dukungan yang diminta

## Bantuan dan orang

console-help-title = Menunggu bantuan
console-help-people = Orang
console-help-machine = Pesan dan sistem
console-help-none = Tidak ada yang menunggu.
console-help-what = Apa
console-help-since = Sejak
console-item-help = Minta bantuan
console-item-claim = Nomor atau akun baru
console-claim-hint = Seseorang menulis dari nomor baru atas nama orang ini. Kalau sudah ditanyakan kepada orangnya:
console-item-wrong-contact = Bukan kontaknya
console-item-parked = Pesan yang belum bisa diproses
console-item-in-doubt = Belum pasti terkirim
console-item-refused = Tidak terkirim
console-said-delivered = · sampai
console-said-read = · dibaca
console-said-failed = · tidak terkirim
console-said-in-doubt = · belum pasti terkirim
console-said-knocked = · menunggu balasan
console-item-follow-on = Perlu formulir lanjutan
console-item-erase = Minta data dihapus
console-item-stopped = Minta berhenti
console-item-note = Catatan sistem
console-report = Laporan
console-stuck-at = Berhenti di
console-note = Catatan
console-handled = sudah selesai
console-last-said = Percakapan terakhir
console-them = Orang itu
console-answer = Jawaban untuk orangnya
console-answer-hint = dikirim apa adanya lewat bot
console-send = Kirim
console-try-again = Coba sekali lagi
console-mark-handled = Tandai selesai
console-people-search = Nama orang atau tempat
console-invited = sudah diundang
console-phone = Nomor telepon
console-phone-kept = tersimpan (disembunyikan)
console-phone-none = belum ada
console-language = Bahasa
console-sapaan = Panggilan
console-seats = Jabatan
console-since = Sejak
console-channel = Saluran
console-last-heard = Terakhir menulis
console-consents = Persetujuan
console-consent = Tentang
console-consent-reporting = melapor lewat bot
console-consent-photo = foto
console-consent-story = cerita
console-consent-contact = dihubungi
console-consent-other = lainnya
console-invite = Undangan
console-invite-hint = Untuk HP atau nomor baru, atau kalau kodenya hilang. Kode sebelumnya tidak berlaku lagi.
console-invite-button = Buat kode baru
console-end-holding = Jabatan berakhir
console-end-holding-hint = Laporan yang terbuka diteruskan penggantinya dengan semua jawaban yang sudah ada.
console-successor = Nama pengganti
console-successor-hint = boleh kosong kalau belum ada
console-end-holding-button = Akhiri jabatan
console-new-code = Kode undangan untuk { $name }:
console-new-code-hint = Kode ini hanya tampil sekali. Bacakan atau kirimkan sekarang.

## Sistem, formulir, kalender, rangkuman

console-queue-inbox = pesan masuk menunggu
console-queue-replies = balasan menunggu
console-queue-reminders = pengingat menunggu
console-queue-digests = rangkuman menunggu
console-queue-later = dijadwalkan nanti
console-queue-files = berkas belum diambil
console-queue-oldest = Pesan tertua menunggu { $since }.
console-channels = Saluran
console-channel-starting = sedang mulai
console-channel-running = berjalan
console-channel-degraded = terganggu
console-channel-stopped = berhenti
console-held-up = Belum tersampaikan, dicoba lagi
console-message = Pesan
console-tries = Percobaan
console-next-try = Dicoba lagi
console-jobs = Pekerjaan terjadwal
console-jobs-none = Belum ada yang dijalankan.
console-job = Pekerjaan
console-job-last = Terakhir
console-job-ok = beres
console-job-failed = terganggu
console-job-running = sedang jalan
console-forms-hint = Laporan yang sedang ditulis tetap memakai versi saat ia dimulai. Formulir baru dipasang lewat server: kentongan setup
console-form = Formulir
console-form-version = Versi
console-form-number = ke-{ $number } (versi { $version })
console-calendar-hint = Pada hari-hari ini bot tidak memulai percakapan. Balasan tetap jalan.
console-day = Hari
console-day-add = Tambah hari setempat
console-day-from = Mulai
console-day-until = Sampai
console-day-name = Nama hari
console-day-name-hint = contoh: pesta adat, hari pasar, berkabung
console-day-remove = Hapus
console-day-libur = libur nasional
console-day-cuti = cuti bersama
console-day-ramadan = Ramadan
console-day-lokal = setempat
console-digests-hint = Beginilah rangkuman yang akan diterima tiap kelompok kalau dikirim sekarang.
console-audience-camat = Camat
console-audience-pokja = Pokja
console-audience-forum = Forum
console-audience-opd = OPD
console-audience-fasilitator = Fasilitator
console-audience-staff = Tim
console-draft-ready = Putaran { $code } sudah disiapkan tetapi belum dibuka.

console-notice-reconnecting = Browser WhatsApp dimulai ulang. Tunggu sebentar.
console-whatsapp-off = Saluran WhatsApp lewat kode QR tidak dinyalakan (WHATSAPP_WEB=on di .env).
console-whatsapp-waiting = menunggu HP
console-whatsapp-scan = Di HP yang nomornya dipakai bot: buka WhatsApp → Perangkat tertaut → Tautkan perangkat, lalu pindai kode ini. Kode berganti sendiri.
console-whatsapp-code = Kode QR untuk menautkan WhatsApp
console-whatsapp-age = Kode ini berumur { $seconds } detik; halaman dimuat ulang sendiri.
console-whatsapp-again = Mulai ulang browser WhatsApp
console-whatsapp-again-hint = Bila WhatsApp macet atau kode tidak muncul, browser bisa dimulai ulang. Tautan ke HP tetap tersimpan dan pesan yang menunggu tidak hilang.

## Pengaduan rahasia

console-complaints = Pengaduan
console-complaints-none = Tidak ada pengaduan.
console-complaints-no-key = SEALED_KEY tidak dipasang: pengaduan tidak diterima, dan yang ada tidak bisa dibuka.
console-complaint-kind = Tentang
console-complaint-state = Keadaan
console-complaint-urgent = Tidak aman
console-complaint-contact-by = Hubungi sebelum
console-complaint-perilaku = Perilaku atau kekerasan seksual
console-complaint-anak = Anak
console-complaint-uang = Uang atau barang
console-complaint-lain = Hal lain
console-complaint-bicara = Ingin bicara langsung
console-complaint-baru = Baru
console-complaint-ditangani = Sedang ditangani
console-complaint-selesai = Selesai
console-complaint-to-ditangani = Saya tangani
console-complaint-to-selesai = Tandai selesai
console-complaint-emptied = Isinya sudah dihapus sesuai masa simpan.
console-complaint-closed = Isinya tidak bisa dibuka: kunci SEALED_KEY tidak ada atau bukan yang dulu.
