import { createHash } from 'node:crypto'
import { minuteOf, secondOf } from '../../kernel/clock.ts'
import type { CallDocument } from '../calls/document.ts'
import { canonicalJson } from '../calls/form/canonical.ts'
import { checkCounts } from '../calls/form/check-counts.ts'
import { checkContent } from '../calls/form/check.ts'
import type { Content } from '../calls/form/definition.ts'
import { projectTitle } from '../calls/form/title.ts'
import { chaptersOf } from './blocks.ts'
import type { Fact, Print } from './print.ts'
import type { Pictures } from './rich-print.ts'
import { said } from '../calls/said.ts'
import type { Speech } from './value-print.ts'

/** Counts up with every change of the template or of what it is given: prints of before are made anew when they are asked for. */
export const templateVersion = 2

/** What is printed: a version as it was frozen, or a draft as it stands now. */
export interface Printable {
  applicationId: string
  /** null of a draft. */
  submitted: { revision: number; number: string; receivedAt: Date; hash: string } | null
  title: string
  leaderName: string
  unitName: string
  secondaryUnitName: string | null
  callCode: string
  callVersion: number
  document: CallDocument
  content: Content
}

/** What names a print: a version by its number and digest, a draft by everything in it. */
export interface Named {
  applicationId: string
  submitted: { revision: number; hash: string } | null
  callVersion: number
  content: Content | null
}

/** One name for everything that a print says: the same name, the same file (E63). */
export function printKey({ applicationId, submitted, callVersion, content }: Named, lang: string, publicUrl: string): string {
  const what = submitted ? { revision: submitted.revision, hash: submitted.hash } : content
  return createHash('sha256').update(canonicalJson({ applicationId, template: templateVersion, lang, publicUrl, callVersion, what })).digest('hex')
}

export const verifyPath = (hash: string): string => `/verify/${hash}`
const inGroups = (hash: string) => hash.match(/.{1,16}/g)?.join(' ') ?? hash

/** Everything that stands in the file, out of what was frozen alone (E63). */
export function printOf(of: Printable, speech: Speech, { platform, publicUrl, pictures, now }: { platform: string; publicUrl: string; pictures: Pictures; now: Date }): Print {
  const { lang, t } = speech
  const { submitted, document, content } = of
  const title = projectTitle(content.values) || of.title || t('prints.untitled')
  const call = said(document.title, lang)
  const number = submitted?.number ?? ''
  const hash = submitted?.hash ?? ''
  return {
    lang, title: `${title}${number ? ` (${number})` : ''}`, author: of.leaderName, keywords: [of.callCode, ...(hash ? [hash] : [])],
    watermark: submitted ? null : t('prints.draft'),
    qr: submitted !== null, verify: submitted ? publicUrl + verifyPath(hash) : '', hash: inGroups(hash),
    cover: { platform, kind: t('prints.kind'), call, rows: coverRows(of, title, speech), note: submitted ? '' : t('prints.draft_note', { time: minuteOf(now) }) },
    running: { left: call, right: number || t('prints.draft') },
    foot: submitted ? [number, t('prints.foot', { revision: submitted.revision, hash: hash.slice(0, 16) })] : [t('prints.draft_note', { time: minuteOf(now) })],
    words: {
      page: t('prints.page'), qr: t('prints.qr'), verify: t('prints.verify'), hash: t('prints.hash'), contents: t('prints.contents'), nr: t('calls.fill.nr'), sum: t('calls.fill.sum'),
    },
    chapters: [...chaptersOf(document.form, content, speech, pictures), { title: t('prints.check'), blocks: [{ kind: 'facts', rows: checkRows(of, speech) }] }],
  }
}

function coverRows({ submitted, leaderName, unitName, secondaryUnitName, document, callCode }: Printable, title: string, { lang, t }: Speech): Fact[] {
  return [
    ...(submitted ? [{ label: t('prints.number'), value: submitted.number }] : []),
    { label: t('prints.name'), value: title },
    { label: t('prints.category'), value: said(document.category, lang) },
    { label: t('prints.unit'), value: unitName },
    ...(secondaryUnitName ? [{ label: t('prints.secondary_unit'), value: secondaryUnitName }] : []),
    { label: t('prints.leader'), value: leaderName },
    { label: t('prints.call'), value: callCode },
    ...(submitted ? [{ label: t('prints.submitted_at'), value: t('prints.at_of_version', { time: secondOf(submitted.receivedAt), revision: submitted.revision }) }] : []),
  ]
}

/** N15: what the rule set of that version of the call says. */
function checkRows({ document, content, callVersion }: Printable, { t }: Speech): Fact[] {
  const { all, passed, warned } = checkCounts(document.form, content, checkContent(document, content))
  return [
    { label: t('prints.check.result'), value: t('prints.check.passed', { all, passed, version: callVersion }) },
    ...(warned > 0 ? [{ label: t('prints.check.warnings'), value: t('prints.check.warnings.n', { n: warned }) }] : []),
  ]
}
