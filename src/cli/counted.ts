/** "1 seat", "2 seats": for words whose plural is their own with an s. */
export const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
