/** A script for the page's head that sets the theme before anything is painted. */
import { themeKey } from './storage-keys.ts';

export const themeScript = [
  '(function(){var t;',
  `try{t=localStorage.getItem(${JSON.stringify(themeKey)})}catch(e){}`,
  'if(t!="light"&&t!="dark")t=matchMedia("(prefers-color-scheme: light)").matches?"light":"dark";',
  'document.documentElement.dataset.theme=t})()',
].join('');
