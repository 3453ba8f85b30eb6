import { demoBankAccount, demoBankCode, demoLandline, demoMail, demoMobile, demoResidentId } from '../src/codes/demo-numbers.ts'
import type { AskOf } from '../src/kernel/contract.ts'
import type { unitProfilesContract as verbs } from '../src/modules/unit-profiles/contract.ts'
import { activeUnit } from './active-unit.ts'
import { person, signedIn, type Person } from './people.ts'
import type { TestServer, Visitor } from './server.ts'

export type Form = AskOf<typeof verbs.changeUnitProfile>

export interface Keeping {
  unitId: string
  account: Person
  visitor: Visitor
}

/** An active unit and its account, signed in. */
export async function unitWithAccount(server: TestServer, name = '陈维'): Promise<Keeping> {
  const unitId = await activeUnit(server.tools.db)
  const account = await person(server, { post: 'unit_account', scopeId: unitId, displayName: name })
  return { unitId, account, visitor: await signedIn(server, account) }
}

/** 法人单位授权人 of a unit, signed in. */
export async function authorisedIn(server: TestServer, unitId: string, name = '罗清扬'): Promise<{ who: Person; visitor: Visitor }> {
  const who = await person(server, { post: 'authorised_person', scopeId: unitId, displayName: name })
  return { who, visitor: await signedIn(server, who) }
}

/** A whole form as a unit fills it in for the first time; the account bears the name of the unit. */
export const filledForm = (unitName: string, more: Partial<Form> = {}): Form => ({
  version: 0, postalAddress: '天津市和平区示例路18号', postCode: '300041', registeredOn: '2009-05-18', registeredCapital: '500', paidInCapital: '0',
  registrationType: '150', unitNature: '12', legalDocumentType: 'ID', legalDocument: demoResidentId('tianjin', '1968-02-03', 3), functionalZone: 'TJ-TEDA', industry: '73',
  contactName: '周雨桐', phone: demoMobile(7), officePhone: demoLandline('tianjin', 7), mail: demoMail('keyan'), keywords: '精密仪器，光谱分析；海洋传感器',
  bank: bankEntry(unitName, 1), ...more,
})

export const bankEntry = (accountName: string, n: number) => ({
  accountName, accountNameReason: '', bankName: '示例银行天津和平支行', bankAccount: demoBankAccount(n), bankCode: demoBankCode('tianjin', n),
})
