// Decodes a file of MAVLink 2 frames with node-mavlink, and prints the messages and the CPU seconds (median of 5 after one that warms up).
// usage: node bench/peers/mavlink-decode.mjs FILE   (npm ci in tests/mavlink-peer first; building its tests does that)
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const require = createRequire(new URL('../../tests/mavlink-peer/package.json', import.meta.url))
const { MavLinkPacketSplitter, MavLinkPacketParser, minimal, common } = require('node-mavlink')
const REGISTRY = { ...minimal.REGISTRY, ...common.REGISTRY }
const bytes = readFileSync(process.argv[2])
const chunks = []
for (let at = 0; at < bytes.length; at += 65536) chunks.push(bytes.subarray(at, at + 65536))

let count
async function run() {
  count = 0
  const before = process.cpuUsage()
  await pipeline(Readable.from(chunks), new MavLinkPacketSplitter(), new MavLinkPacketParser(), async function (packets) {
    for await (const packet of packets) {
      const type = REGISTRY[packet.header.msgid]
      if (type && packet.protocol.data(packet.payload, type)) count++
    }
  })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

await run()
const seconds = []
for (let i = 0; i < 5; i++) seconds.push(await run())
console.log(count, seconds.sort((a, b) => a - b)[2])
