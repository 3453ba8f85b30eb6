import { Checkbox } from 'antd'
import { minuteOf } from '../../../kernel/clock.ts'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import type { Configuration } from './modules-form.tsx'
import { aboutIn, nameIn } from './named.ts'
import { isForUnit } from './ticks.ts'

/** One line of 模块配置: the tick, what it is for, since when and by whom, and whether the person asked for it. */
export function ModuleLine({ line, on, tick }: { line: Configuration['modules'][number]; on: boolean; tick: (id: string, on: boolean) => void }) {
  const t = useWords()
  const lang = useLang()
  const forUnit = isForUnit(line)
  const time = (at: string) => minuteOf(new Date(at))
  const since = line.granted && line.since && (line.by
    ? t('subsystems.modules.since', { time: time(line.since), by: line.by }) : t('subsystems.modules.since.only', { time: time(line.since) }))
  return (
    <li>
      <Checkbox checked={on || !forUnit} disabled={!forUnit} onChange={(e) => tick(line.id, e.target.checked)}>
        <b>{nameIn(lang, line)}</b>
        {!line.isOpen && <StateTag word={t('subsystems.modules.closed')} tone="still" />}
        {line.request && <StateTag word={t('subsystems.modules.asked', { time: time(line.request.askedAt) })} tone="warn" />}
      </Checkbox>
      <div className="about quiet">
        {aboutIn(lang, line) && <p>{aboutIn(lang, line)}</p>}
        {!forUnit && <p>{t('subsystems.modules.everybody')}</p>}
        {!line.isOpen && <p>{t('subsystems.modules.closed.text')}</p>}
        {since && <p className="small">{since}</p>}
        {line.request?.note && <p>{t('subsystems.home.request.note', { note: line.request.note })}</p>}
      </div>
    </li>
  )
}
