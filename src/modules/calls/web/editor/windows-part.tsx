import { endOf, secondOf } from '../../../../kernel/clock.ts'
import { useState } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { Deed } from '../../../../web/ui/closed.tsx'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { Sheet } from '../../../../web/ui/page-title.tsx'
import { Time } from '../../../../web/ui/time.tsx'
import { Told } from '../../../../web/ui/told.tsx'
import { useWords } from '../../../../web/words.ts'
import { callsContract } from '../../contract.ts'
import { levels } from '../../document.ts'
import { MoveDialog } from './move-dialog.tsx'

/** The windows in force of a published call, every move with its reason, and the way to move them again. */
export function WindowsPart({ id }: { id: string }) {
  const t = useWords()
  const asked = useAsk(callsContract.windows, { id }, { fresh: true })
  const [isMoving, setMoving] = useState(false)
  const [told, tell] = useState('')
  return (
    <Loaded of={asked}>
      {(value) => (
        <Sheet title={t('calls.editor.windows.in_force')} deed={<Deed verb="moveWindows" label={t('calls.editor.move')} can={value.can} closed={value.closed} onClick={() => (tell(''), setMoving(true))} />}>
          <Told sentence={told} after={value.version} />
          <p className="lead">{t('calls.editor.windows.frozen')}</p>
          <dl className="facts windows-now">
            {levels.map((level) => {
              const window = value.current[level]
              return window && (
                <div key={level}>
                  <dt>{t(`calls.level.${level}`)}</dt>
                  <dd><time dateTime={window.opensAt}>{secondOf(new Date(window.opensAt))}</time> {t('calls.page.until')} <time dateTime={window.closesAt}>{endOf(new Date(window.closesAt))}</time>{t('calls.page.included')}</dd>
                </div>
              )
            })}
          </dl>
          <Moves windows={value.windows.filter(({ nth }) => nth > 1)} />
          {isMoving && <MoveDialog of={value} close={() => setMoving(false)} done={(n) => tell(t('calls.editor.move.done', { n }))} />}
        </Sheet>
      )}
    </Loaded>
  )
}

type Row = { level: (typeof levels)[number]; nth: number; opensAt: string; closesAt: string; begunBefore: string | null; reason: string; movedAt: string; movedBy: string | null }

function Moves({ windows }: { windows: readonly Row[] }) {
  const t = useWords()
  if (windows.length === 0) return null
  return (
    <>
      <h3>{t('calls.page.moves')}</h3>
      <ol className="call-versions">
        {windows.toSorted((a, b) => b.movedAt.localeCompare(a.movedAt)).map((one) => (
          <li key={`${one.level}${one.nth}`}>
            <p><b>{t(`calls.level.${one.level}`)}</b> {secondOf(new Date(one.opensAt))} {t('calls.page.until')} {endOf(new Date(one.closesAt))}{t('calls.page.included')}</p>
            <p>{one.begunBefore ? t('calls.page.cohort', { time: secondOf(new Date(one.begunBefore)) }) : t('calls.editor.move.all')}</p>
            <p>{t('calls.page.reason')}{one.reason}</p>
            <p className="quiet"><Time at={one.movedAt} /> {one.movedBy}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
