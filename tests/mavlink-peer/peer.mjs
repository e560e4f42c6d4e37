// A MAVLink peer on node-mavlink: a UDP socket, frames in and out, signatures, and asking again.
import { createSocket } from 'node:dgram'
import { MavLinkPacketSplitter, MavLinkPacketParser, MavLinkProtocolV2, minimal, common } from 'node-mavlink'

export const REGISTRY = { ...minimal.REGISTRY, ...common.REGISTRY }

export class Peer {
  /** @param {{ port?: number, bind?: number, system: number, component: number, key?: string, accept?: string }} options key in hex; port: where to send; bind: where to listen */
  constructor(options) {
    this.options = options
    this.protocol = new MavLinkProtocolV2(options.system, options.component, options.key ? MavLinkProtocolV2.IFLAG_SIGNED : 0)
    this.key = options.key ? Buffer.from(options.key, 'hex') : null
    this.port = options.port
    this.sequence = 0
    this.lastTime = 0
    this.seen = { packets: 0, signed: 0, unsigned: 0, wrong: 0 }
    this.listeners = new Set()
    this.latest = {}
    const splitter = new MavLinkPacketSplitter()
    const parser = new MavLinkPacketParser()
    splitter.pipe(parser)
    parser.on('data', packet => this.take(packet))
    this.socket = createSocket('udp4')
    this.socket.on('message', (bytes, from) => { this.port ??= from.port; splitter.write(bytes) })
  }

  async open() {
    await new Promise(done => this.socket.bind(this.options.bind ?? 0, '127.0.0.1', done))
    return this.socket.address().port
  }

  take(packet) {
    this.seen.packets++
    if (packet.signature) {
      if (this.key && !packet.signature.matches(this.key)) { this.seen.wrong++; return }
      this.seen.signed++
    } else {
      this.seen.unsigned++
      if (this.key) return
    }
    const type = REGISTRY[packet.header.msgid]
    if (!type) return
    const message = packet.protocol.data(packet.payload, type)
    if (message.targetSystem && message.targetSystem !== this.options.system) return
    const heard = { name: type.MSG_NAME, system: packet.header.sysid, component: packet.header.compid, message }
    this.latest[heard.name] = heard
    for (const listener of [...this.listeners]) listener(heard)
  }

  /** Sends a message: its class and its fields. */
  send(type, fields) {
    const message = Object.assign(new type(), fields)
    let frame = this.protocol.serialize(message, this.sequence++ & 0xFF)
    if (this.key) {
      // Timestamps have 10 us; the library takes milliseconds: no two may be the same.
      this.lastTime = Math.max(Date.now(), this.lastTime + 1)
      frame = this.protocol.sign(frame, 3, this.key, this.lastTime)
    }
    if (this.port) this.socket.send(frame, this.port, '127.0.0.1')
  }

  /** Waits for a message that a test says is the one. */
  wait(test, patience = 20_000) {
    return new Promise((resolve, reject) => {
      const stop = () => { this.listeners.delete(listener); clearTimeout(timer) }
      const listener = heard => { if (test(heard)) { stop(); resolve(heard) } }
      const timer = setTimeout(() => { stop(); reject(new Error(`nothing came that ${test}`)) }, patience)
      this.listeners.add(listener)
    })
  }

  /** Asks until an answer comes. */
  async ask(send, test, { every = 150, times = 80 } = {}) {
    for (let attempt = 0; attempt < times; attempt++) {
      const answer = this.wait(test, every).catch(() => null)
      send(attempt)
      const heard = await answer
      if (heard) return heard
    }
    throw new Error(`no answer that ${test}`)
  }

  close() { this.socket.close() }
}

export function same(a, b, what) {
  if (JSON.stringify(a) !== JSON.stringify(b)) throw new Error(`${what}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`)
}

export function near(a, b, tolerance, what) {
  if (!(Math.abs(a - b) <= tolerance)) throw new Error(`${what}: ${a} is not near ${b}`)
}
