package io.seikyu.command.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The legal forms that banks abbreviate in names (法人略語), and their branches (事業所略語). */
enum CorporateForm {
    KABUSHIKI("カ", "カブシキガイシヤ", "株式会社", "(株)"),
    YUGEN("ユ", "ユウゲンガイシヤ", "有限会社", "(有)"),
    GOMEI("メ", "ゴウメイガイシヤ", "合名会社", "(名)"),
    GOSHI("シ", "ゴウシガイシヤ", "合資会社", "(資)"),
    GODO("ド", "ゴウドウガイシヤ", "合同会社", "(同)"),
    IRYO("イ", "イリヨウホウジンシヤダン", "イリヨウホウジンザイダン", "シヤカイイリヨウホウジン", "イリヨウホウジン", "医療法人社団", "医療法人財団", "社会医療法人", "医療法人"),
    ZAIDAN("ザイ", "イツパンザイダンホウジン", "コウエキザイダンホウジン", "ザイダンホウジン", "一般財団法人", "公益財団法人", "財団法人", "(財)"),
    SHADAN("シヤ", "イツパンシヤダンホウジン", "コウエキシヤダンホウジン", "シヤダンホウジン", "一般社団法人", "公益社団法人", "社団法人", "(社)"),
    SHUKYO("シユウ", "シユウキヨウホウジン", "宗教法人", "(宗)"),
    GAKKO("ガク", "ガツコウホウジン", "学校法人", "(学)"),
    FUKUSHI("フク", "シヤカイフクシホウジン", "社会福祉法人", "(福)"),
    SOGO("ソ", "ソウゴガイシヤ", "相互会社"),
    TOKUHI("トクヒ", "トクテイヒエイリカツドウホウジン", "NPOホウジン", "特定非営利活動法人", "NPO法人"),
    DOKURITSU("ドク", "ドクリツギヨウセイホウジン", "独立行政法人"),
    BENGOSHI("ベン", "ベンゴシホウジン", "弁護士法人"),
    GYOSEI("ギヨ", "ギヨウセイシヨシホウジン", "行政書士法人"),
    SHIHO("シホウ", "シホウシヨシホウジン", "司法書士法人"),
    ZEIRISHI("ゼイ", "ゼイリシホウジン", "税理士法人"),
    DAIGAKU("ダイ", "コクリツダイガクホウジン", "国立大学法人"),
    NOJI("ノウ", "ノウジクミアイホウジン", "農事組合法人"),
    EIGYOSHO(true, "エイ", "エイギヨウシヨ", "営業所"),
    SHUTCHOJO(true, "シユツ", "シユツチヨウジヨ", "出張所");

    /** Longest first, so that シユウ is not taken for シ and 医療法人社団 not for 医療法人. */
    private static final List<Written> FULL = new ArrayList<>();

    private static final List<Written> SHORT = new ArrayList<>();

    static {
        for (CorporateForm form : values()) {
            SHORT.add(new Written(form, form.abbreviation));
            form.full.forEach(text -> FULL.add(new Written(form, text)));
        }
        Comparator<Written> longest = Comparator.<Written>comparingInt(
                        written -> written.text().length())
                .reversed();
        FULL.sort(longest);
        SHORT.sort(longest);
    }

    private final boolean office;
    private final String abbreviation;
    private final List<String> full;

    CorporateForm(String abbreviation, String... full) {
        this(false, abbreviation, full);
    }

    CorporateForm(boolean office, String abbreviation, String... full) {
        this.office = office;
        this.abbreviation = abbreviation;
        this.full = List.of(full);
    }

    /** Whether it says where the payer sits and not what the payer is. */
    boolean isOffice() {
        return office;
    }

    /** As it stands before {@code )} or after {@code (}. */
    String abbreviation() {
        return abbreviation;
    }

    /** In kana, the shortest way. */
    String inFull() {
        return full.stream()
                .filter(text -> text.codePoints().noneMatch(Character::isIdeographic))
                .min(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    static List<Written> inFullForms() {
        return FULL;
    }

    static List<Written> abbreviations() {
        return SHORT;
    }

    /** A form and one way to write it, normalised. */
    record Written(CorporateForm form, String text) {}
}
