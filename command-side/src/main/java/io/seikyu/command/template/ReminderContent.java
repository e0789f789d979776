package io.seikyu.command.template;

import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What a reminder has to say, in no language yet.
 *
 * @param contactPerson or null
 * @param creditor      the client company's name
 * @param newDate       until when payment is asked for, or null
 * @param lateRate      per cent a year, where late interest is to be named, or null
 * @param lateInterest  accrued so far, yen, or null
 */
public record ReminderContent(
        Language language,
        Stage stage,
        ContactChannel channel,
        Tone tone,
        boolean neutral,
        String payer,
        boolean corporate,
        String contactPerson,
        String creditor,
        String agency,
        ClaimHolder holder,
        List<Item> items,
        LocalDate today,
        LocalDate newDate,
        BankDetails bank,
        BigDecimal lateRate,
        BigDecimal lateInterest) {

    /**
     * @param balance  asked for, yen
     * @param gross    what the invoice was issued over, yen
     * @param disputed queried and not asked for, yen
     * @param charges  claimed ones in the balance, yen
     */
    public record Item(
            String number,
            LocalDate issueDate,
            LocalDate dueDate,
            BigDecimal balance,
            BigDecimal gross,
            BigDecimal disputed,
            BigDecimal charges) {}

    public enum Language {
        JA,
        EN
    }

    /** The text that says it, e.g. {@code r1-mail-ja}. */
    public String template() {
        String name = stage + "-" + channel + "-" + language;
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
