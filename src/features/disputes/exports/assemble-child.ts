import { assemblePackage } from './assemble-package'
import type { BuildMessage, BuildRequest } from './build-request'

// Opens files that strangers sent, in a process of its own: a hostile one kills only this process.

process.on('message', (request: BuildRequest) => {
  assemblePackage(request, (key) => send({ working: key })).then(
    (result) => send({ result }),
    (error: unknown) => send({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
send({ ready: true })

function send(message: BuildMessage): void {
  process.send?.(message)
}
