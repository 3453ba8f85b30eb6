import type { Tools } from '../src/platform/tools.ts'

/** What is on its way to an address, newest first: what a person would read in the mailbox, before it is sent. */
export async function lettersTo(tools: Tools, address: string): Promise<{ template: string; params: Record<string, string | number> }[]> {
  const rows = await tools.db
    .selectFrom('outbox').select(['template', 'address', 'params'])
    .where('address', 'is not', null).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(500).execute()
  return rows
    .filter((row) => row.address !== null && tools.keyring.open(row.address, 'outbox.address') === address)
    .map((row) => ({ template: row.template, params: JSON.parse(tools.keyring.open(row.params, 'outbox.params')) as Record<string, string | number> }))
}

/** The newest code that was sent to a mailbox or phone. */
export async function codeSentTo(tools: Tools, address: string): Promise<string> {
  const letter = (await lettersTo(tools, address)).find(({ params }) => 'code' in params)
  if (!letter) throw new Error('no code was sent to this address')
  return String(letter.params.code)
}
