import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import type { CallDocument } from '../calls/document.ts'
import type { Field, FieldOf } from '../calls/form/definition.ts'
import { callOfVersion } from '../calls/index.ts'

/** The document of a call with its fields at hand. */
export interface FormOfCall {
  document: CallDocument
  field(id: string): Field | undefined
}

const most = 40
/** Published versions never change: what was read once stays right. By database, for tests have many. */
const kept = new WeakMap<Db, Map<string, FormOfCall>>()

const made = (document: CallDocument): FormOfCall => {
  const fields = new Map(document.form.tabs.flatMap((tab) => tab.fields).map((field) => [field.id, field]))
  return { document, field: (id) => fields.get(id) }
}

/** The form of a published version, read once per process, in whatever transaction it is asked for first. */
export async function formOfCall(db: Db, tools: Pick<Tools, 'db'>, { callId, callVersion: version }: { callId: string; callVersion: number }): Promise<FormOfCall> {
  const forms = kept.get(tools.db) ?? new Map<string, FormOfCall>()
  kept.set(tools.db, forms)
  const key = `${callId} ${version}`
  const known = forms.get(key)
  if (known) return known
  const form = made(await callOfVersion(db, callId, version))
  if (forms.size >= most) forms.delete(forms.keys().next().value ?? '')
  forms.set(key, form)
  return form
}

/** 项目参与人, where the form asks for them. */
export const membersFieldOf = ({ document }: FormOfCall): FieldOf<'members'> | null =>
  document.form.tabs.flatMap((tab) => tab.fields).find((field): field is FieldOf<'members'> => field.kind === 'members') ?? null
