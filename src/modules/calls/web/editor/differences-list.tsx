import { useMemo } from 'react'
import { useLang, useWords } from '../../../../web/words.ts'
import { callDifferences } from '../../call-differences.ts'
import { differencesInWords } from '../../difference-words.ts'
import { callDocument } from '../../document.ts'

/** What is different between two states of a call, as the public page says it. */
export function DifferencesList({ from, to }: { from: unknown; to: unknown }) {
  const t = useWords()
  const lang = useLang()
  const told = useMemo(() => {
    const [before, after] = [callDocument.safeParse(from), callDocument.safeParse(to)]
    return before.success && after.success ? differencesInWords(callDifferences(before.data, after.data), before.data, after.data, { t, lang }) : null
  }, [from, to, t, lang])
  if (!told) return <p className="quiet">{t('calls.editor.difference.broken')}</p>
  if (told.length === 0) return <p className="quiet">{t('calls.editor.difference.none')}</p>
  return (
    <ol className="differences">
      {told.map((one, index) => (
        <li key={index}>
          <p><b>{one.where.join(t('calls.editor.within'))}</b> <span className="quiet">{t(`calls.difference.${one.what}`)}</span></p>
          {one.before && <p>{one.what === 'changed' && <><span className="quiet">{t('calls.page.before')}</span> </>}<del>{one.before}</del></p>}
          {one.after && <p>{one.what === 'changed' && <><span className="quiet">{t('calls.page.after')}</span> </>}<ins>{one.after}</ins></p>}
        </li>
      ))}
    </ol>
  )
}
