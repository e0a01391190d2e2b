import { test } from 'vitest';
import { frameOf, closeFrames, NOW } from './facebook-pages.ts';
import { facebook } from '../../../lib/sites/facebook.ts';
import reviews from '../../fixtures/facebook/reviews.zh-TW.html?raw';
import post from '../../fixtures/facebook/post.zh-TW.html?raw';
test('perf', () => {
  const bare=(cards:Element[])=>{ for(const c of cards){ for(const s of ['[data-ad-rendering-role="profile_name"]','[data-ad-rendering-role="story_message"]','a[href]','strong','[role="toolbar"]','span[dir="auto"]','h3','[data-a]','[aria-label]','img[alt]','ul li a','[role="button"]','blockquote','[data-ad-preview="message"]','svg title','[lang]','time','video']) { c.querySelector(s)?.textContent; } } };
  const best=(f:()=>void)=>{let b=1e9;for(let k=0;k<6;k++){const t=performance.now();f();b=Math.min(b,performance.now()-t);}return b;};
  const run=(name:string, doc:Document, address:string)=>{
    const url=new URL(address);
    const page={...facebook.detect(doc,url),url,document:doc,now:NOW};
    const all=facebook.cards(doc,page); const scr=all.filter(c=>c.querySelector('[style*="flex"]')); const plain=all.filter(c=>!scr.includes(c));
    const us=(f:()=>void,n:number)=>(best(f)/n*1000).toFixed(1);
    console.log(name,all.length,'find',us(()=>facebook.cards(doc,page),all.length),'read plain',us(()=>{for(const c of plain)facebook.read(c,page)},plain.length),'read scrambled',us(()=>{for(const c of scr)facebook.read(c,page)},scr.length),'bare',us(()=>bare(all),all.length),'detect',us(()=>facebook.detect(doc,url),1),'signs',us(()=>facebook.signs(doc,page),all.length));
  };
  for (const n of [10,200]) {
    let d=frameOf(reviews); const list=d.querySelector('h1')!.parentElement!.nextElementSibling!.firstElementChild!; const inner=list.innerHTML; list.innerHTML=Array.from({length:n},()=>inner).join('');
    run('ratio reviews',d,'https://www.facebook.com/weiguang.dental/reviews'); closeFrames();
    d=frameOf(post); const arts=[...d.querySelectorAll('[role=dialog] [role=article][aria-label]')]; const holder=arts.at(-1)!.parentElement!.parentElement!.parentElement!; const last=arts.at(-1)!.parentElement!.outerHTML+arts.at(-2)!.parentElement!.outerHTML; holder.insertAdjacentHTML('beforeend',Array.from({length:n*5},()=>last).join(''));
    run('ratio comments',d,'https://www.facebook.com/weiguang.dental/posts/pfbid0DialogFixture'); closeFrames();
  }
});
