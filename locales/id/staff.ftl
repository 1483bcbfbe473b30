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

## Pekerjaan mingguan tim

work-extended = Baik, batas { $place } ({ $n } desa) sekarang { $due }.
work-excused = Baik, { $place } ({ $n } desa) tidak diminta melapor di putaran { $code }.
work-included = Baik, { $place } ({ $n } desa) kembali diminta melapor di putaran { $code }.
work-reopened = Baik, putaran { $code } terbuka lagi.
work-opening-cancelled = Baik, pembukaan putaran { $code } dibatalkan. Belum ada yang dihubungi.
work-closed = Baik, putaran { $code } ditutup. Laporan yang datang sesudah ini tetap disimpan.
work-paused = Pengiriman dihentikan sementara. Balasan tetap berangkat.
work-resumed = Pengiriman berjalan lagi. Yang masih berguna akan dikirim.
work-undo-hint = Kalau keliru, ketik "urungkan".
work-undone-extend = Baik, batasnya kembali seperti semula.
work-undone-excuse = Baik, desanya kembali diminta melapor.
work-undone-include = Baik, desanya kembali tidak diminta melapor.
work-undone-open = Baik, putarannya tidak jadi dibuka.
work-undone-close = Baik, putarannya terbuka lagi.
work-undone-reopen = Baik, putarannya ditutup lagi.
work-refused = Belum bisa dilakukan. Mohon dilihat di konsol.
work-refused-under-way = Putaran ini sudah berjalan: sudah ada yang dihubungi atau mulai mengisi. Ketik "tutup putaran" dan kodenya, atau "hentikan pengiriman".
work-refused-state = Keadaan putaran itu tidak cocok untuk perintah ini. Untuk melihatnya, ketik /putaran
work-refused-round = Kode putaran itu tidak ada. Untuk melihatnya, ketik /putaran
work-refused-no-round = Saat ini tidak ada putaran yang terbuka.
work-refused-date = Tanggalnya sudah lewat. Contoh: perpanjang desa Karay sampai 21 Agustus
work-refused-place = Tempat itu tidak diminta melapor di putaran ini.
work-refused-undo = Tidak ada yang bisa diurungkan dari sehari terakhir.
work-refused-reason = Mohon tulis alasannya. Contoh: bebaskan desa Karay karena banjir
work-date-again = Tanggalnya belum tertangkap, atau sudah lewat. Contoh: perpanjang desa Karay sampai 21 Agustus
work-place-again = Tempat itu tidak ada di wilayah ini. Contoh: desa Karay, atau kecamatan Teluk Waru
work-place-several = Ada beberapa tempat dengan nama itu. Mohon dipilih di konsol, atau sebut kecamatannya.

help-kind-help = minta bantuan
help-kind-claim = nomor baru
help-kind-wrong-contact = bukan kontaknya
help-kind-erase = minta data dihapus
help-kind-stopped = minta berhenti
help-list = Menunggu bantuan:
help-list-line = { $id }. { $who }: { $kind }, sejak { $when }
help-list-more = … dan lagi, di konsol
help-list-hint = Untuk menjawab: jawab { $id } lalu pesannya. Kalau sudah: beres { $id }
help-list-none = Tidak ada yang menunggu bantuan.
help-answered = Pesannya dikirim kepada { $name }. Kalau sudah: beres { $id }
help-nobody = Orang itu tidak punya kontak yang bisa dihubungi. Mohon ditelepon.
help-closed = Baik, sudah ditandai selesai.
help-unknown = Nomor itu tidak ada di daftar. Untuk melihatnya, ketik "daftar bantuan".
voice-list = Jawaban suara yang belum ditulis (didengarkan di konsol):
voice-list-line = { $id }. { $place }: { $question }
voice-list-hint = Untuk menulisnya: transkrip { $id } lalu isinya.
voice-list-none = Semua jawaban suara sudah ditulis.
voice-transcribed = Baik, isinya tersimpan di laporan { $place }, di samping suaranya.
voice-unknown = Nomor itu tidak ada di daftar. Untuk melihatnya, ketik "daftar suara".

## Satu desa, kalau ditanyakan ("lihat desa Karay")

village-title = { $place }, Kecamatan { $kecamatan }, putaran { $round }
village-state-waiting = Laporan: belum waktunya, batas { $due }.
village-state-open = Laporan: belum mulai, batas { $due }.
village-state-half-done = Laporan: sedang diisi, batas { $due }.
village-state-late = Laporan: belum masuk, batasnya { $due }.
village-state-returned = Laporan: sedang diperbaiki desa.
village-state-submitted = Laporan: masuk { $date }, belum diperiksa.
village-state-verified = Laporan: masuk { $date }, sudah diperiksa.
village-state-excused = Laporan: tidak diminta di putaran ini.
village-state-not-in = Laporan: belum masuk.
village-late = Masuknya sesudah batas.
village-two-reports = Ada dua laporan, dari raja dan kepala desa. Keduanya bisa dilihat di konsol; ini yang dihitung.
village-attendance = Yang hadir: { $total } orang ({ $men } laki-laki, { $women } perempuan).
village-activity = { $n }. { $name }: { $stands }
village-activity-percent = { $status }, { $percent }%
village-activity-unknown = belum diisi
village-constraints = { "   " }Kendala: { $list }
village-support = { "   " }Perlu: { $list }
village-which = Desa mana yang mau dilihat? Contoh: lihat desa Karay
village-unknown = Desa "{ $place }" belum ketemu di wilayah ini. Mohon dicek namanya, contoh: lihat desa Karay
village-not-in-round = { $place } tidak ikut dalam putaran { $round }.
village-sums-only = { $sapaan }, di sini yang bisa dilihat adalah jumlah per kecamatan. Ketik "ringkasan".
on-request-no-round = { $sapaan }, belum ada putaran yang bisa diringkas.
on-request-too-large = { $sapaan }, rangkuman semua kabupaten ada di konsol, dan dikirim setiap Senin. Untuk satu desa, contoh: lihat desa Karay

policy-first = { $greeting }, { $sapaan } { $name }. Ada hal penting untuk dibaca semua yang bekerja dengan program ini.
policy-again = { $greeting }, { $sapaan } { $name }. Mohon sempatkan membaca ini.
policy-ask = Balas "sudah" kalau sudah dibaca.
policy-read = Sudah saya baca
policy-thanks = Terima kasih, { $sapaan }. Sudah dicatat.
policy-later = Baik, { $sapaan }. Pesannya tetap di atas; balas "sudah" kalau sudah dibaca.
policy-pseah = Siapa pun yang bekerja untuk program ini tidak boleh meminta uang, barang, atau hal pribadi sebagai syarat bantuan, dan tidak boleh melakukan pelecehan. Bantuan tidak perlu dibalas dengan apa pun. Kalau melihat atau mengalaminya, ketik "pengaduan" kapan saja. Laporan dibaca petugas khusus, boleh tanpa nama, dan tidak ada yang dirugikan karena melapor.
policy-anak = Anak-anak dilindungi di setiap kegiatan program. Jangan memotret anak tanpa izin orang tuanya, jangan berdua saja dengan anak di tempat tertutup, dan jangan mempekerjakan anak. Kalau khawatir tentang seorang anak, ketik "pengaduan" kapan saja, atau hubungi SAPA 129.
policy-antikorupsi = Bantuan program tidak dipungut biaya, dan tidak dipotong. Barang yang datang dicatat bersama, dan setiap orang boleh bertanya jumlahnya. Kalau diminta uang atau ada yang berkurang, ketik "pengaduan", lalu pilih uang atau barang. Yang membaca hanya petugas antikorupsi.
policy-lain = Mohon membaca pesan dari tim program ini.

story-ask-own = { $greeting }, { $sapaan } { $name }. Cerita yang dulu disampaikan sudah kami tulis. Mohon dibaca dulu:
story-ask-of-others = { $greeting }, { $sapaan } { $name }. Cerita yang dulu disampaikan sudah kami tulis. Mohon dibacakan dulu kepada yang diceritakan:
story-ask-media = Boleh diterbitkan di media BaKTI seperti ini?
story-ask-internal = Boleh dipakai di dalam program seperti ini?
story-yes = Boleh
story-no = Belum
story-approved = Terima kasih, { $sapaan }. Persetujuannya dicatat. Untuk menariknya kapan saja, ketik "tarik cerita".
story-not-approved = Baik, { $sapaan }. Cerita ini belum diterbitkan, dan tim akan bertanya apa yang perlu diubah.
story-withdrawn = Baik, { $sapaan }. Cerita itu ditarik dan tidak dipakai lagi. Kalau sudah terbit, tim menurunkannya.
story-none = Tidak ada cerita dari { $sapaan } yang sedang dipakai.
story-which = Cerita mana yang ditarik, { $sapaan }?
story-untitled = Cerita nomor { $id }
doc-story = Cerita perubahan
doc-story-nobody = Warga { $place }

## Kegagalan pelindungan data pribadi

breach-kind-identitas = nama dan jabatan
breach-kind-nomor = nomor telepon dan akun
breach-kind-percakapan = isi percakapan
breach-kind-jawaban = jawaban laporan
breach-kind-foto = foto dan pesan suara
breach-kind-pengaduan = isi pengaduan
breach-told = { $greeting }, { $sapaan } { $name }. Mohon maaf, ada kabar kurang baik: data { $sapaan } pada kami ({ $kinds }) mungkin sudah dilihat orang lain.
breach-told-handling = Yang kami kerjakan: { $handling }
breach-told-advice = Mohon berhati-hati kalau ada yang meminta uang, kode, atau data atas nama program ini. Kalau ada pertanyaan, balas "bantuan" atau hubungi { $contact }.
