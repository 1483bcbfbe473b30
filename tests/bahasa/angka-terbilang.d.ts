declare module '@develoka/angka-terbilang-js' {
  /** Spells a whole number in Indonesian. */
  export default function angkaTerbilang(value: number | string): string
}
