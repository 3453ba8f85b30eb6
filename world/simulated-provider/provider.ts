import { generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto'
import { Provider, interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { memory } from './memory.ts'
import type { Told } from './subject.ts'

/** The claims of each scope. The document number goes over userinfo alone, never in a token. */
const claims = {
  openid: ['sub'],
  legal: [
    'user_type', 'credit_code', 'unit_name', 'legal_representative', 'legal_representative_document_type', 'legal_representative_document', 'registration_type',
    'registered_capital', 'paid_in_capital', 'registered_on', 'district', 'registered_address', 'name', 'phone_number',
  ],
  person: ['user_type', 'name', 'document_type', 'document_number', 'phone_number'],
}

/** Chosen anew each time: whoever tries the demo is many people in one browser. */
function policy() {
  const { Check, base } = interactionPolicy
  const prompts = base()
  prompts.get('login')?.checks.add(new Check('chosen_each_time', 'the demo asks who signs in, each time', 'interaction_required',
    (ctx) => (ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT)))
  return prompts
}

/** Nobody is asked for consent: whoever chose somebody in the demo has agreed. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { oidc } = ctx
  const [accountId, clientId] = [oidc.account?.accountId, oidc.client?.clientId]
  if (!accountId || !clientId) return undefined
  const grant = new oidc.provider.Grant({ accountId, clientId })
  grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '))
  await grant.save()
  return grant
}

/** Made at each start, under another name each: whoever kept the old keys asks for the new ones. */
function freshKey(): JsonWebKey & { kid: string } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' }
}

const configurationOf = (told: Told): Configuration => ({
  adapter: memory,
  clients: told.clients.map(({ id, secret, redirectUris, logoutUris }) => ({
    client_id: id, client_secret: secret, redirect_uris: [...redirectUris], post_logout_redirect_uris: [...logoutUris], response_types: ['code'], grant_types: ['authorization_code'],
  })),
  jwks: { keys: [freshKey()] },
  claims, scopes: ['openid', 'legal', 'person'], responseTypes: ['code'], subjectTypes: ['public'],
  pkce: { required: () => true },
  findAccount: (_ctx, sub) => {
    const subject = told.subjects.find((one) => one.sub === sub)
    return subject && { accountId: sub, claims: () => ({ ...subject.claims, sub }) }
  },
  loadExistingGrant: grantAll,
  interactions: { policy: policy(), url: (_ctx, interaction) => `/choose/${interaction.uid}` },
  ttl: { AuthorizationCode: 60, AccessToken: 600, IdToken: 600, Grant: 600, Interaction: 900, Session: 900 },
  // Other servers of the demo stand on this host as well, and a cookie knows no port.
  cookies: { keys: [randomBytes(16).toString('hex')], names: { session: 'simulated_session', interaction: 'simulated_step', resume: 'simulated_resume' } },
  features: { devInteractions: { enabled: false }, pushedAuthorizationRequests: { enabled: false }, dPoP: { enabled: false }, rpInitiatedLogout: { enabled: true } },
})

export const makeProvider = (issuer: string, told: Told): Provider => new Provider(issuer, configurationOf(told))
