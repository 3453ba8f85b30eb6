import { elapsed } from '../../../../web/elapsed.ts'
import { Facts } from '../../../../web/ui/facts.tsx'
import { Time, Until } from '../../../../web/ui/time.tsx'
import { useWords } from '../../../../web/words.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import type { Opened } from './shown.ts'

/** Whose it is, who has it, since when and until when (N25). */
export function ItemFacts({ application: a }: { application: Opened }) {
  const t = useWords()
  const said = useSaid()
  const here = a.route.find((step) => step.at)
  return (
    <Facts rows={[
      { label: t('applications.desk.field.number'), value: a.number && <span className="code">{a.number}</span> },
      { label: t('applications.desk.field.category'), value: said(a.category) },
      { label: t('applications.desk.field.leader'), value: a.leader.name },
      { label: t('applications.desk.field.unit'), value: a.unit.name },
      { label: t('applications.desk.field.department'), value: a.secondaryUnit?.name ?? t('applications.desk.no_department') },
      a.submittedAt ? { label: t('applications.desk.field.submittedAt'), value: <Time at={a.submittedAt} /> } : { label: t('applications.desk.begunAt'), value: <Time at={a.begunAt} /> },
      ...(a.desk ? [{ label: t('applications.desk.with'), value: a.desk.name }] : []),
      ...(a.arrivedAt ? [{ label: t('applications.desk.waited'), value: <>{elapsed(t, a.arrivedAt)} <span className="quiet"><Time at={a.arrivedAt} /></span></> }] : []),
      ...(here?.closesAt ? [{ label: t('applications.desk.until'), value: <Until at={here.closesAt} />, ...(!here.isOpen && { remark: t('applications.desk.window.closed') }) }] : []),
      ...(a.correctUntil ? [{ label: t('applications.desk.correct_until'), value: <Until at={a.correctUntil} /> }] : []),
      ...(a.quota ? [{ label: t('applications.desk.quota'), value: t('applications.desk.quota.n', a.quota) }] : []),
    ]} />
  )
}

/** 流程: every level of its way with its desk and its window; where it lies now. */
export function Route({ application: a }: { application: Opened }) {
  const t = useWords()
  return (
    <ol className="route">
      {a.route.map((step) => (
        <li key={step.level} className={step.at ? 'at' : step.done ? 'done' : undefined} aria-current={step.at ? 'step' : undefined}>
          <b>{step.level === 'leader' ? t('applications.desk.level.leader') : t(`applications.headline.${step.level}`)}</b>
          <span>{step.name}</span>
          {step.opensAt && step.closesAt && <span className="quiet small"><Time at={step.opensAt} />{t('applications.desk.to')}<Until at={step.closesAt} /></span>}
        </li>
      ))}
    </ol>
  )
}
