import type { FindingFormat } from './finding-format.js';

/** Every way to show findings. `--format`, its help and the README derive from this list. */
export const findingFormats: readonly FindingFormat[] = [
  {
    name: 'text',
    description: 'for people: each finding with the line it is about',
    load: async () => (await import('./finding-text.js')).renderFindingText,
  },
  {
    name: 'json',
    description: 'for programs',
    load: async () => (await import('./finding-json.js')).renderFindingJson,
  },
  {
    name: 'github',
    description: 'annotations in a GitHub Actions run',
    load: async () => (await import('./finding-github.js')).renderFindingGithub,
  },
  {
    name: 'sarif',
    description: 'SARIF 2.1.0, for code scanning',
    load: async () => (await import('./finding-sarif.js')).renderFindingSarif,
  },
  {
    name: 'junit',
    description: 'JUnit XML, for CI servers that show test results',
    load: async () => (await import('./finding-junit.js')).renderFindingJunit,
  },
  {
    name: 'markdown',
    description: 'Markdown, for a pull request',
    load: async () => (await import('./finding-markdown.js')).renderFindingMarkdown,
  },
];
