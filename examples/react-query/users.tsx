import { createUser, listUsers, type SendAuthClient } from "@facsimile/sendauth/functions";
import { infiniteQueryOptions, mutationOptions, queryKey } from "@facsimile/tanstack-query";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";

interface UsersProps {
  readonly client: SendAuthClient;
}

/** A list that grows page by page. The next page is what the document of the API says that it is. */
export function Users({ client }: UsersProps) {
  const users = useInfiniteQuery(infiniteQueryOptions(listUsers, client, { query: { perPage: 2 } }));
  if (users.isPending) return <p>Loading…</p>;
  if (users.isError) return <p role="alert">{users.error.message}</p>;
  return (
    <>
      <ul>
        {users.data.pages
          .flatMap(({ rows }) => rows ?? [])
          .map(({ id, firstName, lastName }) => (
            <li key={id}>{`${firstName} ${lastName}`}</li>
          ))}
      </ul>
      <button id="more" type="button" disabled={!users.hasNextPage} onClick={() => void users.fetchNextPage()}>
        More
      </button>
      <AddUser client={client} />
    </>
  );
}

function AddUser({ client }: UsersProps) {
  const queries = useQueryClient();
  const adding = useMutation({
    ...mutationOptions(createUser, client),
    // The list is asked for again, with every page of it that was read.
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKey(listUsers, client) }),
  });
  const add = (): void => adding.mutate({ body: { firstName: "Bea", lastName: "Stone" } });
  return (
    <button id="add" type="button" disabled={adding.isPending} onClick={add}>
      Add Bea
    </button>
  );
}
