import { Button, Popover, type ButtonProps } from 'antd'
import { Suspense, useEffect, useId, useRef, useState } from 'react'
import type { Closed } from '../../kernel/why.ts'
import { webRooms } from '../../modules.web.ts'
import { ownProblem } from '../problem.ts'
import { useWords } from '../words.ts'

/**
 * "Why can't I?" (N11): the deed of a row or a page, drawn from what the server said of it.
 *
 *   <Deed verb="authorise" label={t('structure.verb.authorise')} can={row.can} closed={row.closed} onClick={() => open(row)} />
 *
 * - in `can`: an ordinary button;
 * - in `closed`: the same button, greyed, which can be reached and pressed: it says which rule, which fact, who can change
 *   it, and offers to ask him (the help room). `aria-disabled`, never `disabled`: what cannot be reached explains nothing;
 * - in neither: nothing is drawn, the deed does not exist for this reader.
 *
 * `label` and `name` are words (already translated); `name` tells a screen reader which row it is. Where one page has
 * several `closed` lists, give the one that belongs to the row.
 */
export function Deed({ verb, label, name, can, closed, onClick, ...look }: {
  verb: string
  label: string
  name?: string
  can: readonly string[]
  closed: readonly Closed[]
  onClick: () => void
} & Pick<ButtonProps, 'type' | 'danger' | 'size' | 'icon' | 'loading' | 'id' | 'className' | 'aria-describedby'>) {
  const why = closed.find((one) => one.verb === verb)
  const words = <>{label}{name && <span className="sr"> {name}</span>}</>
  if (can.includes(verb)) return <Button {...look} onClick={onClick}>{words}</Button>
  return why ? <ClosedDeed why={why} label={label} {...(name && { name })} {...(look.size && { size: look.size })} {...(look.type && { type: look.type })} /> : null
}

/** A deed that is not open: pressing it says why. */
export function ClosedDeed({ why, label, name, size, type }: { why: Pick<Closed, 'code' | 'params'>; label: string; name?: string } & Pick<ButtonProps, 'size' | 'type'>) {
  const t = useWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const pressed = ({ target }: PointerEvent) => {
      // The dialog in which one asks was opened from within: to press there is no leaving.
      if (!(target instanceof Element) || target.closest('.ant-modal-root')) return
      if (!button.current?.contains(target) && !box.current?.contains(target)) setOpen(false)
    }
    const typed = ({ key, target }: KeyboardEvent) => {
      if (key !== 'Escape' || !(target instanceof Node) || !(button.current?.contains(target) || box.current?.contains(target))) return
      setOpen(false)
      button.current?.focus({ preventScroll: true })
    }
    document.addEventListener('pointerdown', pressed)
    document.addEventListener('keydown', typed)
    return () => {
      document.removeEventListener('pointerdown', pressed)
      document.removeEventListener('keydown', typed)
    }
  }, [open])
  const shut = () => {
    setOpen(false)
    button.current?.focus({ preventScroll: true })
  }
  return (
    <Popover
      // Opened and closed by the button alone: a dialog that is opened from within must not close it.
      trigger={[]} open={open} destroyOnHidden placement="bottomLeft" autoAdjustOverflow classNames={{ root: 'why-not' }}
      afterOpenChange={(shown) => shown && box.current?.focus({ preventScroll: true })}
      content={(
        <div id={id} ref={box} role="dialog" tabIndex={-1} aria-label={t('web.closed.title', { deed: label })}>
          <p className="notice-title">{t('web.closed.title', { deed: label })}</p>
          <Why {...why} />
          <p className="deeds"><Button size="small" onClick={shut}>{t('web.closed.close')}</Button></p>
        </div>
      )}
    >
      {/* Filled and red are for what can be done: a closed deed keeps its place and its size only. */}
      <Button
        ref={button} className="closed-deed" {...(size && { size })} type={type === 'link' || type === 'text' ? type : 'default'}
        aria-disabled="true" aria-haspopup="dialog" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => (open ? shut() : setOpen(true))}
      >
        {label}{name && <span className="sr"> {name}</span>}
      </Button>
    </Popover>
  )
}

/** The rule with its fact, and who can change it: also for a page that has room for it without a press. */
export function Why({ code, params }: Pick<Closed, 'code' | 'params'>) {
  const t = useWords()
  const Whom = webRooms.find((room) => room.Whom)?.Whom
  return (
    <>
      <p>{t(code, params)}</p>
      {Whom && <Suspense fallback={null}><Whom refusal={ownProblem(code, t(code, params), 409)} /></Suspense>}
    </>
  )
}
