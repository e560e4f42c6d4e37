// A ground station on node-mavlink, which flies a vehicle: PORT [KEY]. It exits 0 if all went as it must.
import { minimal, common } from 'node-mavlink'
import { Peer, same, near } from './peer.mjs'

const [port, key] = process.argv.slice(2)
const peer = new Peer({ port: Number(port), system: 255, component: 190, key: key || undefined })
await peer.open()

const VEHICLE = 1
const beat = setInterval(() => heartbeat(), 200)
function heartbeat() {
  peer.send(minimal.Heartbeat, { type: minimal.MavType.GCS, autopilot: minimal.MavAutopilot.INVALID, systemStatus: minimal.MavState.ACTIVE })
}

async function command(id, params = [], component = 1) {
  const [p1, p2, p3, p4, p5, p6, p7] = [...params, 0, 0, 0, 0, 0, 0, 0]
  const { message } = await peer.ask(
    attempt => peer.send(common.CommandLong, { targetSystem: VEHICLE, targetComponent: component, command: id, confirmation: attempt, _param1: p1, _param2: p2, _param3: p3, _param4: p4, _param5: p5, _param6: p6, _param7: p7 }),
    h => h.name === 'COMMAND_ACK' && h.component === component && h.message.command === id && h.message.result !== common.MavResult.IN_PROGRESS)
  return message
}

async function commandInt(id, frame, params, x, y, z) {
  const [p1, p2, p3, p4] = params
  const { message } = await peer.ask(
    () => peer.send(common.CommandInt, { targetSystem: VEHICLE, targetComponent: 1, frame, command: id, _param1: p1, _param2: p2, _param3: p3, _param4: p4, _param5: x, _param6: y, _param7: z }),
    h => h.name === 'COMMAND_ACK' && h.message.command === id && h.message.result !== common.MavResult.IN_PROGRESS)
  return message
}

// As the mission protocol has it: the count until the first request, then items as asked for; the last one again while the end is awaited.
async function upload(missionType, items) {
  let last = -1
  let timer
  const count = () => peer.send(common.MissionCount, { targetSystem: VEHICLE, targetComponent: 1, count: items.length, missionType })
  const item = seq => peer.send(common.MissionItemInt, { targetSystem: VEHICLE, targetComponent: 1, seq, missionType, autocontinue: 1, ...items[seq] })
  const again = () => { clearTimeout(timer); timer = setTimeout(() => { last < 0 ? count() : item(last); again() }, 500) }
  const listener = h => {
    // A vehicle that gave up waiting on a slow machine says so before the end: it is begun anew, as the protocol has it.
    if (h.name === 'MISSION_ACK' && h.message.missionType === missionType && last < items.length - 1) {
      last = -1
      again()
    }
    if (h.name !== 'MISSION_REQUEST_INT' || h.message.missionType !== missionType) return
    last = h.message.seq
    item(last)
    again()
  }
  peer.listeners.add(listener)
  try {
    const ended = peer.wait(h => h.name === 'MISSION_ACK' && h.message.missionType === missionType && last === items.length - 1, 60_000)
    count()
    again()
    return (await ended).message.type
  } finally {
    clearTimeout(timer)
    peer.listeners.delete(listener)
  }
}

async function download(missionType) {
  const { message: { count } } = await peer.ask(() => peer.send(common.MissionRequestList, { targetSystem: VEHICLE, targetComponent: 1, missionType }),
    h => h.name === 'MISSION_COUNT' && h.message.missionType === missionType)
  const items = []
  for (let seq = 0; seq < count; seq++) {
    const { message } = await peer.ask(() => peer.send(common.MissionRequestInt, { targetSystem: VEHICLE, targetComponent: 1, seq, missionType }),
      h => h.name === 'MISSION_ITEM_INT' && h.message.seq === seq && h.message.missionType === missionType)
    items.push(message)
  }
  peer.send(common.MissionAck, { targetSystem: VEHICLE, targetComponent: 1, type: 0, missionType })
  return items
}

try {
  const beatOfVehicle = await peer.ask(heartbeat, h => h.name === 'HEARTBEAT' && h.component === 1)
  same(beatOfVehicle.message.autopilot, minimal.MavAutopilot.PX4, 'autopilot')
  same(beatOfVehicle.message.type, minimal.MavType.FIXED_WING, 'type')

  // Without a mission the authority gives no leave.
  const refused = await command(common.MavCmd.COMPONENT_ARM_DISARM, [1])
  same([refused.result, refused.resultParam2], [common.MavResult.DENIED, common.MavArmAuthDeniedReason.INVALID_WAYPOINT], 'arming without leave')
  const forced = await command(common.MavCmd.COMPONENT_ARM_DISARM, [1, 21196])
  same(forced.result, common.MavResult.DENIED, 'arming by force')

  const mission = [...Array(25).keys()].map(i => ({ frame: 3, command: i === 0 ? common.MavCmd.NAV_TAKEOFF : common.MavCmd.NAV_WAYPOINT, param1: i, param2: 2.5, param3: 0, param4: 90, x: 473977418 + i * 1000, y: -1225934000 - i * 1000, z: 50 + i }))
  const fence = [0, 1, 2, 3].map(i => ({ frame: 0, command: common.MavCmd.NAV_FENCE_POLYGON_VERTEX_INCLUSION, param1: 4, param2: 0, param3: 0, param4: 0, x: 473900000 + (i & 1) * 200000, y: 85300000 + (i >> 1) * 200000, z: 0 }))
  const rally = [{ frame: 3, command: common.MavCmd.NAV_RALLY_POINT, param1: 0, param2: 0, param3: 0, param4: 0, x: 473950000, y: 85450000, z: 60 }]
  for (const [type, items] of [[0, mission], [1, fence], [2, rally]]) {
    same(await upload(type, items), 0, `upload of ${type}`)
    const back = await download(type)
    same(back.map(m => [m.frame, m.command, m.param1, m.param2, m.param4, m.x, m.y, m.z, m.autocontinue]), items.map(m => [m.frame, m.command, m.param1, m.param2, m.param4, m.x, m.y, m.z, 1]), `download of ${type}`)
  }
  // What releases things is refused, in missions and alone.
  same(await upload(0, [mission[0], { ...mission[1], command: common.MavCmd.DO_GRIPPER }]), common.MavMissionResult.UNSUPPORTED, 'a gripper in a mission')
  same((await download(0)).length, mission.length, 'the mission before is kept')
  same((await command(common.MavCmd.DO_GRIPPER, [1, 0])).result, common.MavResult.DENIED, 'gripper')
  same((await command(31_000)).result, common.MavResult.UNSUPPORTED, 'a command that is not known')

  const leave = await command(common.MavCmd.ARM_AUTHORIZATION_REQUEST, [VEHICLE])
  same([leave.result, leave.progress], [common.MavResult.ACCEPTED, 60], 'leave to arm')
  same((await command(common.MavCmd.COMPONENT_ARM_DISARM, [1])).result, common.MavResult.ACCEPTED, 'arming with leave')
  await peer.wait(h => h.name === 'HEARTBEAT' && h.component === 1 && h.message.baseMode & minimal.MavModeFlag.SAFETY_ARMED)

  same((await command(common.MavCmd.NAV_TAKEOFF, [0, 0, 0, NaN, NaN, NaN, 520])).result, common.MavResult.ACCEPTED, 'take-off')
  await peer.wait(h => h.name === 'GLOBAL_POSITION_INT' && h.message.alt === 520_000)
  await peer.wait(h => h.name === 'EXTENDED_SYS_STATE' && h.message.landedState === common.MavLandedState.IN_AIR)

  same((await commandInt(common.MavCmd.DO_REPOSITION, 6, [-1, 1, 0, NaN], 474012345, 85567890, 150)).result, common.MavResult.ACCEPTED, 'goto')
  await peer.wait(h => h.name === 'GLOBAL_POSITION_INT' && h.message.lat === 474012345 && h.message.lon === 85567890 && h.message.relativeAlt === 150_000)

  same((await commandInt(common.MavCmd.DO_ORBIT, 0, [-200, 25, 0, 0], 474000000, 85500000, 600)).result, common.MavResult.ACCEPTED, 'orbit')
  const orbit = await peer.wait(h => h.name === 'ORBIT_EXECUTION_STATUS')
  same([orbit.message.radius, orbit.message.x, orbit.message.y, orbit.message.z], [-200, 474000000, 85500000, 600], 'orbit')

  same((await command(common.MavCmd.DO_GIMBAL_MANAGER_PITCHYAW, [-45, 30, NaN, NaN, 12, 0, 0])).result, common.MavResult.ACCEPTED, 'gimbal')
  // One that was sent before may come after the answer.
  const gimbal = await peer.wait(h => h.name === 'GIMBAL_DEVICE_ATTITUDE_STATUS' && h.component === 154 && Math.abs(h.message.q[2]) > 0.01)
  const [w, x, y, z] = gimbal.message.q
  near(Math.asin(2 * (w * y - z * x)), -Math.PI / 4, 1e-4, 'pitch of the gimbal')
  near(Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z)), Math.PI / 6, 1e-4, 'yaw of the gimbal')
  // Messages have no answers: asked until it is seen.
  await peer.ask(() => peer.send(common.GimbalManagerSetPitchyaw, { targetSystem: VEHICLE, targetComponent: 1, flags: 12, gimbalDeviceId: 0, pitch: 0.25, yaw: 0, pitchRate: NaN, yawRate: NaN }),
    h => h.name === 'GIMBAL_DEVICE_ATTITUDE_STATUS' && Math.abs(Math.asin(2 * (h.message.q[0] * h.message.q[2] - h.message.q[3] * h.message.q[1])) - 0.25) < 1e-4, { every: 500 })
  same((await commandInt(common.MavCmd.DO_SET_ROI_LOCATION, 0, [0, 0, 0, 0], 474000000, 85500000, 400)).result, common.MavResult.ACCEPTED, 'point at a place')

  const count = await peer.ask(() => peer.send(common.ParamRequestList, { targetSystem: VEHICLE, targetComponent: 1 }), h => h.name === 'PARAM_VALUE')
  same(count.message.paramCount, 3, 'parameters')
  const set = await peer.ask(() => peer.send(common.ParamSet, { targetSystem: VEHICLE, targetComponent: 1, paramId: 'NAV_RADIUS', paramValue: 120, paramType: common.MavParamType.REAL32 }),
    h => h.name === 'PARAM_VALUE' && h.message.paramId === 'NAV_RADIUS' && h.message.paramValue === 120)
  same(set.message.paramCount, 3, 'a parameter set')

  same((await command(common.MavCmd.REQUEST_MESSAGE, [common.CameraInformation.MSG_ID], 100)).result, common.MavResult.ACCEPTED, 'camera')
  same((await command(common.MavCmd.IMAGE_START_CAPTURE, [0, 2, 5], 100)).result, common.MavResult.ACCEPTED, 'images')
  const capture = await peer.wait(h => h.name === 'CAMERA_CAPTURE_STATUS' && h.message.imageStatus === 2)
  near(capture.message.imageInterval, 2, 1e-6, 'interval of images')

  same((await command(common.MavCmd.MISSION_START)).result, common.MavResult.ACCEPTED, 'start of the mission')
  await peer.wait(h => h.name === 'HEARTBEAT' && h.component === 1 && h.message.customMode === (4 << 16 | 4 << 24))
  same((await command(common.MavCmd.DO_SET_MODE, [1, 4, 5])).result, common.MavResult.ACCEPTED, 'return')
  await peer.wait(h => h.name === 'HEARTBEAT' && h.component === 1 && h.message.customMode === (4 << 16 | 5 << 24))

  const cleared = await peer.ask(() => peer.send(common.MissionClearAll, { targetSystem: VEHICLE, targetComponent: 1, missionType: 255 }), h => h.name === 'MISSION_ACK' && h.message.missionType === 255)
  same(cleared.message.type, 0, 'clearing')
  same((await download(0)).length, 0, 'cleared')
  console.log(JSON.stringify(peer.seen))
} catch (error) {
  console.error(error.stack, JSON.stringify(peer.seen), Object.keys(peer.latest).join(' '))
  process.exitCode = 1
} finally {
  clearInterval(beat)
  peer.close()
}
