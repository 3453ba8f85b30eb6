import { legacyContract } from '../../src/modules/legacy/contract.ts'
import { legacyJobs } from '../../src/modules/legacy/jobs.ts'
import { clientOf } from '../../world/client.ts'
import { unitLine, textOf } from '../old-accounts.ts'
import type { TestServer, Visitor } from '../server.ts'
import type { Asking } from './inputs.ts'

/** For the verbs of legacy: an import that was checked and waits, and others to be discarded. */
export async function askingsOfLegacy(server: TestServer, desk: Visitor): Promise<Record<string, Asking>> {
  const client = clientOf(server.app, {})
  let lines = 90_000
  const comes = async () => {
    const sent = await client.upload(legacyContract.upload, {}, { name: 'accounts.csv', bytes: Buffer.from(textOf([unitLine(++lines)])) }, desk)
    for (const job of legacyJobs) if (job.name === 'legacy.work') await job.run(server.tools)
    return sent.body.id
  }
  const look = async (id: string) => (await server.ask(legacyContract.look, { id }, desk)).body
  const id = await comes()
  const page = { after: '', before: '' }
  const asked = (input: Asking['input']): Asking => ({ visitor: () => desk, input })
  const on = (more: Record<string, unknown>): Asking => ({ ...asked(async () => ({ id, version: (await look(id)).version, ...more })), rows: [['legacy_import', id]] })
  let unwanted = ''
  const toDiscard = async () => {
    if (!unwanted || (await look(unwanted)).state !== 'checked') unwanted = await comes()
    return { id: unwanted, version: (await look(unwanted)).version }
  }
  return {
    'legacy.imports': asked(() => page),
    'legacy.look': asked(() => ({ id })),
    'legacy.lines': asked(() => ({ id, ...page, outcome: 'ok_new', userName: 'yuan' })),
    'legacy.report': asked(() => ({ id })),
    'legacy.recheck': on({ encoding: 'utf-8', separator: 'comma' }),
    'legacy.start': on({ count: 1, sendMail: false }),
    'legacy.discard': asked(toDiscard),
  }
}
