### Rangkuman mingguan untuk camat, Pokja/Forum, OPD, fasilitator, dan tim. Baris pendek, dibaca di HP.

digest-title-camat = Rangkuman { $place }, minggu { $date }
digest-title-pokja = Rangkuman untuk Pokja { $place }, minggu { $date }
digest-title-forum = Rangkuman untuk Forum { $place }, minggu { $date }
digest-title-opd = Rangkuman untuk OPD { $place }, minggu { $date }
digest-title-fasilitator = Rangkuman desa dampingan { $sapaan }, minggu { $date }
digest-title-staff = Rangkuman tim { $place }, minggu { $date }
digest-round = Pemantauan putaran { $round }
digest-progress = { $reported } dari { $expected } desa sudah melapor.
digest-progress-all = Semua { $expected } desa sudah melapor.
digest-progress-none = Belum ada desa yang melapor, dari { $expected } desa.
digest-new = Minggu ini bertambah { $n } laporan.
digest-no-change = Minggu ini belum ada laporan baru.
digest-late-reports = { $n } laporan masuk sesudah batas.
digest-excused = { $n } desa tidak diminta melapor di putaran ini.
digest-office-open = { $n } rekomendasi menunggu tindak lanjut { $name }.
digest-office-overdue = { $n } di antaranya sudah lewat target. Untuk memberi kabar, ketik "tindak lanjut".
digest-office-places = Sisa lokus program { $name }:
digest-office-places-line = • { $name } { $year }: { $left } dari { $total }
digest-by-kecamatan = Per kecamatan:
digest-by-kecamatan-line = • { $name }: { $reported } dari { $expected }
digest-owing = Yang belum:
digest-owing-line = • { $name }: { $situation }, { $due }
digest-situation-not-started = belum mulai
digest-situation-half-done = sedang diisi
digest-situation-returned = sedang diperbaiki
digest-due-in = { $days ->
    [1] batas besok
   *[other] batas { $days } hari lagi
}
digest-due-today = batas hari ini
digest-due-passed = lewat { $days } hari
digest-activities = Kegiatan ({ $total }):
digest-activities-line = • { $status }: { $n }
digest-status-selesai = selesai
digest-status-berjalan = berjalan
digest-status-belum = belum mulai
digest-status-batal = tidak jadi
digest-status-tidak-diisi = belum diisi
digest-up = naik { $n } poin
digest-down = turun { $n } poin
digest-level = tetap
digest-average = Kemajuan rata-rata { $percent } %.
digest-last-round = Dibanding putaran lalu, di { $villages } desa yang melapor di keduanya: kemajuan rata-rata { $change }.
digest-constraints = Kendala terbanyak:
digest-constraints-line = • { $name }: { $activities } kegiatan di { $villages } desa
digest-support = Dukungan yang diminta:
digest-support-line = • { $name } ({ $activities } kegiatan)
digest-support-line-from = • { $name } ({ $activities } kegiatan), terutama dari { $from }
digest-attendance = Yang hadir di { $villages } pertemuan desa: { $total } orang ({ $men } laki-laki, { $women } perempuan).
digest-attendance-total = Yang hadir di { $villages } pertemuan desa: { $total } orang.
digest-attendance-hidden = Pertemuan desa: { $villages }.
digest-outliers = Perlu dilihat bersama desanya:
digest-outlier-progress-far-from-median = • { $name }: kemajuan { $value } %, di tempat lain sekitar { $other } %
digest-outlier-progress-fell = • { $name }: kemajuan { $value } %, dulu { $other } %
digest-outlier-far-above-target = • { $name }: ada hasil { $value } % dari target
digest-outlier-no-women = • { $name }: { $other } orang hadir, belum ada perempuan
digest-outlier-crowd = • { $name }: { $value } orang hadir, di tempat lain sekitar { $other }
digest-kecamatan-reports = Laporan kecamatan:
digest-kecamatan-line = • { $name }: { $state }
digest-state-waiting = menunggu desa
digest-state-open = belum mulai
digest-state-half_done = sedang diisi
digest-state-submitted = sudah masuk
digest-state-returned = sedang diperbaiki
digest-state-verified = sudah diperiksa
digest-state-late = lewat batas
digest-state-excused = tidak diminta
digest-changed-since = Berubah sesudah angkanya dikonfirmasi:
digest-two-reports = Ada dua laporan (raja dan kepala desa):
digest-unreachable = Belum punya kontak:
digest-help = Menunggu bantuan:
digest-help-line = • { $name }, sejak { $when }
digest-planning = Tanggal perencanaan yang dekat:
digest-planning-line = • { $what } { $year } di { $name }: { $date } ({ $days ->
    [0] hari ini
    [1] besok
   *[other] { $days } hari lagi
}){ $rounds }
digest-planning-line-usual = • { $what } { $year } di { $name }: biasanya sekitar { $date } ({ $days ->
    [0] hari ini
    [1] besok
   *[other] { $days } hari lagi
}){ $rounds }
digest-planning-rounds = . Putaran { $rounds } perlu siap sebelumnya
digest-work-late = Rencana kerja tim yang lewat:
digest-work-late-line = • { $title } ({ $who }): lewat { $days } hari
digest-name-line = • { $name }
digest-more = … dan { $n } lagi
digest-hint-camat = Untuk mengingatkan desa, ketik "siapa belum". Untuk melihat satu desa, contoh: lihat desa Karay
digest-hint-fasilitator = Kalau sinyal desa sulit, ketik "isi untuk desa" dan namanya.
digest-nothing = Belum ada yang perlu disampaikan minggu ini.
digest-picture-part = { $n } dari { $of }
digest-picture-activities = { $n } kegiatan
digest-picture-by-status = Keadaan { $total } kegiatan
digest-picture-constraints = Kendala terbanyak
digest-pdf = Ini rangkumannya sebagai PDF, boleh diteruskan.
digest-pdf-name = rangkuman
digest-picture-name = gambar
map-title = Peta { $name }
map-subtitle = Putaran { $round }, keadaan { $date }
map-subtitle-constraint = { $name }, putaran { $round }, { $date }
map-of = { $n } dari { $of }
map-none = tidak diminta melapor di putaran ini
map-state-all = sudah melapor ({ $n } desa)
map-state-some = sedang diisi atau diperbaiki ({ $n } desa)
map-state-low = belum mulai ({ $n } desa)
map-share-all = semua desa kecamatan ini sudah melapor
map-share-most = setengahnya atau lebih sudah melapor
map-share-some = kurang dari setengahnya sudah melapor
map-share-low = belum ada yang melapor
map-constraint-alert = menyebut { $name } ({ $n } desa)
map-constraint-some = melapor, tidak menyebutnya ({ $n } desa)
map-constraint-low = belum melapor ({ $n } desa)
map-constraint-sums-alert = menyebut { $name } ({ $n } desa)
map-constraint-sums-some = tidak menyebutnya, atau belum melapor
