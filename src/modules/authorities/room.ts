import type { Room } from '../../platform/room.ts'
import { authoritiesContract } from './contract.ts'
import { staffHandlers } from './staff-server.ts'
import { treeHandlers } from './tree-server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const authorities: Room = {
  name: 'authorities',
  contract: authoritiesContract,
  handlers: { ...treeHandlers, ...staffHandlers },
  words: { zh, en },
  constraints: {
    one_authority_per_name: { code: 'authorities.name_taken', field: 'name' },
    one_bureau: { code: 'authorities.one_bureau', field: 'kind' },
    an_authority_is_not_its_own_parent: { code: 'authorities.below_itself', field: 'parentId' },
    only_the_bureau_stands_on_top: { code: 'authorities.bureau_on_top', field: 'parentId' },
  },
}
