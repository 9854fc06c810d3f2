import { Alert, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { caseTypesQuery } from '../api/cases.ts';
import { type Campaign, isUnderWay } from '../api/rra.ts';
import { BoardPanel } from '../board/BoardPanel.tsx';
import { counted } from '../words/humanise.ts';
import { momentInWords } from '../words/time.ts';
import { useNow } from '../words/useNow.ts';
import { partsOfCampaign, percentOf, stateInWords } from './progress.ts';
import classes from './Rra.module.css';

/** How far the campaign is: cases opened, forms accepted, and the lists behind each number. */
export function CampaignPanel({ campaign }: { campaign: Campaign }) {
  const stages = useQuery(caseTypesQuery).data?.find(({ type }) => type === 'rra-certification')?.stages ?? [];
  const { formYear, state, planned, opened, accepted, notRequired, refused } = campaign;
  return (
    <>
      <section className={`panel ${classes.part}`} aria-label={`Campaign of ${formYear}`}>
        {state === 'stopped' ? (
          <Alert color="red" title="The campaign stands still" mb="sm">
            {stateInWords(campaign)}
          </Alert>
        ) : (
          <p className={classes.state} role="status">
            {stateInWords(campaign)}
          </p>
        )}
        <div className={classes.bars}>
          <Bar title="Cases opened" done={opened} all={planned} striped={isUnderWay(campaign)} />
          <Bar title="Forms accepted" done={accepted} all={opened} />
        </div>
        <Text size="sm" c="dimmed" mt="sm">
          {counted(notRequired, 'landholder')} need not file. <Beginning campaign={campaign} />
        </Text>
        {refused.length > 0 && <Refused refused={refused} />}
      </section>
      <div className={classes.counts}>
        {partsOfCampaign(campaign, stages).map((part) => (
          <BoardPanel key={part.title} part={part} wide={false} />
        ))}
      </div>
    </>
  );
}

function Beginning({ campaign: { askedBy, startedAt, finishedAt, rate, readyAt } }: { campaign: Campaign }) {
  const now = useNow();
  const end = finishedAt
    ? `; every case was open ${momentInWords(finishedAt, now)}`
    : `, at most ${rate} a second${readyAt ? `; ready about ${momentInWords(readyAt, now)}` : ''}`;
  return (
    <>
      Started by {askedBy} {momentInWords(startedAt, now)}
      {end}.
    </>
  );
}

function Bar({ title, done, all, striped = false }: { title: string; done: number; all: number; striped?: boolean }) {
  const percent = percentOf(done, all);
  return (
    <div>
      <div className={classes.barHead}>
        <span>{title}</span>
        <strong>
          {done.toLocaleString('en-US')} of {all.toLocaleString('en-US')}
        </strong>
        <span className={classes.percent}>{percent} %</span>
      </div>
      <Progress.Root size="lg">
        <Progress.Section value={percent} striped={striped} animated={striped} aria-label={title} />
      </Progress.Root>
    </div>
  );
}

function Refused({ refused }: Pick<Campaign, 'refused'>) {
  return (
    <Alert color="orange" title={`${counted(refused.length, 'case')} could not be opened`} mt="sm">
      <ul className="plain-list">
        {refused.map(({ landholder, name, reason }) => (
          <li key={landholder}>
            {name} ({landholder}): {reason}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
