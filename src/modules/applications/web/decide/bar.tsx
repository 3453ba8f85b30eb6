import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ClosedDeed } from '../../../../web/ui/closed.tsx'
import { KeyHint } from '../../../../web/ui/key-hint.tsx'
import { useWords } from '../../../../web/words.ts'
import { passLabel, type Opened } from '../desk/shown.ts'
import { UndoButton } from './undo-bar.tsx'
import type { Decision } from './use-decision.ts'

/** The deeds of a desk, always in view: the pass by where it leads (S2-82, S2-88, D17), 退回; of the bureau 受理, 退回补正, 不予受理. What is not open says why. */
export function DecideBar({ application: a, decision: d, children }: { application: Opened; decision: Decision; children: ReactNode }) {
  const t = useWords()
  const why = (verb: string) => a.closed.find((one) => one.verb === verb)
  const forward = d.may('accept') || (why('accept') && !d.may('pass')) ? 'accept' : 'pass'
  const back = d.may('correct') || (why('correct') && !d.may('return')) ? 'correct' : 'return'
  const words = { pass: t(passLabel(a.next)), accept: t('applications.verb.accept'), return: t('applications.verb.return'), correct: t('applications.verb.correct'), refuse: t('applications.verb.refuse') }
  const [shut, shutBack, shutRefuse] = [why(forward), why(back), why('refuse')]
  return (
    <div className="stay decide-bar" role="region" aria-label={t('applications.desk.deeds')}>
      {d.may(forward)
        ? (
            <span className="pass-deed">
              <Button type="primary" loading={d.busy && d.mode === 'reading'} disabled={d.isReturn || d.mode === 'refusing'} onClick={() => void d[forward]()}>{words[forward]} <KeyHint of="P" /></Button>
              {/* C7: a button of the manual that is named like a page says beside it what it does. */}
              {forward === 'pass' && a.next === 'unit' && <small>{t('applications.desk.pass.unit.beside')}</small>}
            </span>
          )
        : shut && <ClosedDeed why={shut} label={words[forward]} />}
      {d.may(back)
        ? <Button disabled={d.isReturn} onClick={d.beginReturn}>{words[back]} <KeyHint of="R" /></Button>
        // Where one reason closes both, it is told once.
        : shutBack && shutBack.code !== shut?.code && <ClosedDeed why={shutBack} label={words[back]} />}
      {d.may('refuse')
        ? <Button danger disabled={d.mode === 'refusing'} onClick={d.beginRefuse}>{words.refuse}</Button>
        : shutRefuse && shutRefuse.code !== shut?.code && <ClosedDeed why={shutRefuse} label={words.refuse} />}
      {d.may('undo') && <UndoButton until={a.undoUntil} busy={d.busy} undo={() => void d.undo()} withKey />}
      <span className="push">{children}</span>
    </div>
  )
}
