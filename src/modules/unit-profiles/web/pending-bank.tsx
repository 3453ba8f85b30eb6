import { useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import { useHeld } from '../../../web/held.ts'
import { Deed } from '../../../web/ui/closed.tsx'
import { ConfirmDialog, ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { elapsed, Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { unitProfilesContract } from '../contract.ts'
import { BankFacts } from './bank-facts.tsx'
import { StepUpDialog } from './step-up-dialog.tsx'
import type { ShownPending, ShownProfile } from './shown.ts'

/** The change of the bank account that waits (D20): what becomes what, who must confirm, since when, and what is open to oneself. */
export function PendingBank({ profile, pending, told }: { profile: ShownProfile; pending: ShownPending; told: (sentence: string) => void }) {
  const t = useWords()
  const [open, setOpen] = useState<string | null>(null)
  const isAlone = pending.can.includes('confirmBankAlone')
  const isMine = pending.can.includes('withdrawBank')
  // Of what is closed, only the confirmation is looked for by who proposed; the rest would only be noise.
  const closed = isAlone ? [] : pending.closed.filter(({ verb }) => verb === 'confirmBank')
  const deed = (verb: string, look: object = {}) => (
    <Deed key={verb} verb={verb} label={t(`unitProfiles.verb.${verb}`)} can={pending.can} closed={closed} onClick={() => setOpen(verb)} {...look} />
  )
  return (
    <Sheet title={<>{t('unitProfiles.pending.title')} <StateTag word={t('unitProfiles.bank.state.pending')} tone="warn" /></>}>
      <dl className="who-waits">
        <div><dt>{t('unitProfiles.pending.by')}</dt><dd>{pending.proposedBy}</dd></div>
        <div><dt>{t('unitProfiles.pending.since')}</dt><dd><Time at={pending.proposedAt} /> <span className="quiet">{elapsed(t, pending.proposedAt)}</span></dd></div>
        <div><dt>{t('unitProfiles.pending.with')}</dt><dd>{isAlone ? t('unitProfiles.pending.alone') : <WaitsFor pending={pending} />}</dd></div>
      </dl>
      <BankFacts bank={pending} before={profile.bank} />
      <p className="hint spaced">{t(isAlone ? 'unitProfiles.pending.text.alone' : isMine ? 'unitProfiles.pending.text.mine' : 'unitProfiles.pending.text.second')}</p>
      <div className="deeds">
        {deed('confirmBank', { type: 'primary' })}
        {deed('confirmBankAlone', { type: 'primary' })}
        {deed('refuseBank', { danger: true })}
        {deed('withdrawBank')}
      </div>
      <PendingDialogs profile={profile} pending={pending} open={open} close={() => setOpen(null)} told={told} />
    </Sheet>
  )
}

function WaitsFor({ pending }: { pending: ShownPending }) {
  const t = useWords()
  if (pending.waitsFor.length === 0) return <>{t('unitProfiles.pending.nobody')}</>
  return <>{pending.waitsFor.map(({ name, post }) => <span key={name + post} className="keeper">{name} <span className="quiet">{t(`unitProfiles.post.${post}`)}</span></span>)}</>
}

function PendingDialogs({ profile, pending: shown, open, close, told }: {
  profile: ShownProfile
  pending: ShownPending
  open: string | null
  close: () => void
  told: (sentence: string) => void
}) {
  const t = useWords()
  const pending = useHeld(shown, shown.id)
  const step = { id: pending.id, version: pending.version }
  const [confirm, withdraw, refuse] = [useDeed(unitProfilesContract.confirmBank), useDeed(unitProfilesContract.withdrawBank), useDeed(unitProfilesContract.refuseBank)]
  const said = async <T extends { ok: boolean }>(answer: Promise<T>, sentence: string): Promise<T> => {
    const got = await answer
    if (got.ok) told(t(sentence))
    return got
  }
  const title = open ? t(`unitProfiles.verb.${open}`) : ''
  switch (open) {
    case 'confirmBank': return (
      <ConfirmDialog open title={title} verb={title} undo={false} close={close} act={() => said(confirm.do(step), 'unitProfiles.done.confirmed')}>
        <p>{t('unitProfiles.confirm.text')}</p>
        <BankFacts bank={pending} before={profile.bank} columns={1} />
      </ConfirmDialog>
    )
    case 'confirmBankAlone': return <StepUpDialog pending={pending} close={close} done={() => (close(), told(t('unitProfiles.done.confirmed')))} />
    case 'refuseBank': return (
      <ReasonDialog open danger title={title} verb={title} hint={t('unitProfiles.refuse.hint')} presets={[1, 2].map((n) => t(`unitProfiles.refuse.preset.${n}`))} close={close}
        act={(reason) => said(refuse.do({ ...step, reason }), 'unitProfiles.done.refused')}>
        <p>{t('unitProfiles.refuse.text')}</p>
      </ReasonDialog>
    )
    case 'withdrawBank': return (
      <ConfirmDialog open title={title} verb={title} undo={false} close={close} act={() => said(withdraw.do(step), 'unitProfiles.done.withdrawn')}>
        <p>{t('unitProfiles.withdraw.text')}</p>
      </ConfirmDialog>
    )
    default: return null
  }
}
