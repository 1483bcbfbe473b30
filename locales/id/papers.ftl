### Kertas untuk rapat dan laporan: bahan rapat, berita acara, laporan putaran, lembar ringkas.

## Bahan rapat

paper-pack = Bahan { $title }
paper-days = { $from } sampai { $until }
paper-invitation = Undangan
paper-meeting = Rapat
paper-day = Hari, tanggal
paper-time = Waktu
paper-time-open = pukul ............ sampai selesai
paper-place = Tempat
paper-opener = Dibuka oleh
paper-initiator = Diprakarsai oleh
paper-funder = Biaya dari
paper-members = Anggota
paper-members-of = { $body }: { $n } anggota ({ $decree }), dan undangan
paper-about-round = Putaran yang dibahas
paper-about-round-is = { $round }: { $reported } dari { $expected } desa sudah melapor
paper-open-line = ........................................
paper-agenda = Acara
paper-agenda-open = Acara rapat:
paper-short = Ringkasnya
paper-of = { $n } dari { $of }
paper-tile-reported = desa sudah melapor
paper-tile-done = kegiatan selesai
paper-tile-progress = kemajuan rata-rata
paper-tile-late = usulan lewat target
paper-tile-disputed = selesai, tapi belum sampai di desa
paper-tile-promises = komitmen belum ditepati
paper-promises = Komitmen rapat sebelumnya
paper-promises-none = Belum ada komitmen yang dicatat dari rapat sebelumnya.
paper-promise = Komitmen
paper-promised-at = Dari rapat
paper-due = Batas
paper-note = Catatan
paper-promise-open = Belum
paper-promise-kept = Ditepati
paper-promise-broken = Tidak terlaksana
paper-promise-late = Lewat batas
paper-follow-up = Tindak lanjut rekomendasi
paper-follow-up-none = Belum ada rekomendasi.
paper-follow-up-sums = { $all } usulan dari semua putaran: { $received } selesai dan diterima di desa, { $waiting } selesai dan masih ditanyakan ke desa, { $disputed } selesai menurut penanggung jawab tetapi belum sampai menurut desa, { $running } masih berjalan, { $refused } tidak bisa. Lewat target: { $late }.
paper-proposals = Usulan
paper-arrived = Diterima di desa
paper-asked-back = Ditanyakan ke desa
paper-disputed-short = Belum sampai di desa
paper-running = Berjalan
paper-refused = Tidak bisa
paper-past-target = Lewat target
paper-nobody = Belum ada penanggung jawab
paper-disputed = Selesai, tetapi belum sampai menurut desa
paper-disputed-none = Tidak ada.
paper-not-arrived = Belum sampai di
paper-late = Lewat target
paper-late-none = Tidak ada usulan yang lewat target.
paper-days-late = Lewat (hari)
paper-done = Selesai
paper-done-none = Belum ada usulan yang selesai.
paper-village-word = Kata desa
paper-places = Lokus program OPD
paper-places-none = Belum ada program OPD dengan lokus yang dicatat.
paper-office = OPD
paper-programme = Program
paper-year = Tahun
paper-places-total = Lokus
paper-places-taken = Terpakai
paper-places-left = Sisa
paper-by-kecamatan = Angka putaran per kecamatan
paper-by-kecamatan-none = Belum ada desa dalam putaran ini.
paper-villages = Desa
paper-reported = Sudah melapor
paper-confirmed = Dikonfirmasi camat
paper-yes = ya
paper-not-yet = belum
paper-activities = Kegiatan
paper-progress = Kemajuan (%)
paper-came = Hadir
paper-men = L
paper-women = P
paper-sum = Jumlah
paper-hidden-note-coordination = Hadir: peserta koordinasi kecamatan. Tanda – : jumlahnya kecil, jadi tidak ditampilkan, atau belum diketahui.
paper-constraints = Kendala
paper-constraint = Kendala
paper-constraints-none = Belum ada kendala yang disebut.
paper-support = Dukungan yang diminta
paper-support-what = Dukungan
paper-support-from = Diminta dari
paper-support-none = Belum ada dukungan yang diminta.
paper-lessons = Pelajaran dari desa
paper-lesson = { $place }: { $text }
paper-planning-heading = Tanggal perencanaan yang dekat
paper-planning = { $what } { $year }: { $date }{ $rounds ->
    [none] {""}
   *[other] . Putaran { $rounds } perlu siap sebelumnya
}
paper-planning-usual = { $what } { $year }: biasanya sekitar { $date }{ $rounds ->
    [none] {""}
   *[other] . Putaran { $rounds } perlu siap sebelumnya
}
paper-came-list = Daftar hadir
paper-name = Nama
paper-role = Jabatan atau instansi
paper-sex = L/P
paper-signature = Tanda tangan

## Berita acara

paper-minutes = BERITA ACARA
paper-minutes-number = Nomor: { $number }
paper-minutes-number-open = ............/............/............/{ $year }
paper-minutes-foot = Draf berita acara { $title }: dibaca dan diperbaiki dahulu, baru ditandatangani
paper-minutes-coordination = Koordinasi kecamatan
paper-minutes-day = { $words } ({ $date })
paper-minutes-days = { $from } sampai dengan { $until }
paper-minutes-opening = Pada hari ini, { $days }, bertempat di { $place }, telah dilaksanakan { $title } { $region } yang dibuka oleh { $opener }.
paper-minutes-place-open = ........................................
paper-minutes-opener-open = ........................................
paper-minutes-present = Rapat dihadiri { $total } ({ $words }) orang, terdiri atas { $men } laki-laki dan { $women } perempuan, sebagaimana daftar hadir terlampir.
paper-minutes-present-total = Rapat dihadiri { $total } ({ $words }) orang, sebagaimana daftar hadir terlampir.
paper-minutes-at-least = { $sentence } Jumlah itu paling sedikit.
paper-minutes-nobody-counted = Rapat dihadiri ............ orang, terdiri atas ............ laki-laki dan ............ perempuan, sebagaimana daftar hadir terlampir.
paper-minutes-guests = Tamu yang dicatat tersendiri: { $n } orang.
paper-minutes-agenda = A. Acara
paper-minutes-agenda-open = Acara rapat:
paper-minutes-decisions = B. Hasil dan keputusan
paper-minutes-decisions-open = Rapat memutuskan:
paper-minutes-promises = C. Komitmen dan rencana tindak lanjut
paper-minutes-promises-none = Tidak ada komitmen yang dicatat.
paper-minutes-month = Target
paper-minutes-end = Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.
paper-minutes-signed = { $place }, { $date }
paper-minutes-leader = Pimpinan rapat
paper-minutes-writer = Notulis
paper-minutes-chair = Mengetahui
paper-minutes-chair-of = Ketua { $body }
paper-minutes-witness = Wakil peserta

## Laporan putaran

paper-round = Laporan putaran { $round }
paper-tile-in-time = laporan tepat waktu
paper-tile-came = orang hadir di pertemuan desa
paper-tile-came-women = orang hadir di pertemuan desa, { $share } % perempuan
paper-round-summary = Sampai { $date }, { $reported } dari { $expected } desa di { $place } sudah melapor; { $late } laporan masuk sesudah batas.
paper-who-reported = Siapa yang melapor
paper-asked = Desa diminta
paper-in-time = Tepat waktu
paper-after-due = Sesudah batas
paper-owing = Belum
paper-excused = Tidak diminta
paper-kecamatan-report = Laporan kecamatan
paper-activities-stand = Keadaan kegiatan
paper-participants = Peserta pertemuan desa
paper-meetings = Pertemuan
paper-hidden-note = Tanda – : jumlahnya kecil, jadi tidak ditampilkan supaya tidak menunjuk orang; beberapa baris lain ikut ditutup supaya tidak bisa dihitung dari jumlahnya.
paper-compared = Dibanding putaran lalu
paper-compared-none = Ini putaran pertama, jadi belum ada pembandingnya.
paper-measure = Ukuran
paper-measure-reported = Desa yang melapor
paper-measure-late = Laporan sesudah batas
paper-measure-done = Kegiatan selesai
paper-measure-came = Orang yang hadir
paper-measure-women = Perempuan (%)
paper-measure-constraint = Kendala terbanyak
paper-quality = Mutu data
paper-quality-complete = Lengkap
paper-quality-complete-is = { $in } dari { $expected } laporan masuk; { $unanswered } dari { $activities } kegiatan belum diisi; { $skipped } pertanyaan dilewati
paper-quality-time = Tepat waktu
paper-quality-time-is = { $inTime } tepat waktu, { $late } sesudah batas, { $overdue } lewat batas dan belum masuk
paper-quality-line = Sejalan
paper-quality-line-is = { $outliers } desa perlu dilihat lagi; { $carried } kegiatan memakai angka putaran lalu; { $notInPlan } kegiatan di luar rencana
paper-quality-twice = Berulang
paper-quality-twice-is = { $sentences } kalimat yang sama di beberapa desa; { $activities } kegiatan tertulis dua kali dalam rencana
paper-quality-itself = Diisi desa sendiri
paper-quality-itself-is = { $share } % dari laporan yang menyebutkan siapa yang mengisi
paper-quality-itself-unknown = belum disebutkan
paper-quality-review = Pemeriksaan
paper-quality-review-is = { $open } sedang diisi, { $submitted } masuk, { $returned } diperbaiki, { $verified } sudah diperiksa
paper-next = Sesudah ini
paper-next-villages = { $n } desa masih ditunggu laporannya.
paper-next-kecamatan = { $n } laporan kecamatan masih ditunggu.
paper-next-matrix = { $n } usulan dalam matriks rekomendasi menunggu tindak lanjut di rapat Pokja/Forum.
paper-next-matrix-none = Matriks rekomendasi belum disusun.
paper-next-round = Putaran { $round } dibuka { $date }.

## Surat tentang kegagalan pelindungan data pribadi

paper-breach-person = Pemberitahuan tentang data pribadi Bapak/Ibu
paper-breach-authority = Pemberitahuan kegagalan pelindungan data pribadi
paper-breach-to-person = Kepada Yth. ........................................
paper-breach-to-authority = Kepada lembaga yang menyelenggarakan pelindungan data pribadi
paper-breach-foot = Draf: dibaca dan diperbaiki dahulu, baru ditandatangani
paper-breach-opening-person = Mohon maaf, data pribadi Bapak/Ibu yang disimpan { $implementer } untuk program { $programme } mungkin sudah dilihat orang yang tidak berhak. Surat ini menjelaskan data apa, kapan dan bagaimana, serta apa yang kami kerjakan, sesuai Pasal 46 UU Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.
paper-breach-opening-authority = { $implementer }, sebagai pengendali data pribadi dalam program { $programme }, menyampaikan pemberitahuan ini sesuai Pasal 46 UU Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.
paper-breach-data = Data pribadi yang terungkap
paper-breach-all-until = Semua data sampai { $until }.
paper-breach-span = Data dari { $from } sampai { $until }.
paper-breach-what = Kapan dan bagaimana
paper-breach-known = Kami mengetahuinya pada { $when }.
paper-breach-handling = Penanganan dan pemulihan
paper-breach-advice = Yang bisa Bapak/Ibu lakukan
paper-breach-advice-careful = Berhati-hatilah kalau ada yang meminta uang, kode, atau data atas nama program ini. Program tidak pernah memintanya.
paper-breach-advice-see = Ketik "data saya" kepada bot untuk melihat apa yang kami simpan.
paper-breach-advice-erase = Ketik "hapus data saya" kalau ingin dihapus; selesai dalam 3 x 24 jam.
paper-breach-numbers = Jumlah dan waktu
paper-breach-known-at = Diketahui
paper-breach-until = Batas 3 x 24 jam
paper-breach-people = Orang
paper-breach-told = Sudah diberi tahu
paper-breach-others = Akun yang tidak kami kenal
paper-breach-cases = Pengaduan, tanpa nama
paper-breach-where = Wilayah
paper-breach-nowhere = Seluruh program, atau tidak lagi menjabat
paper-breach-contact = Pertanyaan
paper-breach-contact-words = Hubungi { $implementer }, atau ketik "bantuan" kepada bot.
paper-breach-place = ...................., tanggal ....................

## Lembar ringkas

paper-briefing = Lembar ringkas { $place }
paper-briefing-before = menjelang { $title }, { $day }
paper-briefing-foot = { $title }: tanpa nama orang dan tanpa desa yang belum melapor, boleh diteruskan
paper-briefing-constraints = Tiga kendala terbanyak
paper-briefing-constraint = { $name }: { $activities } kegiatan di { $villages } desa
paper-briefing-asks = Yang diharapkan dari rapat
paper-briefing-asks-none = Belum ada usulan.
paper-briefing-who = Penanggung jawab: { $who }{ $month ->
    [none] {""}
   *[other] , target { $month }
}, untuk { $villages } desa.
paper-briefing-overdue = Lewat { $days } hari.
paper-briefing-support = Dukungan { $name } untuk { $activities } kegiatan di { $villages } desa{ $from ->
    [none] {""}
   *[other] , diminta dari { $from }
}.
briefing-page = Ini lembar ringkas { $place } sebagai PDF satu halaman, boleh diteruskan.
briefing-page-later = Maaf, lembar ringkas { $place } belum bisa dibuat. Silakan minta lagi nanti.
paper-tile-waiting = usulan menunggu tindak lanjut
paper-chart-reported = Desa yang sudah melapor
paper-chart-villages = { $n } dari { $of } desa, per kecamatan
