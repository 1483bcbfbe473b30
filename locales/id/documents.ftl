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
