// The parts of the verifier against published vectors, and against Node's own cryptography and zlib.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateRawSync, inflateRawSync, constants } from 'node:zlib';
import { bytes, key, leafHash, path, random, root, sha256 as nodeSha256 } from './build.mjs';
import * as verifier from '../../src/Overflight.Record/Packaging/Verifier/verify.mjs';

const hex = data => Buffer.from(data).toString('hex');
const unhex = text => new Uint8Array(Buffer.from(text, 'hex'));

test('SHA-256 and SHA-512 give the digests that NIST publishes', () => {
  // NIST, "Examples with intermediate values": one block, two blocks; and the million of FIPS 180-2.
  const vectors = [
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1', '204a8fc6dda82f0a0ced7beb8e08a41657c16ef468b228a8279be331a703c33596fd15c13b1b07f9aa1d3bea57789ca031ad85c7a71dd70354ec631238ca3445'],
    ['abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu', 'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1', '8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909'],
    ['a'.repeat(1e6), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0', 'e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973ebde0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b'],
  ];
  for (const [text, short, long] of vectors) {
    assert.equal(hex(verifier.sha256(bytes(text))), short);
    assert.equal(hex(verifier.sha512(bytes(text))), long);
  }
});

test('SHA-256 and SHA-512 agree with Node at every length around their blocks, and in the middle of a buffer', () => {
  const data = random(1).bytes(400);
  for (let n = 0; n < 300; n++) {
    const part = data.subarray(n % 7, n % 7 + n);
    assert.equal(hex(verifier.sha256(part)), createHash('sha256').update(part).digest('hex'), `SHA-256 of ${n} bytes`);
    assert.equal(hex(verifier.sha512(part)), createHash('sha512').update(part).digest('hex'), `SHA-512 of ${n} bytes`);
  }
});

test('Ed25519 accepts the vectors of RFC 8032, 7.1, and no changed bit of them', () => {
  for (const v of JSON.parse(readFileSync(new URL('rfc8032.json', import.meta.url)))) {
    const [k, message, signature] = [v.key, v.message, v.signature].map(unhex);
    assert.ok(verifier.ed25519Verify(k, message, signature), v.test);
    for (const at of [0, 31, 32, 63]) {
      const changed = signature.slice();
      changed[at] ^= 1;
      assert.ok(!verifier.ed25519Verify(k, message, changed), `${v.test}, signature byte ${at}`);
    }
    assert.ok(!verifier.ed25519Verify(k, Uint8Array.of(...message, 0), signature), `${v.test}, longer message`);
    assert.ok(!verifier.ed25519Verify(k, message, signature.subarray(0, 63)), `${v.test}, shorter signature`);
  }
});

test('Ed25519 agrees with Node on keys and messages at random', () => {
  const chance = random(2);
  for (let i = 0; i < 40; i++) {
    const k = key('k', 1, `seed ${i}`), message = Buffer.from(chance.bytes(chance.below(300)).map(b => b % 64 + 32));
    const signature = new Uint8Array(Buffer.from(k.sign(message).split(' ')[2], 'base64').subarray(4));
    assert.ok(verifier.ed25519Verify(k.raw, message, signature));
    signature[chance.below(64)] ^= 1 << chance.below(8);
    assert.ok(!verifier.ed25519Verify(k.raw, message, signature));
  }
});

test('Ed25519 refuses S that is not reduced, keys that are not canonical, and keys of small order', () => {
  const L = 2n ** 252n + 27742317777372353535851937790883648493n, P = 2n ** 255n - 19n;
  const little = n => Uint8Array.from({ length: 32 }, (_, i) => Number(n >> BigInt(8 * i) & 255n));
  const [v] = JSON.parse(readFileSync(new URL('rfc8032.json', import.meta.url))), signature = unhex(v.signature);
  const s = signature.subarray(32).reduceRight((sum, b) => sum << 8n | BigInt(b), 0n);
  assert.ok(!verifier.ed25519Verify(unhex(v.key), new Uint8Array(0), Uint8Array.of(...signature.subarray(0, 32), ...little(s + L))));
  // With a key of small order, R = the identity and S = 0 fit every message for which k is a multiple of the order: [0]B = R + [k]A.
  const forged = Uint8Array.of(1, ...Array(63).fill(0));
  const smallOrder = ['0100000000000000000000000000000000000000000000000000000000000000', 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0000000000000000000000000000000000000000000000000000000000000000', '0000000000000000000000000000000000000000000000000000000000000080',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'];
  // The same points by a y of P or more, or with the sign of a zero x.
  const notCanonical = [hex(little(P)), hex(little(P + 1n)), '0100000000000000000000000000000000000000000000000000000000000080', 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff'];
  for (const k of [...smallOrder, ...notCanonical]) for (let m = 0; m < 16; m++) assert.ok(!verifier.ed25519Verify(unhex(k), Uint8Array.of(m), forged), k);
});

test('Points: what RFC 8032, 5.1.3, decodes, and nothing else', () => {
  const P = 2n ** 255n - 19n, chance = random(7), D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
  const mod = n => (n % P + P) % P, power = (b, e) => { let x = 1n; for (const bit of e.toString(2)) x = mod(x * x * (bit === '1' ? b : 1n)); return x; };
  const little = (n, sign = 0) => Uint8Array.from({ length: 32 }, (_, i) => Number(n >> BigInt(8 * i) & 255n) | (i === 31 ? sign << 7 : 0));
  for (let y = P; y < 2n ** 255n; y++) for (const sign of [0, 1]) assert.equal(verifier.toPoint(little(y, sign)), null, `y = P + ${y - P}`);
  for (const y of [1n, P - 1n]) { assert.ok(verifier.toPoint(little(y))); assert.equal(verifier.toPoint(little(y, 1)), null, 'minus zero'); }
  for (let i = 0, met = { on: 0, off: 0 }; i < 60 || met.on < 5 || met.off < 5; i++) {
    const y = mod(chance.bytes(32).reduce((n, b) => n << 8n | BigInt(b), 0n)), x2 = mod((y * y - 1n) * power(D * y * y + 1n, P - 2n)), isOn = power(x2, (P - 1n) / 2n) === 1n, sign = i % 2;
    const point = verifier.toPoint(little(y, sign));
    met[isOn ? 'on' : 'off']++;
    assert.equal(point !== null, isOn);
    if (isOn) { assert.equal(mod(point[0] * point[0]), x2); assert.equal(Number(point[0] & 1n), sign); assert.equal(point[1], y); }
  }
});

test('Base64 takes exactly what encoding gives', () => {
  const chance = random(3);
  for (let n = 0; n < 70; n++) {
    const data = chance.bytes(n), standard = Buffer.from(data).toString('base64'), url = Buffer.from(data).toString('base64url');
    assert.equal(verifier.toBase64(data), standard);
    assert.equal(verifier.toBase64(data, true), url);
    assert.deepEqual(verifier.fromBase64(standard), data);
    assert.deepEqual(verifier.fromBase64(url, true), data);
  }
  for (const bad of ['A', 'AA', 'AAA', 'AA=', 'AAA==', 'AA===', '====', '=', 'AB==', 'AAB=', 'AAAA=', 'AA==AAAA', 'AAA\n', ' AAA', 'AA-_', 'AAA*', 'ÀAAA']) assert.throws(() => verifier.fromBase64(bad), undefined, bad);
  for (const bad of ['A', 'AB', 'AAB', 'AA==', 'AAA=', 'AA+/', 'AAAAA', 'AA AA']) assert.throws(() => verifier.fromBase64(bad, true), undefined, bad);
});

test('RFC 6962: the roots of the well-known leaves, and every path in trees of many sizes', () => {
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(unhex);
  const roots = ['6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'];
  roots.forEach((expected, i) => {
    const hashes = leaves.slice(0, i + 1).map(leafHash);
    assert.equal(root(hashes).toString('hex'), expected, 'the builder of the tests itself');
    leaves.slice(0, i + 1).forEach((leaf, index) => assert.equal(hex(verifier.rootFromPath(verifier.leafHash(leaf), index, i + 1, path(index, hashes))), expected));
  });
  for (const size of [1, 2, 3, 7, 8, 255, 256, 257, 1000]) {
    const hashes = Array.from({ length: size }, (_, i) => leafHash(bytes(`leaf ${i}`))), expected = root(hashes).toString('hex');
    const few = new Set([0, 1, 2, size >> 1, size - 3, size - 2, size - 1]), indexes = [...hashes.keys()].filter(i => size < 300 || few.has(i) || i % 37 === 0);
    for (const index of indexes) {
      const proof = path(index, hashes), from = (i, n, p) => verifier.rootFromPath(hashes[index], i, n, p);
      assert.equal(hex(from(index, size, proof)), expected, `${index} of ${size}`);
      assert.equal(from(index, size, [...proof, hashes[0]]), null, 'a path that is too long');
      if (proof.length) assert.equal(from(index, size, proof.slice(1)), null, 'a path that is too short');
      for (const other of [index - 1, index + 1, index ^ 4]) {
        const led = other >= 0 && other !== index ? from(other, size, proof) : null;
        if (led) assert.notEqual(hex(led), expected, 'another index');
      }
      assert.equal(from(size, size, proof), null, 'an index outside of the tree');
    }
  }
});

test('Canonical JSON sorts by UTF-16 code units, writes as RFC 8785 does, and refuses what the record does not hold', () => {
  assert.equal(verifier.canonical({ '\u20ac': 'Euro', '\r': 'CR', '\ufb33': 'Dalet', 1: 'one', '\ud83d\ude00': 'smile', '\u0080': 'control', '\u00f6': 'o' }),
    '{"\\r":"CR","1":"one","\u0080":"control","\u00f6":"o","\u20ac":"Euro","\ud83d\ude00":"smile","\ufb33":"Dalet"}');
  assert.equal(verifier.canonical({ b: [true, null, -5, 9007199254740991], a: '\u20ac$\u000f\nA\'B"\\/\b' }), '{"a":"\u20ac$\\u000f\\nA\'B\\"\\\\/\\b","b":[true,null,-5,9007199254740991]}');
  let deep = 1;
  for (let i = 0; i < 17; i++) deep = [deep];
  for (const bad of [0.5, 1e300, 9007199254740992, NaN, '\ud800', { '\udc00': 1 }, deep]) assert.throws(() => verifier.canonical(bad));
});

test('JSON with a name given twice is refused, at any depth; other texts are read', () => {
  for (const bad of ['{"a":1,"a":1}', '{"a":{"b":1,"b":2}}', '[{"a":1,"\\u0061":2}]', '{"__proto__":1,"__proto__":2}', '{"a":1,}', '[1.5]', '', '\ufeff{}', '"\\ud800"', '[' .repeat(100000)]) assert.throws(() => verifier.parseJson(bytes(bad)), undefined, bad.slice(0, 40));
  assert.throws(() => verifier.parseJson(Uint8Array.of(0x22, 0xc3, 0x28, 0x22)));
  for (const good of ['{"a:b":"c:\\"d:\\\\","e":[{},{"a:b":":"}]}', ' [ "\\\\" , ":" ] ', '{"__proto__":{"__proto__":1}}']) assert.deepEqual(verifier.parseJson(bytes(good)), JSON.parse(good));
});

test('Inflate gives back what zlib packed, at every level and strategy', () => {
  const chance = random(4);
  const texts = [new Uint8Array(0), Uint8Array.of(7), chance.bytes(70000), bytes('a'.repeat(100000)), bytes(Array.from({ length: 9000 }, (_, i) => `line ${i * i % 977} of a log;`).join('\n')), Uint8Array.from({ length: 200000 }, () => chance.below(chance.below(30) + 1))];
  for (const data of texts)
    for (const level of [0, 1, 6, 9])
      for (const strategy of [constants.Z_DEFAULT_STRATEGY, constants.Z_FILTERED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE, constants.Z_FIXED])
        assert.ok(Buffer.from(verifier.inflate(new Uint8Array(deflateRawSync(data, { level, strategy })), data.length)).equals(Buffer.from(data)), `${data.length} bytes, level ${level}, strategy ${strategy}`);
});

test('Inflate refuses damage, lengths that differ, and bytes left over', () => {
  const data = bytes(Array.from({ length: 500 }, (_, i) => `${i * i % 97} of many`).join('\n')), packed = new Uint8Array(deflateRawSync(data)), chance = random(5);
  const isRefused = (input, size) => assert.throws(() => verifier.inflate(input, size), e => e.constructor.name === 'Refused');
  isRefused(packed, data.length - 1);
  isRefused(packed, data.length + 1);
  isRefused(Uint8Array.of(...packed, 0), data.length);
  for (let n = 0; n < packed.length; n++) isRefused(packed.subarray(0, n), data.length);
  for (const bad of [[7], [6], [1, 1, 0, 0xff, 0xff, 0], [1, 5, 0, 0xfa, 0xff, 1], [5, 0x40, 0x80, 0xff]]) isRefused(Uint8Array.from(bad), 1);
  const stored = new Uint8Array(deflateRawSync(data, { level: 0 }));
  for (const [input, why] of [[stored, /longer than the zip says/], [Uint8Array.of(0x1b, 0x03), /unknown deflate length/], [Uint8Array.of(0x03, 0x3e), /unknown deflate distance/]]) // the fixed codes of 286 and 30
    assert.throws(() => verifier.inflate(input, data.length - 1), e => why.test(e.message));
  for (let i = 0; i < 3000; i++) {
    const changed = packed.slice();
    changed[chance.below(packed.length)] ^= 1 << chance.below(8);
    try { verifier.inflate(changed, data.length); } catch (e) { assert.equal(e.constructor.name, 'Refused', e.stack); }
  }
});

test('Inflate takes exactly what zlib takes, of streams that were damaged', () => {
  const chance = random(6), outcomes = { both: 0, neither: 0 };
  for (let i = 0; i < 15000; i++) {
    const data = Uint8Array.from({ length: 40 + chance.below(120) }, () => 97 + chance.below(3) * chance.below(9)), level = chance.below(8) ? 9 : 0;
    const packed = new Uint8Array(deflateRawSync(data, { level, strategy: chance.below(6) ? constants.Z_DEFAULT_STRATEGY : constants.Z_FIXED }));
    // Mostly the beginning, where the codes are described.
    for (let k = 1 + chance.below(2); k > 0; k--) packed[chance.below(chance.below(4) ? Math.min(20, packed.length) : packed.length)] ^= 1 << chance.below(8);
    let expected = null, found = null;
    try { const { buffer, engine } = inflateRawSync(packed, { info: true, maxOutputLength: 70000 }); if (engine.bytesWritten === packed.length) expected = buffer; } catch { /* refused */ }
    try { found = verifier.inflate(packed, expected?.length ?? data.length); } catch (e) { assert.equal(e.constructor.name, 'Refused', e.stack); }
    assert.equal(found && hex(found), expected && hex(expected), `case ${i}`);
    outcomes[found ? 'both' : 'neither']++;
  }
  assert.ok(outcomes.both > 300 && outcomes.neither > 300, JSON.stringify(outcomes));
});

test('RFC 9901: digests of the disclosures in the standard', () => {
  const examples = [
    ['WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd', 'jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4', 'given_name', 'John'],
    ['WyJlbHVWNU9nM2dTTklJOEVZbnN4QV9BIiwgImZhbWlseV9uYW1lIiwgIkRvZSJd', 'TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo', 'family_name', 'Doe'],
    ['WyI2SWo3dE0tYTVpVlBHYm9TNXRtdlZBIiwgImVtYWlsIiwgImpvaG5kb2VAZXhhbXBsZS5jb20iXQ', 'JzYjH4svliH0R3PyEMfeZu6Jt69u5qehZo7F7EPYlSE', 'email', 'johndoe@example.com'],
  ];
  const leaf = { kind: 'person', _sd: examples.map(e => e[1]) }, disclosed = Object.create(null);
  for (const [text, digest, name, value] of examples) {
    assert.equal(nodeSha256(text).toString('base64url'), digest);
    verifier.openDisclosure(text, leaf, disclosed);
    assert.equal(disclosed[name], value);
    assert.throws(() => verifier.openDisclosure(text, leaf, disclosed), /already there/);
    assert.throws(() => verifier.openDisclosure(text, { ...leaf, [name]: 1 }, {}), /already there/);
    assert.throws(() => verifier.openDisclosure(text, { ...leaf, _sd: [] }, {}), /not of this leaf/);
  }
});
