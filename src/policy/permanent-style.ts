/** The complete style of a permanent link's page: constant, so that one hash in a content security policy allows it. */
export const permanentStyle =
  ':root{color-scheme:light dark;font:1rem/1.6 system-ui,sans-serif}body{max-width:40rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}h1{font-size:1.5rem}h2{font-size:1.1rem}code{font-family:ui-monospace,monospace}ul{padding-inline-start:1.2rem}';
