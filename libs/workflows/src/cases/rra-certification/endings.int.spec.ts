import { testEndings } from '@headgate/testing/endings';

await testEndings('RRA certification, from its opening to each of its endings', import.meta.url);
