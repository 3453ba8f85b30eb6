import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useDeed } from '../../../web/ask.ts'
import { ask } from '../../../web/client.ts'
import { useHeld } from '../../../web/held.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import { endings, type Ending } from '../unit.ts'
import type { ShownUnit } from './unit-page.tsx'

type Picked = OutputOf<typeof unitsContract.pick>['units'][number]

/** 注销 (E04): how the unit ends, and who follows it. Cannot be undone, and says so. */
export function DissolveDialog({ unit: shown, close, done }: { unit: ShownUnit; close: () => void; done: (sentence: string) => void }) {
  const t = useWords()
  const unit = useHeld(shown)
  const deed = useDeed(unitsContract.dissolve)
  const [ending, setEnding] = useState<Ending>('dissolved')
  const [successors, setSuccessors] = useState<Picked[]>([])
  const act = async (reason: string) => {
    const following = ending === 'dissolved' ? [] : successors.map((u) => u.id)
    const answer = await deed.do({ id: unit.id, version: unit.version, ending, successors: following, reason })
    if (answer.ok) done(t('units.dissolve.done', { name: unit.name }))
    return answer
  }
  return (
    <ReasonDialog open danger title={t('units.dissolve.title', { name: unit.name })} verb={t('units.verb.dissolve')} label={t('units.reason.note')} hint={t('units.reason.note.hint')} close={close} act={act}>
      <p>{t('units.dissolve.text')}</p>
      <fieldset className="field plain">
        <legend>{t('units.dissolve.ending')}</legend>
        <Radio.Group
          value={ending} onChange={(e) => setEnding(e.target.value as Ending)} vertical
          options={endings.map((value) => ({ value, label: t(`units.ending.${value}`) }))}
        />
      </fieldset>
      {ending !== 'dissolved' && <Successors chosen={successors} choose={setSuccessors} />}
    </ReasonDialog>
  )
}

function Successors({ chosen, choose }: { chosen: Picked[]; choose: (units: Picked[]) => void }) {
  const t = useWords()
  const [text, setText] = useState('')
  const [none, setNone] = useState(false)
  const find = async () => {
    const answer = await ask(unitsContract.pick, { text })
    const found = answer.ok ? answer.value.units.filter((u) => chosen.every((c) => c.id !== u.id)) : []
    setNone(found.length === 0)
    if (found.length > 0) {
      choose([...chosen, ...found])
      setText('')
    }
  }
  return (
    <div className="field">
      <label htmlFor="successor-text">{t('units.dissolve.successors')}</label>
      <p className="hint" id="successor-hint">{t('units.dissolve.find.hint')}</p>
      <ul className="plain">
        {chosen.map((u) => (
          <li key={u.id}>
            {u.name} <Code of={u.creditCode} />
            <Button type="link" size="small" aria-label={t('units.dissolve.remove', { name: u.name })} onClick={() => choose(chosen.filter((c) => c.id !== u.id))}>×</Button>
          </li>
        ))}
      </ul>
      <Input.Search
        id="successor-text" value={text} maxLength={100} aria-describedby="successor-hint" enterButton={t('units.dissolve.find')}
        onChange={(e) => setText(e.target.value)} onSearch={() => void find()}
      />
      {none && <p className="error" role="alert">{t('units.dissolve.find.none')}</p>}
    </div>
  )
}
