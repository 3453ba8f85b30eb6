import { describe, expect, it } from 'vitest'
import { frozenBy, lockedBy, whyNotWrite } from './draft.ts'
import { whatFits } from './files.ts'
import { answered } from './answer.ts'
import { closingOf, handInUntil } from './hand-in.ts'
import { nameKey } from './invited-store.ts'
import { memberSealed, phoneColumns } from './member-store.ts'
import { makeKeyring } from '../../platform/seal/keyring.ts'
import { form } from '../../../checks/draft-stage.ts'

const free = { lock: 'open', marks: [], person: 'enabled', unitIsActive: true, isOpenToHim: true } as const
const field = (id: string) => form.tabs.flatMap((tab) => tab.fields).find((one) => one.id === id)

describe('who may write on a draft', () => {
  it('E39 D18 everything while it is open, what was marked after a return, nothing while it is under way', () => {
    expect(whyNotWrite(free, 'title')).toBeNull()
    const marked = { ...free, lock: 'marked', marks: ['title', 'proof'] } as const
    expect([lockedBy(marked, 'title'), lockedBy(marked, 'proof')]).toEqual([null, null])
    expect(lockedBy(marked, 'funds')).toMatchObject({ code: 'drafts.not_marked', status: 409 })
    expect(lockedBy({ lock: 'locked', marks: [] }, 'title')).toMatchObject({ code: 'drafts.locked' })
  })

  it('E10 E11 frozen with the reason, before anything is said of locks', () => {
    expect(frozenBy(free)).toBeNull()
    expect(whyNotWrite({ ...free, lock: 'locked', person: 'disabled' }, 'title')).toMatchObject({ code: 'drafts.frozen.disabled' })
    expect(frozenBy({ ...free, unitIsActive: false })).toMatchObject({ code: 'drafts.frozen.unit' })
    expect(frozenBy({ ...free, isOpenToHim: false })).toMatchObject({ code: 'drafts.frozen.module' })
    expect(frozenBy({ ...free, person: 'new' })).toBeNull()
  })
})

describe('E59 an invitation is answered by whom it is for', () => {
  const answers = ['confirm', 'decline', 'leave'] as const
  it('until the application is under way, and each answer once', () => {
    const said = (state: 'invited' | 'confirmed' | 'declined') => answers.map((answer) => {
      const to = answered({ state, lock: 'open' }, answer)
      return typeof to === 'string' ? to : to.code
    })
    expect(said('invited')).toEqual(['confirmed', 'declined', 'drafts.invitation.answered'])
    expect(said('confirmed')).toEqual(['drafts.invitation.answered', 'drafts.invitation.answered', 'declined'])
    expect(said('declined')).toEqual(['drafts.invitation.answered', 'drafts.invitation.answered', 'drafts.invitation.answered'])
    for (const answer of answers) expect(answered({ state: 'invited', lock: 'locked' }, answer)).toMatchObject({ code: 'drafts.invitation.under_way' })
    expect(answered({ state: 'confirmed', lock: 'marked' }, 'leave')).toBe('declined')
  })

  it('a name is the same whatever its case, width and spaces', () => {
    expect(nameKey('Anna  Maria Ｌee')).toBe(nameKey('anna maria lee'))
    expect(nameKey('林知远')).not.toBe(nameKey('林知达'))
  })
})

describe('E53 E55 until when a leader can hand in', () => {
  const at = (day: number, second = 0) => new Date(Date.UTC(2026, 11, day, 10, 0, second))
  const window = (closes: number) => [{ level: 'leader', nth: 1, opensAt: at(1), closesAt: at(closes), begunBefore: null, reason: '', movedAt: at(1) }] as const
  const draft = (correctUntil: Date | null, isCallWithdrawn = false) => ({ begunAt: at(2), correctUntil, isCallWithdrawn })

  it('the later one of his window and the correction, whichever began first', () => {
    expect(closingOf(at(10), null)).toEqual({ at: at(10), kind: 'window' })
    expect(closingOf(at(10), at(15))).toEqual({ at: at(15), kind: 'correction' })
    expect(closingOf(at(20), at(15))).toEqual({ at: at(20), kind: 'window' })
    expect(closingOf(null, null)).toBeNull()
  })

  it('null once it is over: the closing second of a window counts, the end of a correction does not; never in a call that was withdrawn', () => {
    expect([handInUntil(draft(null), window(10), at(10)), handInUntil(draft(null), window(10), at(10, 1))]).toEqual([at(10), null])
    expect([handInUntil(draft(at(15)), window(10), at(14)), handInUntil(draft(at(15)), window(10), at(15))]).toEqual([at(15), null])
    expect(handInUntil(draft(at(15)), window(20), at(16))).toEqual(at(20))
    expect(handInUntil(draft(at(15), true), window(20), at(12))).toBeNull()
  })
})

describe('what a field takes', () => {
  it('of attachments their types and sizes; of a text pictures; of everything else nothing', () => {
    expect(whatFits(field('proof'))).toMatchObject({ kinds: ['pdf', 'jpg', 'png'], maxBytes: 1_048_576, most: 2, isPicture: false })
    expect(whatFits(field('aims'))).toMatchObject({ kinds: ['jpg', 'png'], shownMost: 2, isPicture: true })
    for (const id of ['title', 'members', 'budget', 'promise', 'nowhere']) expect(whatFits(field(id))).toBeNull()
  })
})

it('E59 a change of keys gives the number of a member the blind index that the number of an account gets', () => {
  const keyring = makeKeyring([{ id: 'test', secret: Buffer.alloc(32, 1) }], 'aes')
  const columns = phoneColumns(keyring, '16412345678')
  const [sealed] = memberSealed
  const [blind] = sealed?.blind ?? []
  expect(columns.phone_blind).toBe(keyring.blind('16412345678', 'phone'))
  expect(blind && keyring.blind(blind.of(keyring.open(columns.phone, sealed?.context ?? '')) ?? '', blind.context)).toBe(columns.phone_blind)
})
