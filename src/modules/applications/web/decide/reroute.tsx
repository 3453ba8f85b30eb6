import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useAsk, useDeed } from '../../../../web/ask.ts'
import { ReasonDialog } from '../../../../web/ui/dialogs.tsx'
import { useWords } from '../../../../web/words.ts'
import { applicationsContract } from '../../contract.ts'
import type { Opened } from '../desk/shown.ts'

const straight = 'unit'

/** E34: what lies at a department that was closed or split goes on elsewhere, with the reason. */
export function RerouteButton({ application: a }: { application: Opened }) {
  const t = useWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState(straight)
  const deed = useDeed(applicationsContract.reroute)
  const departments = useAsk(applicationsContract.projectChoices, {}, { when: open }).value?.secondaryUnits ?? []
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('applications.verb.reroute')}</Button>
      {open && (
        <ReasonDialog
          open title={t('applications.verb.reroute')} verb={t('applications.verb.reroute')} close={() => setOpen(false)} hint={t('applications.reroute.hint')}
          act={(reason) => deed.do({ id: a.id, version: a.version, secondaryUnitId: to === straight ? null : to, reason })}
        >
          <p className="quiet">{t('web.confirm.no_undo')}</p>
          <div className="field">
            <label htmlFor={id}>{t('applications.reroute.to')}</label>
            <Select
              id={id} value={to} onChange={setTo} style={{ width: '100%' }}
              options={[{ value: straight, label: t('applications.reroute.straight') }, ...departments.filter((one) => one.isActive && one.id !== a.secondaryUnit?.id).map(({ id: value, name }) => ({ value, label: name }))]}
            />
          </div>
        </ReasonDialog>
      )}
    </>
  )
}
