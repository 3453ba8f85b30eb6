import { useEffect, useRef } from 'react'
import { useWords } from '../words.ts'

/** A key beside its deed: `<Button>通过 <KeyHint of="A"/></Button>`; not on touch screens. */
export const KeyHint = ({ of }: { of: string }) => {
  const t = useWords()
  return <kbd className="key" aria-label={t('web.key', { key: of })}>{of}</kbd>
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Single keys as deeds, while nothing is typed into and no dialog is open. */
export function useKeys(deeds: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(deeds)
  latest.current = deeds
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || isTyping(event.target)) return
      if (document.querySelector('[role=dialog]:not([hidden])')?.checkVisibility?.()) return
      const deed = latest.current[event.key.length === 1 ? event.key.toUpperCase() : event.key]
      if (!deed) return
      event.preventDefault()
      deed()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
