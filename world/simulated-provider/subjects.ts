import { demoCreditCode, demoMobile, demoResidentId } from '../../src/codes/demo-numbers.ts'
import { units, type TownUnit } from '../cast.ts'
import { persons, type TownPerson } from '../persons.ts'
import type { Subject } from './subject.ts'

const here = { about: '演示城已有账号，首次登录时关联', aboutEn: 'Has an account in the demo town: linked at the first sign-in' }
const fresh = { about: '本平台还没有账号，首次登录时建立', aboutEn: 'Has no account yet: one is made at the first sign-in' }

/** Everything that the registry of the city knows of a legal entity. */
const legal = (n: number, about: { about: string; aboutEn: string }, known: Record<string, string | number>): Subject => ({
  sub: `legal-${String(n).padStart(4, '0')}`, kind: 'legal', ...about,
  claims: {
    user_type: 'legal', registration_type: '110', registered_capital: 1200, paid_in_capital: 800, registered_on: '2009-05-20', district: '500199',
    registered_address: '科苑大道1号', legal_representative_document_type: '111', legal_representative_document: demoResidentId('chongqing', '1970-06-01', 2 * n + 1), ...known,
  },
})

const ofTown = (unit: TownUnit, n: number): Subject => legal(n, here, {
  credit_code: unit.creditCode, unit_name: unit.name, legal_representative: unit.representative, name: unit.contact, phone_number: unit.phone,
})

const person = (n: number, about: { about: string; aboutEn: string }, known: Record<string, string>): Subject =>
  ({ sub: `person-${String(n).padStart(4, '0')}`, kind: 'person', ...about, claims: { user_type: 'person', document_type: '111', ...known } })

const ofPeople = (who: TownPerson, n: number): Subject =>
  person(n, here, { name: who.name, document_type: who.documentType, document_number: who.document, phone_number: who.phone })

/** Who may sign in through the simulated provider: some of the demo town, and some who have never been there. Numbers of ranges that are never issued. */
export const subjects: readonly Subject[] = [
  legal(1, fresh, { credit_code: demoCreditCode('chongqing', 101), unit_name: '渝州示范新材料有限公司（演示）', legal_representative: '罗示范', name: '罗演', phone_number: demoMobile(7101) }),
  legal(2, fresh, { credit_code: demoCreditCode('chongqing', 102, '12'), unit_name: '两江示范农业科学研究所（演示）', legal_representative: '谭示范', name: '谭演', phone_number: demoMobile(7102), registration_type: '110' }),
  ...units.filter((unit) => unit.until === 'approved').map((unit, i) => ofTown(unit, 11 + i)),
  person(1, fresh, { name: '向晚晴', document_number: demoResidentId('chongqing', '1991-09-09', 2), phone_number: demoMobile(7201) }),
  person(2, fresh, { name: '冉启明', document_number: demoResidentId('chongqing', '1985-01-20', 3), phone_number: demoMobile(7202) }),
  person(3, fresh, { name: '古丽娜扎·阿不都热依木', document_number: demoResidentId('chongqing', '1993-11-02', 4), phone_number: demoMobile(7203) }),
  ...persons.filter((who) => who.until === 'enabled').map((who, i) => ofPeople(who, 101 + i)),
]
