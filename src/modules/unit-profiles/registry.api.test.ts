import { describe, expect, test } from 'vitest'
import { filledForm, unitWithAccount } from '../../../checks/unit-information.ts'
import { platformCall, well, within } from '../../../checks/people.ts'
import { testServer } from '../../../checks/server.ts'
import { demoResidentId } from '../../codes/demo-numbers.ts'
import { unitProfilesContract as verbs } from './contract.ts'
import { fillFromRegistry, unitProfileOf, type RegistryFacts } from './index.ts'
import { replayProfile } from './unit-profile-journal.ts'

const server = await testServer()
const { db, keyring } = server.tools

const number = demoResidentId('tianjin', '1968-02-03', 3)
const facts: RegistryFacts = { registeredOn: '2009-05-18', registeredCapital: '500.00', registrationType: '150', legalDocument: { type: 'ID', number } }
const fill = async (unitId: string, known: RegistryFacts = facts) => well(await within(server, (tx) => fillFromRegistry(tx, platformCall(server), unitId, known)))

describe('S2-24 what the registry of the city knows', () => {
  test('fills its fields, which are grey from then on, and writes down what changed', async () => {
    const { unitId, visitor } = await unitWithAccount(server)
    expect(await fill(unitId)).toEqual({ changed: ['registeredOn', 'registeredCapital', 'registrationType', 'legalDocument'], ignored: [] })
    const shown = (await server.ask(verbs.unitProfile, {}, visitor)).body
    expect(shown).toMatchObject({
      fromRegistry: ['registeredOn', 'registeredCapital', 'registrationType', 'legalDocument'], registeredOn: '2009-05-18', registeredCapital: '500', registrationType: { name: '有限责任公司' },
    })
    expect(shown.registryAt).not.toBeNull()
    const { entries } = (await server.ask(verbs.unitProfileHistory, {}, visitor)).body
    expect(entries[0]).toMatchObject({ event: 'filled', by: null })
    expect(await unitProfileOf(db, keyring, unitId)).toEqual(await replayProfile(server.tools, unitId))
  })

  test('the server refuses a change of a grey field beside it, and keeps what the form leaves out', async () => {
    const { unitId, visitor } = await unitWithAccount(server)
    await fill(unitId)
    const form = filledForm(unitId, { version: 1 })
    const refused = await server.ask(verbs.changeUnitProfile, { ...form, registeredOn: '2010-01-01', registeredCapital: '1' }, visitor)
    expect(refused.status).toBe(422)
    expect(Object.entries(refused.problem.fields).map(([name, { code }]) => [name, code])).toEqual([['registeredOn', 'unitProfiles.grey'], ['registeredCapital', 'unitProfiles.grey']])
    const saved = await server.ask(verbs.changeUnitProfile, { ...form, registeredOn: null, registeredCapital: null, registrationType: null, legalDocumentType: null, legalDocument: null }, visitor)
    expect(saved.status, saved.text).toBe(200)
    expect(await unitProfileOf(db, keyring, unitId)).toMatchObject({ registeredOn: '2009-05-18', registeredCapital: '500', registrationType: '150', legalDocument: { type: 'ID', number }, paidInCapital: '0' })
  })

  test('a unit that registered here edits them, until the registry speaks', async () => {
    const { unitId, visitor } = await unitWithAccount(server)
    expect((await server.ask(verbs.changeUnitProfile, filledForm(unitId, { registeredCapital: '300' }), visitor)).status).toBe(200)
    expect((await fill(unitId)).changed).toEqual(['registeredCapital'])
    expect(await unitProfileOf(db, keyring, unitId)).toMatchObject({ registeredCapital: '500', version: 2 })
  })

  test('the same once more changes nothing; another value is an event', async () => {
    const { unitId } = await unitWithAccount(server)
    await fill(unitId)
    expect((await fill(unitId)).changed).toEqual([])
    expect((await unitProfileOf(db, keyring, unitId))?.version).toBe(1)
    expect((await fill(unitId, { ...facts, registeredCapital: '800' })).changed).toEqual(['registeredCapital'])
    expect((await unitProfileOf(db, keyring, unitId))?.version).toBe(2)
  })

  test('what breaks its own rule is left out, so that a slip locks nothing', async () => {
    const { unitId } = await unitWithAccount(server)
    expect(await fill(unitId, { registeredOn: '31.02.2009', registeredCapital: 'viel', registrationType: '999', legalDocument: { type: 'ID', number: '1' } }))
      .toEqual({ changed: [], ignored: ['registeredOn', 'registeredCapital', 'registrationType', 'legalDocument'] })
    expect(await unitProfileOf(db, keyring, unitId)).toBeNull()
  })
})
