import type { Ask } from './client.ts'
import { chosenUnitId, type Guess } from './guess.ts'

/** What is there of the known: an account with a password, one that was adopted and has none yet, a person with a vouched document, a unit that waits. */
export type Known = 'account' | 'adopted' | 'vouched' | 'pending'

/** One place where a stranger could learn who has an account, or what is registered. Each guess is used once, so that no limit is reached. */
export interface Surface {
  name: string
  known: Known
  ask(guess: Guess): Ask
  /** Of every answer: two that are refused alike for another cause would show nothing. */
  status: number
}

export const surfaces: readonly Surface[] = [
  {
    name: 'sign-in, wrong password (verb)', known: 'account', status: 422,
    ask: ({ userName }) => ({ path: '/api/accounts/sign-in', json: { userName, password: 'mei-Gui7hua-x' }, typed: userName }),
  },
  {
    name: 'sign-in, wrong password (page)', known: 'account', status: 422,
    ask: ({ userName }) => ({ path: '/sign-in', form: { userName, password: 'mei-Gui7hua-x' }, typed: userName }),
  },
  {
    name: 'sign-in, adopted account without a password (verb)', known: 'adopted', status: 422,
    ask: ({ userName }) => ({ path: '/api/accounts/sign-in', json: { userName, password: 'mei-Gui7hua-x' }, typed: userName }),
  },
  { name: 'forgotten: link by mail (page)', known: 'account', status: 303, ask: ({ mail }) => ({ path: '/forgotten', form: { mail }, typed: mail }) },
  {
    name: 'forgotten: code by mail (page)', known: 'account', status: 303,
    ask: ({ mail }) => ({ path: '/forgotten/questions', form: { channel: 'mail', address: mail }, typed: mail }),
  },
  {
    name: 'forgotten: code by phone (page)', known: 'account', status: 303,
    ask: ({ phone }) => ({ path: '/forgotten/questions', form: { channel: 'phone', address: phone }, typed: phone }),
  },
  {
    name: 'registration: code by mail (verb)', known: 'account', status: 200,
    ask: ({ mail }) => ({ path: '/api/accounts/codes', json: { purpose: 'register', channel: 'mail', address: mail }, typed: mail }),
  },
  {
    name: 'registration: code by phone (verb)', known: 'account', status: 200,
    ask: ({ phone }) => ({ path: '/api/accounts/codes', json: { purpose: 'register', channel: 'phone', address: phone }, typed: phone }),
  },
  {
    name: 'registration: document of a person who is vouched for (verb)', known: 'vouched', status: 200,
    ask: ({ document, newcomer: { userName, acceptanceId, mailProofId, phoneProofId } }) => ({
      path: '/api/people/register', typed: userName,
      json: {
        acceptanceId, userName, password: 'luo9-Ye-feng', passwordAgain: 'luo9-Ye-feng', name: '林知远', documentType: 'ID', document, mailProofId, phoneProofId, unitId: chosenUnitId,
      },
    }),
  },
  { name: 'unit picker: name of a unit that waits (verb)', known: 'pending', status: 200, ask: ({ unitName }) => ({ path: '/api/units/pick', json: { text: unitName }, typed: unitName }) },
  { name: 'unit picker: code of a unit that waits (verb)', known: 'pending', status: 200, ask: ({ creditCode }) => ({ path: '/api/units/pick', json: { text: creditCode }, typed: creditCode }) },
]
