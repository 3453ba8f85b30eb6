/** Where Chinese may stand outside of the words, and why. A folder ends in `/`. */
export const chineseAllowed: Readonly<Record<string, string>> = {
  'src/codes/': 'code lists are data: each entry carries its standard name (GB/T ...) beside the English one',
  'src/config/': 'told to the operator before there is a page, in both languages at once',
  'src/main.ts': 'told to the operator on the terminal, in both languages at once',
  'src/give-up.ts': 'as above',
  'src/platform/db/': 'told to the operator on the terminal, in both languages at once',
  'src/platform/page/layout.ts': 'a language is named in itself: 中文',
  'src/web/ui/header.tsx': 'a language is named in itself: 中文',
  'src/platform/serve/operations.ts': 'the name of the program',
  'src/modules/settings/identity-kinds.ts': 'defaults of settings: the name of the city’s identity provider as the manual prints it',
  'src/modules/settings/kinds.ts': 'defaults of settings: names of the two cities as their manuals print them, to be changed by the operator',
  'src/modules/legacy/columns.ts': 'headings and values of the file that an older system gives are data of its format, and the examples of its template content',
  'src/modules/portal/first-agreement.ts': 'the first version of an agreement is content, not interface',
  'src/modules/portal/first-agreement.zh.ts': 'the first version of an agreement is content, not interface',
}

/** Sentences that break a rule of punctuation or language, and why. */
export const sentencesAsIs: Readonly<Record<string, string>> = {
  'portal.old_browser.mode': 'names the switch 极速模式 as the browser itself shows it',
}

/** Events that no page shows: they stand in the journal for the audit alone. */
export const auditOnly: Readonly<Record<string, string>> = {
  'accounts registered': 'the timeline of the registration says it',
  'accounts made_by_recovery': 'the timeline of the recovery case says it',
  'accounts restored_by_recovery': 'the timeline of the recovery case says it',
  'accounts addresses_released': 'the timeline of the recovery case says it',
  'accounts made_by_desk': 'the change log tells of staff by the events of authorities',
  'accounts contact_changed': 'the notice to the mailbox and phone of before says it',
  'accounts set_up': 'happens once, before there is anybody to read it',
  'accounts link_sent': 'names nobody; read by an auditor',
  'accounts code_sent': 'names nobody; read by an auditor',
  'help asked': 'the page of what was asked shows the question itself',
  'help answered': 'as above',
  'profiles exported': '我的数据 of everybody in the workbook says it',
  'profiles opened': '我的数据 of whoever was looked at says it',
  'subsystems asked': 'the page of what was asked shows the request itself',
  'profiles asked': 'the list of workbooks shows what was asked for, and what for',
  'profiles made': 'as above',
  'profiles downloaded': 'read by an auditor (E45)',
}

/** Words that no code names, and why they stay. */
export const wordsKept: Readonly<Record<string, string>> = {}
