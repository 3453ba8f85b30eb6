import { demoMail, demoMobile, demoResidentId } from '../src/codes/demo-numbers.ts'
import { peopleContract } from '../src/modules/people/contract.ts'
import type { Tools } from '../src/platform/tools.ts'
import type { Browser } from '../world/browser.ts'
import { townPassword } from '../world/cast.ts'
import { acceptAgreement, proofOf } from '../world/register.ts'

/** Somebody who is about to register with a unit (填报用户). */
export interface Comer {
  userName: string
  name: string
  documentType: string
  document: string
  mail: string
  phone: string
  unitId: string
}

/** With numbers of his own, which are nobody's outside of the tests. */
export const comer = (n: number, unitId: string, more: Partial<Comer> = {}): Comer => ({
  userName: `tianbao_${n}`, name: '林知远', documentType: 'ID', document: demoResidentId('tianjin', '1988-03-05', n % 1000),
  mail: demoMail(`tianbao${n}`), phone: demoMobile(1_000_000 + n), unitId, ...more,
})

/** What 填报用户注册 sends, with agreement and both codes done (S1-25). */
export const personInput = async (tools: Tools, browser: Browser, who: Comer) => ({
  acceptanceId: await acceptAgreement(browser), userName: who.userName, password: townPassword, passwordAgain: townPassword, name: who.name,
  documentType: who.documentType, document: who.document, unitId: who.unitId,
  mailProofId: await proofOf(tools, browser, 'mail', who.mail), phoneProofId: await proofOf(tools, browser, 'phone', who.phone),
})

/** Registers through the verbs that people use; the browser is signed in afterwards. Gives the id of the person. */
export async function registers(tools: Tools, browser: Browser, who: Comer): Promise<string> {
  const { id } = await browser.ask(peopleContract.register, await personInput(tools, browser, who))
  return id
}
