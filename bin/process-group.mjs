const STOP_MILLISECONDS = 10_000

/** Sends a signal to a process that leads a group of its own, and to all it started. */
export function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/** Asks a process that leads a group to end, waits for it, and ends it by force when it does not. */
export async function endGroup(child) {
  const ended = new Promise((done) => child.once('exit', done))
  const hard = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), STOP_MILLISECONDS)
  signalGroup(child.pid, 'SIGTERM')
  await ended
  clearTimeout(hard)
}
