import { z } from 'zod'
import { personalPosts, unitPosts } from '../../kernel/actor.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { closedOutput, openness } from '../../kernel/why.ts'
import { addInput, changeForm, changeInput, endReason, lookReason, moveInput, namedForm, peopleFilters, removeInput, reviewStates, revokeManagerInput, seal, standing } from './fields.ts'
import { differences, grantKinds, grantStates } from './role-grant.ts'

const id = z.uuid()
const time = z.iso.datetime()
const version = z.int32().positive()
const count = z.number().int()
/** 待激活 (waits for its person to sign in), 生效, 已终止 (1.4.3). */
const grantState = z.enum(grantStates)
/** 二级单位 is for all who act as the unit; 账号授权 is refused to the authorised person by law, not by the edge (S2-29, E22). */
const unit = unitPosts

/** Who holds a post, as the unit that named him sees it: phone and document masked. */
const grant = z.object({
  id, version, state: grantState, name: z.string(), phone: z.string(), documentType: z.string(), document: z.string(),
  grantedAt: time,
  /** Who granted, by display name; null for the platform. */
  grantedBy: z.string().nullable(),
  /** Since when it is in force. */
  activatedAt: time.nullable(),
  /** User name of the account it is in force for; null also where its person is of another unit, or of none. */
  userName: z.string().nullable(),
  /** Whether that account can sign in. */
  accountDisabled: z.boolean(),
  /** E17: when somebody last signed in for whom some of the three agreed, and what did not. */
  triedAt: time.nullable(), differs: z.array(z.enum(differences)),
})
const pastGrant = z.object({
  id, name: z.string(), document: z.string(), grantedAt: time, activatedAt: time.nullable(), endedAt: time,
  grantedBy: z.string().nullable(), endedBy: z.string().nullable(), reason: z.string(),
})
/** Everything that changes the structure answers with the change, which may be undone for 24 hours, and the state that it led to. */
const changed = z.object({ id: id.nullable(), version: version.nullable(), changeId: id, undoUntil: time, moved: count, state: grantState.nullable() })
const deed = ['structure.changed_meanwhile', 'structure.unit_inactive']
const exclusion = ['structure.exclusive.manager', 'structure.exclusive.authorised', 'structure.namings.limit']

const secondaryUnit = z.object({
  id, name: z.string(), version, createdAt: time,
  manager: grant.nullable(),
  /** Since when nobody holds the post (无人负责, E36); null while somebody does. */
  vacantSince: time.nullable(),
  /** Who belongs to it, and how many of their reviews wait at its desk. Exact up to 10,000. */
  people: count, pending: count,
  ...openness,
})

/** A place: a secondary unit, or the unit itself with id null. */
const place = z.object({ id: id.nullable(), name: z.string() })
const desk = z.enum(['unit', 'secondary_unit'])
const placed = z.object({ place, desk })
const line = z.object({
  personId: id, name: z.string(), state: z.enum(reviewStates), hasDraft: z.boolean(), from: placed, to: placed,
  /** Why he goes where the others of his department do not: nobody decides on himself (E38). */
  ownReview: z.boolean(),
})

const plan = z.object({
  seal: z.string(),
  kind: z.enum(['authorise', 'replace', 'revoke', 'add', 'change', 'vacate', 'remove', 'move']),
  /** What stands in the way; empty: it can be carried out. The same codes that the deed would refuse with. */
  blocked: z.array(closedOutput),
  units: z.array(z.object({ what: z.enum(['opened', 'renamed', 'archived']), name: z.string(), newName: z.string().nullable() })),
  grants: z.array(z.object({ what: z.enum(['granted', 'ended']), kind: z.enum(grantKinds), name: z.string(), secondaryUnit: z.string().nullable() })),
  /** Who is touched, grouped by from where to where; `lines` names the first hundred of them. */
  groups: z.array(z.object({ state: z.enum(reviewStates), from: placed, to: placed, n: count })),
  lines: z.array(line),
  people: count, pending: count, drafts: count,
  /** D6: reviews that wait at the unit's desk and stay there. */
  staying: count,
  /** Desks: whose list becomes longer or shorter. */
  sight: z.array(z.object({ place, holder: z.string().nullable(), gains: count, loses: count })),
  /** Persons: who gains or loses the sight of everything of a place. */
  holders: z.array(z.object({ name: z.string(), place, what: z.enum(['gains', 'loses']), people: count })),
})

const personRow = z.object({
  personId: id, name: z.string(), state: z.enum(reviewStates), title: z.string(), position: z.string(), specialty: z.string().nullable(),
  desk, hasDraft: z.boolean(), isManager: z.boolean(), updatedAt: time,
})

const notUndone = z.object({ what: z.enum(['secondary_unit', 'name', 'grant', 'people']), n: count, code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
const change = z.object({
  id, kind: z.enum(['add', 'change', 'vacate', 'remove', 'move', 'authorise', 'replace', 'revoke']),
  /** Secondary unit, or the person of 账号授权. */
  about: z.string().nullable(), by: z.string().nullable(), at: time, moved: count, undoneAt: time.nullable(), undoUntil: time, ...openness,
})
const event = z.object({
  at: time, event: z.string(), by: z.string().nullable(),
  /** Of the manager that it is about; the names of a renaming. */
  person: z.string().nullable(), name: z.string().nullable(), nameBefore: z.string().nullable(), reason: z.string().nullable(),
})
const mineGrant = z.object({ id, kind: z.enum(grantKinds), unit: z.string(), secondaryUnit: z.string().nullable(), since: time, until: time.nullable(), reason: z.string() })

export const structureContract = contract({
  authorisation: verb({
    method: 'GET', path: '/api/structure/authorisation', guard: unit,
    input: z.object({}),
    output: z.object({ present: grant.nullable(), past: z.array(pastGrant), ...openness }),
    refusals: ['structure.not_delegable'], summary: '账号授权: who is authorised, and who was', rows: ['S2-27', 'S2-29', 'S2-31'],
  }),
  authorise: verb({
    method: 'POST', path: '/api/structure/authorisation/authorise', guard: unit, idempotent: true,
    input: z.object({ ...namedForm.shape, seal }), output: changed,
    refusals: ['structure.not_delegable', 'structure.authorised_already', ...exclusion, ...deed],
    summary: '新增授权: at once for whoever has a matching account, else at the first sign-in (1.4.3)', rows: ['S2-27', 'S2-28', 'S2-32', 'S2-34'],
  }),
  replaceAuthorised: verb({
    method: 'POST', path: '/api/structure/authorisation/replace', guard: unit, idempotent: true,
    input: z.object({ grantId: id, ...namedForm.shape, seal }), output: changed,
    refusals: ['structure.not_delegable', 'structure.nobody_authorised', 'structure.same_person', ...exclusion, ...deed],
    summary: '更改: the grant of before and its sessions end at once', rows: ['S2-30', 'S2-32'],
  }),
  revokeAuthorised: verb({
    method: 'POST', path: '/api/structure/authorisation/revoke', guard: unit, idempotent: true,
    input: z.object({ grantId: id, reason: endReason, seal }), output: changed,
    refusals: ['structure.not_delegable', 'structure.nobody_authorised', ...deed],
    summary: '撤销授权 without a successor (E23)', rows: ['S2-33'],
  }),
  secondaryUnits: verb({
    method: 'GET', path: '/api/structure/secondary-units', guard: unit,
    input: z.object({}),
    output: z.object({
      rows: z.array(secondaryUnit),
      /** 直属人员 (D2): who belongs to none, and how many of their reviews wait at the unit. */
      direct: z.object({ people: count, pending: count }),
      /** E36: how many have nobody in charge. */
      vacant: count, archived: count, ...openness,
    }),
    refusals: [], summary: '二级单位: all of them, with their managers', rows: ['S2-35', 'S2-42', 'S2-43'],
  }),
  archivedSecondaryUnits: verb({
    method: 'POST', path: '/api/structure/secondary-units/archived', guard: unit,
    input: z.object({ ...pageInput }),
    output: pageOutput(z.object({ id, name: z.string(), createdAt: time, archivedAt: time })),
    refusals: [], summary: 'Secondary units that were removed: their names stay with what was done under them (E26, E28)', rows: ['S2-35', 'S2-38'],
  }),
  secondaryUnitHistory: verb({
    method: 'GET', path: '/api/structure/secondary-units/:id/history', guard: unit,
    input: z.object({ id }), output: z.object({ id, name: z.string(), active: z.boolean(), managers: z.array(pastGrant), events: z.array(event) }),
    refusals: [], summary: 'One secondary unit, also an archived one: names, managers, what happened', rows: ['S2-35'],
  }),
  addSecondaryUnit: verb({
    method: 'POST', path: '/api/structure/secondary-units', guard: unit, idempotent: true,
    input: z.object({ ...addInput, seal }), output: changed,
    refusals: ['structure.name.taken', 'structure.most', ...exclusion, ...deed],
    summary: '新增二级单位 with its manager, and the people of the unit that go to it (D6)', rows: ['S2-35', 'S2-36', 'S2-41'],
  }),
  changeSecondaryUnit: verb({
    method: 'POST', path: '/api/structure/secondary-units/:id/change', guard: unit, idempotent: true,
    input: z.object({ ...changeInput, seal }), output: changed,
    refusals: ['structure.name.taken', 'structure.nothing_changed', ...exclusion, ...deed],
    summary: '编辑: name, manager, or both; another manager is revocation and grant in one step (E30)', rows: ['S2-37', 'S2-41'],
  }),
  revokeManager: verb({
    method: 'POST', path: '/api/structure/secondary-units/:id/revoke-manager', guard: unit, idempotent: true,
    input: z.object({ ...revokeManagerInput, seal }), output: changed, refusals: ['structure.vacant', ...deed],
    summary: '撤销管理人员 without a successor: what waits stays at its desk (E36)', rows: ['S2-33', 'S2-37'],
  }),
  removeSecondaryUnit: verb({
    method: 'POST', path: '/api/structure/secondary-units/:id/remove', guard: unit, idempotent: true,
    input: z.object({ ...removeInput, seal }), output: changed, refusals: ['structure.referred', 'structure.applications', 'structure.place.unknown', ...deed],
    summary: '删除: archived, and the post of its manager ends, not the account (C5); people are moved in the same deed', rows: ['S2-38', 'S2-39'],
  }),
  movePeople: verb({
    method: 'POST', path: '/api/structure/people/move', guard: unit, idempotent: true,
    input: z.object({ ...moveInput, seal }), output: changed, refusals: ['structure.place.unknown', 'structure.place.same', 'structure.move.nobody', 'structure.move.gone', ...deed],
    summary: 'People from one secondary unit to another, or to the unit itself; their reviews go with them (E32)', rows: ['S2-39', 'S2-57'],
  }),
  referrers: verb({
    method: 'POST', path: '/api/structure/people/search', guard: unit,
    input: z.object({ place: standing, ...peopleFilters, ...pageInput }), output: pageOutput(personRow),
    refusals: [], summary: 'Who belongs to a secondary unit (place: its id), or to none (null)', rows: ['S2-39'],
  }),
  simulate: verb({
    method: 'POST', path: '/api/structure/simulate', guard: unit,
    input: z.object({ change: changeForm }), output: plan, refusals: ['structure.not_delegable', 'structure.place.unknown', 'structure.nobody_authorised'],
    summary: 'What a change would move, before it is made (N9)', rows: ['S2-39', 'S2-57'],
  }),
  changes: verb({
    method: 'GET', path: '/api/structure/changes', guard: unit,
    input: z.object({}), output: z.object({ rows: z.array(change) }), refusals: [], summary: 'Changes of the last 24 hours (N9)',
  }),
  undoChange: verb({
    method: 'POST', path: '/api/structure/changes/:id/undo', guard: unit, idempotent: true,
    input: z.object({ id }),
    output: z.object({ id, undone: z.object({ people: count, grants: count, units: count }), left: z.array(notUndone) }),
    refusals: ['structure.not_delegable', 'structure.undo.late', 'structure.undo.done', 'structure.undo.nothing', ...exclusion, 'structure.unit_inactive'],
    summary: 'Puts back what still stands where the change put it (N9)',
  }),
  revealGrant: verb({
    method: 'POST', path: '/api/structure/grants/:id/reveal', guard: unit,
    input: z.object({ id, what: z.enum(['phone', 'document']), reason: lookReason }), output: z.object({ value: z.string() }),
    refusals: ['structure.look.limit', 'structure.not_delegable'], summary: 'Phone or document of who holds a post, in clear, for a stated reason that is recorded', rows: ['S2-42'],
  }),
  mine: verb({
    method: 'GET', path: '/api/structure/mine', guard: personalPosts,
    input: z.object({}), output: z.object({ waiting: z.array(mineGrant), active: z.array(mineGrant), ended: z.array(mineGrant) }),
    refusals: [], summary: 'Posts of the person: those that wait for him, those in force, those that ended within 30 days (E29)', rows: ['S2-34'],
  }),
  activateMine: verb({
    method: 'POST', path: '/api/structure/mine/activate', guard: personalPosts, idempotent: true,
    input: z.object({}), output: z.object({ activated: count }), refusals: [],
    summary: 'What waits for the person comes in force without signing in anew', rows: ['S2-34'],
  }),
})
