### Pesan yang dimulai oleh sistem: undangan, pengingat menurut keadaan, pemberitahuan ke camat, fasilitator, tim.

for-person = Untuk { $name }:

invitation = { $greeting }, { $sapaan } { $name }. Waktunya { $title } putaran { $round } untuk { $place }. Batasnya { $due }.
    Sekitar 10 menit dan boleh dicicil. Bisa kita mulai sekarang?
invitation-totals = { $greeting }, { $sapaan } { $name }. { $in } dari { $of } desa sudah melapor, jadi { $title } untuk { $place } bisa diisi. Batasnya { $due }.
    Angka dari desa sudah dijumlahkan, tinggal dicek. Bisa kita mulai sekarang?
invitation-start = Mulai
invitation-later = Nanti
invitation-not-me = Bukan saya

reminder-not-started = { $greeting }, { $sapaan }. { $title } untuk { $place } belum dimulai. Batasnya { $due }.
    Sekitar 10 menit dan boleh dicicil. Bisa mulai sekarang?
reminder-half-done = { $greeting }, { $sapaan }. { $title } untuk { $place } sudah separuh jalan: { $answered } dari { $of } terjawab. Batasnya { $due }.
    Kita lanjutkan?
reminder-half-done-at = { $greeting }, { $sapaan }. { $title } untuk { $place } sudah sampai kegiatan { $index }, { $name }. Batasnya { $due }.
    Kita lanjutkan dari situ?
reminder-photo = { $greeting }, { $sapaan }. { $title } untuk { $place } tinggal menunggu foto. Kirim fotonya di sini, atau ketik "lewati" kalau belum ada. Batasnya { $due }.
reminder-recap = { $greeting }, { $sapaan }. { $title } untuk { $place } sudah lengkap, tinggal dicek dan dikirim. Batasnya { $due }.
    Kita lihat ringkasannya?
reminder-returned = { $greeting }, { $sapaan }. { $who } meminta { $n } jawaban dilihat lagi, di { $title } untuk { $place }.
    Hanya itu yang ditanyakan. Bisa sekarang?
reminder-go-on = Lanjut
returned-by-camat = { $sapaan } Camat
returned-by-team = Tim program

debts = { $greeting }, { $sapaan }. Ada { $n } laporan yang menunggu. Mau mulai dari yang mana?
debt-not-started = { $place }, { $title }: belum dimulai, batas { $due }
debt-half-done = { $place }, { $title }: { $answered } dari { $of }, batas { $due }
debt-photo = { $place }, { $title }: tinggal foto, batas { $due }
debt-recap = { $place }, { $title }: tinggal dikirim, batas { $due }
debt-returned = { $place }, { $title }: { $n } jawaban dilihat lagi
due-passed = { $when } (sudah lewat)

escalation-camat = { $greeting }, { $sapaan } Camat. Batas { $title } sudah lewat ({ $due }). { $in } dari { $of } desa sudah melapor; yang belum:
escalation-camat-hint = Untuk mengingatkan desa, ketik "siapa belum".
escalation-fasilitator = { $greeting }, { $sapaan }. Batas { $title } sudah lewat ({ $due }). Yang belum melapor:
escalation-fasilitator-hint = Mohon disapa. Kalau sinyal sulit, laporannya bisa diisi lewat telepon: ketik "isi untuk desa" dan namanya.
escalation-staff = Tim { $kabupaten }: batas { $title } sudah lewat ({ $due }). { $n } tempat belum melapor:
escalation-line = • { $place }
escalation-line-half = • { $place } (sudah mulai, { $answered } dari { $of })
escalation-line-nobody = • { $place } (belum ada kontak)
escalation-more = … dan { $n } lagi

round-opened-camat = { $greeting }, { $sapaan } Camat. { $title } putaran { $round } sudah dibuka untuk { $n } desa di { $place }, batasnya { $due }. Desa dihubungi langsung; belum ada yang perlu { $sapaan } isi.
