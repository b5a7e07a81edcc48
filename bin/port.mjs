import { connect, createServer } from 'node:net'
import { Fault } from './fault.mjs'

/** Refuses a port that another program listens on, or that this account may not use. */
export async function assertPortFree(port) {
  const failure = (await isListening(port)) ? 'EADDRINUSE' : await tryToListen(port)
  if (failure === null) return
  if (failure === 'EACCES') throw new Fault(`This account may not use port ${port}; choose one above 1023 with PORT=3000.`)
  throw new Fault(`Port ${port} is taken by another program; stop it, or choose another port: PORT=${port + 1} npm start`)
}

/** True when something answers on the port of this machine. */
export function isListening(port) {
  return new Promise((done) => {
    const socket = connect({ port, host: 'localhost' })
    const end = (answer) => {
      socket.destroy()
      done(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.setTimeout(2000, () => end(false))
  })
}

function tryToListen(port) {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', (error) => done(error.code ?? 'EADDRINUSE'))
    server.listen(port, () => server.close(() => done(null)))
  })
}
