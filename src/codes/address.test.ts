import { expect, test } from 'vitest'
import { address, street } from './address.ts'
import { qq, wechat } from './messenger.ts'
import { postCode, postCodeIn } from './post-code.ts'
import { absent, published } from './testing/published.ts'
import { read, warnings } from './testing/checked.ts'

test('S1-40 an address has 5 to 200 characters and no line break', () => {
  expect(read(address(' 示例路一号 '))).toBe('示例路一号')
  expect(address('示例路')).toEqual({ ok: false, code: 'address.length', params: { min: 5, max: 200 } })
  expect(read(address('例'.repeat(201)))).toBe('address.length')
  expect(read(address('示例路\n一号'))).toBe('text.control')
  expect(read(street('12345-6'))).toBe('address.length')
  expect(read(street('示例路12号'))).toBe('示例路12号')
})

test('a postcode of another place is a warning', () => {
  expect(read(postCode('３０００００'))).toBe('300000')
  expect(read(postCode('30000'))).toBe('post_code.format')
  expect(warnings(postCodeIn('120000')('400000'))).toEqual(['post_code.region'])
  expect(warnings(postCodeIn('500000')('400000'))).toEqual([])
})

test('QQ and 微信', () => {
  expect([qq('10000'), qq('01234'), qq('1234')].map(read)).toEqual(['10000', 'qq.format', 'qq.format'])
  expect([wechat('jin-gu_1'), wechat('1jingu'), wechat('jingu')].map(read))
    .toEqual(['jin-gu_1', 'wechat.format', 'wechat.format'])
})

test.skipIf(absent('vectors/phone.json'))('published postcodes', () => {
  const { sets } = published('vectors/phone.json') as {
    sets: { postcode_valid?: string[]; postcode_invalid?: string[] }[]
  }
  for (const set of sets) {
    for (const code of set.postcode_valid ?? []) expect(read(postCode(code))).toBe(code)
    for (const code of set.postcode_invalid ?? []) expect(read(postCode(code))).toBe('post_code.format')
  }
})
