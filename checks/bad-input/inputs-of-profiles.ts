import { profilesContract as verbs } from '../../src/modules/profiles/contract.ts'
import { filler, form, reviewedUnit, type Filler } from '../profile-stage.ts'
import type { TestServer } from '../server.ts'
import type { Asking } from './inputs.ts'

/** Inputs of 个人信息 and its review that would do: people who submit again whatever became of the version before. */
export async function askingsOfProfiles(server: TestServer): Promise<Record<string, Asking>> {
  const unit = await reviewedUnit(server, '示例坏输入大学')
  const [typing, submitting, leaving, approved, refused, batched, looked] = [
    await filler(server, unit.id), await filler(server, unit.id), await filler(server, unit.id), await filler(server, unit.id), await filler(server, unit.id), await filler(server, unit.id), await filler(server, unit.id),
  ]
  const plain = { sex: '', nationality: 'CN', ethnicGroup: '01', politicalStatus: '13', birthDate: '', specialty: '计算机', officePhone: '023-01234567', qq: '123456', wechat: 'weixin_1' }
  const reviewed = { documentType: '', document: '', secondaryUnitId: null, education: '11', degree: '2', title: '1', position: '工程师' }
  const mineOf = (one: Filler) => one.gets(verbs.mine, {})
  let n = 0
  /** Something that waits: what there is, or a new version. */
  const waiting = async (one: Filler) => {
    const { waiting: waits, version } = await mineOf(one)
    if (!waits) await one.gets(verbs.submit, form(unit.id, { version, reviewed: { position: `工程师${++n}` } }))
    const { id, revision } = await server.tools.db.selectFrom('profile_review').select(['id', 'revision']).where('person_id', '=', one.personId).executeTakeFirstOrThrow()
    return { id, revision }
  }
  /** Nothing that waits. */
  const free = async (one: Filler) => {
    const { waiting: waits, latest, version } = await mineOf(one)
    if (!waits || !latest) return version
    return (await one.gets(verbs.withdraw, { revision: latest.revision })).version
  }
  const filters = { desk: 'all', state: 'pending', order: 'newest', name: '知远', document: '1234', phone: '1234', workplace: '示例', from: '2024-01-01', to: '2030-01-01' }
  const byUnit = { visitor: () => unit.account.visitor }
  const of = (one: Filler) => ({ visitor: () => one.visitor })
  return {
    'profiles.saveDraft': { ...of(typing), input: () => ({ fields: { ...plain, ...reviewed } }) },
    'profiles.change': { ...of(typing), input: async () => ({ version: (await mineOf(typing)).version, plain }) },
    'profiles.submit': { ...of(submitting), input: async () => ({ version: await free(submitting), plain, reviewed: { ...reviewed, unitId: unit.id, position: `工程师${++n}` } }) },
    'profiles.withdraw': { ...of(leaving), input: async () => ({ revision: (await waiting(leaving)).revision }) },
    'profiles.reviews': { ...byUnit, input: () => ({ ...filters, after: '', before: '' }) },
    'profiles.selection': { ...byUnit, input: () => filters },
    'profiles.review': { ...byUnit, input: async () => ({ id: (await waiting(looked)).id, desk: 'all' }) },
    'profiles.saveNote': { ...byUnit, input: async () => ({ ...(await waiting(looked)), reasonCodes: ['other'], reason: '请补' }) },
    'profiles.approve': { ...byUnit, input: async () => ({ ...(await waiting(approved)), actForReason: '代为审核' }) },
    'profiles.refuse': { ...byUnit, input: async () => ({ ...(await waiting(refused)), reasonCodes: ['other'], reason: '请补全信息', actForReason: '代为审核' }) },
    'profiles.decideBatch': { ...byUnit, input: async () => ({ items: [await waiting(batched)], outcome: 'refuse', reasonCodes: [], reason: '请补全信息', actForReason: '代为审核' }) },
    'profiles.revealDocument': { ...byUnit, input: async () => ({ id: (await waiting(looked)).id, reason: '核对材料' }) },
    'profiles.revealPhone': { ...byUnit, input: async () => ({ id: (await waiting(looked)).id, reason: '核对材料' }) },
    'profiles.exportReviews': {
      ...byUnit, input: async () => {
        // One at a time: the one before is taken away.
        await server.tools.db.deleteFrom('profile_export').execute()
        return { filters, purpose: '年度核对' }
      },
    },
  }
}
