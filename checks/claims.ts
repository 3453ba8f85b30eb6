import { sql } from 'kysely'
import { recoveryContract } from '../src/modules/recovery/contract.ts'
import { unitsContract } from '../src/modules/units/contract.ts'
import { demoMail, demoMobile } from '../src/codes/demo-numbers.ts'
import { browserOf, type Browser } from '../world/browser.ts'
import { units as cast, type TownUnit } from '../world/cast.ts'
import { demoLicence } from '../world/licence.ts'
import { lettersTo } from '../world/mailbox.ts'
import { proofOf } from '../world/register.ts'
import { person, signedIn, type Person } from './people.ts'
import type { TestServer, Visitor } from './server.ts'

/** A claim to the account of a unit of the town, as a test needs it. */
export interface Claim {
  number: string
  mail: string
  phone: string
  userName: string
  name: string
  id: string
  token: string
  browser: Browser
}

export const townUnit = (userName: string): TownUnit => {
  const unit = cast.find((one) => one.userName === userName)
  if (!unit) throw new Error(`nobody in the cast is called ${userName}`)
  return unit
}

let counted = 0

/** What somebody types into the claim, with both codes proven and the licence sent. */
export async function claimInput(server: TestServer, unit: TownUnit, more: { mail?: string; phone?: string; userName?: string; cause?: 'forgotten' | 'left' | 'other'; evidence?: boolean } = {}) {
  const n = ++counted
  const browser = browserOf(server.app, `198.18.${100 + Math.floor(n / 250)}.${n % 250}`)
  const mail = more.mail ?? demoMail(`jieren${n}`)
  const phone = more.phone ?? demoMobile(7_000_000 + n)
  const { units } = await browser.ask(unitsContract.pick, { text: unit.creditCode })
  const input = {
    unitId: units[0]?.id ?? '', cause: more.cause ?? ('left' as const), explanation: '', name: '刘接任', userName: more.userName ?? `jieren_${n}`,
    mailProofId: await proofOf(server.tools, browser, 'mail', mail), phoneProofId: await proofOf(server.tools, browser, 'phone', phone),
  }
  if (more.evidence ?? true) {
    await browser.upload(recoveryContract.uploadEvidence, { proofId: input.mailProofId }, { name: '营业执照.png', bytes: await demoLicence(unit) })
  }
  return { browser, input, mail, phone }
}

/** Opens a case, from the codes to the mail with its link. */
export async function claim(server: TestServer, unit: TownUnit, more: Parameters<typeof claimInput>[2] = {}): Promise<Claim> {
  const { browser, input, mail, phone } = await claimInput(server, unit, more)
  const { number } = await browser.ask(recoveryContract.open, input)
  const letter = (await lettersTo(server.tools, mail)).find(({ template }) => template === 'recovery.notice.claimant_opened')
  const token = String(letter?.params.link).split('#')[1] ?? ''
  const row = await server.tools.db.selectFrom('recovery_case').select('id').where('number', '=', number).executeTakeFirstOrThrow()
  return { number, mail, phone, userName: input.userName, name: input.name, id: row.id, token, browser }
}

/** Nobody has signed in to the account of this unit for long: then no time to object is waited for. */
export const resting = async (server: TestServer, unit: TownUnit): Promise<void> => void (await sql`
  update account set last_signed_in_at = ${new Date(server.clock.now().getTime() - 100 * 86_400_000)} where id in (
    select m.account_id from mandate m join unit u on u.id = m.scope_id
    where m.post = 'unit_account' and upper_inf(m.during) and u.credit_code = ${unit.creditCode})`.execute(server.tools.db))

/** An officer of support, signed in. */
export async function supportOfficer(server: TestServer, displayName: string): Promise<{ who: Person; visitor: Visitor }> {
  const who = await person(server, { displayName, post: 'support_officer' })
  return { who, visitor: await signedIn(server, who) }
}
