import { useEffect, useRef } from 'react'
import { Notice } from './notice.tsx'

/**
 * What a deed brought about, at the head of the page: read out and brought into view; where the button of the deed went
 * away with it, a keyboard goes on from here. `after` changes with what the page shows.
 */
export function Told({ sentence, after }: { sentence: string; after: unknown }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sentence) box.current?.scrollIntoView({ block: 'nearest' })
  }, [sentence])
  useEffect(() => {
    if (sentence && document.activeElement === document.body) box.current?.focus({ preventScroll: true })
  }, [sentence, after])
  return sentence ? <div className="told" ref={box} tabIndex={-1}><Notice tone="good" live>{sentence}</Notice></div> : null
}
