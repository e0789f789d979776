package io.seikyu.command.matching.truth;

import java.util.List;
import java.util.Random;

/** Makes names of companies and people. */
final class Names {
    private static final List<String> PLACES = List.of(
            "トウキヨウ", "オオサカ", "キヨウト", "ナゴヤ", "サツポロ", "センダイ", "ヒロシマ", "フクオカ", "ヨコハマ", "コウベ", "ニイガタ", "カナザワ", "ニシニホン",
            "ヒガシニホン", "チユウブ", "シコク", "キユウシユウ", "ホクリク", "サンヨウ", "セトウチ", "ムサシノ", "シナガワ", "アサヒ", "ヒノデ", "フジ", "サクラ", "ヤマト",
            "ミヤコ", "ツバメ", "カモメ", "ミドリ", "アオバ");
    private static final List<String> MIDDLES = List.of(
            "", "", "ニユー", "ダイイチ", "チユウオウ", "ゴウドウ", "シン", "キタ", "ミナミ", "グリーン", "アドバンス", "パートナー", "ユナイテツド", "プレミアム");
    private static final List<String> TRADES = List.of(
            "シヨウジ",
            "ブツサン",
            "ケンセツ",
            "ウンユ",
            "シヨクヒン",
            "デンキ",
            "キカイ",
            "コウギヨウ",
            "セイサクシヨ",
            "インサツ",
            "フドウサン",
            "シヨウカイ",
            "ソリユーシヨンズ",
            "システム",
            "サービス",
            "デザイン",
            "ホールデイングス",
            "コンサルテイング",
            "ロジステイクス",
            "エンジニアリング",
            "ガスセツビ",
            "ジドウシヤハンバイ",
            "グラフイツク",
            "ビルデイング");
    private static final List<String> FAMILIES = List.of(
            "サトウ", "スズキ", "タカハシ", "タナカ", "イトウ", "ワタナベ", "ヤマモト", "ナカムラ", "コバヤシ", "カトウ", "ヨシダ", "ヤマダ", "ササキ", "ヤマグチ",
            "マツモト", "イノウエ", "キムラ", "ハヤシ", "シミズ", "ヤマザキ", "イケダ", "ハシモト", "アベ", "イシカワ", "マエダ", "フジタ", "オガワ", "ゴトウ");
    private static final List<String> GIVEN = List.of(
            "タロウ", "ハナコ", "イチロウ", "ジロウ", "ケイコ", "マサオ", "ヨウコ", "ヒロシ", "カズコ", "サチコ", "タケシ", "ユミコ", "アキラ", "ノブオ", "ミチコ",
            "シゲル", "トモコ", "マコト", "エミ", "ゴロウ");
    private static final List<String[]> FORMS = List.of(
            new String[] {"カ", "カブシキガイシャ"},
            new String[] {"ユ", "ユウゲンガイシャ"},
            new String[] {"ド", "ゴウドウガイシャ"},
            new String[] {"イ", "イリョウホウジン"},
            new String[] {"シヤ", "イッパンシャダンホウジン"},
            new String[] {"ザイ", "コウエキザイダンホウジン"},
            new String[] {"フク", "シャカイフクシホウジン"},
            new String[] {"トクヒ", "トクテイヒエイリカツドウホウジン"});

    private final Random random;

    Names(Random random) {
        this.random = random;
    }

    BankName company() {
        int drawn = random.nextInt(100);
        String[] form = FORMS.get(drawn < 70 ? 0 : drawn < 80 ? 1 : drawn < 88 ? 2 : 3 + random.nextInt(5));
        return new BankName(
                one(PLACES) + one(MIDDLES) + one(TRADES) + longer(), form[0], form[1], random.nextInt(3) > 0);
    }

    private String longer() {
        return random.nextInt(8) == 0 ? one(PLACES) + one(TRADES) : "";
    }

    BankName person() {
        return new BankName(one(FAMILIES) + " " + one(GIVEN), "", "", true);
    }

    BankName sameNameOtherForm(BankName name) {
        String[] form = FORMS.get(name.form().equals("ド") ? 1 : 2);
        return name.withForm(form[0], form[1]);
    }

    BankName longerBy(BankName name) {
        return name.longerBy(one(PLACES));
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
