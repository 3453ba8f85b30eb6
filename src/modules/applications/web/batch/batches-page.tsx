import { Link } from '@tanstack/react-router'
import type { OutputOf } from '../../../../kernel/contract.ts'
import { useAsk } from '../../../../web/ask.ts'
import { onOnePage } from '../../../../web/list-page.ts'
import { useActor } from '../../../../web/session.ts'
import { DataList } from '../../../../web/ui/data-list.tsx'
import { PageTitle, Sheet } from '../../../../web/ui/page-title.tsx'
import { Time } from '../../../../web/ui/time.tsx'
import { useWords } from '../../../../web/words.ts'
import { applicationsContract } from '../../contract.ts'
import { useHome } from '../desk/home.ts'

type Batch = OutputOf<typeof applicationsContract.batches>['batches'][number]
const noFilters = { values: {}, place: {}, narrowed: false, set: () => {}, reset: () => {}, go: () => {} }

/** 批量办理记录 of this desk, the latest first. */
export default function BatchesPage() {
  const t = useWords()
  const actor = useActor()
  const home = useHome()
  const asked = useAsk(applicationsContract.batches, {}, { fresh: true })
  return (
    <>
      <PageTitle title={t('applications.desk.title.batches')} mandate={actor?.mandate?.scopeName} />
      <Sheet>
        <DataList<Batch>
          list={{ ...asked, value: asked.value && onOnePage(asked.value.batches) }} filters={noFilters} rowKey={(batch) => batch.batchId} label={t('applications.desk.title.batches')}
          columns={[
            { key: 'at', title: t('applications.batch.at'), card: 'title', render: (batch) => <Time at={batch.at} /> },
            { key: 'verb', title: t('applications.batch.verb'), render: (batch) => t(`applications.batch.done.${batch.verb}`) },
            { key: 'items', title: t('applications.batch.items'), right: true, render: (batch) => batch.items },
            { key: 'done', title: t('applications.batch.done'), right: true, render: (batch) => batch.done },
            { key: 'undone', title: t('applications.batch.done.undone'), right: true, render: (batch) => batch.undone },
            { key: 'sample', title: t('applications.batch.sample'), render: (batch) => (batch.sample ? t('applications.batch.sample.n', { n: batch.sample.opened, of: batch.sample.of }) : <span className="quiet">—</span>) },
            { key: 'by', title: t('applications.batch.by'), render: (batch) => batch.by },
          ]}
          deeds={(batch) => <Link to={home.batch} params={{ batchId: batch.batchId }} className="link">{t('applications.desk.view')}</Link>}
          empty={<p>{t('applications.batch.none')}</p>}
        />
      </Sheet>
    </>
  )
}
