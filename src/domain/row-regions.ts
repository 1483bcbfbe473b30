import { plain } from './activities.ts'
import { isRegionCode, kecamatanOf, levelOf, type Region, type RegionLevel } from './regions.ts'

/** Finds the place a row means, by its code or by its name. Two places of one name are asked for, never chosen. */
export type FoundRegion =
  | { readonly ok: true; readonly region: Region }
  | { readonly ok: false; readonly column: 'code' | 'name'; readonly message: string }

export interface RegionFinder {
  /** `levels`: those that fit the row, in Indonesian words for the message. */
  find(code: string, name: string, levels: readonly RegionLevel[]): FoundRegion
}

const levelWords: Readonly<Record<RegionLevel, string>> = {
  provinsi: 'provinsi',
  kabupaten: 'kabupaten',
  kecamatan: 'kecamatan',
  desa: 'desa',
}

export function regionFinder(regions: readonly Region[]): RegionFinder {
  const byCode = new Map(regions.map((region) => [region.code, region]))
  const names = regions.flatMap((region) =>
    [region.name, ...(region.aliases ?? [])].map((name) => ({ name: plainName(name), region })),
  )
  const byName = Map.groupBy(names, ({ name }) => name)

  const describe = (region: Region): string => {
    const parent = levelOf(region.code) === 'desa' ? byCode.get(kecamatanOf(region.code))?.name : undefined
    return parent === undefined ? region.name : `${region.name}, Kecamatan ${parent}`
  }
  const fits = (region: Region, levels: readonly RegionLevel[]) => levels.includes(levelOf(region.code))
  const wordsOf = (levels: readonly RegionLevel[]) => levels.map((level) => levelWords[level]).join(' atau ')

  const findByCode = (code: string, name: string, levels: readonly RegionLevel[]): FoundRegion => {
    const refuse = (message: string): FoundRegion => ({ ok: false, column: 'code', message })
    if (!isRegionCode(code)) return refuse(`"${code}" bukan kode wilayah. Contoh kode desa: 81.05.15.2003.`)
    const region = byCode.get(code)
    if (region === undefined) return refuse(`Kode ${code} tidak dikenal di program ini. Periksa kodenya.`)
    if (!fits(region, levels))
      return refuse(`Kode ${code} (${region.name}) bukan kode ${wordsOf(levels)}. Isi kode ${wordsOf(levels)}.`)
    const known = [region.name, ...(region.aliases ?? [])].map(plainName)
    if (name !== '' && !known.includes(plainName(name.split(',')[0] ?? '')))
      return refuse(
        `Kode ${code} adalah ${describe(region)}, tetapi namanya ditulis "${name}". Perbaiki salah satunya.`,
      )
    return { ok: true, region }
  }

  const findByName = (name: string, levels: readonly RegionLevel[]): FoundRegion => {
    const refuse = (message: string): FoundRegion => ({ ok: false, column: 'name', message })
    const [first = '', parent = ''] = name.split(/[,(]/).map((part) => plainName(part))
    const found = [...new Set((byName.get(first) ?? []).map(({ region }) => region))].filter((r) => fits(r, levels))
    const within = found.filter(
      (region) => parent === '' || plainName(byCode.get(kecamatanOf(region.code))?.name ?? '') === parent,
    )
    const [region, ...others] = within
    if (region === undefined)
      return refuse(`"${name}" tidak ditemukan sebagai ${wordsOf(levels)}. Periksa ejaannya atau isi kode wilayahnya.`)
    if (others.length === 0) return { ok: true, region }
    const choices = within.map((one) => `${one.code} (${describe(one)})`).join(', ')
    return refuse(`Ada ${within.length} wilayah bernama "${name}": ${choices}. Isi kode wilayahnya.`)
  }

  return {
    find(code, name, levels) {
      if (code !== '') return findByCode(code, name, levels)
      if (name !== '') return findByName(name, levels)
      return { ok: false, column: 'code', message: `Wilayah belum diisi. Isi kode ${wordsOf(levels)}.` }
    },
  }
}

/** Names are compared without "Desa", "Negeri", "Kecamatan", "Kec." in front. */
function plainName(text: string): string {
  const name = plain(text)
  return name.replace(/^(desa administratif|desa|negeri|kelurahan|kecamatan|kec|kabupaten|kab) (?=.)/, '')
}
