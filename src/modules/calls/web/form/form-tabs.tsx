import { Button } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { Check, Cross } from '../../../../web/ui/marks.tsx'
import { useWords } from '../../../../web/words.ts'
import type { TabState } from '../../form/check.ts'
import type { Tab } from '../../form/definition.ts'
import { useSaid } from './said.ts'
import './form.css'


/**
 * A form in its parts: a rail with the state of each (a strip on a phone), the part itself, and the way on to the next
 * one. Without `states` the rail is a table of contents (desks).
 */
export function FormTabs({ tabs, states, errors, marked, changed, current, choose, children, after }: {
  tabs: readonly Tab[]
  states?: Readonly<Record<string, TabState>>
  /** How many things are wrong there, by tab. */
  errors?: Readonly<Record<string, number>>
  /** How many fields there changed or are to be corrected, by tab: `{n}处` in amber. */
  marked?: Readonly<Record<string, number>>
  /** How many fields of each differ from an earlier version. */
  changed?: Readonly<Record<string, number>>
  current: string
  choose: (tab: string) => void
  children: ReactNode
  /** In place of 下一部分 at the end of the last one. */
  after?: ReactNode
}) {
  const t = useWords()
  const said = useSaid()
  const strip = useRef<HTMLOListElement>(null)
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [here, around] = [strip.current?.querySelector<HTMLElement>('[aria-current]'), strip.current]
    if (here && around) around.scrollLeft = here.offsetLeft - 16
  }, [current])
  const at = tabs.findIndex((tab) => tab.id === current)
  const go = (tab: Tab | undefined) => {
    if (!tab) return
    choose(tab.id)
    part.current?.focus({ preventScroll: true })
    part.current?.scrollIntoView({ block: 'start' })
  }
  const now = tabs[at]
  return (
    <div className="form-tabs">
      <nav aria-label={t('calls.fill.parts')}>
        <ol ref={strip}>
          {tabs.map((tab) => {
            const state = states?.[tab.id]
            const wrong = errors?.[tab.id] ?? 0
            const marks = marked?.[tab.id] ?? 0
            const changes = changed?.[tab.id] ?? 0
            return (
              <li key={tab.id}>
                <button type="button" className={state ?? 'plain'} aria-current={tab.id === current ? 'step' : undefined} onClick={() => choose(tab.id)}>
                  {state && <span className="tab-mark" aria-hidden="true">{state === 'complete' ? <Check /> : state === 'wrong' ? <Cross /> : null}</span>}
                  <span className="tab-label">
                    {said(tab.label)}
                    {state && <small>{state === 'wrong' && wrong > 0 ? t('calls.fill.state.wrong.n', { n: wrong }) : t(`calls.fill.state.${state}`)}</small>}
                    {changes > 0 && <small className="marked">{t('calls.fill.changed', { n: changes })}</small>}
                    {marks > 0 && <small className="marked">{t('calls.fill.marked', { n: marks })}</small>}
                  </span>
                </button>
              </li>
            )
          })}
        </ol>
      </nav>
      <div className="form-part-here" ref={part} tabIndex={-1}>
        {now && (
          <div className="sheet-head form-part-head">
            <h2>{said(now.label)}</h2>
            <span className="quiet">{t('calls.fill.part_of', { n: at + 1, of: tabs.length })}</span>
          </div>
        )}
        {now?.help && <p className="lead">{said(now.help)}</p>}
        {children}
        <div className="deeds form-turns">
          {at > 0 && <Button onClick={() => go(tabs[at - 1])}>{t('calls.fill.previous')}</Button>}
          {at < tabs.length - 1 ? <Button onClick={() => go(tabs[at + 1])}>{t('calls.fill.next')}</Button> : after}
        </div>
      </div>
    </div>
  )
}
