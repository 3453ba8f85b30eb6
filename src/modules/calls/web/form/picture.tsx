import { use, useEffect, useState } from 'react'
import { useWords } from '../../../../web/words.ts'
import { FormPartsContext } from './parts.ts'

/** A picture of a text, from memory (`blob:`): no uploaded file is ever a page of our origin (D24). */
export function Picture({ id, alt, width }: { id: string; alt?: string | undefined; width?: number | undefined }) {
  const t = useWords()
  const { pictures } = use(FormPartsContext)
  const load = pictures?.load
  const [got, setGot] = useState<{ id: string; address: string | null; why: string } | null>(null)
  useEffect(() => {
    if (!load) return
    let address: string | null = null
    let gone = false
    void load(id).then((answer) => {
      if (gone) return
      address = answer.ok ? URL.createObjectURL(answer.value) : null
      setGot({ id, address, why: answer.ok ? '' : answer.refusal.detail })
    })
    return () => {
      gone = true
      if (address) URL.revokeObjectURL(address)
    }
  }, [id, load])
  if (got?.id === id && got.address) return <img src={got.address} alt={alt ?? ''} style={{ width: width ? `${width}px` : undefined }} />
  return <span className="picture-gone" role="img" aria-label={alt ?? t('calls.fill.picture')}>{got?.id === id ? got.why : t('calls.fill.picture')}</span>
}
