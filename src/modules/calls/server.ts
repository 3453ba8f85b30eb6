import type { Handlers } from '../../platform/serve/call.ts'
import { open, published } from './applicant-server.ts'
import type { callsContract } from './contract.ts'
import { beginCall, callDraft, copyCall, difference, list, problems, rights, saveDraft } from './desk-server.ts'
import { publish, withdraw } from './publish-server.ts'
import { moveWindows, windows } from './window-server.ts'
import { correctionEnd, setWorkingDay, workingDays } from './working-day-server.ts'

export const callsHandlers: Handlers<typeof callsContract> = {
  rights, list, beginCall, copyCall, callDraft, saveDraft, problems, publish, difference, windows, moveWindows, withdraw,
  open, published,
  workingDays, setWorkingDay, correctionEnd,
}
