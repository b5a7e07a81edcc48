import { Fault } from './fault.mjs'
import { isListening } from './port.mjs'

const SECONDS_MAX = 90

/** Waits until `/api/ready` says yes. Throws a `Fault` when a child ends first, or with what the page says is missing. */
export async function waitUntilReady(port, children) {
  let missing = 'nothing answers'
  for (const until = Date.now() + SECONDS_MAX * 1000; Date.now() < until; ) {
    const ended = children.find((child) => child.hasEnded)
    if (ended) throw new Fault(`${ended.lastWords()}\n${ended.name} ended before it was ready; its log is ${ended.log ?? 'above'}.`)
    missing = await askReady(port)
    if (missing === null) return
    await new Promise((done) => setTimeout(done, 150))
  }
  throw new Fault(`Recoup did not become ready within ${SECONDS_MAX} s: ${missing}.`)
}

async function askReady(port) {
  if (!(await isListening(port))) return 'nothing answers'
  try {
    const response = await fetch(`http://localhost:${port}/api/ready`, { signal: AbortSignal.timeout(10_000), redirect: 'manual' })
    // Until the route exists, an answer of any kind is all there is to ask for.
    if (response.ok || response.status === 404) return null
    return `${response.status} ${(await response.text()).slice(0, 300)}`
  } catch (error) {
    return error.message
  }
}
