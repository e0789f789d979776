package io.seikyu.documents.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * camt.054 (ISO 20022 BankToCustomerDebitCreditNotification) of any version: what is read of it is named alike from the
 * second to the newest.
 */
final class Camt054Reader implements EntryParser.Message {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.";

    private final LocalDate today;
    private final FileFaults faults = new FileFaults();
    private final List<BankStatement> statements = new ArrayList<>();
    private List<BankRecord> records = new ArrayList<>();
    private CamtSums sums = new CamtSums();
    private int entries;
    private boolean known;

    Camt054Reader(LocalDate today) {
        this.today = today;
    }

    List<BankStatement> read(byte[] file) throws BankFileRefusedException {
        EntryParser.parse(file, this, faults);
        if (!faults.any() && statements.isEmpty()) {
            faults.add(0, "Ntfctn", "missing", "the message holds no notification");
        }
        faults.refuse();
        return List.copyOf(statements);
    }

    @Override
    public void namespace(String namespace) {
        known = namespace.startsWith(NAMESPACE);
        if (!known) {
            faults.add(0, "", "wrong-kind", "is no message of the kind " + NAMESPACE);
        }
    }

    @Override
    public void entry(XmlNode notification, XmlNode node) {
        entries++;
        if (known) {
            CamtEntry entry = new CamtEntry(node, entries, today, faults);
            sums.add(entry);
            records.addAll(entry.records());
        }
    }

    @Override
    public void notification(XmlNode notification) {
        if (known) {
            CamtHead head = new CamtHead(notification, statements.size() + 1, today, faults);
            sums.compare(notification, faults);
            statements.add(new BankStatement(
                    "notification " + (statements.size() + 1), head.account(), head.from(), head.to(), records));
        }
        records = new ArrayList<>();
        sums = new CamtSums();
    }
}
