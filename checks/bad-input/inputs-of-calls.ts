import { callsContract as verbs } from '../../src/modules/calls/contract.ts'
import { ruanKexue } from '../../world/calls/ruan-kexue.ts'
import type { TestServer, Visitor } from '../server.ts'
import type { Asking } from './inputs.ts'

/** Inputs of 指南管理 that would do: a call of its own for whatever can be done once. */
export async function askingsOfCalls(server: TestServer, bureau: Visitor): Promise<Record<string, Asking>> {
  let n = 0
  const code = () => `HUAI${1000 + n++}`
  const ask = async <T>(asked: Promise<{ status: number; body: T; text: string }>): Promise<T> => {
    const { status, body, text } = await asked
    if (status !== 200) throw new Error(text)
    return body
  }
  const written = async () => {
    const { id, version, draftVersion } = await ask(server.ask(verbs.beginCall, { code: code(), title: '坏输入所用指南' }, bureau))
    const document = JSON.stringify(ruanKexue(server.clock.now()))
    return { id, version, ...(await ask(server.ask(verbs.saveDraft, { id, draftVersion, document }, bureau))) }
  }
  const draftOf = async (id: string) => ask(server.ask(verbs.callDraft, { id }, bureau))
  const draft = await written()
  const standing = await written()
  await ask(server.ask(verbs.publish, { id: standing.id, version: standing.version, draftVersion: standing.draftVersion, note: null }, bureau))
  const move = async () => {
    const { version, current } = await ask(server.ask(verbs.windows, { id: standing.id }, bureau))
    const { opensAt = '', closesAt = '' } = current.bureau ?? {}
    return { id: standing.id, version, levels: [{ level: 'bureau', opensAt, closesAt: new Date(Date.parse(closesAt) + 60_000).toISOString() }], begunBefore: null, reason: '顺延一分钟' }
  }
  const day = async () => {
    const { rows: [row] } = { rows: await server.tools.db.selectFrom('working_day').select('is_working').where('note', '=', '坏输入').execute() }
    return { day: '2026-11-25', to: '2026-11-25', isWorking: row ? !row.is_working : false, note: '坏输入', seen: row?.is_working ?? null }
  }
  const by = (input: () => Promise<Record<string, unknown>> | Record<string, unknown>): Asking => ({ visitor: () => bureau, input })
  return {
    'calls.list': by(() => ({ after: '', before: '', state: 'draft' })),
    'calls.beginCall': by(() => ({ code: code(), title: '坏输入指南' })),
    'calls.copyCall': by(() => ({ id: standing.id, code: code() })),
    'calls.callDraft': by(() => ({ id: draft.id })),
    'calls.saveDraft': by(async () => ({ id: draft.id, draftVersion: (await draftOf(draft.id)).draftVersion, document: '{"title":{"zh":"半成品"}}' })),
    'calls.problems': by(() => ({ id: draft.id })),
    'calls.publish': by(async () => {
      const { id, version, draftVersion } = await written()
      return { id, version, draftVersion, note: '首次发布' }
    }),
    'calls.difference': by(() => ({ id: standing.id })),
    'calls.windows': by(() => ({ id: standing.id })),
    'calls.moveWindows': by(move),
    'calls.withdraw': by(async () => {
      const { id, version } = await written()
      return { id, version, reason: '不再需要' }
    }),
    'calls.published': by(() => ({ id: standing.id })),
    'calls.setWorkingDay': by(day),
    'calls.correctionEnd': by(() => ({ from: '2026-11-23', days: 3 })),
  }
}
