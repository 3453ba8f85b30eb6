import { errors, type Adapter, type AdapterFactory, type AdapterPayload } from 'oidc-provider'
import { addMinutes } from '../../../kernel/clock.ts'
import type { Tools } from '../../../platform/tools.ts'
import { subsystemWithCode, type Subsystem } from '../subsystem-store.ts'
import { consumeRecord, dropGrantOf, dropRecord, dropRecordsOfGrant, findRecord, findRecordByUid, putRecord } from './record-store.ts'

/** The memory of the provider in our database; clients are the rows of the registry, as of now. */
export const adapterFor = (tools: Tools): AdapterFactory => (model) => (model === 'Client' ? clientsIn(tools) : recordsIn(tools, model))

function recordsIn({ db, keyring, clock }: Tools, model: string): Adapter {
  return {
    upsert: (value, payload, expiresIn = 60) =>
      putRecord(db, keyring, { model, value, payload, expiresAt: addMinutes(clock.now(), expiresIn / 60) }),
    find: (value) => findRecord(db, keyring, model, value, clock.now()),
    findByUid: (uid) => findRecordByUid(db, keyring, model, uid, clock.now()),
    findByUserCode: async () => undefined,
    async consume(value) {
      // Two at once have both found it unused: the database says which was first. As with one that is shown again later,
      // nobody knows which of the two is the thief: neither keeps anything.
      if (await consumeRecord(db, model, value, clock.now())) return
      await dropGrantOf(db, model, value)
      throw new errors.InvalidGrant('already used')
    },
    destroy: async (value) => void (await dropRecord(db, model, value)),
    revokeByGrantId: async (grantId) => void (await dropRecordsOfGrant(db, model, grantId)),
  }
}

/** What the registry knows, as client metadata. Everything that is not said here is not offered. */
export const clientOf = (s: Subsystem): AdapterPayload => ({
  client_id: s.code, client_name: s.name, application_type: 'web',
  // The digest: `compareClientSecret` is ours.
  client_secret: s.secretDigest, token_endpoint_auth_method: 'client_secret_basic',
  grant_types: ['authorization_code'], response_types: ['code'], response_modes: ['query'],
  redirect_uris: s.redirectUris, post_logout_redirect_uris: s.logoutUris,
  id_token_signed_response_alg: 'RS256', subject_type: 'public', scope: 'openid profile unit',
  ...(s.backchannelLogoutUri && { backchannel_logout_uri: s.backchannelLogoutUri, backchannel_logout_session_required: true }),
})

function clientsIn({ db }: Tools): Adapter {
  const never = async () => {
    throw new Error('clients are written by the registry')
  }
  return {
    async find(code) {
      const found = await subsystemWithCode(db, code)
      return found ? clientOf(found) : undefined
    },
    upsert: never, destroy: never, consume: never, revokeByGrantId: never, findByUid: never, findByUserCode: never,
  }
}
