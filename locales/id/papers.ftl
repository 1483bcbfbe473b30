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
