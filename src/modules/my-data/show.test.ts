import { expect, test } from 'vitest'
import type { PersonalSection } from '../../platform/personal-data.ts'
import { maskedIn, showSection } from './show.ts'

const reader = { lang: 'en', t: (key: string) => `<${key}>` } as const

const person: PersonalSection = {
  title: 'myData.section.person',
  items: [{
    id: 'p',
    facts: [
      { label: 'name', value: '林晓' }, { label: 'document', value: { whole: '110101190001010011', masked: '1***11' } },
      { label: 'type', value: { zh: '居民身份证', en: 'Resident identity card' } }, { label: 'state', value: { word: 'people.state.enabled' } },
      { label: 'since', value: new Date(0) }, { label: 'unit', value: null }, { label: 'reason', value: '' }, { label: 'n', value: 0 },
    ],
  }],
}

test('PI-6 a section is shown in the words of the reader; numbers are masked, and what is not there is left out', () => {
  expect(showSection(person, reader)).toEqual({
    title: 'myData.section.person', more: false,
    items: [{
      id: 'p',
      facts: [
        { label: 'name', value: { kind: 'text', text: '林晓' } }, { label: 'document', value: { kind: 'masked', text: '1***11' } },
        { label: 'type', value: { kind: 'text', text: 'Resident identity card' } }, { label: 'state', value: { kind: 'text', text: '<people.state.enabled>' } },
        { label: 'since', value: { kind: 'time', text: '1970-01-01T00:00:00.000Z' } }, { label: 'n', value: { kind: 'text', text: '0' } },
      ],
    }],
  })
})

test('PI-6 only a masked number of one\'s own is revealed, and only by its place', () => {
  const asked = { section: 'myData.section.person', item: 'p', fact: 'document' }
  expect(maskedIn([person], asked)).toBe('110101190001010011')
  expect(maskedIn([person], { ...asked, fact: 'name' })).toBe(null)
  expect(maskedIn([person], { ...asked, item: 'q' })).toBe(null)
  expect(maskedIn([person], { ...asked, section: 'x' })).toBe(null)
})
