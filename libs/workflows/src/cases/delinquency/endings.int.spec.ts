import { testEndings } from '@headgate/testing/endings';

await testEndings('an account past due, from its opening to each of its endings', import.meta.url);
