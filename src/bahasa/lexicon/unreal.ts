// Words beside a number that is planned, heard of, or was so once. How they work together: unreal.ts.

/** Before a number: what is still to come. */
export const plans =
  'mau akan ingin bakal hendak nanti berencana direncanakan ditargetkan diharapkan semoga mudah-mudahan moga2 moga-moga harusnya seharusnya mestinya'

/** Before a number: what others say. */
export const heard = 'katanya kabarnya konon isunya dengar-dengar dengar2 denger-denger gosipnya orang-orang bilang'

/** Before a number: what was so at first. */
export const once = 'awalnya tadinya mulanya semula dulunya awalnyaa'

/** Before a number or "semua": who is no longer there. */
export const leavers = 'meninggal pindah mundur berhenti bubar wafat merantau'

/** Places one can be outside of; outside of anything else is not counted: "5 orang di luar pengurus". */
export const outside =
  'desa kampung kota daerah negeri rumah pulau kabupaten kecamatan sana pagar hutan jawa sumba seram dusun , . saja karena dan untuk'
