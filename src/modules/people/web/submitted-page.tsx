import { Link } from '@tanstack/react-router'
import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { Check } from '../../../web/ui/marks.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'

/** 提交成功 (S1-29): keep user name and password safe (S1-15), what happens next, and the way on. */
export default function SubmittedPage() {
  const t = useWords()
  const isPerson = useActor()?.mandate?.post === 'person'
  const me = useAsk(peopleContract.me, {}, { when: isPerson, fresh: true }).value
  return (
    <>
      <PageTitle title={t('people.title.register')} />
      <Sheet width="reading">
        <div className="success" role="status">
          <p className="big"><Check /></p>
          <h2>{t('people.success')}</h2>
          <p>{me?.unit ? t('people.success.text.of', { unit: me.unit.name }) : t('people.success.text')}</p>
          <p>{t('units.success.keep')}</p>
          {me && <p>{t('people.success.user_name')} <b className="code">{me.userName}</b></p>}
        </div>
        <h3>{t('people.success.next')}</h3>
        <ol className="numbered">{[isPerson ? 'signed_in' : 'sign_in', 'unit', 'told'].map((step) => <li key={step}>{t(`people.success.next.${step}`)}</li>)}</ol>
        <p className="deeds">
          {isPerson ? <Link to="/" className="onward">{t('people.success.go')}</Link> : <a href="/sign-in" className="onward">{t('people.success.sign_in')}</a>}
          <a href="/">{t('people.success.home')}</a>
        </p>
      </Sheet>
    </>
  )
}
