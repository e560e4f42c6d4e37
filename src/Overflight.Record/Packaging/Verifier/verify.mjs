// Verifies an evidence package of Overflight (docs/record.md, "The evidence package"). One file, no dependency, no network, no code
// shared with the program that makes packages; works in Node 18 or later and in browsers, also from file://.
//
//   node verify.mjs [PACKAGE.zip | FOLDER] [--vkey VKEY]... [--policy FILE] [--json]
//
// Read from the bottom up for the story (verify), from the top down for the parts. A parser that meets anything wrong calls refuse();
// verify() turns every refusal into a failed check. Nothing counts as good that was not positively checked.

class Refused extends Error {}
const refuse = reason => { throw new Refused(reason); };

// ---- Bytes and text ------------------------------------------------------------------------------------------------------------------

const encode = text => new TextEncoder().encode(text);
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf8 = bytes => { try { return decoder.decode(bytes); } catch { return refuse('is not UTF-8 text'); } };
const hex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
const isWhole = value => Number.isSafeInteger(value) && value >= 0;

function concat(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => { all.set(part, at); return at + part.length; }, 0);
  return all;
}

// RFC 4648, sections 4 and 5, strictly: the only text accepted for some bytes is the one that encoding them gives.
const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
export function toBase64(bytes, url = false) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = bytes[i] << 16 | (bytes[i + 1] ?? 0) << 8 | (bytes[i + 2] ?? 0);
    for (let digit = 0; digit < Math.min(4, bytes.length - i + 1); digit++) text += base64Digits[group >> (18 - 6 * digit) & 63];
  }
  return url ? text.replaceAll('+', '-').replaceAll('/', '_') : text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
export function fromBase64(text, url = false) {
  const digits = url ? text.replaceAll('-', '+').replaceAll('_', '/') : text.replace(/={1,2}$/, '');
  const bytes = new Uint8Array(Math.floor(digits.length * 6 / 8));
  for (let i = 0, held = 0, at = 0; i < digits.length; i++) {
    held = (held << 6 | base64Digits.indexOf(digits[i])) & 0xffff;
    if (i % 4) bytes[at++] = held >> (6 - 2 * (i % 4));
  }
  return toBase64(bytes, url) === text ? bytes : refuse('is not strict base64');
}

// Text from a package may hold control or invisible characters: they are shown by number, so that they cannot mislead a reader.
export const shown = text => String(text).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, c => `<U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);
export const utc = milliseconds => new Date(milliseconds).toISOString().replace('T', ' ').replace(/(\.000)?Z$/, ' UTC');
const lastTime = 253402300799999; // the end of the year 9999, Unix milliseconds

// ---- SHA-256 and SHA-512: FIPS 180-4 -------------------------------------------------------------------------------------------------

// 4.2 and 5.3: the constants are the fractional parts of the cube and square roots of the first primes: computed here, to 64 bits.
const primes = [];
for (let n = 2n; primes.length < 80; n++) if (primes.every(p => n % p)) primes.push(n);
const root = (n, k) => { // the k-th root, rounded down, by Newton's method from above
  for (let x = 1n << BigInt(Math.ceil(n.toString(2).length / Number(k)));;) {
    const next = ((k - 1n) * x + n / x ** (k - 1n)) / k;
    if (next >= x) return x;
    x = next;
  }
};
const u64 = n => BigInt.asUintN(64, n);
const k512 = primes.map(p => u64(root(p << 192n, 3n))), h512 = primes.slice(0, 8).map(p => u64(root(p << 128n, 2n)));
const k256 = Int32Array.from(k512.slice(0, 64), k => Number(k >> 32n)), h256 = Int32Array.from(h512, h => Number(h >> 32n));

// 5.1 and 5.2: a one bit, zeros, and the length in bits fill up the last block.
function eachBlock(data, size, mix) {
  const rest = data.length % size, whole = data.length - rest;
  const tail = new Uint8Array(rest + 1 + size / 8 > size ? 2 * size : size);
  tail.set(data.subarray(whole));
  tail[rest] = 0x80;
  const tailView = new DataView(tail.buffer), view = new DataView(data.buffer, data.byteOffset, data.length);
  tailView.setBigUint64(tail.length - 8, BigInt(data.length) * 8n);
  for (let at = 0; at < whole; at += size) mix(view, at);
  for (let at = 0; at < tail.length; at += size) mix(tailView, at);
}

export function sha256(data) {
  const hash = Int32Array.from(h256), w = new Int32Array(64);
  const turn = (x, n) => x >>> n | x << (32 - n);
  eachBlock(data, 64, (view, at) => {
    for (let t = 0; t < 16; t++) w[t] = view.getInt32(at + 4 * t);
    for (let t = 16; t < 64; t++) {
      const x = w[t - 15], y = w[t - 2];
      w[t] = (turn(y, 17) ^ turn(y, 19) ^ y >>> 10) + w[t - 7] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3) + w[t - 16];
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let t = 0; t < 64; t++) {
      const t1 = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + k256[t] + w[t] | 0;
      const t2 = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
      h = g; g = f; f = e; e = d + t1 | 0; d = c; c = b; b = a; a = t1 + t2 | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => { hash[i] += value; });
  });
  const out = new DataView(new ArrayBuffer(32));
  hash.forEach((value, i) => out.setInt32(4 * i, value));
  return new Uint8Array(out.buffer);
}

export function sha512(data) { // only for short texts: BigInt is slow
  const hash = BigUint64Array.from(h512), w = new BigUint64Array(80);
  const turn = (x, n) => u64(x >> n | x << (64n - n));
  eachBlock(data, 128, (view, at) => {
    for (let t = 0; t < 16; t++) w[t] = view.getBigUint64(at + 8 * t);
    for (let t = 16; t < 80; t++) {
      const x = w[t - 15], y = w[t - 2];
      w[t] = (turn(y, 19n) ^ turn(y, 61n) ^ y >> 6n) + w[t - 7] + (turn(x, 1n) ^ turn(x, 8n) ^ x >> 7n) + w[t - 16];
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let t = 0; t < 80; t++) {
      const t1 = h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + (e & f ^ u64(~e) & g) + k512[t] + w[t];
      const t2 = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + (a & b ^ a & c ^ b & c);
      h = g; g = f; f = e; e = u64(d + t1); d = c; c = b; b = a; a = u64(t1 + t2);
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => { hash[i] += value; });
  });
  const out = new DataView(new ArrayBuffer(64));
  hash.forEach((value, i) => out.setBigUint64(8 * i, value));
  return new Uint8Array(out.buffer);
}

// ---- Ed25519 verification: RFC 8032, section 5.1 -------------------------------------------------------------------------------------

const P = 2n ** 255n - 19n, L = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = n => (n % P + P) % P;
const power = (base, exponent) => {
  let result = 1n;
  for (; exponent; exponent >>= 1n, base = base * base % P) if (exponent & 1n) result = result * base % P;
  return result;
};
const D = mod(-121665n * power(121666n, P - 2n)), rootOfMinusOne = power(2n, (P - 1n) / 4n);

// 5.1.4: points as [X, Y, Z, T] with x = X/Z, y = Y/Z, xy = T/Z.
const add = ([x1, y1, z1, t1], [x2, y2, z2, t2]) => {
  const a = (y1 - x1) * (y2 - x2) % P, b = (y1 + x1) * (y2 + x2) % P, c = 2n * D * t1 % P * t2 % P, d = 2n * z1 * z2 % P;
  const e = b - a, f = d - c, g = d + c, h = b + a;
  return [e * f % P, g * h % P, f * g % P, e * h % P];
};
const twice = ([x, y, z]) => {
  const a = x * x % P, b = y * y % P, h = a + b, e = h - (x + y) * (x + y) % P, g = a - b, f = 2n * z * z % P + g;
  return [e * f % P, g * h % P, f * g % P, e * h % P];
};
const zero = [0n, 1n, 1n, 0n];
const littleEndian = bytes => BigInt('0x' + hex(Uint8Array.from(bytes).reverse()));

// 5.1.3: refuses y that is not below P, points off the curve, and "minus zero"; null then.
export function toPoint(bytes) {
  const sign = BigInt(bytes[31] >> 7), y = littleEndian(bytes) & (1n << 255n) - 1n;
  const u = mod(y * y - 1n), v = mod(D * y * y + 1n);
  let x = u * power(v, 3n) % P * power(u * power(v, 7n) % P, (P - 5n) / 8n) % P;
  if (mod(v * x * x) === mod(-u)) x = x * rootOfMinusOne % P;
  if (y >= P || mod(v * x * x) !== u || x === 0n && sign) return null;
  if ((x & 1n) !== sign) x = P - x;
  return [x, y, 1n, x * y % P];
}
const basePoint = toPoint(Uint8Array.from({ length: 32 }, (_, i) => i ? 0x66 : 0x58)); // y = 4/5

// 5.1.7 in its strict form: S below L, keys of small order refused, [S]B - [k]A compared with R byte for byte (no cofactor).
export function ed25519Verify(key, message, signature) {
  if (key.length !== 32 || signature.length !== 64) return false;
  const a = toPoint(key), s = littleEndian(signature.subarray(32));
  if (!a || mod(twice(twice(twice(a)))[0]) === 0n || s >= L) return false;
  const k = littleEndian(sha512(concat(signature.subarray(0, 32), key, message))) % L;
  const minusA = [P - a[0], a[1], 1n, P - a[3]], both = add(basePoint, minusA);
  let sum = zero;
  for (let bit = 252n; bit >= 0n; bit--) {
    sum = twice(sum);
    const inS = s >> bit & 1n, inK = k >> bit & 1n;
    if (inS || inK) sum = add(sum, inS ? inK ? both : basePoint : minusA);
  }
  const inverse = power(mod(sum[2]), P - 2n), x = mod(sum[0] * inverse), y = mod(sum[1] * inverse);
  return littleEndian(signature.subarray(0, 32)) === (y | (x & 1n) << 255n);
}

// ---- Zip: PKWARE APPNOTE 6.3, and inflate: RFC 1951 ----------------------------------------------------------------------------------

const MiB = 1 << 20;
export const limits = { zip: 512 * MiB, file: 64 * MiB, attachment: 512 * MiB, total: 1024 * MiB, files: 100000 };

// Base values of lengths and distances (3.2.5), from their numbers of extra bits.
const bases = (first, extra) => extra.map((_, i) => extra.slice(0, i).reduce((sum, bits) => sum + (1 << bits), first));
const lengthExtra = Array.from({ length: 28 }, (_, i) => i < 8 ? 0 : (i >> 2) - 1), lengthBase = [...bases(3, lengthExtra), 258];
const distanceExtra = Array.from({ length: 30 }, (_, i) => i < 4 ? 0 : (i >> 1) - 1), distanceBase = bases(1, distanceExtra);
lengthExtra.push(0);

// 3.2.2: from code lengths to a table; the index is as many coming bits as the longest code has, the value is symbol * 16 + length.
// Every row of bits must be one code, but that a table may hold a single code of one bit, or none.
function codeTable(lengths, mayBeSingle = true) {
  const longest = Math.max(1, ...lengths), table = new Uint16Array(1 << longest), taken = lengths.reduce((sum, length) => sum + (length && 1 << longest - length), 0);
  if (taken !== 1 << longest && !(mayBeSingle && longest === 1 && taken < 2)) refuse('has a deflate code that is not complete');
  let code = 0;
  for (let length = 1; length <= longest; length++, code <<= 1)
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      let reversed = 0;
      for (let bit = 0; bit < length; bit++) reversed |= (code >> bit & 1) << (length - 1 - bit);
      for (let i = reversed; i < table.length; i += 1 << length) table[i] = symbol << 4 | length;
      code++;
    }
  return { table, longest };
}
const fixedCodes = [codeTable(Array.from({ length: 288 }, (_, i) => i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)), codeTable(Array(32).fill(5))];

export function inflate(input, size) {
  const out = new Uint8Array(size);
  let at = 0, next = 0, held = 0, count = 0;
  const fill = n => { while (count < n && next < input.length) { held |= input[next++] << count; count += 8; } };
  const drop = n => { if (n > count) refuse('has deflated data that ends early'); held >>>= n; count -= n; };
  const bits = n => { fill(n); const value = held & (1 << n) - 1; drop(n); return value; };
  const symbol = ({ table, longest }) => {
    fill(longest);
    const found = table[held & (1 << longest) - 1];
    if (!found) refuse('has a deflate code that is not in its table');
    drop(found & 15);
    return found >> 4;
  };
  const readCodes = () => { // 3.2.7
    const literals = bits(5) + 257, distances = bits(5) + 1, given = bits(4) + 4, order = Array(19).fill(0), lengths = [];
    [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].slice(0, given).forEach(place => { order[place] = bits(3); });
    if (literals > 286 || distances > 30) refuse('has too many deflate codes');
    const codes = codeTable(order, false);
    while (lengths.length < literals + distances) {
      const word = symbol(codes);
      if (word < 16) lengths.push(word);
      else if (word === 16 && lengths.length === 0) refuse('repeats a deflate code length before the first');
      else lengths.push(...Array(word === 16 ? 3 + bits(2) : word === 17 ? 3 + bits(3) : 11 + bits(7)).fill(word === 16 ? lengths.at(-1) : 0));
    }
    if (lengths.length !== literals + distances) refuse('has too many deflate code lengths');
    return [codeTable(lengths.slice(0, literals)), codeTable(lengths.slice(literals))];
  };
  for (let last = 0; !last;) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) { // stored: whole bytes that were read ahead are given back
      next -= count >> 3; held = count = 0;
      const length = input[next] | input[next + 1] << 8, start = next + 4;
      if (start + length > input.length || (length ^ 0xffff) !== (input[next + 2] | input[next + 3] << 8)) refuse('has a damaged stored block');
      if (at + length > size) refuse('is longer than the zip says');
      out.set(input.subarray(start, start + length), at);
      at += length; next = start + length;
      continue;
    }
    if (kind === 3) refuse('has an unknown kind of deflate block');
    const [literalCodes, distanceCodes] = kind === 1 ? fixedCodes : readCodes();
    for (let word; (word = symbol(literalCodes)) !== 256;) {
      if (word > 285) refuse('has an unknown deflate length');
      const length = word < 256 ? 1 : lengthBase[word - 257] + bits(lengthExtra[word - 257]);
      if (at + length > size) refuse('is longer than the zip says');
      if (word < 256) { out[at++] = word; continue; }
      const far = symbol(distanceCodes);
      if (far > 29) refuse('has an unknown deflate distance');
      const back = distanceBase[far] + bits(distanceExtra[far]);
      if (back > at) refuse('points back before its beginning');
      for (const end = at + length; at < end; at++) out[at] = out[at - back];
    }
  }
  return at === size && next - (count >> 3) === input.length ? out : refuse('is not as long as the zip says');
}

const crcTable = Int32Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? n >>> 1 ^ 0xedb88320 : n >>> 1; return n; });
const crc32 = bytes => { let c = -1; for (let i = 0; i < bytes.length; i++) c = crcTable[(c ^ bytes[i]) & 255] ^ c >>> 8; return ~c >>> 0; };

const isSafeName = name => !/[\p{Cc}\\:]/u.test(name) && name.split('/').every(part => part !== '' && part !== '.' && part !== '..');
const sizeLimit = name => name.startsWith('attachments/') ? limits.attachment : limits.file;

// The central directory alone says what is in the zip. Returns Map name -> bytes; refuses what two readers could read differently.
export function readZip(bytes) {
  if (bytes.length > limits.zip) refuse('The zip is larger than 512 MiB.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length), end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) refuse('This is not a whole zip file (its end record is missing, or has a comment).');
  let total = view.getUint16(end + 10, true), start = view.getUint32(end + 16, true), stop = end;
  if (view.getUint16(end + 8, true) !== total || view.getUint32(end + 4, true) !== 0) refuse('The zip is split into parts.');
  if (total === 0xffff && end >= 76 && view.getUint32(end - 20, true) === 0x07064b50) { // Zip64, for more than 65,534 files
    stop = Number(view.getBigUint64(end - 12, true));
    if (stop > end - 76 || view.getUint32(stop, true) !== 0x06064b50) refuse('The zip is damaged: its Zip64 end record is missing.');
    total = Number(view.getBigUint64(stop + 32, true));
    start = Number(view.getBigUint64(stop + 48, true));
  }
  if (total > limits.files) refuse('The zip holds more than 100,000 files.');
  const files = new Map(), spans = [];
  let at = start, sum = 0;
  for (let i = 0; i < total; i++) {
    if (at + 46 > stop || view.getUint32(at, true) !== 0x02014b50) refuse('The zip is damaged: its list of files ends early.');
    const [flags, method] = [8, 10].map(o => view.getUint16(at + o, true)), [crc, packed, size] = [16, 20, 24].map(o => view.getUint32(at + o, true));
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(o => view.getUint16(at + o, true)), local = view.getUint32(at + 42, true);
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    at += 46 + nameLength + extraLength + commentLength;
    if (at > stop) refuse('The zip is damaged: its list of files ends early.');
    let name;
    try { name = decoder.decode(nameBytes); } catch { refuse('The zip holds a file whose name is not UTF-8.'); }
    const damaged = why => refuse(`${shown(name)} in the zip ${why}.`);
    if (local + 30 > start || view.getUint32(local, true) !== 0x04034b50) damaged('is not where the list of files says');
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (!same(bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true)), nameBytes)) damaged('has two names');
    if (view.getUint16(local + 8, true) !== method || data + packed > start) damaged('is not what the list of files says');
    spans.push([local, data + packed]);
    if (name.endsWith('/') && size === 0) continue; // a folder
    if (!isSafeName(name)) damaged('has a name that is not allowed');
    if (files.has(name)) damaged('is there twice');
    if (size > sizeLimit(name) || (sum += size) > limits.total) damaged('is too large');
    if (flags & 1 || method !== 0 && method !== 8) damaged('is encrypted, or packed in another way than deflate');
    if (method === 0 && packed !== size) damaged('has two lengths');
    const content = bytes.subarray(data, data + packed);
    try { files.set(name, method === 0 ? content : inflate(content, size)); } catch (e) { e instanceof Refused ? damaged(e.message) : refuse(`${shown(name)} does not fit into memory.`); }
    if (crc32(files.get(name)) !== crc) damaged('is damaged: its checksum differs');
  }
  if (at !== stop) refuse('The zip is damaged: its list of files is longer than it says.');
  spans.sort((a, b) => a[0] - b[0]);
  if (spans.some(([from], i) => i && from < spans[i - 1][1])) refuse('The zip is damaged: two files share the same bytes.');
  return files;
}

// ---- JSON: RFC 8259, and its canonical form, RFC 8785 --------------------------------------------------------------------------------

const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);

export function canonical(value, depth = 1) {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : refuse('holds a number that is not whole, or beyond 2^53-1');
  if (typeof value === 'string' && /\p{Cs}/u.test(value)) refuse('holds half of a surrogate pair');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (depth > 16) refuse('is nested more than 16 deep');
  if (Array.isArray(value)) return `[${value.map(item => canonical(item, depth + 1)).join(',')}]`;
  return `{${Object.keys(value).sort().map(name => `${canonical(name)}:${canonical(value[name], depth + 1)}`).join(',')}}`;
}

// Any JSON text, but with nothing in it that readers take differently: a name given twice shows as a colon too many.
export function parseJson(bytes) {
  const text = utf8(bytes);
  let value, colons = 0;
  try { value = JSON.parse(text); } catch { refuse('is not JSON'); }
  canonical(value);
  for (let i = 0, quoted = false; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (quoted && text[i] === '\\') i++;
    else if (!quoted && text[i] === ':') colons++;
  }
  const members = v => typeof v !== 'object' || v === null ? 0 : Object.values(v).reduce((sum, item) => sum + members(item), Array.isArray(v) ? 0 : Object.keys(v).length);
  return members(value) === colons ? value : refuse('gives a name twice in one object');
}

// An object with exactly these members; a name that ends in "?" may be absent.
function withMembers(value, forms) {
  if (!isObject(value)) refuse('holds something else where an object belongs');
  for (const [form, fits] of Object.entries(forms)) {
    const name = form.replace('?', ''), has = Object.hasOwn(value, name);
    if (has ? !fits(value[name]) : name === form) refuse(`has ${has ? 'a wrong' : 'no'} “${name}”`);
  }
  const extra = Object.keys(value).find(name => !Object.hasOwn(forms, name) && !Object.hasOwn(forms, name + '?'));
  return extra === undefined ? value : refuse(`has an unknown member “${shown(extra)}”`);
}

// ---- Keys, notes, policies: C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy -----------------------------------------

const keyLengths = { 1: 32, 4: 32, 6: 1312 }; // Ed25519, Ed25519 cosignatures, ML-DSA-44 cosignatures

export function parseVkey(text) {
  const [, name, id, base64] = /^([^\p{White_Space}\p{Cc}+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text) ?? refuse(`“${shown(text)}” is not a key of the form NAME+ID+KEY`);
  const bytes = fromBase64(base64), type = bytes[0];
  if (keyLengths[type] !== bytes.length - 1) refuse(`the key of ${shown(name)} is of an unknown type or length`);
  if (hex(sha256(concat(encode(name + '\n'), bytes)).subarray(0, 4)) !== id) refuse(`the key of ${shown(name)} does not have the ID ${id}`);
  return { vkey: text, name, id, type, key: bytes.subarray(1) };
}

// The text is parted from the signatures by the last empty line.
export function parseNote(bytes) {
  if (bytes.length > MiB) refuse('is longer than 1 MiB');
  const text = utf8(bytes), split = text.lastIndexOf('\n\n');
  if (/[\0-\x09\x0b-\x1f]/.test(text)) refuse('holds a control character');
  if (split < 0 || !text.endsWith('\n')) refuse('is not a signed note');
  const signatures = text.slice(split + 2, -1).split('\n').map(line => {
    const [, name, base64] = /^— ([^\p{White_Space}+]+) ([A-Za-z0-9+/=]+)$/u.exec(line) ?? refuse('has a line that is not a signature where signatures belong');
    const all = fromBase64(base64);
    return all.length > 4 ? { name, id: hex(all.subarray(0, 4)), bytes: all.subarray(4) } : refuse('has a signature that is too short');
  });
  return signatures.length <= 100 ? { text: text.slice(0, split + 1), signatures } : refuse('has more than 100 signatures');
}

export function parseCheckpoint(bytes) {
  const note = parseNote(bytes), [origin, size, root, ...extensions] = note.text.slice(0, -1).split('\n');
  if ([origin, size, root, ...extensions].some(line => !line)) refuse('does not have origin, size and root on its first lines');
  if (!/^(0|[1-9][0-9]{0,15})$/.test(size) || !isWhole(Number(size))) refuse('has a size that is not a number, or too large');
  const hash = fromBase64(root);
  return hash.length === 32 ? { ...note, origin, size: Number(size), root: hash } : refuse('has a root that is not 32 bytes');
}

// One signature by one key: null where it does not hold. Cosignatures (type 4) carry the time, in Unix seconds, that they vouch for.
function checkSignature(note, key, bytes) {
  if (key.type === 1) return ed25519Verify(key.key, encode(note.text), bytes) ? {} : null;
  if (bytes.length !== 72) return null;
  const seconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  const message = encode(`cosignature/v1\ntime ${seconds}\n${note.text}`);
  return Number(seconds) * 1000 <= lastTime && ed25519Verify(key.key, message, bytes.subarray(8)) ? { seconds: Number(seconds) } : null;
}

// All signatures of a known key must hold, or the note is refused (signed-note, "Signatures").
function checkKey(note, key, reasons) {
  const own = note.signatures.filter(s => s.name === key.name && s.id === key.id);
  if (key.type === 6) return { state: 'not checked here (ML-DSA-44)' };
  if (own.length === 0) return { state: 'did not sign' };
  const held = own.map(s => checkSignature(note, key, s.bytes));
  if (!held.includes(null)) return { state: 'signed', ...(key.type === 4 && { seconds: Math.max(...held.map(h => h.seconds)) }) };
  reasons.push(`The signature of ${shown(key.name)} does not hold.`);
  return { state: 'signature does not hold' };
}

// A policy is octets: names are compared as such, here as one character an octet; only vkeys are read as UTF-8.
export function parsePolicy(bytes) {
  if (bytes.length > MiB) refuse('is longer than 1 MiB');
  const text = Array.from(bytes, b => String.fromCharCode(b)).join(''), octets = word => Uint8Array.from(word, c => c.charCodeAt(0));
  if (/[^\t\n\x20-\x7e\x80-\xff]/.test(text)) refuse('holds a control character (lines end in a newline alone)');
  const logs = [], witnesses = [], rules = new Map(), members = new Set();
  let quorum = null;
  const key = (list, word, types) => {
    const parsed = parseVkey(utf8(octets(word)));
    if (!types.includes(parsed.type)) refuse(`has a key of ${shown(parsed.name)} of a type that does not fit`);
    if (list.some(other => same(other.key, parsed.key))) refuse(`has the key of ${shown(parsed.name)} twice`);
    list.push(parsed);
    return parsed;
  };
  const define = (name, rule) => rules.has(name) || name === 'none' ? refuse(`defines “${shown(name)}” twice`) : rules.set(name, rule);
  for (const line of text.split('\n')) {
    const words = line.split(/[ \t]+/).filter(word => word), [verb, name, third] = words;
    if (!verb || verb.startsWith('#')) continue;
    if (verb === 'log' && (words.length === 2 || words.length === 3)) key(logs, name, [1, 6]);
    else if (verb === 'witness' && (words.length === 3 || words.length === 4)) define(name, { witness: key(witnesses, third, [4, 6]) });
    else if (verb === 'group' && words.length > 3) {
      const of = words.slice(3), least = third === 'all' ? of.length : third === 'any' ? 1 : /^[1-9][0-9]{0,8}$/.test(third) ? Number(third) : Infinity;
      if (least > of.length) refuse(`asks for more of the group “${shown(name)}” than it has`);
      for (const member of of) {
        if (!rules.has(member) || members.has(member)) refuse(`has “${shown(member)}” in a group before it is defined, or a second time`);
        members.add(member);
      }
      define(name, { of, least });
    } else if (verb === 'quorum' && words.length === 2 && quorum === null) {
      if (!rules.has(name) && name !== 'none') refuse(`asks for “${shown(name)}”, which is not defined before`);
      quorum = name;
    } else refuse(`has a line that is not understood: “${shown(line.slice(0, 80))}”`);
  }
  if (quorum === null) refuse('has no quorum line');
  const isMet = cosigned => { // a predicate of witnesses; rules are in an order in which members come first
    const holds = new Map([['none', true]]);
    for (const [name, rule] of rules) holds.set(name, rule.witness ? cosigned(rule.witness) : rule.of.filter(m => holds.get(m)).length >= rule.least);
    return holds.get(quorum);
  };
  return { logs, witnesses, isMet, asksNobody: quorum === 'none' };
}

// ---- Inclusion: C2SP tlog-proof, RFC 6962 (hashes), RFC 9162 section 2.1.3.2 (the walk) ------------------------------------------------

export const leafHash = leaf => sha256(concat([0], leaf));
export const nodeHash = (left, right) => sha256(concat([1], left, right));

export function parseProof(bytes) {
  const text = utf8(bytes), split = text.indexOf('\n\n'), [magic, index, ...path] = text.slice(0, Math.max(split, 0)).split('\n');
  if (magic !== 'c2sp.org/tlog-proof@v1') refuse('is not a tlog-proof');
  const [, number] = /^index (0|[1-9][0-9]{0,15})$/.exec(index) ?? refuse('has no index on its second line');
  const hashes = path.length > 64 ? refuse('has a path that is too long') : path.map(line => fromBase64(line));
  return hashes.every(hash => hash.length === 32) ? { index: Number(number), path: hashes, checkpoint: text.slice(split + 2) } : refuse('has a hash that is not 32 bytes');
}

// The root that a leaf's hash leads to; null where the path is too long or too short for this index and size.
export function rootFromPath(hash, index, size, path) {
  if (!(index < size)) return null;
  let fn = BigInt(index), sn = BigInt(size) - 1n, r = hash;
  for (const p of path) {
    if (sn === 0n) return null;
    if (fn & 1n || fn === sn) {
      r = nodeHash(p, r);
      while (!(fn & 1n) && fn !== 0n) { fn >>= 1n; sn >>= 1n; }
    } else r = nodeHash(r, p);
    fn >>= 1n; sn >>= 1n;
  }
  return sn === 0n ? r : null;
}

// ---- Leaves and disclosures: docs/record.md, "Leaves"; RFC 9901 ----------------------------------------------------------------------

const isText = v => typeof v === 'string', isTime = v => isWhole(v) && v <= lastTime, isTexts = v => Array.isArray(v) && v.every(isText);
const isDigest = v => isText(v) && /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(v); // 32 bytes, base64url
const isOf = v => isObject(v) && isWhole(v.index) && isDigest(v.leaf) && Object.keys(v).length === 2;
const isSubject = v => isText(v) && /^\P{Cc}{1,200}$/u.test(v);
const isDate = v => isText(v) && /^\d{4}-\d\d-\d\d$/.test(v) && new Date(v).toJSON()?.startsWith(v) === true;
const about = { 'of?': isOf, 'about?': isSubject, authority: isText, reason: isText };
const recordKinds = {
  'record.sealed': { 'marking?': isText, 'releaseAuthority?': isText, 'reviewDate?': isDate },
  'record.attachment': { name: isText, sha256: v => isText(v) && /^[0-9a-f]{64}$/.test(v), length: isWhole, mediaType: isText, 'from?': isTime, 'to?': isTime },
  'record.disclosure': { of: isOf, disclosures: isTexts, authority: isText, reason: isText },
  'record.tombstone': { of: isOf, digests: isTexts, reason: isText, approvals: isTexts },
  'record.hold': about, 'record.release': about,
  'record.key': { vkey: isText, action: v => v === 'added' || v === 'retired' },
};
const ownMembers = ['v', 'kind', 'subject', 'n', 't', 'prev', '_sd', '_sd_alg'];
export const publicFields = leaf => Object.fromEntries(Object.entries(leaf).filter(([name]) => !ownMembers.includes(name)));

export function readLeaf(bytes) {
  if (bytes.length > 65535) refuse('is longer than 65,535 bytes');
  const leaf = parseJson(bytes);
  if (!isObject(leaf) || canonical(leaf) !== utf8(bytes)) refuse('is not in canonical form');
  if (leaf.v !== 1) refuse('is not of version 1');
  if (!isText(leaf.kind) || leaf.kind.length > 64 || !/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/.test(leaf.kind)) refuse('has no right kind');
  if (!isSubject(leaf.subject)) refuse('has no right subject');
  if (!isWhole(leaf.n) || !isTime(leaf.t)) refuse('has no right number or time');
  if (leaf.n === 0 ? leaf.prev !== null : !isDigest(leaf.prev)) refuse('has no right reference to the one before it');
  const sealed = Object.hasOwn(leaf, '_sd');
  if (sealed !== Object.hasOwn(leaf, '_sd_alg') || sealed && leaf._sd_alg !== 'sha-256') refuse('has seals without their algorithm');
  if (sealed && !(isTexts(leaf._sd) && leaf._sd.length === 16 && leaf._sd.every((d, i) => isDigest(d) && (i === 0 || leaf._sd[i - 1] < d)))) refuse('does not have 16 seals in order');
  const bad = Object.keys(publicFields(leaf)).find(name => name.startsWith('_') || name === '...');
  if (bad !== undefined) refuse(`has a field “${shown(bad)}”, a name that is not allowed`);
  return leaf;
}

// One disclosure of a leaf: its digest must be among the leaf's, its name must be new. Adds to what is disclosed.
export function openDisclosure(text, leaf, disclosed) {
  if (!leaf._sd?.includes(toBase64(sha256(encode(text)), true))) refuse('is not of this leaf');
  const parts = parseJson(fromBase64(text, true));
  if (!Array.isArray(parts) || parts.length !== 3 || !isText(parts[0]) || !isText(parts[1])) refuse('is not salt, name and value');
  const [, name, value] = parts;
  if (Object.hasOwn(leaf, name) || Object.hasOwn(disclosed, name)) refuse(`gives “${shown(name)}”, which is already there`);
  if (name.startsWith('_') || name === '...') refuse(`has the name “${shown(name)}”, which is not allowed`);
  if (leaf.kind === 'record.sealed' && !(name === 'leaf' && isObject(value) && isText(value.kind) && isText(value.subject))) refuse('is not a whole sealed leaf');
  disclosed[name] = value;
}

// What leaves of the record's own kinds must hold. What is not in clear may be sealed, where there are seals.
function checkRecordKind(leaf, disclosed) {
  if (!leaf.kind.startsWith('record.')) return;
  const forms = Object.hasOwn(recordKinds, leaf.kind) ? recordKinds[leaf.kind] : refuse(`is of the kind ${leaf.kind}, which is not known`);
  const fields = { ...publicFields(leaf), ...disclosed }, has = name => Object.hasOwn(fields, name);
  for (const [form, fits] of Object.entries(forms)) {
    const name = form.replace('?', '');
    if (has(name) ? !fits(fields[name]) : name === form && !leaf._sd) refuse(`of the kind ${leaf.kind} has no right “${name}”`);
  }
  if (forms === about && !leaf._sd && has('of') === has('about')) refuse('does not tell which leaf or which subject it is about');
  if (leaf.kind !== 'record.sealed') return;
  if (leaf.subject !== 'sealed' || !leaf._sd) refuse('is a sealed leaf without seals, or with a subject');
  withMembers(publicFields(leaf), forms);
}

// What a leaf tells of an attachment, in clear, disclosed, or in a disclosed whole leaf; null where it tells of none.
function attachmentFacts({ leaf, disclosed }) {
  const inner = leaf.kind === 'record.sealed' ? disclosed.leaf : leaf.kind === 'record.attachment' ? { ...leaf, ...disclosed } : null;
  return inner?.kind === 'record.attachment' && isText(inner.sha256) && isWhole(inner.length) ? inner : null;
}

// ---- The package ---------------------------------------------------------------------------------------------------------------------

const forPeople = ['README.txt', 'verify.html', 'verify.mjs'];
const isList = fits => v => Array.isArray(v) && v.every(fits);

function readManifest(bytes) {
  const manifest = withMembers(parseJson(bytes), {
    v: v => v === 1, schema: v => v === 'overflight/evidence/1', origin: isText, size: isWhole, made: isTime, entries: isList(isObject), 'attachments?': isList(isObject),
  });
  for (const e of manifest.entries) withMembers(e, { index: isWhole, leaf: isText, proof: isText, 'disclosures?': v => v === null || isText(v) });
  for (const a of manifest.attachments ?? []) withMembers(a, { index: isWhole, file: v => isText(v) && v.startsWith('attachments/') });
  if (manifest.entries.length === 0) refuse('names no entry');
  if (new Set(manifest.entries.map(e => e.index)).size < manifest.entries.length) refuse('names an entry twice');
  return manifest;
}

// files: Map of name -> Uint8Array, or null for an attachment that this copy leaves out (a page that is to stay small): it is told in
// "unchecked". options: vkeys, keys of the log known from elsewhere; policy, the text of a policy known from elsewhere.
// Never throws. ok is true only if every check was made and none found anything wrong.
export function verify(files, options = {}) {
  const result = { ok: false, origin: null, size: null, root: null, checks: [], entries: [], keys: [], warnings: [], unchecked: [] };
  try {
    examine(files, options, result);
    result.ok = result.checks.length === 11 && result.checks.every(check => check.ok === true) && result.entries.length > 0 && result.entries.every(entry => entry.ok);
  } catch (fault) {
    result.checks.push({ what: 'Verifier', ok: false, detail: `The verifier itself failed: ${shown(fault?.message ?? fault)}` });
  }
  return result;
}

const many = (n, one, more = one + 's') => `${n.toLocaleString('en')} ${n === 1 ? one : more}`;
const find = (files, name) => files.get(name) ?? refuse('is missing');

// Does the work; a refusal becomes a reason. true, or what the work gives, where it went well, and null where not.
function attempt(reasons, what, work) {
  try { return work() ?? true; } catch (e) {
    if (!(e instanceof Refused)) throw e;
    reasons.push(`${what} ${e.message}.`);
    return null;
  }
}

function examine(files, options, result) {
  const check = (what, reasons, detail) => {
    const more = reasons.length > 10 ? [`And ${reasons.length - 10} more.`] : [];
    result.checks.push({ what, ok: reasons.length === 0, detail: reasons.length ? [...reasons.slice(0, 10), ...more].join(' ') : detail });
  };

  let reasons = [];
  const manifest = attempt(reasons, 'evidence.json', () => readManifest(find(files, 'evidence.json'))) ?? { entries: [] };
  const { entries, attachments = [] } = manifest;
  check('Contents', reasons, `evidence.json names ${many(entries.length, 'entry', 'entries')} and ${many(attachments.length, 'attachment')}.`);

  reasons = [];
  const named = new Set(['evidence.json', 'checkpoint', 'policy', ...attachments.map(a => a.file), ...entries.flatMap(e => [e.leaf, e.proof, e.disclosures ?? e.leaf])]);
  for (const name of named) if (!files.has(name)) reasons.push(`${shown(name)} is missing.`);
  for (const [name, bytes] of files) {
    if (!named.has(name) && !forPeople.includes(name)) reasons.push(`${shown(name)} is in the package, but evidence.json does not name it.`);
    if (!isSafeName(name) || bytes !== null && bytes.length > sizeLimit(name)) reasons.push(`${shown(name)} has a name that is not allowed, or is too large.`);
    if (bytes !== null) continue;
    if (attachments.some(a => a.file === name)) result.unchecked.push(name); else reasons.push(`${shown(name)} is left out.`);
  }
  if (files.size > limits.files) reasons.push('The package holds more than 100,000 files.');
  check('Files', reasons, 'Every file that is named is there, and no other.');

  reasons = [];
  const ownKeys = !options.vkeys?.length, ownPolicy = options.policy === undefined;
  const policy = attempt(reasons, ownPolicy ? 'The policy in the package' : 'The policy', () => parsePolicy(ownPolicy ? find(files, 'policy') : encode(options.policy)));
  const logs = ownKeys ? policy?.logs ?? [] : attempt(reasons, 'The key that was given:', () => options.vkeys.map(parseVkey)) ?? [];
  if (logs.some(key => key.type !== 1 && !ownKeys)) reasons.push('A key that was given is not a key of a log (Ed25519, type 1).');
  if (policy && ownKeys && logs.length === 0) reasons.push('The policy names no log, and no key was given.');
  check('Policy', reasons, `${many(logs.length, 'log key')}, ${many(policy?.witnesses.length ?? 0, 'witness', 'witnesses')}.`);
  if (ownKeys && ownPolicy) result.warnings.push('The log’s key came with the package: so far this only says that the package agrees with itself. Compare the key with the one that the log’s operator, or somebody you trust, gives elsewhere.');
  if (ownPolicy && policy?.witnesses.length) result.warnings.push('The witnesses, and how many of them are asked for, came with the package. Compare their keys with ones from elsewhere.');
  if (policy?.asksNobody) result.warnings.push('The policy asks for no witness: that the log shows everybody the same entries rests on its own word.');

  reasons = [];
  const head = attempt(reasons, 'The checkpoint', () => parseCheckpoint(find(files, 'checkpoint')));
  if (head) Object.assign(result, { origin: head.origin, size: head.size, root: toBase64(head.root) });
  if (head && manifest.v && (head.origin !== manifest.origin || head.size !== manifest.size)) reasons.push('The checkpoint and evidence.json differ in the log’s name or size.');
  check('Checkpoint', reasons, `${shown(head?.origin)}, ${many(head?.size ?? 0, 'entry', 'entries')}.`);

  const absent = head && policy ? [] : ['There is no checkpoint or no policy to check.'];
  const hasSigned = (role, key, from, reasons) => {
    const found = head ? checkKey(head, key, reasons) : { state: 'no checkpoint' };
    result.keys.push({ role, name: key.name, vkey: key.vkey, from: from ? 'package' : 'given', ...found });
    return found.state === 'signed';
  };
  reasons = [...absent];
  const fitting = logs.filter(key => key.name === head?.origin), signed = fitting.filter(key => hasSigned('log', key, ownKeys && ownPolicy, reasons));
  if (fitting.length === 0) reasons.push(`The checkpoint is of the log ${shown(head?.origin)}, and there is no key of that log${logs.length ? `, but of ${shown(logs.map(key => key.name).join(', '))}` : ''}.`);
  else if (signed.length === 0) reasons.push(`The checkpoint is not signed with the key of ${shown(head.origin)}.`);
  check('Log signature', reasons, `Signed by ${shown(head?.origin)}.`);

  reasons = [...absent];
  const cosigned = new Set((policy?.witnesses ?? []).filter(key => hasSigned('witness', key, ownPolicy, reasons)));
  if (policy && !policy.isMet(key => cosigned.has(key))) reasons.push(`The policy asks for other or more witnesses than the ${cosigned.size} whose cosignatures hold.`);
  check('Witnesses', reasons, `${many(cosigned.size, 'witness', 'witnesses')} cosigned, ${policy?.asksNobody ? 'and none is asked for' : 'as the policy asks'}.`);

  const wrong = { leaves: [], proofs: [], disclosures: [], order: [], attachments: [] };
  const blame = (entry, kind, reason) => {
    entry.problems.push(reason);
    wrong[kind].push(`Entry ${entry.index}: ${reason}`);
  };
  for (const names of entries) result.entries.push(examineEntry(files, names, head, blame));
  examineOrder(result.entries, blame);
  for (const { index, file } of attachments) {
    const entry = result.entries.find(e => e.index === index), reason = entry ? examineAttachment(entry, file, files.get(file)) : 'is of an entry that is not in the package';
    if (!entry) wrong.attachments.push(`${shown(file)} ${reason}.`);
    else if (reason) blame(entry, 'attachments', `${shown(file)} ${reason}.`);
    entry?.attachments.push({ file, ok: reason ? false : files.get(file) === null ? null : true });
  }
  for (const entry of result.entries) entry.ok = entry.ok && entry.problems.length === 0;
  if (result.unchecked.length) result.warnings.push(`Not checked, because not in this copy: ${shown(result.unchecked.join(', '))}. Check the zip itself.`);
  if (result.entries.some(e => e.leaf?.kind === 'record.tombstone')) result.warnings.push('Who approved a tombstone is shown, not checked: the keys of those who may approve are not part of the package.');

  const all = many(entries.length, 'entry', 'entries'), none = entries.length ? [] : ['There is no entry to check.'];
  const opened = result.entries.reduce((sum, entry) => sum + Object.keys(entry.disclosed).length, 0);
  check('Leaves', [...none, ...wrong.leaves], `${all} in canonical form and well formed.`);
  check('Proofs', [...none, ...wrong.proofs], `${all} with a path to the checkpoint’s root.`);
  check('Disclosures', wrong.disclosures, `${many(opened, 'disclosed field')}, each with its digest in the entry.`);
  check('Order', wrong.order, 'Numbers, times and references of the entries agree.');
  check('Attachments', wrong.attachments, `${many(attachments.length - result.unchecked.length, 'attachment')} with the length and hash that the entry tells.`);
}

function examineEntry(files, { index, leaf, proof, disclosures }, head, blame) {
  const entry = { index, ok: false, hash: null, leaf: null, disclosed: Object.create(null), attachments: [], problems: [] };
  const step = (kind, what, work) => {
    const reasons = [], went = attempt(reasons, what, work) !== null;
    for (const reason of reasons) blame(entry, kind, reason);
    return went;
  };
  const isRead = step('leaves', 'The leaf', () => {
    entry.hash = toBase64(leafHash(find(files, leaf)), true);
    entry.leaf = readLeaf(find(files, leaf));
  });
  const isProven = step('proofs', 'The proof', () => {
    const { index: number, path, checkpoint } = parseProof(find(files, proof));
    if (number !== index) refuse(`is of entry ${number}`);
    if (!head || checkpoint !== utf8(find(files, 'checkpoint'))) refuse('is not of this checkpoint');
    const led = entry.hash && rootFromPath(fromBase64(entry.hash, true), index, head.size, path);
    if (!led) refuse('has no leaf, or a path of the wrong length');
    if (!same(led, head.root)) refuse('does not lead from the leaf to the checkpoint’s root: one of them was changed');
  });
  const isOpened = !disclosures || step('disclosures', 'The file of disclosures', () => {
    const file = withMembers(parseJson(find(files, disclosures)), { v: v => v === 1, index: isWhole, disclosures: isTexts });
    if (file.index !== index || !entry.leaf) refuse('is of another entry, or there is no leaf');
    file.disclosures.forEach((text, i) => step('disclosures', `Disclosure ${i + 1}`, () => openDisclosure(text, entry.leaf, entry.disclosed)));
  });
  entry.ok = isRead && isProven && isOpened && step('leaves', 'The leaf', () => checkRecordKind(entry.leaf, entry.disclosed));
  return entry;
}

// Time never goes back; leaves of one subject count up, and name the one before exactly where it is the one before.
function examineOrder(entries, blame) {
  const lastOf = new Map(), byIndex = new Map(entries.map(entry => [entry.index, entry]));
  let before = null;
  for (const entry of entries.filter(e => e.leaf).sort((a, b) => a.index - b.index)) {
    const { leaf, index } = entry, last = lastOf.get(leaf.subject), other = isOf(leaf.of) ? byIndex.get(leaf.of.index) : null;
    if (before && leaf.t < before.leaf.t) blame(entry, 'order', `It says that it was written before entry ${before.index}.`);
    if (leaf.n > index || last && (leaf.n <= last.leaf.n || leaf.n - last.leaf.n > index - last.index)) blame(entry, 'order', 'Its number among those of its subject cannot be.');
    if (last && (leaf.n === last.leaf.n + 1) !== (leaf.prev === last.hash)) blame(entry, 'order', `It does not agree with entry ${last.index} on which comes before it.`);
    if (leaf.kind.startsWith('record.') && other && (other.hash !== leaf.of.leaf || other.leaf?.subject !== leaf.subject)) blame(entry, 'order', `It is about another leaf than entry ${other.index}.`);
    lastOf.set(leaf.subject, entry);
    before = entry;
  }
}

// What is wrong with an attachment; null where nothing is, or where this copy leaves it out.
function examineAttachment(entry, file, bytes) {
  const facts = entry.leaf && attachmentFacts(entry);
  if (!facts) return 'is an attachment that the entry does not tell of';
  if (bytes === null) return null;
  if (bytes === undefined) return 'is missing';
  if (bytes.length !== facts.length) return 'is not as long as the entry says';
  return hex(sha256(bytes)) === facts.sha256 ? null : 'was changed: its hash is not the one in the entry';
}

const notVerified = reason => ({ ...verify(new Map()), checks: [{ what: 'Package', ok: false, detail: reason }], warnings: [] });

export function verifyZip(bytes, options = {}) {
  let files;
  try { files = readZip(bytes); } catch (e) { return notVerified(e instanceof Refused ? e.message : 'The zip cannot be read.'); }
  return verify(files, options);
}

// One sentence. The time is the latest that a witness gave: then at the latest, all this was in the log.
export function verdict(result) {
  if (!result.ok) return `Not verified: ${result.checks.find(check => !check.ok)?.detail ?? 'nothing was checked.'}`;
  const seconds = Math.max(...result.keys.filter(key => key.state === 'signed' && key.role === 'witness').map(key => key.seconds)), n = result.entries.length;
  const unchecked = result.unchecked.length ? `, but for ${result.unchecked.length === 1 ? 'an attachment' : `${result.unchecked.length} attachments`} that this copy leaves out` : '';
  return `Verified${unchecked}: ${n.toLocaleString('en')} ${n === 1 ? 'entry is' : 'entries are'} in the log ${shown(result.origin)}${Number.isFinite(seconds) ? ` as of ${utc(seconds * 1000)}` : '; no witness tells since when'}.`;
}

// ---- The command ---------------------------------------------------------------------------------------------------------------------

async function command(args) {
  const { readFileSync, readdirSync, statSync } = await import('node:fs'), { join, dirname } = await import('node:path'), { fileURLToPath } = await import('node:url');
  const usage = reason => { console.error(`${reason}\nUsage: node verify.mjs [PACKAGE.zip | FOLDER] [--vkey VKEY]... [--policy FILE] [--json]`); return 2; };
  let place = null, json = false;
  const options = {};
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--json') json = true;
    else if ((args[i] === '--vkey' || args[i] === '--policy') && args[i + 1] === undefined) return usage(`${args[i]} needs a value.`);
    else if (args[i] === '--vkey') (options.vkeys ??= []).push(args[++i]);
    else if (args[i] === '--policy') try { options.policy = decoder.decode(readFileSync(args[++i])); } catch (e) { return usage(`The policy cannot be read: ${e.message}`); }
    else if (args[i].startsWith('-') || place !== null) return usage(`“${args[i]}” is not understood.`);
    else place = args[i];
  }
  place ??= dirname(fileURLToPath(import.meta.url));
  const files = new Map();
  const collect = (folder, prefix) => readdirSync(folder, { withFileTypes: true }).forEach(item => {
    const name = prefix + item.name, path = join(folder, item.name);
    if (item.isDirectory()) collect(path, name + '/');
    else files.set(name, item.isFile() && statSync(path).size <= sizeLimit(name) ? readFileSync(path) : refuse(`${shown(name)} is a link, or too large.`));
  });
  let result;
  try {
    if (statSync(place).isDirectory()) { collect(place, ''); result = verify(files, options); }
    else result = statSync(place).size > limits.zip ? notVerified('The zip is larger than 512 MiB.') : verifyZip(readFileSync(place), options);
  } catch (e) {
    if (!(e instanceof Refused)) return usage(`${place} cannot be read: ${e.message}`);
    result = notVerified(e.message);
  }
  if (json) { console.log(JSON.stringify(result, null, 2)); return result.ok ? 0 : 1; }
  console.log(verdict(result));
  for (const { what, ok, detail } of result.checks) console.log(`  ${ok ? 'ok   ' : 'WRONG'} ${what.padEnd(13)} ${detail}`);
  for (const { role, name, vkey, state, seconds } of result.keys) console.log(`  ${role.padEnd(7)} ${shown(name)}: ${state}${seconds === undefined ? '' : ` at ${utc(seconds * 1000)}`}\n          ${shown(vkey)}`);
  for (const { index, leaf, ok } of result.entries) console.log(`  entry ${index}${leaf ? `: ${leaf.kind}, ${shown(leaf.subject)}, ${utc(leaf.t)}` : ''}${ok ? '' : ' (not verified)'}`);
  for (const warning of result.warnings) console.log(`Note: ${warning}`);
  return result.ok ? 0 : 1;
}

if (typeof process === 'object' && process.versions?.node && process.argv[1]) {
  const { realpathSync } = await import('node:fs'), { pathToFileURL } = await import('node:url');
  if (pathToFileURL(realpathSync(process.argv[1])).href === import.meta.url) process.exitCode = await command(process.argv.slice(2));
}
