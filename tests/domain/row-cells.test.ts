import { describe, expect, it } from 'vitest'
import { type Cell, readMonth, readNumber, readPhone, readRupiah } from '../../src/domain/row-cells.ts'

const tables: readonly [
  name: string,
  read: (cell: Cell) => unknown,
  rows: readonly [cell: Cell, expected: unknown][],
][] = [
  [
    'a number',
    readNumber,
    [
      [250, 250],
      ['250', 250],
      ['2,5', 2.5],
      ['2.5', 2.5],
      ['1.250', 1250],
      ['1.250.000', 1_250_000],
      ['1.250,75', 1250.75],
      ['250 ekor', undefined],
      ['1,250,000', undefined],
      ['-5', undefined],
      ['', undefined],
      [null, undefined],
    ],
  ],
  [
    'money',
    readRupiah,
    [
      [25_000_000, 25_000_000],
      ['25000000', 25_000_000],
      ['25.000.000', 25_000_000],
      ['25 000 000', 25_000_000],
      ['Rp 25.000.000', 25_000_000],
      ['Rp. 25.000.000,00', 25_000_000],
      ['Rp25.000.000,-', 25_000_000],
      ['25 juta', 25_000_000],
      ['2,5 jt', 2_500_000],
      ['25,000,000', undefined],
      ['2.500.00', undefined],
      ['dua juta', undefined],
      [2.5, undefined],
      [-1, undefined],
    ],
  ],
  [
    'a month',
    readMonth,
    [
      ['2024-03', '2024-03'],
      ['2024-03-15', '2024-03'],
      ['2024-03-15T00:00:00.000Z', '2024-03'],
      ['03/2024', '2024-03'],
      ['3/2024', '2024-03'],
      ['15/03/2024', '2024-03'],
      ['Maret 2024', '2024-03'],
      ['15 Agustus 2024', '2024-08'],
      ['agt 2024', '2024-08'],
      ['Des-2024', '2024-12'],
      // Excel's number of 1 March 2024
      [45352, '2024-03'],
      ['13/2024', undefined],
      ['Maret', undefined],
      ['Maret 24', undefined],
      [2024, undefined],
      [true, undefined],
    ],
  ],
  [
    'a phone number',
    readPhone,
    [
      ['081234567890', '+6281234567890'],
      ['0812-3456-7890', '+6281234567890'],
      ['+62 812 3456 7890', '+6281234567890'],
      ['6281234567890', '+6281234567890'],
      [81234567890, '+6281234567890'],
      ["'081234567890", '+6281234567890'],
      ['(0914) 21234', '+6291421234'],
      ['+61 412 345 678', undefined],
      ['0812', undefined],
      ['081234567890123', undefined],
      ['0812 atau 0813', undefined],
    ],
  ],
]

describe.each(tables)('%s in a cell', (_name, read, rows) => {
  it.each(rows)('%j', (cell, expected) => {
    expect(read(cell)).toBe(expected)
  })
})
