import { gzipSync } from 'node:zlib';
import { readAtlas } from './src/catalog/resolve.ts';
import { jsonFiles } from './src/generate/json.ts';
import { schemaFiles } from './src/generate/json-schema.ts';
import { csvFiles } from './src/generate/csv.ts';
const a = readAtlas(process.argv[2]!, '/work/main');
const c={site:'https://error-atlas.example',base:'/',revision:'x',changes:[]}; const t=performance.now();
for (const f of [...jsonFiles(a,c),...schemaFiles(c),...csvFiles(a,c)]) if(!/catalogs\/.*\//.test(f.path)) console.log(f.path,f.text.length,gzipSync(f.text).length);
console.log(performance.now()-t);
if (process.argv[3]) console.log([...csvFiles(a,c)][0].text, [...jsonFiles(a,c)].find(f=>f.path.endsWith('/400.json'))?.text)
