// Somebody who has not the key: PORT [KEY]. Asks for arming and for a heartbeat, and prints what it heard.
import { minimal, common } from 'node-mavlink'
import { Peer } from './peer.mjs'

const [port, key] = process.argv.slice(2)
const peer = new Peer({ port: Number(port), system: 255, component: 190, key: key || undefined })
await peer.open()
for (let i = 0; i < 20; i++) {
  peer.send(minimal.Heartbeat, { type: minimal.MavType.GCS, autopilot: minimal.MavAutopilot.INVALID })
  peer.send(common.CommandLong, { targetSystem: 1, targetComponent: 1, command: common.MavCmd.COMPONENT_ARM_DISARM, _param1: 1 })
  await new Promise(done => setTimeout(done, 25))
}
console.log(JSON.stringify(peer.seen))
peer.close()
