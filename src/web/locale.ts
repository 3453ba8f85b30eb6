import zhCN from 'antd/es/locale/zh_CN.js'
import enGB from 'antd/es/locale/en_GB.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import type { Locale } from 'antd/es/locale/index.js'
import type { Lang } from '../kernel/words.ts'

// To TypeScript these files are CommonJS (antd has no exports map); to Vite they are modules.
const locales = { zh: zhCN, en: enGB } as unknown as Record<Lang, Locale>

/** The words inside Ant Design's parts, and the names of months in its calendars. */
export function antLocale(lang: Lang) {
  dayjs.locale(lang === 'zh' ? 'zh-cn' : 'en')
  return locales[lang]
}
