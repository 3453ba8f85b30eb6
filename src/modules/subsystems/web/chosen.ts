import { personStatuses, type PersonStatus } from '../../people/person.ts'

/** A row that was ticked in the unit's list, as it was seen there. */
export interface ChosenPerson {
  id: string
  version: number
  name: string
  userName: string
  status: PersonStatus
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function personIn(value: unknown): ChosenPerson | null {
  if (!isRecord(value)) return null
  const { id, version, name, userName } = value
  const status = personStatuses.find((one) => one === value.status)
  const isWhole = typeof id === 'string' && typeof version === 'number' && typeof name === 'string' && typeof userName === 'string'
  return isWhole && status ? { id, version, name, userName, status } : null
}

/** The people whom the list handed on, in the state of the navigation: names never stand in a link (guards.md, section 5). */
export function chosenIn(state: unknown): ChosenPerson[] {
  const people: unknown = isRecord(state) ? state.people : undefined
  return Array.isArray(people) ? people.flatMap((one) => personIn(one) ?? []).slice(0, 500) : []
}
