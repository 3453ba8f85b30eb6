import { gather } from './kernel/words.ts'
import { en as platform } from './platform/words.en.ts'
import { en as codes } from './codes/words.en.ts'
import { en as page } from './platform/page/words.en.ts'
import { en as files } from './platform/files/words.en.ts'
import { en as web } from './web/words.en.ts'
import { en as settings } from './modules/settings/words.en.ts'
import { en as lists } from './modules/lists/words.en.ts'
import { en as accounts } from './modules/accounts/words.en.ts'
import { en as authorities } from './modules/authorities/words.en.ts'
import { en as portal } from './modules/portal/words.en.ts'
import { en as units } from './modules/units/words.en.ts'
import { en as help } from './modules/help/words.en.ts'
import { en as people } from './modules/people/words.en.ts'
import { en as inbox } from './modules/inbox/words.en.ts'

/** All English words; the browser loads them when somebody chooses English. */
export const en = gather(codes, platform, files, page, web, settings, lists, accounts, authorities, portal, units, help, people, inbox)
