import type { OutputOf } from '../../../../kernel/contract.ts'
import { useDeed } from '../../../../web/ask.ts'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { useWords } from '../../../../web/words.ts'
import { applicationsContract } from '../../contract.ts'
import type { Home } from '../desk/home.ts'
import { ItemLink } from '../desk/item-link.tsx'

/** N5: a random few of those that are ready, to be opened before many are passed; which were opened is kept with the batch. */
export function BatchSample({ frozen: f, home }: { frozen: OutputOf<typeof applicationsContract.frozenBatch>; home: Home }) {
  const t = useWords()
  const opened = useDeed(applicationsContract.openedOfBatch)
  const n = f.sample.filter((item) => item.isOpened).length
  return (
    <section className="batch-sample" aria-label={t('applications.batch.sample')}>
      <h3>{t('applications.batch.sample')} <span className="quiet">{t('applications.batch.sample.n', { n, of: f.sample.length })}</span></h3>
      <ol>
        {f.sample.map((item) => (
          <li key={item.id}>
            <ItemLink home={home} id={item.id} opened={() => void opened.do({ batchId: f.batchId, id: item.id })}>{item.title || t('applications.desk.untitled')}</ItemLink>
            <span className="quiet">{item.leader}</span>
            {item.isOpened && <StateTag tone="good" word={t('applications.batch.sample.opened')} />}
          </li>
        ))}
      </ol>
    </section>
  )
}
