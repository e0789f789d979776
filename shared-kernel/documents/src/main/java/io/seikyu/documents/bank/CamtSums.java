package io.seikyu.documents.bank;

import java.math.BigDecimal;
import java.util.Optional;

/** Holds what a notification says of its entries together (TxsSummry) against what was read. */
final class CamtSums {
    private int count;
    private int credits;
    private int debits;
    private BigDecimal credited = BigDecimal.ZERO;
    private BigDecimal debited = BigDecimal.ZERO;

    void add(CamtEntry entry) {
        count++;
        if (entry.isCredit()) {
            credits++;
            credited = credited.add(entry.amount());
        } else {
            debits++;
            debited = debited.add(entry.amount());
        }
    }

    /** A message need not say any of it. */
    void compare(XmlNode notification, FileFaults faults) {
        Optional<XmlNode> said = notification.first("TxsSummry");
        said.ifPresent(summary -> {
            compare(summary, "TtlNtries", count, credited.add(debited), faults);
            compare(summary, "TtlCdtNtries", credits, credited, faults);
            compare(summary, "TtlDbtNtries", debits, debited, faults);
        });
    }

    private static void compare(XmlNode summary, String total, int count, BigDecimal sum, FileFaults faults) {
        summary.text(total, "NbOfNtries")
                .filter(said -> !said.equals(String.valueOf(count)))
                .ifPresent(said -> differ(total + "/NbOfNtries", String.valueOf(count), faults));
        summary.text(total, "Sum")
                .filter(said -> !CamtEntry.isAmount(said) || new BigDecimal(said).compareTo(sum) != 0)
                .ifPresent(said -> differ(total + "/Sum", sum.toPlainString(), faults));
    }

    private static void differ(String field, String read, FileFaults faults) {
        faults.add(0, "TxsSummry/" + field, "sum-differs", "is not what the entries come to, " + read);
    }
}
