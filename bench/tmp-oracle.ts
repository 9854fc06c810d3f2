import fc from 'fast-check';
import { differences } from '../libs/domain/src/sla/oracle/differences.ts';
import { anyScenario } from '../libs/domain/src/sla/oracle/random-scenario.ts';
const n=Number(process.argv[2]); const seed=Number(process.argv[3]??Date.now()%2**31);
const t=process.cpuUsage().user; let made=0;
const r=fc.check(fc.property(anyScenario,(s)=>{made++;return differences(s).length===0}),{numRuns:n,seed,endOnFailure:process.argv[4]!=='shrink'});
console.log('made',made,'seed',seed,'cpu',(process.cpuUsage().user-t)/1e6);
if(r.failed){const s=r.counterexample![0]; const st=JSON.parse(JSON.stringify(s)); console.log(st.zone,st.now); st.history.forEach((h:any)=>console.log(JSON.stringify(h))); 
const d=differences(s); const ms=new Set(d.flatMap(x=>[x.split(' ')[0],x.split(' ')[4]])); for(const p of st.policies){console.log(p.name,p.calendar,p.changeRules);p.clocks.filter((c:any)=>ms.has(c.metric)).forEach((c:any)=>console.log('  ',JSON.stringify(c)))} if(process.argv[4])console.log(JSON.stringify(st.calendars)); console.log(d.map(x=>x.replace(/\d{13}/g,m=>new Date(+m).toISOString())).join('\n'));}
