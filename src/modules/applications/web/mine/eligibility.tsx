import type { OutputOf } from '../../../../kernel/contract.ts'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { useWords } from '../../../../web/words.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import type { mineContract } from '../../mine/contract.ts'

type Start = Pick<OutputOf<typeof mineContract.start>, 'eligibility' | 'limits'>

/** Each rule of a call with its answer and the fact it is judged by. */
export function Eligibility({ of }: { of: Start['eligibility'] }) {
  const t = useWords()
  const said = useSaid()
  if (of.length === 0) return <p>{t('applications.mine.rules.none')}</p>
  return (
    <ul className="rules-answered">
      {of.map(({ sentence, outcome, code, params }, i) => (
        <li key={i}>
          <StateTag tone={outcome === 'unknown' ? 'still' : outcome === 'met' ? 'good' : 'bad'} word={t(`applications.mine.rules.${outcome}`)} />
          <span>{said(sentence)}<span className="hint">{t(code, params)}</span></span>
        </li>
      ))}
    </ul>
  )
}

/** 限项 (E58): how many places are taken; never by which project. */
export function Limits({ of }: { of: Start['limits'] }) {
  const t = useWords()
  const said = useSaid()
  if (of.length === 0) return null
  return (
    <>
      <h3>{t('applications.mine.limits')}</h3>
      <ul className="rules-answered">
        {of.map(({ sentence, most, taken, role, family }) => (
          <li key={`${family} ${role}`}>
            <StateTag tone={taken >= most ? 'bad' : 'good'} word={t('applications.mine.limits.taken', { taken, most })} />
            <span>{said(sentence)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
