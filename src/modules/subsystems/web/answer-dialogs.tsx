import { Checkbox } from 'antd'
import { useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import { useHeld } from '../../../web/held.ts'
import { DeedDialog, ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { subsystemsContract } from '../contract.ts'
import { nameIn } from './named.ts'
import type { RequestRow } from './requests-page.tsx'

interface Props {
  row: RequestRow
  close: () => void
  tell: (sentence: string) => void
}

/** 开通, with the offer to enable whoever is not (D10). */
export function GrantDialog({ row: shown, close, tell }: Props) {
  const t = useWords()
  const lang = useLang()
  const row = useHeld(shown)
  const deed = useDeed(subsystemsContract.answer)
  const isDisabled = row.person.status === 'disabled'
  const [enable, setEnable] = useState(isDisabled)
  const params = { person: row.person.name, name: nameIn(lang, row.subsystem) }
  const act = async () => {
    const answer = await deed.do({ id: row.id, version: row.version, grant: true, enable, answer: '' })
    if (answer.ok) tell(t(enable ? 'subsystems.requests.granted.enabled' : 'subsystems.requests.granted', params))
    return answer
  }
  return (
    <DeedDialog open title={t('subsystems.requests.grant.title', params)} verb={t('subsystems.requests.grant')} close={close} act={act}>
      <p>{t('subsystems.requests.grant.text')}</p>
      {isDisabled && (
        <div className="offer">
          <Checkbox checked={enable} onChange={(e) => setEnable(e.target.checked)}>{t('subsystems.modules.enable')}</Checkbox>
          <p className="hint">{t('subsystems.modules.enable.text')}</p>
        </div>
      )}
    </DeedDialog>
  )
}

/** 不开通: why, for the person to read. */
export function DeclineDialog({ row: shown, close, tell }: Props) {
  const t = useWords()
  const lang = useLang()
  const row = useHeld(shown)
  const deed = useDeed(subsystemsContract.answer)
  const params = { person: row.person.name, name: nameIn(lang, row.subsystem) }
  const act = async (reason: string) => {
    const answer = await deed.do({ id: row.id, version: row.version, grant: false, answer: reason })
    if (answer.ok) tell(t('subsystems.requests.declined', params))
    return answer
  }
  return (
    <ReasonDialog
      open title={t('subsystems.requests.decline.title', params)} verb={t('subsystems.requests.decline')} label={t('subsystems.requests.decline.label')}
      hint={t('subsystems.requests.decline.hint')} close={close} act={act}
    />
  )
}
