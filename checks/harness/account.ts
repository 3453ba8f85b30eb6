import { readFileSync } from 'node:fs'

/** Under whom the server of the tests runs: PostgreSQL refuses root. */
export interface Account {
  name: string
  uid: number
  gid: number
}

/** An ordinary account for root to hand the server to; undefined for whoever is ordinary already. */
export function ordinaryAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const [name, , uid, gid] = accounts.find(([name]) => name === wanted) ?? []
    if (name && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL does not run as root, and there is no account postgres or nobody to run it under')
}
