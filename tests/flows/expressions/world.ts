import {
  type DataNode,
  type EvaluationScope,
  parseExpression,
  parseXmlInstance,
} from '../../../src/flows/expressions/index.ts'

/** The answers of an invented village: a plan with two activities, a list, one question of every type that matters. */
const answers = parseXmlInstance(`
  <data id="pemantauan" version="7">
    <desa>Wai Ruhu</desa>
    <umur>42</umur>
    <kosong/>
    <lahir>1982-03-05</lahir>
    <diisi>2024-08-14T10:30:00.000+09:00</diisi>
    <pukul>14:30:00.000+09:00</pukul>
    <sumber>apbd add swadaya</sumber>
    <kebun>-3.10 130.40 0 0; -3.10 130.41 0 0; -3.11 130.41 0 0; -3.10 130.40 0 0</kebun>
    <kegiatan><nama>Jalan tani</nama><persen>40</persen><biaya>1500000</biaya><orang><usia>30</usia></orang></kegiatan>
    <kegiatan><nama>Air bersih</nama><persen>75</persen><biaya/><orang><usia>41</usia></orang><orang><usia>9</usia></orang></kegiatan>
    <kegiatan><nama>Posyandu</nama><persen>5</persen><biaya>250000</biaya></kegiatan>
  </data>`)

const list = parseXmlInstance(`
  <instance><root>
    <item><name>81.05.01</name><label>Bula</label><kabupaten>81.05</kabupaten></item>
    <item><name>81.05.02</name><label>Seram Timur</label><kabupaten>81.05</kabupaten></item>
    <item><name>53.18.01</name><label>Loura</label><kabupaten>53.18</kabupaten></item>
  </root></instance>`)

const everyNode = below(answers)

/** 14 August 2024, 10:00 in Jayapura. */
const now = Date.UTC(2024, 7, 14, 1)

/** Evaluates at a question named by a path, like the `expr` command; `${name}` finds every question of that name. */
export function scopeAt(path = '/data/umur', changes: Partial<EvaluationScope> = {}): EvaluationScope {
  const scope: EvaluationScope = {
    node: answers,
    now,
    zone: 'Asia/Jayapura',
    resolve: (name) => everyNode.filter((node) => node.name === name),
    instance: (id) => (id === 'kecamatan' ? list.children()[0] : undefined),
    choiceLabel: (question, code) => (question === 'sumber' && code === 'add' ? 'Alokasi Dana Desa' : undefined),
    random: () => 0.5,
    uuid: () => '00000000-0000-4000-8000-000000000000',
    version: '7',
    ...changes,
  }
  const found = parseExpression(path).evaluate(scope)
  const node = found.type === 'nodeset' ? found.value[0] : undefined
  if (!node) throw new Error(`there is no ${path}`)
  return { ...scope, node }
}

/** What an expression gives, nodes as their texts. */
export function resultOf(source: string, scope = scopeAt()): number | string | boolean | string[] {
  const value = parseExpression(source).evaluate(scope)
  return value.type === 'nodeset' ? value.value.map((node) => node.text()) : value.value
}

function below(node: DataNode): DataNode[] {
  return node.children().flatMap((child) => [child, ...below(child)])
}
