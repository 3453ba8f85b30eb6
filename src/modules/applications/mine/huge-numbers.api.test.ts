import { expect, test } from 'vitest'
import { applicationStage, begun, writes } from '../../../../checks/applications.ts'
import { testServer } from '../../../../checks/server.ts'
import { callsContract } from '../../calls/contract.ts'
import { applicationsContract as verbs } from '../contract.ts'

const server = await testServer()

test.each([2_147_483_647, 2_147_483_648, Number.MAX_SAFE_INTEGER])('a version of %d is refused like any other that nobody has seen', async (n) => {
  const { leader, unit, bureau, call } = await applicationStage(server)
  const id = await begun(leader, call.id)
  await writes(leader, id, { title: '版本号很大' })
  const statuses = await Promise.all([
    leader.ask(verbs.submit, { id, version: n }).then(({ status }) => status),
    unit.account.ask(verbs.preflightBatch, { verb: 'pass', of: { items: [{ id, version: n }] } }).then(({ status }) => status),
    unit.account.ask(verbs.versionAt, { id, revision: n }).then(({ status }) => status),
    bureau.ask(callsContract.difference, { id: call.id, from: n }).then(({ status }) => status),
  ])
  expect(Math.max(...statuses), statuses.join(' ')).toBeLessThan(500)
})
