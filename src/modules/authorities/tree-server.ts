import { dayOf } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, overtaken, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { currentRegion } from '../lists/index.ts'
import { mayClose, mayMove, mayReopen, standsBelow } from './authority.ts'
import type { authoritiesContract } from './contract.ts'
import {
  addAuthority, allAuthorities, authorityForUpdate, changeAuthority, lockTree, officersAt, submittedAt, waitingAt,
  type Authority, type AuthorityChange,
} from './store.ts'

const choice = ({ id, parentId, kind, name, nameEn, region }: Authority) => ({ id, parentId, kind, name, nameEn, region })

/** find for update -> decide -> save row and journal -> show: what the four deeds on one authority have in common. */
function onAuthority(
  call: Call<{ id: string; version: number }>,
  event: string,
  decide: (row: Authority, tx: Tx) => Promise<{ change: AuthorityChange; body: Record<string, unknown> } | Refusal>,
) {
  return deed(call, async (tx) => {
    await lockTree(tx)
    const row = await authorityForUpdate(tx, call.input.id)
    if (!row) return unseen()
    if (row.version !== call.input.version) return overtaken()
    const decided = await decide(row, tx)
    if (isRefusal(decided)) return decided
    await changeAuthority(tx, row, decided.change)
    const body = { name: row.name, ...decided.body }
    await record(tx, call.tools.keyring, call, { room: 'authorities', subject: row.id, seq: row.version + 1, event, body })
    return { id: row.id, version: row.version + 1 }
  })
}

const shownValue = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '') || '-'

/** The facts as the journal tells them: what was and what is, of the changed ones only. */
function told(before: Record<string, unknown>, after: Record<string, unknown>) {
  const changed = Object.keys(after).filter((name) => (before[name] ?? '') !== (after[name] ?? ''))
  const list = (facts: Record<string, unknown>) => changed.map((name) => shownValue(facts[name])).join(' / ')
  return { before: list(before), after: list(after) }
}

async function wrongRegion(call: Call<{ region?: string | null }>): Promise<Refusal | null> {
  const { input: { region }, tools } = call
  // Of whichever province: both cities' districts may stand in one tree (D1).
  const province = `${region?.slice(0, 2)}0000`
  const finding = region ? await currentRegion(tools.db, tools.config, region, dayOf(tools.clock.now()), province) : null
  return finding && refuse('input.invalid', { fields: { region: finding } })
}

const factsOf = (input: { name: string; nameEn: string | null; region?: string | null; sort: number; contactPhone: string | null }) => ({
  name: input.name, nameEn: input.nameEn ?? '', region: input.region || null, sort: input.sort, contactPhone: input.contactPhone ?? '',
})

type TreeVerb = 'tree' | 'atDesk' | 'add' | 'change' | 'move' | 'close' | 'reopen'

export const treeHandlers: Pick<Handlers<typeof authoritiesContract>, TreeVerb> = {
  async tree({ tools }) {
    const rows = await allAuthorities(tools.db)
    return { authorities: rows.filter((row) => row.isOpen).map(choice) }
  },

  async atDesk({ tools }) {
    const rows = await allAuthorities(tools.db)
    const waiting = await waitingAt(tools.db)
    const officers = await officersAt(tools.db)
    return {
      authorities: rows.map((row) => {
        const n = waiting.get(row.id) ?? 0
        const top = row.kind === 'bureau'
        return {
          ...choice(row), sort: row.sort, contactPhone: row.contactPhone, isOpen: row.isOpen, version: row.version,
          waiting: n, officers: officers.get(row.id) ?? 0,
          can: [
            'change' as const,
            ...(top ? [] : ['move' as const]),
            ...(row.isOpen && !top ? ['close' as const] : []),
            ...(!row.isOpen && !mayReopen(rows, row.id) ? ['reopen' as const] : []),
            ...(row.isOpen && row.kind !== 'district' ? ['addBelow' as const] : []),
          ],
        }
      }),
    }
  },

  async add(call) {
    const { input, tools } = call
    const wrong = await wrongRegion(call)
    if (wrong) return wrong
    return deed(call, async (tx) => {
      await lockTree(tx)
      const tree = await allAuthorities(tx)
      const parent = tree.find((row) => row.id === input.parentId)
      if (input.parentId && !parent) return unseen()
      const wrongPlace = standsBelow(input.kind, parent)
      if (wrongPlace) return wrongPlace
      const row = { id: newId(), parentId: input.parentId, kind: input.kind, ...factsOf(input) }
      await addAuthority(tx, row)
      const body = { kind: row.kind, parent: parent?.name ?? '', ...factsOf(input) }
      await record(tx, tools.keyring, call, { room: 'authorities', subject: row.id, seq: 1, event: 'added', body })
      return { id: row.id, version: 1 }
    })
  },

  async change(call) {
    const wrong = await wrongRegion(call)
    if (wrong) return wrong
    return onAuthority(call, 'changed', async (row) => {
      const after = factsOf(call.input)
      const { name, nameEn, region, sort, contactPhone } = row
      return { change: after, body: told({ name, nameEn, region, sort, contactPhone }, after) }
    })
  },

  move: (call) =>
    onAuthority(call, 'moved', async (row, tx) => {
      const tree = await allAuthorities(tx)
      const parent = tree.find((one) => one.id === call.input.parentId)
      if (!parent) return unseen()
      const before = tree.find((one) => one.id === row.parentId)?.name ?? ''
      return mayMove(tree, row.id, parent.id) ?? { change: { parentId: parent.id }, body: { before, after: parent.name } }
    }),

  close: (call) =>
    onAuthority(call, 'closed', async (row, tx) => {
      if (!row.isOpen) return overtaken()
      const stop = mayClose(await allAuthorities(tx), row.id, await submittedAt(tx, row.id))
      return stop ?? { change: { isOpen: false }, body: {} }
    }),

  reopen: (call) =>
    onAuthority(call, 'reopened', async (row, tx) => {
      if (row.isOpen) return overtaken()
      return mayReopen(await allAuthorities(tx), row.id) ?? { change: { isOpen: true }, body: {} }
    }),
}
