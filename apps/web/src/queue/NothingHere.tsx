import { Group } from '@mantine/core';
import { useMay } from '../session/user.ts';
import { Empty } from '../shell/Empty.tsx';
import { LinkButton } from '../shell/LinkButton.tsx';
import type { QueueSearch } from './filters.ts';
import { active } from './views.ts';

/** An empty list says why it is empty, and what one might do instead. */
export function NothingHere({ search }: { search: QueueSearch }) {
  const mayOpen = useMay('case.open');
  const { title, hint } = words(search);
  return (
    <Empty title={title} hint={hint}>
      <Group mt="xs">
        <LinkButton to="/queue" search={{ status: active }} variant="default">
          All open cases
        </LinkButton>
        {mayOpen && <LinkButton to="/new">New case</LinkButton>}
      </Group>
    </Empty>
  );
}

function words(search: QueueSearch): { title: string; hint: string } {
  if (search.q) {
    return {
      title: `Nothing found for “${search.q}”`,
      hint: 'Search knows case numbers, subjects, names, account numbers and addresses. Try fewer words, or clear a filter.',
    };
  }
  if (search.clock === 'breached') return { title: 'No breached case', hint: 'Every clock is within its time.' };
  if (search.clock === 'at-risk') return { title: 'Nothing is due soon', hint: 'No clock is near its end.' };
  if (search.assignee)
    return { title: 'No case here', hint: 'Take one from the department’s queue, or open a new one.' };
  return {
    title: 'No case here',
    hint: 'Nothing fits these filters now. It will appear here by itself when something does.',
  };
}
