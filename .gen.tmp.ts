import { readAtlas } from './src/catalog/resolve.ts';
import { readChanges } from './src/catalog/changes.ts';
import { generateFiles } from './src/generate/index.ts';
const dir=process.argv[2]!;
const a = readAtlas(dir, '/work/main');
const c={site:'https://error-atlas.example',base:'/',revision:'x',changes:readChanges(dir,'/work/main',a)}; const t=performance.now();
const s=new Set(process.argv.slice(3)); let n=0,b=0;
for (const f of generateFiles(a,c)) {n++;b+=Buffer.byteLength(f.text); if(s.has(f.path)) console.log(f.text)}
console.log(n,b,performance.now()-t);
