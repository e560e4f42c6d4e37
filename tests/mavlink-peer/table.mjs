// Prints what two versions of the mappings know of every message: the oracle of the definitions. A line of JSON for each.
// node-mavlink brings the newer ones; the older ones know messages that have since moved to files that it leaves out.
import { minimal, common } from 'node-mavlink'
import * as older from 'mavlink-mappings'

const seen = new Set()
for (const registry of [minimal, common, older.minimal, older.common].map(m => m.REGISTRY))
  for (const type of Object.values(registry)) {
    if (seen.has(type.MSG_ID)) continue
    seen.add(type.MSG_ID)
    const fields = type.FIELDS.map(f => ({ name: f.source ?? null, type: f.type, offset: f.offset, length: f.length, extension: f.extension, units: f.units || null }))
    console.log(JSON.stringify({ id: type.MSG_ID, name: type.MSG_NAME, crcExtra: type.MAGIC_NUMBER, length: type.PAYLOAD_LENGTH, fields }))
  }
