/**
 * Who acts, and under which mandate. A mandate is a post in a scope: every request acts under exactly one, and the
 * journal keeps it with the deed.
 */
export const posts = [
  /** Officer of an authority (局级主管部门 / 区科技局): reviews the units below it. */
  'authority_officer',
  /** Administrator of the platform: authorities, staff, settings, announcements, code lists. */
  'platform_admin',
  /** 技术支持 (S1-58): looks up accounts and verifies evidence, and can do nothing else. */
  'support_officer',
  /** The unit account (单位管理用户 / 法人用户): acts as the unit itself. */
  'unit_account',
  /** 法人单位授权人 (S2-27): everything of the unit account except 账号授权 (D16). */
  'authorised_person',
  /** 二级单位管理人员 (S2-36): reviews the people and applications of one secondary unit. */
  'secondary_unit_manager',
  /** A person (填报用户 / 个人用户, D12): acts for himself. */
  'person',
] as const
export type Post = (typeof posts)[number]

/** Posts without a scope: of the platform itself, or of the person alone. */
export const scopelessPosts = ['platform_admin', 'support_officer', 'person'] as const satisfies readonly Post[]

/** Posts whose holders must sign in with a second factor (guards.md, section 3). */
export const staffPosts = ['authority_officer', 'platform_admin', 'support_officer'] as const satisfies readonly Post[]

/** D16: who acts as the unit. What only the unit account itself may do (账号授权, its own sign-in) names it alone. */
export const unitPosts = ['unit_account', 'authorised_person'] as const satisfies readonly Post[]

export const isUnitPost = (post: Post | undefined): boolean => post !== undefined && (unitPosts as readonly Post[]).includes(post)

/** Whoever has personal information of his own (S2-61): the person, also where he acts for his unit or secondary unit. */
export const personalPosts = ['person', 'authorised_person', 'secondary_unit_manager'] as const satisfies readonly Post[]

export interface Mandate {
  post: Post
  /** The authority, unit or secondary unit acted for; null where the post knows no scope (the platform). */
  scopeId: string | null
  /** The unit within which the mandate acts: the scope itself, or the unit of the secondary unit; null for all others. */
  unitId: string | null
  /** Its name, as the header shows it (S1-52). */
  scopeName: string
}

export interface Actor {
  accountId: string
  /** The name signed in with. */
  userName: string
  /** The person's name, as timelines show it. */
  displayName: string
  sessionId: string
  /** null while an account has no post yet: a unit that is still registering (S1-19). */
  mandate: Mandate | null
}

export const holds = (actor: Actor | null, post: Post): boolean => actor?.mandate?.post === post

/** Whether somebody acts as this very unit (D16). */
export const actsAsUnit = (actor: Pick<Actor, 'mandate'> | null, unitId: string | null): boolean =>
  unitId !== null && actor?.mandate?.scopeId === unitId && isUnitPost(actor.mandate.post)

/**
 * 当前用户 (S1-52): the unit or authority that is acted for. A person appears by his own name, also where he acts for his unit
 * or secondary unit: which one that is, stands beside it (S2-61).
 */
export const shownNameOf = ({ mandate, displayName }: Pick<Actor, 'mandate' | 'displayName'>): string =>
  mandate && !(personalPosts as readonly Post[]).includes(mandate.post) ? mandate.scopeName : displayName
