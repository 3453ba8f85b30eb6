import { Link, useLocation } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { subsystemsContract } from '../contract.ts'
import { BatchOutcomes } from './batch-outcomes.tsx'
import { chosenIn, type ChosenPerson } from './chosen.ts'
import { aboutIn, listIn, nameIn } from './named.ts'
import { isForUnit } from './ticks.ts'

export type Outcomes = OutputOf<typeof subsystemsContract.configureMany>

/** 批量启用并开通: the rows that were ticked in the list, handed on in the state of the navigation. */
export default function BatchPage() {
  const t = useWords()
  const actor = useActor()
  const chosen = useLocation({ select: ({ state }) => state })
  const people = chosenIn(chosen)
  return (
    <>
      <PageTitle title={t('subsystems.batch.title')} mandate={actor?.mandate?.scopeName} lead={t('subsystems.batch.lead')} />
      {people.length > 0 ? <Batch people={people} /> : (
        <Sheet>
          <div className="empty">
            <p>{t('subsystems.batch.missing')}</p><p className="quiet">{t('subsystems.batch.missing.text')}</p>
            <p><Link to="/people">{t('subsystems.batch.to_list')}</Link></p>
          </div>
        </Sheet>
      )}
    </>
  )
}

function Batch({ people }: { people: readonly ChosenPerson[] }) {
  // The subsystems are those of any of them; who has left the unit since then is passed over.
  const [at, setAt] = useState(0)
  const found = useAsk(subsystemsContract.modules, { personId: people[at]?.id ?? '' })
  if (found.refusal?.status === 404 && at + 1 < people.length) setAt(at + 1)
  return <Loaded of={found}>{({ modules }) => <Choice people={people} modules={modules.filter(isForUnit)} />}</Loaded>
}

type Line = OutputOf<typeof subsystemsContract.modules>['modules'][number]

function Choice({ people, modules }: { people: readonly ChosenPerson[]; modules: readonly Line[] }) {
  const t = useWords()
  const lang = useLang()
  const deed = useDeed(subsystemsContract.configureMany)
  const disabled = people.filter(({ status }) => status === 'disabled').length
  const [ticks, setTicks] = useState<readonly string[]>([])
  const [enable, setEnable] = useState(disabled > 0)
  const [missing, setMissing] = useState(false)
  const [asking, setAsking] = useState(false)
  const [outcomes, setOutcomes] = useState<Outcomes | null>(null)
  if (outcomes) return <BatchOutcomes people={people} outcomes={outcomes} />
  const nothing = ticks.length === 0 && !enable
  const names = listIn(lang, modules.filter(({ id }) => ticks.includes(id)).map((line) => nameIn(lang, line)))
  const act = async () => {
    const answer = await deed.do({ people: people.map(({ id, version }) => ({ id, version })), add: [...ticks], enable })
    if (answer.ok) setOutcomes(answer.value)
    return answer
  }
  return (
    <>
      <Sheet title={t('subsystems.batch.people', { n: people.length })}>
        <ul className="chosen">{people.map((one) => <li key={one.id}>{one.name} <span className="quiet">{one.userName}</span></li>)}</ul>
      </Sheet>
      <Sheet title={t('subsystems.batch.choose')}>
        {missing && nothing && <Notice tone="bad" live>{t('subsystems.batch.nothing')}</Notice>}
        {modules.length === 0 ? <p className="quiet">{t('subsystems.modules.none')}</p> : (
          <ul className="ticks">
            {modules.map((line) => (
              <li key={line.id}>
                <Checkbox checked={ticks.includes(line.id)} onChange={(e) => setTicks(e.target.checked ? [...ticks, line.id] : ticks.filter((id) => id !== line.id))}><b>{nameIn(lang, line)}</b></Checkbox>
                {aboutIn(lang, line) && <p className="about quiet">{aboutIn(lang, line)}</p>}
              </li>
            ))}
          </ul>
        )}
        {disabled > 0 && (
          <div className="offer">
            <Checkbox checked={enable} onChange={(e) => setEnable(e.target.checked)}>{t('subsystems.batch.enable', { n: disabled })}</Checkbox>
            <p className="hint">{enable ? t('subsystems.batch.enable.text') : t('subsystems.batch.not_enabled', { n: disabled })}</p>
          </div>
        )}
        <div className="stay">
          <Button type="primary" size="large" onClick={() => (setMissing(nothing), setAsking(!nothing))}>{t('subsystems.batch.go')}</Button>
          <Link to="/people">{t('subsystems.batch.to_list')}</Link>
        </div>
      </Sheet>
      <ConfirmDialog open={asking} title={t('subsystems.batch.confirm', { n: people.length })} verb={t('subsystems.batch.verb')} undo close={() => setAsking(false)} act={act}>
        {enable && <p>{t('subsystems.batch.confirm.enable', { n: disabled })}</p>}
        {ticks.length > 0 && <p>{t('subsystems.batch.confirm.add', { n: people.length, names })}</p>}
      </ConfirmDialog>
    </>
  )
}
