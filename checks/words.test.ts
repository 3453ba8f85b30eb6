import { describe, expect, test } from 'vitest'
import type { WordTable } from '../src/kernel/words.ts'
import { roomOf } from './house/arrows.ts'
import { allProcedures, eventWord, wordlessSteps, wordsOf, type NamedProcedure } from './house/procedures.ts'
import { givenTwice, wrongSentences } from './house/sentences.ts'
import { forged, readTree } from './house/tree.ts'
import { eventsOfRooms, looseText, strictUses, unknownWords, unusedWords } from './house/word-uses.ts'
import { auditOnly, chineseAllowed, sentencesAsIs, wordsKept } from './house/word-reasons.ts'

const src = readTree('src')
const { words } = await import('../src/words.ts')
const { rooms } = await import('../src/modules.ts')
const keys = new Set(Object.keys(words.zh))
const procedures = await allProcedures()
const file = (code: string, name = 'src/modules/units/server.ts') => forged({ [name]: code })

describe('the sentences (STYLE.md, Words)', () => {
  test('of both languages', () => {
    expect(wrongSentences(words.zh, words.en, sentencesAsIs)).toEqual([])
  })

  test('of every room are among those of the product, each once', () => {
    const tables = Object.fromEntries(rooms.map((room) => [room.name, room.words.zh]))
    expect(givenTwice(tables)).toEqual([])
    for (const [room, table] of Object.entries(tables)) expect(Object.keys(table).filter((key) => !keys.has(key)), room).toEqual([])
  })

  const pairs: [string, WordTable, WordTable, RegExp][] = [
    ['a sentence without its English', { a: '好' }, {}, /a has no English/],
    ['a sentence without its Chinese', {}, { a: 'Good' }, /a has no Chinese/],
    ['an empty sentence', { a: ' ' }, { a: 'Good' }, /a is empty/],
    ['a parameter that one language forgot', { a: '{n}项' }, { a: 'items' }, /a has \{n\} in Chinese and \{\} in English/],
    ['a form by number whose number is not told', { a: '{n}项' }, { a: '{n} {m:item|items}' }, /a has \{m:item\|items\} without its number/],
    ['forms by number in Chinese', { a: '{n}{n:项|项}' }, { a: '{n}' }, /forms by number in Chinese/],
    ['a half-width comma', { a: '您好,请登录' }, { a: 'Hello' }, /half-width punctuation in Chinese: 好,/],
    ['a half-width colon before a Chinese character', { a: '编号 A:甲' }, { a: 'No. A' }, /half-width punctuation/],
    ['half-width brackets', { a: '主管部门(区科技局)' }, { a: 'Authority' }, /half-width/],
    ['a half-width full stop', { a: '已保存.' }, { a: 'Saved' }, /half-width/],
    ['a question mark', { a: '确定吗?' }, { a: 'Sure?' }, /half-width/],
    ['a half-width comma after a parameter', { a: '{name},请登录' }, { a: '{name}' }, /half-width/],
    ['straight quotes', { a: '点击"下一步"' }, { a: 'Click next' }, /straight quotes/],
    ['an exclamation mark', { a: '提交成功！' }, { a: 'Sent' }, /exclamation mark/],
    ['an English exclamation mark', { a: '提交成功' }, { a: 'Sent!' }, /exclamation mark/],
    ['您 on a page', { 'units.saved': '您已保存' }, { 'units.saved': 'Saved' }, /units.saved says 您/],
    ['Chinese in English', { a: '市局' }, { a: 'The 市局' }, /Chinese in its English/],
    ['full-width punctuation in English', { a: '好' }, { a: 'Good。' }, /full-width punctuation in English/],
    ['a key that is none', { 'a b': '好' }, { 'a b': 'Good' }, /a b is not a key/],
  ]
  test('您 stands in letters', () => expect(wrongSentences({ 'units.returned.body': '您好：' }, { 'units.returned.body': 'Hello' })).toEqual([]))

  test.each(pairs)('finds %s', (_name, zh, en, expected) => {
    expect(wrongSentences(zh, en).join('\n')).toMatch(expected)
  })

  test('lets numbers, times, names of programs and addresses be', () => {
    const zh = { a: '工作日 9:00-17:00，PDF、JPG 或 PNG 格式，约 1.5 MB，如 https://kehui.example.cn。', b: '上传中，{n}%', c: '“{name}”（{code}）' }
    const en = { a: 'Working days', b: '{n}%', c: '{name} ({code})' }
    expect(wrongSentences(zh, en)).toEqual([])
  })

  test('finds a key in two rooms', () => {
    expect(givenTwice({ units: { a: '甲' }, people: { a: '乙' } })).toEqual(['a stands in units and in people'])
  })
})

describe('what is said has words, and words are said', () => {
  test('every word that the code names is there', () => {
    expect(unknownWords(strictUses(src), keys)).toEqual([])
  })

  test('every refusal of every contract has words', () => {
    const missing = rooms.flatMap((room) => Object.entries(room.contract).flatMap(([name, verb]) => verb.refusals.filter((code) => !keys.has(code)).map((code) => `${room.name}.${name}: ${code}`)))
    expect(missing).toEqual([])
  })

  test('every word is named by some code', () => {
    expect(unusedWords(src, keys).filter((key) => !wordsKept[key])).toEqual([])
  })

  const known = new Set(['units.taken', 'units.state.draft', 'units.notice.a.subject'])
  const violations: [string, string, RegExp][] = [
    ['an unknown translation', `export const a = t('units.nowhere')`, /says units.nowhere/],
    ['an unknown branch', `export const a = (x) => t(x ? 'units.taken' : 'units.nowhere')`, /says units.nowhere/],
    ['an unknown family', 'export const a = (x) => t(`units.colour.${x}`)', /says units.colour.\*/],
    ['an unknown refusal', `export const a = refuse('units.nowhere', { status: 409 })`, /says units.nowhere/],
    ['an unknown refusal without a dot', `export const a = refuse('nowhere')`, /says nowhere/],
    ['an unknown refusal beside a field', `export const a = refuseField('name', 'units.nowhere')`, /says units.nowhere/],
    ['an unknown finding', `export const a = bad('units.nowhere')`, /says units.nowhere/],
    ['an unknown code in an object', `export const a = { fields: { name: { code: 'units.nowhere' } } }`, /says units.nowhere/],
    ['an unknown code behind a condition', `const code = isKey(x) ? x : y ? 'units.taken' : 'units.nowhere'`, /says units.nowhere/],
    ['an unknown message of a schema', `export const a = z.string({ error: 'units.nowhere' })`, /says units.nowhere/],
    ['an unknown refusal of a contract', `export const a = verb({ refusals: ['units.taken', 'units.nowhere'] })`, /says units.nowhere/],
    ['an unknown title of a page', `export const a = { path: '/x', title: 'units.nowhere' }`, /says units.nowhere/],
    ['an unknown template of a notice', `export const a = { template: 'units.notice.b' }`, /says units.notice.b/],
  ]
  test.each(violations)('finds %s', (_name, code, expected) => {
    expect(unknownWords(strictUses(file(code)), known).join('\n')).toMatch(expected)
  })

  test('takes what is there', () => {
    const code = `export const a = [t('units.taken'), t(\`units.state.\${s}\`), { template: 'units.notice.a' }, refuse('units.taken'), new Map([['x', 1]]).get('y.z')]`
    expect(unknownWords(strictUses(file(code)), known)).toEqual([])
  })

  test('finds words that nobody says', () => {
    const code = 'export const a = [t(`units.state.${s}`), tell({ template: `units.notice.${w}` }), t(`${template}.subject`)]'
    expect(unusedWords(file(code), known)).toEqual(['units.taken'])
    expect(unusedWords(file(`${code}\nexport const b = 'units.taken'`), known)).toEqual([])
    expect(unusedWords(file(`// units.taken\n${code}`), known)).toEqual(['units.taken'])
  })
})

describe('procedures, events and fields are named', () => {
  test('every state and verb of every procedure has words', () => {
    expect(procedures.length).toBeGreaterThan(0)
    expect(wordlessSteps(procedures, keys)).toEqual([])
  })

  test('every event has words', () => {
    const nameless = eventsOfRooms(src).filter(({ file: at, key }) => !auditOnly[`${roomOf(at)} ${key}`] && !eventWord(keys, roomOf(at) ?? '', key))
    expect(nameless.map(({ file: at, key, line }) => `${at}:${line} writes ${key}, which has no words`)).toEqual([])
  })

  test('every list of fields has labels', async () => {
    const missing: string[] = []
    for (const [at, text] of src) {
      const room = roomOf(at)
      if (room === null || !/\bexport const \w+Fields\b/.test(text) || at.includes('/web/')) continue
      for (const [name, value] of Object.entries((await import(/* @vite-ignore */ `../${at}`)) as Record<string, unknown>)) {
        if (!name.endsWith('Fields') || !Array.isArray(value)) continue
        for (const field of value) if (!keys.has(`${wordsOf(room)}.field.${field}`)) missing.push(`${at}: ${wordsOf(room)}.field.${field}`)
      }
    }
    expect(missing).toEqual([])
  })

  test('finds a state and a verb without words, and lets the platform work in silence', () => {
    const forgedProcedure: NamedProcedure = {
      noun: 'unit', room: 'units', file: 'x', steps: [
        { verb: 'melt', from: ['frozen'], to: 'liquid', by: ['sun'] }, { verb: 'evaporate', from: ['liquid'], to: 'gone', by: ['platform'] },
      ],
    }
    expect(wordlessSteps([forgedProcedure], new Set(['units.state.frozen', 'units.state.gone', 'people.verb.melt']))).toEqual([
      'units unit: the state liquid has no words', 'units unit: the verb melt has no words',
    ])
  })

  test('finds events in values and in types', () => {
    const code = `export type E = { event: 'thawed' } | { event: 'frozen'; at: string }\nexport const e = { event: x ? 'melted' : 'boiled' }`
    expect(eventsOfRooms(file(code)).map(({ key }) => key)).toEqual(['thawed', 'frozen', 'melted', 'boiled'])
  })
})

describe('no sentence stands in the code', () => {
  test('in the sources', () => {
    expect(looseText(src, chineseAllowed)).toEqual([])
  })

  test('finds Chinese in a text, a template and a page, and English prose in a page', () => {
    expect(looseText(file(`export const a = '请登录'`), {})).toHaveLength(1)
    expect(looseText(file('export const a = `${n}项`'), {})).toHaveLength(1)
    expect(looseText(file(`export const A = () => <b>登录</b>`, 'src/web/a.tsx'), {})).toHaveLength(1)
    expect(looseText(file(`export const A = () => <b>Please sign in</b>`, 'src/web/a.tsx'), {})).toHaveLength(1)
  })

  test('lets comments, summaries of verbs and words be, and finds an exception that nobody needs', () => {
    expect(looseText(file(`// 登录\nexport const a = { summary: '通过: active' }`), {})).toEqual([])
    expect(looseText(file(`export const zh = { a: '登录' }`, 'src/modules/units/words.zh.ts'), {})).toEqual([])
    expect(looseText(file(`export const a = 1`), { 'src/modules/units/server.ts': 'x' })).toEqual([expect.stringMatching(/no longer needed/)])
  })
})
