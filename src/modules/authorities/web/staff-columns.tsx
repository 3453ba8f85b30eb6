import { Link } from '@tanstack/react-router'
import type { OutputOf } from '../../../kernel/contract.ts'
import type { Column } from '../../../web/ui/data-list.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { authoritiesContract } from '../contract.ts'
import type { StaffDoing } from './staff-dialogs.tsx'

export type StaffRow = OutputOf<typeof authoritiesContract.staff>['rows'][number]
type Mandate = StaffRow['mandates'][number]

/** `海河区科学技术局 审核人员`, or the post alone for the platform. */
export function useMandateName(): (mandate: Mandate) => string {
  const t = useWords()
  const lang = useLang()
  return ({ post, authority, authorityEn }) => [lang === 'en' && authorityEn ? authorityEn : authority, t(`staff.post.${post}`)].filter(Boolean).join(' ')
}

export function useStaffColumns(): Column<StaffRow>[] {
  const t = useWords()
  const nameOf = useMandateName()
  return [
    { key: 'name', title: t('staff.name'), card: 'title', render: (row) => <>{row.name}{row.yourself && <> <StateTag tone="plain" word={t('staff.you')} /></>}</> },
    { key: 'userName', title: t('staff.user_name'), render: (row) => <code>{row.userName}</code> },
    {
      key: 'posts', title: t('staff.post'),
      render: (row) => row.mandates.length === 0 ? <span className="quiet">{t('staff.no_mandate')}</span>
        : <>{row.mandates.map((mandate) => <div key={`${mandate.post}${mandate.authorityId ?? ''}`}>{nameOf(mandate)}</div>)}</>,
    },
    { key: 'mail', title: t('staff.mail'), render: (row) => row.mail },
    {
      key: 'factor', title: t('staff.second_factor'), width: 110,
      render: (row) => <StateTag tone={row.secondFactor ? 'good' : 'warn'} word={t(`staff.second_factor.${row.secondFactor ? 'on' : 'off'}`)} />,
    },
    { key: 'seen', title: t('staff.last_signed_in'), width: 150, render: (row) => row.lastSignedInAt ? <Time at={row.lastSignedInAt} /> : t('staff.never') },
    {
      key: 'state', title: t('staff.state'), width: 110, card: 'state',
      render: (row) => row.state === 'active' && row.invited ? <StateTag tone="warn" word={t('staff.state.invited')} />
        : <StateTag tone={row.state === 'active' ? 'good' : 'still'} word={t(`staff.state.${row.state}`)} />,
    },
  ]
}

const words = {
  grant: 'staff.grant', end: 'staff.end', disable: 'staff.disable', enable: 'staff.enable', resetSecondFactor: 'staff.reset_second_factor', resendLink: 'staff.resend_link',
} as const

export function StaffDeeds({ row, start }: { row: StaffRow; start: (doing: StaffDoing) => void }) {
  const t = useWords()
  return (
    <>
      {row.can.map((deed) => (
        <button key={deed} type="button" className="link" onClick={() => start({ deed, row })}>{t(words[deed])}<span className="sr"> {row.name}</span></button>
      ))}
      <Link className="link" to="/platform/changes" search={{ room: 'staff', subject: row.accountId } as never}>{t('staff.history')}<span className="sr"> {row.name}</span></Link>
    </>
  )
}
