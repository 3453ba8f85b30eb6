import { isUnitPost, type Actor } from '../../kernel/actor.ts'
import { useWords } from '../words.ts'

/** Under which mandate one acts, where one acts for somebody else: 以……身份办理 (S2-61). The unit account is the unit itself. */
export function ActingAs({ actor }: { actor: Actor }) {
  const t = useWords()
  const { mandate } = actor
  if (!mandate || !(isUnitPost(mandate.post) || mandate.post === 'secondary_unit_manager')) return null
  const post = t(`accounts.post.${mandate.post}`)
  return <span className="acting-as">{mandate.post === 'unit_account' ? t('web.acting.unit', { post }) : t('web.acting', { scope: mandate.scopeName, post })}</span>
}
