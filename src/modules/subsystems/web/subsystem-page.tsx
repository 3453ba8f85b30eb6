import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { LeaveGuard } from '../../../web/ui/leave-guard.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { NotFound } from '../../../web/ui/not-found.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { subsystemsContract } from '../contract.ts'
import { Connect } from './connect.tsx'
import { DeskDialogs, type DeskDoing } from './desk-dialogs.tsx'
import { nameIn } from './named.ts'
import type { RegistryRow } from './registry-page.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import { SubsystemForm } from './subsystem-form.tsx'

/** One subsystem of the registry, or a new one. */
export default function SubsystemPage() {
  const { id } = useParams({ strict: false }) as { id?: string }
  return id ? <Existing key={id} id={id} /> : <New />
}

function New() {
  const t = useWords()
  const navigate = useNavigate()
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null)
  const form = useServerForm(subsystemsContract.add, {
    initial: { openTo: 'granted', redirectUris: [], logoutUris: [], nameEn: '', about: '', aboutEn: '', sort: 0 }, done: setMade,
  })
  const name = String(form.store.getFieldValue('name') ?? '')
  return (
    <>
      <PageTitle title={t('subsystems.desk.add')} />
      <LeaveGuard dirty={form.dirty} />
      <Sheet width="form"><SubsystemForm form={form} isNew verb={t('subsystems.desk.add')} /></Sheet>
      {made && <SecretDialog name={name} secret={made.secret} close={() => void navigate({ to: `/platform/subsystems/${made.id}`, replace: true, ignoreBlocker: true })} />}
    </>
  )
}

function Existing({ id }: { id: string }) {
  const registry = useAsk(subsystemsContract.registry, {}, { fresh: true })
  return (
    <Loaded of={registry}>{({ issuer, subsystems }) => {
      const row = subsystems.find((one) => one.id === id)
      return row ? <Edit row={row} issuer={issuer} /> : <NotFound />
    }}</Loaded>
  )
}

function Edit({ row, issuer }: { row: RegistryRow; issuer: string }) {
  const t = useWords()
  const lang = useLang()
  const [told, tell] = useState('')
  const [doing, setDoing] = useState<DeskDoing | null>(null)
  const [version, setVersion] = useState(row.version)
  const { name, nameEn, about, aboutEn, entryUrl, redirectUris, logoutUris, backchannelLogoutUri, openTo, sort } = row
  const form = useServerForm(subsystemsContract.change, {
    initial: { name, nameEn, about, aboutEn, entryUrl, redirectUris, logoutUris, backchannelLogoutUri, openTo, sort },
    fixed: { id: row.id, version }, key: version,
    done: (saved) => (setVersion(saved.version), tell(t('subsystems.desk.saved'))),
  })
  // Opened, closed, another secret: nothing of the form, which goes on with the version that came of it.
  if (!form.dirty && !form.busy && row.version > version) setVersion(row.version)
  const start = (deed: DeskDoing['deed']) => (tell(''), setDoing({ deed, row }))
  return (
    <>
      <PageTitle title={nameIn(lang, row)} state={<StateTag word={t(`subsystems.desk.state.${row.isOpen ? 'open' : 'closed'}`)} tone={row.isOpen ? 'good' : 'still'} />}
        deed={<span className="push">
          <Button onClick={() => start('renew')}>{t('subsystems.desk.secret.renew')}</Button>
          <Button danger={row.isOpen} onClick={() => start(row.isOpen ? 'close' : 'open')}>{t(row.isOpen ? 'subsystems.desk.close' : 'subsystems.desk.open')}</Button>
        </span>} />
      {told && !form.dirty && <Notice tone="good" live>{told}</Notice>}
      <LeaveGuard dirty={form.dirty} />
      <div className="form-and-facts">
        <Sheet><SubsystemForm form={form} verb={t('subsystems.desk.save')} /></Sheet>
        <Connect issuer={issuer} code={row.code} secretMadeAt={row.secretMadeAt} />
      </div>
      <DeskDialogs doing={doing} close={() => setDoing(null)} tell={tell} />
    </>
  )
}
