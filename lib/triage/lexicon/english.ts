import type { Family } from '../matcher.ts';

/**
 * What people write in English of a clinic. Tags as of the Chinese words beside which they stand, so that both mean the
 * same to the trained model. Latin words stand alone: every form that is meant is written out (`ignor{ed,es,ing}`).
 */
export const ENGLISH_WORDS: readonly Family[] = [
  {
    tag: 'attitude-',
    weight: 1.6,
    terms: `
    rude rudely ruder rudest rudeness impolite discourteous disrespect disrespected disrespectful disrespectfully dismissive dismissively brush{ed,es}_{me,us,it,my,her,him}_off condescend condescending condescendingly patroni{s,z}ing arrogant arrogance arrogantly snobby snobbish snooty snarky snappy curt brusque abrupt gruff grumpy grouchy moody cranky surly sullen sour_face ice-cold icy cold_and indifferent indifference uncaring apathetic unsympathetic insensitive heartless callous cold-hearted
    unfriendly unwelcoming unhelpful unapproachable uninterested disinterested impatient impatiently impatience short-tempered hot-tempered bad-tempered bad_temper lost_{his,her,their}_temper yell yells yelled yelling shouted shouting shouts_at scream{ed,s,ing}_at scold scolds scolded scolding lectured_{me,us} snap{ped,s}_at bark{ed,s}_at roll{ed,s,ing}_{her,his,their}_eyes eye-roll eye_roll eye-rolling glare{d,s}_at sneer sneered sneers scoff{ed,s} laugh{ed,ing}_at_{me,us,my,him,her} mock{ed,ing,s} made_fun_of belittl{e,ed,es,ing} humiliat{ed,ing,ion} embarrassed_me
    judgmental judgemental judged_me hostile aggressive bully bullied intimidat{ed,ing} talk{ed,s,ing}_down_to interrupt{ed,s,ing} cut{s,}_me_off hung_up_on hung_up hang_up_on slammed_the_phone ignored_{me,us,my,him,her} ignore{s,}_{you,patients,people} ignoring_{me,us} didn't_listen doesn't_listen don't_listen did_not_listen never_listen{ed,s,} won't_listen not_listening refuse{d,s}_to_{explain,answer,help,listen,speak,look,give} didn't_{bother,even_look,explain,apologize,apologise,smile,greet} did_not_{bother,explain,apologize,apologise} no_apology not_even_an_apology couldn't_care_less could_not_care_less {don't,doesn't,didn't}_care not_care
    {bad,poor,terrible,awful,horrible,worst,lousy,disgusting,nasty}_{attitude,service,manners,customer_service,bedside_manner} attitude_problem nasty on_{her,his,their}_phone{s,} chatting_{with,among,away} gossip{ing,ed,} rushed_{me,us,through,out,off} rush{es,ing}_{you,through,patients} felt_rushed so_rushed feel_rushed in_a_rush hurried_{me,us,through} lazy passive-aggressive no_eye_contact no_smile no_empathy no_compassion no_patience no_respect no_manners lack{s,ed,}_of_{empathy,compassion,respect,courtesy,patience} treat{ed,s}_{me,us,you,people,patients,him,her}_like racist racism discriminat{e,ed,ion,ing} like_a_{burden,nuisance,number,child,criminal,idiot} inconvenience_to two_minutes_and unprofessional unprofessionally unprofessionalism`,
  },
  {
    tag: 'attitude+',
    weight: 1.3,
    terms: `
    friendly friendlier friendliest friendliness welcoming welcomed courteous courtesy polite politely politeness considerate compassionate compassion empathetic sympathetic warm warmly warm-hearted warmth cheerful attentive attentively thoughtful respectful respectfully approachable easygoing easy-going easy_to_talk_to down-to-earth down_to_earth reassuring reassured reassures at_ease {feel,felt,feels}_{comfortable,welcome,welcomed,heard,safe,at_home,relaxed,respected,cared_for} made_me_comfortable calmed_{me,my,him,her} listen{s,ed}_{to,carefully,patiently,well} really_listen{s,ed} actually_listen{s,ed} good_listener
    take{s,}_{the,his,her,their}_time took_{the,his,her,their,so_much}_time takes_time explain{s,ed}_{everything,clearly,in,every,each,all,things,well,what,the,it,my,to_me} explaining_{everything,every,things} well_explained clearly_explained answer{s,ed}_{all,every,my,our,each} clear_explanation{s,} thorough_explanation patiently {very,so,extremely,super,really,incredibly,is,was,were,are,and,always,endlessly}_{patient,kind} {patient,kind}_{and,with,to,doctor,doctors,staff,nurse,nurses,dentist} kindness kindest kind-hearted sweet sweetest lovely_{staff,nurse,nurses,doctor,people,lady,team} nice_{staff,nurse,nurses,doctor,people,lady,team} smile{d,s} smiling with_a_smile non-judgmental nonjudgmental humble genuinely genuine truly_care{s,d} really_care{s,d} actually_care{s,d} caring good_manners great_manners excellent_service great_service good_service wonderful_service amazing_service {great,good,excellent,wonderful,lovely}_bedside_manner accommodating helpful went_out_of_{their,her,his}_way go{es,}_out_of_{their,her,his}_way above_and_beyond extra_mile
    speak{s,}_{good,great,excellent,fluent,perfect,very_good,decent} {fluent,good,great,excellent,perfect,decent}_english in_english_and translate{d,s}_for`,
  },
  {
    tag: 'medical-',
    weight: 1.5,
    terms: `
    misdiagnos{e,ed,es,is} {wrong,incorrect}_{diagnosis,tooth,medicine,medication,medications,meds,dose,dosage,prescription,drug,pills,treatment,eye,leg,side} botch{ed,es,} incompeten{t,ce,tly} malpractice negligen{t,ce} careless carelessly carelessness sloppy clumsy rough roughly heavy-handed inexperienced unskilled unqualified amateur painful painfully hurt hurts hurting in_pain pain_{for,got,is,was,never} so_much_pain agony excruciating bruis{e,ed,es,ing} swollen swelling infect{ed,ion,ions} inflamed nerve_damage {got,gets,getting,became,made_it,even,feel,felt}_worse worse_than_before {didn't,doesn't,did_not,does_not,never}_{work,help,heal,fix,improve} not_working no_{effect,improvement,results,difference} ineffective fell_{out,off} broke_{off,again,after} {filling,crown,veneer,implant,bracket}_{fell,broke,came,cracked,loose} came_{out,off,loose} chipped cracked leaking had_to_{redo,be_redone,fix} redone redo_it fixed_by_another another_{dentist,doctor,clinic,hospital}_{had,fixed,found,told,said} second_opinion
    missed_{the_vein,my_vein,the_fracture,the_infection,the_tumor,the_lump,a_cavity,it_completely} couldn't_find_{the,a,my,her,his}_vein pok{ed,ing}_{me,my,around} jabbed several_tries multiple_{tries,attempts} side_effect{s,} allergic_reaction over-treat{ed,ment,ing,} overtreat{ed,ment,ing,} over-prescrib{e,ed,es,ing} overprescrib{e,ed,es,ing} unnecessary_{treatment,treatments,procedure,procedures,test,tests,surgery,drilling,antibiotics,medication,medicine,x-rays,fillings} {didn't,doesn't,did_not,never,barely,hardly,without}_{even_,}{examine,examined,examining,check,checked,checking,touch,touched,look,looked,looking} glanced_at no_examination {refuse,refuses,refused}_{treatment,to_treat,to_see,to_examine} turned_{me,us,him,her}_away turned_away sent_{me,us,him,her}_{home,away} fail{ed,s}_to_{diagnose,notice,find,treat,check,mention} scar scars scarred scarring uneven crooked lopsided asymmetric{al,} burn{ed,t}_my complication{s,} bleeding bled numb numbness relapse{d,} cookie-cutter copy-paste {same,useless}_{pills,medicine,ointment,antibiotics} quick_fix guess{ed,ing,work} no_idea_what`,
  },
  {
    tag: 'medical+',
    weight: 1.2,
    terms: `
    skilled skillful skilful skillfully skill skills competent competence experienced knowledgeable expert experts expertise meticulous meticulously thorough thoroughly careful carefully precise accurate accurately accurate_diagnosis painless painlessly pain-free pain_free {no,zero,without,without_any,hardly_any,barely_any,minimal}_pain {didn't,doesn't,did_not,didnt}_{hurt,feel_a_thing,feel_any,feel_anything} {hardly,barely}_{felt,hurt,hurts} felt_nothing felt_no gentle gently gentle_hands light_touch steady_hands heal{ed,ing}_{well,fast,quickly,nicely,perfectly} recover{ed,y}_{well,fast,quickly,was} fixed_{my,it,the,her,his} cured cure{s,d}_my saved_my solved_{my,the} problem_solved pain_{is_gone,was_gone,went_away,disappeared} {feel,feeling,felt,feels}_{much_,so_much_,a_lot_,}better gone_after no_side_effects no_complications effective worked_{wonders,well,perfectly,great} {great,amazing,good,excellent,natural,fantastic,wonderful,beautiful}_{results,result,job,work} happy_with_{the,my}_{result,results,teeth,skin,smile,nose} love_my_{new,smile,teeth,skin} clear{ed,er}_{up,skin} {right,correct}_{diagnosis,medicine,treatment} found_the_{cause,problem,reason} caught_it_early follow{ed,s}_up_with check{ed,s}_{up_on,on_me,everything} double-checked {good,great,excellent,amazing,wonderful,best,outstanding,proper}_care {well_taken,took_good,took_great,takes_good,takes_great,taken_good,takes_such_good}_care conservative_{treatment,approach} evidence-based knows_{what,his,her,their} knew_{exactly,what} professional professionally professionals professionalism`,
  },
  {
    tag: 'environment-',
    weight: 1.5,
    terms: `
    dirty dirtier filthy grimy grubby unhygienic unsanitary unclean dusty dust musty smelly smells smelled smelt stinks stinky stank stench stink smell_of odor odour mold mould moldy mouldy cockroach cockroaches roach roaches mosquitoes bugs rats outdated_{equipment,facility,facilities,interior,decor,clinic,building} old_{equipment,building,facility,facilities,chairs} run-down rundown run_down shabby dilapidated cramped tiny_{waiting,room,clinic,space} crowded overcrowded packed stuffy noisy noise loud {too,so,very,freezing,super}_{hot,cold}_{in,inside,room} freezing {no,without}_{air_conditioning,aircon,ac,ventilation,elevator,lift,wheelchair,parking,toilet_paper,soap,privacy,seats,chairs} {parking,park}_{is_,was_,}{a_nightmare,nightmare,terrible,difficult,hard,impossible,a_pain,limited,awful} {hard,difficult,impossible,nowhere,tough}_to_park {hard,difficult,impossible}_to_find not_wheelchair inaccessible dim dimly dark_and gloomy uncomfortable uncomfortable_{chairs,seats,chair,bed} {nowhere,no_place}_to_sit standing_room lack_of_privacy thin_walls {everyone,everybody,you}_can_hear ceiling_{leak,leaks} stained stains blood_{on,stains} peeling sticky_floor overflowing clogged out_of_order`,
  },
  {
    tag: 'environment+',
    weight: 1.2,
    terms: `
    clean cleaner cleanliness spotless spotlessly immaculate tidy hygienic hygiene modern modern_equipment state-of-the-art state_of_the_art {new,latest,advanced,up-to-date}_{equipment,facility,facilities,machines,technology} bright brightly spacious roomy comfortable comfy cozy cosy quiet calm calming peaceful relaxing relaxed_atmosphere {convenient,great,good,perfect,central}_location convenient conveniently_located {easy}_to_{find,get_to,reach,park} {near,close_to,next_to,beside,steps_from}_the_{mrt,metro,station} {easy,plenty_of,ample,good}_parking parking_{is_easy,available,is_free,was_easy} air-conditioned well-lit well_equipped well-equipped {beautiful,nice,lovely,gorgeous,stylish}_{clinic,interior,office,place,space,decor,environment,waiting} well-maintained well_maintained sanitized sanitised sterile steriliz{ed,es} kid-friendly child-friendly toys_for`,
  },
  {
    tag: 'price-',
    weight: 1.5,
    terms: `
    expensive overpriced over-priced pricey pricy costly steep too_much_money rip-off ripoff rip_off {ripped,ripping}_{off,me_off,people_off,us_off,you_off} exorbitant extortionate overcharg{e,ed,es,ing} over-charged {hidden,extra,additional,unexpected,surprise,random,unexplained,mysterious}_{fee,fees,cost,costs,charge,charges,bill} charged_{me,us,him,her}_{extra,twice,double,more,again} {charged,charge,paid,pay}_{extra,twice,double} {double,over}-charged billed_twice nickel_and_dime{d,} cash_grab cash_cow money_grab money-grab{bing,bers} money-hungry money_hungry money_machine greedy greed {only,just}_{care,cares,cared,want,wants,about,after}_{about_,your_,}{money,profit,profits} all_about_{the_,}money after_your_money {making,make,milk,milking}_{money,you,patients} upsell upsells upselling up-selling upsold hard_sell hard-sell pushy push{ed,ing,es}_{me,us,you,her,him,my,expensive,products,for,hard} push{y,ing}_sales sales_pitch sales_talk salesperson salespeople salesy pressur{ed,ing,e}_{me,us,you,to,into,her} {refuse,refused,refuses}_{to_refund,a_refund,to_give_a_refund} {no,won't,never,without}_refund{ed,} non-refundable no_{price_list,prices,receipt,itemized} without_{telling,informing,asking,explaining}_{me_,us_,}{the_,about_the_,}{price,prices,cost,fee} not_transparent waste_of_money wasted_{my,our}_money {cost,costs}_{a_fortune,an_arm} {daylight,highway}_robbery not_worth_{the_money,the_price,it} not_cheap price_{went_up,doubled,changed,jumped} raise{d,s}_{the,their}_price{s,} different_price higher_than_{quoted,the,other,what,they} more_than_{quoted,the_quote,advertised} quoted_me for_foreigners`,
  },
  {
    tag: 'price+',
    weight: 1.2,
    terms: `
    cheap cheaper cheapest affordable reasonable reasonably reasonably-priced {reasonable,fair,good,great,decent,low,lower,honest,clear,transparent}_{price,prices,pricing,fee,fees,cost,costs,rate,rates} fairly_priced {good,great,excellent}_value value_for_money good_deal inexpensive low-cost transparent {upfront,up-front,up_front,honest,clear,transparent}_about_{the_,}{price,prices,cost,costs,fee,fees,money} {no,without,zero}_{hidden_fees,hidden_costs,hidden_charges,hidden_fee,hidden,upsell,upselling,up-selling,hard_sell,pressure,sales_pitch,extra_charge,extra_charges,extra_fees} {didn't,doesn't,never,did_not,not}_{upsell,push,pushed,pushy,push_any,try_to_sell,tried_to_sell,overcharge,overcharged,pressure} free_of_charge for_free worth_{the_money,the_price,every,the_cost} bargain budget-friendly wallet-friendly refunded_{me,us,my} {full,prompt}_refund itemized itemised`,
  },
  {
    tag: 'booking_wait-',
    weight: 1.5,
    terms: `
    waited wait{ed,ing,}_{for_,over_,more_than_,almost_,nearly_,about_,around_,at_least_,}{an_hour,one_hour,two_hours,three_hours,four_hours,hours,forever,ages,half_an_hour,so_long,too_long,long,weeks,months} long_wait long_waits long_waiting longer_wait {long,longest,insane,ridiculous,crazy,terrible,endless,horrible}_{wait,waits,waiting,queue,queues,line,lines} wait_{is,was,time_is,times_are,time_was}_{so_,too_,very_,really_,}{long,ridiculous,insane,crazy,terrible,endless} {took,takes,take}_{forever,ages,hours,so_long,too_long} hours_{late,of_waiting,waiting,past,to_see} hour_{wait,waits,late} minutes_late minutes_past {ran,running,run,runs,always}_late {running,ran}_behind behind_schedule {past,after}_{my,our,the}_appointment despite_{having_,}{an_,my_,the_,}{appointment,booking,reservation} even_{with,though,if}_{an_,i_had_an_,you_have_an_,i_booked,you_book,i_had_a_}{appointment,reservation,booking,} overbook{ed,ing,s,} double-book{ed,} fully_booked booked_{out,up,solid} {no,not_any}_{slots,slot,availability,openings,appointments} {impossible,hard,difficult,tough,nightmare}_to_{book,get_an_appointment,reach,make_an_appointment,get_through,get_in} {can't,cannot,couldn't,could_not,unable_to,never}_{book,get_an_appointment,get_through,reach_anyone,reach_them,get_a_slot,get_hold}
    {never,nobody,no_one,no-one,rarely,don't,doesn't,didn't,not}_{ever_,even_,}{answer,answers,answered,answering,pick_up,picks_up,picked_up,pick,picks,call_back,calls_back,called_back,return,returned} phone_{rang,rings,is_always_busy,always_busy,line_is,lines_are} always_{busy,engaged} voicemail on_hold {never,didn't,nobody}_{replied,reply,replies,respond,responded} no_{reply,response,callback} cancel{ed,led,s,}_{my,our,the,on,at,last,without} last-minute_cancel{lation,} reschedul{ed,es,ing} skipped_{me,us,my,over} jump{ed,ing,}_{the_,}{queue,line} cut{s,ting,}_in_line walk-ins_before before_me_even slow slowly slowest inefficient inefficiency understaffed short-staffed waste_of_time wasted_{my,our,the,a,half}_{time,morning,afternoon,whole,day,entire} wast{ing,es,e}_{my,your,our,of}_time {booking,appointment,registration}_system_{is,was,down,doesn't,never} walked_out_after left_after_waiting still_waiting`,
  },
  {
    tag: 'booking_wait+',
    weight: 1.2,
    terms: `
    {no,zero,short,shorter,minimal,little,hardly_any,barely_any,without,without_any,never_a,not_a_long,reasonable}_{wait,waits,waiting,wait_time,queue,queues,line} {didn't,don't,never,did_not,hardly,barely}_{have_to_wait,had_to_wait,wait,waited,wait_long,wait_at_all} {seen,called,treated,taken,served}_{quickly,promptly,immediately,right_away,straight_away,within,in,on_time,early,in_no_time} on_time on-time on_the_dot punctual prompt promptly {easy,simple,quick,convenient,hassle-free,smooth}_{to_book,to_make_an_appointment,booking,to_schedule,to_get_an_appointment,registration,check-in,appointment,to_register,process} {booked,registered}_{online,on_line,through_line,via_line,easily,in_advance} squeezed_{me,us,my,him,her}_in fit{ted,}_{me,us,my,him,her}_in took_{me,us}_in in_and_out {quick,fast,speedy,swift,efficient}_{service,and,visit,check-in,process,response,reply} efficient efficiently efficiency quickly {answer,answers,answered,pick,picks,picked}_{the_phone,up_the_phone,up,calls}_{right,quickly,immediately,on,first} {replied,reply,respond,responded,responds,replies,response}_{quickly,fast,promptly,right_away,within,immediately,in_minutes} responsive walk-ins_{welcome,accepted} flexible_{hours,schedule} called_{me_,}back_{the_same,within,right} smooth smoothly`,
  },
  {
    tag: 'information-',
    weight: 1.6,
    terms: `
    {wrong,incorrect,outdated,inaccurate,misleading,false,conflicting,contradictory,old,confusing,missing}_{information,info,address,hours,opening_hours,phone_number,number,time,times,date,day,floor,department,directions,instructions,schedule,website,room,form,forms,documents} out_of_date out-of-date not_{up_to_date,updated} {hasn't,haven't,never,isn't,not}_{been_,}updated {hours,times,information,info,address,number}_{online_,on_google_,on_the_website_,}{is,are,was,were}_{wrong,incorrect,outdated} {google,website,web_site,site,page,sign,app,facebook}_{maps_,page_,clearly_,}{says,said,states,stated,shows,showed,lists,listed} {says,said,listed}_{it's_,they_are_,they're_,they_were_,it_was_,they_,as_,}open {but,and}_{it_was_,they_were_,was_,it's_,the_doors_were_,the_door_was_,everything_was_,actually_}{closed,locked,shut} {turned,showed,show,got}_{up_,there_}{and,only,to_find} closed_{when_i,when_we,that_day,without} contradict{ed,ory,ing,s,ion} different_{answers,answer,information,info,things,story,stories,instructions} told_{me,us}_{different,something_different,one_thing,the_opposite,no,i_didn't_need,we_didn't_need,i_could,it_was_free,it_would_be,they_were,there_was_no,wrong,the_wrong,to_come_back,to_bring,to_go} misinform{ed,ation,} mislead misleading misled
    {nobody,no_one,no-one,never,didn't,did_not,doesn't}_{told,tell,tells,informed,inform,informs,mention,mentioned,mentions,notified,notify,warned,warn,said_anything,let_me_know} {wasn't,weren't,was_not,were_not,not,never}_{told,informed,notified,warned,mentioned,been_told} {no,without,lack_of,zero}_{information,instructions,signs,signage,notice,notification,explanation_of,warning,announcement,aftercare_instructions,clear_instructions,prior_notice} confusing confused_about unclear vague {website,web_site,site,app,link,page,system}_{is_,was_,keeps_,has_been_,}{down,broken,dead,crashed,crashes,crashing,outdated,not_working,useless,doesn't_work,confusing,never_works} {only,all,everything,is,are,were,was}_in_{chinese,mandarin} no_english {chinese}_only in_the_dark {said,says,told_me}_no_{reservation,appointment,booking} one_{person,nurse,lady,receptionist,staff}_said another_said the_other_said contradicts_what`,
  },
  {
    tag: 'information+',
    weight: 1.3,
    terms: `
    {clear,detailed,helpful,accurate,useful,complete,thorough,good,bilingual,written}_{information,info,instructions,directions,signs,signage,website,aftercare,guidance,leaflet,handout} {well,kept_me,kept_us,keep_you,keeps_you,fully}_informed informative {website,app,site,page}_{is_,was_,}{clear,helpful,easy,up_to_date,accurate,user-friendly,great} up-to-date up_to_date {information,info,hours}_{is,was,are,were}_{clear,accurate,correct,up_to_date} {instructions,forms,form,website,signs,documents,everything,information,menu}_{is_,are_,was_,were_,}{available_,}in_english {explained,explains,walked_me_through,went_over}_{the_,every_,all_,}{process,procedure,steps,options,step,paperwork,insurance} told_{me,us}_{exactly,in_advance,beforehand,upfront,everything} {send,sends,sent}_{me_,us_,}{a_,}{reminder,reminders,text,message} reminder{s,} step_by_step step-by-step {let,lets}_{me,us}_know_{in_advance,beforehand,exactly,when} wrote_{everything,it,the} exactly_what_to`,
  },
  {
    tag: 'pos',
    terms: `
    brilliant outstanding exceptional exceptionally impressive impressed satisfied satisfying satisfaction pleased pleasant pleasantly happy happier delighted lovely delightful fabulous flawless flawlessly incredible stellar marvelous marvellous phenomenal terrific splendid solid reliable dependable trustworthy trusted trust_{him,her,them,this} grateful gratitude appreciate appreciated appreciative ten_out_of_ten 10/10 10_out_of_10 9/10 a+ top-notch top_notch top_tier first-rate first-class first_class world-class {can't,cannot,couldn't}_{fault,say_enough,thank,be_happier,ask_for_better,ask_for_more} {can't,cannot}_recommend_{him,her,them,it,this_clinic,this_place,this_doctor,highly}_enough {highly,definitely,strongly,would,will,fully,totally,wholeheartedly}_recommend recommendation recommending {no,zero}_{complaints,complaint,issues,problems,regrets} nothing_{to_complain,but_praise,but_good,bad_to} worth_it well_worth worth_a_visit worth_the_{trip,wait} gem lifesaver life-saver life_saver godsend blessing blessed {will,would,definitely,i'll,we'll}_{be_back,return,come_back,go_back,go_again,come_again,be_returning,definitely_be_back,definitely_return} coming_back_{for,every,again} keep_{coming,going}_back go-to thumbs_up two_thumbs well_done kudos hats_off bravo loved loves enjoyed hassle-free glad thankful smooth super better_than_{expected,i_expected,any,most} best-run never_disappoint{s,ed} never_{had_a_problem,had_any_problems,had_an_issue} trust my_family_{goes,has,loves,trusts} for_years decent not_bad pretty_good stress-free effortless excellent_experience good_experience great_experience positive_experience`,
  },
  {
    tag: 'neg',
    terms: `
    mediocre subpar sub-par disappoint disappointment disappoints displeased dissatisfied unsatisfied unsatisfactory unacceptable inexcusable ridiculous outrageous appalling appalled atrocious abysmal dreadful lousy nightmare nightmarish shambles mess messy chaos chaotic disorganized disorganised unorganized unorganised incompetent useless pointless hopeless horrendous horrid horrific shocking shocked shameful frustrating frustrated frustration annoying annoyed upset upsetting angry furious livid regret regretted regrettable steer_clear keep_away stay_away stay_far never_again {never,not,won't,wouldn't,will_not,would_not,will_never,would_never,will_not_be,won't_be}_{going_back,coming_back,be_back,return,returning,come_back,go_back,go_here,come_here,go_again,setting_foot,set_foot,recommend,visit_again,go_there} cannot_recommend can't_recommend {do_not,don't,dont}_{go,bother,come,waste,trust,recommend,use,visit,even_think} think_twice look_elsewhere {go,going,went,try}_{elsewhere,somewhere_else} better_{options,clinics,places,off} worse worsened nothing_special not_{impressed,worth,great,good,happy,ideal,satisfied,acceptable,recommended,professional,helpful} unimpressed underwhelm{ed,ing} let_down letdown let-down overrated over-rated below_average zero_stars 0_stars 0/10 1/10 2/10 3/10 negative_stars minus_stars {no,zero}_stars {if_i_could_give,give}_{zero,0,no,less} shame shame_on ashamed disgrace disgraceful disgusted sick_of fed_up so-so meh hit_or_miss room_for_improvement leaves_much could_{be,have_been}_better needs_{improvement,to_improve} poorly badly terribly horribly awfully dubious sketchy shady fishy untrustworthy dishonest lied lying lies scary traumatized traumatised traumatic stressful distrust lost_{trust,faith,all} used_to_be_{good,better,great} gone_downhill went_downhill {a,complete,total,utter}_{joke,disaster,failure,mess,scam} beware warning_to red_flag{s,} suck sucks sucked`,
  },
  {
    tag: 't:attitude',
    terms: `service attitude manner manners assistant assistants hygienist hygienists receptionists counter personnel team front_office customer_service bedside_manner people_here everyone_here lady_at girl_at guy_at`,
  },
  {
    tag: 't:doctor',
    terms: `dentists surgeon surgeons dermatologist pediatrician paediatrician orthodontist therapist therapists gp physicians ob-gyn obgyn gynecologist specialist specialists docs doc`,
  },
  {
    tag: 't:medical',
    terms: `treatments filling fillings cleaning root_canal crown extraction implant implants braces checkup check-up exam examination medicine medication meds pills prescription injection shot needle vaccine x-ray x-rays xray scan blood_test test_results laser botox stitches wound tooth teeth surgery operation symptoms diagnose diagnosed`,
  },
  {
    tag: 't:environment',
    terms: `room rooms waiting_room waiting_area bathroom bathrooms restroom toilets elevator lift chairs seats seating air_conditioning location equipment interior atmosphere office floor floors lobby`,
  },
  {
    tag: 't:price',
    terms: `prices pricing fees costs charges bill bills payment paid pay receipt refund deposit insurance nhi package discount nt$ ntd twd nt dollars`,
  },
  {
    tag: 't:booking_wait',
    terms: `waiting_time wait_time wait_times appointments booked reservation schedule slot registration line_up lines phones telephone call calls walk-in walk-ins queues`,
  },
  {
    tag: 't:information',
    terms: `instructions forms paperwork opening_hours google_maps google signs signage notice announcement instructions aftercare directions`,
  },
  {
    tag: 'not',
    terms: `{aren,weren,won,wouldn,couldn,shouldn,can,hasn,haven,hadn,ain}'t cannot dont didnt wasnt isnt doesnt nobody none nothing neither nor hardly barely lack lacks lacked lacking lack_of zero far_from anything_but free_of`,
  },
  {
    tag: 'not-not',
    terms: `not_only not_just not_to_mention no_doubt no_matter no_wonder no_longer_{in_pain,afraid} never_felt_better never_been_{better,happier} why_not if_not whether_or_not do_not_hesitate don't_hesitate can't_wait couldn't_agree_more not_enough`,
  },
  {
    tag: 'contrast',
    terms: `yet nevertheless nonetheless only_{downside,complaint,issue,problem,negative,thing,con} downside downsides drawback other_than_that apart_from aside_from on_the_other_hand even_though despite in_spite_of unfortunately too_bad on_the_plus_side that_said having_said`,
  },
  {
    tag: 'concede',
    terms: `used_to supposedly so-called claims_to claim_to claimed_to thought_it expected i_expected`,
  },
  {
    tag: 'question',
    terms: `is_there are_there does_{the,it,anyone,this,he,she} do_{they,i_need,we_need} did_anyone {has,have}_{anyone,anybody,you} {anyone,anybody}_{know,knows,been,tried,have,else} what_time what_are_the how_much_{is,does,do,for,are} how_long_{does,is,do,will} {where,when}_{is,are,can,do,does} which_{doctor,dentist,one,clinic,branch} can_{you,we,anyone,someone} should_i is_it_{possible,true,ok,okay,open,necessary,normal,safe} may_i may_i_ask does_it any_{recommendations,recs,suggestions,advice,idea} looking_for_a wondering_{if,whether} i_wonder quick_question {do,does}_{you,the_clinic}_{have,take,accept,offer,speak,do}`,
  },
  {
    tag: 'intense',
    terms: `too totally completely absolute utterly incredibly super insanely truly highly ridiculously beyond`,
  },
  {
    tag: 'sarcasm',
    terms: `thanks_for_nothing slow_clap bravo congratulations congrats what_a_{treat,surprise,joy,bargain,privilege} how_{lovely,nice,kind,generous,thoughtful}_of how_{lovely,generous} truly_{impressive,inspiring,remarkable}_how five_stars_for impressive_how apparently if_you_{enjoy,like,love}_{waiting,being,pain,paying} award_for oscar`,
  },
  { tag: 'playful', terms: `hehe hahaha lmao rofl jk just_kidding :) ;)` },
  {
    tag: 'claim:malpractice',
    weight: 1,
    terms: `misdiagnos{ed,is} malpractice negligen{t,ce} botched wrong_{tooth,dose,dosage,medication,medicine,patient,drug} {operated,drilled,injected}_on_the_wrong perforated left_{a_,}{gauze,needle,instrument}_in pulled_the_wrong damaged_{my,her,his,the}_{nerve,eye,tooth} delayed_{treatment,diagnosis} {ignored,missed}_{my,her,his,the}_{symptoms,stroke,fracture,tumor,tumour,cancer,infection}`,
  },
  {
    tag: 'claim:refusal',
    weight: 1,
    terms: `{refused,refuse,refuses}_{to_treat,treatment,to_see,emergency,to_admit,to_call_an_ambulance} {denied,deny}_{treatment,care,service}`,
  },
  {
    tag: 'claim:money',
    weight: 1,
    terms: `overcharg{e,ed,es,ing} double-charged {charged,billed}_{me_,us_,my_insurance_,}{for_something,for_things,for_treatment,for_a_treatment,for_tests,for_services,twice,double} never_{did,done,received,happened,performed} {unnecessary,unneeded}_{treatment,treatments,procedures,procedure,surgery,root_canal,fillings,tests} {invent,invents,invented,inventing}_{problems,cavities,diseases} {lied,lie,lies}_{to_,about_} bait_and_switch cheat cheated cheats cheating conned swindled scamming`,
  },
  {
    tag: 'claim:abuse',
    weight: 1,
    terms: `{slapped,hit,pushed,shoved,grabbed,kicked,pinned}_{me,my,him,her} harass{ed,ment,ing} assault{ed,} {groped,touched}_{me,her,my} racist racial discriminat{ed,ion,es,ing} {foreigners,foreigner}_{pay,not,are,have} held_{me,him,her}_down`,
  },
  {
    tag: 'claim:privacy',
    weight: 1,
    terms: `{posted,shared,leaked,showed,published,read_out}_{my,her,his,our,patient,patients'}_{photo,photos,picture,pictures,records,record,name,results,diagnosis,information,data} without_{my,her,his,our}_{consent,permission} privacy_{breach,violation,violated} data_leak`,
  },
  {
    tag: 'claim:licence',
    weight: 1,
    terms: `not_a_{real,licensed,qualified}_{doctor,dentist,nurse,surgeon} {no,without_a}_{medical_license,medical_licence,licence,license} unqualified_{staff,assistant,person,people} fake_{dentist,surgeon,nurse}`,
  },
  {
    tag: 'legal:act',
    terms: `
    {will,i'll,we'll,going_to,gonna,about_to,planning_to,intend_to,am,i'm}_{be_,}{sue,suing,press_charges,pressing_charges,file_a_complaint,filing_a_complaint,file_a_lawsuit,filing_a_lawsuit,file_a_report,filing_a_report,report_this,report_you,report_them,report_it,report_him,report_her,reporting_you,reporting_them,reporting_it,take_legal,taking_legal,take_this_to,taking_this_to,going_to_the_police,go_to_the_police,go_to_the_press,go_to_the_media,call_the_police,contacting_the_media,contact_the_media,contacting_a_lawyer,contact_a_lawyer,contact_my_lawyer,lodge_a_complaint,lodging_a_complaint}
    {report,reporting,reported,taking,take,sending,send,sent,forwarding,escalating}_{this,it,you,them,him,her,everything,this_place}_to_the_{health_bureau,health_department,department_of_health,ministry,authorities,police,press,media,news,newspapers,consumer_protection,medical_association} {i,i'll,i_will,we'll,we_will,i'm,i_am,we_are,i've,i_have,we_have,already,gonna}_{go,going,gone,went,complain,complaining,complained,write,writing,written,wrote,talk,talking}_to_the_{health_bureau,health_department,department_of_health,ministry,authorities,police,press,media,news,newspapers,consumer_protection,medical_association} {contact,contacting,contacted,call,calling,called,informing,inform}_the_{health_bureau,health_department,department_of_health,ministry,authorities,police,press,media,news,newspapers,consumer_protection,medical_association} the_{health_bureau,health_department,department_of_health,ministry,authorities,police,press,media,news,newspapers,consumer_protection,medical_association}_{will_hear,will_know,will_be_informed,will_be_notified,have_been_informed,has_been_informed,have_been_notified,has_been_notified} {get,getting,got,hire,hiring,hired,consulting,consult,call,calling,talk_to,talking_to,contact,contacting}_a_{lawyer,solicitor,attorney}
    {filed,lodged}_a_{formal_complaint,lawsuit,police_report} tak{e,ing}_{you,them,him,her,this}_to_court hear{ing,}_from_my_{lawyer,attorney,solicitor} reported_{them,this,you,it,him,her}_to_the small_claims_court ministry_of_health`,
  },
  {
    tag: 'violence:act',
    terms: `{i'll,i_will,gonna,i'm_going_to,we'll,we_will}_{beat,stab,shoot,hurt,kill,smash,burn,break,punch,slap}_{you,him,her,them,your,his,their,this,the} burn_{it,this_place,the_place,the_clinic,your_clinic,that_place}_down beat_{you,him,her,them}_up break_{your,his,her,their}_{legs,leg,face,neck,arms,arm,fingers,hands,nose,jaw,kneecaps} {deserve,deserves}_{to_die,a_beating,to_be_beaten,a_punch} hope_{you,they,he,she}_{die,dies,rot,rots,burn,burns,get_cancer,gets_cancer,get_run_over,gets_run_over}`,
  },
  {
    tag: 'violence:veiled',
    terms: `{i,we}_know_{where,what_time,when,which_car}_{you,he,she,they} {i,we}_know_{your,his,her}_{car,plate,address,route,scooter} watch_your_{step,backs} be_careful_{walking,going,on_your_way}_home`,
  },
  {
    tag: 'selfharm',
    terms: `{end,ending,take,taking}_my_life killing_myself {don't,do_not,dont,no_longer}_want_to_{live,be_alive,be_here_anymore,exist,wake_up} want_to_end_{it,it_all,my_life} not_worth_living can't_live_like_this no_point_in_living no_point_living tired_of_{living,being_alive} put_my_affairs_in_order {better_off,better}_without_me won't_be_{here,around}_{tomorrow,much_longer,anymore}`,
  },
  {
    tag: 'demand',
    terms: `{refund,pay,compensate}_{me,us,my} want_my_money_back i_want_a_refund give_me_my_money`,
  },
  {
    tag: 'fake',
    terms: `{five,5}_stars_for_{a_free,a_gift,the_gift,the_free,a_discount} {free,gift,discount,voucher,coupon}_for_{a_,}{review,five_star,5_star,five_stars,5_stars} {asked,made,told,begged}_{me,us,everyone,patients}_to_{leave,write,give,post}_{a_,them_,}{review,good_review,five,5} {never,haven't,have_not}_{even_,actually_,}been_{there,here} bought_reviews buying_reviews`,
  },
];
