import type { Config } from '../../config.ts'
import type { Db } from '../db/database.ts'
import type { Logger } from '../log.ts'
import { demoMailbox } from './demo.ts'
import { mailBySmtp } from './mail-smtp.ts'
import type { Sender } from './sender.ts'
import { smsByGateway } from './sms-gateway.ts'
import { smsToLog } from './sms-log.ts'

/** A channel without a sender is not emptied: its notices wait until the operator has set one. */
export interface Senders {
  mail: Sender | null
  sms: Sender | null
}

/** The ways out that the settings name; in the demo nothing leaves the house. */
export function sendersOf(config: Pick<Config, 'demo' | 'mail' | 'sms'>, db: Db, log: Logger): Senders {
  if (config.demo) return { mail: demoMailbox(db), sms: demoMailbox(db) }
  return {
    mail: config.mail && mailBySmtp(config.mail),
    sms: config.sms && (config.sms.url === 'log:' ? smsToLog(log) : smsByGateway(config.sms)),
  }
}
