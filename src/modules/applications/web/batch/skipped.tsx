import type { OutputOf } from '../../../../kernel/contract.ts'
import { useWords } from '../../../../web/words.ts'
import type { applicationsContract } from '../../contract.ts'
import type { Home } from '../desk/home.ts'
import { ItemLink } from '../desk/item-link.tsx'

/** E46: why so many cannot go, and which those are: the first few by name. */
export function Skipped({ of, home }: { of: OutputOf<typeof applicationsContract.frozenBatch>['skipped']; home: Home }) {
  const t = useWords()
  return (
    <ul className="batch-skipped">
      {of.map((one) => (
        <li key={`${one.code} ${JSON.stringify(one.params)}`}>
          <p>{t('applications.batch.skipped', { n: one.n, why: t(one.code, one.params) })}</p>
          <p className="small">
            {one.examples.map((item) => <ItemLink key={item.id} home={home} id={item.id}>{item.title || item.number || t('applications.desk.untitled')}</ItemLink>)}
            {one.n > one.examples.length && <span className="quiet"> {t('applications.batch.others', { n: one.n - one.examples.length })}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
