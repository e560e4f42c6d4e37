// A vehicle on node-mavlink, for our ground side to fly: KEY or "-". It prints its port, and serves until its input ends;
// then it prints what it was told. It arms only if an authoriser on the link says so.
import { minimal, common } from 'node-mavlink'
import { Peer } from './peer.mjs'

const key = process.argv[2] === '-' ? undefined : process.argv[2]
const peer = new Peer({ system: 7, component: 1, key })
console.log(await peer.open())

const state = { armed: false, lat: 473977418, lon: 85455938, alt: 488_000, custom: 4 << 16 | 3 << 24, pitch: 0, yaw: 0 }
const plans = { 0: [], 1: [], 2: [] }
const parameters = { FW_AIRSPD_TRIM: [15.5, common.MavParamType.REAL32], COM_ARM_AUTH: [42, common.MavParamType.INT32], SYS_AUTOSTART: [4001, common.MavParamType.UINT16] }
const told = []
let upload = null
let leave = null

const GROUND = { targetSystem: 255, targetComponent: 190 }
const timer = setInterval(tell, 100)

function tell() {
  peer.send(minimal.Heartbeat, { type: minimal.MavType.FIXED_WING, autopilot: minimal.MavAutopilot.PX4, baseMode: 1 | (state.armed ? 128 : 0), customMode: state.custom, systemStatus: 4 })
  peer.send(common.GlobalPositionInt, { timeBootMs: 1, lat: state.lat, lon: state.lon, alt: state.alt, relativeAlt: state.alt - 488_000, vx: 0, vy: 0, vz: 0, hdg: 9000 })
  peer.send(common.GimbalDeviceAttitudeStatus, { flags: 12, q: quaternion(state.pitch, state.yaw) })
  if (upload && Date.now() - upload.at > 250) request()
}

function quaternion(pitch, yaw) {
  const [p, y] = [pitch * Math.PI / 360, yaw * Math.PI / 360]
  return [Math.cos(p) * Math.cos(y), -Math.sin(p) * Math.sin(y), Math.sin(p) * Math.cos(y), Math.cos(p) * Math.sin(y)]
}

function request() {
  upload.at = Date.now()
  peer.send(common.MissionRequestInt, { ...GROUND, seq: upload.items.length, missionType: upload.type })
}

function end(type, result) { peer.send(common.MissionAck, { ...GROUND, type: result, missionType: type }) }

function acknowledge(command, result, more = {}) {
  peer.send(common.CommandAck, { command, result, progress: 0, resultParam2: 0, ...GROUND, ...more })
}

// As an autopilot does it: the authoriser is asked, and the asker hears that it is in progress until it has answered.
async function arm() {
  if (state.armed) return acknowledge(400, 0)
  if (leave) return acknowledge(400, common.MavResult.IN_PROGRESS, { progress: 255 })
  acknowledge(400, common.MavResult.IN_PROGRESS, { progress: 0 })
  leave = peer.ask(attempt => peer.send(common.CommandLong, { ...GROUND, command: common.MavCmd.ARM_AUTHORIZATION_REQUEST, confirmation: attempt, _param1: 7 }),
    h => h.name === 'COMMAND_ACK' && h.system === 255 && h.message.command === common.MavCmd.ARM_AUTHORIZATION_REQUEST && h.message.result !== common.MavResult.IN_PROGRESS)
  try {
    const { message } = await leave
    told.push(['authoriser', message.result, message.progress, message.resultParam2])
    state.armed = message.result === 0 && message.progress > 0
    acknowledge(400, state.armed ? 0 : common.MavResult.DENIED, { resultParam2: message.resultParam2 })
  } finally { leave = null }
}

function command(id, p, x, y, z) {
  told.push([id, ...p.map(v => Number.isNaN(v) ? null : Number(v.toFixed(6))), x, y, z])
  switch (id) {
    case common.MavCmd.COMPONENT_ARM_DISARM:
      if (p[0] === 1) return void arm()
      state.armed = false
      return acknowledge(id, 0)
    case common.MavCmd.DO_REPOSITION:
      if (!state.armed) return acknowledge(id, common.MavResult.TEMPORARILY_REJECTED);
      [state.lat, state.lon, state.alt] = [x, y, Math.round(z * 1000)]
      return acknowledge(id, 0)
    case common.MavCmd.DO_GIMBAL_MANAGER_PITCHYAW:
      [state.pitch, state.yaw] = p
      return acknowledge(id, 0)
    case common.MavCmd.DO_SET_MODE:
      state.custom = p[1] << 16 | p[2] << 24
      return acknowledge(id, 0)
    case common.MavCmd.NAV_RETURN_TO_LAUNCH:
      state.custom = 4 << 16 | 5 << 24
      return acknowledge(id, 0)
    case common.MavCmd.NAV_TAKEOFF:
    case common.MavCmd.DO_ORBIT:
    case common.MavCmd.MISSION_START:
    case common.MavCmd.DO_SET_ROI_LOCATION:
      return acknowledge(id, 0)
    default:
      return acknowledge(id, common.MavResult.UNSUPPORTED)
  }
}

peer.listeners.add(({ name, system, message: m }) => {
  if (system !== 255) return
  switch (name) {
    case 'COMMAND_LONG': return command(m.command, [m._param1, m._param2, m._param3, m._param4], m._param5, m._param6, m._param7)
    case 'COMMAND_INT': return command(m.command, [m._param1, m._param2, m._param3, m._param4], m._param5, m._param6, m._param7)
    case 'MISSION_COUNT':
      if (m.count === 0) { plans[m.missionType] = []; return end(m.missionType, 0) }
      upload = { type: m.missionType, count: m.count, items: [] }
      return request()
    case 'MISSION_ITEM_INT':
      if (!upload) return m.seq === plans[m.missionType].length - 1 ? end(m.missionType, 0) : undefined
      if (m.missionType !== upload.type) return
      if (m.seq === upload.items.length) upload.items.push({ ...m, targetSystem: 255, targetComponent: 190 })
      if (upload.items.length < upload.count) return request()
      plans[upload.type] = upload.items
      end(upload.type, 0)
      upload = null
      return
    case 'MISSION_REQUEST_LIST': return peer.send(common.MissionCount, { ...GROUND, count: plans[m.missionType].length, missionType: m.missionType })
    case 'MISSION_REQUEST_INT': return plans[m.missionType][m.seq] && peer.send(common.MissionItemInt, plans[m.missionType][m.seq])
    case 'MISSION_CLEAR_ALL':
      for (const type of m.missionType === 255 ? [0, 1, 2] : [m.missionType]) plans[type] = []
      return end(m.missionType, 0)
    case 'PARAM_REQUEST_LIST': return Object.keys(parameters).forEach(parameter)
    case 'PARAM_REQUEST_READ': return parameter(m.paramIndex >= 0 ? Object.keys(parameters)[m.paramIndex] : m.paramId)
    case 'PARAM_SET':
      if (!parameters[m.paramId]) return
      parameters[m.paramId][0] = number(m.paramValue, m.paramType)
      return parameter(m.paramId)
  }
})

// Numbers go by the bytes of their types.
function number(carried, type) {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(carried)
  return type === common.MavParamType.REAL32 ? carried : type === common.MavParamType.UINT16 ? bytes.readUInt16LE() : bytes.readInt32LE()
}

function parameter(name) {
  const [value, type] = parameters[name] ?? []
  if (type === undefined) return
  const bytes = Buffer.alloc(4)
  if (type !== common.MavParamType.REAL32) bytes.writeInt32LE(value)
  const names = Object.keys(parameters)
  peer.send(common.ParamValue, { paramId: name, paramValue: type === common.MavParamType.REAL32 ? value : bytes.readFloatLE(), paramType: type, paramCount: names.length, paramIndex: names.indexOf(name) })
}

process.stdin.resume()
process.stdin.on('end', () => {
  clearInterval(timer)
  console.log(JSON.stringify({ seen: peer.seen, told, plans: Object.values(plans).map(p => p.length), parameters }))
  peer.close()
})
