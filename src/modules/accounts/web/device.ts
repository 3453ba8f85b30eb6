/** First match wins: browsers name their ancestors too. Names are words: some have a Chinese one. */
const browsers = [
  [/MicroMessenger/, 'wechat'], [/QQBrowser/, 'qq'], [/360(SE|EE)|QihooBrowser/, '360'], [/Edg(e|A|iOS)?\//, 'edge'],
  [/Firefox\/|FxiOS/, 'firefox'], [/Chrom(e|ium)\/|CriOS/, 'chrome'], [/Safari\//, 'safari'],
] as const
const systems = [
  [/HarmonyOS|OpenHarmony/, 'harmony'], [/Android/, 'android'], [/iPhone|iPad/, 'ios'], [/Windows/, 'windows'], [/Mac OS X/, 'macos'],
  [/UOS|Deepin|Kylin/i, 'domestic'], [/Linux/, 'linux'],
] as const

const nameIn = <N extends string>(text: string, names: readonly (readonly [RegExp, N])[]): N | null =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** Browser and system, as far as the browser says: keys below `accounts.browser` and `accounts.system`. */
export const deviceOf = (userAgent: string | null) =>
  ({ browser: nameIn(userAgent ?? '', browsers), system: nameIn(userAgent ?? '', systems) })
