import type { Actor } from '../kernel/actor.ts'
import type { Lang } from '../kernel/words.ts'

/** `elder` is 长者模式: bigger type and targets by the same tokens. */
export type Mode = 'standard' | 'elder'

/** What the installation is called and who answers for it: settings, in both languages (S1-01, S1-57). */
export interface Site {
  nameZh: string
  nameEn: string
  ownerZh: string
  ownerEn: string
  ownerLink: string
  supportMail: string
  supportPhone: string
  /** Already in words: `工作日 9:00-17:00`. */
  supportHours: string
  /** The same for English pages. */
  supportHoursEn?: string
  /** Record number at the ministry (ICP 备案号), empty where there is none. */
  icp: string
  /** Record number at the police (公安备案号), empty where there is none. */
  policeRecord: string
  /** Code of the province whose districts units lie in (S1-40). */
  homeProvince: string
  /** Which manual's ways are followed where they differ (D1). */
  profile: 'tianjin' | 'chongqing' | 'both'
  /** The city's identity provider by which one may sign in (S2-01); null where there is none (D1). */
  identity: SiteIdentity | null
  /** A demonstration: no real data may be typed in. */
  demo: boolean
  /** The embedded database runs (D26). */
  embedded: boolean
}

export interface SiteIdentity {
  nameZh: string
  nameEn: string
  /** Where one registers there; empty where it is not known. */
  registerLink: string
  /** Whether one may sign out there as well. */
  signsOut: boolean
}

/** What the server writes into the page of the application, as JSON; the browser asks for nothing before its first paint. */
export interface Boot {
  lang: Lang
  mode: Mode
  site: Site
  actor: Actor | null
}
