import { gather } from './kernel/words.ts'
import { zh as platform } from './platform/words.zh.ts'
import { zh as codes } from './codes/words.zh.ts'
import { zh as page } from './platform/page/words.zh.ts'
import { zh as files } from './platform/files/words.zh.ts'
import { zh as web } from './web/words.zh.ts'
import { zh as settings } from './modules/settings/words.zh.ts'
import { zh as lists } from './modules/lists/words.zh.ts'
import { zh as accounts } from './modules/accounts/words.zh.ts'
import { zh as authorities } from './modules/authorities/words.zh.ts'
import { zh as portal } from './modules/portal/words.zh.ts'
import { zh as units } from './modules/units/words.zh.ts'
import { zh as help } from './modules/help/words.zh.ts'
import { zh as people } from './modules/people/words.zh.ts'
import { zh as inbox } from './modules/inbox/words.zh.ts'

/** All Chinese words; the browser has them from the first load. Rooms stand in the order of the corridor. */
export const zh = gather(codes, platform, files, page, web, settings, lists, accounts, authorities, portal, units, help, people, inbox)
