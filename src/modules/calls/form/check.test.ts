import { describe, expect, test } from 'vitest'
import { checkContent, tabStates } from './check.ts'
import type { Content, FileShown, FormDefinition, MemberShown, Values } from './definition.ts'
import { callWith, contentOf, fieldOf, formOf, named, options } from './testing/forms.ts'

const said = (form: FormDefinition, content: Content) => checkContent(callWith(form), content).map(({ code, params, row, column }) => [code.replace('calls.check.', ''), ...(row === undefined ? [] : [row]), ...(column === undefined ? [] : [column]), ...Object.values(params)])
const one = (given: Parameters<typeof fieldOf>[0], value?: Values[string], more?: Partial<Content>) =>
  said(formOf([fieldOf(given)]), contentOf(value === undefined ? {} : { [given.id]: value }, more))

const rich = (...content: object[]) => ({ type: 'doc' as const, content: content as { type: string }[] })
const words = (text: string) => rich({ type: 'paragraph', content: [{ type: 'text', text }] })
const file = (id: string, state: FileShown['state'], more: Partial<FileShown> = {}): FileShown => ({ id, fieldId: 'f', name: `${id}.pdf`, kind: 'pdf', bytes: 1000, sha256: id, pages: 1, state, ...more })
const member = (id: string, state: MemberShown['state']): MemberShown => ({ id, name: `人${id}`, unit: '', title: '', role: '', task: '', months: null, state })

describe('every kind of field', () => {
  const cases: [string, Parameters<typeof fieldOf>[0], Values[string] | undefined, unknown[]][] = [
    ['text is required', { kind: 'text', id: 'f', required: true }, ' ', [['required']]],
    ['text may stay empty', { kind: 'text', id: 'f', min: 5 }, undefined, []],
    ['text is too short', { kind: 'text', id: 'f', min: 5 }, '四个汉字', [['too_short', 5, 4]]],
    ['text is too long: a rare character counts once', { kind: 'text', id: 'f', max: 2 }, '𠮷𠮷𠮷', [['too_long', 2, 3, 1]]],
    ['rich text counts characters, not spaces', { kind: 'rich', id: 'f', max: 100 }, words('字 '.repeat(101)), [['too_long', 100, 101, 1]]],
    ['rich text is required', { kind: 'rich', id: 'f', required: true }, rich({ type: 'paragraph' }), [['required']]],
    ['a number is too small', { kind: 'number', id: 'f', min: 1, max: 5 }, 0, [['too_small', 1]]],
    ['a number is too large', { kind: 'number', id: 'f', min: 1, max: 5 }, 6, [['too_large', 5]]],
    ['a number must be whole', { kind: 'number', id: 'f' }, 1.5, [['whole']]],
    ['a number of two decimals', { kind: 'number', id: 'f', decimals: 2 }, 1.234, [['decimals', 2]]],
    ['an amount below nothing', { kind: 'money', id: 'f' }, -1, [['too_small', 0]]],
    ['an amount to the hundredth', { kind: 'money', id: 'f' }, 0.29, []],
    ['an amount to the thousandth', { kind: 'money', id: 'f' }, 0.295, [['decimals', 2]]],
    ['zero is an amount', { kind: 'money', id: 'f', required: true }, 0, []],
    ['a day too early', { kind: 'date', id: 'f', from: '2026-01-01' }, '2025-12-31', [['too_early', '2026-01-01']]],
    ['the last day counts', { kind: 'date', id: 'f', to: '2026-12-31' }, '2026-12-31', []],
    ['a day too late', { kind: 'date', id: 'f', to: '2026-12-31' }, '2027-01-01', [['too_late', '2026-12-31']]],
    ['half a period', { kind: 'period', id: 'f' }, { from: '2026-01-01', to: '' }, [['period_open']]],
    ['a period backwards', { kind: 'period', id: 'f' }, { from: '2026-02-01', to: '2026-01-31' }, [['period_order']]],
    ['36 months exactly', { kind: 'period', id: 'f', mostMonths: 36 }, { from: '2026-07-01', to: '2029-06-30' }, []],
    ['36 months and a day', { kind: 'period', id: 'f', mostMonths: 36 }, { from: '2026-07-01', to: '2029-07-01' }, [['period_long', 36]]],
    ['a month from the 31st', { kind: 'period', id: 'f', mostMonths: 1 }, { from: '2026-01-31', to: '2026-02-28' }, []],
    ['a period outside of the years', { kind: 'period', id: 'f', from: '2026-01-01' }, { from: '2025-01-01', to: '2026-01-31' }, [['too_early', '2026-01-01']]],
    ['an option that was taken out', { kind: 'choice', id: 'f', options: options('a', 'b') }, 'c', [['option']]],
    ['too few ticks', { kind: 'choices', id: 'f', options: options('a', 'b', 'c'), least: 2 }, ['a'], [['least_choices', 2]]],
    ['too many ticks', { kind: 'choices', id: 'f', options: options('a', 'b', 'c'), most: 1 }, ['a', 'b'], [['most_choices', 1]]],
    ['a code is required', { kind: 'code', id: 'f', list: 'discipline', required: true }, undefined, [['required']]],
    ['no is an answer', { kind: 'yesno', id: 'f', required: true }, false, []],
    ['no answer', { kind: 'yesno', id: 'f', required: true }, undefined, [['required']]],
    ['a commitment that nobody made', { kind: 'commitment', id: 'f', required: true, text: named('承诺') }, undefined, [['commit']]],
    ['a note asks nothing', { kind: 'note', id: 'f', text: named('说明') }, undefined, []],
    ['a value of another kind', { kind: 'number', id: 'f' }, 'x', [['shape']]],
  ]
  test.each(cases)('%s', (_name, given, value, expected) => expect(one(given, value)).toEqual(expected))

  test('E06 a code must be in force in the list that the field names; without lists at hand it is not judged', () => {
    const form = formOf([fieldOf({ kind: 'code', id: 'f', list: 'discipline' }), fieldOf({ kind: 'code', id: 'g', list: 'industry' })])
    const content = contentOf({ f: '560', g: '560' })
    const judged = checkContent(callWith(form), content, (list, code) => list === 'discipline' && code === '560')
    expect(judged).toMatchObject([{ severity: 'error', field: 'g', code: 'calls.check.option' }])
    expect(tabStates(form, content, judged)).toEqual({ only: 'wrong' })
    expect(checkContent(callWith(form), content)).toEqual([])
  })

  test('a fact that the platform does not know', () => {
    expect(one({ kind: 'fact', id: 'f', of: 'leader.title', required: true })).toEqual([['fact_missing']])
    expect(one({ kind: 'fact', id: 'f', of: 'leader.title', required: true }, undefined, { facts: { 'leader.title': '教授' } })).toEqual([])
  })

  test('pictures of a text must be clean ones of this field', () => {
    const doc = rich({ type: 'image', attrs: { fileId: 'p1' } }, { type: 'image', attrs: { fileId: 'p2' } }, { type: 'image', attrs: { fileId: 'p3' } })
    const given = { kind: 'rich', id: 'f', images: 2, max: 100 }
    expect(one(given, doc, { files: [file('p1', 'clean'), file('p2', 'checking'), file('p3', 'clean', { fieldId: 'other' })] })).toEqual([['too_many_pictures', 2, 3], ['picture_missing'], ['picture_checking']])
    expect(one({ ...given, images: 3 }, doc, { files: [file('p1', 'clean'), file('p2', 'clean'), file('p3', 'clean')] })).toEqual([])
  })
})

describe('tables', () => {
  const given = {
    kind: 'table', id: 'f', least: 2, most: 3,
    columns: [{ kind: 'text', id: 'a', label: named('甲'), required: true, max: 3 }, { kind: 'money', id: 'b', label: named('乙'), max: 5 }, { kind: 'choice', id: 'c', label: named('丙'), options: options('x', 'y') }],
  }
  const row = (id: string, cells: Record<string, string | number | null>) => ({ id, cells })

  test('rows and cells, in their order', () => {
    expect(one(given, [row('r1', { a: '', b: 9 }), row('r2', { a: '太长的字', c: 'z' }), row('r3', {}), row('r4', { a: '好' })])).toEqual([
      ['most_rows', 3, 4], ['required_cell', 'r1', 'a', 1], ['too_large', 'r1', 'b', 5, 1], ['too_long', 'r2', 'a', 3, 4, 1, 2], ['option', 'r2', 'c', 2], ['empty_row', 'r3', 3],
    ])
  })

  test('least and none', () => {
    expect(one(given, [row('r1', { a: '好' })])).toEqual([['least_rows', 2, 1]])
    expect(one({ ...given, least: 1 })).toEqual([['required', 1, 0]])
    expect(one({ ...given, least: 0 })).toEqual([])
  })
})

describe('E59 members', () => {
  const given = { kind: 'members', id: 'f', least: 1, most: 2 }
  const check = (...members: MemberShown[]) => one(given, undefined, { members })
  test('nobody stands on the list who has not agreed or is full', () => {
    expect(check(member('1', 'invited'), member('2', 'full'))).toEqual([['member_waiting', '1', '人1'], ['member_full', '2', '人2']])
    expect(check(member('1', 'confirmed'))).toEqual([])
  })
  test('who declined is not counted', () => expect(check(member('1', 'declined'))).toEqual([['least_members', 1, 0]]))
  test('too many', () => expect(check(member('1', 'confirmed'), member('2', 'confirmed'), member('3', 'confirmed'))).toEqual([['most_members', 2, 3]]))
})

describe('files', () => {
  const given = { kind: 'files', id: 'f', types: ['pdf'], required: true, most: 2, maxMegabytes: 1 }
  const check = (...files: FileShown[]) => one(given, undefined, { files })
  test('a refused one does not count, nor one of another field', () => {
    expect(check(file('a', 'refused'), file('b', 'clean', { fieldId: 'other' }))).toEqual([['least_files', 1, 0]])
    expect(check(file('a', 'refused'), file('b', 'clean'))).toEqual([])
  })
  test('one that is being checked blocks with its own sentence', () => expect(check(file('a', 'checking'))).toEqual([['file_checking', 'a', 'a.pdf']]))
  test('type, size and number', () => {
    expect(check(file('a', 'clean', { kind: 'jpg' }), file('b', 'clean', { bytes: 1024 * 1024 + 1 }), file('c', 'clean'))).toEqual([['most_files', 2, 3], ['file_type', 'a', 'a.pdf', 'PDF'], ['file_large', 'b', 'b.pdf', 1]])
  })
})

describe('what is hidden', () => {
  const form = formOf([
    fieldOf({ kind: 'yesno', id: 'partner' }), fieldOf({ kind: 'text', id: 'name', required: true, max: 2, when: { field: 'partner', is: true } }), fieldOf({ kind: 'money', id: 'sum' }),
  ], [{ id: 'r', severity: 'error', at: 'name', holds: { field: 'name', is: '甲' }, sentence: named('须为甲') }, { id: 's', severity: 'warning', at: 'sum', when: { field: 'name', isFilled: true }, holds: { compare: { left: { field: 'sum' }, op: '>', right: { number: 1 } } }, sentence: named('须大于 1') }])

  test('is never complained about, nor by a rule, and counts as empty', () => expect(said(form, contentOf({ partner: false, name: '很长的名字' }))).toEqual([]))
  test('is checked once it is asked', () => {
    expect(said(form, contentOf({ partner: true, name: '很长的名字' }))).toEqual([['too_long', 2, 5, 3], ['rule', 'r'], ['rule', 's']])
    expect(checkContent(callWith(form), contentOf({ partner: true, name: '乙' })).map(({ severity, sentence }) => [severity, sentence?.zh])).toEqual([['error', '须为甲'], ['warning', '须大于 1']])
  })
})

describe('N15 the same check at every desk', () => {
  const form = formOf([fieldOf({ kind: 'text', id: 'b', required: true }), fieldOf({ kind: 'text', id: 'a', required: true })])
  test('same input, same result, in the order of the form, and the input is left as it was', () => {
    const call = callWith(form)
    const content = contentOf({ b: null })
    const before = JSON.stringify([call, content])
    const first = checkContent(call, content)
    expect(first.map(({ field }) => field)).toEqual(['b', 'a'])
    expect(checkContent(structuredClone(call), structuredClone(content))).toEqual(first)
    expect(JSON.stringify([call, content])).toBe(before)
  })
})

describe('未填, 填写中, 完整, 有问题', () => {
  const form = formOf([
    { id: 't', fields: [fieldOf({ kind: 'text', id: 'a', required: true, max: 2 }), fieldOf({ kind: 'text', id: 'b', required: true })] },
    { id: 'm', fields: [fieldOf({ kind: 'members', id: 'people' })] },
    { id: 'n', fields: [fieldOf({ kind: 'note', id: 'said', text: named('说明') })] },
    { id: 'h', when: { field: 'a', is: '显' }, fields: [fieldOf({ kind: 'text', id: 'c' })] },
  ])
  const states = (values: Values, more: Partial<Content> = {}) => {
    const content = contentOf(values, more)
    return tabStates(form, content, checkContent(callWith(form), content))
  }
  test('by what is there', () => {
    expect(states({})).toEqual({ t: 'empty', m: 'empty', n: 'complete' })
    expect(states({ a: '甲' })).toEqual({ t: 'partial', m: 'empty', n: 'complete' })
    expect(states({ a: '甲', b: '乙' }, { members: [member('1', 'invited')] })).toEqual({ t: 'complete', m: 'partial', n: 'complete' })
    expect(states({ a: '甲乙丙' }, { members: [member('1', 'full')] })).toEqual({ t: 'wrong', m: 'wrong', n: 'complete' })
    expect(states({ a: '显', b: '乙', c: '丙' })).toEqual({ t: 'complete', m: 'empty', n: 'complete', h: 'complete' })
  })
})
