import { Button } from 'antd'
import { Notice } from '../../../web/ui/notice.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'

/** In place of a registration form that was opened without the agreement (S1-16). */
export function AgreementFirst() {
  const t = useWords()
  return (
    <Sheet width="reading" title={t('portal.agreement_first')}>
      <p>{t('portal.agreement_first.text')}</p>
      <p className="deeds"><Button type="primary" href="/register">{t('portal.agreement_first.go')}</Button></p>
    </Sheet>
  )
}

/** On top of a form whose acceptance is used up or a day old: what is typed stays, the agreement opens beside it. */
export function AgreementExpired() {
  const t = useWords()
  return <Notice tone="warn" live>{t('portal.agreement_first.text')} <a href="/register" target="_blank">{t('portal.agreement_first.go')}</a></Notice>
}
