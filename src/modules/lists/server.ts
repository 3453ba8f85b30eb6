import type { CodeList } from '../../codes/code-list.ts'
import { currentItems } from '../../codes/code-list.ts'
import { dayOf } from '../../kernel/clock.ts'
import { isRefusal, overtaken, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { subjectOf } from '../../platform/subject.ts'
import type { listsContract } from './contract.ts'
import { canOf, isLast, mayAdd, mayEnd, stateOf } from './entry.ts'
import { forgetLists, listOf } from './index.ts'
import { amendmentOf, type Amendment, type Entry } from './merge.ts'
import { shippedLists } from './shipped.ts'
import { amendmentForUpdate, keepAmendment } from './store.ts'

const subject = (list: string, code: string) => subjectOf('code_entry', list, code)

const head = (list: CodeList) => ({ id: list.id, name: list.name, nameEn: list.en, standard: list.standard, parents: list.parents ?? null })

interface Amended {
  list: string
  code: string
  event: string
  change: Partial<Amendment>
  body: Record<string, unknown>
}

/** Keeps row and journal of one entry; `row` is what the entry says until now. */
async function keep(call: Call, tx: Tx, row: Amendment, { list, code, event, change, body }: Amended) {
  const next = { ...row, ...change }
  if (!(await keepAmendment(tx, list, next))) return overtaken()
  const seq = row.version + 1
  const facts = { list, code, name: next.name, ...body }
  await record(tx, call.tools.keyring, call, { room: 'lists', subject: subject(list, code), seq, event, body: facts })
  return { code, version: seq }
}

/** A deed on one entry: found in the list as it is, decided, kept over what was shipped. */
async function onEntry(
  call: Call<{ list: string; code: string; version: number }>,
  decide: (list: CodeList<Entry>, entry: Entry, row: Amendment) => Omit<Amended, 'list' | 'code'> | Refusal,
) {
  const { input, tools } = call
  const answer = await deed(call, async (tx) => {
    const list = await listOf(tx, tools.config, input.list)
    const entry = list?.items.findLast((one) => one.code === input.code)
    if (!list || !entry) return unseen()
    if (entry.version !== input.version) return overtaken()
    const row = (await amendmentForUpdate(tx, list.id, entry.code)) ?? { ...amendmentOf(entry), sort: 0, version: 0 }
    if (row.version !== input.version) return overtaken()
    const decided = decide(list, entry, row)
    return isRefusal(decided) ? decided : keep(call, tx, row, { list: list.id, code: entry.code, ...decided })
  })
  forgetLists(tools.db)
  return answer
}

export const listsHandlers: Handlers<typeof listsContract> = {
  async choices({ input, tools }) {
    const list = await listOf(tools.db, tools.config, input.id)
    if (!list) return unseen()
    const on = input.on ?? dayOf(tools.clock.now())
    const items = currentItems(list, on).map((item) => ({ code: item.code, name: item.name, nameEn: item.en ?? '', parent: item.parent ?? null }))
    return { ...head(list), on, items }
  },

  async lists({ tools }) {
    const today = dayOf(tools.clock.now())
    const lists = await Promise.all(shippedLists.map(({ id }) => listOf(tools.db, tools.config, id)))
    return {
      lists: lists.filter((list) => list !== null).map((list) => ({
        ...head(list),
        entries: list.items.length,
        ended: list.items.filter((item) => stateOf(item, today) === 'ended').length,
        amended: list.items.filter((item) => item.origin !== 'shipped').length,
      })),
    }
  },

  async entries({ input, tools }) {
    const list = await listOf(tools.db, tools.config, input.id)
    if (!list) return unseen()
    const today = dayOf(tools.clock.now())
    const entries = list.items.map((item) => ({
      code: item.code, name: item.name, nameEn: item.en ?? '', parent: item.parent ?? null,
      from: item.from ?? null, to: item.to ?? null, successor: [...(item.successor ?? [])],
      origin: item.origin, version: item.version, subject: subject(list.id, item.code),
      state: stateOf(item, today), can: canOf(list, item, today),
    }))
    return { ...head(list), entries }
  },

  async add(call) {
    const { input, tools } = call
    const answer = await deed(call, async (tx) => {
      const list = await listOf(tx, tools.config, input.list)
      if (!list) return unseen()
      const parents = list.parents ? await listOf(tx, tools.config, list.parents) : list
      const parent = input.parent || null
      const stop = mayAdd(list, parents, input.code, parent)
      if (stop) return stop
      const row = {
        code: input.code, name: input.name, nameEn: input.nameEn ?? '', parent,
        validFrom: input.from ?? null, validTo: null, successor: null, sort: input.sort, version: 0,
      }
      return keep(call, tx, row, { list: list.id, code: row.code, event: 'added', change: {}, body: { from: row.validFrom ?? '' } })
    })
    forgetLists(tools.db)
    return answer
  },

  rename: (call) =>
    onEntry(call, (_list, entry) => ({
      event: 'renamed',
      change: { name: call.input.name, nameEn: call.input.nameEn ?? '' },
      body: { before: entry.name, after: call.input.name },
    })),

  end: (call) =>
    onEntry(call, (list, entry) => {
      const successor = call.input.successor || null
      return mayEnd(list, entry, call.input.to, successor)
        ?? { event: 'ended', change: { validTo: call.input.to, successor }, body: { to: call.input.to, successor: successor ?? '' } }
    }),

  revive: (call) =>
    onEntry(call, (list, entry) =>
      isLast(list, entry) && entry.to ? { event: 'revived', change: { validTo: null, successor: null }, body: {} } : overtaken()),
}
