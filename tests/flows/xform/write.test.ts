import { describe, expect, test } from 'vitest'
import { writeXForm } from '../../../src/flows/xform/write.ts'
import { settings, shippedForms, shippedSource, sourceOf } from '../form-cast.ts'

/** The XForm of a YAML text that has only a survey, without blanks that somebody typed for the eye. */
const xformOf = (survey: string, head = settings) => writeXForm(sourceOf(head + survey))

/** The attributes of the bind of a path. */
function bindOf(xform: string, path: string): Record<string, string> | undefined {
  const tag = Array.from(xform.matchAll(/<bind ([^>]*)\/>/g), ([, attributes]) => attributes!).find((attributes) =>
    attributes.startsWith(`nodeset="${path}"`),
  )
  return tag === undefined
    ? undefined
    : Object.fromEntries(Array.from(tag.matchAll(/([\w:-]+)="([^"]*)"/g), ([, key, value]) => [key!, value!]))
}

describe('${name} becomes a path', () => {
  const xform = xformOf(`survey:
  - { type: integer, name: atas, label: A }
  - type: group
    name: g
    questions: [{ type: integer, name: dalam, label: B, relevant: "\${atas} > 1" }]
  - type: repeat
    name: r
    questions:
      - { type: integer, name: a, label: "A \${atas}" }
      - { type: integer, name: b, label: "B \${a}", relevant: "\${a} > \${atas}" }
      - type: group
        name: h
        questions:
          - { type: integer, name: c, label: C, constraint: ". < \${a}" }
          - { type: calculate, name: urut, calculation: "position(..) + count(\${r}[a > \${c}])" }
          - { type: calculate, name: pertama, calculation: "indexed-repeat(\${a}, \${r}, \${c})" }
      - type: repeat
        name: s
        questions: [{ type: calculate, name: d, calculation: "\${a} + sum(\${d2})" }, { type: integer, name: d2, label: D }]
  - { type: calculate, name: semua, calculation: "sum(\${a}) + sum(\${d2})" }
  - { type: calculate, name: kata, calculation: "'\${atas} tetap' " }
`)
  test.each([
    ['outside of repeats, absolute', '/data/g/dalam', 'relevant', '/data/atas &gt; 1'],
    ['in one item, relative', '/data/r/b', 'relevant', '../a &gt; /data/atas'],
    ['out of a group of the item', '/data/r/h/c', 'constraint', '. &lt; ../../a'],
    [
      'inside a predicate, from where the expression stands',
      '/data/r/h/urut',
      'calculate',
      'position(..) + count(/data/r[a &gt; current()/../c])',
    ],
    ['indexed-repeat names nodes absolutely', '/data/r/h/pertama', 'calculate', 'indexed-repeat(/data/r/h/../a'],
    ['from an inner repeat', '/data/r/s/d', 'calculate', '../../a + sum(../d2)'],
    ['all items from outside', '/data/semua', 'calculate', 'sum(/data/r/a) + sum(/data/r/s/d2)'],
    ['a text that only holds it is left alone', '/data/kata', 'calculate', `'\${atas} tetap' `],
  ])('%s', (what, path, attribute, expected) => {
    const written = bindOf(xform, path)?.[attribute]
    if (what.startsWith('indexed')) expect(written).toBe('indexed-repeat(/data/r/a, /data/r, ../c)')
    else expect(written).toBe(expected)
  })

  test('a form can have another top element: absolute paths of its author follow', () => {
    const named = writeXForm(
      sourceOf(`${settings}survey:
  - { type: integer, name: data, label: D }
  - { type: integer, name: b, label: B, relevant: "/data/data > 1 and ../data/x = 2 and (/data/data = \${data})" }
`),
      { root: 'kebun' },
    )
    expect(bindOf(named, '/kebun/b')).toMatchObject({
      relevant: '/kebun/data &gt; 1 and ../data/x = 2 and (/kebun/data = /kebun/data)',
    })
  })

  test('in texts it is an output', () => {
    expect(xform).toContain('<label>B <output value="../a"/></label>')
    expect(xform).toContain('<label>A <output value="/data/atas"/></label>')
  })

  test('a repeat has a template, one item, and its count as a node', () => {
    const counted = xformOf(`survey:
  - { type: integer, name: n, label: N }
  - { type: repeat, name: r, label: R, repeat_count: "\${n}", questions: [{ type: text, name: a, label: A }] }
  - { type: repeat, name: s, repeat_count: "\${n} + 1", questions: [{ type: text, name: b, label: B }] }
`)
    expect(counted).toContain('<r jr:template=""><a/></r><r><a/></r>')
    expect(counted).toContain('<group ref="/data/r"><label>R</label><repeat nodeset="/data/r" jr:count="/data/n">')
    expect(counted).toContain('<repeat nodeset="/data/s" jr:count="/data/s_count">')
    expect(bindOf(counted, '/data/s_count')).toMatchObject({ calculate: '/data/n + 1', readonly: 'true()' })
  })
})

describe('our own kinds as ODK knows them', () => {
  test.each([
    ['yesno', { type: 'string' }, '<select1 ref="/data/x">'],
    ['money_idr', { type: 'int' }, '<input ref="/data/x" appearance="thousands-sep">'],
    ['percent', { type: 'decimal', constraint: '. &gt;= 0 and . &lt;= 100' }, '<input ref="/data/x">'],
    ['month', { type: 'date' }, '<input ref="/data/x" appearance="month-year">'],
    ['phone', { type: 'string' }, '<input ref="/data/x" appearance="numbers">'],
    ['region', { type: 'string' }, '<input ref="/data/x">'],
    ['person', { type: 'string' }, '<input ref="/data/x">'],
  ])('%s', (type, bind, control) => {
    const xform = xformOf(`survey:\n  - { type: ${type}, name: x, label: X }\n`)
    expect(bindOf(xform, '/data/x')).toMatchObject(bind)
    expect(xform).toContain(control)
  })

  test('yesno offers ya and tidak', () => {
    const xform = xformOf('survey:\n  - { type: yesno, name: x, label: X }\n')
    expect(xform).toContain('<item><name>ya</name><label>Ya</label></item><item><name>tidak</name>')
  })

  test('a count by sex is a group; its name means the total, its rules stand where they can be judged', () => {
    const xform = xformOf(`survey:
  - { type: integer, name: kk, label: KK }
  - { type: count_by_sex, name: hadir, label: Hadir?, required: true, constraint: ". > 0 and . < \${kk}", constraint_message: Lebih }
  - { type: count_by_sex, name: lain, label: Lain?, constraint: "\${lain_p} > 0 and . > ../kk" }
  - { type: note, name: n, label: "Ada \${hadir}, \${hadir_p} ibu", relevant: "\${hadir} > 3" }
`)
    expect(xform).toContain('<hadir><hadir_total/><hadir_l/><hadir_p/></hadir>')
    expect(bindOf(xform, '/data/hadir/hadir_total')).toMatchObject({
      type: 'int',
      required: 'true()',
      constraint: '. &gt; 0 and . &lt; /data/kk',
      'jr:constraintMsg': 'Lebih',
    })
    expect(bindOf(xform, '/data/hadir/hadir_p')).toMatchObject({
      constraint: '../hadir_total = ../hadir_l + .',
      'jr:constraintMsg': 'Jumlahnya belum sama dengan laki-laki ditambah perempuan.',
    })
    expect(bindOf(xform, '/data/lain/lain_total')).not.toHaveProperty('constraint')
    expect(bindOf(xform, '/data/lain/lain_p')).toMatchObject({
      constraint: '(/data/lain/lain_p &gt; 0 and ../lain_total &gt; ../../kk) and ../lain_total = ../lain_l + .',
    })
    expect(bindOf(xform, '/data/n')).toMatchObject({ relevant: '/data/hadir/hadir_total &gt; 3', readonly: 'true()' })
  })

  test('a quantity is an amount and a unit', () => {
    const xform = xformOf('survey:\n  - { type: quantity_unit, name: hasil, label: Hasil?, default: 3 kg }\n')
    expect(xform).toContain('<hasil><hasil_jumlah>3</hasil_jumlah><hasil_satuan>kg</hasil_satuan></hasil>')
  })

  test('what only a conversation knows has stand-ins', () => {
    const xform = xformOf(`survey:
  - type: repeat
    name: kegiatan
    over: instance('kegiatan')/root/item[desa = \${desa}]
    questions: [{ type: text, name: a, label: "\${sapaan}, \${target}?" }]
`)
    expect(xform).toContain('<instance id="kegiatan" src="jr://file-csv/kegiatan.csv"/>')
    expect(xform).toContain('<kentongan><sapaan/><desa/></kentongan>')
    expect(bindOf(xform, '/data/kegiatan/target')).toMatchObject({
      calculate:
        "instance('kegiatan')/root/item[desa = /data/kentongan/desa][position() = position(current()/..)]/target",
    })
    expect(bindOf(xform, '/data/kegiatan_count')).toMatchObject({
      calculate: "count(instance('kegiatan')/root/item[desa = /data/kentongan/desa])",
    })
  })
})

describe('lists', () => {
  const choices = `choices:
  kab: [{ name: a, label: A }, { name: b, label: B }]
  kec: [{ name: x, label: X, columns: { kab: a, "dua kata": z } }]
  dua: [{ name: x, label: { id: X, en: Y } }]
`
  test('a choice filter stands in the itemset, and other columns are there for it', () => {
    const xform = xformOf(`survey:
  - { type: select_one kab, name: kab1, label: A }
  - type: repeat
    name: r
    questions:
      - { type: select_one kab, name: kab2, label: A }
      - { type: select_one kec, name: kec2, label: B, choice_filter: "kab = \${kab2} or kab = \${kab1}", parameters: "randomize=true, seed=3" }
${choices}`)
    expect(xform).toContain(
      '<itemset nodeset="randomize(instance(\'kec\')/root/item[kab = current()/../kab2 or kab = /data/kab1], 3)">',
    )
    expect(xform).toContain('<item><name>x</name><label>X</label><kab>a</kab></item>')
    expect(xform).toContain('<item><itextId>dua-0</itextId><name>x</name></item>')
  })

  test.each([
    ['select_one_from_file desa.csv', '<instance id="desa" src="jr://file-csv/desa.csv"/>', 'ref="name"'],
    ['select_multiple_from_file desa.xml', '<instance id="desa" src="jr://file/desa.xml"/>', 'ref="name"'],
    ['select_one_from_file desa.geojson', '<instance id="desa" src="jr://file/desa.geojson"/>', 'ref="id"'],
  ])('%s', (type, instance, value) => {
    const xform = xformOf(`survey:\n  - { type: ${type}, name: d, label: D }\n`)
    expect(xform).toContain(instance)
    expect(xform).toContain(`<itemset nodeset="instance('desa')/root/item"><value ${value}/>`)
  })

  test('the answers of a repeat, and a list that pulldata reads', () => {
    const xform = xformOf(`survey:
  - { type: repeat, name: orang, questions: [{ type: text, name: nama, label: N }] }
  - { type: "select_one \${nama}", name: ketua, label: K }
  - { type: calculate, name: luas, calculation: "pulldata('lahan', 'luas', 'nama', \${ketua})" }
`)
    expect(xform).toContain('<itemset nodeset="/data/orang[./nama != \'\']"><value ref="nama"/><label ref="nama"/>')
    expect(xform).toContain('<instance id="lahan" src="jr://file-csv/lahan.csv"/>')
  })

  test('or_other adds its choice and its question', () => {
    const xform = xformOf(
      `survey:\n  - { type: select_one kab or_other, name: k, label: K }\nchoices: { kab: [{ name: a, label: A }] }\n`,
    )
    expect(xform).toContain('<item><name>other</name><label>Lainnya</label></item>')
    expect(bindOf(xform, '/data/k_other')).toMatchObject({ relevant: "selected(../k, 'other')" })
  })
})

describe('what a device fills in, and when', () => {
  const xform = xformOf(`survey:
  - { type: start, name: mulai }
  - { type: today, name: hari }
  - { type: username, name: siapa }
  - { type: audit, name: audit }
  - { type: integer, name: a, label: A, default: 5 }
  - { type: date, name: b, label: B, default: today() }
  - { type: calculate, name: c, calculation: "\${a} * 2", trigger: "\${a}" }
  - { type: repeat, name: r, questions: [{ type: integer, name: d, label: D, default: "\${a} + 1" }] }
  - { type: start-geopoint, name: titik }
  - { type: acknowledge, name: ok, label: Benar? }
  - { type: image, name: foto, label: Foto, parameters: max-pixels=800 }
  - { type: range, name: nilai, label: Nilai, parameters: "start=0, end=1, step=0.5" }
`)
  test.each([
    ['/data/mulai', { type: 'dateTime', 'jr:preload': 'timestamp', 'jr:preloadParams': 'start' }],
    ['/data/hari', { type: 'date', 'jr:preload': 'date', 'jr:preloadParams': 'today' }],
    ['/data/siapa', { 'jr:preload': 'property', 'jr:preloadParams': 'username' }],
    ['/data/meta/audit', { type: 'binary' }],
    ['/data/meta/instanceID', { type: 'string', readonly: 'true()', 'jr:preload': 'uid' }],
    ['/data/foto', { type: 'binary', 'orx:max-pixels': '800' }],
    ['/data/nilai', { type: 'decimal' }],
  ])('%s', (path, bind) => {
    expect(bindOf(xform, path)).toMatchObject(bind)
  })

  test.each([
    ['<a>5</a>'],
    ['<setvalue event="odk-instance-first-load" ref="/data/b" value="today()"/>'],
    ['<input ref="/data/a"><label>A</label><setvalue event="xforms-value-changed" ref="/data/c" value="/data/a * 2"/>'],
    [
      '<repeat nodeset="/data/r"><setvalue event="odk-instance-first-load odk-new-repeat" ref="/data/r/d" value="/data/a + 1"/>',
    ],
    ['<odk:setgeopoint event="odk-instance-first-load" ref="/data/titik"/>'],
    ['<trigger ref="/data/ok">'],
    ['<upload ref="/data/foto" mediatype="image/*">'],
    ['<range ref="/data/nilai" start="0" end="1" step="0.5">'],
  ])('%s', (fragment) => {
    expect(xform).toContain(fragment)
  })

  test('a value set by a trigger is not computed besides', () => {
    expect(bindOf(xform, '/data/c')).not.toHaveProperty('calculate')
  })
})

describe('languages and texts', () => {
  const two = `settings:
  form_id: coba
  form_title: { id: Coba, en: Try }
  version: 1
  default_language: id
`
  const xform = xformOf(
    `survey:
  - type: integer
    name: a
    label: { id: Berapa?, en: How many? }
    hint: { id: Kira-kira }
    constraint: . > 0
    constraint_message: { id: Lebih, en: More }
    media: { image: { id: a.png } }
`,
    two,
  )
  test('each has every text, that of the default language where it has none of its own', () => {
    expect(xform).toContain('<translation lang="Bahasa Indonesia (id)" default="true()">')
    const [, english = ''] = /<translation lang="English \(en\)">(.*?)<\/translation>/.exec(xform) ?? []
    expect(english).toContain(
      '<text id="/data/a:label"><value>How many?</value><value form="image">jr://images/a.png</value></text>',
    )
    expect(english).toContain('<text id="/data/a:hint"><value>Kira-kira</value></text>')
    expect(bindOf(xform, '/data/a')).toMatchObject({ 'jr:constraintMsg': "jr:itext('/data/a:jr:constraintMsg')" })
  })

  test('what people wrote never becomes markup', () => {
    const hostile = xformOf(
      `survey:\n  - { type: text, name: a, label: "</label><script>&amp;\\u0001", default: "\\"<x/>" }\n`,
    )
    expect(hostile).toContain('<label>&lt;/label&gt;&lt;script&gt;&amp;amp;</label>')
    expect(hostile).toContain('<a>&quot;&lt;x/&gt;</a>')
  })

  test('columns of other tools go along where their prefix is known', () => {
    const extra = xformOf(
      'survey:\n  - { type: text, name: a, label: A, extra: { "bind::odk:length": "9", "bind::asing:x": "1", "body::intent": "ex:b" } }\n',
    )
    expect(bindOf(extra, '/data/a')).toMatchObject({ 'odk:length': '9' })
    expect(extra).toContain('<input ref="/data/a" intent="ex:b">')
    expect(extra).not.toContain('asing')
  })
})

describe('entities', () => {
  test('one of the report, made new', () => {
    const xform = xformOf(`survey:
  - { type: text, name: nama, label: N, save_to: nama }
entities: [{ list_name: warga, label: "\${nama}" }]
`)
    expect(xform).toContain('entities:entities-version="2024.1.0"')
    expect(xform).toContain('<entity dataset="warga" id="" create="1"><label/></entity>')
    expect(xform).toContain('<setvalue event="odk-instance-first-load" ref="/data/meta/entity/@id" value="uuid()"/>')
    expect(bindOf(xform, '/data/nama')).toMatchObject({ 'entities:saveto': 'nama' })
    expect(bindOf(xform, '/data/meta/entity/label')).toMatchObject({ calculate: '/data/nama' })
  })

  test('one of each item, changed', () => {
    const xform = xformOf(`survey:
  - type: repeat
    name: r
    questions: [{ type: text, name: kode, label: K }, { type: text, name: status, label: S, save_to: status }]
entities: [{ list_name: kegiatan, entity_id: "\${kode}", update_if: "\${status} != ''", repeat: r }]
`)
    expect(xform).toContain('<meta><entity dataset="kegiatan" id="" update="" baseVersion=""')
    expect(bindOf(xform, '/data/r/meta/entity/@id')).toMatchObject({ calculate: '../../../kode' })
    expect(bindOf(xform, '/data/r/meta/entity/@update')).toMatchObject({ calculate: "../../../status != ''" })
    expect(bindOf(xform, '/data/r/meta/entity/@baseVersion')).toMatchObject({
      calculate: "instance('kegiatan')/root/item[name = current()/../../../kode]/__version",
    })
  })
})

test.each(shippedForms)('%s becomes an XForm with no hole left', (name) => {
  const xform = writeXForm(shippedSource(name))
  expect(xform).not.toContain('${')
  expect(xform).not.toContain('undefined')
})
