import type { Family } from '../matcher.ts';

/**
 * Turns of phrase whose words mean something else by themselves: 「被打槍」 is no blow, 「推車」 no push. What lies inside is
 * not read. A phrase that a family before this one names with the same letters counts there, for that one comes first;
 * so does one that begins earlier: 「荷包大失血」 holds 「包大失血」 and stays.
 */
export const EVERYDAY_ELSE: readonly Family[] = [
  {
    tag: 'pos',
    terms: `恭喜{發財,新婚,升格,榮升,開幕,開業,喬遷} 變態{強,準,好吃,厲害,細心,仔細,專業}`,
  },
  {
    tag: 'x',
    terms: `
    推{車,床,拿,進去,進手術,進病房,進產房,進急診,不進,不動,得動,出來,回病房,輪椅,脂,筋,油,估,論,測,廣,動,行,開門,門,著,移} {幫,有人,在,來}推{輪椅,病床} {捷運,公車,車}{站,}旁邊{那,的那}{間,家}
    {包,夾,袋}大{失血,出血} 大出血_花了{一,兩,三,四,五,六,八,十,好幾,快,幾} 大出血花了{一,兩,三,四,五,六,八,十,好幾,快,幾} 被打槍 {臉像,像}被{揍,打} 看著{你,我,病人}的眼睛{講,說,解} {沒有,沒}把我當奧客
    恭喜{發財,新婚,升格,榮升,開幕,開業,喬遷} 推我{打,做,買,裝}{雷射,肉毒,電波,玻尿酸,音波,植牙,療程,課程,全瓷,一堆} 變態{強,準,好吃,好喝,厲害,細心,仔細,專業,貴} 原地{去世,往生,升天} {到,想,快,快要}原地爆炸 {像,跟,媲美,不輸}{五星級,五星,高級,}{飯店,酒店,咖啡廳,咖啡店,度假村} 叫我打給{健保署,衛生局,健保局}問`,
  },
  { tag: 'not', terms: `欠缺 有欠{周,妥,專業} 絲毫沒有 絲毫不` },
];
