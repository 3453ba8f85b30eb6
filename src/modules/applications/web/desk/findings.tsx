import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { useWords } from '../../../../web/words.ts'
import { checkCounts } from '../../../calls/form/check-counts.ts'
import { useFindingWords } from '../../../calls/web/parts.ts'
import type { Opened } from './shown.ts'

/** N15: the same check that the applicant met, with what it found; each leads to its field. */
export function Findings({ application: a, goTo, labelOf }: { application: Opened; goTo: (tab: string, field: string) => void; labelOf: (field: string) => string }) {
  const t = useWords()
  const inWords = useFindingWords()
  const counts = checkCounts(a.document.form, a.content, a.findings)
  const { wrong, warned } = counts
  return (
    <div className="findings">
      <p className="findings-head">
        <StateTag tone={wrong > 0 ? 'bad' : warned > 0 ? 'warn' : 'good'} word={t('applications.desk.checks', { passed: counts.passed, all: counts.all })} />
        <span>{t(wrong > 0 ? 'applications.desk.checks.wrong' : warned > 0 ? 'applications.desk.checks.warned' : 'applications.desk.checks.clean', { wrong, warned })}</span>
        <span className="quiet">{t('applications.desk.checks.version', { n: a.submitted?.callVersion ?? a.call.version })}</span>
      </p>
      {a.findings.length > 0 && (
        <ul>
          {a.findings.toSorted((x, y) => Number(x.severity === 'warning') - Number(y.severity === 'warning')).map((one, i) => (
            <li key={i} className={one.severity === 'error' ? 'error' : 'warning'}>
              <button type="button" className="link inline" onClick={() => goTo(one.tab, one.field)}>{labelOf(one.field)}</button> {inWords(one)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
