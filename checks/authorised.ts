import { accountsContract } from '../src/modules/accounts/contract.ts'
import { grantMandate } from '../src/modules/accounts/index.ts'
import type { Post } from '../src/kernel/actor.ts'
import type { Browser } from '../world/browser.ts'
import { platformCall, well, within } from './people.ts'
import type { TestServer } from './server.ts'

/** Somebody given a post in a scope, acting under it from now on. */
export async function actingAs(server: TestServer, browser: Browser, post: Post, scopeId: string): Promise<Browser> {
  const { accountId } = await browser.ask(accountsContract.me, {})
  const { mandateId } = well(await within(server, (tx) => grantMandate(tx, platformCall(server), { accountId, post, scopeId })))
  await browser.ask(accountsContract.switchMandate, { mandateId })
  return browser
}

/** 法人单位授权人 of a unit (S2-27), by the mandate alone. */
export const authorisedBy = (server: TestServer, unitId: string, { browser }: { browser: Browser }): Promise<Browser> =>
  actingAs(server, browser, 'authorised_person', unitId)
