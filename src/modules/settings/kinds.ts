import { z } from 'zod'
import { mail } from '../../codes/mail.ts'
import { chongqing, provinces, tianjin } from '../../codes/region.ts'
import { textCheck } from '../../codes/text.ts'
import type { Profile } from '../../config.ts'
import { field } from '../../kernel/field.ts'
import { bad, good, type Check } from '../../kernel/check.ts'
import { httpLink } from './checks.ts'
import { identityKinds } from './identity-kinds.ts'

/** What a default may depend on. */
export interface Place {
  profile: Profile
  demo: boolean
}

export const groups = ['site', 'owner', 'support', 'record', 'registration', 'identity'] as const
export type Group = (typeof groups)[number]

/** How the page asks for it. */
export type Input = 'line' | 'link' | 'mail' | 'number' | 'switch' | 'province'

export interface Kind<T = unknown> {
  group: Group
  input: Input
  schema: z.ZodType<T>
  default: (place: Place) => T
  /** May be left empty. */
  optional?: true
  /** Least and most of a number. */
  range?: readonly [number, number]
}

/** Both profiles in one product show the names of the first manual (D1). */
const by = <T>(ofTianjin: T, ofChongqing: T) => ({ profile }: Place): T => (profile === 'chongqing' ? ofChongqing : ofTianjin)

const orEmpty = (check: Check): Check => (raw) => (raw.trim() === '' ? good('') : check(raw))

/** Digits as people write them for others: `022-01234567 转 8`. */
const phoneLine: Check = (raw) => {
  const text = raw.normalize('NFKC').trim()
  return /^[\d+()、,;/ 转ext.-]{3,60}$/.test(text) ? good(text) : bad('settings.phone')
}

type Default<T> = (place: Place) => T
const text = (kind: Kind<string>): Kind<string> => kind
const line = (group: Group, min: number, max: number, value: Default<string>): Kind<string> =>
  ({ group, input: 'line', schema: field(textCheck({ min, max })), default: value })
const optionalLine = (group: Group, max: number, value: Default<string> = () => ''): Kind<string> =>
  ({ group, input: 'line', optional: true, schema: field(orEmpty(textCheck({ max }))), default: value })
const whole = (group: Group, least: number, most: number, value: number): Kind<number> => ({
  group, input: 'number', range: [least, most], default: () => value,
  schema: z.int({ error: 'settings.whole' }).min(least, { error: 'settings.whole' }).max(most, { error: 'settings.whole' }),
})
const flag = (group: Group, value: boolean): Kind<boolean> =>
  ({ group, input: 'switch', schema: z.boolean({ error: 'field.choose' }), default: () => value })

const ofDemo = (zh: string, suffix: string) => ({ demo }: Place) => (demo ? zh + suffix : zh)

/**
 * Every word and number that the operator may change while the platform runs, each with what holds until then. A new
 * setting is one line here and its words: page, check, history and journal follow.
 */
export const kinds = {
  // S1-01: a setting, because the manual itself shows two names.
  'site.name_zh': line('site', 2, 40, by('天津市科技管理信息平台', '智汇攻关')),
  'site.name_en': line('site', 2, 120, by('Tianjin Science and Technology Management Information Platform', 'Zhihui Gongguan: Joint Research on Key Technologies')),
  'site.home_province': text({
    group: 'site', input: 'province', default: by(tianjin, chongqing),
    schema: z.string().refine((code) => provinces.items.some((province) => province.code === code), { error: 'field.choose' }),
  }),
  // S2-06
  'owner.name_zh': line('owner', 2, 60, (place) => ofDemo(by('天津市科学技术局', '重庆市科学技术局')(place), '（演示）')(place)),
  'owner.name_en': line('owner', 2, 160, (place) =>
    ofDemo(by('Tianjin Municipal Science and Technology Bureau', 'Chongqing Science and Technology Bureau')(place), ' (demonstration)')(place)),
  'owner.link': text({ group: 'owner', input: 'link', optional: true, schema: field(orEmpty(httpLink)), default: by('', 'https://kjj.cq.gov.cn/') }),
  // S1-57
  'support.mail': text({ group: 'support', input: 'mail', optional: true, schema: field(orEmpty(mail)), default: ({ demo }) => (demo ? 'support@example.org' : '') }),
  'support.phone': text({ group: 'support', input: 'line', optional: true, schema: field(orEmpty(phoneLine)), default: (place) => (place.demo ? by('022-01234567', '023-01234567')(place) : '') }),
  'support.hours_zh': optionalLine('support', 60, () => '工作日 9:00-17:00'),
  'support.hours_en': optionalLine('support', 120, () => 'Working days, 9:00 to 17:00'),
  'record.icp': optionalLine('record', 60),
  'record.police': optionalLine('record', 60),
  'registration.open': flag('registration', true),
  'registration.people_open': flag('registration', true),
  // E07
  'registration.draft_days': whole('registration', 7, 365, 30),
  // I24: personal data and evidence of a closed recovery case go after so many days.
  'recovery.keep_days': whole('registration', 30, 3650, 180),
  // E12: so long a keeper who uses his account may object before it is handed over.
  'recovery.objection_hours': whole('registration', 24, 720, 48),
  // D11, E37: after so many days without a decision the unit may decide for its secondary unit.
  'reviews.silent_days': whole('registration', 1, 90, 5),
  // Before each closing time of a call: leaders who have not submitted, desks that still hold something.
  'projects.reminders': flag('registration', true),
  ...identityKinds,
} as const satisfies Record<string, Kind<string> | Kind<number> | Kind<boolean>>

export type SettingKey = keyof typeof kinds
export type SettingValue<K extends SettingKey = SettingKey> = z.output<(typeof kinds)[K]['schema']>

export const settingKeys = Object.keys(kinds) as SettingKey[]

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(kinds, key)

/** The default of a kind at this place. */
export const defaultOf = <K extends SettingKey>(key: K, place: Place): SettingValue<K> => kinds[key].default(place) as SettingValue<K>
