import { describe, expect, test } from 'vitest'
import { applicationStage, begun, decided, smallForm, sound, submits, versionOf, writes } from '../../../../checks/applications.ts'
import { person, signedIn } from '../../../../checks/people.ts'
import { testServer } from '../../../../checks/server.ts'
import type { FormDefinition } from '../../calls/form/definition.ts'
import { draftsContract } from '../../drafts/contract.ts'
import { listsContract } from '../../lists/contract.ts'
import { applicationsContract as verbs } from '../contract.ts'

const server = await testServer({ start: new Date('2026-11-22T02:00:00Z') })
const [basic, ...rest] = smallForm.tabs
if (!basic) throw new Error('the form has no tab')
const form: FormDefinition = {
  ...smallForm,
  tabs: [{
    ...basic, fields: [
      ...basic.fields,
      { kind: 'code', id: 'place', list: 'district', label: { zh: '实施地', en: 'Place' }, required: true },
      { kind: 'code', id: 'second', list: 'district', label: { zh: '推广地', en: 'Second place' }, required: false },
    ],
  }, ...rest],
}

describe('S2-78 E06 a code is one of the list that the form names, and in force', () => {
  test('what stands in no list is not kept; what ended since is told before 提交 and refused by it; what was handed in stays right', async () => {
    const admin = await signedIn(server, await person(server, { post: 'platform_admin', displayName: '周平台' }))
    const { leader, manager, call } = await applicationStage(server, { form })
    const id = await begun(leader, call.id)
    await writes(leader, id, sound)
    const put = async (value: string, base: number) => {
      const { saved, refused } = await leader.gets(draftsContract.save, { id, fields: [{ field: 'place', base, value }] })
      return saved.length > 0 ? 'saved' : refused[0]?.code
    }
    // 120107 Tanggu went into Binhai in 2009; 560 is a discipline and no district.
    expect([await put('999999', 0), await put('120107', 0), await put('560', 0), await put('120101', 0)]).toEqual(['calls.value.option', 'calls.value.option', 'calls.value.option', 'saved'])
    expect((await leader.gets(verbs.check, { id })).findings).toEqual([])

    const end = (code: string) => server.ask(listsContract.end, { list: 'district', code, version: 0, to: '2026-11-21', successor: '120103' }, admin)
    expect((await end('120101')).status).toBe(200)
    expect((await leader.gets(verbs.check, { id })).findings).toMatchObject([{ severity: 'error', field: 'place', code: 'calls.check.option' }])
    expect((await submits(server, leader, id)).problem).toMatchObject({ code: 'applications.incomplete', fields: { place: { code: 'calls.check.option' } } })
    expect(await put('120102', 1)).toBe('saved')
    expect((await submits(server, leader, id)).status).toBe(200)

    expect((await end('120102')).status).toBe(200)
    expect(await manager.gets(verbs.open, { id })).toMatchObject({ findings: [] })
    // D18: the leader may change what was marked, and the place was not.
    await decided(server, manager, 'return', id, { marks: [{ field: 'aims', note: '请写明' }] })
    expect(await put('120103', 2)).toBe('drafts.not_marked')
    await writes(leader, id, { aims: '建立适用于山地河流的监测方法，并写明指标。' })
    expect((await submits(server, leader, id)).status).toBe(200)
    await decided(server, manager, 'return', id)
    expect((await versionOf(server, id)).state).toBe('returned')
  })

  test('what was handed in excuses its own field alone: the same code written into another one since must still be in force', async () => {
    const admin = await signedIn(server, await person(server, { post: 'platform_admin', displayName: '吴平台' }))
    const { leader, manager, call } = await applicationStage(server, { form })
    const id = await begun(leader, call.id)
    await writes(leader, id, { ...sound, place: '120105' })
    expect((await submits(server, leader, id)).status).toBe(200)
    await decided(server, manager, 'return', id)
    await writes(leader, id, { second: '120105' })
    expect((await leader.gets(verbs.check, { id })).findings).toEqual([])

    const ended = await server.ask(listsContract.end, { list: 'district', code: '120105', version: 0, to: '2026-11-21', successor: '120103' }, admin)
    expect(ended.status).toBe(200)
    expect((await leader.gets(verbs.check, { id })).findings).toMatchObject([{ severity: 'error', field: 'second', code: 'calls.check.option' }])
    const { problem } = await submits(server, leader, id)
    expect([problem?.code, Object.keys(problem?.fields ?? {})]).toEqual(['applications.incomplete', ['second']])
    await writes(leader, id, { second: '120103' })
    expect((await submits(server, leader, id)).status).toBe(200)
  })
})
