import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, type Passage } from './difference.ts'

const side = (passages: readonly Passage[], without: 'gone' | 'new') => passages
  .map((passage) => passage.pieces.filter((piece) => piece.kind !== without).map((piece) => piece.text).join(''))
  .filter((text) => text !== '')
const paragraphs = (text: string) => text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean)

describe('S1-16 the difference between two versions', () => {
  it('shows the words that changed within a paragraph', () => {
    const [only] = difference('保存期限为三十日，到期删除。', '保存期限为六十日，到期删除。')
    expect(only).toEqual({
      kind: 'changed',
      pieces: [{ kind: 'same', text: '保存期限为' }, { kind: 'gone', text: '三' }, { kind: 'new', text: '六' }, { kind: 'same', text: '十日，到期删除。' }],
    })
  })

  it('shows paragraphs that went and came', () => {
    const passages = difference('甲甲甲\n\n乙乙乙\n\n丙丙丙', '甲甲甲\n\n丙丙丙\n\n丁丁丁')
    expect(passages.map(({ kind, pieces }) => [kind, pieces.map((piece) => piece.text).join('')])).toEqual([
      ['same', '甲甲甲'], ['gone', '乙乙乙'], ['same', '丙丙丙'], ['new', '丁丁丁'],
    ])
  })

  it('takes English by the word', () => {
    const [only] = difference('kept for thirty days', 'kept for sixty days')
    expect(only?.pieces.filter((piece) => piece.kind !== 'same').map((piece) => piece.text)).toEqual(['thirty', 'sixty'])
  })

  it('loses nothing: without what came it is the old text, without what went the new one', () => {
    const text = fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', 'b', ' ', '。'), maxLength: 12 }), { maxLength: 6 }).map((parts) => parts.join('\n\n'))
    fc.assert(fc.property(text, text, (before, after) => {
      const passages = difference(before, after)
      expect(side(passages, 'new')).toEqual(paragraphs(before))
      expect(side(passages, 'gone')).toEqual(paragraphs(after))
    }))
  })

  it('two large texts with nothing in common are compared in good time', () => {
    const long = (letter: string) => Array.from({ length: 3_000 }, (_, i) => `${letter}${i}`).join('\n\n')
    const started = process.cpuUsage()
    expect(difference(long('甲'), long('乙'))).toHaveLength(3_000)
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1000).toBeLessThan(3_000)
  })
})
