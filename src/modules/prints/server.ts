import { addMinutes } from '../../kernel/clock.ts'
import type { Actor } from '../../kernel/actor.ts'
import { refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { lookedAt, receiptKeys } from '../applications/index.ts'
import { isUnsubmitted } from '../applications/state.ts'
import { projectTitle } from '../calls/form/title.ts'
import { printKey, templateVersion } from './compose.ts'
import type { printsContract } from './contract.ts'
import { mostDraftsPerHour, type PrintState } from './fields.ts'
import { draftPrintable, keyOfVersion } from './printable.ts'
import * as store from './print-store.ts'

type Verbs = Handlers<typeof printsContract>
type ReadCall = Pick<Call<unknown, Actor>, 'actor' | 'tools' | 'request'>

/** S2-79: drafts are read by their leader; by his unit until the first submission, from then on it reads what was submitted. */
const mayReadDraft = ({ isOwn, state, revision }: store.Readable): boolean => isUnsubmitted(state) && (isOwn || revision === 0)

/** What would be printed, and under which name; null where the reader may not see it. */
interface Subject {
  key: string
  number: string | null
  title: string
  revision: number | null
  isLatest: boolean
  hash: string | null
}

async function subjectOf({ actor, tools, request }: ReadCall, applicationId: string, revision: number | null): Promise<Subject | null> {
  const application = await store.readable(tools.db, actor, applicationId)
  if (!application) return null
  const { publicUrl } = tools.config
  if (revision === null) {
    if (!mayReadDraft(application)) return null
    const draft = await draftPrintable(tools.db, tools, applicationId)
    return draft && { key: printKey(draft, request.lang, publicUrl), number: null, title: projectTitle(draft.content.values), revision: null, isLatest: true, hash: null }
  }
  const version = (await store.mayReadVersion(tools.db, actor, applicationId, revision)) ? await store.versionNamed(tools.db, applicationId, revision) : null
  return version && { key: keyOfVersion(version, request.lang, publicUrl), number: version.number, title: version.title, revision, isLatest: version.isLatest, hash: version.hash }
}

export const of: Verbs['of'] = async (call) => {
  const { tools, actor, input, request } = call
  const subject = await subjectOf(call, input.applicationId, input.revision)
  if (!subject) return unseen()
  const there = await store.printOfKey(tools.db, subject.key)
  if (there && there.state !== 'waiting') return shown(input.applicationId, subject, there)
  const now = tools.clock.now()
  if (!there && subject.revision === null) {
    const tooMany = await whyNotDraft(tools.db, actor, now)
    if (tooMany) return tooMany
  }
  await store.askFor(tools.db, {
    key: subject.key, application_id: input.applicationId, revision: subject.revision, lang: request.lang, template: templateVersion, is_wanted: true, asked_by: actor.accountId, asked_at: now,
  })
  return shown(input.applicationId, subject, there)
}

async function whyNotDraft(db: Parameters<typeof store.draftsAskedBy>[0], { accountId }: Actor, now: Date): Promise<Refusal | null> {
  const asked = await store.draftsAskedBy(db, accountId, addMinutes(now, -60))
  return asked >= mostDraftsPerHour ? refuse('prints.refused.too_many', { status: 429, params: { most: mostDraftsPerHour } }) : null
}

function shown(applicationId: string, subject: Subject, row: store.PrintRow | undefined) {
  const state = (row?.state ?? 'waiting') as PrintState
  const isMade = state === 'made'
  return { ...subject, state, link: isMade ? `/api/prints/${applicationId}/${subject.key}` : null, pages: row?.pages ?? null, bytes: row?.bytes ?? null }
}

/** D7, E60: whoever fetches the print has read it; its leader sees that. */
async function noteReader({ actor, tools }: ReadCall, applicationId: string): Promise<void> {
  const application = await store.readable(tools.db, actor, applicationId)
  if (application && !application.isOwn) await lookedAt(tools.db, applicationId, actor, tools.clock.now())
}

/** A print of an application for who may read it. */
async function printFor({ actor, tools }: ReadCall, applicationId: string, key: string): Promise<store.PrintRow | null> {
  const application = await store.readable(tools.db, actor, applicationId)
  const row = application && (await store.printOfKey(tools.db, key))
  if (!application || row?.application_id !== applicationId) return null
  const mayRead = row.revision === null ? mayReadDraft(application) : await store.mayReadVersion(tools.db, actor, applicationId, row.revision)
  return mayRead ? row : null
}

export const again: Verbs['again'] = async (call) => {
  const row = await printFor(call, call.input.applicationId, call.input.key)
  if (!row) return unseen()
  if (row.state !== 'failed') return { state: row.state as PrintState }
  await store.askAgain(call.tools.db, row.key)
  return { state: 'waiting' }
}

export const file: Verbs['file'] = async (call) => {
  const { tools, input } = call
  const row = await printFor(call, input.applicationId, input.key)
  if (!row) return unseen()
  await noteReader(call, input.applicationId)
  if (!row.file_key) return refuse('prints.refused.not_ready', { status: 409 })
  const version = row.revision === null ? null : await store.versionNamed(tools.db, row.application_id, row.revision)
  const draft = version ? null : await draftPrintable(tools.db, tools, row.application_id)
  const title = version ? version.title : draft ? projectTitle(draft.content.values) : ''
  const { stream, bytes } = await tools.files.open(row.file_key)
  const first = version ? `${version.number}${version.isLatest ? '' : `-${version.revision}`}` : tools.translate[call.request.lang]('prints.draft')
  return { stream, bytes, contentType: 'application/pdf', name: `${[first, title].filter(Boolean).join(' ')}.pdf`.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, ' ') }
}

export const keys: Verbs['keys'] = async ({ tools }) => ({
  keys: [...(await receiptKeys(tools.db))].map(([kid, { kty = '', crv = '', x = '' }]) => ({ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' })),
})

export const printsHandlers: Verbs = { of, again, file, keys }
