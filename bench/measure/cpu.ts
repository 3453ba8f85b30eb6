import { readFileSync, readdirSync } from 'node:fs'

/**
 * Milliseconds of processor time, read from outside (/proc). The scheduler's own count is exact to the nanosecond, for
 * threads and processes that live; of those that ended only their parent's sum of ticks (10 ms) tells.
 */
const tick = 10

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Fields of /proc/<pid>/stat after the name, which may hold blanks; the first of them is the state (field 3). */
const statOf = (pid: number): string[] => read(`/proc/${pid}/stat`).replace(/^.*\) /s, '').split(' ')

/** All threads of a process. */
export function cpuOf(pid: number): number {
  let nanoseconds = 0
  let threads: string[]
  try {
    threads = readdirSync(`/proc/${pid}/task`)
  } catch {
    return 0
  }
  for (const thread of threads) nanoseconds += Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] ?? 0)
  if (nanoseconds > 0) return nanoseconds / 1e6
  const stat = statOf(pid)
  return (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) * tick
}

/** A server that gives each connection a process: itself, its living children, and what its ended ones had used. */
export function cpuOfFamily(pid: number): number {
  const parent = statOf(pid)
  let sum = cpuOf(pid) + (Number(parent[13] ?? 0) + Number(parent[14] ?? 0)) * tick
  for (const child of read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean)) sum += cpuOf(Number(child))
  return sum
}
