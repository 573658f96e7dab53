package io.moneyprinter.materials.designed;

import java.util.Locale;
import java.util.Set;

/** Words that say nothing on their own: no phrase begins or ends with one. */
public final class StopWords {

    private static final Set<String> ENGLISH = words("""
            a about above across actually after again against all almost alone along already also although always am
            among an and another any anyone anything are around as ask asked at away back be became because become been
            before began begin behind being below between both bring but by call called came can cannot come comes
            coming could did do does doing done down during each either else enough even ever every everyone everything
            far few find first follow for from full further gave get gets getting give given gives go goes going gone
            got had half has have having he help her here hers herself him himself his how however i if in inside
            instead into is isn't it it's its itself just keep kept know known knows last later least less let let's
            like likely look looks made make makes making many may maybe me mean means might more most much must my
            myself near nearly need needs neither never new next no nobody none nor not nothing now of off often old on
            once one only onto or other others our ours out outside over own per perhaps put quite rather really said
            same saw say says see seen seem seems several shall she should show shows simply since so some someone
            something soon still such take taken takes tell tells than that that's the their theirs them themselves then
            there these they thing things think this those though through thus to together told too took toward towards
            turn turned turns two under until up upon us use used uses using usually very want wants was way we well went
            were what when where whether which while who whole whom whose why will with within without won't would yes
            yet you your yours yourself can't don't doesn't didn't you're they're we're i'm taught watch watches read
            two three four five six seven eight nine ten hundred thousand million dozen half
            live lives work works try start starts stop happen happens bad good great big small long little
            """);

    private static final Set<String> OTHERS = words("""
            der die das den dem des ein eine einen einem einer und oder aber ist sind war waren wird werden hat haben
            nicht auch auf aus bei bis für mit nach von vor zu zum zur über unter wie was wer wo wenn weil dass sich sie
            er es wir ihr ich du man nur noch schon sehr so im am an in als kann können jede jeder jedes alle mehr
            le la les un une des du de et ou mais est sont était dans sur sous avec pour par sans ce cette ces il elle
            ils elles nous vous je tu on ne pas plus que qui quoi dont où si se sa son ses leur leurs au aux à en comme
            très tout tous chaque être avoir fait
            el los las una unos unas y o pero es son era en con para por sin del al que quien cuando donde como se su
            sus lo más muy todo todos cada no ya hay ser está están fue
            il lo gli i uno ed ma è sono nel nella con per senza che chi come dove quando si suo sua loro più molto ogni
            non di da dal della dei delle
            os as um uma uns umas e mas são foi em no na nos nas com sem do da dos das ao que quem mais muito cada não
            в и на с по к о не что это как из за для но а у от до же бы он она они мы вы я его её их быть есть был году год года говорит сказал
            في من على إلى عن مع هذا هذه ذلك التي الذي كل هو هي هم أن إن ما لا لم لن قد كان كانت ثم أو و لمن
            的 了 是 在 我 我们 你 你们 他 她 它 他们 这 那 这个 那个 和 与 也 都 就 不 没 有 没有 一 一个 来 去 会 能 要 很 吧 吗
            呢 啊 说 从 到 把 被 让 给 对 而 但 如果 因为 所以 什么 怎么 一定 过 着 地 得 之 其 个
            の に は を が と で も へ や から まで より です ます した する いる ある この その あの これ それ あれ こと もの て た だ な
            """);

    private StopWords() {}

    public static boolean contains(String word) {
        var lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return ENGLISH.contains(lower) || OTHERS.contains(lower);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(java.util.Arrays.asList(text.strip().split("\\s+")));
    }
}
