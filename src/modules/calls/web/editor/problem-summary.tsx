import { fieldId, goToField } from '../../../../web/ui/field-id.ts'
import { ScrollRegion } from '../../../../web/ui/scroll-region.tsx'
import { Notice } from '../../../../web/ui/notice.tsx'
import { useLang, useWords } from '../../../../web/words.ts'
import type { Problem } from '../../form/problem.ts'
import { useEditing } from './editing.tsx'
import { wordsOn } from './place-words.ts'
import { chosenAt, partOf } from './places.ts'
import { nameOf } from './tree.ts'

const most = 30

/** The part may still have to be drawn: the link changes first. */
function focusSoon(names: readonly string[], frames = 30): void {
  const name = names.find((one) => document.getElementById(fieldId(one)))
  if (name) goToField(name)
  else if (frames > 0) requestAnimationFrame(() => focusSoon(names, frames - 1))
}

/** What keeps the call from being published, each with a link to its place. */
export function ProblemSummary() {
  const t = useWords()
  const lang = useLang()
  const { document: tree, problems, choose, go, askAll } = useEditing()
  const where = ({ place }: Problem) => [t(`calls.editor.part.${partOf(place)}`), ...wordsOn(tree, place, t, lang)].join(t('calls.editor.within'))
  const open = ({ place }: Problem) => {
    askAll()
    go(partOf(place))
    const chosen = chosenAt(place)
    if (chosen) choose(chosen)
    // The input of the place, or the first one of whatever holds it.
    focusSoon(place.map((_, index) => place.slice(0, place.length - index)).flatMap((path) => [nameOf(path), `${nameOf(path)}.zh`, `${nameOf(path)}.label.zh`]))
  }
  if (problems.length === 0) return <Notice tone="good">{t('calls.editor.no_problems')}</Notice>
  return (
    <Notice tone="warn" title={t('calls.editor.problems', { n: problems.length })}>
      <ScrollRegion className="problems" label={t('calls.editor.problems', { n: problems.length })}>
        <ul>
          {problems.slice(0, most).map((one) => (
            <li key={JSON.stringify([one.place, one.code])}><button type="button" className="link" onClick={() => open(one)}>{t('web.pair', { label: where(one), value: t(one.code, one.params) })}</button></li>
          ))}
        </ul>
      </ScrollRegion>
      {problems.length > most && <p>{t('calls.editor.problems.more', { n: problems.length - most })}</p>}
    </Notice>
  )
}
