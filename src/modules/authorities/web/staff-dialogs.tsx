import { useDeed } from '../../../web/ask.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { useWords } from '../../../web/words.ts'
import { authoritiesContract } from '../contract.ts'
import type { StaffRow } from './staff-columns.tsx'
import { AddStaffForm, EndForm, GrantForm } from './staff-forms.tsx'
import type { AtDesk } from './tree.ts'

export type StaffDoing = { deed: 'add' } | { deed: StaffRow['can'][number]; row: StaffRow }

interface Props {
  doing: StaffDoing | null
  authorities: readonly AtDesk[]
  close: () => void
  tell: (sentence: string) => void
}

/** The deeds on staff that need no more than a yes: verb, words, and whether they can be taken back. */
const plain = [
  { deed: 'disable', verb: authoritiesContract.disableStaff, word: 'disable', told: 'disabled_now', danger: true, undo: true },
  { deed: 'enable', verb: authoritiesContract.enableStaff, word: 'enable', told: 'enabled', danger: false, undo: true },
  { deed: 'resetSecondFactor', verb: authoritiesContract.resetStaffSecondFactor, word: 'reset_second_factor', told: 'second_factor_reset', danger: true, undo: false },
  { deed: 'resendLink', verb: authoritiesContract.resendLink, word: 'resend_link', told: 'link_sent', danger: false, undo: false },
] as const

export function StaffDialogs({ doing, authorities, close, tell }: Props) {
  const t = useWords()
  const row = doing && doing.deed !== 'add' ? doing.row : null
  const name = row?.name ?? ''
  const done = (word: string) => (tell(t(word, { name })), close())
  return (
    <>
      <FormDialog open={doing?.deed === 'add'} title={t('staff.add')} close={close}>
        <AddStaffForm authorities={authorities} close={close} done={() => done('staff.added')} />
      </FormDialog>
      <FormDialog open={doing?.deed === 'grant'} title={t('staff.grant.title', { name })} close={close}>
        {row && <GrantForm row={row} authorities={authorities} close={close} done={() => done('staff.granted')} />}
      </FormDialog>
      <FormDialog open={doing?.deed === 'end'} title={t('staff.end.title', { name })} close={close}>
        {row && <EndForm row={row} close={close} done={() => done('staff.ended')} />}
      </FormDialog>
      {plain.map((one) => <Plain key={one.deed} one={one} row={doing?.deed === one.deed ? row : null} close={close} tell={tell} />)}
    </>
  )
}

function Plain({ one, row, close, tell }: { one: (typeof plain)[number]; row: StaffRow | null; close: () => void; tell: Props['tell'] }) {
  const t = useWords()
  const deed = useDeed(one.verb)
  const name = row?.name ?? ''
  const act = async () => {
    const answer = await deed.do({ accountId: row?.accountId ?? '' })
    if (answer.ok) tell(t(`staff.${one.told}`, { name }))
    return answer
  }
  const title = one.deed === 'enable' ? `${t('staff.enable')}：${name}` : t(`staff.${one.word}.title`, { name })
  return (
    <ConfirmDialog open={row !== null} title={title} verb={t(`staff.${one.word}`)} danger={one.danger} undo={one.undo} close={close} act={act}>
      {one.deed !== 'enable' && <p>{t(`staff.${one.word}.ask`)}</p>}
    </ConfirmDialog>
  )
}
