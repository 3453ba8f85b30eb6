import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAsk } from '../../../../web/ask.ts'
import { CopyText } from '../../../../web/ui/copy-text.tsx'
import { Facts } from '../../../../web/ui/facts.tsx'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { NotFound } from '../../../../web/ui/not-found.tsx'
import { PageTitle, Sheet } from '../../../../web/ui/page-title.tsx'
import { useWords } from '../../../../web/words.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import { withSecond } from '../../../drafts/web/parts.ts'
import { isUnderWay } from '../../state.ts'
import { mineContract } from '../../mine/contract.ts'
import { printPath, verifyPath } from './shown.ts'

/** 回执 (N1, D19): who handed in what, which version, when by the database's clock, who has it next. To be printed and kept. */
export default function ReceiptPage() {
  const t = useWords()
  const said = useSaid()
  const { id = '', revision = '' } = useParams({ strict: false })
  const shown = useAsk(mineContract.show, { id }, { fresh: true })
  return (
    <Loaded of={shown}>
      {(of) => {
        const version = of.versions.find((one) => String(one.revision) === revision)
        if (!version) return <NotFound />
        const isLast = version.revision === of.revision
        const verify = new URL(verifyPath(version.hash), location.origin).href
        return (
          <>
            <PageTitle title={t('applications.mine.receipt.title')} />
            <Sheet width="reading">
              <div className="receipt">
                <p className="receipt-head" role="status">{isLast && isUnderWay(of.state) ? t('applications.mine.receipt.done') : t('applications.mine.receipt.of_version', { n: version.revision })}</p>
                <Facts rows={[
                  { label: t('applications.mine.receipt.number'), value: <b className="code">{of.number}</b> },
                  { label: t('applications.mine.receipt.project'), value: of.title },
                  { label: t('applications.mine.receipt.call'), value: said(of.call.title) },
                  { label: t('applications.mine.receipt.unit'), value: [version.unitName, version.secondaryUnitName].filter(Boolean).join(' ') },
                  { label: t('applications.mine.receipt.who'), value: version.leaderName },
                  { label: t('applications.mine.receipt.time'), value: withSecond(version.receivedAt), source: t('applications.mine.receipt.time.source') },
                  { label: t('applications.mine.receipt.version'), value: t('applications.mine.version', { n: version.revision }) },
                  { label: t('applications.mine.receipt.hash'), value: <code className="hash">{version.hash}</code>, source: t('applications.mine.receipt.hash.source') },
                  ...(isLast && of.desk ? [{ label: t('applications.mine.receipt.next'), value: of.desk.name }] : []),
                ]} />
                <p className="receipt-verify">{t('applications.mine.receipt.verify')} <a href={verifyPath(version.hash)} target="_blank" rel="noreferrer">{verify}</a></p>
                <div className="deeds">
                  <Link className="onward" to={`/projects/mine/${id}`}>{t('applications.mine.receipt.view')}</Link>
                  <Button onClick={() => print()}>{t('applications.mine.receipt.print')}</Button>
                  {version.isOwn && <Link to={printPath(id, version.revision)}>{t('applications.mine.print')}</Link>}
                  <Link to="/projects/mine">{t('applications.mine.back')}</Link>
                </div>
                <details className="receipt-signed"><summary>{t('applications.mine.receipt.signed')}</summary><CopyText label={t('applications.mine.receipt.signed.text')} text={version.receipt} /></details>
              </div>
            </Sheet>
          </>
        )
      }}
    </Loaded>
  )
}
