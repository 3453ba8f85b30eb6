import { Button } from 'antd'
import { useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { fieldId } from '../../../web/ui/field-id.ts'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import type { FieldOf } from '../../calls/form/definition.ts'
import { memberTones } from '../../calls/web/parts.ts'
import { draftsContract } from '../contract.ts'
import { useDraft, type DraftOpened } from './draft-context.ts'
import { MemberDialog } from './member-dialog.tsx'

export type Member = DraftOpened['members'][number]

/** 项目参与人 (E59): who is invited, who has confirmed in his own account, and whether he can take part; nothing of why not (N22). */
export function Members({ field, isClosed }: { field: FieldOf<'members'>; isClosed: boolean }) {
  const t = useWords()
  const { id, members } = useDraft()
  const [open, setOpen] = useState<'new' | Member | null>(null)
  const [removing, remove] = useState<Member | null>(null)
  const order = useDeed(draftsContract.orderMembers)
  const change = useDeed(draftsContract.removeMember)
  const on = members.filter(({ state }) => state !== 'declined')
  const move = (at: number, by: -1 | 1) => {
    const ids = members.map((one) => one.id)
    const [one] = ids.splice(at, 1)
    if (one) ids.splice(at + by, 0, one)
    void order.do({ id, memberIds: ids })
  }
  return (
    <div className="draft-members">
      {members.length === 0 && <p className="quiet">{t('drafts.members.empty')}</p>}
      {members.length > 0 && (
        <ol>
          {members.map((one, i) => (
            <li key={one.id}>
              <div className="member-head"><b>{one.name}</b><StateTag tone={memberTones[one.state]} word={t(`calls.member.${one.state}`)} /></div>
              <p className="member-facts">
                {[one.unit, one.title, one.phone].filter(Boolean).map((fact) => <span key={fact}>{fact}</span>)}
                <span>{t('drafts.members.task', { task: one.task || '—' })}</span>
                <span>{one.months === null ? t('drafts.members.months.none') : t('drafts.members.months', { n: one.months })}</span>
              </p>
              <p className="hint">{t(`drafts.members.what.${one.state}`, { name: one.name })}</p>
              {!isClosed && (
                <p className="row-deeds">
                  <button type="button" className="link" onClick={() => setOpen(one)}>{t('drafts.members.change')}<span className="sr"> {one.name}</span></button>
                  <button type="button" className="link" onClick={() => remove(one)}>{t(one.state === 'invited' ? 'drafts.members.withdraw' : 'drafts.members.remove')}<span className="sr"> {one.name}</span></button>
                  {i > 0 && <button type="button" className="link" disabled={order.busy} onClick={() => move(i, -1)}>{t('drafts.members.up')}<span className="sr"> {one.name}</span></button>}
                  {i < members.length - 1 && <button type="button" className="link" disabled={order.busy} onClick={() => move(i, 1)}>{t('drafts.members.down')}<span className="sr"> {one.name}</span></button>}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      {isClosed ? <span id={fieldId(field.id)} tabIndex={-1} /> : (
        <p className="table-deeds">
          <Button id={fieldId(field.id)} disabled={on.length >= field.most} onClick={() => setOpen('new')}>{t('drafts.members.invite')}</Button>
          <span className="quiet">{t('drafts.members.count', { n: on.length, most: field.most })}</span>
        </p>
      )}
      {open && <MemberDialog draft={id} member={open === 'new' ? null : open} close={() => setOpen(null)} />}
      {removing && (
        <ConfirmDialog
          open undo={false} title={t(removing.state === 'invited' ? 'drafts.members.withdraw.title' : 'drafts.members.remove.title', { name: removing.name })}
          verb={t(removing.state === 'invited' ? 'drafts.members.withdraw' : 'drafts.members.remove')} danger close={() => remove(null)}
          act={() => change.do({ id, memberId: removing.id })}
        >
          <p>{t(removing.state === 'invited' ? 'drafts.members.withdraw.text' : 'drafts.members.remove.text', { name: removing.name })}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
