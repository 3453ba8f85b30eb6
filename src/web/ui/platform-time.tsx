import { useEffect, useState } from 'react'
import { onMoved, serverNow } from '../server-time.ts'
import { useWords } from '../words.ts'
import { Time } from './time.tsx'

const minute = 60_000
const thisMinute = (): number => Math.floor(serverNow() / minute) * minute

/** E64: the clock that counts, whatever this computer says; to the minute, and told to nobody who does not look. */
export function PlatformTime() {
  const t = useWords()
  const [at, setAt] = useState(thisMinute)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const wait = () => void (timer = setTimeout(tick, minute - (serverNow() % minute)))
    const tick = () => {
      clearTimeout(timer)
      setAt(thisMinute())
      wait()
    }
    wait()
    const forget = onMoved(tick)
    // A computer that slept wakes up in another minute.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      forget()
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return <span className="platform-time">{t('web.time')} <Time at={new Date(at).toISOString()} /></span>
}
