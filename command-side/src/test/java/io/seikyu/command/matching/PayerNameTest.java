package io.seikyu.command.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.matching.PayerName.Place;
import io.seikyu.contract.party.KanaText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerNameTest {
    @ParameterizedTest
    @CsvSource({
        "ｶ)ｱｸﾒｼﾖｳｼﾞ,                カ)アクメシヨウジ",
        "カ）アクメショウジ,           カ)アクメシヨウジ",
        "ｶ) ｱｸﾒ ｼﾖｳｼﾞ,              カ)アクメシヨウジ",
        "アクメ　ショウジ,              アクメシヨウジ",
        "ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ,                 パピプペポ",
        "ハ゜ヒ゛ンク゛,               パビング",
        "ァィゥェォッャュョヮヵヶ,        アイウエオツヤユヨワカケ",
        "ｧｨｩｪｫｯｬｭｮ,                  アイウエオツヤユヨ",
        "サーバー,                    サ-バ-",
        "ｻｰﾊﾞｰ,                      サ-バ-",
        "サ－バ−,                     サ-バ-",
        "サ‐バ―,                     サ-バ-",
        "ａｂｃ１２３,                   ABC123",
        "Acme Ltd.,                  ACMELTD.",
        "ニッポン・サービス,             ニツポン.サ-ビス",
        "やまだ はなこ,                ヤマダハナコ",
        "㈱アクメ,                     (株)アクメ",
    })
    void aTextHasOneWayOfWriting(String text, String normalised) {
        assertThat(KanaText.normalised(text)).isEqualTo(normalised);
        assertThat(KanaText.normalised(KanaText.normalised(text))).isEqualTo(normalised);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ｶ)ｱｸﾒ,                       アクメ,     KABUSHIKI, BEFORE, ''",
                "ｱｸﾒ(ｶ,                       アクメ,     KABUSHIKI, AFTER,  ''",
                "ｱｸﾒ(ｶ),                      アクメ,     KABUSHIKI, AFTER,  ''",
                "ｱｸﾒ(ｶ)ｵｵｻｶ,                  アクメ,     KABUSHIKI, INSIDE, オオサカ",
                "(カ)アクメ,                    アクメ,     KABUSHIKI, BEFORE, ''",
                "カブシキガイシャ アクメ,          アクメ,     KABUSHIKI, BEFORE, ''",
                "アクメ カブシキガイシヤ,          アクメ,     KABUSHIKI, AFTER,  ''",
                "ｱｸﾒｶﾌﾞｼｷｶﾞｲｼﾔﾄｳｷﾖｳ,          アクメ,     KABUSHIKI, INSIDE, トウキヨウ",
                "株式会社アクメ,                 アクメ,     KABUSHIKI, BEFORE, ''",
                "アクメ㈱,                      アクメ,     KABUSHIKI, AFTER,  ''",
                "ユ)アクメ,                     アクメ,     YUGEN,     BEFORE, ''",
                "ユウゲンガイシャアクメ,           アクメ,     YUGEN,     BEFORE, ''",
                "メ)アクメ,                     アクメ,     GOMEI,     BEFORE, ''",
                "シ)アクメ,                     アクメ,     GOSHI,     BEFORE, ''",
                "ド)アクメ,                     アクメ,     GODO,      BEFORE, ''",
                "ﾄﾞ)ｱｸﾒ,                      アクメ,     GODO,      BEFORE, ''",
                "合同会社アクメ,                 アクメ,     GODO,      BEFORE, ''",
                "イ)セイワカイ,                  セイワカイ,  IRYO,      BEFORE, ''",
                "医療法人社団 清和会,             清和会,     IRYO,      BEFORE, ''",
                "イリョウホウジンシャダンセイワカイ,  セイワカイ,  IRYO,      BEFORE, ''",
                "ザイ)アクメ,                   アクメ,     ZAIDAN,    BEFORE, ''",
                "イツパンザイダンホウジンアクメ,     アクメ,     ZAIDAN,    BEFORE, ''",
                "シヤ)アクメ,                   アクメ,     SHADAN,    BEFORE, ''",
                "シユウ)アクメ,                  アクメ,     SHUKYO,    BEFORE, ''",
                "ガク)アクメ,                   アクメ,     GAKKO,     BEFORE, ''",
                "ｶﾞｸ)ｱｸﾒ,                     アクメ,     GAKKO,     BEFORE, ''",
                "フク)アクメ,                   アクメ,     FUKUSHI,   BEFORE, ''",
                "シャカイフクシホウジンアクメ,       アクメ,     FUKUSHI,   BEFORE, ''",
                "ソ)アクメ,                     アクメ,     SOGO,      BEFORE, ''",
                "トクヒ)アクメ,                  アクメ,     TOKUHI,    BEFORE, ''",
                "NPO法人アクメ,                 アクメ,     TOKUHI,    BEFORE, ''",
                "ドク)アクメ,                   アクメ,     DOKURITSU, BEFORE, ''",
                "ベン)アクメ,                   アクメ,     BENGOSHI,  BEFORE, ''",
                "ギヨ)アクメ,                   アクメ,     GYOSEI,    BEFORE, ''",
                "シホウ)アクメ,                  アクメ,     SHIHO,     BEFORE, ''",
                "ゼイ)アクメ,                   アクメ,     ZEIRISHI,  BEFORE, ''",
                "ダイ)アクメ,                   アクメ,     DAIGAKU,   BEFORE, ''",
                "ノウ)アクメ,                   アクメ,     NOJI,      BEFORE, ''",
                "カ)アクメ(エイ,                 アクメ,     KABUSHIKI, BEFORE, ''",
                "カ)アクメ(シユツ,               アクメ,     KABUSHIKI, BEFORE, ''",
                "ヤマダ ハナコ,                  ヤマダハナコ, -,         -,      ''",
                "シヤチ,                       シヤチ,     -,         -,      ''",
                "カ),                         カ),       -,         -,      ''",
            })
    void aNameIsTakenApart(String text, String name, CorporateForm form, Place place, String branch) {
        PayerName parsed = PayerName.of(text);

        assertThat(parsed.name()).isEqualTo(name);
        assertThat(parsed.form()).isEqualTo(form);
        assertThat(parsed.place()).isEqualTo(place);
        assertThat(parsed.branch()).isEqualTo(branch);
    }

    @ParameterizedTest
    @CsvSource({
        "カブシキガイシャアクメ,      ｶ)ｱｸﾒ,                SAME",
        "株式会社アクメ,             株式会社　アクメ,        SAME",
        "カブシキガイシャアクメ,      ｱｸﾒ(ｶ,                OTHER_PLACE",
        "カブシキガイシャアクメ,      ﾕ)ｱｸﾒ,                OTHER_FORM",
        "カブシキガイシャアクメ,      ｱｸﾒ,                  FORM_UNKNOWN",
        "アクメ,                   ｶ)ｱｸﾒ,                FORM_UNKNOWN",
        "アクメ(カ,                 ｱｸﾒ(ｶ)ｵｵｻｶ,           OTHER_BRANCH",
        "アクメ(カ)トウキヨウ,         ｱｸﾒ(ｶ)ｵｵｻｶ,           OTHER_BRANCH",
        "アクメ(カ)オオサカ,          ｱｸﾒ(ｶ)ｵｵｻｶ,           SAME",
        "カ)アクメ,                 ｶ)ｱｸﾒｼﾖｳｼﾞ,           NONE",
        "カ)アクメシヨウジ,           ｶ)ｱｸﾒ,                NONE",
    })
    void aNameOnFileIsComparedWithATransferredOne(String onFile, String transferred, NameGrade grade) {
        assertThat(grade(onFile, transferred)).isEqualTo(grade);
    }

    /** Half-width, a voicing mark is a byte. */
    @ParameterizedTest
    @CsvSource({
        "カブシキガイシャニシニホンブツリュウソリューションズカンサイホクブ, 26, CUT",
        "カブシキガイシャニシニホンブツリュウソリューションズカンサイホクブ, 25, CUT",
        "カブシキガイシャニシニホンブツリュウソリューションズカンサイホクブ, 20, NONE",
        "ニシニホンブツリュウソリューションズカンサイホカブシキガイシャ, 26, CUT",
        "ダイニッポンガスデンキゲンジョウギジュツサービスカブシキガイシャ, 26, CUT",
        "ダイニッポンガスデンキゲンジョウギジュツサービスカブシキガイシャ, 25, CUT",
    })
    void aNameThatABankCutIsABeginning(String onFile, int bytes, NameGrade grade) {
        PayerName name = PayerName.of(onFile);
        String written = name.place() == Place.BEFORE ? "カ)" + name.name() : name.name() + "(カ";
        String cut = KanaText.bytewise(written).substring(0, bytes);

        assertThat(grade(onFile, cut)).isEqualTo(grade);
        assertThat(grade("ベツノカイシヤ", cut)).isEqualTo(NameGrade.NONE);
        assertThat(PayerName.of(cut).head()).isEqualTo(name.head());
    }

    @Test
    void aCutThatTakesOffAVoicingMarkIsTheSameBeginning() {
        PayerName name = PayerName.of("アイウエオカキダイニッポンガスデンキギジュツサービス");
        String cut = KanaText.bytewise(name.whole()).substring(0, 26);

        assertThat(PayerName.of(cut).head()).isEqualTo(name.head());
        assertThat(PayerName.of("アイウエオカキタ").head())
                .isEqualTo(PayerName.of("アイウエオカキダ").head());
    }

    @ParameterizedTest
    @CsvSource({
        "0012345678 カ)アクメ, カ)アクメ,   true",
        "1 カ)アクメ,          カ)アクメ,   true",
        "00123456783M,       3M,         true",
        "0123 4ド,            4ド,        true",
        "3Mジヤパン,           3Mジヤパン,  true",
        "01234567890カ)アクメ, カ)アクメ,   false",
    })
    void upToTenDigitsMayStandBeforeTheName(String text, String name, boolean found) {
        assertThat(PayerName.readings(text).stream().map(PayerName::whole).anyMatch(name::equals))
                .isEqualTo(found);
        assertThat(PayerName.readings(text).get(0).whole()).isEqualTo(KanaText.normalised(text));
    }

    private static NameGrade grade(String onFile, String transferred) {
        return PayerName.of(onFile).grade(PayerName.of(transferred), PayerName.mayBeCut(transferred));
    }
}
