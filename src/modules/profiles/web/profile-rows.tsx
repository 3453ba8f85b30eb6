import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSite } from '../../../web/session.ts'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { isAskedOfCitizens, type ReviewedField } from '../fields.ts'
import { usePlaceInWords, usePlainInWords, useReviewedInWords } from './in-words.ts'
import { useDocumentTypes } from './lists.ts'
import { remarksOf } from './remarks.ts'
import { toneOf, type Mine, type ShownRevision } from './shown.ts'

interface Cell {
  label: string
  value: ReactNode
  /** Of a reviewed field: what waits beside it, or was refused. */
  aside?: ReactNode
}

/** All fields in the rows and the order of the manual (S2-67 to S2-74); what waits stands beside what is in force. */
export function ProfileRows({ mine }: { mine: Mine }) {
  const t = useWords()
  const place = usePlaceInWords()
  const plain = usePlainInWords()
  const inWords = useReviewedInWords()
  const documentTypes = useDocumentTypes()
  const homeArea = useHomeArea()
  const { account, values, employer, approved, latest } = mine
  // What was withdrawn is nobody's business but the form's.
  const beside = latest && latest.state !== 'withdrawn' ? latest : null
  const shown: ShownRevision | null = approved ?? latest
  const remarks = remarksOf(beside?.decision?.reasonCodes ?? [])
  const cell = (field: Parameters<typeof plain>[0]): Cell => ({ label: t(`profiles.field.${field}`), value: plain(field, values) })
  /** The part of a reviewed field that this cell shows. */
  const reviewed = (field: ReviewedField, label: string, of: (r: ShownRevision) => string): Cell => ({
    label, value: shown && of(shown),
    aside: beside && (
      <>
        {approved && beside.changed.includes(field) && of(beside) !== of(approved) && (
          <p><StateTag word={t('profiles.in_force')} tone="good" /><span className="aside-arrow" aria-hidden="true">→</span><StateTag word={t(`profiles.badge.${beside.state}`)} tone={toneOf(beside.state)} /> {of(beside)}</p>
        )}
        {remarks[field] && <p className="remark">{t(`profiles.reason.${remarks[field]}`)}</p>}
      </>
    ),
  })
  const document = mine.document
  const rows: Cell[][] = [
    [{ label: t('profiles.field.name'), value: account.name }, cell('sex')],
    [cell('nationality'), ...(isAskedOfCitizens(values.nationality) ? [cell('ethnicGroup'), cell('politicalStatus')] : [])],
    [
      { label: t('profiles.field.documentType'), value: documentTypes.nameOf(document?.type ?? shown?.documentType) },
      { ...reviewed('document', t('profiles.field.document'), (r) => r.document), value: <span className="code">{document?.number ?? shown?.document}</span> },
      cell('birthDate'),
    ],
    [
      { label: t('profiles.field.province'), value: place.province(employer?.district ?? null) }, { label: t('profiles.field.district'), value: place.district(employer?.district ?? null) },
      { label: t('profiles.field.area'), value: homeArea(employer?.isHomeProvince ?? null) },
    ],
    [
      { label: t('profiles.field.unitNature'), value: place.nature(employer?.unitNature ?? null) },
      { ...reviewed('unit', t('profiles.field.unitName'), (r) => r.unit.name), value: shown?.unit.name ?? employer?.name },
      ...(shown?.secondaryUnit ?? beside?.secondaryUnit ?? mine.secondaryUnit
        ? [{ ...reviewed('unit', t('profiles.field.secondaryUnit'), (r) => r.secondaryUnit?.name ?? t('profiles.direct')), value: shown ? shown.secondaryUnit?.name ?? t('profiles.direct') : mine.secondaryUnit?.name }] : []),
    ],
    [
      { label: t('profiles.field.postalAddress'), value: employer?.postalAddress },
      reviewed('education', t('profiles.field.education'), (r) => inWords('education', r)), reviewed('degree', t('profiles.field.degree'), (r) => inWords('degree', r)),
    ],
    [reviewed('title', t('profiles.field.title'), (r) => inWords('title', r)), reviewed('position', t('profiles.field.position'), (r) => r.position), cell('specialty')],
    [
      { label: t('profiles.field.phone'), value: <>{account.phone && <span className="code">{account.phone}</span>} <AccountLink /></> }, cell('officePhone'),
      { label: t('profiles.field.mail'), value: account.mail && <span className="anywhere">{account.mail}</span> },
    ],
    [cell('qq'), cell('wechat')],
  ]
  return (
    <div className="profile-rows">
      {rows.map((row, i) => (
        <dl key={i}>
          {row.map(({ label, value, aside }) => (
            <div key={label}><dt>{label}</dt><dd>{value || <span className="quiet">—</span>}{aside && <div className="aside-value">{aside}</div>}</dd></div>
          ))}
        </dl>
      ))}
    </div>
  )
}

/** 手机 is the account's and changed there, by a code (E43). */
function AccountLink() {
  const t = useWords()
  return <Link to="/account" className="link inline">{t('profiles.account.change')}<span className="sr"> {t('profiles.field.phone')}</span></Link>
}

/** 工作单位地域: 重庆市内 or 重庆市外, derived (S2-70). */
export function useHomeArea(): (isHome: boolean | null) => string {
  const t = useWords()
  const place = usePlaceInWords()
  const home = place.province(useSite().homeProvince)
  return (isHome) => (isHome === null || !home ? '' : t(isHome ? 'profiles.area.home' : 'profiles.area.away', { province: home }))
}
