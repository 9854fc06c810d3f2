import type { Invariant, RunningSystem } from './system.ts';

const GRACE_HOURS = 6;

export const papersAreWhole: Invariant = {
  name: 'I8',
  says: 'each paper of a case has the bytes that the record tells of, and no bytes lie about that nobody holds',
  async check(system) {
    return [
      ...(await attachmentsAndEvents(system)),
      ...(await bytesAndHashes(system)),
      ...(await partsWithoutPaper(system)),
      ...(await filesOfNobody(system)),
    ];
  },
};

async function attachmentsAndEvents({ sql }: RunningSystem): Promise<string[]> {
  const { rows } = await sql.query<{ id: string; told: boolean }>(`
    select coalesce(a.id::text, e.data->>'attachmentId') as id, a.id is null as told
      from attachment a full join (select * from case_event where type = 'attachment-added') e
        on e.data->>'attachmentId' = a.id::text and e.case_id = a.case_id and e.data->>'sha256' = a.sha256
     where a.id is null or e.case_id is null`);
  return rows.map(({ id, told }) =>
    told ? `the record tells of the paper ${id}, and it is not there` : `the record does not tell of the paper ${id}`,
  );
}

async function bytesAndHashes({ sql }: RunningSystem): Promise<string[]> {
  const { rows: files } = await sql.query<{ id: string; file_id: string; sha256: string; size: number }>(
    'select id, file_id, sha256, size from attachment',
  );
  const breaks: string[] = [];
  for (const { id, file_id, sha256, size } of files) {
    const { rows } = await sql.query<{ sha256: string | null; size: number }>(
      `select encode(sha256(string_agg(bytes, ''::bytea order by n)), 'hex') as sha256,
              coalesce(sum(length(bytes)), 0)::int as size from stored_piece where file_id = $1`,
      [file_id],
    );
    if (rows[0]?.sha256 !== sha256 || rows[0].size !== size)
      breaks.push(`the bytes of the paper ${id} are not its own`);
  }
  return breaks;
}

async function partsWithoutPaper({ sql }: RunningSystem): Promise<string[]> {
  const { rows } = await sql.query<{ name: string; page: number }>(`
    select s.name, g.page from scan s cross join lateral generate_series(1, s.pages) g (page)
     where s.status = 'done' and (select count(*) from scan_part p
       where p.scan_id = s.id and g.page between p.first_page and p.last_page) <> 1`);
  return rows.map(({ name, page }) => `page ${page} of the scan ${name} is not in one part of it`);
}

async function filesOfNobody({ sql }: RunningSystem): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `select f.id from stored_file f where f.begun_at < now() - make_interval(hours => $1)
        and not exists (select from attachment a where a.file_id = f.id)
        and not exists (select from scan s where s.file_id = f.id)
        and not exists (select from scan_part p where p.file_id = f.id)`,
    [GRACE_HOURS],
  );
  return rows.map(({ id }) => `the file ${id} is held by nobody`);
}
