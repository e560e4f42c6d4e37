// Zips: those that this and other writers make are read; those that two readers could read differently are refused.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bytes, lanternLog, makePackage, makeZip, random, text } from './build.mjs';
import { limits, readZip, verifyZip } from '../../src/Overflight.Record/Packaging/Verifier/verify.mjs';

const files = makePackage(lanternLog(9), [0, 1, 2, 7]), pairs = [...files], some = [['a.txt', bytes('alpha '.repeat(50))], ['b/c.txt', bytes('gamma')]];
const isRefused = (zip, why) => {
  assert.throws(() => readZip(zip), e => e.constructor.name === 'Refused' && why.test(e.message), why.source);
  const result = verifyZip(zip);
  assert.equal(result.ok, false);
  assert.match(result.checks[0].detail, why);
};

test('Stored, deflated, with descriptors behind the files, with Zip64 records: all give the same files', () => {
  for (const how of [{}, { deflate: false }, { level: 0 }, { level: 9 }, { descriptors: true }, { descriptors: true, deflate: false }, { zip64: true }]) {
    assert.deepEqual(readZip(makeZip(pairs, how)), files);
    assert.ok(verifyZip(makeZip(pairs, how)).ok);
  }
  assert.equal(readZip(makeZip([])).size, 0);
  assert.deepEqual([...readZip(makeZip([['folder/', new Uint8Array(0)], ...some], { deflate: false })).keys()], ['a.txt', 'b/c.txt']);
  const inside = new Uint8Array(Buffer.concat([Buffer.alloc(13), makeZip(some)])).subarray(13); // a view into a larger buffer
  assert.equal(text(readZip(inside).get('b/c.txt')), 'gamma');
});

test('A zip that Python made is read', t => {
  const folder = mkdtempSync(join(tmpdir(), 'verifier-'));
  try {
    for (const [name, data] of some) writeFileSync(join(folder, name.replace('/', '-')), data);
    const script = 'import zipfile,sys\nz=zipfile.ZipFile(sys.argv[1],"w",zipfile.ZIP_DEFLATED)\nfor n in sys.argv[2:]: z.write(n,n.split("/")[-1])\nz.close()';
    try { execFileSync('python3', ['-c', script, join(folder, 'p.zip'), join(folder, 'a.txt'), join(folder, 'b-c.txt')]); } catch { return t.skip('no python3 here'); }
    assert.deepEqual(text(readZip(readFileSync(join(folder, 'p.zip'))).get('a.txt')), text(some[0][1]));
  } finally { rmSync(folder, { recursive: true }); }
});

test('What two readers could read differently is refused', () => {
  const edited = edit => makeZip(some, { edit: (f, name) => { if (name === 'a.txt') edit(f); } });
  isRefused(makeZip([...some, some[0]]), /a\.txt in the zip is there twice/);
  isRefused(edited(f => { f.localName = Buffer.from('x.txt'); }), /two names/);
  isRefused(edited(f => { f.local = 7; }), /not where the list/);
  isRefused(makeZip(some, { edit: (f, name) => { if (name === 'b/c.txt') f.local = 0; } }), /two names/);
  isRefused(makeZip([['a', bytes('1')], ['a', bytes('2')]], { deflate: false, edit: f => { f.local = 0; } }), /there twice/);
  isRefused(edited(f => { f.crc ^= 1; }), /checksum/);
  isRefused(edited(f => { f.size += 1; }), /not as long/);
  isRefused(edited(f => { f.size -= 1; }), /longer than the zip says/);
  isRefused(edited(f => { f.packed -= 1; }), /ends early/);
  isRefused(edited(f => { f.packed = 1e6; }), /not what the list/);
  isRefused(edited(f => { f.method = 12; }), /encrypted, or packed in another way/);
  isRefused(edited(f => { f.flags |= 1; }), /encrypted/);
  isRefused(makeZip(some, { deflate: false, edit: f => { f.size += 1; } }), /two lengths/);
  isRefused(edited(f => { f.size = limits.file + 1; }), /too large/);
  isRefused(makeZip([['attachments/x', bytes('x')]], { edit: f => { f.size = limits.attachment + 1; } }), /too large/);
  for (const name of ['../a', 'a/../b', '/a', 'a//b', './a', '..', '', 'a\\b', 'C:a', 'a\nb', 'a\0b', 'a\u0085b']) isRefused(makeZip([[name, bytes('x')]]), /not allowed/);
  isRefused(makeZip([['folder/', bytes('x')]], { deflate: false }), /not allowed/);
  isRefused(makeZip([['x', bytes('x')]], { edit: f => { f.name = f.localName = Buffer.of(0xff); } }), /not UTF-8/);
});

test('Two files that share their bytes are refused', () => {
  const zip = makeZip([['a', bytes('x'.repeat(100))]], { deflate: false }), inner = makeZip([['b', bytes('y')]], { deflate: false });
  const nested = makeZip([['a', inner], ['b', bytes('y')]], { deflate: false, edit: (f, name) => { if (name === 'b') f.local = 31; } });
  assert.ok(readZip(zip));
  isRefused(nested, /share the same bytes/);
});

test('Every way to cut a zip short is refused, and so are bytes before, behind and a comment', () => {
  const zip = makeZip(some);
  for (let n = 0; n < zip.length; n++) isRefused(zip.subarray(0, n), /./);
  isRefused(Uint8Array.of(...zip, 0), /not a whole zip/);
  isRefused(Uint8Array.of(0, ...zip), /./);
  const more = zip.slice(), view = new DataView(more.buffer);
  view.setUint16(zip.length - 12, 3, true);
  isRefused(more, /list of files|parts/);
  view.setUint16(zip.length - 14, 3, true);
  isRefused(more, /ends early/);
  view.setUint16(zip.length - 12, 1, true);
  view.setUint16(zip.length - 14, 1, true);
  isRefused(more, /longer than it says/);
});

test('The end records: parts, counts that differ, Zip64 records that are not there', () => {
  const changed = (at, value, how = {}) => { const zip = makeZip(some, how); zip[at < 0 ? zip.length + at : at] = value; return zip; };
  isRefused(changed(-18, 1), /split into parts/);
  isRefused(changed(-16, 1), /split into parts/);
  isRefused(changed(-14, 1), /split into parts/);
  isRefused(changed(-42, 0, { zip64: true }), /list of files/);
  isRefused(changed(-98, 0, { zip64: true }), /Zip64 end record/);
  isRefused(changed(-33, 1, { zip64: true }), /Zip64 end record/);
  const only = makeZip([]);
  only.fill(0xff, 8, 12);
  isRefused(only, /ends early/);
  const zip = makeZip(some), start = new DataView(zip.buffer).getUint32(zip.length - 6, true);
  for (const [at, why] of [[start, /list of files ends early/], [start + 28, /list of files ends early|two names/], [start + 29, /list of files ends early/], [start + 31, /list of files ends early/], [start + 33, /list of files ends early/], [0, /not where the list/], [start + 43, /not where the list/], [start + 45, /not where the list/], [8, /not what the list/]]) { const bad = zip.slice(); bad[at] ^= 0x7f; isRefused(bad, why); }
});

test('Limits: the zip, its number of files', () => {
  isRefused({ length: limits.zip + 1, buffer: new ArrayBuffer(0), byteOffset: 0 }, /larger than 512 MiB/);
  const many = makeZip([], { zip64: true });
  new DataView(many.buffer).setBigUint64(many.length - 22 - 20 - 56 + 32, 100001n, true);
  isRefused(many, /more than 100,000 files/);
});

test('Damage anywhere in a zip: refused or without effect, never an unexpected failure', () => {
  const chance = random(11);
  for (const how of [{}, { deflate: false }, { descriptors: true }, { zip64: true }]) {
    const zip = makeZip(some, how);
    for (let i = 0; i < 2000; i++) {
      const changed = zip.slice();
      for (let k = chance.below(3); k >= 0; k--) changed[chance.below(zip.length)] = chance.next() & 255;
      try { for (const [name, data] of readZip(changed)) if (some.some(s => s[0] === name)) assert.equal(text(data), text(some.find(s => s[0] === name)[1])); } catch (e) { assert.equal(e.constructor.name, 'Refused', e.stack); }
    }
  }
});
