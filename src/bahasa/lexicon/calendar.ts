// Months and weekdays as they are typed. Number 1 is January, 0 is Sunday.

export const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const

export const monthSpellings: readonly string[] = [
  'januari jan januri janwari jnri january janu jnuari janauri jannuari januar',
  'februari feb peb pebruari febuari pebuari february febr pebr febrari febuary pebruary febuwari',
  'maret mar mrt mart march marat marett mret maaret',
  'april apr apri aprl avril aprill',
  'mei may mey mai',
  'juni jun jni june juny junii',
  'juli jul jli july julli julii jully',
  'agustus agust agusts agus agts agt ags agu agst agustsu agutus aug august agsts agustu augustus agutsus augst agustuss agusutus agustos ogos agsts agstus',
  'september sep sept spt seftember sepetember septmber septeber septembr septembe septemer sptember sebtember sptmbr septmbr',
  'oktober okt oktbr october oct oktobr oktobe okober oktoer oktobar octber oktuber oktbr',
  'november nov nop nopember nofember novmber novembr novembe nopmber nopembr novenber novmbr nvmbr',
  'desember des desmber december dec dsmbr desembr desembe decembr dese desmbr desmeber dessember dsmber',
]

export const weekdayNames = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const

/** Sunday only as "hari minggu" or "ahad": "minggu" alone is the week. */
export const weekdaySpellings: readonly string[] = [
  'ahad',
  'senin snin senen snen senini',
  'selasa slasa slsa salasa selassa',
  'rabu rbo rabo rebo',
  'kamis kmis kms khamis kammis',
  'jumat jumaat jum jmt jmat jumad',
  'sabtu sbtu sbt saptu sabto',
]
