import { useQuery } from '@tanstack/react-query';
import { caseTypesQuery } from '../api/cases.ts';
import { humanise } from '../words/humanise.ts';

/** The title of a case type, by its definition. */
export function TypeTitle({ type }: { type: string }) {
  const types = useQuery(caseTypesQuery).data;
  return <>{types?.find((one) => one.type === type)?.title ?? humanise(type)}</>;
}

/** The title of a stage, by its type's definition; a case that has entered none is new. */
export function StageTitle({ type, stage }: { type: string; stage: string | null }) {
  const stages = useQuery(caseTypesQuery).data?.find((one) => one.type === type)?.stages;
  if (!stage) return <>New</>;
  return <>{stages?.find(({ name }) => name === stage)?.title ?? humanise(stage)}</>;
}
