import { readAtlas } from './src/catalog/resolve.ts';
import { markdownFiles } from './src/generate/markdown.ts';
const a = readAtlas(process.argv[2]!, '/work/main');
const want=process.argv.slice(3); let n=0,b=0; const t=performance.now();
for (const f of markdownFiles(a,{site:'https://error-atlas.example',base:'/',revision:'x',changes:[]})) { n++; b+=f.text.length; if (want.includes(f.path)) console.log('#########',f.path+'\n'+f.text); }
console.log(n,b,performance.now()-t);
