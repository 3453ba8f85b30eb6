import { useEffect, useEffectEvent } from 'react'
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
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || isTyping(event.target)) return
    if ([...document.querySelectorAll('[role=dialog]')].some((dialog) => dialog.getClientRects().length > 0)) return
    const deed = deeds[event.key.length === 1 ? event.key.toUpperCase() : event.key]
    if (!deed) return
    event.preventDefault()
    deed()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
