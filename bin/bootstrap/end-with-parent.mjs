import { isMainThread } from 'node:worker_threads'

// Who kills npm or the start command with force leaves nobody to pass the signal on. Then this process ends itself, in
// good order, so that no server stays behind on the port. Loaded before the program by `launch`.
if (isMainThread) {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}
