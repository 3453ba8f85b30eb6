import { applicationsContract as verbs } from '../../src/modules/applications/contract.ts'
import { listStage, put } from '../application-rows.ts'
import type { TestServer } from '../server.ts'
import type { Asking } from './inputs.ts'

/** Inputs of 本单位的项目 and 批量提交 that would do: a set of its own for each deed, so that none uses up the other's. */
export async function askingsOfApplicationLists(server: TestServer): Promise<Record<string, Asking>> {
  const stage = await listStage(server, '示例坏输入申报大学')
  const unit = stage.unit.account
  const [looked] = await put(server, stage, { state: 'unit', n: 3 })
  const byUnit = { visitor: () => unit.visitor }
  const filter = {
    callId: stage.callId, state: 'unit', secondaryUnitId: stage.software.id, unitId: stage.unit.id, waiting: true, warned: false, order: 'newest',
    number: 'T', title: '研究', leader: '知远', from: '2024-01-01', to: '2030-01-01',
  }
  const waiting = async () => (await put(server, stage, { state: 'unit' })).map(({ id, version }) => ({ id, version }))
  const frozen = async (verb: 'pass' | 'return') => (await unit.gets(verbs.preflightBatch, { verb, of: { items: await waiting() } })).batchId
  const run = async () => {
    const batchId = await frozen('pass')
    await unit.gets(verbs.runBatch, { batchId })
    return batchId
  }
  const id = looked?.id ?? ''
  return {
    'applications.unitProjects': { ...byUnit, input: () => ({ ...filter, after: '', before: '' }) },
    'applications.projectCounts': { ...byUnit, input: () => ({ callId: stage.callId, secondaryUnitId: stage.software.id }) },
    'applications.projectNeighbours': { ...byUnit, input: () => ({ id, callId: stage.callId, secondaryUnitId: stage.software.id }) },
    'applications.projectQueue': { ...byUnit, input: () => ({ after: id, callId: stage.callId, secondaryUnitId: stage.software.id, n: 5 }) },
    'applications.preflightBatch': { ...byUnit, input: async () => ({ verb: 'pass', of: { items: await waiting() } }) },
    'applications.frozenBatch': { ...byUnit, input: async () => ({ batchId: await frozen('pass') }) },
    'applications.openedOfBatch': { ...byUnit, input: async () => {
      const batchId = await frozen('pass')
      const { sample } = await unit.gets(verbs.frozenBatch, { batchId })
      return { batchId, id: sample[0]?.id }
    } },
    'applications.runBatch': { ...byUnit, input: async () => ({
      batchId: await frozen('return'), warnedToo: true, codes: ['other'], comment: '请补全信息', marks: [{ field: 'title', codes: ['unclear'], note: '题目过长' }],
      own: [{ id, comment: '并核对金额', marks: [] }], actForReason: '代为审核',
    }) },
    'applications.batchOutcome': { ...byUnit, input: async () => ({ batchId: await run(), after: 0 }) },
    'applications.undoBatch': { ...byUnit, input: async () => ({ batchId: await run() }) },
  }
}
