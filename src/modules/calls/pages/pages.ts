import type { Page } from '../../../platform/page/page.ts'
import { callPage } from './call.ts'
import { callList } from './list.ts'
import { callVersionPage } from './version.ts'

export const callPages: readonly Page[] = [callList, callPage, callVersionPage]
