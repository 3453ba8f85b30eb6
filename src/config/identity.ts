import { ConfigError } from './error.ts'
import type { Reader } from './reader.ts'

/** What the identity provider knows us by. */
export interface IdentityClient {
  id: string
  secret: string
}

/** The city's identity provider (S2-01): one, with a client for both doors or one for each. */
export interface IdentitySettings {
  issuer: string
  /** 法人用户 */
  legal: IdentityClient
  /** 个人用户 */
  person: IdentityClient
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

/** As the provider writes it in its discovery document, to the letter: a slash at the end belongs to it. */
function issuerOf(text: string): string {
  const url = URL.parse(text)
  const plain = url && !url.search && !url.hash && !url.username && !/\s/.test(text)
  if (!plain || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))) throw new ConfigError('identity_issuer_shape')
  return text
}

/** null: people sign in with local accounts only (D1). Half a provider is refused. */
export function identityOf(read: Reader): IdentitySettings | null {
  const issuer = read.text('IDENTITY_ISSUER')
  const [id, secret] = [read.text('IDENTITY_CLIENT_ID'), read.secret('IDENTITY_CLIENT_SECRET', 8)]
  const [personId, personSecret] = [read.text('IDENTITY_PERSON_CLIENT_ID'), read.secret('IDENTITY_PERSON_CLIENT_SECRET', 8)]
  if ([issuer, id, secret, personId, personSecret].every((value) => value === null)) return null
  if (issuer === null || id === null || secret === null) throw new ConfigError('identity_half_set')
  if ((personId === null) !== (personSecret === null)) throw new ConfigError('identity_person_half_set')
  const legal = { id, secret }
  return { issuer: issuerOf(issuer), legal, person: personId === null || personSecret === null ? legal : { id: personId, secret: personSecret } }
}
