/** How long things live, in seconds. Short: what a subsystem may know is asked for again (docs/decisions/0003). */
export const lifetimes = { code: 60, accessToken: 600, idToken: 600, grant: 900, interaction: 1800 } as const
