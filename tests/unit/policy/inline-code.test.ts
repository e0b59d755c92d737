import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { policyFaults } from '../../../src/policy/check-page.ts';
import { inlineCode } from '../../../src/policy/inline-code.ts';
import { pagePolicy } from '../../../src/policy/policy.ts';
import { themeScript } from '../../../src/policy/theme-script.ts';

const page = (head: string, body = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

test('finds scripts, styles, style attributes and handlers, and nothing that only looks like them', () => {
  const found = inlineCode(
    page(
      `<meta http-equiv="content-security-policy" content="script-src 'self'; img-src &#x27;self&#x27;">
       <title><script>in a title</script></title>
       <!-- <script>in a comment</script> -->
       <script src="/a.js"></script><script type="module">first()</script><style>p{}</style>
       <script type="application/ld+json">{"a":"<script>"}</script>
       <script>second("</p>")</script>`,
      `<p title="<script>in an attribute</script>" data-style="no" STYLE='--a: "b"'>style="no" &lt;script></p>
       <textarea><script>in a text area</script></textarea><a href="/?onclick=1" onclick="run(&quot;1&quot;)">x</a>`,
    ),
  );
  expect(found).toEqual({
    scripts: ['first()', 'second("</p>")'],
    styles: ['p{}'],
    styleAttributes: ['--a: "b"'],
    handlers: ['onclick="run("1")"'],
    policy: "script-src 'self'; img-src 'self'",
  });
});

test('whatever a text or an attribute holds, it is neither script nor style', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', ' ', 'script', 'style', 'onclick', '--', '!', 'x'),
    maxLength: 30,
  });
  fc.assert(
    fc.property(hostile, hostile, (text, attribute) => {
      const html = toHtml(
        h('html', [
          h('head', [h('title', text)]),
          h('body', [h('p', { title: attribute }, text), h('script', 'mine()')]),
        ]),
      );
      expect(inlineCode(html)).toEqual({
        scripts: ['mine()'],
        styles: [],
        styleAttributes: [],
        handlers: [],
        policy: undefined,
      });
    }),
  );
});

test('a page may carry what its policy allows, and is refused with anything else', () => {
  const meta = `<meta http-equiv="content-security-policy" content="${pagePolicy('frame')}">`;
  expect(policyFaults(page(`${meta}<script>${themeScript}</script>`, '<ul style="--depth: 0;"></ul>'))).toEqual([]);
  expect(policyFaults(page(''))).toEqual(['the page has no content security policy']);
  const faults = policyFaults(page(`${meta}<script>alert(1)</script>`, '<p style="color: red" onclick="x()">')).join(
    '\n',
  );
  expect(faults).toContain('the event handler onclick="x()" can never be allowed');
  expect(faults).toContain('the page’s policy does not allow the inline script "alert(1)"');
  expect(faults).toContain('the site’s policy does not allow the style attribute "color: red"');
});

test('a script that another kind of page may run is refused where the page’s own policy lacks it', () => {
  const meta = `<meta http-equiv="content-security-policy" content="${pagePolicy('permanent')}">`;
  expect(policyFaults(page(`${meta}<script>${themeScript}</script>`))).toHaveLength(1);
});
