import { endOf } from '../../../../kernel/clock.ts'
import { useEffect } from 'react'
import { useAsk, useDeed } from '../../../../web/ask.ts'
import { DeedDialog } from '../../../../web/ui/dialogs.tsx'
import { Notice } from '../../../../web/ui/notice.tsx'
import { Refused } from '../../../../web/ui/refused.tsx'
import { Skeleton } from '../../../../web/ui/skeleton.tsx'
import { useWords } from '../../../../web/words.ts'
import type { Finding } from '../../../calls/form/check.ts'
import { useFindingWords } from '../../../calls/web/parts.ts'
import { mineContract } from '../../mine/contract.ts'
import { Eligibility, Limits } from './eligibility.tsx'
import type { Receipt, Shown } from './shown.ts'

/** Before 提交: what the server's own check says, who gets it, until when it can be taken back. The key is made before anything is sent. */
export function SubmitDialog({ shown, close, found, done }: {
  shown: Shown
  close: () => void
  /** The server found errors: the page shows what was found, which it cannot all know by itself (E06). */
  found: (findings: readonly Finding[]) => void
  done: (receipt: Receipt) => void
}) {
  const t = useWords()
  const inWords = useFindingWords()
  const check = useAsk(mineContract.check, { id: shown.id }, { fresh: true })
  const submit = useDeed(mineContract.submit)
  const latest = useAsk(mineContract.show, { id: shown.id }).value ?? shown
  // An answer of before the last change says nothing of what is sent now.
  const result = check.refreshing ? undefined : check.value
  const warnings = result?.findings.filter(({ severity }) => severity === 'warning') ?? []
  const wrong = result?.findings.some(({ severity }) => severity === 'error') ? result.findings : null
  const why = result?.closed.find(({ verb }) => verb === 'submit')
  useEffect(() => {
    if (wrong) found(wrong)
  }, [wrong, found])
  const next = result?.next
  const until = next ? latest.route.find(({ level }) => level === next.level)?.closesAt : null
  return (
    <DeedDialog
      open title={t('applications.mine.submit.title')} verb={t('applications.mine.submit.verb')} close={close} width={600}
      act={async () => {
        // Pressed before the check has answered: the server asks the same again, and nothing that is pressed is lost.
        if (why) return null
        const answer = await submit.do({ id: shown.id, version: latest.version })
        if (answer.ok) done(answer.value)
        return answer
      }}
    >
      {check.refusal && <Refused refusal={check.refusal} again={check.again} />}
      {!result && !check.refusal && <Skeleton lines={3} />}
      {result && (
        <>
          {why && <Notice tone="bad" title={t('applications.mine.submit.closed')}><p>{t(why.code, why.params)}</p></Notice>}
          {next && <p>{t(next.isFast ? 'applications.mine.submit.fast' : 'applications.mine.submit.next', { desk: next.name })}</p>}
          <ul>
            <li>{t('applications.mine.submit.frozen')}</li>
            <li>{until ? t('applications.mine.submit.withdraw', { moment: endOf(new Date(until)) }) : t('applications.mine.submit.withdraw.open')}</li>
            <li>{t('applications.mine.submit.receipt')}</li>
          </ul>
          {result.eligibility.some(({ outcome }) => outcome !== 'met') && <Eligibility of={result.eligibility.filter(({ outcome }) => outcome !== 'met')} />}
          <Limits of={result.limits} />
          {warnings.length > 0 && <Notice tone="warn" title={t('applications.mine.check.warnings', { n: warnings.length })}><ul>{warnings.map((one, i) => <li key={i}>{inWords(one)}</li>)}</ul></Notice>}
        </>
      )}
    </DeedDialog>
  )
}
