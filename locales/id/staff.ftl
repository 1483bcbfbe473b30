### Untuk camat dan tim: siapa belum, mengingatkan, membuka putaran.

late-list = { $place }: { $in } dari { $of } desa sudah melapor. Yang belum:
late-line = { $n }. { $place }
late-line-half = { $n }. { $place } (sudah mulai)
late-hint = Mau diingatkan? Pilih desanya, atau balas nomornya.
late-none = { $place }: semua { $of } desa sudah melapor. Terima kasih, { $sapaan }.
late-no-round = Saat ini tidak ada putaran yang terbuka untuk { $place }.
nudge-button = { $n }. { $place }
nudge = { $greeting }, { $sapaan }. { $who } menanyakan { $title } untuk { $place }. Batasnya { $due }.
    Sekitar 10 menit dan boleh dicicil. Bisa mulai sekarang?
nudge-by-camat = Camat { $kecamatan }
nudged = Baik, { $place } sudah diingatkan.
nudged-later = Baik, { $place } akan diingatkan { $when }.
nudged-already = { $place } sudah diingatkan hari ini; besok bisa lagi.
nudged-nobody = { $place } belum punya kontak di sini. Tim program sudah diberi tahu.

rounds = Putaran:
rounds-none = Belum ada putaran. Tim dapat membuatnya di konsol.
rounds-line = { $n }. { $code }: { $state }, batas { $due }
round-state-draft = belum dibuka
round-state-open = terbuka
round-state-closed = selesai
rounds-hint = Balas nomornya untuk melihat siapa yang akan dihubungi.
round-status = Putaran { $code } terbuka sampai { $due }: { $in } dari { $of } laporan masuk, { $half } sedang diisi, { $late } terlambat.
round-preview = Putaran { $code }, batas { $due }. Kalau dibuka:
round-preview-invited = • { $n } undangan dikirim mulai { $when }
round-preview-channel = • lewat { $channel }: { $n }
round-preview-waiting = • { $n } kecamatan menunggu laporan desanya
round-preview-unreachable = • { $n } tempat belum punya kontak: { $places }
round-preview-ask = Buka putaran ini?
round-open-yes = Ya, buka
round-open-no = Batal
round-opened = Putaran { $code } dibuka. { $n } undangan dikirim mulai { $when }. Sebelum itu masih bisa dibatalkan di konsol.
round-not-opened = Baik, putaran { $code } tidak jadi dibuka.
round-open-refused = Putaran { $code } tidak bisa dibuka: { $reason }

## Mengisi untuk desa lewat telepon

fill-in-which = Yang mana?
fill-in-nothing = { $place }: tidak ada laporan yang bisa diisi dari sini sekarang. Mohon dicek nama desanya, contoh: isi untuk desa Karay
fill-in-verified = { $place }: laporannya sudah diperiksa, jadi tidak diganti lagi.
fill-in-busy = { $name } sedang mengisinya, terakhir { $minutes } menit lalu. Diteruskan dari sini?
fill-in-anyway = Ya, teruskan di sini
fill-in-starts = Mengisi untuk { $place }, tercatat sebagai dibantu.
fill-in-done = { $sapaan }, laporan untuk { $place } sudah diisikan lewat telepon oleh { $name }. Untuk melihatnya, ketik "ringkasan".
