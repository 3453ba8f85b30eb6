import type { Lang } from '../../kernel/words.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { callOfVersion } from '../calls/index.ts'
import { contentOf } from '../drafts/index.ts'
import { versionOf } from '../applications/index.ts'
import { printKey, type Printable } from './compose.ts'
import { draftAround, type VersionNamed } from './print-store.ts'

/** A submitted version with everything that was frozen in it; null where there is none. */
export async function submittedPrintable(db: Db, id: string, revision: number): Promise<Printable | null> {
  const version = await versionOf(db, id, revision)
  if (!version) return null
  const { applicationId, title, leaderName, unitName, secondaryUnitName, callCode, callVersion, document, content, number, receivedAt, hash } = version
  return { applicationId, submitted: { revision, number, receivedAt, hash }, title, leaderName, unitName, secondaryUnitName, callCode, callVersion, document, content }
}

/** The draft as it is now, against the call in force; null where it is no more. */
export async function draftPrintable(db: Db, tools: Tools, id: string): Promise<Printable | null> {
  const [draft, content] = [await draftAround(db, id), await contentOf(db, tools, id)]
  if (!draft || !content) return null
  const { callId, ...around } = draft
  return { applicationId: id, submitted: null, ...around, document: await callOfVersion(db, callId, around.callVersion), content }
}

/** The name of the print of a submitted version, without reading what stands in it. */
export const keyOfVersion = ({ applicationId, revision, hash, callVersion }: Pick<VersionNamed, 'applicationId' | 'revision' | 'hash' | 'callVersion'>, lang: Lang, publicUrl: string): string =>
  printKey({ applicationId, callVersion, submitted: { revision, hash }, content: null }, lang, publicUrl)
