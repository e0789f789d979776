package io.seikyu.documents.certified;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.documents.certified.CertifiedLetter.Party;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertifiedPagesTest {
    @Test
    void titleTextDateAndBothPartiesStandInTheirOrder() {
        assertThat(of("下記をお支払いください。").pages())
                .containsExactly(List.of(
                        "　　　　　　　　催告書",
                        "",
                        "下記をお支払いください。",
                        "",
                        "２０２６年３月６日",
                        "",
                        "差出人",
                        "　東京都千代田区見本町１－２－３",
                        "　見本請求代行株式会社",
                        "",
                        "受取人",
                        "　大阪府大阪市北区見本９－８見本ビルヂン",
                        "　グ十二階",
                        "　株式会社見本商事　御中"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // a line may begin with punctuation or end with an opening bracket: nothing is squeezed or moved
        "一二三四五六七八九十一二三四五六七八九十。, 一二三四五六七八九十一二三四五六七八九十/。",
        "一二三四五六七八九十一二三四五六七八九（あ）, 一二三四五六七八九十一二三四五六七八九（/あ）",
        "一二三四五六七八九十一二三四五六七八九、あ, 一二三四五六七八九十一二三四五六七八九、/あ",
        // digits have a cell each
        "金1234567890123456789円, 金１２３４５６７８９０１２３４５６７８９/円",
        "一二三四五六七八九十一二三四五六七八九十, 一二三四五六七八九十一二三四五六七八九十"
    })
    void aLineIsCutAfterTwentySignsWhateverTheyAre(String text, String lines) {
        assertThat(of(text).pages().get(0).subList(2, 2 + lines.split("/").length))
                .containsExactly(lines.split("/"));
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "ｶ)ﾐﾎﾝｼﾖｳｼﾞ, カ）ミホンシヨウジ",
        "ﾊﾞﾝｸﾊﾟｰｸ, バンクパーク",
        "㈱見本, （株）見本",
        "50㎡, ５０ｍ２",
        "①, （１）",
        "⑩, （１０）",
        "\\1%, ￥１％",
        "か\u3099, が",
        "A-1, Ａ－１"
    })
    void whatCountsAsSeveralSignsIsWrittenSo(String text, String written) {
        assertThat(CertifiedText.fullWidth(text)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"支払\uD83D\uDE00", "Σ", "Приве", "♥", "■"})
    void otherSignsAreRefused(String text) {
        assertThat(of(text).canBeSent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"一、「あ」（い）・う！？", "々〆ヶ月　年3.0％", "〒100-0001", "\uD842\uDFB7野家"})
    void whatIsUsualIsAllowed(String text) {
        assertThat(of(text).refused()).isEmpty();
    }

    @Test
    void namesInLatinLettersAreShownToAPerson() {
        assertThat(of("請求書INV-2026-0012、商品ABCの残金").names()).containsExactly("ＩＮＶ－２０２６－００１２", "ＡＢＣ");
        assertThat(of("残金 100").names()).isEmpty();
    }

    @Test
    void aPageHasTwentySixLinesAndNoneBeginsEmpty() {
        List<List<String>> pages = of("あ\n".repeat(24) + "\nい").pages();

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0)).hasSize(26).endsWith("あ");
        assertThat(pages.get(1)).startsWith("い");
    }

    @Test
    void aRareKanjiIsOneSign() {
        assertThat(CertifiedText.cut("\uD842\uDFB7".repeat(21), 20))
                .containsExactly("\uD842\uDFB7".repeat(20), "\uD842\uDFB7");
    }

    private static CertifiedPages of(String body) {
        return CertifiedPages.of(new CertifiedLetter(
                "催告書",
                body,
                LocalDate.of(2026, 3, 6),
                new Party("東京都千代田区見本町1-2-3", "見本請求代行株式会社"),
                new Party("大阪府大阪市北区見本9-8見本ビルヂング十二階", "株式会社見本商事　御中")));
    }
}
