import type { Finding } from '../../kernel/check.ts'
import { organisationCodeIn } from '../../codes/credit-code.ts'
import { unitNameForComparison } from '../../codes/unit-name.ts'
import type { ColumnName } from './columns.ts'
import { match, type ConflictReason, type Known, type Traits } from './match.ts'
import type { Found, LegacyRow } from './row.ts'

/**
 * What becomes of the good lines of a file: pure. Unit accounts go first, since they bring the units of the others; within
 * each kind the first line wins, and a later one that speaks of the same person or takes something of hers says which.
 */
export const outcomes = ['ok_new', 'already_there', 'conflict', 'defect'] as const
export type Outcome = (typeof outcomes)[number]

export interface LineFinding extends Finding {
  field: ColumnName | null
}

export interface PlannedLine {
  line: number
  outcome: Outcome
  found: readonly LineFinding[]
}

/** A unit of the platform that bears a code of the file. */
export interface FoundUnit {
  id: string
  creditCode: string
  status: 'active' | 'suspended' | 'dissolved'
  /** Present and past ones. */
  names: readonly string[]
  /** The account that acts for it now. */
  keeper: string | null
}

/** A good line with its comparable forms. */
export interface PlanRow {
  row: LegacyRow
  factsFound: readonly Found[]
  traits: Omit<Traits, 'kind' | 'unit' | 'name'>
}

function pushTo<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const there = lists.get(key)
  if (there) there.push(one)
  else lists.set(key, [one])
}

/** Who is known by any of four signs. */
export class KnownPeople {
  readonly #signs = new Map<string, Known[]>()
  constructor(all: readonly Known[]) {
    for (const one of all) this.add(one)
  }
  add(one: Known): void {
    for (const sign of signsOf(one)) pushTo(this.#signs, sign, one)
  }
  near(row: Omit<Traits, 'kind' | 'unit' | 'name'>): Known[] {
    return [...new Set(signsOf(row).flatMap((sign) => this.#signs.get(sign) ?? []))]
  }
}

const signsOf = (one: Omit<Traits, 'kind' | 'unit' | 'name'>): string[] =>
  [`u ${one.userName}`, one.mail && `m ${one.mail}`, one.phone && `p ${one.phone}`, one.document && `d ${one.document}`].filter((sign): sign is string => !!sign)

const fieldOf: Record<ConflictReason, ColumnName> = {
  vouched_elsewhere: 'document', document: 'document', document_waiting: 'document', user_name: 'userName', mail: 'mail', phone: 'phone', several: 'name',
}

export interface Plan {
  lines: PlannedLine[]
  /** Lines that become accounts, with the unit of each: an id, or the code of one in `newUnits`. */
  accounts: { row: LegacyRow; unit: { id: string } | { code: string } }[]
  newUnits: LegacyRow[]
}

type Place = { key: string; unit: { id: string } | { code: string } } | { found: LineFinding; outcome?: 'defect'; more?: readonly LineFinding[] }

export function planOf(rows: readonly PlanRow[], facts: { units: readonly FoundUnit[]; people: readonly Known[] }): Plan {
  const people = new KnownPeople(facts.people)
  const byCode = new Map<string, FoundUnit>()
  const byOrganisation = new Map<string, FoundUnit[]>()
  // The active one of a code counts; of those that have ended the last will do to say so.
  for (const unit of [...facts.units].sort((a, b) => Number(a.status === 'active') - Number(b.status === 'active'))) byCode.set(unit.creditCode, unit)
  for (const unit of byCode.values()) pushTo(byOrganisation, organisationCodeIn(unit.creditCode), unit)

  /** The first line that says everything of a unit, units that this file brings, and the lines that could not bring theirs. */
  const sponsors = new Map<string, LegacyRow>()
  for (const { row } of rows) if (row.facts && row.unit.code.length === 18 && !sponsors.has(row.unit.code)) sponsors.set(row.unit.code, row)
  const brought = new Set<string>()
  /** The codes of `brought` by the old code within each. */
  const broughtByOrganisation = new Map<string, string[]>()
  const failed = new Map<string, number>()
  /** First line of an account that is there, and of a unit's account. */
  const claimed = new Map<string, number>()
  const kept = new Map<string, number>()
  const plan: Plan = { lines: [], accounts: [], newUnits: [] }

  /** 'legacy.conflict.mail', or with the line of this file that it collides with. */
  const because = (field: ColumnName, reason: string, line?: number): LineFinding =>
    line === undefined ? { field, code: `legacy.conflict.${reason}` } : { field, code: `legacy.conflict.${reason}.line`, params: { line } }

  const codeOf = (raw: string): string => {
    if (raw.length !== 9) return raw
    // C2: an old code stands for the unit whose credit code holds it.
    const there = (byOrganisation.get(raw) ?? []).filter((unit) => unit.status === 'active')
    if (there.length === 1 && there[0]) return there[0].creditCode
    const inFile = broughtByOrganisation.get(raw) ?? []
    return inFile.length === 1 && inFile[0] ? inFile[0] : raw
  }
  const sameName = (a: string, b: string) => unitNameForComparison(a) === unitNameForComparison(b)

  function placeOf({ row, factsFound }: PlanRow): Place {
    const code = codeOf(row.unit.code)
    const unit = byCode.get(code)
    const sponsor = sponsors.get(code)
    if (unit) {
      if (unit.status !== 'active') return { found: because('unitCode', `unit_${unit.status}`) }
      const isItsName = (name: string) => unit.names.some((one) => sameName(one, name))
      if (!isItsName(row.unit.name)) return { found: because('unitName', 'unit_name', sponsor && isItsName(sponsor.unit.name) ? sponsor.line : undefined) }
      return { key: unit.id, unit: { id: unit.id } }
    }
    if (code.length === 9) return { found: because('unitCode', 'unit_old_code') }
    if (row.kind === 'person' && !brought.has(code)) return { found: failed.has(code) ? because('unitCode', 'unit_failed', failed.get(code)) : because('unitCode', 'unit_unknown') }
    if (!sponsor) return { found: factsFound[0] ?? because('unitCode', 'unit_unknown'), more: factsFound.slice(1), outcome: 'defect' }
    if (!sameName(sponsor.unit.name, row.unit.name)) return { found: because('unitName', 'unit_name', sponsor.line) }
    return { key: `new ${code}`, unit: { code } }
  }

  function decide(one: PlanRow): PlannedLine {
    const { row } = one
    const { line } = row
    const refused = (found: LineFinding, outcome: Outcome = 'conflict', more: readonly LineFinding[] = []): PlannedLine => {
      if (row.kind === 'unit_account' && !brought.has(row.unit.code) && !byCode.has(row.unit.code) && !failed.has(row.unit.code)) failed.set(row.unit.code, line)
      return { line, outcome, found: [found, ...more] }
    }
    const place = placeOf(one)
    if ('found' in place) return refused(place.found, place.outcome, place.more)
    const traits: Traits = { ...one.traits, kind: row.kind, name: row.name, unit: place.key }
    const found = match(traits, people.near(one.traits))
    if (found.is === 'conflict') return refused(because(fieldOf[found.reason], found.reason, lineOf(found.with)))
    if (found.is === 'same') {
      const first = lineOf(found.as)
      if (first !== undefined) return refused(because('userName', 'repeated', first))
      claimed.set(found.as.id, line)
      // What else the line says of this account is no other line's either.
      people.add({ ...traits, id: found.as.id, vouched: found.as.vouched })
      if (row.kind === 'unit_account') kept.set(place.key, line)
      return { line, outcome: 'already_there', found: [] }
    }
    if (row.kind === 'unit_account') {
      const first = kept.get(place.key)
      if (first !== undefined) return refused(because('unitCode', 'unit_has_account', first))
      if ('id' in place.unit && keeperOf(place.unit.id)) return refused(because('unitCode', 'unit_has_account'))
      kept.set(place.key, line)
    }
    if ('code' in place.unit && !brought.has(place.unit.code)) {
      brought.add(place.unit.code)
      pushTo(broughtByOrganisation, organisationCodeIn(place.unit.code), place.unit.code)
      plan.newUnits.push(sponsors.get(place.unit.code) ?? row)
    }
    people.add({ ...traits, id: `line ${line}`, vouched: row.kind === 'person' })
    plan.accounts.push({ row, unit: place.unit })
    return { line, outcome: 'ok_new', found: [] }
  }

  const lineOf = (known: Known): number | undefined => (known.id.startsWith('line ') ? Number(known.id.slice(5)) : claimed.get(known.id))
  const keepers = new Map(facts.units.map((unit) => [unit.id, unit.keeper]))
  const keeperOf = (unitId: string) => keepers.get(unitId) ?? null

  // Old codes last among the unit accounts: the unit they mean may stand further down under its whole code.
  const turn = ({ row }: PlanRow) => (row.kind === 'person' ? 2 : row.unit.code.length === 9 ? 1 : 0)
  for (const one of [...rows].sort((a, b) => turn(a) - turn(b) || a.row.line - b.row.line)) plan.lines.push(decide(one))
  plan.lines.sort((a, b) => a.line - b.line)
  return plan
}
