import type { CodeList } from '../code-list.ts'

const words = `admin administrator root system sysadmin superuser super sa test guest anonymous null undefined nobody
  support service security audit auditor secadmin operator webmaster postmaster abuse kjj kjt most gov beijing tianjin
  chongqing csti zhgg ykb yukuaiban keyan guanliyuan xitong kefu official api www login logout register me self`

/** User names that nobody may take, with or without digits behind them. */
export const reservedUserNames: CodeList = {
  id: 'reserved_user_name', name: '保留用户名', en: 'Reserved user names', standard: '平台自定',
  items: words.split(/\s+/).map((word) => ({ code: word, name: word, en: word })),
}
