import { maskAccount } from '../../codes/mask.ts'
import { minuteOf } from '../../kernel/clock.ts'
import type { Tx } from '../../platform/db/database.ts'
import { notify, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import { accountsOfUnit } from '../accounts/index.ts'
import type { BankAccount } from './bank-account.ts'
import { bankRoom } from './bank-journal.ts'

/** Templates `unitProfiles.notice.<what>` of the words. */
export type ToUnit = 'entered' | 'proposed' | 'proposed_alone' | 'confirmed' | 'refused' | 'withdrawn'

/**
 * Everybody who acts for the unit hears what happens to its bank account (D20, E62): in the inbox and by mail, so that a
 * change nobody in the unit wanted is seen by somebody. Of the number, the last four.
 */
export async function tellUnit(
  tx: Tx, tools: Tools, unit: { id: string; name: string }, account: BankAccount, what: ToUnit, more: { by: string; names?: string; note?: string },
): Promise<void> {
  for (const one of await accountsOfUnit(tx, tools.keyring, unit.id)) {
    const to: Recipient[] = [{ channel: 'inbox', accountId: one.accountId }]
    if (one.mail) to.push({ channel: 'mail', accountId: one.accountId, address: one.mail })
    await notify(tx, tools.keyring, {
      room: bankRoom, subject: account.id, seq: account.version, template: `unitProfiles.notice.${what}`, lang: one.lang, to,
      params: {
        unit: unit.name, by: more.by, bank: account.bankName, number: maskAccount(account.bankAccount), names: more.names ?? '', note: more.note ?? '',
        time: minuteOf(tools.clock.now()), link: '/app/center/unit',
      },
    })
  }
}
