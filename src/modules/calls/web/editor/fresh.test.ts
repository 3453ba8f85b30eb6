import { describe, expect, test } from 'vitest'
import { zhongdianYanfa } from '../../../../../world/calls/zhongdian-yanfa.ts'
import { translator } from '../../../../kernel/words.ts'
import { zh } from '../../words.zh.ts'
import { documentProblems } from '../../form/problems.ts'
import { columnKinds, copyOf, fieldKinds, freshColumn, freshField, freshId, freshOption, freshRule, freshTab, idsIn, withParts } from './fresh.ts'
import { countIn, chosenAt, partOf, pathOf } from './places.ts'
import { wordsOn } from './place-words.ts'
import { tidied } from './tidied.ts'
import { added, at, isTree, listAt, put, type Tree } from './tree.ts'

const say = translator(zh, 'zh')
const begun = withParts({ title: { zh: '新指南', en: '' } })
const problems = (document: Tree) => documentProblems(document).map(({ place, code }) => `${place.join('.')}: ${code.replace('calls.problem.', '')}`)
const named = (tree: Tree): Tree => JSON.parse(JSON.stringify(tree).replaceAll('"zh":""', '"zh":"名"').replaceAll('"field":""', '"field":"c1"'))

describe('what the editor makes', () => {
  test('a new call lacks only what somebody must decide', () => {
    expect(problems(begun)).toEqual([
      'category.zh: missing', 'text.0.zh: missing', ...['leader', 'department', 'unit'].flatMap((level) => [`windows.${level}.opensAt: missing`, `windows.${level}.closesAt: missing`]),
    ])
  })

  test('what is there already stays', () => {
    const call: Tree = { ...zhongdianYanfa(new Date('2026-06-01T00:00:00Z')) }
    expect(withParts(call)).toEqual(call)
  })

  test.each(fieldKinds)('a new field (%s) lacks nothing but its words', (kind) => {
    const document = added(begun, ['form', 'tabs', 0, 'fields'], named(freshField(kind, idsIn(begun))))
    expect(problems(document).filter((one) => one.startsWith('form'))).toEqual([])
  })

  test.each(columnKinds)('and so a new column (%s)', (kind) => {
    const table = freshField('table', [])
    const columns = [{ kind: 'money', id: 'c1', label: { zh: '元' } }, named(freshColumn(kind, ['c1']))]
    expect(problems(added(begun, ['form', 'tabs', 0, 'fields'], put(named(table), ['columns'], columns))).filter((one) => one.startsWith('form'))).toEqual([])
  })

  test('a tab without fields and a rule that says nothing are not complete', () => {
    expect(problems(added(begun, ['form', 'tabs'], freshTab(idsIn(begun)))).filter((one) => one.startsWith('form'))).toEqual(['form.tabs.1.label.zh: missing', 'form.tabs.1.fields: missing'])
    expect(problems(added(begun, ['form', 'rules'], freshRule(idsIn(begun)))).filter((one) => one.startsWith('form'))).toEqual(['form.rules.0.holds: condition', 'form.rules.0.sentence.zh: missing', 'form.rules.0.at: missing'])
  })

  test('ids are never given twice', () => {
    expect(freshId('f', ['f1', 'f2', 'f4'])).toBe('f3')
    expect(freshOption(['o1']).value).toBe('o2')
    const field = listAt(begun, ['form', 'tabs', 0, 'fields'])[0]
    expect(copyOf(field, idsIn(begun)).id).toBe('f1')
    expect(idsIn(begun)).toEqual(['basics', 'title'])
  })
})

describe('windows that nobody sees', () => {
  test('of an authority that is not in the chain, and of a bureau that was emptied', () => {
    const after = tidied({ chain: { department: true, authority: false }, windows: { leader: {}, authority: { opensAt: 'x' }, bureau: {} } })
    expect(after['windows']).toEqual({ leader: {} })
  })

  test('a department that is not in the chain has that of the leader', () => {
    const leader = { opensAt: 'a', closesAt: 'b' }
    expect(at(tidied({ chain: { department: false, authority: true }, windows: { leader, department: {} } }), ['windows', 'department'])).toEqual(leader)
  })
})

describe('places', () => {
  const call: Tree = { ...zhongdianYanfa(new Date('2026-06-01T00:00:00Z')) }
  test('know their part, what is open there, and the names on the way', () => {
    const place = ['form', 'tabs', 0, 'fields', 1, 'options', 2, 'value']
    expect([partOf(place), partOf(['windows', 'unit', 'opensAt']), partOf([])]).toEqual(['form', 'flow', 'basics'])
    expect(chosenAt(place)).toEqual({ tab: 0, field: 1 })
    expect(chosenAt(['form', 'rules', 2, 'holds'])).toEqual({ rule: 2 })
    expect(chosenAt(['form', 'tabs', 1, 'label'])).toEqual({ tab: 1 })
    expect(wordsOn(call, place, say, 'zh')).toEqual(['基本信息', '申报方向', '2.1 高端医疗器械核心部件'])
    expect(wordsOn(begun, ['windows', 'leader', 'opensAt'], say, 'zh')).toEqual(['负责人申报', '开始时间'])
    expect(wordsOn(begun, ['text', 0, 'zh'], say, 'zh')).toEqual(['第 1 段'])
    expect(countIn([{ place, code: 'x', params: {} }, { place: ['title'], code: 'x', params: {} }], 'form')).toBe(1)
    expect(isTree(at(call, pathOf({ tab: 0, field: 1 })))).toBe(true)
  })
})
