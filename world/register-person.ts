import { peopleContract } from '../src/modules/people/contract.ts'
import { subsystemsContract } from '../src/modules/subsystems/contract.ts'
import { unitsContract } from '../src/modules/units/contract.ts'
import type { Tools } from '../src/platform/tools.ts'
import type { Browser } from './browser.ts'
import { townPassword, units } from './cast.ts'
import { subsystems, type TownPerson } from './persons.ts'
import { acceptAgreement, proofOf } from './register.ts'
import { addressesOf } from './sample-subsystem/client.ts'
import type { Town } from './town.ts'

/** The platform registers the demo's subsystems; where they run is told anew at each start (sample.ts). */
export async function registerSubsystems(admin: Browser, origin: string, town: Town): Promise<void> {
  for (const [i, one] of subsystems.entries()) {
    const made = await admin.ask(subsystemsContract.add, { ...one, ...addressesOf(origin, one.code), openTo: 'granted', sort: (i + 1) * 10 })
    town.subsystem[one.code] = made.id
  }
}

/** One person from the agreement to as far as the cast says; the browser is signed in afterwards. */
export async function registerPerson(tools: Tools, browser: Browser, who: TownPerson, town: Town): Promise<Browser> {
  const acceptanceId = await acceptAgreement(browser, 'person')
  const mailProofId = await proofOf(tools, browser, 'mail', who.mail)
  const phoneProofId = await proofOf(tools, browser, 'phone', who.phone)
  const unit = units.find(({ userName }) => userName === who.unit)
  const found = await browser.ask(unitsContract.pick, { text: unit?.name ?? '' })
  const { id } = await browser.ask(peopleContract.register, {
    acceptanceId, userName: who.userName, password: townPassword, passwordAgain: townPassword, name: who.name,
    documentType: who.documentType, document: who.document, mailProofId, phoneProofId, unitId: found.units[0]?.id ?? '',
  })
  const keeper = town.units[who.unit]
  if (keeper) await decided(keeper, id, who, town)
  if (who.asks && keeper) await asked(browser, keeper, who.asks, town)
  return browser
}

/** What the unit account did about this person. */
async function decided(keeper: Browser, id: string, who: TownPerson, town: Town): Promise<void> {
  if (who.until === 'new') return
  const { version } = await keeper.ask(peopleContract.person, { id })
  if (who.until === 'refused') return void (await keeper.ask(peopleContract.refuse, { id, version, reason: who.reason ?? '' }))
  const granted = who.modules.map((code) => town.subsystem[code] ?? '')
  const after = await keeper.ask(subsystemsContract.configure, { personId: id, version, granted, enable: true })
  if (who.until === 'disabled') await keeper.ask(peopleContract.disable, { id, version: after.version, reason: who.reason ?? '' })
}

async function asked(browser: Browser, keeper: Browser, asks: NonNullable<TownPerson['asks']>, town: Town): Promise<void> {
  const subsystemId = town.subsystem[asks.code] ?? ''
  await browser.ask(subsystemsContract.ask, { id: subsystemId, note: asks.note })
  if (asks.declined === undefined) return
  const { rows } = await keeper.ask(subsystemsContract.requests, { size: 100 })
  const request = rows.find((row) => row.subsystem.id === subsystemId)
  if (request) await keeper.ask(subsystemsContract.answer, { id: request.id, version: request.version, grant: false, answer: asks.declined })
}
