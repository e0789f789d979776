package io.seikyu.command.template;

import io.seikyu.command.template.ReminderContent.Item;
import io.seikyu.command.template.ReminderContent.Language;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.dunning.Tone;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A reminder's values as they stand in a text of its language. */
final class ReminderValues {
    private static final DateTimeFormatter JAPANESE = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPAN);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final ReminderContent reminder;

    private ReminderValues(ReminderContent reminder) {
        this.reminder = reminder;
    }

    static Map<String, Object> of(ReminderContent reminder) {
        return new ReminderValues(reminder).all();
    }

    private Map<String, Object> all() {
        Map<String, Object> values = new HashMap<>();
        values.put("payer", reminder.payer());
        values.put("corporate", reminder.corporate());
        values.put("contact", text(reminder.contactPerson()));
        values.put("creditor", reminder.creditor());
        values.put("agency", reminder.agency());
        values.put("agent", reminder.holder() == ClaimHolder.AGENT);
        values.put("guaranteed", reminder.holder() == ClaimHolder.GUARANTEED);
        values.put("purchased", reminder.holder() == ClaimHolder.PURCHASED);
        values.put("items", reminder.items().stream().map(this::item).toList());
        values.put("total", yen(total(reminder.items())));
        values.put("firstNumber", reminder.items().get(0).number());
        int others = reminder.items().size() - 1;
        values.put("others", others == 0 ? "" : Integer.toString(others));
        values.put("today", date(reminder.today()));
        values.put("newDate", reminder.newDate() == null ? "" : date(reminder.newDate()));
        values.put("bank", reminder.bank().bank());
        values.put("branch", reminder.bank().branch());
        values.put("accountKind", kind(reminder.bank().kind()));
        values.put("accountNumber", reminder.bank().number());
        values.put("holder", reminder.bank().holder());
        values.put("lateRate", reminder.lateRate() == null ? "" : plain(reminder.lateRate()));
        values.put("lateInterest", reminder.lateInterest() == null ? "" : yen(reminder.lateInterest()));
        values.put("gentle", reminder.tone() == Tone.GENTLE);
        values.put("standard", reminder.tone() == Tone.STANDARD);
        values.put("firm", reminder.tone() == Tone.FIRM);
        values.put("supportive", reminder.tone() == Tone.SUPPORTIVE);
        values.put("usual", reminder.tone() == Tone.GENTLE || reminder.tone() == Tone.STANDARD);
        values.put("neutral", reminder.neutral());
        return values;
    }

    private Map<String, Object> item(Item item) {
        return Map.of(
                "number", item.number(),
                "issueDate", date(item.issueDate()),
                "dueDate", date(item.dueDate()),
                "balance", yen(item.balance()),
                "gross", yen(item.gross()),
                "grossDiffers", item.gross().compareTo(item.balance()) != 0,
                "disputed", orNothing(item.disputed()),
                "charges", orNothing(item.charges()));
    }

    private static BigDecimal total(List<Item> items) {
        return items.stream().map(Item::balance).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static String orNothing(BigDecimal amount) {
        return amount.signum() == 0 ? "" : yen(amount);
    }

    private static String yen(BigDecimal amount) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }

    private static String plain(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString();
    }

    private String date(LocalDate date) {
        return date.format(reminder.language() == Language.JA ? JAPANESE : ENGLISH);
    }

    private String kind(String kind) {
        boolean japanese = reminder.language() == Language.JA;
        return switch (kind) {
            case "1" -> japanese ? "普通" : "ordinary account";
            case "2" -> japanese ? "当座" : "current account";
            case "4" -> japanese ? "貯蓄" : "savings account";
            default -> kind;
        };
    }
}
