// The command: node verify.mjs PACKAGE ..., on zips and folders, its exit codes and what it prints.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bytes, lanternLog, logKey, makePackage, makeZip, otherKey, policyOf, usualPolicy } from './build.mjs';

const script = fileURLToPath(new URL('../../src/Overflight.Record/Packaging/Verifier/verify.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'verifier-')), place = name => join(folder, name);
after(() => rmSync(folder, { recursive: true }));
const run = (...args) => { const { status, stdout, stderr } = spawnSync(process.execPath, args[0]?.endsWith('.mjs') ? args : [script, ...args], { encoding: 'utf8', cwd: folder }); return { status, stdout, stderr }; };

const files = makePackage(lanternLog(9), [0, 1, 2, 7]), bad = new Map(files).set('leaves/7.json', bytes(Buffer.from(files.get('leaves/7.json')).toString().replace('18000', '18001')));
writeFileSync(place('good.zip'), makeZip(files));
writeFileSync(place('bad.zip'), makeZip(bad));
writeFileSync(place('policy.txt'), usualPolicy);
for (const [name, data] of files) { mkdirSync(dirname(place(`unpacked/${name}`)), { recursive: true }); writeFileSync(place(`unpacked/${name}`), data); }
copyFileSync(script, place('unpacked/verify.mjs'));

test('A good zip: exit 0, the sentence, the key to compare', () => {
  const { status, stdout, stderr } = run('good.zip');
  assert.equal(status, 0);
  assert.equal(stderr, '');
  assert.match(stdout, /^Verified: 4 entries are in the log example\.org\/lantern as of 2025-02-04 23:09:53 UTC\.\n/);
  assert.ok(stdout.includes(logKey.vkey));
  assert.match(stdout, /Note: The log’s key came with the package/);
  assert.match(stdout, /witness2\.example: signed at 2025-02-04 23:09:53 UTC/);
});

test('With the key, and with the policy from elsewhere, the warnings go', () => {
  assert.doesNotMatch(run('good.zip', '--vkey', logKey.vkey).stdout, /log’s key came/);
  const { status, stdout } = run('good.zip', '--vkey', logKey.vkey, '--policy', 'policy.txt');
  assert.equal(status, 0);
  assert.doesNotMatch(stdout, /Note:/);
  assert.equal(run('good.zip', '--vkey', otherKey.vkey, '--vkey', logKey.vkey).status, 0);
});

test('What is not verified: exit 1, with the reason', () => {
  const { status, stdout } = run('bad.zip');
  assert.equal(status, 1);
  assert.match(stdout, /^Not verified: Entry 7: The proof does not lead from the leaf to the checkpoint’s root: one of them was changed\.\n/);
  assert.match(stdout, /WRONG Proofs/);
  assert.match(stdout, /entry 7: .* \(not verified\)/);
  assert.equal(run('good.zip', '--vkey', otherKey.vkey).status, 1);
  assert.equal(run('policy.txt').status, 1); // no zip
});

test('A folder, and the folder that the script is in', () => {
  assert.equal(run('unpacked').status, 0);
  assert.equal(run(place('unpacked/verify.mjs')).status, 0);
  assert.equal(run(script).status, 1); // where its source is there is no package
  symlinkSync(place('policy.txt'), place('unpacked/attachments/link'));
  assert.match(run('unpacked').stdout, /^Not verified: attachments\/link is a link/);
  unlinkSync(place('unpacked/attachments/link'));
  writeFileSync(place('unpacked/.DS_Store'), 'x');
  assert.match(run('unpacked').stdout, /^Not verified: \.DS_Store is in the package/);
});

test('JSON has the whole result', () => {
  const good = run('good.zip', '--json'), result = JSON.parse(good.stdout);
  assert.equal(good.status, 0);
  assert.equal(result.ok, true);
  assert.equal(result.entries[2].disclosed.leaf.subject, 'LANTERN 3');
  assert.equal(JSON.parse(run('bad.zip', '--json').stdout).ok, false);
});

test('Usage: exit 2', () => {
  for (const args of [['nothing.zip'], ['good.zip', 'bad.zip'], ['--what'], ['good.zip', '--vkey'], ['good.zip', '--policy'], ['good.zip', '--policy', 'nothing.txt']]) {
    const { status, stdout, stderr } = run(...args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, /Usage: node verify\.mjs/);
  }
});

test('What a package prints cannot steer the terminal', () => {
  const log = lanternLog(1);
  log.append('sortie.filed', 'LANTERN \u202e1\ufeff', { x: '\u001b[2J' });
  writeFileSync(place('odd.zip'), makeZip(makePackage(log, [0, 1])));
  assert.doesNotMatch(run('odd.zip').stdout, /[\u202e\ufeff\u001b]/);
  writeFileSync(place('none.txt'), policyOf([logKey], 'quorum none\n'));
  assert.match(run('odd.zip', '--policy', 'none.txt').stdout, /asks for no witness/);
});
