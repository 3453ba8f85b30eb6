/** In two halves, or every scanner would take this file for the sample itself. */
const halves = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*']
const sample = Buffer.from(halves.join(''), 'latin1')

/**
 * Looks for the harmless sample with which virus scanners are tested (eicar.org), across the borders of chunks: an
 * operator can see that refusals work, with or without a scanner.
 */
export function eicarWatch(): (chunk: Buffer) => boolean {
  let tail = Buffer.alloc(0)
  return (chunk) => {
    const seen = Buffer.concat([tail, chunk])
    tail = Buffer.from(seen.subarray(Math.max(0, seen.length - sample.length + 1)))
    return seen.includes(sample)
  }
}
