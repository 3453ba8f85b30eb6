import { endOf } from '../../../kernel/clock.ts'
import type { ReactNode } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import type { callsContract } from '../../calls/contract.ts'
import { said } from '../../calls/said.ts'

export type OpenCall = OutputOf<typeof callsContract.open>['calls'][number]

const tones = { met: 'good', not_met: 'bad', unknown: 'still' } as const

/** An open call: until when, and rule by rule whether one may apply. `action` is what leads on from it. */
export function CallCard({ call, action }: { call: OpenCall; action?: ReactNode }) {
  const [t, lang] = [useWords(), useLang()]
  return (
    <article className="call-card">
      <h3><a href={`/calls/${call.code}`}>{said(call.title, lang)}</a></h3>
      <p className="quiet">{said(call.category, lang)}</p>
      <p>{t('projects.call.closes')}<time dateTime={call.leader.closesAt}>{endOf(new Date(call.leader.closesAt))}</time>{t('calls.page.included')}</p>
      {call.eligibility.length > 0 && (
        <ul className="gate" aria-label={t('projects.call.eligibility')}>
          {call.eligibility.map((rule, i) => (
            <li key={i}>
              <span className="wide">{said(rule.sentence, lang)}{rule.outcome !== 'met' && <span className="quiet remark">{t(rule.code, rule.params)}</span>}</span>
              <StateTag word={t(`projects.call.${rule.outcome}`)} tone={tones[rule.outcome]} />
            </li>
          ))}
        </ul>
      )}
      {call.limits.length > 0 && <ul className="limits quiet">{call.limits.map((limit, i) => <li key={i}>{said(limit, lang)}</li>)}</ul>}
      <p className="deeds">{action}<a className="onward quiet" href={`/calls/${call.code}`}>{t('projects.call.read')}<span className="sr"> {said(call.title, lang)}</span></a></p>
    </article>
  )
}
