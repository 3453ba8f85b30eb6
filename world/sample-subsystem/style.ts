/** The whole look of the sample; on purpose not that of the platform, so that one sees where one is. */
export const style = `
:root { --ink: #1d2b26; --soft: #4d5c56; --line: #c9d6d0; --green: #14694a; --tint: #eaf4ef; --amber: #7a4b00; --amber-tint: #fff6e0 }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; color: var(--ink); background: #f6f9f7; overflow-wrap: anywhere }
.strip { background: var(--amber-tint); color: var(--amber); text-align: center; padding: 4px 16px; font-size: 14px }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 24px; padding: 16px max(16px, calc(50% - 440px)); background: #fff; border-bottom: 3px solid var(--green) }
header strong { font-size: 20px; flex: 1 } header a, header button { font-size: 14px }
main { max-width: 912px; margin: 0 auto; padding: 24px 16px }
h1 { font-size: 26px; line-height: 1.35; margin: 0 0 16px }
.card { background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: 24px; margin-bottom: 16px } .card h2 { margin: 0; font-size: 18px } .card > * + * { margin-top: 12px } p { margin: 0 }
.out { border-left: 6px solid #a8321f } .good { color: var(--green) } .quiet { color: var(--soft) }
dl { display: grid; gap: 8px; margin: 0 } dl div { display: grid; grid-template-columns: minmax(6em, 9em) 1fr; gap: 12px } dt { color: var(--soft) } dd { margin: 0 }
.deeds { display: flex; flex-wrap: wrap; gap: 12px; align-items: center }
a { color: var(--green) } form { margin: 0 }
.button, button { display: inline-flex; align-items: center; min-height: 40px; padding: 0 18px; border: 1px solid var(--green); border-radius: 6px; background: var(--green); color: #fff; font: inherit; text-decoration: none; cursor: pointer }
.button.plain, button.plain { background: #fff; color: var(--green) } header a { display: inline-flex; align-items: center; min-height: 40px }
:focus-visible { outline: 3px solid var(--green); outline-offset: 2px }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: 8px 12px; border-bottom: 1px solid var(--line) } th { background: var(--tint); font-weight: 600 }
@media (max-width: 500px) { dl div { grid-template-columns: 1fr; gap: 0 } }
`
