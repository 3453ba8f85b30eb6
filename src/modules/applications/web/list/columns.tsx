import { Link, useLocation } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { useIsPhone } from '../../../../web/screen.ts'
import type { Column } from '../../../../web/ui/data-list.tsx'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { Time, Until } from '../../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../../web/words.ts'
import { said } from '../../../calls/said.ts'
import { isToDecide, isUnsubmitted } from '../../state.ts'
import type { Home } from '../desk/home.ts'
import { toneOf, type ProjectRow } from '../desk/shown.ts'

/** S2-78: 项目编号, 项目名称, 项目类别, 负责人, 部门, 申报时间, 状态; an authority sees 申报单位 as well. */
export function useProjectColumns(home: Home, chooseUnit: (unit: string) => void): readonly Column<ProjectRow>[] {
  const t = useWords()
  const lang = useLang()
  const isPhone = useIsPhone()
  return useMemo(() => [
    { key: 'number', title: t('applications.desk.field.number'), render: (row) => (row.number ? <span className="code">{row.number}</span> : <span className="quiet">—</span>) },
    {
      key: 'title', title: t('applications.desk.field.title'), card: 'title',
      render: (row) => <span className="project-title"><ToProject row={row} home={home}>{row.title || t('applications.desk.untitled')}</ToProject></span>,
    },
    { key: 'category', title: t('applications.desk.field.category'), render: (row) => <span className="project-category" title={said(row.call.title, lang)}>{said(row.category, lang)}</span> },
    { key: 'leader', title: t('applications.desk.field.leader'), render: (row) => <span className="project-leader">{row.leader}</span> },
    ...(home.isUnit ? [] : [{
      key: 'unit', title: t('applications.desk.field.unit'),
      render: (row: ProjectRow) => <button type="button" className="link inline workplace" title={t('applications.desk.only_unit')} onClick={() => chooseUnit(row.unit.id)}>{row.unit.name}</button>,
    }]),
    { key: 'department', title: t('applications.desk.field.department'), render: (row) => <span className="workplace">{row.secondaryUnit?.name ?? <span className="quiet">{t('applications.desk.no_department')}</span>}</span> },
    { key: 'submittedAt', title: t('applications.desk.field.submittedAt'), render: (row) => (row.submittedAt ? <Time at={row.submittedAt} /> : <span className="quiet">{t('applications.desk.never_submitted')}</span>) },
    { key: 'state', title: t('applications.desk.field.state'), card: 'state', render: (row) => <span className="project-state"><Headline row={row} />{!isPhone && <Marks row={row} />}</span> },
    ...(isPhone ? [{ key: 'marks', title: t('applications.desk.field.marks'), render: (row: ProjectRow) => <span className="project-state"><Marks row={row} isPhone /></span> }] : []),
  ], [t, lang, home, chooseUnit, isPhone])
}

const Headline = ({ row }: { row: ProjectRow }) => <StateTag word={useWords()(`applications.headline.${row.headline}`)} tone={toneOf(row.state, row.isWaiting)} />

/** The sub-state of 未提交, and what a desk should know before it opens it. */
function Marks({ row, isPhone = false }: { row: ProjectRow; isPhone?: boolean }) {
  const t = useWords()
  const hasNone = !isUnsubmitted(row.state) && !row.isFast && !row.isVacant && !row.isSilent && !row.isLeaderGone && !(row.warnings > 0 && row.desk) && !(row.isWaiting && row.until)
  return (
    <>
      {hasNone && isPhone && <span className="quiet">—</span>}
      {isUnsubmitted(row.state) && <span className="quiet">{t(`applications.sub.${row.state}`)}</span>}
      {row.isFast && <StateTag tone="plain" word={t('applications.desk.mark.fast')} title={t('applications.desk.mark.fast.title')} />}
      {row.isVacant && <StateTag tone="bad" word={t('applications.desk.mark.vacant')} title={t('applications.desk.mark.vacant.title')} />}
      {row.isSilent && !row.isVacant && <StateTag tone="warn" word={t('applications.desk.mark.silent')} title={t('applications.desk.mark.silent.title')} />}
      {row.isLeaderGone && <StateTag tone="warn" word={t('applications.desk.mark.gone')} title={t('applications.desk.mark.gone.title')} />}
      {row.warnings > 0 && row.desk && <span className="warning small">{t('applications.desk.mark.warnings', { n: row.warnings })}</span>}
      {row.isWaiting && row.until && <span className="quiet small">{t('applications.desk.until')} <Until at={row.until} /></span>}
    </>
  )
}

/** To one application, with everything that narrows the list, for the way back; what is personal stands in memory. */
function ToProject({ row, home, className, children }: { row: ProjectRow; home: Home; className?: string; children: ReactNode }) {
  const filters = useLocation({ select: ({ state }) => state.filters })
  return <Link to={home.item} params={{ id: row.id }} search={true} state={{ filters }} {...(className && { className })}>{children}</Link>
}

/** 处理 where something can be decided (S2-81, S2-88), else 查看 (S2-79, S2-87). */
export function ProjectDeeds({ row, home }: { row: ProjectRow; home: Home }) {
  const t = useWords()
  return (
    <ToProject row={row} home={home} className="link">
      {t(isToDecide(row.can) ? 'applications.desk.decide' : 'applications.desk.view')}<span className="sr"> {row.title || row.leader}</span>
    </ToProject>
  )
}
