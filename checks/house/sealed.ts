import type { SealedColumn } from '../../src/platform/seal/rotate.ts'

/** What the program rotates, and watches at its start: the columns of the platform and of all rooms. */
export const sealedColumns = async (): Promise<readonly SealedColumn[]> => (await import('../../src/modules.ts')).sealedColumns
