import { Button, Form } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { afterPointer } from '../../../web/after-pointer.ts'
import { useServerForm, useUnsentGuard } from '../../../web/server-form.ts'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { LeaveGuard } from '../../../web/ui/leave-guard.tsx'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle } from '../../../web/ui/page-title.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitProfilesContract } from '../contract.ts'
import { BankPart } from './bank-part.tsx'
import { draftOf, forgetDraft, keepDraft } from './draft.ts'
import { ContactPart, NaturePart, PlacePart, RegistryPart } from './form-parts.tsx'
import { judged, odditiesOf, ownChanges, valuesOf } from './form-values.ts'
import type { ShownProfile } from './shown.ts'

interface Props {
  profile: ShownProfile
  again: () => void
  close: () => void
  done: (sentence: string) => void
}

/**
 * 维护单位信息 (S2-23). Values and version are held as they were read, so that a change made in another window is told and
 * not written over (I8); what was typed is then laid over the newer state. Public facts outlive a reload (D23).
 */
export function EditProfile({ profile: newest, ...rest }: Props) {
  const [held, hold] = useState(newest)
  const [carried, carry] = useState<Record<string, unknown>>(() => draftOf(sessionStorage, newest.unit.id) ?? {})
  const [isRestored, restored] = useState(() => Object.keys(carried).length > 0)
  const [round, setRound] = useState(0)
  const begin = (typed: Record<string, unknown>) => {
    hold(newest)
    carry(typed)
    setRound(round + 1)
  }
  const discard = () => {
    forgetDraft(sessionStorage, newest.unit.id)
    restored(false)
    begin({})
  }
  return (
    <ProfileForm
      key={round} profile={held} isStale={held.version !== newest.version || held.bank?.id !== newest.bank?.id} carried={carried} isRestored={isRestored}
      reload={(typed) => (restored(false), begin(typed))} discard={discard} {...rest}
    />
  )
}

function ProfileForm({ profile: p, isStale, carried, isRestored, reload, discard, again, close, done }: Omit<Props, 'profile'> & {
  profile: ShownProfile
  /** Somebody saved meanwhile. */
  isStale: boolean
  carried: Record<string, unknown>
  isRestored: boolean
  reload: (typed: Record<string, unknown>) => void
  discard: () => void
}) {
  const t = useWords()
  const lang = useLang()
  const [initial] = useState(() => valuesOf(p))
  const [changing, change] = useState(p.bank === null || 'bank' in carried)
  const [refusedStale, setRefusedStale] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const form = useServerForm(unitProfilesContract.changeUnitProfile, {
    initial: { ...initial, ...carried },
    fixed: { version: p.version, bankSeen: p.bank?.id ?? null },
    shape: (typed) => ({ ...typed, bank: changing && !p.pendingBank ? typed.bank : null }),
    refused: (refusal) => {
      if (refusal.code !== 'overtaken') return false
      setRefusedStale(true)
      again()
      scrollTo({ top: 0 })
      return true
    },
    done: (saved) => {
      forgetDraft(sessionStorage, p.unit.id)
      done(t(outcomeOf(saved, p.version)))
    },
  })
  const values = Form.useWatch([], form.store) as Record<string, unknown> | undefined
  const typed = () => ownChanges(form.store.getFieldsValue(true) as Record<string, unknown>, initial)
  const isDirty = form.dirty || Object.keys(carried).length > 0
  useUnsentGuard(isDirty)

  useEffect(() => {
    if (!form.dirty || !values) return
    const timer = setTimeout(() => keepDraft(sessionStorage, p.unit.id, ownChanges(values, initial)), 400)
    return () => clearTimeout(timer)
  }, [values, form.dirty, p.unit.id, initial])

  /** What looks odd, on leaving a field: said beside it, never in the way. */
  const judge = () => {
    const found = odditiesOf(form.store.getFieldsValue(true) as Record<string, unknown>, { name: p.unit.name, province: p.unit.province?.code ?? null, district: p.unit.district?.code ?? null }, changing)
    for (const field of judged) {
      const odd = found.find((one) => one.field === field)
      form.warn(field, odd ? t(odd.code, odd.params) : null)
    }
  }
  const latest = useRef(judge)
  latest.current = judge
  useEffect(() => latest.current(), [lang, changing])

  const cancel = () => (isDirty ? setLeaving(true) : close())
  const leave = async () => {
    forgetDraft(sessionStorage, p.unit.id)
    close()
    return { ok: true, value: null } as const
  }
  const isOvertaken = isStale || refusedStale
  return (
    <>
      <PageTitle title={t('unitProfiles.maintain')} lead={t('unitProfiles.edit.lead')} />
      {isOvertaken && (
        <Notice tone="warn" live title={t('unitProfiles.overtaken.title')}>
          <p>{t('unitProfiles.overtaken.text')}</p>
          <p className="deeds"><Button onClick={() => reload(typed())}>{t('web.overtaken.reload')}</Button></p>
        </Notice>
      )}
      {isRestored && <Notice live>{t('unitProfiles.draft.restored')} <Button type="link" size="small" onClick={discard}>{t('unitProfiles.draft.discard')}</Button></Notice>}
      <section className="sheet form unit-profile-form" onBlur={() => afterPointer(judge)}>
        <ServerForm form={form} columns={2}>
          <RegistryPart profile={p} />
          <PlacePart profile={p} />
          <NaturePart profile={p} />
          <ContactPart />
          <BankPart profile={p} changing={changing} change={change} />
          <div className="stay"><FormDeeds verb={t('unitProfiles.save')}><Button size="large" onClick={cancel}>{t('web.cancel')}</Button></FormDeeds></div>
        </ServerForm>
      </section>
      <LeaveGuard dirty={isDirty} />
      {leaving && (
        <ConfirmDialog open danger undo={false} title={t('unitProfiles.leave.title')} verb={t('unitProfiles.leave.verb')} close={() => setLeaving(false)} act={leave}>
          <p>{t('unitProfiles.leave.text')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

/** Which sentence says what was saved. */
function outcomeOf(saved: { version: number; bank: 'unchanged' | 'entered' | 'proposed' }, before: number): string {
  if (saved.bank !== 'unchanged') return `unitProfiles.done.${saved.bank}`
  return saved.version === before ? 'unitProfiles.done.unchanged' : 'unitProfiles.done.saved'
}
