// Changes at random in good packages, from a seed: the verifier never fails by itself, and never says ok unless all evidence says the
// same as before. OVERFLIGHT_FUZZ_CASES and OVERFLIGHT_FUZZ_SEED give more cases, and others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lanternLog, logKey, makePackage, policyOf, random, text, usualPolicy } from './build.mjs';
import { verify } from '../../src/Overflight.Record/Packaging/Verifier/verify.mjs';

const cases = Number(process.env.OVERFLIGHT_FUZZ_CASES ?? 20000), seed = Number(process.env.OVERFLIGHT_FUZZ_SEED ?? 1);
const notEvidence = name => name === 'README.txt' || name.startsWith('verify.');

// Bytes flipped, put in, taken out, copied from another file, files swapped, renamed, taken away, put in: one to four of these.
function mutate(files, chance) {
  const names = [...files.keys()].filter(name => !notEvidence(name)), any = () => names[chance.below(names.length)], changed = new Map(files);
  // Characters that mean something in these formats meet more of the verifier than bytes at random do.
  const byte = () => chance.below(3) ? '0123456789 \n\t{}[]",:=+/-_#AaZzln'.charCodeAt(chance.below(33)) : chance.next() & 255;
  for (let n = chance.below(8) ? 1 : 2 + chance.below(3); n > 0; n--) {
    const name = any(), data = changed.get(name) ?? new Uint8Array(0), at = chance.below(data.length + 1), size = chance.below(4) ? 1 : chance.below(60);
    const put = (middle, to) => changed.set(name, Uint8Array.of(...data.subarray(0, at), ...middle, ...data.subarray(to)));
    const other = changed.get(any()) ?? data, from = chance.below(other.length + 1);
    [
      () => { const flipped = data.slice(); if (data.length) flipped[at % data.length] ^= 1 << chance.below(8); changed.set(name, flipped); },
      () => put(Array.from({ length: size }, byte), Math.min(at + size, data.length)),
      () => put(Array.from({ length: size }, byte), at),
      () => put([], Math.min(at + size, data.length)),
      () => put(other.subarray(from, from + size), Math.min(at + size, data.length)),
      () => put(data.subarray(at, at + size), at),
      () => { const to = any(), before = changed.get(to); changed.set(to, data); before ? changed.set(name, before) : changed.delete(name); },
      () => chance.below(2) ? changed.delete(name) : changed.set(`${any()}${chance.below(3)}`, data),
    ][chance.below(chance.below(4) ? 6 : 8)]();
  }
  return changed;
}

// What a package says, without what may differ and say the same. Each of these is on purpose:
// - white space and escapes in evidence.json and in files of disclosures are JSON's; "made" is a claim of whoever packed, and is not signed;
// - a holder may disclose less: the disclosures that are there must be a part of those that were;
// - a policy that came with the package is not evidence: the result warns of it. Only the keys that were used must be the same.
function meaning(files, withPolicy) {
  const said = {};
  for (const [name, data] of files) {
    if (notEvidence(name) || name === 'policy' && !withPolicy) continue;
    if (name === 'policy') said[name] = text(data).split('\n').map(line => line.trim().split(/[ \t]+/)).flatMap(w => w[0] === 'log' ? [w[1]] : w[0] === 'witness' ? [w[2]] : []).sort().join(' ');
    else if (name === 'evidence.json') said[name] = JSON.stringify({ ...JSON.parse(text(data)), made: 0 });
    else if (!name.startsWith('disclosures/')) said[name] = Buffer.from(data).toString('latin1');
  }
  return said;
}
function staysTrue(files, original) {
  for (const [name, data] of original) {
    if (!name.startsWith('disclosures/')) continue;
    const { disclosures: before, ...rest } = JSON.parse(text(data)), { disclosures: after, ...same } = JSON.parse(text(files.get(name)));
    assert.deepEqual(same, rest);
    assert.ok(after.every(d => before.includes(d)));
  }
}

function run(count, chance, original, options, withPolicy) {
  const before = meaning(original, withPolicy);
  let accepted = 0;
  for (let i = 0; i < count; i++) {
    const files = mutate(original, chance), result = verify(files, options), where = `case ${i} of seed ${seed}`;
    assert.ok(!result.checks.some(c => c.what === 'Verifier'), `${where}: ${JSON.stringify(result.checks.at(-1))}`);
    assert.equal(typeof result.ok, 'boolean');
    if (!result.ok) { assert.ok(result.checks.some(c => !c.ok && c.detail), where); continue; }
    accepted++;
    assert.deepEqual(meaning(files, withPolicy), before, where);
    staysTrue(files, original);
    if (withPolicy) assert.ok(result.warnings.some(w => /came with the package/.test(w)), where);
  }
  return accepted;
}

// One signature to check where the changes matter elsewhere, three where they may meet the witnesses.
const chance = random(seed), log = lanternLog(7), plainPolicy = policyOf([logKey], 'quorum none\n');
const plain = makePackage(log, [0, 1, 2, 5], { cosigners: [], policy: plainPolicy }), witnessed = makePackage(log, [1, 2]);
assert.ok(verify(plain).ok && verify(witnessed).ok);

test(`${cases} packages changed at random`, t => {
  const accepted = run(Math.ceil(cases * 0.75), chance, plain, { policy: plainPolicy }, false)
    + run(Math.ceil(cases * 0.1), chance, plain, {}, true)
    + run(Math.ceil(cases * 0.1), chance, witnessed, { vkeys: [logKey.vkey], policy: usualPolicy }, false)
    + run(Math.ceil(cases * 0.05), chance, witnessed, { vkeys: [logKey.vkey] }, true);
  t.diagnostic(`${accepted} of the changed packages say the same as before, and are verified`);
  assert.ok(accepted > 0 && accepted < cases / 2); // both outcomes are met
});
