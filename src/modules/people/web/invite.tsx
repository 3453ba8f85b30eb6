import { useActor, useSite } from '../../../web/session.ts'
import { CopyText } from '../../../web/ui/copy-text.tsx'
import { useLang, useWords } from '../../../web/words.ts'

/** A text for one's colleagues: where to register, and which unit to choose by its exact name. */
export function Invite() {
  const t = useWords()
  const site = useSite()
  const actor = useActor()
  const name = useLang() === 'zh' ? site.nameZh : site.nameEn
  return <CopyText label={t('people.invite.lead')} text={t('people.invite.text', { site: name, link: `${location.origin}/register`, unit: actor?.mandate?.scopeName ?? '' })} />
}
