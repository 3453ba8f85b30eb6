import { Navigate, useSearch } from '@tanstack/react-router'
import { uuidPattern } from '../../../kernel/ids.ts'
import type { Search } from '../../../web/search.ts'
import { useActor } from '../../../web/session.ts'
import { PageTitle } from '../../../web/ui/page-title.tsx'
import { Wizard } from '../../../web/ui/wizard.tsx'
import { useWords } from '../../../web/words.ts'
import { AgreementFirst } from '../../portal/web/parts.ts'
import { AccountStep } from './account-step.tsx'
import { Notes } from './notes.tsx'

/** 单位管理用户注册, step 账号 (S1-33, S1-34); reached from the agreement, whose acceptance stands in the link. */
export default function Begin() {
  const t = useWords()
  const actor = useActor()
  const { agreement = '' }: Search = useSearch({ strict: false })
  if (actor) return <Navigate to="/registration" replace />
  const title = <PageTitle title={t('units.title.register')} />
  if (!uuidPattern.test(agreement)) return <>{title}<AgreementFirst /></>
  const steps = ['account', 'unit', 'licence', 'confirm'].map((key, i) => ({
    key, label: t(`units.step.${key}`), state: i === 0 ? 'current' as const : 'todo' as const,
  }))
  return (
    <>
      {title}
      <Notes />
      <Wizard steps={steps}><AccountStep acceptanceId={agreement} /></Wizard>
    </>
  )
}
