### Jawaban pendek di luar formulir: tamu, izin, menu, data pribadi, bantuan.

## Orang yang belum dikenal

stranger-welcome = { $greeting }. Ini layanan laporan program { $programme }. Nomor ini belum terdaftar.

    Punya kode undangan? Kirim kodenya di sini, contoh: { $codeExample }, atau bagikan kontak nomor sendiri. Belum punya? Mintalah kepada fasilitator desa atau tim program.

    Untuk pengaduan rahasia, ketik "pengaduan". Kalau salah alamat, abaikan saja; kami tidak akan mengirim pesan lagi.
code-accepted = Terima kasih, kodenya cocok: { $position }, { $place }.
code-expired = Kode ini sudah lewat masa berlakunya. Mintalah kode baru kepada fasilitator desa atau tim program, lalu kirim di sini.
code-used = Kode ini sudah pernah dipakai. Kalau berganti HP atau nomor, mintalah kode baru kepada fasilitator desa atau tim program.
code-unknown = Maaf, kode itu belum kami temukan. Mohon dicek lagi hurufnya, contoh: { $codeExample }
code-too-many = Sudah beberapa kali dicoba. Demi keamanan, mohon coba lagi sesudah { $minutes } menit, atau minta kode baru kepada tim program.

## Persetujuan, berhenti, mulai lagi

consent-reminder = Sebelum mulai, kami perlu persetujuan { $sapaan } seperti dijelaskan tadi. Balas SETUJU atau TIDAK.
consent-agree = SETUJU
consent-decline = TIDAK
consent-declined = Baik, { $sapaan }. Tidak ada yang kami tanyakan atau simpan. Kalau berubah pikiran, ketik "mulai".
stop-ask = Apakah { $sapaan } ingin kami berhenti mengirim pesan?
stop-yes = Ya, berhenti
stop-no = Tidak
stop-kept = Baik, { $sapaan }, kami tetap mengirim pesan seperti biasa.
stopped = Baik, { $sapaan }. Kami berhenti mengirim pesan. Yang sudah dilaporkan tetap tersimpan.
    Untuk memakai lagi, ketik "mulai". Untuk menghapus data pribadi, ketik "hapus data saya".
stopped-reminder = Pesan kami untuk { $sapaan } sedang dihentikan. Untuk memakai lagi, ketik "mulai".
started-again = Selamat datang kembali, { $sapaan }. Pesan kami aktif lagi; untuk berhenti, ketik "berhenti".

## Menu

menu-open = Ada laporan yang belum selesai: { $report }. Ketik "lanjut" untuk meneruskan.
menu-owed = Ada laporan yang belum dimulai: { $report }. Ketik "mulai" untuk mengisi.
menu-nothing = Terima kasih, { $sapaan }. Saat ini tidak ada laporan yang perlu diisi.
menu-nothing-next = Putaran berikutnya mulai { $when }.
menu-words = Bisa juga: ringkasan, ubah, data saya, bantuan, pengaduan, berhenti.
menu-go-on = Lanjut
menu-start = Mulai
reports-choose = Ada beberapa laporan, { $sapaan }. Mau isi yang mana?
report-name = { $title } untuk { $place }
report-name-part = { $title } untuk { $place } ({ $answered } dari { $of })
report-line = Mau melapor apa, { $sapaan }?
report-monitoring = Isi laporan pemantauan
report-complaint = Pengaduan rahasia
complaint-referral = Terima kasih sudah menghubungi kami. Kalau sedang dalam bahaya, hubungi 129 atau WhatsApp 08111-129-129 (SAPA), atau polisi 110.

    Pengaduan lewat percakapan ini belum dibuka: yang ditulis di sini belum sampai ke petugas pengaduan.
complaint-help = Balas singkat saja, atau "batal" untuk keluar. Kalau perlu bicara sekarang: 129 atau WhatsApp 08111-129-129 (SAPA), polisi 110.
complaint-no-files = Foto, suara, dan berkas tidak kami simpan di sini. Kalau ada bukti, simpan dulu di tempat yang aman.
complaint-photos-only = Suara dan berkas tidak kami simpan di sini. Mohon ditulis singkat; foto bukti boleh dikirim.
complaint-left = Pengaduan ditutup dan tidak ada yang disimpan. Balas "pengaduan" kapan saja untuk mulai lagi.
complaint-taken = Terima kasih sudah menyampaikan. Kode laporan: { $code }
    Simpan kodenya; hapus percakapan ini bila perlu. Untuk tahu sudah sampai mana, balas: cek { $code }
complaint-state-baru = Laporan itu sudah diterima dan belum selesai dibaca petugas.
complaint-state-ditangani = Laporan itu sedang ditangani petugas.
complaint-state-selesai = Laporan itu sudah selesai ditangani.
complaint-state-unknown = Kode itu tidak kami kenal. Mohon periksa lagi kodenya.
complaint-alarm = Ada hal baru di daftar Anda. Mohon buka konsol hari ini.
complaint-alarm-urgent = PENTING: ada hal baru di daftar Anda. Mohon buka konsol sekarang.
who-is-writing = Ini dengan siapa?
phone-shared = HP ini sekarang dipakai bersama. Tiap kali mulai, kami tanyakan dulu: ini dengan siapa.

## Data saya

own-data = Yang kami simpan tentang { $sapaan }:
own-data-name = Nama: { $name }
own-data-seat = Jabatan: { $seats }
own-data-channels = Saluran: { $channels }
own-data-consent = Persetujuan { $what }: ya, { $date } (naskah { $version })
own-data-consent-no = Persetujuan { $what }: tidak, { $date } (naskah { $version })
own-data-no-consent = Persetujuan: belum ada
own-data-reports = { $reports } laporan dengan { $answers } jawaban, { $photos } foto
own-data-rights = Untuk memperbaiki, ketik "bantuan". Untuk berhenti menerima pesan, ketik "berhenti". Untuk menghapus, ketik "hapus data saya".
deletion-ask = Kalau dihapus: nama, nomor, dan isi percakapan { $sapaan } hilang. Angka laporan desa tetap ada tanpa nama. Hapus sekarang?
deletion-yes = Ya, hapus data saya
deletion-no = Tidak jadi
deletion-noted = Permintaan sudah dicatat. Petugas menghapus data { $sapaan } paling lambat 3x24 jam, yaitu { $when }. Mulai sekarang kami tidak mengirim pesan lagi.
deletion-kept = Baik, data { $sapaan } tetap tersimpan.

## Bahasa

language-ask = Mau memakai bahasa apa?
language-name = Bahasa Indonesia
language-set = Baik, kita memakai Bahasa Indonesia.

## Kiriman yang belum bisa dibaca

unsupported-sticker = Terima kasih, { $sapaan }. Stiker belum bisa kami baca; mohon ditulis saja.
unsupported-call = Maaf, telepon tidak bisa diterima di sini. Mohon ditulis saja, atau ketik "bantuan" supaya dihubungi petugas.
unsupported-unreadable = Maaf, { $sapaan }, pesan terakhir tidak bisa terbuka di tempat kami. Mohon dikirim sekali lagi.
unsupported-other = Terima kasih, { $sapaan }. Kiriman seperti itu belum bisa kami baca; mohon ditulis saja.
file-too-big = Maaf, { $sapaan }, berkasnya terlalu besar (paling besar { $megabytes } MB). Mohon kirim yang lebih kecil, misalnya sebagai foto biasa.
file-lost = Maaf, { $sapaan }, foto atau berkas yang tadi dikirim tidak berhasil kami buka. Mohon dikirim sekali lagi.
access-closed = Mohon maaf, { $sapaan }, nomor ini saat ini tidak bisa memakai layanan ini. Kalau ini keliru, mohon hubungi tim program { $programme }.
parked = Mohon maaf, { $sapaan }, pesan tadi belum bisa kami olah. Petugas sudah diberi tahu dan jawaban sebelumnya aman. Untuk meneruskan, ketik "lanjut".

## Bantuan orang

help-noted = Baik, { $sapaan }. { $who } akan menghubungi paling lambat { $when } (satu hari kerja).
help-noted-already = Permintaan bantuan { $sapaan } sudah kami terima. { $who } akan menghubungi paling lambat { $when }.
wrong-contact-noted = Terima kasih, sudah dicatat. Tim program akan memeriksanya.
help-by-team = Tim program
staff-message = Pesan dari { $who }:
    { $text }

## Nomor atau akun baru

claim-ask = { $sapaan }, ada yang meminta memakai nomor atau akun { $channel } baru atas nama { $who } ({ $seat }).
claim-ask-account = Nama akunnya: { $account }.
claim-ask-hint = Mohon ditanyakan dulu kepada beliau, lalu jawab di sini: betul beliau memakai nomor baru?
claim-yes = Ya, betul
claim-no = Bukan
claim-noted = Terima kasih. Demi keamanan, nomor ini kami tanyakan dulu kepada kecamatan atau tim program. Kalau sudah dibenarkan, kami kabari di sini.
claim-warning = Ada yang meminta memakai nomor baru atas nama { $name } ({ $seat }). Kalau itu bukan Bapak/Ibu sendiri, ketik "bantuan" sekarang.
claim-confirmed = Terima kasih, { $sapaan }. Nomor ini sudah dibenarkan untuk { $seat }. Untuk mengisi atau meneruskan laporan, ketik "mulai".
claim-refused = Mohon maaf, nomor ini belum dibenarkan. Mohon hubungi fasilitator desa atau tim program.
claim-ended = Nomor ini tidak dipakai lagi untuk { $seat }, karena sudah diganti dengan nomor baru. Kalau keliru, mohon hubungi tim program.
claim-decided-yes = Terima kasih, { $sapaan }. Nomor barunya sudah dipakai; nomor yang lama berhenti.
claim-decided-no = Terima kasih, { $sapaan }. Nomor baru itu tidak dipakai; yang lama tetap berlaku.
claim-decided-already = Sudah ada yang menjawabnya, terima kasih.
claim-not-yours = Hal ini dijawab oleh kecamatan atau tim program.
new-number-code = Baik, { $sapaan }. Di HP atau akun yang baru, buka bot ini lalu kirim kode: { $code }
    Sesudah itu kecamatan atau tim kami tanyai dulu. Sampai dibenarkan, nomor ini tetap berlaku.
new-number-who = Baik. Boleh tahu nama, jabatan, dan desanya? Contoh: Basri, Raja Negeri, Amarsekaru

## Mewakilkan laporan

delegate-who = Baik, { $sapaan }. Laporan mau diwakilkan kepada siapa?
delegate-how-long = Diwakilkan kepada { $name } untuk berapa lama?
delegate-round = Putaran ini saja
delegate-until = Sampai dicabut
delegate-ask-round = { $sapaan }, { $name } ({ $seat }) meminta { $sapaan } mengisikan laporan pemantauan putaran ini. Bersedia?
delegate-ask-until = { $sapaan }, { $name } ({ $seat }) meminta { $sapaan } mengisikan laporan pemantauan mulai sekarang, sampai dicabut. Bersedia?
delegate-yes = Ya, bersedia
delegate-no = Belum bisa
delegate-asked = Baik, { $sapaan }. Kami tanyakan dulu kepada { $name }; jawabannya kami kabari di sini.
delegate-there = Laporan ini sudah diwakilkan kepada { $name }. Untuk mencabut, ketik "wakilkan batal".
delegate-there-asked = { $name } sudah kami tanya dan belum menjawab. Untuk membatalkan, ketik "wakilkan batal".
delegate-nobody = Belum ada perangkat lain yang terdaftar di sini. Mintalah fasilitator atau tim program mendaftarkannya dulu.
delegate-nothing = Tidak ada laporan yang sedang diwakilkan. Untuk mewakilkan, ketik "wakilkan".
delegate-taken = Terima kasih, { $sapaan }. Untuk mulai atau meneruskan laporannya, ketik "mulai". Untuk berhenti mewakili, ketik "wakilkan batal".
delegate-declined = Baik, { $sapaan }. Kami sampaikan.
delegate-gone = Permintaan itu sudah dicabut, terima kasih.
delegate-answer-yes = { $sapaan }, { $name } bersedia mengisikan laporannya. Untuk mencabut, ketik "wakilkan batal".
delegate-answer-no = { $sapaan }, { $name } belum bisa mengisikan laporannya. Untuk memilih orang lain, ketik "wakilkan".
delegate-ended = Baik, { $sapaan }. Perwakilan sudah dicabut. Jawaban yang sudah ada tetap tersimpan.
delegate-stopped = { $sapaan }, perwakilan laporan untuk { $seat } sudah dihentikan oleh { $name }. Jawaban yang sudah ada tetap tersimpan.
delegate-written = { $sapaan }, laporan untuk { $place } sudah dikirim oleh { $name } atas nama { $sapaan }. Untuk melihatnya, ketik "ringkasan".
holding-ended = { $sapaan }, tugas sebagai { $seat } di layanan ini sudah berakhir. Terima kasih banyak atas laporan-laporannya.

## Grup

group-welcome = Terima kasih sudah mengundang. Untuk menerima rangkuman mingguan di grup ini, koordinator atau staf program mengetik /hubungkan. Percakapan di grup tidak kami simpan.
group-help = Di grup ini: /ringkasan untuk rangkuman putaran, /siapa_belum untuk jumlah desa yang sudah melapor per kecamatan, /putuskan untuk berhenti. Di sini hanya ada jumlah, tanpa nama orang.
group-code = Grup dihubungkan oleh koordinator atau staf program. Mohon beliau mengetik di obrolan pribadinya dengan bot ini: hubungkan { $code }
    Kode ini berlaku sehari.
group-choose = Grup ini untuk siapa?
group-choose-line = { $n }. { $name }: { $word } { $n }
group-bound = Grup ini sekarang menerima rangkuman { $name }, tiap Senin. Isinya jumlah saja, tanpa nama orang. Untuk sekarang, ketik /ringkasan.
group-bound-by-you = Baik, grupnya sudah terhubung dengan { $name }.
group-code-unknown = Kode grup itu belum kami temukan, atau sudah lewat sehari. Di grupnya, ketik /hubungkan sekali lagi.
group-not-bound = Grup ini belum terhubung. Koordinator atau staf program bisa mengetik /hubungkan.
group-ended = Baik, rangkuman mingguan tidak dikirim lagi ke grup ini.
group-nothing = Belum ada putaran untuk dirangkum.

## Persetujuan yang naskahnya baru

consent-kind-reporting = untuk laporan
consent-kind-contact = untuk dihubungi
consent-kind-photo = foto
consent-kind-story = cerita
consent-kind-group = masuk grup
consent-again =
    { $sapaan }, naskah persetujuan { $what } ada yang baru:

    { $text }

    Apakah { $sapaan } setuju? Balas SETUJU atau TIDAK.
consent-kept = Terima kasih, { $sapaan }. Sudah dicatat; kapan saja bisa dilihat dengan "data saya".
consent-refused-reporting = Baik, { $sapaan }. Mulai sekarang kami tidak bertanya lagi. Yang sudah dikirim tetap tersimpan; balas "hapus data saya" untuk menghapusnya, atau "mulai" kalau berubah pikiran.
consent-refused-contact = Baik, { $sapaan }. Mulai sekarang kami tidak mengirim pesan lagi. Balas "mulai" kalau berubah pikiran.
consent-refused-photo = Baik, { $sapaan }. Foto dari { $sapaan } tidak kami pakai lagi. Laporan tetap bisa diisi tanpa foto.
consent-refused-story = Baik, { $sapaan }. Cerita dari { $sapaan } tidak kami terbitkan; yang sudah terbit kami minta diturunkan.
consent-refused-group = Baik, { $sapaan }. Tidak apa-apa; laporan tetap seperti biasa.
