### Kata-kata kecil: hari, jam, salam, panggilan. Dipakai di dalam kalimat lain.

month-names = Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember
weekday-names = Minggu Senin Selasa Rabu Kamis Jumat Sabtu
at-time = pukul { $time } { $zone }
today = hari ini
tomorrow = besok
span-moment = beberapa menit
span-hours = { $n } jam
span-days = { $n } hari
list-and = { $first } dan { $last }

greeting-morning = Selamat pagi
greeting-noon = Selamat siang
greeting-afternoon = Selamat sore
greeting-evening = Selamat malam

yes = Ya
no = Tidak

## Panggilan. "Bapak/Ibu" bila belum diketahui.

title-father = Bapak
title-mother = Ibu
title-unknown = Bapak/Ibu
title-raja = { $title } Raja
address-father = Pak
address-mother = Bu


village-desa = Desa { $name }
village-negeri = Negeri { $name }
village-kelurahan = Kelurahan { $name }
kecamatan-named = Kecamatan { $name }
