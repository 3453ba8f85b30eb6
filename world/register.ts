import { accountsContract } from '../src/modules/accounts/contract.ts'
import { unitsContract } from '../src/modules/units/contract.ts'
import type { Tools } from '../src/platform/tools.ts'
import type { Browser } from './browser.ts'
import { townPassword, type TownUnit } from './cast.ts'
import { demoLicence } from './licence.ts'
import { codeSentTo } from './mailbox.ts'
import type { Town } from './town.ts'

/** Accepts the agreement on its page; gives the acceptance that the wizard begins with (S1-16). */
export async function acceptAgreement(browser: Browser, kind: 'unit' | 'person' = 'unit'): Promise<string> {
  const asked = await browser.look(`/register/${kind}/agreement`)
  const version = /name="version" value="([^"]+)"/.exec(asked.body)?.[1] ?? ''
  const accepted = await browser.send(`/register/${kind}/agreement`, { choice: 'agree', version })
  const id = accepted.location && new URL(accepted.location, 'http://town').searchParams.get('agreement')
  if (!id) throw new Error(`the agreement was not accepted: ${accepted.status} ${accepted.location}`)
  return id
}

export async function proofOf(tools: Tools, browser: Browser, channel: 'mail' | 'phone', address: string): Promise<string> {
  const { id } = await browser.ask(accountsContract.requestCode, { purpose: 'register', channel, address })
  await browser.ask(accountsContract.proveCode, { id, code: await codeSentTo(tools, address) })
  return id
}

export const townAnswers = [
  { question: 'primary_school', answer: '示范路小学' },
  { question: 'school_friend', answer: '演示同学' },
  { question: 'mothers_birthplace', answer: '演示区' },
]

export const unitForm = (unit: TownUnit, authorityId: string) => ({
  name: unit.name, creditCode: unit.creditCode, creditCodeByHand: unit.byHand ?? false, legalNature: unit.nature, legalType: unit.type,
  legalRepresentative: unit.representative, authorityId, registeredDistrict: '120199', registeredAddress: '示范路1号演示楼',
  locatedDistrict: '120199', locatedAddress: '示范路1号演示楼',
})

/** One unit from the agreement to as far as the cast says. */
export async function registerUnit(tools: Tools, browser: Browser, unit: TownUnit, town: Town): Promise<Browser> {
  const acceptanceId = await acceptAgreement(browser)
  const mailProofId = await proofOf(tools, browser, 'mail', unit.mail)
  const phoneProofId = await proofOf(tools, browser, 'phone', unit.phone)
  const { id } = await browser.ask(unitsContract.begin, {
    acceptanceId, userName: unit.userName, password: townPassword, passwordAgain: townPassword, contactName: unit.contact,
    mailProofId, phoneProofId, questions: townAnswers,
  })
  const saved = await browser.ask(unitsContract.save, { id, version: 1, ...unitForm(unit, town.authority[unit.authority] ?? '') })
  if (unit.until === 'draft') return browser
  const scanned = await browser.upload(unitsContract.uploadLicence, { id }, { name: `${unit.name}.png`, bytes: await demoLicence(unit) })
  const { version } = await browser.ask(unitsContract.submit, { id, version: Math.max(saved.version, scanned.version) })
  const officer = town.staff[{ education: 'jiaowei_li', haihe: 'haihe_wang', liangjiang: 'liangjiang_he' }[unit.authority] ?? '']
  if (unit.until === 'submitted' || !officer) return browser
  if (unit.until === 'approved') await officer.ask(unitsContract.approve, { id, version, codeSeenOnLicence: unit.byHand ?? false })
  if (unit.until === 'returned' && unit.note) await officer.ask(unitsContract.return, { id, version, marks: [unit.note], note: '' })
  if (unit.until === 'refused') await officer.ask(unitsContract.refuse, { id, version, reason: unit.refusal ?? '' })
  return browser
}
