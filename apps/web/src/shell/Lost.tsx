import { Empty } from './Empty.tsx';
import { LinkButton } from './LinkButton.tsx';

export function Lost() {
  return (
    <Empty order={1} title="There is no such page" hint="The address may be mistyped, or the page has moved.">
      <LinkButton to="/queue">Go to the queue</LinkButton>
    </Empty>
  );
}
