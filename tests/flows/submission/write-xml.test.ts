import { describe, expect, test } from 'vitest'
import { writeSubmission } from '../../../src/flows/submission/write-xml.ts'
import { writeXForm } from '../../../src/flows/xform/write.ts'
import { loadReferee } from '../xform/referee.ts'
import { form, submission } from './cast.ts'

const written = writeSubmission(submission())

describe('a report as OpenRosa submission', () => {
  test.each([
    ['the root is the form', '<coba id="coba" version="1">'],
    ['groups and dates', '<pertemuan><tanggal>2024-08-12</tanggal>'],
    [
      'a count by sex is a group',
      '<hadir><hadir_total>12</hadir_total><hadir_l>7</hadir_l><hadir_p>5</hadir_p></hadir>',
    ],
    ['an item with what was asked about it', '<kegiatan><label>Kebun jambu</label><cerita>'],
    ['a quantity', '<hasil><hasil_jumlah>2.5</hasil_jumlah><hasil_satuan>ha</hasil_satuan></hasil>'],
    ['added items counted up', '<cerita>Satu</cerita>'],
    ['what people typed as text', '<judul>Kebun &amp; &lt;ladang&gt;</judul>'],
    ['its id', '<meta><instanceID>uuid:00000000-0000-8000-8000-000000000001</instanceID>'],
    ['when it was written', '<timeEnd>2024-08-14T02:30:00.000Z</timeEnd>'],
  ])('%s', (_, fragment) => {
    expect(written).toContain(fragment)
  })

  test('repeats are repeated elements, in order', () => {
    expect(Array.from(written.matchAll(/<cerita>([^<]*)</g), ([, text]) => text)).toEqual([
      '=HYPERLINK(&quot;http://jahat&quot;)',
      'Satu',
      'Dua',
    ])
  })

  test('ODK’s engine opens it in the XForm of the same form', async () => {
    const { loadForm } = await loadReferee()
    const loaded = await loadForm(writeXForm(form.source, { root: form.id }), {
      fetchFormAttachment: async () => new Response('name,label\n'),
    } as unknown as Parameters<typeof loadForm>[1])
    if (loaded.status === 'failure') throw loaded.error
    const data = new FormData()
    data.set('xml_submission_file', new File([written], 'xml_submission_file', { type: 'text/xml' }))
    const { root } = await loaded.restoreInstance({ data: [data] } as unknown as Parameters<
      typeof loaded.restoreInstance
    >[0])
    const values = new Map<string, string>()
    const visit = (node: unknown) => {
      const { currentState } = node as {
        currentState: { reference: string; children: unknown[] | null; instanceValue?: string }
      }
      if (currentState.children === null) values.set(currentState.reference, currentState.instanceValue ?? '')
      for (const child of currentState.children ?? []) visit(child)
    }
    visit(root)
    expect(values.get('/coba/kk')).toBe('120')
    expect(values.get('/coba/pertemuan/hadir/hadir_p')).toBe('5')
    expect(values.get('/coba/pertemuan/kendala')).toBe('dana cuaca')
    expect(values.get('/coba/setuju')).toBe('ya')
  })
})
