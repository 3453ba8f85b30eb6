/** One of the sample subsystems: a client of its own towards the platform, told by the demo at each start. */
export interface Client {
  /** client_id, and the first part of its paths. */
  code: string
  secret: string
  name: string
  nameEn: string
  about: string
  aboutEn: string
}

/** What the demo tells the sample once its address is known. */
export interface Told {
  issuer: string
  clients: readonly Client[]
}

/** Addresses of one subsystem below the sample's own. */
export const addressesOf = (origin: string, code: string) => ({
  entryUrl: `${origin}/${code}/sign-in`,
  redirectUris: [`${origin}/${code}/callback`],
  logoutUris: [`${origin}/${code}/signed-out`],
  backchannelLogoutUri: `${origin}/${code}/backchannel-logout`,
})
