import { Input, Radio } from 'antd'
import { useDeferredValue, useEffect, useRef, useState, type CSSProperties, type ComponentRef } from 'react'
import { useLang, useWords } from '../../../web/words.ts'
import { useAuthorities } from './choices.ts'
import { branchesOf } from './tree.ts'

/** The authorities as one list of radios, indented as they hang: the arrow keys walk it, a search shortens it (S1-39). */
export function AuthorityTree({ value, choose, but, id }: {
  value: string | null
  choose: (authorityId: string) => void
  /** Where the registration lies already. */
  but?: string
  id: string
}) {
  const t = useWords()
  const lang = useLang()
  const [text, setText] = useState('')
  const search = useRef<ComponentRef<typeof Input>>(null)
  // The dialog has the focus first, on its cross.
  useEffect(() => {
    const timer = setTimeout(() => search.current?.focus(), 50)
    return () => clearTimeout(timer)
  }, [])
  const branches = branchesOf(useAuthorities(), lang, useDeferredValue(text), but)
  return (
    <>
      <Input ref={search} id={id} value={text} onChange={(e) => setText(e.target.value)} allowClear autoComplete="off" aria-label={t('units.authority.search')} placeholder={t('units.authority.search')} />
      <div className="branches">
        {branches.length === 0 && text && <p className="empty">{t('units.authority.none', { text })}</p>}
        <Radio.Group value={value} onChange={(e) => choose(String(e.target.value))} style={{ display: 'block' }} aria-label={t('units.authority.pick')}>
          {branches.map((b) => {
            const style = { '--depth': b.depth } as CSSProperties
            return b.choosable
              ? <Radio key={b.id} value={b.id} className="branch" style={style}>{b.name}</Radio>
              : <span key={b.id} className="branch only" style={style}>{b.name}</span>
          })}
        </Radio.Group>
      </div>
    </>
  )
}
