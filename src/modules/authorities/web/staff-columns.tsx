import { useNavigate } from '@tanstack/react-router'
import type { OutputOf } from '../../../kernel/contract.ts'
import type { Column } from '../../../web/ui/data-list.tsx'
import { RowMenu, type RowDeed } from '../../../web/ui/row-menu.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import type { authoritiesContract } from '../contract.ts'
import type { StaffDoing } from './staff-dialogs.tsx'

export type StaffRow = OutputOf<typeof authoritiesContract.staff>['rows'][number]
type Mandate = StaffRow['mandates'][number]

/** The authority with the word for its officers, or the post alone for the platform. */
export function useMandateName(): (mandate: Mandate) => string {
  const t = useWords()
  const lang = useLang()
  return ({ post, authority, authorityEn }) => post === 'authority_officer' ? t('staff.officer_of', { authority: lang === 'en' && authorityEn ? authorityEn : authority }) : t(`staff.post.${post}`)
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
  const navigate = useNavigate()
  const deeds = row.can.map((deed): RowDeed => ({ key: deed, word: t(words[deed]), act: () => start({ deed, row }) }))
  const history = { key: 'history', word: t('staff.history'), act: () => void navigate({ to: '/platform/changes', search: { room: 'staff', subject: row.accountId } }) }
  return <RowMenu name={row.name} shown={1} deeds={[...deeds, history]} />
}
