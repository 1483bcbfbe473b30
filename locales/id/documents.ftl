### Dokumen untuk dicetak atau diteruskan: matriks, isian kosong, laporan desa.

doc-head = { $programme }{ $funder ->
    [none] {""}
   *[other] , dengan dukungan { $funder }
}
doc-round = putaran { $round }
doc-as-of = keadaan { $date }
doc-matrix = Matriks rekomendasi tindak lanjut
doc-matrix-kecamatan = Kecamatan { $name }
doc-matrix-kabupaten = Kabupaten { $name }
doc-matrix-signed = Versi { $number }, ditandatangani { $date }
doc-matrix-empty = Belum ada rekomendasi dalam putaran ini.
doc-matrix-no = No
doc-matrix-place = Kecamatan
doc-matrix-village = Desa
doc-matrix-activity = Kegiatan
doc-matrix-problem = Masalah atau kendala
doc-matrix-text = Usulan tindak lanjut
doc-matrix-level = Tingkat
doc-matrix-responsible = Penanggung jawab
doc-matrix-target = Target
doc-matrix-funding = Sumber dana
doc-matrix-priority = Prioritas
doc-matrix-state = Status
doc-matrix-overdue = lewat { $days } hari
doc-matrix-totals = { $rows } usulan untuk { $villages } desa. Prioritas tinggi { $tinggi }, sedang { $sedang }, rendah { $rendah }. Sudah diterima di desa { $received }, lewat target { $overdue }.
doc-matrix-carried = Dibawa ke kabupaten oleh { $name }.
doc-sign-place = { $place }, ........................ { $year }
doc-sign-camat = Camat { $name }
doc-sign-kabupaten = Bapperida { $name }
doc-sign-carrier = Dibawa oleh
doc-sign-village = Wakil desa
doc-form = { $title }
doc-form-note = Lembar ini untuk mencatat di pertemuan desa. Jawabannya dikirim lewat chat, boleh dengan foto atau pesan suara.
doc-form-village = Desa { $name }, Kecamatan { $kecamatan }
doc-form-number = { $label }. { $question }
doc-form-example = Contoh: { $example }
doc-form-previous = Putaran lalu: { $value }
doc-form-choices = Pilihan: { $choices }
doc-report-receipt = Nomor tanda terima
doc-report-sent = Dikirim
doc-report-writer = Jabatan yang melapor
doc-report-state = Keadaan laporan
doc-report-skipped = dilewati
doc-report-skipped-because = dilewati: { $reason }
doc-report-general = Umum

## Selebaran satu halaman untuk kepala desa

doc-plan = Rencana penghidupan desa (VLP) tahun { $year }
doc-plan-held = Lokakarya
doc-plan-goal = Tujuan bersama
doc-plan-profile = Keadaan desa
doc-plan-challenges = Tantangan yang diatasi
doc-plan-activities = Kegiatan ({ $n })
doc-plan-since = Perubahan sejak tahun { $year }
doc-plan-since-loaded = Perubahan sejak rencana sebelumnya
doc-plan-field = Bidang
doc-plan-place = Lokasi
doc-plan-time = Waktu
doc-plan-cost = Biaya
doc-plan-document = Dokumen desa
doc-plan-sign-head = Kepala desa / raja negeri
doc-plan-sign-group = Pokja desa
doc-plan-sign-council = BPD / saniri

doc-leaflet = Laporan desa lewat HP
doc-leaflet-for = Untuk kepala desa, raja negeri, sekretaris, dan pokja desa
doc-leaflet-start = Memulai
doc-leaflet-start-text = Bapak/Ibu mendapat kode delapan huruf dari fasilitator. Kirim kode itu ke alamat di bawah, baca penjelasannya, lalu balas "setuju". Sesudah itu bot yang menghubungi lebih dulu setiap kali ada putaran.
doc-leaflet-telegram = Telegram
doc-leaflet-whatsapp = WhatsApp
doc-leaflet-helper = Fasilitator desa
doc-leaflet-blank = ........................................................
doc-leaflet-answer = Menjawab
doc-leaflet-answer-text = Jawab seperti biasa: "sudah", "2,5 juta", "lk 7 pr 5", "tgl 5 bulan depan". Kalau kurang jelas, bot bertanya lagi; tidak ada yang ditebak. Sinyal hilang? Yang sudah dibalas bot sudah tersimpan, dan tidak ada yang hangus. Foto boleh menyusul, pesan suara juga boleh.
doc-leaflet-want = Mau apa
doc-leaflet-type = Ketik
doc-leaflet-go = Mulai, atau lanjut kapan saja
doc-leaflet-later = Istirahat dulu
doc-leaflet-back = Mundur satu pertanyaan
doc-leaflet-change = Mengganti jawaban nomor 7
doc-leaflet-skip = Tidak bisa dijawab
doc-leaflet-same = Tidak ada yang berubah sejak putaran lalu
doc-leaflet-all = Semua pertanyaan dalam satu pesan, untuk sinyal lemah
doc-leaflet-recap = Melihat jawaban sejauh ini
doc-leaflet-help = Minta dibantu orang
doc-leaflet-delegate = Orang lain yang mengisi
doc-leaflet-number = Nomor HP ganti (kirim dari nomor baru)
doc-leaflet-rights = Data Bapak/Ibu
doc-leaflet-rights-text = "data saya" memperlihatkan apa yang disimpan, "berhenti" menghentikan semua pesan, "hapus data saya" meminta data pribadi dihapus; laporan desa tetap ada. Bot tidak mengirim pesan pada malam hari, hari Minggu, atau hari raya. Kalau Bapak/Ibu yang menulis, bot selalu menjawab.
doc-leaflet-harm = Ada yang tidak beres?
doc-leaflet-harm-text = Kekerasan, anak yang disakiti, atau uang yang diminta: ketik "pengaduan", kapan saja, dari nomor mana saja. Tidak perlu menyebut nama, dan tidak dibaca oleh camat, fasilitator, atau tim.
