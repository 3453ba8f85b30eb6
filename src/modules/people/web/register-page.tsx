import { Navigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { uuidPattern } from '../../../kernel/ids.ts'
import type { Search } from '../../../web/search.ts'
import { useActor } from '../../../web/session.ts'
import { PageTitle } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { AgreementFirst } from '../../portal/web/parts.ts'
import { registrationDrafts } from './draft.ts'
import { RegisterForm } from './register-form.tsx'

/** 填报用户注册 (S1-24); reached from the agreement, whose acceptance stands in the link. */
export default function RegisterPage() {
  const t = useWords()
  const actor = useActor()
  const { agreement = '' }: Search = useSearch({ strict: false })
  useEffect(() => registrationDrafts.forgetOthers(sessionStorage, agreement), [agreement])
  if (actor) return <Navigate to="/" replace />
  return (
    <>
      <PageTitle title={t('people.title.register')} lead={t('people.register.lead')} />
      {uuidPattern.test(agreement) ? <RegisterForm acceptanceId={agreement} /> : <AgreementFirst />}
    </>
  )
}
