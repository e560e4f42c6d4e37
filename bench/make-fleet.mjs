// Papers and a scenario of 100 aircraft that fly for a day each, off Baja California, from the exercise's papers: for bench/fly-fleet.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder, count = '100', hours = '24'] = process.argv.slice(2);
const papers = join(dirname(fileURLToPath(import.meta.url)), '..', 'data', 'lantern', 'papers');
mkdirSync(join(folder, 'papers'), { recursive: true });
cpSync(papers, join(folder, 'papers'), { recursive: true });
for (const version of [1, 2]) {
  const file = join(folder, 'papers', `programme.lantern.v${version}.json`);
  const programme = JSON.parse(readFileSync(file));
  programme.extent.longestSortieHours = 30;
  writeFileSync(file, JSON.stringify(programme));
}
const sortie = JSON.parse(readFileSync(join(papers, 'sortie.s-06.v1.json')));
const start = Date.parse('2026-03-02T06:00:00Z');
const at = hoursOn => new Date(start + hoursOn * 3_600_000).toISOString();
const aircraft = [];
for (let i = 0; i < Number(count); i++) {
  // Out to sea, then up and down a leg of about 200 km an hour at a time, and home.
  const offset = (i % 10) * 0.05;
  const points = [{ at: at(0), latitude: 32.75, longitude: -117.3, altitudeMetres: 100 }, { at: at(0.4), latitude: 32.75, longitude: -118.2 - offset, altitudeMetres: 6000 }];
  for (let hour = 1.2, south = true; hour < Number(hours) - 1.2; hour += 0.75, south = !south)
    points.push({ at: at(hour), latitude: south ? 30.5 : 32.3, longitude: -118.2 - offset, altitudeMetres: 6000 });
  points.push({ at: at(Number(hours) - 0.6), latitude: 32.75, longitude: -118.2 - offset, altitudeMetres: 6000 });
  points.push({ at: at(Number(hours)), latitude: 32.75, longitude: -117.3, altitudeMetres: 100 });
  const id = `f-${i + 1}`;
  const paper = structuredClone(sortie);
  Object.assign(paper, { id, route: { ...sortie.route, corridorMetres: 1000, points }, aircraft: { type: 'MQ-9A', registration: 'N901LT' } });
  paper.conduct = { ...sortie.conduct, sensors: [], control: [{ ...sortie.conduct.control[0], during: { from: '2026-03-02T05:45:00Z', to: at(Number(hours) + 3) } }] };
  writeFileSync(join(folder, 'papers', `sortie.${id}.v1.json`), JSON.stringify(paper));
  aircraft.push({ name: `FLEET ${i + 1}`, sortie: id, address: (0xad0000 + i + 1).toString(16) });
}
writeFileSync(join(folder, 'scenario.json'), JSON.stringify({ kind: 'scenario', id: 'fleet', seed: 3, telemetryEverySeconds: 60, guardEverySeconds: 0, aircraft }, null, 1));
