import { useDeed } from '../../../web/ask.ts'
import type { Answer } from '../../../web/client.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { useWords } from '../../../web/words.ts'
import { authoritiesContract } from '../contract.ts'
import { AddForm, ChangeForm, MoveForm } from './authority-forms.tsx'
import type { AtDesk } from './tree.ts'

/** What the desk is about to do, and with which authority. */
export type Doing =
  | { deed: 'add'; below: AtDesk | undefined }
  | { deed: 'change' | 'move' | 'close' | 'reopen'; row: AtDesk }

interface Props {
  doing: Doing | null
  tree: readonly AtDesk[]
  close: () => void
  tell: (sentence: string) => void
}

/** The dialogs of the tree: one at a time. */
export function AuthorityDialogs({ doing, tree, close, tell }: Props) {
  const t = useWords()
  const closing = useDeed(authoritiesContract.close)
  const reopening = useDeed(authoritiesContract.reopen)
  const done = (word: string, name: string) => (tell(t(word, { name })), close())
  const row = doing && doing.deed !== 'add' ? doing.row : null
  const name = row?.name ?? ''
  const act = (deed: typeof closing  , word: string) => async (): Promise<Answer<unknown>> => {
    const answer = await deed.do({ id: row?.id ?? '', version: row?.version ?? 0 })
    if (answer.ok) tell(t(word, { name }))
    return answer
  }
  return (
    <>
      <FormDialog open={doing?.deed === 'add'} title={t('authorities.add')} close={close}>
        {doing?.deed === 'add' && <AddForm tree={tree} below={doing.below} close={close} done={(n) => done('authorities.added', n)} />}
      </FormDialog>
      <FormDialog open={doing?.deed === 'change'} title={t('authorities.change.title', { name })} close={close}>
        {row && <ChangeForm row={row} close={close} done={(n) => done('authorities.saved', n)} />}
      </FormDialog>
      <FormDialog open={doing?.deed === 'move'} title={t('authorities.move.title', { name })} close={close}>
        {row && <MoveForm row={row} tree={tree} close={close} done={() => done('authorities.moved', name)} />}
      </FormDialog>
      <ConfirmDialog open={doing?.deed === 'close'} title={t('authorities.close.title', { name })} verb={t('authorities.close')} danger undo close={close}
        act={act(closing, 'authorities.closed_now')}>
        <p>{t('authorities.close.ask')}</p>
      </ConfirmDialog>
      <ConfirmDialog open={doing?.deed === 'reopen'} title={t('authorities.reopen')} verb={t('authorities.reopen')} undo close={close}
        act={act(reopening, 'authorities.reopened')}>
        <p>{name}</p>
      </ConfirmDialog>
    </>
  )
}
