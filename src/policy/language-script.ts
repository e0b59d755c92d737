/** Defines how a page without a language finds the reader's. */
import { createHash } from 'node:crypto';
import { defaultLocale, locales } from '../locales.ts';
import { languageKey } from './storage-keys.ts';

/**
 * The choice of reader-language.ts as a script for a page's head: one constant text, so that one hash in a content
 * security policy covers every page. The page's root element says where to go: `data-base` (the base path) and
 * `data-path` (the address after the locale).
 *
 * `location.replace` leaves no step in the history, so Back returns to where the link was followed. The page is hidden
 * until the next one loads, and shown again if that never happens.
 */
export const languageScript = [
  '(function(){',
  'var r=document.documentElement,l,t,i,p;',
  `try{l=localStorage.getItem(${JSON.stringify(languageKey)})}catch(e){}`,
  `if(${JSON.stringify(locales)}.indexOf(l)<0){`,
  `l=${JSON.stringify(defaultLocale)};`,
  't=navigator.languages||[navigator.language||""];',
  'for(i=0;i<t.length;i++){',
  'p=t[i].toLowerCase().split(/[-_]/);',
  'if(p[0]=="en")break;',
  'if(p[0]=="zh"){l=p.indexOf("hans")<0&&/-(hant|tw|hk|mo)(-|$)/.test(p.join("-"))?"zh-tw":"zh-cn";break}',
  '}}',
  'r.hidden=true;',
  'setTimeout(function(){r.hidden=false},4000);',
  'location.replace(r.dataset.base+l+r.dataset.path+location.search+location.hash)',
  '})()',
].join('');

/** The source expression that allows the script in a content security policy. */
export const languageScriptHash = `sha256-${createHash('sha256').update(languageScript).digest('base64')}`;
