import { use, type ReactNode } from 'react'
import { fieldId } from '../../../../web/ui/field-id.ts'
import { StateTag, type Tone } from '../../../../web/ui/state-tag.tsx'
import { sizeInWords } from '../../../../web/ui/size.ts'
import { useWords } from '../../../../web/words.ts'
import type { Content, Field, FieldOf, FieldValue, FileShown, MemberShown, Period, RichDocument } from '../../form/definition.ts'
import { shownNumber } from './amount.ts'
import { useCodeList } from './code-list.ts'
import { differs, partsAgainst } from './differing.ts'
import { FormPartsContext } from './parts.ts'
import { drawn, RichShown } from './rich-shown.tsx'
import { useSaid } from './said.ts'
import { TableShown } from './table-shown.tsx'
import './form.css'

const dash = <span className="quiet">—</span>
const isPeriod = (value: FieldValue | undefined): value is Period => typeof value === 'object' && value !== null && 'from' in value
const isTree = (value: FieldValue | undefined): value is RichDocument => typeof value === 'object' && value !== null && 'type' in value

/**
 * One field to be read, of whatever kind. With `before` (the version it is compared with) what differs is marked old -> new;
 * `remark`: a reason at the field; `deed`: what a desk can do with it (mark it for correction).
 */
export function FieldShown({ field, content, before, remark, deed }: { field: Field; content: Content; before?: Content | undefined; remark?: ReactNode; deed?: ReactNode }) {
  const t = useWords()
  const said = useSaid()
  if (field.kind === 'note') return <NoteShown field={field} />
  const changed = before !== undefined && differs(field, before, content)
  return (
    <section className={`field-shown of-${field.kind}${changed ? ' changed' : ''}${remark ? ' remarked' : ''}`} id={fieldId(field.id)} tabIndex={-1} data-field={field.id} aria-label={said(field.label)}>
      <p className="label"><span>{said(field.label)}</span>{changed && <StateTag tone="warn" word={t('calls.shown.changed')} />}{deed}</p>
      {remark && <div className="field-remark">{remark}</div>}
      <ValueShown field={field} content={content} before={changed ? before : undefined} />
    </section>
  )
}

export function NoteShown({ field }: { field: FieldOf<'note'> }) {
  const said = useSaid()
  return <div className="form-note"><p className="notice-title">{said(field.label)}</p><p>{said(field.text)}</p></div>
}

/** What stands in a field, without its label. `before`: marked old -> new, each kind in its own way. */
export function ValueShown({ field, content, before }: { field: Exclude<Field, { kind: 'note' }>; content: Content; before?: Content | undefined }) {
  switch (field.kind) {
    case 'table': return <TableShown field={field} content={content} before={before} />
    case 'members': return <MembersShown members={content.members} before={before?.members} />
    case 'files': return <FilesShown files={filesOf(field, content)} before={before && filesOf(field, before)} />
    case 'rich': {
      const [tree, old] = [treeOf(field, content), before && treeOf(field, before)]
      if (before === undefined) return tree ? <RichShown of={tree} /> : dash
      return <div className="rich">{partsAgainst(old ?? null, tree).map(({ node, how }, i) => (how === 'same' ? drawn(node, i) : how === 'added' ? <ins key={i} className="block">{drawn(node, i)}</ins> : <del key={i} className="block">{drawn(node, i)}</del>))}</div>
    }
    default: {
      if (before === undefined) return <div className="value"><Plain field={field} content={content} /></div>
      return <div className="value"><del><Plain field={field} content={before} /></del> <span aria-hidden="true">→</span> <ins><Plain field={field} content={content} /></ins></div>
    }
  }
}

const treeOf = (field: FieldOf<'rich'>, content: Content) => {
  const value = content.values[field.id]
  return isTree(value) ? value : null
}
const filesOf = (field: FieldOf<'files'>, content: Content) => content.files.filter((file) => file.fieldId === field.id)

type PlainKind = Exclude<Field, { kind: 'note' | 'table' | 'members' | 'files' | 'rich' }>

function Plain({ field, content }: { field: PlainKind; content: Content }) {
  const t = useWords()
  const said = useSaid()
  const value = content.values[field.id]
  switch (field.kind) {
    case 'fact': return content.facts[field.of] || dash
    case 'text':
    case 'date': return typeof value === 'string' && value ? <span className="given">{value}</span> : dash
    case 'number': return typeof value === 'number' ? <>{shownNumber(value, 'number', field.decimals)}{field.unit && ` ${said(field.unit)}`}</> : dash
    case 'money': return typeof value === 'number' ? <>{shownNumber(value, 'money')}{!said(field.label).includes(t('calls.fill.wan')) && ` ${t('calls.fill.wan')}`}</> : dash
    case 'period': return isPeriod(value) ? t('calls.shown.period', { from: value.from || '—', to: value.to || '—' }) : dash
    case 'choice': {
      const option = field.options.find((one) => one.value === value)
      return option ? said(option.label) : dash
    }
    case 'choices': {
      const chosen = field.options.filter((one) => Array.isArray(value) && value.some((each) => each === one.value))
      return chosen.length > 0 ? chosen.map((one) => said(one.label)).join(t('calls.shown.and')) : dash
    }
    case 'code': return typeof value === 'string' && value ? <Code list={field.list} code={value} /> : dash
    case 'yesno': return typeof value === 'boolean' ? t(value ? 'calls.fill.yes' : 'calls.fill.no') : dash
    case 'commitment': return <>{t(value === true ? 'calls.shown.committed' : 'calls.shown.not_committed')}<span className="hint commitment-text">{said(field.text)}</span></>
  }
}

const Code = ({ list, code }: { list: string; code: string }) => <>{useCodeList(list).nameOf(code)}</>

export const memberTones: Readonly<Record<MemberShown['state'], Tone>> = { invited: 'warn', confirmed: 'good', declined: 'still', full: 'bad' }

function MembersShown({ members, before }: { members: readonly MemberShown[]; before?: readonly MemberShown[] | undefined }) {
  const t = useWords()
  const gone = (before ?? []).filter((old) => !members.some((one) => one.id === old.id))
  if (members.length === 0 && gone.length === 0) return dash
  const line = (one: MemberShown, how: 'gone' | 'new' | 'same') => (
    <li key={one.id} className={how}>
      <b>{how === 'gone' ? <del>{one.name}</del> : how === 'new' ? <ins>{one.name}</ins> : one.name}</b>
      <span>{[one.unit, one.title, one.task, one.months === null ? '' : t('calls.shown.months', { n: one.months })].filter(Boolean).join(t('calls.shown.comma'))}</span>
      <StateTag tone={memberTones[one.state]} word={t(`calls.member.${one.state}`)} />
    </li>
  )
  return <ul className="members-shown">{members.map((one) => line(one, before && !before.some((old) => old.id === one.id) ? 'new' : 'same'))}{gone.map((one) => line(one, 'gone'))}</ul>
}

function FilesShown({ files, before }: { files: readonly FileShown[]; before?: readonly FileShown[] | undefined }) {
  const t = useWords()
  const { open } = use(FormPartsContext)
  const gone = (before ?? []).filter((old) => !files.some((one) => one.sha256 === old.sha256))
  if (files.length === 0 && gone.length === 0) return dash
  return (
    <ul className="files-shown">
      {files.map((file) => {
        const name = before && !before.some((old) => old.sha256 === file.sha256) ? <ins>{file.name}</ins> : file.name
        return (
          <li key={file.id}>
            {open && file.state === 'clean' ? <button type="button" className="link" onClick={() => open(file)}>{name}</button> : <span>{name}</span>}
            <span className="quiet">{[sizeInWords(file.bytes), file.pages === null ? '' : t('calls.shown.pages', { n: file.pages })].filter(Boolean).join(' · ')}</span>
            {file.state !== 'clean' && <StateTag tone={file.state === 'refused' ? 'bad' : 'warn'} word={t(`calls.file.${file.state}`)} />}
          </li>
        )
      })}
      {gone.map((file) => <li key={file.id}><del>{file.name}</del></li>)}
    </ul>
  )
}
