import { printsContract as verbs } from '../../src/modules/prints/contract.ts'
import { makePrints } from '../../src/modules/prints/jobs.ts'
import { listStage, put } from '../application-rows.ts'
import type { TestServer } from '../server.ts'
import type { Asking } from './inputs.ts'

/** Inputs of the prints room that would do: a submitted version that the unit reads, and the key of its print. */
export async function askingsOfPrints(server: TestServer): Promise<Record<string, Asking>> {
  const stage = await listStage(server, '示例坏输入打印大学')
  const [one] = await put(server, stage, { state: 'unit' })
  const of = { applicationId: one?.id ?? '', revision: 1 }
  const byUnit = { visitor: () => stage.unit.account.visitor }
  const { key } = await stage.unit.account.gets(verbs.of, of)
  await makePrints.run(server.tools)
  return {
    'prints.of': { ...byUnit, input: () => of },
    'prints.again': { ...byUnit, input: () => ({ applicationId: of.applicationId, key }) },
    'prints.file': { ...byUnit, input: () => ({ applicationId: of.applicationId, key }) },
  }
}
