### Yang dikatakan di sekitar pertanyaan. Pertanyaannya sendiri ada di formulir (flows/).
### Pendek, sopan, tidak pernah menyalahkan.

## Yang dipahami, di awal balasan

heard = Baik, { $echo }.
heard-number = Baik, tercatat { $echo }.
heard-about = Baik, kira-kira { $echo }.
heard-same = Baik, masih sama: { $echo }.
heard-changed = Baik, diganti: { $echo }.
heard-several = Baik, sudah dicatat:
rest-left = Yang belum tercatat: { $text }. Kita isi satu per satu, ya.
photo-kept = Baik, fotonya kami simpan untuk pertanyaan foto ({ $kept } dari paling banyak { $most }).
heard-photo = Baik, fotonya sudah diterima.
heard-voice = Baik, pesan suaranya sudah diterima.
skipped = Baik, dilewati.
taken-back = Baik, kembali ke pertanyaan tadi.
kept-some = Baik, { $n } kegiatan tetap seperti putaran lalu. Sekarang nomor { $open }.
kept-all = Baik, semua kegiatan tetap seperti putaran lalu.
corrected = Baik, perbaikannya sudah dicatat.

## Pertanyaan

progress = ({ $at } dari { $of })
item = Kegiatan { $index } dari { $count }: { $name }
item-without-name = Kegiatan { $index } dari { $count }
part = Ke-{ $index } dari { $count }: { $name }
part-without-name = Ke-{ $index } dari { $count }
part-grown = Ke-{ $index }
list-part = Ini nomor { $from } sampai { $to } dari { $of }. Ketik namanya untuk mencari, atau "lagi" untuk yang berikutnya.
list-found = Yang cocok dengan "{ $text }":
list-found-hint = Balas nomornya. Kalau belum ada, ketik nama yang lain.
list-found-more = Masih ada yang lain. Ketik namanya lebih lengkap, atau balas nomornya.
scale = Angka { $from } sampai { $to }.
rank-hint = Urutkan semuanya dari yang pertama, contoh: { $example }
suggested-same = Isian awal: { $value }. Balas "sama" kalau benar, atau tulis yang lain.
suggested-same-choice = Isian awal: { $value }. Balas "sama" kalau benar.
example = Contoh: { $example }
several-example = Contoh: 1 3
several-said = lebih dari satu
several-hint = Boleh lebih dari satu, contoh: 1 3
previous-same = Putaran lalu: { $value }. Balas "sama" kalau tetap, atau tulis yang baru.
previous-same-choice = Putaran lalu: { $value }. Balas "sama" kalau tetap.
present-same = Tercatat: { $value }. Balas "sama" kalau tetap, atau tulis yang baru.
present-same-choice = Tercatat: { $value }. Balas "sama" kalau tetap.
optional-hint = Boleh dilewati: ketik "lewati".
voice-hint = Boleh juga dengan pesan suara.
because-relevant = Ada satu pertanyaan yang ikut berubah:
because-returned = Mohon dilihat lagi jawaban ini.
because-returned-comment = Mohon dilihat lagi jawaban ini. Catatan: { $comment }
another = { $what }: masih ada lagi?
another-yes = Ya, ada lagi
another-no = Tidak, sudah semua
more-photos = Baik, { $kept } foto sudah diterima. Boleh kirim lagi, paling banyak { $most }. Kalau sudah, ketik "cukup".
button-enough = Cukup
button-same = Sama
button-skip = Lewati
button-more = Lagi
button-done = Selesai
button-fine = Baik

## Belum tertangkap: bantuan yang bertambah pelan-pelan

unclear = Maaf, belum tertangkap.
unclear-options = Maaf, belum tertangkap. Maksud { $sapaan } yang mana?
unclear-again = Maaf, masih belum tertangkap. Mari kita coba pelan-pelan.
wrong-kind = Terima kasih. Untuk pertanyaan ini jawabannya ditulis saja.
unit-family = Satuannya berbeda dari rencana. Mohon tulis angka dan satuannya.
too-long = Jawabannya panjang sekali. Mohon diringkas dalam beberapa kalimat.
required = Pertanyaan ini diperlukan untuk laporan.
photo-expected = Di sini mohon kirim fotonya. Kalau belum ada, ketik "lewati".
excluded = "Tidak ada" tidak bisa dipilih bersama yang lain. Mohon pilih salah satunya.
verified = Laporan ini sudah diperiksa, jadi tidak diganti lagi di sini. Kalau ada yang keliru, ketik "bantuan".
refused = Mohon dicek lagi.

help-words = Yang bisa ditulis kapan saja: kembali, ubah, lewati, nanti, ringkasan, semua, berhenti. Ketik "bantuan" sekali lagi untuk dibantu petugas.
human-offer = Supaya lebih mudah, mau dibantu petugas kami lewat telepon atau pesan?
human-offer-yes = Ya, mohon dibantu
human-offer-no = Coba lagi sendiri
human-requested = Baik, { $sapaan }. Petugas kami akan menghubungi paling lambat satu hari kerja.
human-meanwhile = Jawaban yang sudah ada tersimpan. Untuk meneruskan sendiri, ketik "lanjut" kapan saja.

## Bertanya sekali lagi

confirm = { $echo }. { $message }
confirm-yes = Ya, betul
confirm-change = Ubah
reason-soft-check = Boleh diceritakan sebabnya? Satu kalimat sudah cukup.
reason-skip = Baik. Boleh tahu mengapa dilewati? Satu kalimat sudah cukup.
reason-correction = Laporan ini sudah dikirim. Mengapa jawabannya perlu diganti? Satu kalimat sudah cukup.
command-or-answer = Apakah "{ $raw }" itu jawabannya, atau perintah "{ $command }"?
command-as-answer = Itu jawabannya
command-as-command = Perintah: { $command }

## Daftar kegiatan di awal

overview = Keadaan kegiatan menurut putaran lalu:
overview-line = { $label }. { $name }: { $state }
overview-hint = Ada yang berubah? Balas "semua sama", atau "semua sama kecuali { $example }".
overview-help = Pertanyaan lain kita isi sesudah ini. Kalau semua berubah, balas "semua berubah".
overview-all-same = Semua sama
overview-go-through = Isi satu per satu

## Ringkasan dan perubahan

recap = Ini ringkasannya. Sudah benar?
summary = Jawaban sampai sekarang:
recap-line = { $label }. { $name }: { $value }
recap-carried = { $line } (tetap)
recap-skipped = dilewati
recap-voice = pesan suara
recap-photos = { $n } foto
recap-video = video
recap-file = berkas
recap-open = belum dijawab
recap-flagged = { $line } (perlu dilihat lagi)
recap-answer = Balas "ya" untuk mengirim, atau "ubah" dengan nomornya, contoh: ubah { $label }
recap-yes = Ya, kirim
recap-change = Ubah
summary-go-on = Lanjut
summary-hint = Untuk meneruskan, ketik "lanjut". Untuk mengganti, contoh: ubah { $label }
summary-change = Untuk mengganti, contoh: ubah { $label }
summary-submitted = Laporan ini sudah dikirim. Untuk mengganti, contoh: ubah { $label }
summary-empty = Belum ada jawaban.
change-which = Nomor berapa yang mau diubah?
change-unclear = Maaf, belum tertangkap. Nomor berapa yang mau diubah?
change-unknown = Nomor { $label } tidak ada di daftar ini. Nomor berapa yang mau diubah?

## Semua pertanyaan sekaligus, untuk sinyal lemah

all = Semua pertanyaan sekaligus. Balas dalam satu pesan: nomor, lalu jawabannya. Yang belum tahu boleh dikosongkan.
all-entry = { $label }. { $text }
all-item = { $label }. { $name }
all-item-same = { $label }. { $name }: pertanyaannya sama ({ $labels }).
all-item-line = Satu kegiatan boleh satu baris: nomor kegiatan, lalu jawabannya berurutan, dipisah koma. Yang tidak cocok dengan keadaannya dilewati saja.
all-many = (pilih satu dari { $count }; tulis namanya)
all-example = (contoh: { $example })
all-previous = (putaran lalu: { $value }; kalau tetap: sama)
all-choice = { $n } { $label }
all-model = Contoh balasan:

## Berhenti sebentar dan melanjutkan

pause-when = Baik, kapan kita lanjutkan? Contoh: besok jam 9, atau Senin.
pause-evening = Nanti sore
pause-morning = Besok pagi
pause-open = Belum tahu
paused-until = Baik, { $sapaan }. Kita lanjutkan { $when }. Jawaban sudah tersimpan ({ $answered } dari { $of }).
paused-open = Baik, { $sapaan }. Jawaban sudah tersimpan ({ $answered } dari { $of }). Kalau sudah siap, ketik "lanjut".
paused-before-start = Baik, { $sapaan }. Kalau sudah siap, ketik "mulai".
paused-before-start-until = Baik, { $sapaan }. Kita mulai { $when }.
resumed = { $greeting }, { $sapaan }. Kita lanjutkan: { $answered } dari { $of } pertanyaan sudah terjawab { $span } lalu.
resumed-fresh = { $greeting }, { $sapaan }. Mari kita mulai.
resumed-soon = Baik, kita lanjutkan.

## Terkirim

submitted = Terima kasih, { $sapaan }. Laporan sudah dikirim.
finished = Terima kasih, { $sapaan }.
submitted-again = Terima kasih, { $sapaan }. Laporan yang sudah diperbaiki sudah dikirim lagi.
submitted-receipt = Nomor tanda terima: { $receipt }
submitted-next = Tim akan memeriksa. Selama belum diperiksa, jawaban masih bisa diganti: ketik "ubah".

## Lain-lain

stale-press = Tombol itu untuk pertanyaan yang sudah lewat. Untuk menggantinya, ketik "ubah".
nothing-to-undo = Ini sudah pertanyaan pertama.
contact-denied = Terima kasih sudah memberi tahu, dan mohon maaf. Kami tidak akan menanyakannya lagi ke nomor ini.
    Kalau berkenan: siapa yang sekarang mengurus laporan ini? Cukup nama atau jabatannya.
concern-levy = Terima kasih sudah menyampaikan, { $sapaan }. Tim kami beri tahu. Kalau ingin menceritakannya secara rahasia, ketik "pengaduan" kapan saja: hanya petugas antikorupsi yang membacanya, dan laporan ini menunggu.
concern = Kalau ada hal yang ingin disampaikan secara rahasia, ketik "pengaduan" kapan saja. Tidak ada yang dilaporkan tanpa kemauan { $sapaan } sendiri.
