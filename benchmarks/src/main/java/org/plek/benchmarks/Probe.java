package org.plek.benchmarks;
import org.plek.benchmarks.instances.*;
import org.plek.search.*;
import org.plek.options.*; import org.plek.domain.*;import org.plek.datasets.generator.*;import org.plek.rules.*;import java.util.*;
public class Probe { public static void main(String[] a){
 for (int i=0;i<a.length;i++){ String[] q=a[i].split(":"); Size z=Size.valueOf(q[0]);
  for(int seed=1;seed<=Integer.parseInt(q[1]);seed++){
   double occ=q.length>2?Double.parseDouble(q[2]):z.occupancy(); double st=q.length>3?Double.parseDouble(q[3]):z.staffedShare();
   List<Town> towns = Town.ALL.stream().filter(t -> !t.rulePack().equals("EN")).toList();
   Problem p = q.length>2? SyntheticProblem.of(z.name(),towns.subList(0,z.towns()),java.time.ZoneId.of("Europe/Brussels"),z.groups(),(int)(z.sessions()*1.3),occ,st,q.length>4?Double.parseDouble(q[4]):z.fullWeekShare(),RulePacks.bundled()::pack,seed): SyntheticProblem.of(z,RulePacks.bundled(),seed);
   if(q.length>2){try{var c=Class.forName("org.plek.datasets.generator.Servable");var m=c.getDeclaredMethod("of",Problem.class,int.class,boolean.class,RulePacks.class,long.class);m.setAccessible(true);p=(Problem)m.invoke(null,p,z.sessions(),z==Size.S,RulePacks.bundled(),(long)seed);}catch(Exception e){throw new RuntimeException(e);}} long t0=System.nanoTime(); ProblemIndex ix=new ProblemIndex(p); Travel t=new GreatCircleTravel(p.policy());
   OptionTable tab=OptionBuilder.build(ix,RulePacks.bundled(),t);
   PlanResult r=new PlanEngine(ix,RulePacks.bundled(),t,tab).solve(new SolveLimits(null,0,1,1),ProgressListener.NONE);
   long tot=0,none=0; int noneN=0; for(int s=0;s<ix.sessions().size();s++){ Request rq=p.requests().get(ix.requestOf(s)); long w=p.policy().unservedWeight(rq,p.families().get(ix.familyOf(ix.requestOf(s))),ix.sessions().get(s).careMinutes()); tot+=w; if(tab.firstOption(s)==tab.endOption(s)){none+=w;noneN++;} }
   long un=r.amounts()[org.plek.scoring.ConstraintName.UNSERVED.ordinal()];
   System.out.printf("%s seed %d sessions %d groups %d occ %.2f staffed %.2f options/session %.1f noOption %.1f%% weight %d greedy unserved %.1f%% (w/o option %.1f%%) placed %d%n",z,seed,ix.sessions().size(),ix.groups().size(),occ,st,tab.options()/(double)tab.sessions(),100.0*noneN/tab.sessions(),tot,100.0*un/tot,100.0*none/tot,r.placements().size());
  }} } }
