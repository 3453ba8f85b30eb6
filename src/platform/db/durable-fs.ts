import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

interface Stream {
  nfd: number
}
interface Module {
  NODEFS: { tryFSOperation<T>(operation: () => T): T; stream_ops: { fsync?: (stream: Stream) => number } }
}
type Init = NodeFS['init']

/**
 * The engine's file system on Node writes, but never flushes: 0 fsyncs in 50 commits, and a power cut takes what was
 * acknowledged. This one passes every fsync of the engine on to the disk. Directories are flushed as well, where the
 * system can (Windows cannot).
 */
export class DurableFS extends NodeFS {
  override async init(...[engine, options]: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(engine, options)
    const hook = (module: Module) => {
      module.NODEFS.stream_ops.fsync = (stream) => {
        module.NODEFS.tryFSOperation(() => flush(stream.nfd))
        return 0
      }
    }
    const preRun = [emscriptenOpts.preRun ?? []].flat()
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...preRun, hook] } }
  }
}

function flush(file: number): void {
  try {
    fsyncSync(file)
  } catch (error) {
    if (process.platform === 'win32' && (error as NodeJS.ErrnoException).code === 'EPERM') return
    throw error
  }
}
