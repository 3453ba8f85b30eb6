import type { Checked, Finding } from '../../kernel/check.ts'
import { street } from '../../codes/address.ts'
import { creditCode } from '../../codes/credit-code.ts'
import { identityDocumentTypes, upgradeResidentId, type DocumentType } from '../../codes/identity-document.ts'
import { mail } from '../../codes/mail.ts'
import { organisationCode } from '../../codes/organisation-code.ts'
import { legalRepresentative, nameScriptOf, personName, personNameIn } from '../../codes/person-name.ts'
import { mobile } from '../../codes/phone.ts'
import { bareCode } from '../../codes/text.ts'
import { unitName } from '../../codes/unit-name.ts'
import { userName } from '../../codes/user-name.ts'
import { documentOf } from '../people/fields.ts'
import type { Document } from '../people/person.ts'
import { accountKinds, accountStatuses, among, documentNames, type AccountKind, type Cells, type ColumnName } from './columns.ts'
import { unitFactsIn, type OpenUnitFacts, type Today } from './unit-row.ts'

/** A line of the file, judged by itself: every value in canonical form, with the checks and sentences of the forms. */
export interface Found extends Finding {
  field: ColumnName
}

export interface LegacyRow {
  line: number
  kind: AccountKind
  userName: string
  name: string
  mail: string
  /** Older systems have accounts without one. */
  phone: string | null
  /** Of persons; a unit account has none here. */
  document: Document | null
  enabled: boolean
  unit: { name: string; code: string }
  /** What a unit that is not on the platform yet needs, in the line of its account. */
  facts: OpenUnitFacts | null
}

export type JudgedLine = { line: number; kind: AccountKind | null; userName: string } & (
  | { ok: true; row: LegacyRow; factsFound: readonly Found[] }
  | { ok: false; found: readonly (Finding & { field: ColumnName | null })[] }
)

const scientific = /^\d([.,]\d+)?E\+?\d+$/i

/** Marks by which workbooks keep a number as text are no part of it. */
export const cellText = (raw: string): string => raw.replace(/^[\t ]*'(?=[\dA-Za-z])/, '').replace(/^\t+|\t+$/g, '')

/** A number that a workbook has rounded cannot be had back. */
const unrounded = (raw: string, check: (raw: string) => Checked<string>): Checked<string> =>
  scientific.test(raw.trim()) ? { ok: false, code: 'legacy.rounded' } : check(raw)

const byDocumentName = new Map(identityDocumentTypes.items.map((item) => [item.name.normalize('NFKC'), item.code as string]))

/** A kind of document by its name in the list, a short name of older systems, or its code. */
export function documentTypeIn(text: string): string {
  const name = text.normalize('NFKC').trim()
  return byDocumentName.get(name) ?? documentNames[name] ?? name
}

/** C2: the code of the unit: eighteen characters, or the nine of an organisation code from before 2015. */
const unitCode = (raw: string): Checked<string> => {
  const bare = bareCode(raw)
  return bare.ok && bare.value.length === 9 ? organisationCode(raw) : creditCode(raw)
}

function documentIn(cells: Cells): { ok: true; value: Document } | { ok: false; found: Found } {
  const type = documentTypeIn(cells.documentType)
  const raw = cellText(cells.document)
  if (scientific.test(raw.trim())) return { ok: false, found: { field: 'document', code: 'legacy.rounded' } }
  // Numbers from before 1999 have fifteen digits and became eighteen.
  const bare = bareCode(raw)
  const old = type === 'ID' && bare.ok && /^\d{15}$/.test(bare.value) ? upgradeResidentId(raw) : null
  if (old && !old.ok) return { ok: false, found: { field: 'document', code: old.code, ...(old.params && { params: old.params }) } }
  const made = documentOf(type, old?.ok ? old.value : raw)
  if ('code' in made) return { ok: false, found: { ...made, field: made.code === 'document_type.choose' ? 'documentType' : 'document' } }
  return { ok: true, value: made }
}

export function judgeLine(line: number, cells: Cells, today: Today): JudgedLine {
  const found: Found[] = []
  const take = <T>(field: ColumnName, checked: Checked<T>): T | null => {
    if (checked.ok) return checked.value
    found.push({ field, code: checked.code, ...(checked.params && { params: checked.params }) })
    return null
  }
  const text = (field: ColumnName) => cellText(cells[field])
  const kind = among(accountKinds, cells.kind)
  if (!kind) found.push({ field: 'kind', code: 'legacy.kind.choose' })
  const status = among(accountStatuses, cells.status)
  if (!status) found.push({ field: 'status', code: 'legacy.status.choose' })
  const account = take('userName', userName(text('userName')))
  const mailbox = take('mail', mail(text('mail')))
  const phone = text('phone').trim() === '' ? null : take('phone', unrounded(text('phone'), mobile))
  const unit = { name: take('unitName', unitName(text('unitName'))), code: take('unitCode', unrounded(text('unitCode'), unitCode)) }
  const document = kind === 'person' ? documentIn(cells) : null
  if (document && !document.ok) found.push(document.found)
  const name = take('name', document?.ok ? personNameIn(nameScriptOf(document.value.type as DocumentType))(text('name')) : personName(text('name')))
  const said = { line, kind, userName: shown(account ?? text('userName')) }
  if (!kind || !status || !account || !mailbox || !name || !unit.name || !unit.code || found.length > 0) return { ...said, ok: false, found }
  const factsFound: Found[] = []
  const facts = kind === 'unit_account' ? unitFactsIn({
    legalRepresentative: text('legalRepresentative'), legalNature: text('legalNature'), legalType: text('legalType'),
    authority: text('authority'), district: text('district'), address: text('address'),
  }, { legalRepresentative, street }, today, factsFound) : null
  return {
    ...said, ok: true, factsFound,
    row: {
      line, kind, userName: account, name, mail: mailbox, phone, document: document?.ok ? document.value : null,
      enabled: status === 'enabled', unit: { name: unit.name, code: unit.code }, facts,
    },
  }
}

/** A user name as the report repeats it: on one line, without what shows nothing, short. */
const shown = (text: string): string => [...text.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')].slice(0, 40).join('')
