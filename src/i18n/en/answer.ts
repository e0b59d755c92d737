import type { AnswerWords } from '../types.ts';

/** The words of a copied answer; pages use them as well. */
export const answer: AnswerWords = {
  retry: {
    never: { label: 'Do not retry', note: 'The same request will fail again.' },
    'after-fix': {
      label: 'After a fix',
      note: 'Change the request or your setup first; the same request will fail again.',
    },
    backoff: { label: 'Wait, then retry', note: 'The same request may succeed later.' },
    automatic: { label: 'Reconnects by itself', note: 'The SDK reconnects; do not resend anything by hand.' },
    'check-first': {
      label: 'Check first',
      note: 'The outcome is unknown. Look up the state of the order before you send anything again, or it may be executed twice.',
    },
    none: { label: 'Nothing to retry', note: 'This is not an error.' },
  },
  wait: {
    exponential: 'No waiting time is published: start with 1 second and double it each time.',
    seconds: (seconds) => `Wait at least ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    header: (header) => `Wait as long as the ${header} header says.`,
  },
  status: {
    documented: { label: 'Documented', note: 'The provider lists this code.' },
    undocumented: {
      label: 'Undocumented',
      note: 'The provider’s table, as far as we have it, does not list this code; it comes from an example in the documents, an SDK, a client or API responses.',
    },
    retired: {
      label: 'Retired',
      note: 'The provider no longer documents this code; it may still come. The page stays for old logs.',
    },
  },
  entry: {
    retry: 'Retry',
    message: 'Message',
    messages: 'Messages',
    noMessage: 'No message of the provider is known to us.',
    meanings: (count) => `${count} meanings, distinguished by the message`,
    fix: 'What to do',
    permalink: 'Permanent link',
    successor: (code) => `It was replaced by ${code}.`,
  },
  programs: {
    colon: ': ',
  },
};
