package io.seikyu.command.template;

import io.seikyu.command.template.ReminderContent.Item;
import io.seikyu.command.template.ReminderContent.Language;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Values to look at a text with; nobody is meant by them. */
final class SampleReminder {
    private SampleReminder() {}

    static ReminderContent of(String template, Tone tone) {
        return Arrays.stream(Language.values())
                .flatMap(language -> Arrays.stream(Stage.values())
                        .flatMap(stage -> Arrays.stream(ContactChannel.values())
                                .map(channel -> of(language, stage, channel, tone))))
                .filter(content -> content.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    private static ReminderContent of(Language language, Stage stage, ContactChannel channel, Tone tone) {
        boolean japanese = language == Language.JA;
        LocalDate today = LocalDate.of(2026, 2, 12);
        return new ReminderContent(
                language,
                stage,
                channel,
                tone,
                false,
                japanese ? "株式会社見本商事" : "Mihon Trading Co., Ltd.",
                true,
                japanese ? "経理部　見本 花子" : "Hanako Mihon",
                japanese ? "株式会社例示製作所" : "Reiji Works, Inc.",
                japanese ? "見本請求代行株式会社" : "Mihon Billing Agency",
                ClaimHolder.AGENT,
                List.of(
                        new Item(
                                "INV-2026-0012",
                                LocalDate.of(2026, 1, 5),
                                LocalDate.of(2026, 1, 30),
                                new BigDecimal("110000"),
                                new BigDecimal("110000"),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO),
                        new Item(
                                "INV-2026-0015",
                                LocalDate.of(2026, 1, 8),
                                LocalDate.of(2026, 1, 30),
                                new BigDecimal("45600"),
                                new BigDecimal("60790"),
                                new BigDecimal("5000"),
                                BigDecimal.ZERO)),
                today,
                stage.isBelow(Stage.R2) ? null : today.plusDays(7),
                new BankDetails("0001", "001", "1", "1234567", japanese ? "カ）レイジセイサクシヨ" : "REIJI WORKS"),
                Stage.R4 == stage ? new BigDecimal("3") : null,
                Stage.R4 == stage ? new BigDecimal("166") : null);
    }
}
