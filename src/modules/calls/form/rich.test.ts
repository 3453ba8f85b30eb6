import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charactersOf, imagesOf, isEmptyRich, plainText, readRich, richLimits, safeLink } from './rich.ts'

const id = '00000000-0000-4000-8000-000000000001'
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const text = (said: string, marks?: unknown[]) => ({ type: 'text', text: said, ...(marks && { marks }) })

const whole = doc(
  { type: 'heading', attrs: { level: 2 }, content: [text('背景')] },
  paragraph(text('现 状', [{ type: 'bold' }]), { type: 'hardBreak' }, text('见', [{ type: 'link', attrs: { href: 'https://example.org/a' } }])),
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('一'))] }] },
  { type: 'table', content: [
    { type: 'tableRow', content: [{ type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 }, content: [paragraph(text('表头'))] }] },
    { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text('甲'))] }, { type: 'tableCell', content: [paragraph(text('乙'))] }] },
  ] },
  { type: 'image', attrs: { fileId: id, alt: '流程图', width: 600 } },
)

test('a whole text passes as it is, and is counted and read', () => {
  expect(readRich(whole, 1)).toEqual({ ok: true, value: whole })
  const read = readRich(whole, 1)
  if (!read.ok) throw new Error(read.code)
  expect(charactersOf(read.value)).toBe(10)
  expect(imagesOf(read.value)).toEqual([id])
  expect(plainText(read.value)).toBe('背景\n现 状\n见\n一\n表头\n甲\t乙\n')
})

describe('is refused with its place', () => {
  const deep = (n: number): unknown => (n === 0 ? paragraph(text('底')) : { type: 'bulletList', content: [{ type: 'listItem', content: [deep(n - 1)] }] })
  const cases: [string, unknown, string, string][] = [
    ['HTML', '<p>x</p>', 'calls.value.rich_shape', '1'],
    ['a node that is not allowed', doc(paragraph(text('a')), { type: 'iframe', attrs: { src: 'x' } }), 'calls.value.rich_node', '2'],
    ['a script within a list', doc({ type: 'bulletList', content: [{ type: 'script' }] }), 'calls.value.rich_node', '1.1'],
    ['text outside of a paragraph', doc(text('a')), 'calls.value.rich_node', '1'],
    ['a table within a table', doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'table' }] }] }] }), 'calls.value.rich_node', '1.1.1.1'],
    ['an unknown mark', doc(paragraph(text('a', [{ type: 'textStyle' }]))), 'calls.value.rich_mark', '1.1'],
    ['a mark twice', doc(paragraph(text('a', [{ type: 'bold' }, { type: 'bold' }]))), 'calls.value.rich_mark', '1.1'],
    ['a link that runs', doc(paragraph(text('a', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }]))), 'calls.value.rich_link', '1.1'],
    ['a heading of level 1', doc({ type: 'heading', attrs: { level: 1 } }), 'calls.value.rich_attribute', '1'],
    ['a style', doc({ type: 'paragraph', attrs: { style: 'color:red' } }), 'calls.value.rich_attribute', '1'],
    ['a picture from elsewhere', doc({ type: 'image', attrs: { src: 'https://example.org/x.png' } }), 'calls.value.rich_attribute', '1'],
    ['a picture without a file', doc({ type: 'image' }), 'calls.value.rich_attribute', '1'],
    ['one picture too many', doc({ type: 'image', attrs: { fileId: id } }, { type: 'image', attrs: { fileId: id } }), 'calls.value.rich_images', '2'],
    ['a cell over a thousand columns', doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1000 }, content: [paragraph()] }] }] }), 'calls.value.rich_attribute', '1.1.1'],
    ['a control character', doc(paragraph(text('a\u0000b'))), 'calls.value.rich_text', '1.1'],
    ['a turned reading order', doc(paragraph(text('a\u202Eb'))), 'calls.value.rich_text', '1.1'],
    ['half a character', doc(paragraph(text('a\uD800'))), 'calls.value.rich_text', '1.1'],
    ['an empty list', doc({ type: 'bulletList', content: [] }), 'calls.value.rich_shape', '1'],
    ['lists in lists in lists', doc(deep(8)), 'calls.value.rich_depth', '1.1.1.1.1.1.1.1.1.1.1.1.1'],
    ['a property of its own', doc({ ...paragraph(), html: '<b>' }), 'calls.value.rich_attribute', '1'],
    ['too many characters', doc(paragraph(text('甲'.repeat(richLimits.characters)), text('乙'))), 'calls.value.rich_characters', '1.2'],
    ['too many nodes', doc(...Array.from({ length: richLimits.nodes + 1 }, () => paragraph())), 'calls.value.rich_nodes', String(richLimits.nodes + 1)],
  ]
  test.each(cases)('%s', (_name, raw, code, place) => expect(readRich(raw, 1)).toMatchObject({ ok: false, code, params: { place } }))
})

test('only http and https are links', () => {
  expect(['https://example.org', 'http://example.org/a?b=c#d'].map(safeLink)).not.toContain(null)
  for (const href of ['javascript:1', 'data:text/html,x', '//example.org', 'https://u:p@example.org', ' JAVASCRIPT:1', 'mailto:a@example.org', 1, null, `https://example.org/${'a'.repeat(600)}`]) expect(safeLink(href)).toBeNull()
})

test('takes whatever comes without breaking, and what it takes it takes again', () => {
  const anything = fc.letrec((tie) => ({
    node: fc.record({ type: fc.oneof(fc.constantFrom('doc', 'paragraph', 'text', 'bulletList', 'listItem', 'image', 'table', 'tableRow', 'tableCell'), fc.string()), text: fc.string(), attrs: fc.dictionary(fc.constantFrom('level', 'fileId', 'style', 'colspan'), fc.jsonValue({ maxDepth: 1 })), content: fc.array(tie('node'), { maxLength: 2, depthIdentifier: 'node' }), marks: fc.array(fc.record({ type: fc.constantFrom('bold', 'link', 'x') }), { maxLength: 2 }) }, { requiredKeys: ['type'] }),
  })).node
  fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.array(anything).map((content) => ({ type: 'doc', content }))), (raw) => {
    const read = readRich(raw, 3)
    expect(read.ok ? readRich(read.value, 3) : read).toEqual(read)
  }), { numRuns: 100 })
})

test('an empty paragraph is empty, a picture is not', () => {
  expect(isEmptyRich({ type: 'doc', content: [{ type: 'paragraph' }, { type: 'paragraph', content: [{ type: 'text', text: ' ' }] }] })).toBe(true)
  expect(isEmptyRich({ type: 'doc', content: [{ type: 'image', attrs: { fileId: id } }] })).toBe(false)
})
