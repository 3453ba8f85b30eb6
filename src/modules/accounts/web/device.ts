/** First match wins: browsers name their ancestors too. */
const browsers = [
  [/MicroMessenger/, '微信 WeChat'], [/QQBrowser/, 'QQ浏览器'], [/360(SE|EE)|QihooBrowser/, '360浏览器'], [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS/, 'Firefox'], [/Chrom(e|ium)\/|CriOS/, 'Chrome'], [/Safari\//, 'Safari'],
] as const
const systems = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'],
  [/UOS|Deepin|Kylin/i, '国产操作系统'], [/Linux/, 'Linux'],
] as const

const nameIn = (text: string, names: readonly (readonly [RegExp, string])[]) => names.find(([pattern]) => pattern.test(text))?.[1]

/** `Chrome · Windows`, as far as the browser says; null where it says nothing we know. */
export function deviceOf(userAgent: string | null): string | null {
  const found = [nameIn(userAgent ?? '', browsers), nameIn(userAgent ?? '', systems)].filter(Boolean)
  return found.length > 0 ? found.join(' · ') : null
}
