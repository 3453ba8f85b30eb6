import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { dayOf } from '../../../kernel/clock.ts'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import { DissolveDialog } from './dissolve-dialog.tsx'
import { RegistrationHistory } from './history.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { TurnDialog } from './turn-dialog.tsx'
import { UnitFacts } from './unit-facts.tsx'

export type ShownUnit = OutputOf<typeof unitsContract.unit>

const day = (time: string) => dayOf(new Date(time))

/** One unit as its authority keeps it: facts, the names of its past (E03), who follows it (E04), and what may be done. */
export default function UnitPage() {
  const { id } = useParams({ strict: false })
  const asked = useAsk(unitsContract.unit, { id: id ?? '' })
  return <Loaded of={asked}>{(unit) => <Unit unit={unit} changed={() =>  asked.again()} />}</Loaded>
}

function Unit({ unit, changed }: { unit: ShownUnit; changed: () => void }) {
  const t = useWords()
  const lang = useLang()
  const [deed, setDeed] = useState<string | null>(null)
  const [done, setDone] = useState('')
  const dialog = {
    unit, close: () => setDeed(null),
    done: (sentence: string) => {
      setDone(sentence)
      setDeed(null)
      changed()
    },
  }
  const { id: _, ...form } = { ...unit, creditCodeByHand: false, authorityId: null }
  return (
    <>
      <PageTitle
        title={unit.name} mandate={(lang === 'en' && unit.authorityEn) || unit.authority}
        state={<StateTag word={t(`units.status.${unit.status}`)} tone={unit.status === 'active' ? 'good' : 'still'} />}
      />
      {done && <Notice tone="good" live>{done}</Notice>}
      <div className="columns">
        <Sheet title={t('units.unit.facts')}>
          <UnitFacts form={form} authority={(lang === 'en' && unit.authorityEn) || unit.authority} />
          {unit.can.length > 0 && (
            <div className="deeds">
              {unit.can.map((verb) => <Button key={verb} danger={verb === 'dissolve' || verb === 'suspend'} onClick={() => setDeed(verb)}>{t(`units.verb.${verb}`)}</Button>)}
            </div>
          )}
        </Sheet>
        <div>
          <Sheet title={t('units.unit.names')}>
            <p className="hint">{t('units.unit.names.text')}</p>
            <dl className="facts columns-1">
              {unit.names.map((named) => (
                <div key={named.from}>
                  <dt>{named.to === null ? t('units.unit.name.since', { from: day(named.from) }) : t('units.unit.name.span', { from: day(named.from), to: day(named.to) })}</dt>
                  <dd>{named.name}</dd>
                </div>
              ))}
            </dl>
          </Sheet>
          {(unit.successors.length > 0 || unit.predecessors.length > 0) && (
            <Sheet title={t('units.unit.relatives')}>
              <Relatives title={t('units.unit.successors')} units={unit.successors} />
              <Relatives title={t('units.unit.predecessors')} units={unit.predecessors} />
            </Sheet>
          )}
          <Sheet><RegistrationHistory entries={unit.timeline} /></Sheet>
        </div>
      </div>
      {deed === 'rename' && <RenameDialog {...dialog} />}
      {deed === 'dissolve' && <DissolveDialog {...dialog} />}
      {(deed === 'suspend' || deed === 'resume') && <TurnDialog row={unit} verb={deed} close={dialog.close} done={() => dialog.done(t(`units.${deed}.done`, { name: unit.name }))} />}
    </>
  )
}

function Relatives({ title, units }: { title: string; units: ShownUnit['successors'] }) {
  const t = useWords()
  if (units.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain">{units.map((u) => <li key={u.id}>{u.name} <Code of={u.creditCode} /> <span className="quiet">{t(`units.status.${u.status}`)}</span></li>)}</ul>
    </>
  )
}
