// Makes evidence packages for the tests with Node's own cryptography and zlib, from docs/record.md and the standards: nothing of the
// verifier is used here. Everything is made from seeds, so that a failure can be repeated.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { crc32 as zlibCrc32, deflateRawSync } from 'node:zlib';

export const bytes = text => new Uint8Array(Buffer.from(text, 'utf8'));
export const text = data => Buffer.from(data).toString('utf8');
export const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
export const base64url = data => Buffer.from(data).toString('base64url');

// Mulberry-like generator: a 32-bit state, good enough to choose places and bytes.
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = state + 0x9e3779b9 >>> 0;
    let z = Math.imul(state ^ state >>> 16, 0x21f0aaad);
    z = Math.imul(z ^ z >>> 15, 0x735a2d97);
    return (z ^ z >>> 15) >>> 0;
  };
  return { next, below: n => Math.floor(next() / 2 ** 32 * n), bytes: n => Uint8Array.from({ length: n }, () => next() & 255) };
}

// JSON in canonical form, by sorting first: another way than the verifier's.
export const json = value => bytes(JSON.stringify(value, (_, v) => v && typeof v === 'object' && !Array.isArray(v) ? Object.fromEntries(Object.keys(v).sort().map(k => [k, v[k]])) : v));

// A note key. Type 1 signs notes, type 4 cosigns checkpoints.
export function key(name, type = 1, seed = name) {
  const secret = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), sha256(seed)]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
  const typed = Buffer.concat([Buffer.of(type), raw]), id = sha256(name, '\n', typed).subarray(0, 4);
  const line = signature => `— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
  return {
    name, raw, id,
    vkey: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    sign: body => line(sign(null, Buffer.from(body), secret)),
    cosign: (body, seconds) => {
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(BigInt(seconds));
      return line(Buffer.concat([time, sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${body}`), secret)]));
    },
  };
}

// RFC 6962, section 2.1: MTH and PATH, by their definitions.
export const leafHash = data => sha256(Buffer.of(0), data);
const split = n => { let k = 1; while (k * 2 < n) k *= 2; return k; };
export const root = hashes => hashes.length === 0 ? sha256('') : hashes.length === 1 ? hashes[0] : sha256(Buffer.of(1), root(hashes.slice(0, split(hashes.length))), root(hashes.slice(split(hashes.length))));
export function path(index, hashes) {
  if (hashes.length === 1) return [];
  const k = split(hashes.length), left = hashes.slice(0, k), right = hashes.slice(k);
  return index < k ? [...path(index, left), root(right)] : [...path(index - k, right), root(left)];
}

// RFC 9901: a disclosure, and 16 digests in order with decoys among them.
export const disclosure = (salt, name, value) => base64url(json([salt, name, value]));
export const digest = text => base64url(sha256(text));
export function seal(fields, chance) {
  const opened = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, disclosure(base64url(chance.bytes(16)), name, value)]));
  const digests = Object.values(opened).map(digest);
  while (digests.length < 16) digests.push(base64url(sha256(chance.bytes(32))));
  return { opened, members: { _sd: digests.sort(), _sd_alg: 'sha-256' } };
}

// A log in the making: append counts, chains and tells the disclosures of what was sealed.
export function newLog(seed = 1) {
  const chance = random(seed), last = new Map(), entries = [];
  const append = (kind, subject, fields, sealed, t = 1738706834000 + entries.length * 7001) => {
    const before = last.get(subject), { opened, members } = sealed ? seal(sealed, chance) : { opened: {}, members: {} };
    const leaf = { v: 1, kind, subject, n: before ? before.leaf.n + 1 : 0, t, prev: before ? base64url(before.hash) : null, ...fields, ...members };
    const data = json(leaf), entry = { index: entries.length, leaf, data, hash: leafHash(data), opened };
    entries.push(entry);
    last.set(subject, entry);
    return entry;
  };
  return { entries, append };
}

export const corridor = bytes('{"type":"LineString","coordinates":[[-97.1,25.9],[-96.2,25.1],[-95.8,24.6]]}\n');

// Exercise LANTERN: a filed sortie with sealed fields, its corridor as an attachment, a whole sealed leaf, and reports up to the size.
export function lanternLog(size) {
  const log = newLog(size);
  const story = [
    () => log.append('sortie.filed', 'LANTERN 1', { aircraft: 'MQ-9A', armed: false, callsign: 'EXERCISE LANTERN 1', consent: { state: 'MX', paper: 'DN-2025-014', valid: true }, base: 'Corpus Christi' }, { crew: ['pilot 7', 'sensor 3'], maxAltitudeFeet: 25000, payload: { camera: 'EO/IR', serial: 'MTS-0042' } }),
    () => log.append('record.attachment', 'LANTERN 1', { name: 'corridor.geojson', sha256: sha256(corridor).toString('hex'), length: corridor.length, mediaType: 'application/geo+json', from: 1738706000000, to: 1738713600000 }),
    () => log.append('record.sealed', 'sealed', { marking: 'CONFIDENCIAL', releaseAuthority: 'Corte de ejercicio', reviewDate: '2030-01-31' }, { leaf: { kind: 'sortie.track', subject: 'LANTERN 3', silence: { from: 1738707000000, to: 1738709460000 }, closest: '14.2 NM' } }),
  ];
  for (let i = 0; i < size; i++) story[i] ? story[i]() : log.append('sortie.position', `LANTERN ${1 + i % 3}`, { lat: 259000000 - i * 1000, lon: -971000000 + i * 1200, altitudeFeet: 18000, note: `fix ${i} “ñ”` });
  return log;
}

export const logKey = key('example.org/lantern'), otherKey = key('example.org/other'), witnesses = [1, 2, 3].map(i => key(`witness${i}.example`, 4));
export const policyOf = (logs, lines = '') => `# Exercise LANTERN\n${logs.map(k => `log ${k.vkey} https://${k.name}/\n`).join('')}\n${lines}`;
export const usualPolicy = policyOf([logKey], `${witnesses.map((w, i) => `witness w${i + 1} ${w.vkey}\n`).join('')}group two 2 w1 w2 w3\nquorum two\n`);

// What a package holds, and how it is put together. The options are the places where attacks reach in.
export function makePackage(log, indexes, { disclose = () => true, attach = true, by = logKey, origin = logKey.name, cosigners = witnesses.slice(0, 2), policy = usualPolicy, seconds = 1738710592, checkpoint } = {}) {
  const hashes = log.entries.map(e => e.hash), size = hashes.length;
  const body = `${origin}\n${size}\n${root(hashes).toString('base64')}\n`;
  const note = checkpoint ?? `${body}\n${by.sign(body)}${cosigners.map((w, i) => w.cosign(body, seconds + i)).join('')}`;
  const files = new Map(), manifest = { v: 1, schema: 'overflight/evidence/1', origin, size, made: 1738720000000, entries: [], attachments: [] };
  for (const index of indexes) {
    const { data, leaf, opened } = log.entries[index], names = Object.keys(opened).filter(name => disclose(index, name));
    const entry = { index, leaf: `leaves/${index}.json`, proof: `proofs/${index}.tlog-proof`, disclosures: names.length ? `disclosures/${index}.json` : null };
    files.set(entry.leaf, new Uint8Array(data));
    files.set(entry.proof, bytes(`c2sp.org/tlog-proof@v1\nindex ${index}\n${path(index, hashes).map(h => h.toString('base64') + '\n').join('')}\n${note}`));
    if (names.length) files.set(entry.disclosures, json({ v: 1, index, disclosures: names.map(name => opened[name]) }));
    manifest.entries.push(entry);
    if (attach && leaf.kind === 'record.attachment') {
      manifest.attachments.push({ index, file: `attachments/${leaf.name}` });
      files.set(`attachments/${leaf.name}`, corridor);
    }
  }
  files.set('evidence.json', bytes(JSON.stringify(manifest, null, 2) + '\n'));
  files.set('checkpoint', bytes(note));
  files.set('policy', bytes(policy));
  files.set('README.txt', bytes('Exercise LANTERN. Open verify.html.\n'));
  return files;
}

const crcTable = Array.from({ length: 256 }, (_, n) => Array.from({ length: 8 }).reduce(c => c & 1 ? c >>> 1 ^ 0xedb88320 : c >>> 1, n));
const crc32 = zlibCrc32 ?? (data => (data.reduce((c, b) => crcTable[(c ^ b) & 255] ^ c >>> 8, -1) ^ -1) >>> 0);

// A zip of [name, data] pairs (names may be there twice); deflated or stored; edit changes a file's header fields before they are written.
export function makeZip(pairs, { deflate = true, level = 6, descriptors = false, zip64 = false, edit = () => {} } = {}) {
  const parts = [], central = [];
  let at = 0;
  const put = part => { parts.push(part); at += part.length; };
  for (const [name, data] of pairs) {
    const packed = deflate ? deflateRawSync(data, { level }) : Buffer.from(data);
    const f = { flags: descriptors ? 0x808 : 0x800, method: deflate ? 8 : 0, crc: crc32(data), packed: packed.length, size: data.length, name: Buffer.from(name), localName: Buffer.from(name), local: at };
    edit(f, name);
    const fixed = (signature, own) => {
      const head = Buffer.alloc(own ? 46 : 30), o = own ? 2 : 0, inLocal = own || !descriptors;
      head.writeUInt32LE(signature, 0);
      head.writeUInt16LE(20, 4 + o); head.writeUInt16LE(f.flags, 6 + o); head.writeUInt16LE(f.method, 8 + o);
      head.writeUInt32LE(inLocal ? f.crc : 0, 14 + o); head.writeUInt32LE(inLocal ? f.packed : 0, 18 + o); head.writeUInt32LE(inLocal ? f.size : 0, 22 + o);
      head.writeUInt16LE((own ? f.name : f.localName).length, 26 + o);
      if (own) { head.writeUInt16LE(20, 4); head.writeUInt32LE(f.local, 42); }
      return Buffer.concat([head, own ? f.name : f.localName]);
    };
    put(fixed(0x04034b50, false));
    put(packed);
    if (descriptors) { const d = Buffer.alloc(16); d.writeUInt32LE(0x08074b50, 0); d.writeUInt32LE(f.crc, 4); d.writeUInt32LE(f.packed, 8); d.writeUInt32LE(f.size, 12); put(d); }
    central.push(fixed(0x02014b50, true));
  }
  const start = at, end = Buffer.alloc(22);
  central.forEach(put);
  if (zip64) {
    const wide = Buffer.alloc(76);
    wide.writeUInt32LE(0x06064b50, 0); wide.writeBigUInt64LE(44n, 4); wide.writeUInt16LE(45, 12); wide.writeUInt16LE(45, 14);
    wide.writeBigUInt64LE(BigInt(central.length), 24); wide.writeBigUInt64LE(BigInt(central.length), 32);
    wide.writeBigUInt64LE(BigInt(at - start), 40); wide.writeBigUInt64LE(BigInt(start), 48);
    wide.writeUInt32LE(0x07064b50, 56); wide.writeBigUInt64LE(BigInt(at), 64); wide.writeUInt32LE(1, 72);
    put(wide);
  }
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : central.length, 8); end.writeUInt16LE(zip64 ? 0xffff : central.length, 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : at - start, 12); end.writeUInt32LE(zip64 ? 0xffffffff : start, 16);
  put(end);
  return new Uint8Array(Buffer.concat(parts));
}
