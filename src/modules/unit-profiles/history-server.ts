import { maskAccount, maskDocument, maskLandline, maskMail, maskMobile, maskName } from '../../codes/mask.ts'
import type { Db } from '../../platform/db/database.ts'
import { eventsOf, type PastEvent } from '../../platform/journal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import type { BankAccount, Confirmation } from './bank-account.ts'
import { bankRoom } from './bank-journal.ts'
import { bankAccountsOfUnit } from './bank-store.ts'
import { isCodedField, named, namedField } from './coded.ts'
import type { unitProfilesContract } from './contract.ts'
import { changesOf, profileRoom } from './unit-profile-journal.ts'
import type { LegalDocument, ProfileField } from './unit-profile.ts'

type Verbs = Handlers<typeof unitProfilesContract>

/** The newest of each kind that are read, and the newest that are shown. */
const mostAccounts = 30
const mostEntries = 60

interface Said {
  zh: string
  en: string
}
const both = (text: string): Said => ({ zh: text, en: text })

const masks: Partial<Record<ProfileField, (value: string) => string>> = { contactName: maskName, phone: maskMobile, officePhone: maskLandline, mail: maskMail }

/** A value as the history shows it: codes by their names of that day, personal ones masked. */
async function said(db: Db, tools: Tools, field: ProfileField, value: unknown, at: Date): Promise<Said> {
  if (value === null || value === undefined) return both('')
  if (field === 'keywords') return { zh: (value as string[]).join('、'), en: (value as string[]).join(', ') }
  if (field === 'legalDocument') {
    const document = value as LegalDocument
    const type = await named(db, tools, 'identity_document_type', document.type, at)
    return { zh: `${type?.name} ${maskDocument(document.number)}`, en: `${type?.nameEn} ${maskDocument(document.number)}` }
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (isCodedField(field)) {
    const entry = await namedField(db, tools, field, text, at)
    return { zh: entry?.name ?? '', en: entry?.nameEn ?? '' }
  }
  return both(masks[field]?.(text) ?? text)
}

const changed = (field: string, from: Said, to: Said) => ({ field, from: from.zh, to: to.zh, fromEn: from.en, toEn: to.en })

/** Who did it: the registry has no person. */
const byOf = (e: PastEvent) => ({ at: e.at.toISOString(), by: e.event === 'filled' ? null : e.actorName, post: e.event === 'filled' ? null : (e.mandate?.post ?? null) })

async function profileEntries(db: Db, tools: Tools, unitId: string) {
  const events = (await eventsOf(db, tools.keyring, profileRoom, unitId)).slice(-mostEntries)
  return Promise.all(events.map(async (e) => ({
    ...byOf(e), of: 'profile' as const, event: e.event, note: null, how: null,
    changes: await Promise.all(changesOf(e).map(async ({ field, from, to }) => changed(field, await said(db, tools, field, from, e.at), await said(db, tools, field, to, e.at)))),
  })))
}

/** What a proposal would put in the place of the account that was in force then. */
function bankChanges(account: BankAccount, before: BankAccount | undefined) {
  const rows = [
    ['accountName', before?.accountName, account.accountName], ['bankName', before?.bankName, account.bankName],
    ['bankAccount', before && maskAccount(before.bankAccount), maskAccount(account.bankAccount)], ['bankCode', before?.bankCode, account.bankCode],
  ] as const
  const isOther = { bankAccount: before?.bankAccount !== account.bankAccount }
  return rows.filter(([field, from, to]) => from !== to || (field === 'bankAccount' && isOther.bankAccount)).map(([field, from, to]) => changed(field, both(from ?? ''), both(to)))
}

async function bankEntries(db: Db, tools: Tools, unitId: string) {
  const accounts = await bankAccountsOfUnit(db, tools.keyring, unitId, mostAccounts)
  const lives = await Promise.all(accounts.map((account) => eventsOf(db, tools.keyring, bankRoom, account.id)))
  return accounts.flatMap((account, i) => {
    // Newest first: the one in force then is the next that was ever confirmed.
    const before = accounts.slice(i + 1).find((one) => one.confirmedAt !== null)
    return (lives[i] ?? []).filter((e) => e.event !== 'replaced').map((e) => ({
      ...byOf(e), of: 'bank' as const, event: e.event, note: typeof e.body.note === 'string' ? e.body.note : null,
      how: e.event === 'confirmed' ? (account.confirmedHow as Confirmation) : null,
      changes: ['entered', 'proposed'].includes(e.event) ? bankChanges(account, before) : [],
    }))
  })
}

/** Who changed what, from what to what, and when; newest first. */
export const unitProfileHistory: Verbs['unitProfileHistory'] = async ({ tools, actor }) => {
  const unitId = actor.mandate?.scopeId ?? ''
  const all = [...(await profileEntries(tools.db, tools, unitId)), ...(await bankEntries(tools.db, tools, unitId))]
    .map((entry, i) => ({ entry, i })).sort((a, b) => (a.entry.at === b.entry.at ? b.i - a.i : a.entry.at < b.entry.at ? 1 : -1)).map(({ entry }) => entry)
  return { entries: all.slice(0, mostEntries), more: all.length > mostEntries }
}
