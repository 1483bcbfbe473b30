// Words beside a number that is planned, heard of, or was so once. How they work together: unreal.ts.

/** Before a number: what is still to come. */
export const plans =
  'mau akan pesan dipesan memesan ingin bakal hendak nanti berencana direncanakan ditargetkan diharapkan semoga mudah-mudahan moga2 moga-moga harusnya seharusnya mestinya'

/** Before a number: what others say. */
export const heard = 'katanya kabarnya konon isunya dengar-dengar dengar2 denger-denger gosipnya'

/** Before a number: what was so at first. */
export const once = 'awalnya tadinya mulanya semula dulunya awalnyaa'

/** Before a number or "semua": who is no longer there. */
export const leavers = 'meninggal pindah mundur berhenti bubar wafat merantau'

/** Places one can be outside of; outside of anything else is not counted: "5 orang di luar pengurus". */
export const outside =
  'hujan panas angin desa kampung kota daerah negeri rumah pulau kabupaten kecamatan sana pagar hutan jawa sumba seram dusun , . saja karena dan untuk'

/** Around a number, in the same part: when it will be so. */
export const ahead = 'besok lusa'

/** What befell things that were counted: "300 bibit hanyut", "20 kg busuk", "80 persen, kemarin roboh". */
export const losses =
  'busuk rusak gagal mati hanyut hilang terendam layu roboh ambruk hangus dicuri tenggelam tumbang terbakar dimakan disapu jebol longsor'

/** Things whose breaking or loss does not touch what was counted. */
export const others =
  'jalan jalannya jembatan alat alatnya mesin mesinnya motor mobil truk hp perahu kapal kali sungai air sumber sinyal listrik lampu musim hujan daun rumput tebing pipa traktor parut ketinting tua pagar gudang harga pasar'

/** Right before a number of people: how many may come, not how many came. */
export const places = 'undangan diundang kuota jatah kapasitas muatan'

/** Opens what is only thought of: "andai dapat 20 juta". */
export const irreal =
  'andai andaikan andaikata seandainya seandai umpama umpamanya seumpama andaipun misal misalnya misalkan coba2'

/** Of now, behind what was once: that it is no longer so, or not known. */
export const changed =
  'ganti diganti berganti lain beda berbeda belum tidak kurang lupa cek tanya tanyakan berubah diubah pindah nanti bubar berkurang tutup'
