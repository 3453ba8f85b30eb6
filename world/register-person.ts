import { demoMail, demoMobile, demoResidentId } from '../src/codes/demo-numbers.ts'
import { peopleContract } from '../src/modules/people/contract.ts'
import type { Tools } from '../src/platform/tools.ts'
import type { Browser } from './browser.ts'
import { townPassword } from './cast.ts'
import { acceptAgreement, proofOf } from './register.ts'

/** Somebody of the town who fills in applications (填报用户). */
export interface TownPerson {
  userName: string
  name: string
  documentType: string
  document: string
  mail: string
  phone: string
  unitId: string
}

/** Somebody with numbers of his own, which are nobody's outside of the town. */
export const townPerson = (n: number, unitId: string, more: Partial<TownPerson> = {}): TownPerson => ({
  userName: `tianbao_${n}`, name: '林知远', documentType: 'ID', document: demoResidentId('tianjin', '1988-03-05', n % 1000),
  mail: demoMail(`tianbao${n}`), phone: demoMobile(1_000_000 + n), unitId, ...more,
})

/** What 填报用户注册 sends, with agreement and both codes done (S1-25). */
export const personInput = async (tools: Tools, browser: Browser, who: TownPerson) => ({
  acceptanceId: await acceptAgreement(browser), userName: who.userName, password: townPassword, passwordAgain: townPassword, name: who.name,
  documentType: who.documentType, document: who.document, unitId: who.unitId,
  mailProofId: await proofOf(tools, browser, 'mail', who.mail), phoneProofId: await proofOf(tools, browser, 'phone', who.phone),
})

/** Registers through the verbs that people use; the browser is signed in afterwards. Gives the id of the person. */
export async function registerPerson(tools: Tools, browser: Browser, who: TownPerson): Promise<string> {
  const { id } = await browser.ask(peopleContract.register, await personInput(tools, browser, who))
  return id
}
