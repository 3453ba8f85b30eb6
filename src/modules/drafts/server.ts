import type { Handlers } from '../../platform/serve/call.ts'
import { copyFrom, sources } from './copy-server.ts'
import type { draftsContract } from './contract.ts'
import { attach, file, removeFile } from './file-server.ts'
import { answer, myInvitations } from './invited-server.ts'
import { changeMember, invite, orderMembers, removeMember } from './member-server.ts'
import { open } from './open-server.ts'
import { save } from './save-server.ts'

export const draftsHandlers: Handlers<typeof draftsContract> = {
  open, save, invite, changeMember, removeMember, orderMembers, myInvitations, answer, attach, removeFile, file, sources, copyFrom,
}
