import { useEffect, useState } from 'react'
import { useWords } from '../words.ts'

/** Grey lines in place of what is coming; only after 300 ms, so that quick answers do not flicker. */
export function Skeleton({ lines = 5 }: { lines?: number }) {
  const t = useWords()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="skeleton" aria-busy="true" data-late={late}>
      {late && <output className="sr">{t('web.loading')}</output>}
      {Array.from({ length: lines }, (_, i) => <i key={i} />)}
    </div>
  )
}
