import type { Line } from '../../app/demo/scripted.ts'

/** What is said in the four things that happen once: to goods with a levy, to a new plan, to a story, to an erasure. */

export const stimulan: readonly Line[] = [
  { when: /Bisa kita mulai sekarang\?/, says: 'mulai' },
  { when: /Paket apa yang direncanakan/, says: 'Paket menjahit' },
  { when: /apakah sudah diterima\?/, says: 'sudah semua' },
  { when: /Tanggal berapa diterima\?/, says: 'kemarin' },
  { when: /berapa jenis barang\?/, says: '1 jenis' },
  { when: /Apa nama barangnya\?/, says: 'mesin jahit' },
  { when: /rencananya berapa\?/, says: '3 unit' },
  { when: /diterima berapa\?/, says: '3 unit' },
  { when: /Bagaimana kondisi/, says: 'baik' },
  { when: /Kelompok mana yang menerima\?/, says: 'Kelompok Melati' },
  { when: /Berapa orang yang menerima\?/, says: '9 orang, semuanya perempuan' },
  { when: /nomor berita acara serah terima/, says: '12/BAST/VII/2025' },
  { when: /Boleh kirim foto BAST/, says: 'lewati' },
  { when: /Apakah ada pungutan/, says: 'ada' },
  // the offer, which stands above the recap
  { when: /ketik "pengaduan" kapan saja/, says: 'pengaduan', once: true },
  { when: /Tentang apa\?/, says: 'uang atau barang' },
  { when: /Apa yang terjadi\?/, says: 'Setiap penerima diminta 50 ribu waktu paket dibagikan' },
  { when: /Di desa mana\?/, says: 'lewati' },
  { when: /Kapan kejadiannya\?/, says: 'kemarin' },
  { when: /Kira-kira berapa rupiah\?/, says: '450 ribu' },
  { when: /Ada foto bukti/, says: 'lewati' },
  { when: /Boleh petugas kami menghubungi\?/, says: 'tidak' },
  { when: /Ini ringkasannya/, says: 'ya' },
]

export const livelihoodPlan: readonly Line[] = [
  { when: /Bisa kita mulai sekarang\?/, says: 'mulai' },
  { when: /Tanggal berapa hari pertama/, says: 'kemarin' },
  { when: /peserta di hari pertama\?/, says: '24 orang, 13 laki-laki 11 perempuan' },
  { when: /Berapa jumlah penduduk sekarang\?/, says: '1.240 orang' },
  { when: /kepala keluarga \(KK\)\?/, says: '296' },
  { when: /Peluang atau potensi baru/, says: 'alam, sosial' },
  { when: /sedikit tentang peluang itu/, says: 'Ada jalan baru ke pasar' },
  { when: /Risiko baru apa/, says: 'abrasi' },
  { when: /sedikit tentang risiko itu/, says: 'Ombak makin dekat ke rumah di Dusun Pantai' },
  { when: /tujuan bersama desa masih sama\?/, says: 'tidak' },
  { when: /Apa tujuan bersamanya sekarang\?/, says: 'Pendapatan nelayan naik dan anak tetap sekolah' },
  { when: /Tanggal berapa hari kedua\?/, says: 'hari ini' },
  { when: /peserta di hari kedua\?/, says: '22 orang, 12 laki-laki 10 perempuan' },
  // the first activity of the plan is taken out, the others go on
  { when: /Bagaimana di rencana tahun/, says: 'dihapus', once: true },
  { when: /Bagaimana di rencana tahun/, says: 'dilanjutkan' },
  { when: /Kenapa kegiatan ini dihapus\?/, says: 'Lahannya dipakai untuk jalan desa' },
  { when: /Sudah masuk RPJMDes/, says: 'rkpdes' },
  { when: /Ada berapa kegiatan baru\?/, says: '1' },
  { when: /Apa nama kegiatannya\?/, says: 'Budidaya ayam kampung' },
  { when: /termasuk bidang apa\?/, says: 'peternakan' },
  { when: /Tantangan apa yang diatasi/, says: 'Lauk mahal waktu ombak tinggi' },
  { when: /Lokasinya di dusun mana\?/, says: 'Dusun Pantai' },
  { when: /Berapa orang dalam kelompoknya\?/, says: '10 orang, 4 laki-laki 6 perempuan' },
  { when: /Berapa targetnya\?/, says: '250 ekor' },
  { when: /Mulainya bulan apa\?/, says: 'Januari 2026' },
  { when: /Selesainya bulan apa\?/, says: 'Agustus 2026' },
  { when: /perkiraan biayanya\?/, says: '7,5 juta' },
  { when: /Dananya dari mana\?/, says: 'dana desa' },
  { when: /Siapa penanggung jawabnya\?/, says: 'Kelompok Mekar' },
  { when: /pelaku rentan yang terlibat\?/, says: 'perempuan, lansia' },
  { when: /foto berita acara/, says: 'lewati' },
  { when: /Ini ringkasannya/, says: 'ya' },
]

export const storyOfChange: readonly Line[] = [
  { when: /Bisa kita mulai sekarang\?/, says: 'mulai' },
  { when: /Cerita ini tentang siapa\?/, says: 'saya sendiri' },
  { when: /Bagaimana keadaan sebelumnya\?/, says: 'Dulu hanya menjual ikan segar, sering tidak laku' },
  { when: /Apa yang berubah\?/, says: 'Sekarang ikan diolah jadi abon dan dijual di pasar kecamatan' },
  { when: /Mengapa bisa berubah\?/, says: 'Ibu-ibu mau belajar bersama dan dapat pasar baru' },
  { when: /Apa peran program atau desa/, says: 'Desa memberi tempat, program memberi pelatihan' },
  { when: /Apa kata orangnya sendiri\?/, says: 'Sekarang saya bisa bayar uang sekolah anak' },
  { when: /Ada angkanya\?/, says: 'pendapatan' },
  { when: /pendapatan sebulan sebelumnya\?/, says: '400 ribu' },
  { when: /pendapatan sebulan sekarang\?/, says: '900 ribu' },
  { when: /foto sebelum dan sesudah/, says: 'Ibu-ibu menjemur ikan untuk abon', photo: true, once: true },
  { when: /"cukup"/, says: 'cukup' },
  { when: /Ada anak-anak di foto\?/, says: 'tidak' },
  { when: /Boleh memakai nama asli\?/, says: 'nama samaran' },
  { when: /Boleh cerita ini diterbitkan\?/, says: 'media BaKTI' },
  { when: /Ini ringkasannya/, says: 'ya' },
  // what the team made of it
  { when: /Boleh diterbitkan di media BaKTI seperti ini\?/, says: 'boleh' },
]

export const writtenStory = {
  title: 'Dari ikan segar menjadi abon',
  text: 'Dulu ikan segar sering tidak laku. Sekarang ibu-ibu mengolahnya menjadi abon dan menjualnya di pasar kecamatan. Pendapatan sebulan naik dari 400 ribu menjadi 900 ribu rupiah.',
  name: 'Ibu Melati',
}

export const erasure: readonly Line[] = [{ when: /Hapus sekarang\?/, says: 'ya' }]
