import { useParams, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { Facts, type Fact } from '../../../web/ui/facts.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { NotFound } from '../../../web/ui/not-found.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { sizeInWords } from '../../../web/ui/size.ts'
import { useWords } from '../../../web/words.ts'
import { printsContract } from '../contract.ts'
import './prints.css'

type Print = OutputOf<typeof printsContract.of>
interface Of { applicationId: string; revision: number | null }

/** The PDF of one version, or of the draft: it is made while one waits, then fetched. */
export default function PrintPage() {
  const { id = '', revision = '' } = useParams({ strict: false }) as { id?: string; revision?: string }
  const isKnown = revision === 'draft' || /^[1-9]\d{0,5}$/.test(revision)
  return isKnown ? <Printed of={{ applicationId: id, revision: revision === 'draft' ? null : Number(revision) }} /> : <NotFound />
}

function Printed({ of }: { of: Of }) {
  const t = useWords()
  const print = useAsk(printsContract.of, of, { fresh: true })
  const { history } = useRouter()
  return (
    <Loaded of={print}>{(value) => (
      <>
        <PageTitle title={t('prints.page.title')} lead={value.title || t('prints.untitled')} />
        <Sheet width="reading">
          <div className="print-standing" aria-live="polite"><Standing of={of} print={value} /></div>
          <Facts rows={factsOf(value, t)} />
          {value.hash && <p className="hint print-verify">{t('prints.page.verify')} <a href={`/verify/${value.hash}`} target="_blank" rel="noreferrer">{t('prints.verify.title')}</a></p>}
        </Sheet>
        {/* Leader and desks come from pages of their own; who opened it in a new window has nothing behind. */}
        {history.canGoBack() && <p className="deeds"><Button onClick={() => history.back()}>{t('prints.page.back')}</Button></p>}
      </>
    )}</Loaded>
  )
}

function factsOf(print: Print, t: ReturnType<typeof useWords>): Fact[] {
  return [
    ...(print.number ? [{ label: t('prints.number'), value: print.number }] : []),
    { label: t('prints.verify.revision'), value: print.revision === null ? t('prints.draft') : t('prints.verify.revision.n', { n: print.revision }) },
    ...(print.pages === null ? [] : [{ label: t('prints.file.pages'), value: String(print.pages) }]),
    ...(print.bytes === null ? [] : [{ label: t('prints.page.size'), value: sizeInWords(print.bytes) }]),
    ...(print.hash ? [{ label: t('prints.hash'), value: <span className="code">{print.hash}</span> }] : []),
  ]
}

function Standing({ of, print }: { of: Of; print: Print }) {
  const t = useWords()
  if (print.state === 'made' && print.link) {
    return (
      <>
        {print.revision === null && <Notice tone="warn"><p>{t('prints.page.draft')}</p></Notice>}
        {!print.isLatest && <Notice tone="warn"><p>{t('prints.verify.not_latest')}</p></Notice>}
        <p className="deeds"><Button type="primary" size="large" href={print.link} download>{t(print.revision === null ? 'prints.get.draft' : 'prints.get')}</Button></p>
      </>
    )
  }
  return print.state === 'failed' ? <Failed of={of} print={print} /> : <Making of={of} />
}

/** Asks again and again for as long as it is drawn. */
function Making({ of }: { of: Of }) {
  const t = useWords()
  useAsk(printsContract.of, of, { every: 1_500 })
  return <Notice title={t('prints.making')}><p>{t('prints.page.making')}</p></Notice>
}

function Failed({ of, print }: { of: Of; print: Print }) {
  const t = useWords()
  const again = useDeed(printsContract.again)
  return (
    <Notice tone="bad" title={t('prints.page.failed')}>
      <p>{t('prints.refused.failed')}</p>
      <p className="deeds"><Button loading={again.busy} onClick={() => void again.do({ applicationId: of.applicationId, key: print.key })}>{t('prints.again')}</Button></p>
    </Notice>
  )
}
