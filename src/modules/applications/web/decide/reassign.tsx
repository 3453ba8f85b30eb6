import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useAsk, useDeed } from '../../../../web/ask.ts'
import { ReasonDialog } from '../../../../web/ui/dialogs.tsx'
import { useWords } from '../../../../web/words.ts'
import { applicationsContract } from '../../contract.ts'
import type { Opened } from '../desk/shown.ts'

/** E10: what a leader who is gone left behind goes on with somebody else of the unit. */
export function ReassignButton({ application: a, done }: { application: Opened; done: (name: string) => void }) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>{t('applications.verb.reassign')}</Button>
      {open && <ReassignDialog application={a} close={() => setOpen(false)} done={done} />}
    </>
  )
}

function ReassignDialog({ application: a, close, done }: { application: Opened; close: () => void; done: (name: string) => void }) {
  const t = useWords()
  const id = useId()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null)
  const [tried, setTried] = useState(false)
  const deed = useDeed(applicationsContract.reassign)
  const { value, loading } = useAsk(applicationsContract.successors, { id: a.id, name }, { keep: true })
  const rows = value?.rows ?? []
  const missing = tried && !chosen
  const options = rows.map((one) => ({
    value: one.personId, label: one.name,
    beside: [one.secondaryUnit ?? t('applications.reassign.direct'), one.userName, one.isMember && t('applications.reassign.member'), !one.isApproved && t('applications.reassign.unapproved')].filter(Boolean).join(' · '),
  }))
  return (
    <ReasonDialog
      open title={t('applications.verb.reassign')} verb={t('applications.verb.reassign')} close={close} label={t('applications.reassign.reason')} hint={t('applications.reassign.hint')} maxLength={1000}
      act={async (reason) => {
        setTried(true)
        if (!chosen) return null
        const answer = await deed.do({ id: a.id, version: a.version, personId: chosen.value, reason })
        if (answer.ok) done(chosen.label)
        return answer
      }}
    >
      <p>{t('applications.reassign.how')}</p>
      <p className="quiet">{t('web.confirm.no_undo')}</p>
      <div className={missing ? 'field wrong' : 'field'}>
        <label htmlFor={id}>{t('applications.reassign.to')}<span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></label>
        <Select
          id={id} labelInValue style={{ width: '100%' }} value={chosen} options={options} placeholder={t('applications.reassign.search')} loading={loading} aria-invalid={missing} aria-required="true"
          {...(missing && { 'aria-describedby': `${id}-error` })}
          showSearch={{ filterOption: false, onSearch: setName }} notFoundContent={loading ? null : t('applications.reassign.none')}
          onChange={(one: { value: string; label: string }) => setChosen({ value: one.value, label: one.label })}
          optionRender={({ data }) => <span className="successor"><b>{data.label}</b><small>{data.beside}</small></span>}
        />
        {missing && <p className="error" id={`${id}-error`} role="alert">{t('applications.reassign.choose')}</p>}
      </div>
    </ReasonDialog>
  )
}
