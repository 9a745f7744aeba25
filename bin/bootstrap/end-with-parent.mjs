import { readFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

// Who kills npm or the start command with force leaves nobody to pass the signal on. Then this process ends itself, in
// good order, so that no server stays behind on the port. Loaded before the program by `launch`.
if (isMainThread) {
  const started = ancestors()
  setInterval(() => {
    if (ancestors() !== started) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

/** The number of the parent, and of npm above it where npm put a shell in between (seen on Linux only). */
function ancestors() {
  try {
    const [name, , parent] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').replace(/^\d+ /, '').split(' ')
    return name === '(sh)' && process.env.npm_lifecycle_event ? `${process.ppid} ${parent}` : `${process.ppid}`
  } catch {
    return `${process.ppid}`
  }
}
