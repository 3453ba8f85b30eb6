import type { Keeping } from '../../../web/keeper.ts'
import { KeepingState } from '../../../web/ui/keeping-state.tsx'
import { useWords } from '../../../web/words.ts'

/** What became of a draft, or of a half-written 驳回原因. */
export function Kept({ keeping, kept }: { keeping: Keeping; kept: 'profiles.draft.kept' | 'profiles.note.kept' }) {
  const t = useWords()
  return <KeepingState keeping={keeping} said={{ keeping: t('profiles.draft.keeping'), kept: (time) => t(kept, { time }), failed: (why) => t('profiles.draft.failed', { why }) }} />
}
