import { useDeed } from '../../../web/ask.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { legacyContract } from '../contract.ts'
import type { ShownImport } from './import-page.tsx'

export function DiscardDialog({ one, open, close }: { one: ShownImport; open: boolean; close: () => void }) {
  const t = useWords()
  const discard = useDeed(legacyContract.discard)
  return (
    <ConfirmDialog open={open} title={t('legacy.discard.title')} verb={t('legacy.verb.discard')} danger undo={false} close={close} act={() => discard.do({ id: one.id, version: one.version })}>
      <p>{t('legacy.discard.text')}</p>
    </ConfirmDialog>
  )
}
