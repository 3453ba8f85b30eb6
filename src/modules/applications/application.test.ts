import { describe, expect, test } from 'vitest'
import type { Actor, Post } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/clock.ts'
import { applicationProcedure, silentFrom, undoUntilOf, whyNot, type ApplicationFacts, type Windows } from './application.ts'
import { applicationStates, type ApplicationState, type ApplicationVerb } from './state.ts'

const now = new Date('2026-11-20T03:00:00Z')
const ids = { unit: 'u', department: 'd', authority: 'h', bureau: 'b', leader: 'l' }
const by = (post: Post, scopeId: string | null, unitId: string | null, accountId = `${post}-account`): Actor =>
  ({ accountId, userName: post, displayName: post, sessionId: 's', mandate: { post, scopeId, unitId, scopeName: post } })

const actors = {
  leader: by('person', null, null, ids.leader),
  unit: by('unit_account', ids.unit, ids.unit),
  authorised: by('authorised_person', ids.unit, ids.unit),
  manager: by('secondary_unit_manager', ids.department, ids.unit),
  otherManager: by('secondary_unit_manager', 'd2', ids.unit),
  otherUnit: by('unit_account', 'u2', 'u2'),
  authority: by('authority_officer', ids.authority, null),
  bureau: by('authority_officer', ids.bureau, null),
  person: by('person', null, null, 'somebody'),
}
type Who = keyof typeof actors

const open: Windows = Object.fromEntries((['leader', 'department', 'unit', 'authority', 'bureau'] as const).map((level) => [level, { opensAt: addDays(now, -1), closesAt: addDays(now, 10) }]))
const desks: Partial<Record<ApplicationState, string>> = { department: ids.department, unit: ids.unit, authority: ids.authority, bureau: ids.bureau }

const facts = (state: ApplicationState, more: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
  state, version: 5, accountId: ids.leader, leaderName: '林知远', leaderGone: null, unitId: ids.unit, unitName: '渝江示范大学', deskId: desks[state] ?? null, deskName: state,
  department: state === 'department' ? { isActive: true, hasMoved: false, manager: { name: '罗清扬', accountId: 'm', since: now } } : null,
  revision: state === 'draft' ? 0 : 1, arrivedAt: desks[state] ? now : null, correctUntil: null, windows: open, decided: null, ...more,
})
const why = (verb: ApplicationVerb, f: ApplicationFacts, who: Who | Actor | null, silentDays = 5) =>
  whyNot(verb, f, typeof who === 'string' ? actors[who] : who, { now, silentDays })?.code ?? 'open'

/** Written by hand from the manuals (S2-79..91), the matrix 1.3.2 and D9, D17; whoever is not named may not. */
const oracle: Record<ApplicationState, Partial<Record<ApplicationVerb, Who[]>>> = {
  draft: { change: ['leader'], submit: ['leader'], drop: ['leader'] },
  returned: { change: ['leader'], submit: ['leader'], withdraw: ['leader'] },
  withdrawn: { change: ['leader'], submit: ['leader'] },
  department: { withdraw: ['leader'], pass: ['manager'], return: ['manager'] },
  unit: { withdraw: ['leader'], pass: ['unit', 'authorised'], return: ['unit', 'authorised'] },
  authority: { withdraw: ['leader'], pass: ['authority'], return: ['authority'] },
  bureau: { withdraw: ['leader'], accept: ['bureau'], correct: ['bureau'], refuse: ['bureau'] },
  accepted: {},
  not_accepted: {},
}
const verbs: ApplicationVerb[] = ['change', 'submit', 'withdraw', 'drop', 'pass', 'return', 'accept', 'correct', 'refuse', 'undo', 'reroute', 'reassign']

describe('1.3.2 S2-79 S2-81 S2-82 S2-83 S2-87 S2-88 S2-89: who may do what', () => {
  for (const state of applicationStates) {
    for (const verb of verbs) {
      test(`${verb} in ${state}`, () => {
        const may = (Object.keys(actors) as Who[]).filter((who) => why(verb, facts(state), who) === 'open')
        expect(may).toEqual(oracle[state][verb] ?? [])
      })
    }
  }

  test('whoever is not signed in may nothing', () => {
    for (const state of applicationStates) for (const verb of verbs) expect(why(verb, facts(state), null)).not.toBe('open')
  })

  test('every state can be left but the two ends', () => {
    const left = new Set(applicationProcedure.steps.filter(({ verb }) => verb !== 'undo').flatMap(({ from }) => from as readonly string[]))
    expect(applicationStates.filter((state) => !left.has(state))).toEqual(['accepted', 'not_accepted'])
  })
})

describe('E56 I11 nobody decides on his own', () => {
  test('the leader who acts as manager, authorised person or officer is refused as leader', () => {
    for (const [state, post, scope] of [['department', 'secondary_unit_manager', ids.department], ['unit', 'authorised_person', ids.unit], ['authority', 'authority_officer', ids.authority]] as const) {
      expect(why('pass', facts(state), by(post, scope, ids.unit, ids.leader))).toBe('applications.own')
    }
  })

  test('where the manager is the leader, the unit acts for the department; where the authorised person is, the unit account decides', () => {
    const own = facts('department', { department: { isActive: true, hasMoved: false, manager: { name: '林', accountId: ids.leader, since: now } } })
    expect(why('pass', own, 'unit')).toBe('open')
    expect(why('pass', facts('unit'), 'unit')).toBe('open')
  })
})

describe('D11 E36 E37 the unit acts for a department', () => {
  const managed = facts('department')
  test('not while it has a manager and time', () => {
    expect(why('pass', managed, 'unit')).toBe('applications.at_department')
    expect(why('return', managed, 'authorised')).toBe('applications.at_department')
  })
  test('where nobody manages it, at once', () => expect(why('pass', { ...managed, department: { isActive: true, hasMoved: false, manager: null } }, 'unit')).toBe('open'))
  test('where it is silent for so many days', () => {
    expect(why('pass', { ...managed, arrivedAt: addDays(now, -5) }, 'unit')).toBe('open')
    expect(why('pass', { ...managed, arrivedAt: addDays(now, -4.9) }, 'unit')).toBe('applications.at_department')
  })
  test('where its window is over and the unit\'s is not; where both are, nobody', () => {
    const late = { ...open, department: { opensAt: addDays(now, -9), closesAt: addDays(now, -1) } }
    expect(why('pass', { ...managed, windows: late }, 'manager')).toBe('applications.window.late')
    expect(why('pass', { ...managed, windows: late }, 'unit')).toBe('open')
    expect(why('pass', { ...managed, windows: { ...late, unit: late.department } }, 'unit')).toBe('applications.window.late')
  })
  test('E53 in a correction, whose time is its own, the window of the department is no silence; its last day is the unit\'s as well', () => {
    const closed = { ...open, department: { opensAt: addDays(now, -9), closesAt: addDays(now, -1) } }
    const corrected = (correctUntil: Date) => ({ ...managed, windows: closed, correctUntil })
    expect(why('pass', corrected(addDays(now, 2)), 'manager')).toBe('open')
    expect(why('pass', corrected(addDays(now, 2)), 'unit')).toBe('applications.at_department')
    expect(why('pass', { ...corrected(addDays(now, 2)), arrivedAt: addDays(now, -5) }, 'unit')).toBe('open')
    expect(why('pass', corrected(addDays(now, 0.9)), 'unit')).toBe('open')
    expect(why('pass', corrected(addDays(now, 0.9)), 'manager')).toBe('open')
  })
  test('and is told from when on, the earliest of them', () => {
    const from = (more: Partial<ApplicationFacts>) => silentFrom({ ...managed, ...more }, { now, silentDays: 5 })
    const closesAt = addDays(now, 2)
    expect(from({})).toEqual(addDays(now, 5))
    expect(from({ windows: { ...open, department: { opensAt: addDays(now, -9), closesAt } } })).toEqual(new Date(closesAt.getTime() + 1000))
    expect(from({ correctUntil: addDays(now, 3) })).toEqual(addDays(now, 2))
    expect(from({ state: 'unit' })).toBeNull()
  })
  test('another unit never', () => expect(why('pass', { ...managed, arrivedAt: addDays(now, -50) }, 'otherUnit')).not.toBe('open'))
})

describe('D9 E54 撤回', () => {
  const decided = { seq: 5, revision: 1, level: 'department', deskId: ids.department, deskName: '软件学院', outcome: 'passed', at: now, by: '罗清扬', isActed: false, isTouched: false } as const
  test('until a desk has acted on this version', () => {
    expect(why('withdraw', facts('unit', { decided }), 'leader')).toBe('applications.acted_already')
    expect(why('withdraw', facts('department', { revision: 2, decided: { ...decided, outcome: 'returned' } }), 'leader')).toBe('open')
  })
  test('also while the window of the desk that has it has not opened yet', () => {
    const later = { ...open, unit: { opensAt: addDays(now, 3), closesAt: addDays(now, 9) } }
    expect(why('pass', facts('unit', { windows: later }), 'unit')).toBe('applications.window.early')
    expect(why('withdraw', facts('unit', { windows: later }), 'leader')).toBe('open')
  })
  test('and before the closing time of the desk that has it', () => {
    expect(why('withdraw', facts('unit', { windows: { ...open, unit: { opensAt: addDays(now, -9), closesAt: addDays(now, -1) } } }), 'leader')).toBe('applications.window.late')
  })
})

describe('E55 windows, to the second', () => {
  const closing = (closesAt: Date): Windows => ({ ...open, leader: { opensAt: addDays(now, -1), closesAt } })
  test('the last second still counts, the next does not', () => {
    expect(why('submit', facts('draft', { windows: closing(now) }), 'leader')).toBe('open')
    expect(why('submit', facts('draft', { windows: closing(new Date(now.getTime() - 999)) }), 'leader')).toBe('open')
    expect(why('submit', facts('draft', { windows: closing(new Date(now.getTime() - 1000)) }), 'leader')).toBe('applications.window.late')
  })
  test('the refusal names rule and clock to the second', () => {
    expect(whyNot('submit', facts('draft', { windows: closing(addDays(now, -1)) }), actors.leader, { now, silentDays: 5 })?.params)
      .toEqual({ level: 'leader', closed: '2026-11-19 11:00:00', now: '2026-11-20 11:00:00' })
  })
  test('before it opens', () => expect(why('submit', facts('draft', { windows: { leader: { opensAt: addDays(now, 1), closesAt: addDays(now, 2) } } }), 'leader')).toBe('applications.window.early'))
})

describe('E53 the correction window beats the windows of all levels', () => {
  const closed = Object.fromEntries(Object.keys(open).map((level) => [level, { opensAt: addDays(now, -9), closesAt: addDays(now, -1) }]))
  const within = { windows: closed, correctUntil: addDays(now, 1) }
  const after = { windows: closed, correctUntil: now }
  test.each([['returned', 'submit', 'leader'], ['department', 'pass', 'manager'], ['unit', 'pass', 'unit'], ['authority', 'return', 'authority'], ['bureau', 'accept', 'bureau']] as const)(
    '%s: %s by %s', (state, verb, who) => {
      expect(why(verb, facts(state, within), who)).toBe('open')
      expect(why(verb, facts(state, after), who)).toBe('applications.correction.late')
      expect(why(verb, facts(state, { windows: closed }), who)).toBe('applications.window.late')
    })
  test('a window that is still open goes on after the correction ended', () => expect(why('submit', facts('returned', { correctUntil: addDays(now, -1) }), 'leader')).toBe('open'))
})

describe('E51 ten minutes to take it back', () => {
  const passed = (at: Date, more: Partial<NonNullable<ApplicationFacts['decided']>> = {}) => facts('unit', {
    decided: { seq: 5, revision: 1, level: 'department', deskId: ids.department, deskName: '软件学院', outcome: 'passed', at, by: '罗清扬', isActed: false, isTouched: false, ...more },
  })
  const minutes = (n: number) => new Date(now.getTime() - n * 60_000)
  test('by the desk that decided, and by no other', () => {
    expect(why('undo', passed(minutes(9)), 'manager')).toBe('open')
    for (const who of ['unit', 'bureau', 'otherManager', 'person'] as const) expect(why('undo', passed(minutes(9)), who)).not.toBe('open')
    expect(undoUntilOf(passed(minutes(9)), actors.manager, { now, silentDays: 5 })).toEqual(minutes(-1))
  })
  test('by the unit what it decided for the department', () => expect(why('undo', passed(minutes(1), { isActed: true }), 'unit')).toBe('open'))
  test('not after ten minutes, not after another event, not after the leader wrote', () => {
    expect(why('undo', passed(minutes(10)), 'manager')).toBe('applications.undo.late')
    expect(why('undo', { ...passed(minutes(1)), version: 6 }, 'manager')).toBe('applications.undo.touched')
    const returned = { ...passed(minutes(1), { outcome: 'returned', isTouched: true }), state: 'returned', deskId: null } as const
    expect(why('undo', returned, 'manager')).toBe('applications.undo.touched')
  })
  test('not a pass whose window has closed meanwhile: it could not be passed again', () => {
    const closed = { ...passed(minutes(1)), windows: { ...passed(minutes(1)).windows, department: { opensAt: minutes(9000), closesAt: minutes(0.5) } } }
    expect(why('undo', closed, 'manager')).toBe('applications.window.late')
    expect(why('undo', { ...closed, correctUntil: minutes(-60) }, 'manager')).toBe('open')
    expect(why('undo', { ...closed, state: 'returned', deskId: null, decided: closed.decided && { ...closed.decided, outcome: 'returned' } }, 'manager')).toBe('open')
  })
  test('where nothing was decided there is nothing to take back', () => expect(why('undo', facts('unit'), 'unit')).toBe('applications.undo.nothing'))
})

describe('E34 改派', () => {
  test.each([
    ['closed', { isActive: false, hasMoved: false, manager: null }], ['without manager', { isActive: true, hasMoved: false, manager: null }],
    ['left by its leader', { isActive: true, hasMoved: true, manager: { name: '罗', accountId: 'm', since: now } }],
  ])('where the department is %s', (_, department) => {
    expect(why('reroute', facts('department', { department }), 'unit')).toBe('open')
    expect(why('reroute', facts('department', { department }), 'manager')).not.toBe('open')
  })
  test('not away from a department that decides', () => expect(why('reroute', facts('department'), 'unit')).toBe('applications.reroute.not_closed'))
})

describe('E10 变更项目负责人: a leader who is gone', () => {
  const gone = (state: ApplicationState, more: Partial<ApplicationFacts> = {}) => facts(state, { leaderGone: 'left', ...more })
  const unsubmitted: ApplicationState[] = ['draft', 'returned', 'withdrawn']
  test('what lies with him is given to another by whoever acts for the unit, and by nobody else', () => {
    for (const state of unsubmitted) {
      expect((Object.keys(actors) as Who[]).filter((who) => why('reassign', gone(state), who) === 'open')).toEqual(['unit', 'authorised'])
      expect(why('reassign', gone(state), 'manager')).toBe('applications.not_yours')
      expect(why('reassign', gone(state, { accountId: 'unit_account-account' }), 'unit')).toBe('applications.own')
    }
  })
  test('not from somebody who is there', () => {
    for (const state of unsubmitted) expect(why('reassign', facts(state), 'unit')).toBe('applications.reassign.leader_here')
    expect(whyNot('reassign', facts('draft'), actors.unit, { now, silentDays: 5 })?.params).toEqual({ leader: '林知远' })
  })
  test('what is under way is returned first; what is above the unit is not its own', () => {
    for (const state of ['department', 'unit'] as const) expect(why('reassign', gone(state), 'unit')).toBe('applications.reassign.under_way')
    for (const state of ['authority', 'bureau', 'accepted', 'not_accepted'] as const) expect(why('reassign', gone(state), 'unit')).toBe(`applications.state.${state}`)
  })
  test('the unit sends back what lies at its department, and passes nothing for it', () => {
    expect(why('return', gone('department'), 'unit')).toBe('open')
    expect(why('pass', gone('department'), 'unit')).toBe('applications.at_department')
    expect(why('return', gone('department'), 'manager')).toBe('open')
    expect(why('return', gone('department'), 'otherUnit')).toBe('applications.at_level')
    const late = { ...open, department: { opensAt: addDays(now, -9), closesAt: addDays(now, -1) } }
    expect(why('return', gone('department', { windows: late }), 'unit')).toBe('open')
    expect(why('return', gone('department', { windows: { ...late, unit: late.department } }), 'unit')).toBe('applications.window.late')
  })
  test('it is taken back like every return, by the unit', () => {
    const decided = { seq: 5, revision: 1, level: 'department', deskId: ids.department, deskName: '软件学院', outcome: 'returned', at: now, by: '周衡', isActed: true, isTouched: false } as const
    expect(why('undo', gone('returned', { decided }), 'unit')).toBe('open')
    expect(why('undo', gone('returned', { decided, version: 6 }), 'unit')).toBe('applications.undo.touched')
  })
})

test('E20 whoever comes second hears who was first', () => {
  const decided = { seq: 5, revision: 1, level: 'unit', deskId: ids.unit, deskName: '渝江示范大学', outcome: 'returned', at: now, by: '周衡', isActed: false, isTouched: false } as const
  expect(whyNot('pass', facts('returned', { decided }), actors.unit, { now, silentDays: 5 })).toMatchObject({ code: 'applications.state.returned', params: { by: '周衡', time: '2026-11-20 11:00' } })
  // The person is told to his own desk alone.
  for (const who of [actors.manager, actors.leader]) expect(whyNot(who === actors.leader ? 'drop' : 'pass', facts('returned', { decided }), who, { now, silentDays: 5 })?.params.by).toBe('渝江示范大学')
})
