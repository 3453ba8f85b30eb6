import type { Handlers } from '../../platform/serve/call.ts'
import type { peopleContract } from './contract.ts'
import * as list from './list-server.ts'
import * as own from './me-server.ts'
import * as people from './person-server.ts'
import { register } from './register-server.ts'
import { replaceMail } from './replace-mail.ts'
import * as looks from './reveal-server.ts'
import * as support from './support-server.ts'

/** One function per verb; they live with their noun. */
export const peopleServer: Handlers<typeof peopleContract> = {
  register,
  me: own.me,
  remind: own.remind,
  choose: own.choose,
  people: list.people,
  waiting: list.waiting,
  person: people.person,
  reveal: looks.reveal,
  revealDocument: looks.revealDocument,
  enable: people.enable,
  disable: people.disable,
  refuse: people.refusePerson,
  release: people.release,
  resetPassword: people.resetPassword,
  lookUp: support.lookUp,
  correct: support.correct,
  liftVouching: support.liftVouching,
  replaceMail,
}
