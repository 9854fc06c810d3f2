import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { signOut } from '../api/session.ts';
import { nowAtTheDesk } from '../shell/queryClient.ts';
import { humanise } from '../words/humanise.ts';
import { useUser } from './user.ts';

export function UserMenu() {
  const user = useUser();
  const client = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSettled: () => nowAtTheDesk(client, null),
  });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton>
          <Avatar size={30} color="canal" variant="filled">
            {initials(user.name)}
          </Avatar>
          <span className="unseen">Signed in as {user.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {user.name}
          </Text>
          {user.username}, {humanise(user.role).toLowerCase()}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => leaving.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const initials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .slice(0, 2)
    .join('');
