import type { ComponentType, ReactNode } from 'react'
import type { Lang } from '../kernel/words.ts'
import type { Problem } from './problem.ts'
import type { Actor, Mandate, Post } from '../kernel/actor.ts'
import type { TileIcon } from './ui/tile-icon.tsx'

/** One page of the application; it is loaded when somebody goes there. */
export interface WebRoute {
  /** Below `/app`: `/units/reviews/$id` (TanStack Router's way to name a part). */
  path: string
  lazy: () => Promise<{ default: ComponentType }>
  /** As on the server, which has the last word; absent means `session`. */
  guard?: readonly Post[] | 'anyone' | 'session'
  /** Word key of the page's title. */
  title: string
  /** The page above it, for the breadcrumbs: the path of another route without parts. */
  parent?: string
  /** `tabs` (default): tabs on top as in 用户中心; `side`: left menu (the platform's desk); `bare`: header only (the wizard). */
  frame?: Frame
}

export type Frame = 'tabs' | 'side' | 'bare'

/**
 * An entry of the top tabs or of the left menu, and a tile of the portal page. Entries whose path begins with `/center/` are
 * the tabs of 用户中心 instead, in their order (S2-08 to S2-11).
 */
export interface MenuItem {
  path: string
  /** Word key. */
  label: string
  /** Word key, where the entry is called otherwise in the left menu of its own area (项目管理). */
  inside?: string
  /** Entries of one group (word key) stand together in the left menu. */
  group?: string
  /** Small numbers come first. */
  order?: number
  /** How many things wait there; drawn beside the label. */
  Count?: ComponentType
  /** A large tile on the portal page (S2-05). */
  icon?: TileIcon
  /** Word key of one line below the label of the tile. */
  about?: string
  /** Not where one lands after signing in, wherever it stands. */
  lands?: false
  /** Draws the entry only where the server says that it is this reader's (D25). */
  Gate?: ComponentType<{ children: ReactNode }>
}

/** What a room puts into the header (the accounts room, the notices). */
export interface HeaderParts {
  /** 修改密码 (S1-52). */
  passwordPath?: string
  /** 退出系统: ends the session on the server; the shell then leaves for the portal. */
  signOut?: () => Promise<void>
  /** The language of what is sent to this person, kept with the account. */
  keepLanguage?: (lang: Lang) => Promise<void>
  /** The bell, see ui/bell.tsx. */
  Inbox?: ComponentType
  /** Where one reads what one can do, and why not: a link at the foot of every page (the help room). */
  whyPath?: string
  /** For people with several mandates. `onward`: the address to go on at under another one. */
  MandateSwitch?: ComponentType<{ onward: (mandate: Mandate) => string }>
}

/** The browser part of a room; `src/modules.web.ts` gathers them. */
export interface WebRoom {
  name: string
  routes: readonly WebRoute[]
  menu: (actor: Actor) => readonly MenuItem[]
  header?: HeaderParts
  /** Beside a refusal that somebody else can change: who, and a way to ask (the help room). */
  Help?: ComponentType<{ refusal: Problem }>
  /** Beside a deed that is not open: who can change it, by name, and a way to ask (the help room). */
  Whom?: ComponentType<{ refusal: Problem }>
  /** On the portal page (S2-05): before its tiles what must be seen first (who waits for his unit), after them more to enter. */
  Portal?: { Before?: ComponentType; After?: ComponentType }
  /** Above every page of whoever is signed in, while there is something that must not be forgotten (a hand-over). */
  Banner?: ComponentType
}
