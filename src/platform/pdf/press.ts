import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bareEnvironment } from '../../config/bare.ts'
import type { Delivery, Order, PdfJob, Printed } from './job.ts'
import { legibleData } from './legible.ts'

export interface PressLimits {
  /** The compiler keeps about 5 MB of every document: after so many its process is replaced. */
  documents: number
  /** Or when it has grown so large. */
  megabytes: number
  timeoutMs: number
  /** Jobs that wait; one more is refused. */
  mostWaiting: number
  /** Without work for so long the process ends; the next job starts another. */
  idleMs: number
  /** What runs in the child; a test puts a child of its own in. */
  program?: string
}

export const pressLimits: PressLimits = { documents: 50, megabytes: 700, timeoutMs: 60_000, mostWaiting: 30, idleMs: 120_000 }

/** The queue is full: come again later. */
export class PressBusy extends Error {}
/** This document cannot be set: it took too long, killed its process, or the compiler says why. */
export class PressFailed extends Error {}

export interface Press {
  /** Rejects with `PressBusy` or `PressFailed`. */
  print(job: PdfJob): Promise<Printed>
  /** For the bench: how many processes were started, and the most megabytes that one of them had. */
  measured(): { started: number; mostMegabytes: number }
  /** Ends the process; what waits fails. */
  stop(): void
}

interface Waiting {
  job: PdfJob
  done: (printed: Printed) => void
  failed: (error: Error) => void
}

/** One child, one job at a time, in the order they came. It holds no process alive: with nothing to do it may be forgotten. */
export function makePress(limits: PressLimits = pressLimits): Press {
  const program = limits.program ?? fileURLToPath(new URL('./child.ts', import.meta.url))
  const queue: Waiting[] = []
  let child: ChildProcess | null = null
  let running: { id: number; waiting: Waiting; timer: NodeJS.Timeout } | null = null
  let idle: NodeJS.Timeout | null = null
  let printed = 0
  let lastId = 0
  const sums = { started: 0, mostMegabytes: 0 }

  function start(): ChildProcess {
    // Nothing of our environment: neither keys nor addresses.
    const started = fork(program, [], { serialization: 'advanced', env: bareEnvironment(), execArgv: ['--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    started.on('message', (delivery: Delivery) => receive(started, delivery))
    started.on('exit', () => fail(started, 'its process ended'))
    started.on('error', (error) => fail(started, error.message))
    sums.started++
    printed = 0
    return started
  }

  function retire(): void {
    const old = child
    child = null
    old?.kill('SIGKILL')
  }

  function receive(from: ChildProcess, delivery: Delivery): void {
    if (from !== child || running?.id !== delivery.id) return
    const { waiting } = settle()
    printed++
    sums.mostMegabytes = Math.max(sums.mostMegabytes, delivery.megabytes)
    if (printed >= limits.documents || delivery.megabytes >= limits.megabytes) retire()
    if (delivery.ok) waiting.done({ pdf: Buffer.from(delivery.pdf), pages: delivery.pages })
    else waiting.failed(new PressFailed(delivery.trouble))
    next()
  }

  function fail(from: ChildProcess, why: string): void {
    if (from !== child) return
    child = null
    if (running) settle().waiting.failed(new PressFailed(why))
    next()
  }

  function settle(): { waiting: Waiting } {
    if (!running) throw new Error('nothing is being printed')
    const { waiting, timer } = running
    clearTimeout(timer)
    running = null
    return { waiting }
  }

  function next(): void {
    if (running) return
    if (idle) clearTimeout(idle)
    const waiting = queue.shift()
    if (!waiting) {
      idle = setTimeout(retire, limits.idleMs)
      idle.unref()
      // An idle process keeps nobody from ending.
      child?.unref()
      child?.channel?.unref()
      return
    }
    child ??= start()
    child.ref()
    child.channel?.ref()
    const id = ++lastId
    const timer = setTimeout(() => {
      retire()
      settle().waiting.failed(new PressFailed(`not done within ${limits.timeoutMs} ms`))
      next()
    }, limits.timeoutMs)
    running = { id, waiting, timer }
    const { template, images, data, at } = waiting.job
    const order: Order = { id, job: { template, images, data: JSON.stringify(legibleData(data)), seconds: Math.floor(at.getTime() / 1000) } }
    const to = child
    to.send(order, (error) => error && fail(to, error.message))
  }

  return {
    print: (job) => new Promise((done, failed) => {
      if (queue.length >= limits.mostWaiting) return failed(new PressBusy('too many documents wait'))
      queue.push({ job, done, failed })
      next()
    }),
    measured: () => ({ ...sums }),
    stop() {
      for (const waiting of queue.splice(0)) waiting.failed(new PressFailed('stopped'))
      if (idle) clearTimeout(idle)
      if (running) settle().waiting.failed(new PressFailed('stopped'))
      retire()
    },
  }
}
