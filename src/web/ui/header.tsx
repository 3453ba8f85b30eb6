import { Link, useLocation } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { shownNameOf, type Mandate } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/words.ts'
import { webRooms } from '../../modules.web.ts'
import { parallelOf } from '../parallel.ts'
import { prefer } from '../preferences.ts'
import type { HeaderParts } from '../room.ts'
import { useActor, useShell, useSite } from '../session.ts'
import { speak, useLang, useWords } from '../words.ts'
import { useRefresh } from '../ask.ts'
import { ActingAs } from './acting-as.tsx'
import { Emblem } from './emblem.tsx'

const parts: HeaderParts = Object.assign({}, ...webRooms.map((room) => room.header ?? {}))

function LanguageSwitch() {
  const t = useWords()
  const lang = useLang()
  const refresh = useRefresh()
  const actor = useActor()
  const choose = async (next: Lang) => {
    // Signed in, one's notices come in this language, too.
    await Promise.all([prefer({ lang: next }), actor && parts.keepLanguage?.(next)])
    await speak(next)
    refresh()
  }
  const choice = (code: Lang, name: string) => (
    <button type="button" className="link" lang={code === 'zh' ? 'zh-CN' : 'en'} aria-pressed={lang === code} onClick={() => void choose(code)}>{name}</button>
  )
  return <fieldset className="langs" aria-label={t('web.language')}>{choice('zh', '中文')}<i aria-hidden="true">/</i>{choice('en', 'English')}</fieldset>
}

function ModeSwitch() {
  const t = useWords()
  const { mode, setMode } = useShell()
  const other = mode === 'elder' ? 'standard' : 'elder'
  return <button type="button" className="link" onClick={() => setMode(other)}>{t(`web.mode.${other}`)}</button>
}

/** S1-52: 当前用户, 修改密码, 退出系统. The current user is shown by the unit's name, a person by his own. */
function Who() {
  const t = useWords()
  const actor = useActor()
  const { identity } = useSite()
  const [leaving, setLeaving] = useState(false)
  if (!actor) return null
  const leave = async () => {
    setLeaving(true)
    await parts.signOut?.()
    // D23: unsent changes kept in this window are nobody else's business.
    sessionStorage.clear()
    // On a shared computer one may sign out at the city's provider as well (S2-01).
    location.assign(identity?.signsOut ? '/city/sign-out' : '/')
  }
  return (
    <>
      <span className="who" title={actor.displayName}>{t('web.current_user', { name: shownNameOf(actor) })}</span>
      {parts.passwordPath && <Link to={parts.passwordPath}>{t('web.change_password')}</Link>}
      {parts.signOut && <button type="button" className="link" disabled={leaving} onClick={() => void leave()}>{t('web.sign_out')}</button>}
    </>
  )
}

export function DemoStrip() {
  const t = useWords()
  const { demo, embedded } = useSite()
  if (!demo && !embedded) return null
  return <div className="strip" role="note">{[demo && t('web.demo'), embedded && t('web.embedded')].filter(Boolean).join(' ')}</div>
}

/** The letterhead of the application: S1-01 names in both languages, one beneath the other. */
export function Header({ children }: { children?: ReactNode }) {
  const t = useWords()
  const site = useSite()
  const actor = useActor()
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  const onward = (mandate: Mandate) => parallelOf(pathname, mandate, webRooms.flatMap((room) => room.routes))
  return (
    <header className="masthead">
      <DemoStrip />
      <div className="band">
        <a className="brand" href="/">
          <span className="emblem"><Emblem /></span>
          <span className="names">
            <span className="name-zh" lang="zh-CN">{site.nameZh}</span>
            <span className="name-en" lang="en">{site.nameEn}</span>
          </span>
        </a>
        {actor && parts.Inbox && <span className="bell-phone"><parts.Inbox /></span>}
        <button type="button" className="link more" aria-expanded={open} aria-controls="header-aside" onClick={() => setOpen(!open)}>{t('web.menu')}</button>
        <div className="aside" id="header-aside" data-open={open}>
          <div className="switches"><ModeSwitch /><LanguageSwitch /></div>
          {actor && <span className="me">
            {parts.Inbox && <span className="bell-desk"><parts.Inbox /></span>}
            <Who />
          </span>}
        </div>
      </div>
      <div className="below-band">
        {children}
        {actor && <div className="acting">{parts.MandateSwitch ? <parts.MandateSwitch onward={onward} /> : <ActingAs actor={actor} />}</div>}
      </div>
      <div className="rules" aria-hidden="true" />
    </header>
  )
}
