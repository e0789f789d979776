package io.seikyu.command.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import io.seikyu.contract.template.ShippedTemplates;
import io.seikyu.documents.certified.CertifiedLetter;
import io.seikyu.documents.certified.CertifiedLetter.Party;
import io.seikyu.documents.certified.CertifiedPages;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    private final Map<String, String> published = new HashMap<>();
    private final Templates templates = name -> new Templates.Published(
            name, published.containsKey(name) ? 1 : 0, published.getOrDefault(name, ShippedTemplates.text(name)));
    private final TemplateChecks checks = new TemplateChecks(templates);

    static Stream<String> names() {
        return ShippedTemplates.names().stream();
    }

    static Stream<Arguments> messagesInEachTone() {
        return names().filter(name -> !name.startsWith("part-"))
                .flatMap(name -> Stream.of(Tone.values()).map(tone -> Arguments.of(name, tone)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsShippedIsInOrder(String name) {
        assertThat(checks.faults(name, ShippedTemplates.text(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("messagesInEachTone")
    void everyMessageNamesWhatIsOwedToWhomWhereAndUntilWhen(String name, Tone tone) {
        Words words = write(name, tone);

        assertThat(words.subject()).isNotBlank().doesNotContain("{{", "\n");
        assertThat(words.body())
                .doesNotContain("{{", "\n\n\n")
                .contains("INV-2026-0012", "110,000", "INV-2026-0015", "45,600", "60,790", "5,000", "155,600")
                .contains("0001", "001", "1234567")
                .contains(name.endsWith("-ja") ? "株式会社例示製作所" : "Reiji Works, Inc.")
                .contains(name.endsWith("-ja") ? "見本請求代行株式会社" : "Mihon Billing Agency");
        Stage stage = Stage.valueOf(name.substring(0, 2).toUpperCase(Locale.ROOT));
        if (!stage.isBelow(Stage.R2)) {
            assertThat(words.body()).contains(name.endsWith("-ja") ? "2026年2月19日" : "19 February 2026");
        }
        if (!Stage.R4.isBelow(stage)) {
            assertThat(words.body()).contains(name.endsWith("-ja") ? "行き違い" : "crossed with this message");
        }
    }

    @ParameterizedTest
    @MethodSource("messagesInEachTone")
    void oneVoiceSpeaksAtATime(String name, Tone tone) {
        String body = write(name, tone).body();

        long openings = body.lines()
                .filter(line -> line.contains("下記のご請求") || line.contains("下記の請求金"))
                .count();
        if (name.endsWith("-ja") && !name.startsWith("r2-phone")) {
            assertThat(openings).as(body).isEqualTo(1);
        }
    }

    @Test
    void theFormalNoticeCanBeCertified() {
        Words words = write("r5-certified-letter-ja", Tone.FIRM);

        CertifiedPages pages = CertifiedPages.of(new CertifiedLetter(
                words.subject(),
                words.body(),
                LocalDate.of(2026, 3, 6),
                new Party("東京都千代田区見本町1-2-3", "見本請求代行株式会社"),
                new Party("大阪府大阪市北区見本9-8", "株式会社見本商事　御中")));

        assertThat(pages.refused()).isEmpty();
        assertThat(pages.names()).containsExactly("ＩＮＶ－２０２６－００１２", "ＩＮＶ－２０２６－００１５");
    }

    @Test
    void theTonesDiffer() {
        assertThat(Stream.of(Tone.values())
                        .map(tone -> write("r1-mail-ja", tone).body())
                        .distinct())
                .hasSize(4);
        assertThat(write("r1-mail-ja", Tone.FIRM).body()).contains("至急");
        assertThat(write("r1-mail-ja", Tone.GENTLE).body()).contains("いつも期日どおり");
        assertThat(write("r2-mail-ja", Tone.SUPPORTIVE).body()).contains("ご事情");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r1-mail-ja | Hello                                   | the first line must be subject: and the subject",
                "r1-mail-ja | subject: x                              | the second line must be empty",
                "part-bank-ja | {{#bank}} {{bank}}                    | bank",
                "part-bank-ja | {{> part-items-ja}}                   | a part holds no other part",
                "part-bank-ja | {{secret}}                            | {{secret}} is unknown",
                "part-bank-ja | {{payer.class}}                       | {{payer.class}} is unknown",
                "part-bank-ja | no account                            | in r0-mail-ja: {{accountNumber}} is missing"
            })
    void whatIsWrongIsSaid(String name, String text, String says) {
        assertThat(checks.faults(name, text)).extracting(Fault::message).anyMatch(it -> it.contains(says));
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        List<Fault> faults = checks.faults("r2-mail-ja", "subject: {{wrong}}\n\n{{number}} {{nonsense}}\n");

        assertThat(faults).extracting(Fault::code).contains("unknown-placeholder", "missing");
        assertThat(faults).extracting(Fault::message).anyMatch(it -> it.contains("{{newDate}} is missing"));
        assertThat(faults).hasSizeGreaterThan(9);
    }

    @Test
    void aMessageSaysOfWhichTextsItWasMade() {
        published.put("part-closing-ja", "{{agency}}\n");

        assertThat(write("r1-mail-ja", Tone.STANDARD).templates())
                .contains("r1-mail-ja@0", "part-items-ja@0", "part-closing-ja@1");
    }

    @Test
    void whatValuesHoldIsNoTemplate() {
        ReminderContent sample = SampleReminder.of("r1-mail-ja", Tone.STANDARD);
        ReminderContent hostile = new ReminderContent(
                sample.language(),
                sample.stage(),
                sample.channel(),
                sample.tone(),
                false,
                "{{total}}\nBcc: x",
                true,
                null,
                "{{> part-items-ja}}",
                sample.agency(),
                sample.holder(),
                sample.items(),
                sample.today(),
                null,
                sample.bank(),
                null,
                null);

        Words words = new ReminderWriter(templates).write(hostile);

        assertThat(words.subject()).contains("{{> part-items-ja}}").doesNotContain("\n");
        assertThat(words.body()).contains("{{total}}");
    }

    private Words write(String name, Tone tone) {
        return new ReminderWriter(templates).write(SampleReminder.of(name, tone));
    }
}
