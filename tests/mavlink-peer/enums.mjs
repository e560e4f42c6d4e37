// Prints every entry of every enum that the mappings know: ENUM ENTRY VALUE, a line each.
import { minimal, common } from 'node-mavlink'

for (const group of [minimal, common])
  for (const [name, type] of Object.entries(group))
    if (typeof type === 'object' && !Array.isArray(type))
      for (const [entry, value] of Object.entries(type))
        if (typeof value === 'number' && isNaN(Number(entry))) console.log(name, entry, value)
