import { useWords } from '../../../web/words.ts'

/** Both hints of the manual, to the letter (S2-64, S2-65). */
export function Hints() {
  const t = useWords()
  return <ul className="profile-hints">{['review', 'unit'].map((which) => <li key={which}>{t(`profiles.hint.${which}`)}</li>)}</ul>
}
