import { describe, expect, it } from 'vitest'
import { legacyContract as verbs } from '../../src/modules/legacy/contract.ts'
import { checkImport } from '../../src/modules/legacy/check-work.ts'
import { runImport } from '../../src/modules/legacy/import-work.ts'
import { legacyDesk } from '../legacy-desk.ts'
import { personLine, textOf, unitLine } from '../old-accounts.ts'
import { person } from '../people.ts'

const { server, desk } = await legacyDesk()

const checked = async (text: string) => {
  const { id } = await desk.upload(verbs.upload, {}, { name: 'a.csv', bytes: Buffer.from(text) })
  await checkImport(server.tools, id)
  return desk.ask(verbs.look, { id })
}
const startOf = (one: Awaited<ReturnType<typeof checked>>) => ({ id: one.id, version: one.version, count: one.counts.ok_new })
const accountsLike = async (like: string) =>
  (await server.tools.db.selectFrom('account').select('user_name').where('user_name', 'like', like).execute()).length

describe('one_import_at_a_time', () => {
  it('S1-05 of eight imports that are confirmed at once one begins', async () => {
    const ready = await Promise.all(Array.from({ length: 8 }, (_, i) => checked(textOf([unitLine(100 + i)]))))
    const done = await Promise.all(ready.map((one) => desk.ask(verbs.start, startOf(one)).then(() => 'begun', (error: unknown) => String(error))))
    expect(done.filter((one) => one === 'begun')).toHaveLength(1)
    expect(done.filter((one) => one !== 'begun').every((one) => one.includes('legacy.one_at_a_time'))).toBe(true)
    await Promise.all(ready.map((one) => runImport(server.tools, one.id)))
    expect(await accountsLike('yuan\\_danwei10_')).toBe(1)
  })

  it('S1-05 the same import by three workers brings everybody once', async () => {
    const one = await checked(textOf([unitLine(200), ...Array.from({ length: 30 }, (_, i) => personLine(2000 + i, 200))]))
    await desk.ask(verbs.start, startOf(one))
    await Promise.all(Array.from({ length: 3 }, () => runImport(server.tools, one.id)))
    expect(await desk.ask(verbs.look, { id: one.id })).toMatchObject({ state: 'imported', counts: { ok_new: 31 } })
    expect(await accountsLike('yuan\\_geren20__')).toBe(30)
  })

  it('S1-05 somebody registers with a mailbox of the file in the same moment: the line or the registration, never both', async () => {
    for (let i = 0; i < 6; i++) {
      const lines = Array.from({ length: 20 }, (_, j) => personLine(3000 + i * 20 + j, 300))
      const one = await checked(textOf([...(i === 0 ? [unitLine(300)] : []), ...lines]))
      await desk.ask(verbs.start, startOf(one))
      const mail = lines[10]?.mail ?? ''
      const registers = person(server, { mail, userName: `fengkuai_${i}`, displayName: '江见秋' }).then(() => true, () => false)
      await Promise.all([registers, runImport(server.tools, one.id)])
      for (let tries = 0; (await desk.ask(verbs.look, { id: one.id })).state === 'importing' && tries < 3; tries++) await runImport(server.tools, one.id)
      const found = await desk.ask(verbs.look, { id: one.id })
      expect(found.state).toBe('imported')
      const imported = 20 + (i === 0 ? 1 : 0) - ((await registers) ? 1 : 0)
      expect(found.counts.ok_new).toBe(imported)
    }
  })
})
