/** What the journal knows of a draft: its members and files. Pure; replaying the events gives the rows. */
export interface MemberTold {
  id: string
  name: string
  phone: string
  task: string
  months: number | null
  state: 'invited' | 'confirmed' | 'declined' | 'withdrawn'
  personId: string | null
  unit: string
  title: string
}
export interface FileTold {
  id: string
  field: string
  name: string
  kind: string
  bytes: number
  sha256: string
  state: 'checking' | 'clean' | 'refused'
  refusal: string | null
  isRemoved: boolean
}
/** Members in the order of the list. */
export interface Told { members: readonly MemberTold[]; files: readonly FileTold[] }

export type DraftEvent =
  | { event: 'member_invited'; memberId: string; name: string; phone: string; task: string; months: number | null }
  | { event: 'member_changed'; memberId: string; task: string; months: number | null }
  | { event: 'member_removed' | 'member_declined' | 'member_left'; memberId: string; personId?: string }
  | { event: 'members_ordered'; memberIds: readonly string[] }
  /** With name, unit and title of that day. */
  | { event: 'member_confirmed'; memberId: string; personId: string; name: string; unit: string; title: string }
  | { event: 'file_attached'; fileId: string; field: string; name: string; kind: string; bytes: number; sha256: string; state: 'checking' | 'clean' }
  | { event: 'file_removed' | 'file_clean'; fileId: string }
  | { event: 'file_refused'; fileId: string; refusal: string }
  | { event: 'copied'; from: string; fields: readonly string[] }

/** Facts that say who somebody is: they go sealed beside the journal. */
export const personal = ['name', 'phone', 'task', 'months', 'unit', 'title'] as const

export const nothingTold: Told = { members: [], files: [] }

const member = (before: Told, id: string, to: Partial<MemberTold>): Told => ({ ...before, members: before.members.map((one) => (one.id === id ? { ...one, ...to } : one)) })
const file = (before: Told, id: string, to: Partial<FileTold>): Told => ({ ...before, files: before.files.map((one) => (one.id === id ? { ...one, ...to } : one)) })

/** Who is not named keeps his place behind the others. */
function ordered(members: readonly MemberTold[], ids: readonly string[]): MemberTold[] {
  const named = ids.flatMap((id) => members.filter((one) => one.id === id))
  return [...named, ...members.filter((one) => !ids.includes(one.id))]
}

/** Members and files after an event. */
export function evolve(before: Told, e: DraftEvent): Told {
  switch (e.event) {
    case 'member_invited': {
      const { name, phone, task, months } = e
      return { ...before, members: [...before.members, { id: e.memberId, name, phone, task, months, state: 'invited', personId: null, unit: '', title: '' }] }
    }
    case 'member_changed': return member(before, e.memberId, { task: e.task, months: e.months })
    case 'member_removed': return member(before, e.memberId, { state: 'withdrawn' })
    case 'member_declined': case 'member_left': return member(before, e.memberId, { state: 'declined', personId: e.personId ?? null })
    case 'member_confirmed': return member(before, e.memberId, { state: 'confirmed', personId: e.personId, name: e.name, unit: e.unit, title: e.title })
    case 'members_ordered': return { ...before, members: ordered(before.members, e.memberIds) }
    case 'file_attached': {
      const { field, name, kind, bytes, sha256, state } = e
      return { ...before, files: [...before.files, { id: e.fileId, field, name, kind, bytes, sha256, state, refusal: null, isRemoved: false }] }
    }
    case 'file_removed': return file(before, e.fileId, { isRemoved: true })
    case 'file_clean': return file(before, e.fileId, { state: 'clean' })
    case 'file_refused': return file(before, e.fileId, { state: 'refused', refusal: e.refusal })
    case 'copied': return before
  }
}
