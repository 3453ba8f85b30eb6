import { Readable } from 'node:stream'
import type { Actor } from '../../kernel/actor.ts'
import { dayOf, minuteOf } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuseField, unseen } from '../../kernel/refusal.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/transaction.ts'
import { openPrivate, record } from '../../platform/journal.ts'
import { notify, type Recipient } from '../../platform/outbox/notify.ts'
import type { Call, Download, Handlers } from '../../platform/serve/call.ts'
import { contactOf, proveAgain, sendOwnCode, waysToProve } from '../accounts/index.ts'
import { siteOf } from '../settings/index.ts'
import type { myDataContract } from './contract.ts'
import { zipOf } from './file.ts'
import { gather, inTheFile, onThePage } from './gather.ts'
import { aboutMe, looksAt, type LookRow } from './looks-store.ts'
import { mandateIn, reasonOf, wordOfLook } from './look.ts'
import { maskedIn, showSection, type Reader } from './show.ts'

type Own = Call<unknown, Actor>

const room = 'myData.file'
const readerOf = ({ tools, request }: Own): Reader => ({ lang: request.lang, t: tools.translate[request.lang] })

function showLook(row: LookRow, { tools }: Own, { t }: Reader) {
  const sealed = row.sealed ? openPrivate(tools.keyring, row.sealed) : null
  return {
    id: row.subject, at: row.at.toISOString(), what: t(wordOfLook(row.event)),
    by: row.actor_name, mandate: mandateIn(row.mandate, t), reason: reasonOf(row.body, sealed),
  }
}

const looksOf = async (db: Db, call: Own, ask: Parameters<typeof looksAt>[2]) => {
  const { rows, ...page } = await looksAt(db, await aboutMe(db, call.actor.accountId), ask)
  return { ...page, rows: rows.map((row) => showLook(row, call, readerOf(call))) }
}

/** Whoever owns the account hears of every file, also where somebody else found his browser open. */
async function tell(tx: Tx, call: Own, subject: string, at: Date): Promise<void> {
  const { tools, actor } = call
  const contact = await contactOf(tx, tools.keyring, actor.accountId)
  if (!contact) return
  const to: Recipient[] = [{ channel: 'inbox', accountId: actor.accountId }]
  if (contact.mail) to.push({ channel: 'mail', address: contact.mail, accountId: actor.accountId })
  await notify(tx, tools.keyring, {
    room, subject, seq: 1, event: 'file_made', template: 'myData.notice.file', lang: contact.lang, to,
    params: { name: contact.name, userName: contact.userName, time: minuteOf(at), link: '/app/me/data' },
  })
}

export const myDataHandlers: Handlers<typeof myDataContract> = {
  async mine(call) {
    const { tools, actor } = call
    const reader = readerOf(call)
    const sections = await gather(tools.db, call, onThePage)
    const ways = await waysToProve(tools.db, tools.keyring, actor.accountId)
    return {
      sections: sections.map((section) => showSection(section, reader)),
      stepUp: ways ?? { password: false, channels: [] },
      isPerson: (await aboutMe(tools.db, actor.accountId)).personId !== null,
    }
  },

  async reveal(call) {
    const { tools } = call
    const whole = maskedIn(await gather(tools.db, call, onThePage), call.input)
    if (whole === null) return unseen()
    return transact(tools.db, tools.constraintWords, async (tx) => {
      const { section, fact } = call.input
      await record(tx, tools.keyring, call, { room, subject: newId(), seq: 1, event: 'own_number_shown', body: { section, fact } })
      return { value: whole }
    })
  },

  lookers: (call) => looksOf(call.tools.db, call, { ...call.input, size: onThePage }),

  sendOwnCode: (call) => sendOwnCode(call, call.input.channel),

  async file(call) {
    const { tools, input, actor } = call
    if (!input.password && !input.proofId) return refuseField('password', 'field.required')
    const prove = await proveAgain(call, input.password ? { password: input.password } : { proofId: input.proofId ?? '' })
    if (isRefusal(prove)) return prove
    const now = tools.clock.now()
    const reader = readerOf(call)
    // Not `deed`: nothing made of a password is kept with an idempotency key.
    const file = await transact(tools.db, tools.constraintWords, async (tx) => {
      const refusal = await prove(tx)
      if (isRefusal(refusal)) return refusal
      const sections = await gather(tx, call, inTheFile)
      const looks = await looksOf(tx, call, { size: inTheFile })
      const site = await siteOf(tx, tools.config)
      const subject = newId(now.getTime())
      await record(tx, tools.keyring, call, { room, subject, seq: 1, event: 'file_made', body: { accountId: actor.accountId } })
      await tell(tx, call, subject, now)
      return {
        site: reader.lang === 'zh' ? site.nameZh : site.nameEn, name: actor.displayName, userName: actor.userName, at: now,
        sections, looks: looks.rows.map(({ id: _, ...one }) => one), moreLooks: looks.next !== null,
      }
    })
    if (isRefusal(file)) return file
    const bytes = zipOf(file, reader)
    const answer: Download = {
      stream: Readable.from([bytes]), contentType: 'application/zip', bytes: bytes.length,
      name: `${reader.t('myData.title')}-${actor.userName}-${dayOf(now)}.zip`,
    }
    return answer
  },
}
