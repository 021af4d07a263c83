### What to say, in English. A message bears the id of its action: `v1`, `v2` are ways of writing it, `spoken1`, `spoken2` ways of
### saying it aloud. The other texts of the pack stand in English beside what they are about, in its TOML files.
### No message names the customer. A name, a reason, a span of time or a role stands by itself or after a colon, so that no
### language has to bend it; dates and sums are figures and may stand in a sentence.

## Understand

give_your_name =
    .v1 = My name is { $agent_name }. You reach me directly, and you will not have to start again with somebody else.
    .v2 = I am looking after this. My name: { $agent_name }. Here is how you reach me directly.
    .spoken1 = My name is { $agent_name }, and I am looking after this. Here is my direct number.
    .spoken2 = Good day. My name is { $agent_name }. You can always come back to me about this.

acknowledge_now =
    .v1 = I have your message, and I have read it. I am looking into it now and will come back to you myself.
    .v2 = Your message has reached a person. I have read it and am on it; here is what I do next.
    .spoken1 = I have read what you wrote, and I am on it.

answer_in_public =
    .v1 = Thank you for telling us, and I am sorry that this happened to you. I have written to you so that we can put it right.
    .v2 = I am sorry to read this. I would like to put it right, and have sent you a private message.

move_to_private =
    .v1 = Could you send me the details here, where only we can read them? I will answer you myself.
    .v2 = This stays between us: please tell me how to find your order, and I will take it from there.

find_speaker =
    .v1 = I would like us to understand each other well. Somebody from our team who speaks your language is joining us, and I am staying.
    .v2 = One moment, please: somebody who speaks your language is on the way. I stay with you.
    .spoken1 = One moment, please. Somebody who speaks your language is coming. I stay with you.

take_over_from_bot =
    .v1 = From here on you are talking to a person. I can see what you wrote; you need not repeat it.
    .v2 = That was a machine. I am not one, and I have read what you told it.
    .spoken1 = Now you are talking to a person. You need not repeat anything.

verify_once =
    .v1 = Before I open your account I need to be sure that it is yours. This protects you, and I ask only once.
    .v2 = One check, so that nobody else can speak in your name. After that we do not come back to it.
    .spoken1 = One short check, for your safety. I ask only once.

name_earlier_attempt =
    .v1 = I can see that you tried to reach us before and were not helped. I know that you bring that with you.
    .v2 = Before we begin: your last attempt to reach us went badly. That should be said first, and by us.
    .spoken1 = I can see that your last attempt to reach us went badly. Let me say that first.

listen =
    .v1 = Please tell me what happened. I am listening, and I will not interrupt you.
    .v2 = Take your time and tell me from the start. Then I will say it back to you, so that you can tell me whether I have it right.
    .spoken1 = Please tell me what happened. I am listening.
    .spoken2 = Take your time. What happened?

say_back =
    .v1 = You have told us this already, so let me say it back: { $problem }. Is that right, or have I missed something?
    .v2 = I have read what you told us. As I understand it: { $problem }. Please correct me where I am wrong.
    .spoken1 = You have told us already, so let me say it back: { $problem }. Is that right?

slow_down =
    .v1 = We have time. Let us take one thing after the other, and I will write down each step for you.
    .v2 = Let us go slowly. If anything is unclear, please stop me, as often as you like.
    .spoken1 = We have time. One thing after the other. Please stop me whenever something is unclear.

ask_when_needed =
    .v1 = So that I send help in time: when do you need it to work again, and does anybody else depend on it?
    .v2 = Is something going on right now that depends on it, or can it wait until tomorrow?
    .spoken1 = When do you need it to work again? Does anybody else depend on it?

ask_wish =
    .v1 = What would put this right for you?
    .v2 = Before I suggest anything: what would help you most?
    .spoken1 = What would help you most?

offer_a_call =
    .v1 = I would rather talk with you than send a letter. May I call you, at a time that suits you? If you say yes, you will wait no longer than this: { $due }. If you prefer to write, that is just as good.
    .v2 = If you like, I will call you myself; tell me when. If you would rather stay in writing, we do that.
    .spoken1 = May I call you back myself? You choose the time.

answer_in_writing =
    .v1 = We stay in writing, as you prefer. I will keep it short, and answer you myself.
    .v2 = Of course we can do this in writing. You will get one clear answer from me.
    .spoken1 = Of course. I will write to you, short and clear.

## Apologise

regret =
    .v1 = I am sorry that you had to go through this: { $problem }.
    .v2 = I am sorry. I can see what this has meant for you: { $problem }.
    .spoken1 = I am sorry that this happened to you: { $problem }.
    .spoken2 = I am really sorry about this: { $problem }.

own_missed_promise =
    .v1 = We gave you our word and did not keep it. You waited for us for nothing, and I am sorry for that too.
    .v2 = You were promised an answer, and it did not come. That was a second disappointment, and it was our doing.
    .spoken1 = We promised, and we did not keep our word. I am sorry for that too.

apologise_for_wait =
    .v1 = Your wait before anybody answered: { $waited }. That is too long, and I am sorry.
    .v2 = I am sorry about the wait. So much of your time went into it: { $waited }.
    .spoken1 = That was far too long a wait: { $waited }. I am sorry.

apologise_for_effort =
    .v1 = We have made this hard work for you, and I am sorry. From here on the work is mine.
    .v2 = You have had to run after us for this. I am sorry; that ends now.
    .spoken1 = We have made this hard for you. I am sorry. From here on the work is mine.

apologise_again =
    .v1 = We tried to put this right, and failed. That is a second fault, and I apologise for it by itself.
    .v2 = You gave us a second chance and we did not use it. I am sorry for that, apart from what happened first.
    .spoken1 = We tried to put this right, and failed. I apologise for that as well.

take_responsibility =
    .v1 = This was our doing. You did nothing wrong.
    .v2 = We got this wrong, and it is for us to put it right.
    .spoken1 = That was our mistake, not yours.

superior_apologises =
    .v1 = I am responsible for the people who dealt with you. How you were treated was not right, and I apologise to you in person.
    .v2 = I wanted to speak to you myself, because this should not be left to somebody else. I am sorry.
    .spoken1 = I am responsible here. How you were treated was not right, and I apologise.

thank_for_report =
    .v1 = Thank you for taking the trouble to tell us. Most people would not have.
    .v2 = It helps that you told us. I have written it down in your words.
    .spoken1 = Thank you for telling us. It helps.

## Explain

explain_cause =
    .v1 = You have a right to know why: { $cause }.
    .v2 = Here is what went wrong: { $cause }. I would rather tell you plainly than leave you guessing.
    .spoken1 = This is why it happened: { $cause }.

say_not_known_yet =
    .v1 = I do not know yet why it happened, and I do not want to guess. You will have the answer from me, no later than this: { $due }.
    .v2 = We are still finding out why. The longest that you will wait for an answer: { $due }. You will hear it from me, whatever it is.
    .spoken1 = I do not know yet why it happened, and I do not want to guess. As soon as I know, you will know.

answer_for_partner =
    .v1 = Somebody who works for us got this wrong. That is for us to settle with them; you deal with me.
    .v2 = You bought from us, so we answer for it. You need not speak to anybody else.
    .spoken1 = You bought from us, so we answer for it. You deal with me.

walk_through_bill =
    .v1 = Let us go through the bill together, line by line. Where we cannot explain a charge, we correct it.
    .v2 = I have the bill in front of me. Let us look at each charge, and you tell me where it is wrong.
    .spoken1 = Let us go through the bill together, line by line.

bring_date_forward =
    .v1 = This is how long you were told to wait: { $promised_wait }. I am not leaving it at that; you will hear from me on { $next_news }.
    .v2 = The wait that you were told of is too long: { $promised_wait }. I am taking this on myself, and on { $next_news } you will have news from me.
    .spoken1 = The wait that you were told of is too long. You will hear from me on { $next_news }.

say_what_we_take_over =
    .v1 = You have done enough. From here on I make the calls, and you hear from me what came of them.
    .v2 = I take it from here. There is nothing more that you need to do.
    .spoken1 = You have done enough. I take it from here.

explain_the_decision =
    .v1 = I owe you a clear answer on what you get and what you do not, and the reasons, so that you can check them.
    .v2 = Let me tell you what we decided and how we came to it. If a fact is wrong, please tell me, and we look again.
    .spoken1 = Let me tell you plainly what we decided, and why.

say_who_decides_on_money =
    .v1 = I cannot tell you today what you are owed. You lose nothing by that; on { $next_news } you will hear from me who settles it, and by when.
    .v2 = What is due to you will be settled, and not by me alone. I see to it, and tell you on { $next_news } how it stands.
    .spoken1 = I cannot tell you today what you are owed, and you lose nothing by waiting. You will hear from me on { $next_news }.

## Fix

contain_loss =
    .v1 = First we stop this from costing you more. Let us do that now, and talk about the rest afterwards.
    .v2 = Let us stop the damage first. Tell me what would keep you going for the next hours.
    .spoken1 = First let us stop the damage. What would keep you going for the next hours?

contain_hazard =
    .v1 = Your safety comes first. If anybody is in danger now, please get away from it and call the emergency number.
    .v2 = Please do not use it any more, leave it as it is, and go to a safe place. Everything else can wait.
    .spoken1 = Your safety first. Please get away from it now, and call the emergency number if anybody is in danger.

secure_data =
    .v1 = We are closing this now, so that nobody else can see or use your data. I will tell you when it is done.
    .v2 = First I lock this. Then we find out what was seen, and you will be told.
    .spoken1 = I am locking this now. Then we find out what was seen, and you will be told.

one_owner =
    .v1 = From now on one person is responsible for this until you say that it is solved: { $who }.
    .v2 = You will not be passed on again. This has one owner now, until you tell us that it is right: { $who }.
    .spoken1 = You will not be passed on again. One person is responsible now: { $who }.

escalate =
    .v1 = This needs somebody who can decide more than I can. Joining us now: { $who }. I stay with you.
    .v2 = This goes up from here, and you will not have to tell it again. Who takes part from now on: { $who }.
    .spoken1 = I am bringing in somebody who can decide more than I can: { $who }. I stay with you.

fix_now =
    .v1 = We are putting this right. The longest that it may still take: { $due }.
    .v2 = This is being mended now. You will have it back, with this as the limit: { $due }.
    .spoken1 = We are putting it right now. It will take no longer than this: { $due }.

give_workaround =
    .v1 = So that you can go on in the meantime, here is something that works now.
    .v2 = It is not the whole solution, and I will not call it that. But it will carry you over until we have it.
    .spoken1 = Here is something that works for now, until we have the whole solution.

offer_alternatives =
    .v1 = I have to be plain with you: we cannot put this right any more. Let me tell you what we can do instead, and you choose.
    .v2 = What is lost I cannot give back. Which of these would help you most?
    .spoken1 = I have to be plain: this cannot be put right any more. Let me tell you what we can do instead.

correct_bill =
    .v1 = What was charged wrongly goes back to you, all of it, the way you paid it.
    .v2 = I have corrected the bill. The money is yours and is on its way back.
    .spoken1 = You get back all that was charged wrongly, the way you paid it.

pause_reminders =
    .v1 = You will get no reminder for this while we look into it. I have stopped them.
    .v2 = Please ignore any reminder for this bill; none will follow.
    .spoken1 = I have stopped the reminders. None will come while we look into it.

collect_at_our_cost =
    .v1 = We fetch it from you, at our cost. When does it suit you?
    .v2 = You need not pack or carry anything. Tell us a time, and somebody will come for it.
    .spoken1 = We fetch it from you, at our cost. When does it suit you?

book_new_visit =
    .v1 = You stayed at home for us once. This time you name the hour. The longest that you need to wait: { $due }.
    .v2 = When would you like us to come? We fit ourselves to you.
    .spoken1 = This time you name the hour. When would you like us to come?

send_briefed_person =
    .v1 = Whoever comes knows what happened, and will call you before setting out.
    .v2 = We are sending somebody who has read all of this. You need not explain it at the door.
    .spoken1 = Whoever comes knows what happened, and calls you first.

give_right_information =
    .v1 = What you were told was wrong. Here is what is right, in writing; where you relied on our word, we stand by it.
    .v2 = We gave you wrong information, and I am sorry. You will not be worse off for having believed us.
    .spoken1 = What you were told was wrong, and I am sorry. Here is what is right; I will send it to you in writing.

do_the_work =
    .v1 = I will do this for you now; you need not fill in anything.
    .v2 = Let me take that off your hands. I only need your yes.
    .spoken1 = I will do this for you. I only need your yes.

help_without_blame =
    .v1 = Let us see how we get this right. It happens easily.
    .v2 = That is easily mended. I will do it with you.
    .spoken1 = It happens easily. Let us put it right together.

tell_all_affected =
    .v1 = You are not the only one whom this hit. We are telling everybody now what happened and what we do about it.
    .v2 = Here is what we know, for all who are affected; we keep this page up to date.
    .spoken1 = This has hit others too. We are telling everybody now what happened and what we do about it.

prevent_next_issue =
    .v1 = While we are at it: there is one more thing that might have brought you back to us. I would like to settle it now.
    .v2 = So that you need not get in touch about this again, let us look at what comes next.
    .spoken1 = While we are at it, let us settle one more thing, so that you need not call again.

test_together =
    .v1 = At our end it is done. Shall we try together whether it works at yours?
    .v2 = Would you try it now, while I am here? If it does not work, we go on at once.
    .spoken1 = Would you try it now, while I am here?

## Compensate

repay_loss =
    .v1 = You have spent { $loss } because of this. You get it back in full; that is owed to you.
    .v2 = Your receipts come to { $loss }, and we pay that back. It is no gift.
    .spoken1 = You get your { $loss } back, all of it. That is owed to you.

give_back_price =
    .v1 = What you paid for did not come, so you get the whole price back. It is owed to you; you need not ask for it.
    .v2 = Nothing came for your money, and the money goes back to you, all of it.
    .spoken1 = Nothing came, so you get back what you paid, all of it.

pay =
    .v1 = We would also like to make up for it. You get { $goodwill_amount }, the way you paid. The longest that it takes: { $due }.
    .v2 = The sum of { $goodwill_amount } is on its way to you. The time that it needs at most: { $due }.
    .spoken1 = We would like to make up for it. You get { $goodwill_amount }, the way you paid.

exchange =
    .v1 = You get one that works in its place. We have tried it before sending it.
    .v2 = We exchange it. What you get now has been checked.
    .spoken1 = You get one that works. We have tried it first.

do_again =
    .v1 = We do it again, until you are satisfied.
    .v2 = You get it once more, at our cost, and this time as it should be.
    .spoken1 = We do it again, at our cost, and this time properly.

personal_gesture =
    .v1 = I would like to make up for it myself. This is from our own house, and from me.
    .v2 = A letter would be too little. May I come by, or send you something that we make ourselves?
    .spoken1 = I would like to make up for it myself. This is from our house, and from me.

give_unasked =
    .v1 = Before you ask: this is for you, because of what happened.
    .v2 = You did not have to ask for this. Please take it, with our apology.
    .spoken1 = This is for you, because of what happened.

same_for_all =
    .v1 = Everybody whom this hit gets the same. You can read it here.
    .v2 = We treat all who were affected alike, and have published what we give.
    .spoken1 = Everybody whom this hit gets the same, and anybody can read it.

thank_regular =
    .v1 = You have been with us for a long time. This is a thank-you for that, and nothing else.
    .v2 = Apart from all this: thank you for coming back to us over the years.
    .spoken1 = Apart from all this: thank you for staying with us so long.

small_surprise =
    .v1 = It was nobody's fault, and it is mended. We would like to do something nice for you all the same.
    .v2 = This has nothing to do with what is due. We thought that it might please you.
    .spoken1 = It is mended, and it was nobody's fault. Still, we have a little something for you.

say_rights_stay =
    .v1 = Taking this costs you nothing: whatever the law gives you, you keep.
    .v2 = You give up no right by accepting it, and you need not sign anything.
    .spoken1 = You give up no right by accepting it.

## Close

name_next_date =
    .v1 = It is not solved yet, and I will not pretend that it is. I stay on it, and you hear from me on { $next_news }, whether there is news or not.
    .v2 = We are not there yet. On { $next_news } I will tell you how far we are.
    .spoken1 = It is not solved yet. I stay on it, and you hear from me on { $next_news }.

answer_by_law =
    .v1 = You have our final answer by this date at the latest: { $legal_answer_by }. With it comes the address of the body that can look at it after us.
    .v2 = The law gives us a date: { $legal_answer_by }. We will not need to be reminded.
    .spoken1 = The law gives us a date for our final answer: { $legal_answer_by }. You need not remind us.

close_partly =
    .v1 = We looked at each part of what you told us. In part you are right, and we act on it; in part we see it differently. Here are the reasons for both.
    .v2 = Some of this was our doing and some was not. Let me go through it with you, point by point.
    .spoken1 = Some of this was our doing and some was not. Let me go through it with you.

close_not_upheld =
    .v1 = We looked into it carefully, and do not come to the result that you hoped for. Here is what we looked at, what would change our mind, and how you can have it checked.
    .v2 = I have to tell you no, and I would like you to see why. If you have something that we did not know, please send it; we look again.
    .spoken1 = I have to tell you no, and I would like to tell you why.

close_out_of_scope =
    .v1 = This is not ours to decide, and I do not want to leave you standing there. I have handed over what you told us to those who can.
    .v2 = Others decide on this. Here is whom you reach there; they have your story already.
    .spoken1 = Others decide on this. They have your story already, and here is how you reach them.

close_withdrawn =
    .v1 = I confirm that you do not wish to go on with this. Should you change your mind, it is enough to write one line to me.
    .v2 = We leave it there, as you wish. What is due to you stays due, and the door stays open.
    .spoken1 = We leave it there, as you wish. The door stays open.

name_adr =
    .v1 = If you see it differently, an independent body can look at it. Here is its address; it does not belong to us.
    .v2 = You need not take our word for it. This body is independent, and you can turn to it.
    .spoken1 = If you see it differently, there is an independent body that can look at it. I will give you its address.

offer_mediator =
    .v1 = We two do not come together on this. Would you talk it over with a neutral mediator? What is due to you, you get in any case.
    .v2 = Perhaps it helps if somebody else listens to both of us. A mediator would; you can say no, and you lose nothing.
    .spoken1 = Perhaps it helps if somebody else listens to both of us. Would you talk to a mediator? You lose nothing by it.

state_final_position =
    .v1 = Here is where we stand in the end, and why. These ways remain open to you.
    .v2 = This was looked at once more, and this is our last word, with its reasons and what you can still do. Who decided: { $who }.
    .spoken1 = This is our last word, and I will tell you why. These ways stay open to you.

confirm_in_writing =
    .v1 = I will send you what we have agreed: what we do, by when, and who sees to it.
    .v2 = You will have this in writing in a moment. Please tell me if I got anything wrong.
    .spoken1 = I will send you in writing what we have agreed.

close_warmly =
    .v1 = So this is done as we agreed. Is there anything else that I can do for you? Thank you for giving us the chance to put it right.
    .v2 = I am glad that it works again. If anything else has been on your mind, now is a good moment.
    .spoken1 = So this is done. Is there anything else that I can do for you?
    .spoken2 = I am glad that it is solved. Thank you for giving us the chance to put it right.

mend_the_feeling =
    .v1 = I am not writing about the case. I would like to know how you are being served now.
    .v2 = It has been mended, and I had the feeling that it was not all right yet. May I ask?
    .spoken1 = I am not calling about the case. I would like to know how you are being served now.

check_back =
    .v1 = I wanted to ask, before you have to: does it still work?
    .v2 = Is everything as it should be? If not, I see to it at once.
    .spoken1 = I just wanted to ask: does it still work?

## Learn

tell_what_became =
    .v1 = You made a suggestion. Here is what became of it.
    .v2 = You told us how we could do better. I want you to know what we did with it, even if it is not all that you wished.
    .spoken1 = You made a suggestion, and I would like to tell you what became of it.

## Hard cases

stay_with_them =
    .v1 = Thank you for telling me. I take what you say seriously. Are you safe right now? If you may be in danger, please call the emergency number now.
    .v2 = I am glad that you told me. Are you thinking of taking your life? If you are in danger now, please call the emergency number.
    .spoken1 = I am glad that you told me. Are you thinking of taking your life? Are you safe right now?
    .spoken2 = I take what you say seriously. Are you safe right now? Is somebody with you?

care_for_injured =
    .v1 = How are you now? Are you being looked after?
    .v2 = Before anything else: how is everybody who was hurt, and what is needed now?
    .spoken1 = How are you now? Are you being looked after?

name_investigator =
    .v1 = What you describe is serious, and it will be looked into by somebody who had no part in it. You will know the name, and you will be heard.
    .v2 = I was not there and will not judge it from here. It will be investigated, and you hear from us how it goes on.
    .spoken1 = What you describe is serious. Somebody who had no part in it will look into it, and you will be heard.

route_to_counsel =
    .v1 = Because the law is involved now, our legal counsel will answer you on the matter itself. You can still reach me with everything else.
    .v2 = Your letters on the matter itself now go to our legal counsel, so that nothing is lost. I remain here for you.
    .spoken1 = On the matter itself our legal counsel will answer you now. For everything else I am here.

warn_once =
    .v1 = I want to help you with this. I cannot while you insult me. Shall we go on without that?
    .v2 = You have every reason to be angry. Please do not insult me; then we can solve it.
    .spoken1 = I want to help you. Please do not insult me; then we can solve it.

end_contact =
    .v1 = I am ending this conversation now. Your complaint goes on: you can write to us. Who sees to it from here: { $who }.
    .v2 = I cannot go on like this, so I am closing here. You will get an answer in writing.
    .spoken1 = I am ending this conversation now. Your complaint goes on, and you will get an answer in writing.

reach_by_team =
    .v1 = You can write to our team at any time, with the number of your case. You will get an answer in writing.
    .v2 = Please write to our team, with the number of your case.
    .spoken1 = You can write to our team at any time, with the number of your case.
