import { expect, test } from 'vitest'
import { bigrams, searchForm, sortKey } from './search-text.ts'

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
const sorted = (names: string[], person = false) =>
  [...names].sort((a, b) => byBytes(sortKey(a, { person }), sortKey(b, { person })))

test('D21 every two neighbours once, folded', () => {
  expect(bigrams('ＡＢ 重庆')).toEqual(['ab', 'b重', '重庆'])
  expect(bigrams('𠮷田𠮷田')).toEqual(['𠮷田', '田𠮷'])
  expect([bigrams('⼀'), bigrams('')]).toEqual([['一'], []])
  expect(searchForm('阿卜杜・毛力')).toBe('阿卜杜·毛力')
})

test('names sort by pinyin: 重庆 under c, family names as such, the unknown last', () => {
  expect(sortKey('重庆大学')).toBe('chong qing da xue')
  expect(sortKey('单雄', { person: true })).toBe('shan xiong')
  expect(sorted(['天津', '重庆', '北京', '上海'])).toEqual(['北京', '重庆', '上海', '天津'])
  expect(sorted(['李四', '张三', '\u{30000}一', '王五', 'Smith', '单一'], true))
    .toEqual(['李四', '单一', 'Smith', '王五', '张三', '\u{30000}一'])
  expect(sorted(['示例第10科技', '示例第2科技'])).toEqual(['示例第2科技', '示例第10科技'])
  expect(sorted(['西安', '先进', '西红柿'])).toEqual(['西安', '西红柿', '先进'])
  expect(sortKey('示例（天津）·公司')).toBe(sortKey('示例 天津 公司'))
})
