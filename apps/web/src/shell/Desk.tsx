import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { meQuery } from '../api/session.ts';
import { SignInPage } from '../session/SignInPage.tsx';
import { UserContext } from '../session/user.ts';
import { Frame } from './Frame.tsx';
import { Trouble } from './Trouble.tsx';

/** The whole desk: whoever is not signed in sees the sign-in page, at whatever address, and then that address. */
export function Desk() {
  const me = useQuery(meQuery);
  if (me.isPending)
    return (
      <Center h="100vh">
        <Loader aria-label="Loading" />
      </Center>
    );
  if (me.isError) return <Trouble order={1} error={me.error} retry={() => void me.refetch()} />;
  if (!me.data) return <SignInPage />;
  return (
    <UserContext value={me.data}>
      <Frame>
        <Outlet />
      </Frame>
    </UserContext>
  );
}
