package io.seikyu.command.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a text can name, and what a message to a payer has to (督促文面の必須事項). */
final class Placeholders {
    private static final Map<String, String> KNOWN = new TreeMap<>(Map.ofEntries(
            Map.entry("payer", "the payer's name"),
            Map.entry("corporate", "whether the payer is a company"),
            Map.entry("contact", "the person to write to"),
            Map.entry("creditor", "whose claim it is, or was"),
            Map.entry("agency", "who writes"),
            Map.entry("agent", "whether the client company holds the claim"),
            Map.entry("guaranteed", "whether the agency stands in for the payer"),
            Map.entry("purchased", "whether the agency bought the claim"),
            Map.entry("items", "the invoices"),
            Map.entry("number", "of an invoice"),
            Map.entry("issueDate", "of an invoice"),
            Map.entry("dueDate", "of an invoice"),
            Map.entry("balance", "of an invoice: what is open, yen"),
            Map.entry("gross", "of an invoice: what it was issued over, yen"),
            Map.entry("grossDiffers", "whether that is another amount"),
            Map.entry("disputed", "of an invoice: what the payer queries and is not asked for, yen"),
            Map.entry("charges", "of an invoice: claimed charges in the balance, yen"),
            Map.entry("total", "what is open of all, yen"),
            Map.entry("firstNumber", "of the first invoice"),
            Map.entry("others", "how many more invoices there are"),
            Map.entry("today", "the date of the message"),
            Map.entry("newDate", "until when payment is asked for"),
            Map.entry("bank", "where to pay: the code of the bank"),
            Map.entry("branch", "the code of the branch"),
            Map.entry("accountKind", "the kind of account"),
            Map.entry("accountNumber", "the number of the account"),
            Map.entry("holder", "the name of the account"),
            Map.entry("lateRate", "late interest, per cent a year"),
            Map.entry("lateInterest", "accrued until today, yen"),
            Map.entry("gentle", "the tone"),
            Map.entry("standard", "the tone"),
            Map.entry("firm", "the tone"),
            Map.entry("supportive", "the tone"),
            Map.entry("usual", "whether the tone is gentle or standard"),
            Map.entry("neutral", "whether only facts may be named")));

    private static final List<String> ALWAYS = List.of(
            "creditor", "agency", "items", "number", "balance", "gross", "dueDate", "bank", "accountNumber", "holder");

    private Placeholders() {}

    static Set<String> known() {
        return KNOWN.keySet();
    }

    static boolean isKnown(String placeholder) {
        return KNOWN.containsKey(placeholder);
    }

    static String why(String placeholder) {
        return "a message names " + KNOWN.get(placeholder);
    }

    /** Of a message: the payer has to know who wants what of him, and from the reminder on, until when. */
    static List<String> required(String template) {
        if (template.startsWith("part-")) {
            return List.of();
        }
        boolean asks = !template.startsWith("r0-") && !template.startsWith("r1-");
        return asks ? Stream.concat(ALWAYS.stream(), Stream.of("newDate")).toList() : ALWAYS;
    }
}
