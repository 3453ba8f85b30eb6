import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legalRepresentative, nameScriptOf, personName, personNameIn, standardCharacterFor } from './person-name.ts'
import { absent, published } from './testing/published.ts'
import { read, twice, warnings } from './testing/checked.ts'

test('S1-N2 a name is no number', () => {
  expect(read(personName('123'))).toBe('person_name.characters')
  expect(read(personName('张三1'))).toBe('person_name.characters')
})

test('every way of writing the middle dot becomes U+00B7, dots at the ends go', () => {
  for (const dot of '•‧・･⋅∙●·') expect(read(personName(`${dot}阿卜杜${dot}毛力${dot}`))).toBe('阿卜杜·毛力')
  expect(read(personName('阿卜杜．毛力'))).toBe('person_name.characters')
  expect(read(personName('阿卜杜··毛力'))).toBe('person_name.characters')
})

test('all of GB 18030-2022 by code points: Ext A to I, 〇, compatibility folded, variation selectors stripped', () => {
  for (const name of ['刘欣䶮', '㼆三', '𠮷田', '\u{2A700}一', '\u{2B740}一', '\u{2B820}一', '\u{2CEB0}一', '\u{30000}一',
    '\u{31350}一', '\u{2EBF0}一', '李〇', '山﨑']) {
    expect(read(personName(name)), name).toBe(name)
  }
  expect(read(personName('\uF9E4明'))).toBe('理明')
  expect(read(personName('葛\u{E0100}明'))).toBe('葛明')
  expect(read(personName('\u2F00明'))).toBe('person_name.characters')
})

test('old private-use characters are refused, with the character they became where it is known', () => {
  expect(personName('刘\uE863')).toEqual({ ok: false, code: 'person_name.private_use_known', params: { likely: '䶮' } })
  expect(read(personName('刘\uE000'))).toBe('person_name.private_use')
  expect(read(personName('刘\u{F0000}'))).toBe('person_name.private_use')
  expect(standardCharacterFor('\uE864')).toBe('\u9FBB')
})

test('zero-width and inner spaces are refused, spaces at the ends go', () => {
  expect(read(personName('张\u200B三'))).toBe('person_name.characters')
  expect(read(personName('张\uFEFF三'))).toBe('person_name.characters')
  expect(read(personName('张　三'))).toBe('person_name.characters')
  expect(read(personName('　张三 '))).toBe('张三')
  expect(read(personName('张\u202E三'))).toBe('text.control')
})

test('one character is a warning; 50 hanzi pass, 51 do not', () => {
  expect(warnings(personName('李'))).toEqual(['person_name.single'])
  expect(personName('𠮷'.repeat(50)).ok).toBe(true)
  expect(read(personName('𠮷'.repeat(51)))).toBe('person_name.length')
  expect(read(personName('阿卜杜尼亚孜·毛力尼亚孜'))).toBe('阿卜杜尼亚孜·毛力尼亚孜')
})

test('the writing follows the document', () => {
  expect(read(personNameIn(nameScriptOf('ID'))('SHE'))).toBe('person_name.characters')
  expect(read(personNameIn(nameScriptOf('PASSPORT'))('Seán O’Brien-Müller Jr.'))).toBe('Seán O’Brien-Müller Jr.')
  expect(read(personNameIn(nameScriptOf('PASSPORT'))('张三'))).toBe('person_name.latin')
  expect(read(personName('Иван'))).toBe('person_name.characters')
  expect(personName('A'.repeat(60)).ok).toBe(true)
  expect(read(personName('A'.repeat(61)))).toBe('person_name.length')
})

test('S1-38 the legal representative has a sentence of his own for nothing', () => {
  expect(read(legalRepresentative(' '))).toBe('legal_representative.required')
  expect(read(personName('·'))).toBe('person_name.required')
  expect(read(legalRepresentative('张三'))).toBe('张三')
})

test('a canonical name is its own canonical form', () => {
  const piece = fc.constantFrom(...'张三阿𠮷〇·•・ \u3000', 'é', 'e\u0301', 'O', '’', '\u{E0101}', '\uF9E4')
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
    const [once, again] = twice(personName, pieces.join(''))
    expect(again).toEqual(once)
  }), { numRuns: 2000 })
})

interface Names {
  sets: {
    valid?: string[]; invalid?: string[]; han?: string[]; not_han?: string[]; normalise_to_middle_dot?: string[]
    code_points?: Record<string, string>
  }[]
}

test.skipIf(absent('vectors/names.json'))('published names; fields.md wins on "SHE" and U+FF0E', () => {
  const { sets } = published('vectors/names.json') as Names
  for (const set of sets) {
    for (const name of set.valid ?? []) expect(read(personName(name))).toBe(name)
    for (const name of set.invalid ?? []) expect(personName(name).ok, name).toBe(name === 'SHE')
    for (const name of set.invalid ?? []) expect(personNameIn('han')(name).ok, name).toBe(false)
    for (const name of set.han ?? []) expect(read(personNameIn('han')(name))).toBe(name)
    for (const name of set.not_han ?? []) expect(personNameIn('han')(name).ok, name).toBe(false)
    for (const dot of set.normalise_to_middle_dot ?? []) {
      const character = String.fromCodePoint(parseInt(dot.slice(2), 16))
      expect(read(personName(`买${character}买`)), dot).toBe(dot === 'U+FF0E' ? 'person_name.characters' : '买·买')
    }
    for (const [block, point] of Object.entries(set.code_points ?? {})) {
      if (!block.startsWith('Ext')) continue
      expect(personName(`张${String.fromCodePoint(parseInt(point.slice(2), 16))}`).ok, block).toBe(true)
    }
  }
})
