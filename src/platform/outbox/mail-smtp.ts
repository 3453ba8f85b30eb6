import { createTransport } from 'nodemailer'
import { Unreachable, type Sender } from './sender.ts'

/**
 * Mail by SMTP. At least once: a worker that dies after the server took a mail and before it noted so sends it again,
 * with the same Message-ID, which mail programs show once.
 */
export function mailBySmtp({ smtpUrl, from }: { smtpUrl: string; from: string }): Sender {
  const transport = createTransport({
    url: smtpUrl, pool: true, maxConnections: 4,
    connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000,
    disableFileAccess: true, disableUrlAccess: true,
  })
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return {
    async send({ id, address, lang, subject, body }) {
      try {
        const info = await transport.sendMail({
          from,
          // An object is one address; a text would be parsed as a list of them.
          to: { name: '', address },
          subject: subject ?? '',
          text: body,
          textEncoding: 'base64',
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': lang === 'zh' ? 'zh-CN' : 'en' },
        })
        return { providerId: info.messageId }
      } catch (error) {
        throw failureOf(error)
      }
    },
    async close() {
      transport.close()
    },
  }
}

/** Errors of SMTP repeat the address; what is kept of them is their class and the server's number. */
function failureOf(error: unknown): Error {
  const { code = 'ESMTP', responseCode, command } = error as { code?: string; responseCode?: number; command?: string }
  const text = [code, command, responseCode].filter(Boolean).join(' ')
  const isOurs = ['EDNS', 'EAUTH', 'ETLS', 'ECONNREFUSED'].includes(code)
  const atTheDoor = isOurs || command === 'CONN' || command?.startsWith('AUTH')
  return atTheDoor ? new Unreachable(text) : new Error(text)
}
