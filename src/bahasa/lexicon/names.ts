// What stands around a person's name when people say who they are.

/** Openings: "nama lengkap saya adalah", "beta pu nama", "perkenalkan". */
export const nameOpenings =
  'nama namanya nm saya sy sa beta aku ini adalah ialah lengkap panggilan atas pu pe punya dengan oleh kami beliau yang yg perkenalkan mengisi diisi isi pengisi dipanggil biasa dia nya itu katong kita pimpin memimpin pimpinan dipimpin rapat pertemuan musyawarah an a.n. a.n an. hadir ketua'

/** Forms of address; ours to choose, so not part of the name. Titles such as H., Pdt. or dr. stay. */
export const addressWords =
  'pak bapak bpk bapa pa ibu bu mama kaka kakak kak ka bung usi caca abang bang om tante tanta nona nyong adik opa oma nenek kakek tete nene sdr sdri saudara saudari mas mbak bp bp. hi'

/** Closings: "…, terima kasih", "… ya pak". */
export const nameClosings =
  'pak bapak bpk bapa ibu bu kaka kakak kak ya yah makasih terimakasih trims mksh tks thx bos mas mbak om terima kasih dong e'

export const nameGreetings =
  'selamat pagi siang sore malam assalamualaikum waalaikumsalam salam shalom syalom halo hai hallo terima kasih mohon izin maaf permisi makasih trims tabe wr wb iya ya baik siap ok oke betul banyak mantap sama'

/** From here on no name follows: an office, a place, an age. */
export const nameTails =
  'dari desa negeri kecamatan kec kabupaten kab dusun rt rw kampung umur usia selaku sebagai jabatan kepala kades sekdes sekretaris bendahara kaur kasi ketua anggota camat lurah staf staff operator perangkat raja pokja bpd saniri fasilitator pendamping no hp wa nomor'

/** Small words that belong inside names. */
export const nameParticles = 'bin binti van von de da dos del di el al la wa ode'

/** A reply with one of these is no name. */
export const notNames =
  'adalah ialah tanda tangan ttd jawab mantan bekas eks tidak tdk belum blm tahu tau siapa saja sendiri kepala desa camat raja sekretaris sekdes kades lurah bendahara kaur kasi ketua anggota pokja bpd saniri staf staff operator warga semua orang ada yang yg bukan nanti lupa negeri kecamatan kabupaten dinas rahasia dan atau tapi nomor hp lewati batal lanjut ubah kembali bantuan berhenti ringkasan apa kenapa boleh tanpa anonim samaran lapor alias panggilan dipanggil kelompok dusun perangkat fasilitator pendamping guru kami kita mereka sama bersama serta itu sudah masih jangan entah'
