/** Somebody who has an account at the simulated provider, with what it knows of him, under the names of its claims. */
export interface Subject {
  sub: string
  kind: 'legal' | 'person'
  /** Beside the name on the page where one chooses. */
  about: string
  aboutEn: string
  claims: Readonly<Record<string, string | number>>
}

/** What the demo, or a test, tells the provider once its address is known; told again, it knows others. */
export interface Told {
  clients: readonly { id: string; secret: string; redirectUris: readonly string[]; logoutUris: readonly string[] }[]
  subjects: readonly Subject[]
}
