import { testEndings } from '@headgate/testing/endings';

await testEndings('high consumption, from intake to each of its endings', import.meta.url);
