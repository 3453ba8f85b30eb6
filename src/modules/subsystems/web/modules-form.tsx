import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useDeed } from '../../../web/ask.ts'
import { ask } from '../../../web/client.ts'
import { useUnsentGuard } from '../../../web/server-form.ts'
import { LeaveGuard } from '../../../web/ui/leave-guard.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { Refused } from '../../../web/ui/refused.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { subsystemsContract } from '../contract.ts'
import { ModuleLine } from './module-line.tsx'
import { listIn, nameIn } from './named.ts'
import { changesBy, enableOffer, ticksOf } from './ticks.ts'

export type Configuration = OutputOf<typeof subsystemsContract.modules>
type Line = Configuration['modules'][number]

/**
 * The ticks, what saving will do, and what it did. The page asks anew now and then; the ticks are held with the version
 * they were made on, so that somebody else's change is never written over unseen (I8): it is told, and the ticks stay.
 */
export function ModulesForm({ config, again }: { config: Configuration; again: () => void }) {
  const t = useWords()
  const lang = useLang()
  const navigate = useNavigate()
  const deed = useDeed(subsystemsContract.configure)
  const [base, setBase] = useState(config)
  const [taken, setTaken] = useState(config)
  const [ticks, setTicks] = useState(() => ticksOf(config.modules))
  const [enabling, setEnabling] = useState<boolean | null>(null)
  const [told, setTold] = useState<readonly string[] | null>(null)
  const [loaded, setLoaded] = useState(false)
  const { person } = base
  const { added, ended } = changesBy(base.modules, ticks)
  const offer = enableOffer(person, base.modules, ticks)
  const enable = offer !== 'none' && (enabling ?? offer === 'proposed')
  const freezing = ended.filter(({ freezes }) => freezes > 0)
  const dirty = added.length + ended.length > 0 || enable
  const names = (lines: readonly Pick<Line, 'name' | 'nameEn'>[]) => listIn(lang, lines.map((line) => nameIn(lang, line)))
  useUnsentGuard(dirty)

  // What others changed is shown as soon as nothing of one's own is under way; what was asked before one saved is not shown again.
  if (!dirty && !deed.busy && config !== taken && config.person.version >= person.version) {
    setTaken(config)
    setBase(config)
    setTicks(ticksOf(config.modules))
  }
  const tick = (id: string, on: boolean) => {
    setTold(null)
    setLoaded(false)
    setTicks(new Set(on ? [...ticks, id] : [...ticks].filter((one) => one !== id)))
  }
  const save = async () => {
    const answer = await deed.do({ personId: person.id, version: person.version, granted: [...ticks], seen: [...ticksOf(base.modules)], enable })
    if (!answer.ok) return
    const { state, version } = answer.value
    setLoaded(false)
    const of = (ids: readonly string[]) => base.modules.filter((line) => ids.includes(line.id))
    setTold([
      enable && state === 'enabled' && t('subsystems.modules.saved.enable'),
      answer.value.added.length > 0 && t('subsystems.modules.saved.add', { names: names(of(answer.value.added)) }),
      answer.value.ended.length > 0 && t('subsystems.modules.saved.end', { names: names(of(answer.value.ended)) }),
    ].filter((line) => line !== false))
    setBase({
      person: { ...person, state, version, status: state === 'enabled' ? 'enabled' : 'disabled', can: state === 'enabled' ? [] : person.can },
      modules: base.modules.map((line) => ({ ...line, granted: ticks.has(line.id), request: ticks.has(line.id) ? null : line.request })),
    })
    setEnabling(null)
  }
  const takeLatest = async () => {
    const latest = await ask(subsystemsContract.modules, { personId: person.id })
    again()
    if (!latest.ok) return
    deed.forget()
    setBase(latest.value)
    setLoaded(true)
  }
  const { refusal } = deed
  return (
    <Sheet title={t('subsystems.modules.list')}>
      <LeaveGuard dirty={dirty && !deed.busy} />
      {told && <Notice tone="good" live title={t('subsystems.modules.saved')}><Lines lines={told} /></Notice>}
      {loaded && !refusal && <Notice live>{t('subsystems.modules.loaded')}</Notice>}
      {refusal?.code === 'overtaken' && (
        <Notice tone="bad" live>
          <p>{t('subsystems.modules.overtaken')}</p>
          <p className="deeds"><Button onClick={() => void takeLatest()}>{t('subsystems.modules.overtaken.load')}</Button></p>
        </Notice>
      )}
      {refusal && refusal.code !== 'overtaken' && <Refused refusal={refusal} />}
      {base.modules.length === 0 ? <div className="empty"><p>{t('subsystems.modules.none')}</p><p className="quiet">{t('subsystems.modules.none.text')}</p></div> : (
        <ul className="ticks">{base.modules.map((line) => <ModuleLine key={line.id} line={line} on={ticks.has(line.id)} tick={tick} />)}</ul>
      )}
      {base.modules.some((line) => line.request) && <p className="hint after">{t('subsystems.modules.asked.how')}</p>}
      {offer !== 'none' && (
        <div className="offer">
          <Checkbox checked={enable} onChange={(e) => (setTold(null), setEnabling(e.target.checked))}>{t('subsystems.modules.enable')}</Checkbox>
          <p className="hint">{t('subsystems.modules.enable.text')}</p>
        </div>
      )}
      {offer === 'none' && person.status === 'disabled' && ticks.size > 0 && <p className="hint after">{t('subsystems.modules.not_enabled')}</p>}
      <div className="freezing" role="status">
        {freezing.map((line) => (
          <Notice key={line.id} tone="warn" title={t('subsystems.modules.freezes', { n: line.freezes })}>{t('subsystems.modules.freezes.text', { name: nameIn(lang, line) })}</Notice>
        ))}
      </div>
      <div className="stay">
        <Button type="primary" size="large" loading={deed.busy} disabled={!dirty} onClick={() => void save()}>{t('subsystems.modules.save')}</Button>
        <Button size="large" onClick={() => void navigate({ to: '/people' })}>{t('subsystems.modules.back')}</Button>
        <div className="will" role="status">
          {dirty ? <Lines lines={[
            enable && t('subsystems.modules.change.enable'),
            added.length > 0 && t('subsystems.modules.change.add', { names: names(added) }),
            ended.length > 0 && t('subsystems.modules.change.end', { names: names(ended) }),
          ].filter((line) => line !== false)} /> : <span className="quiet">{t('subsystems.modules.change.none')}</span>}
        </div>
      </div>
    </Sheet>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => <>{lines.map((line) => <p key={line}>{line}</p>)}</>
