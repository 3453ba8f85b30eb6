import { describe, expect, it } from 'vitest'
import { frozenBy, lockedBy, whyNotWrite } from './draft.ts'
import { whatFits } from './files.ts'
import { answered } from './answer.ts'
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
