package io.seikyu.documents.bank;

import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.documents.bank.BankRecord.Movement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An entry (Ntry): one movement, or several transactions that the bank booked as one. */
final class CamtEntry {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.0{1,5})?");
    private static final Set<String> PENDING = Set.of("PDNG", "FUTR", "INFO");

    private final XmlNode entry;
    private final int number;
    private final LocalDate today;
    private final FileFaults faults;
    private final boolean credit;
    private final BigDecimal amount;

    CamtEntry(XmlNode entry, int number, LocalDate today, FileFaults faults) {
        this.entry = entry;
        this.number = number;
        this.today = today;
        this.faults = faults;
        this.credit = isCredit(entry);
        this.amount = amount(entry);
    }

    /** Yen have no decimals, though a message may write them. */
    static boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches();
    }

    boolean isCredit() {
        return credit;
    }

    BigDecimal amount() {
        return amount;
    }

    List<BankRecord> records() {
        List<XmlNode> transactions = entry.all("NtryDtls").stream()
                .flatMap(details -> details.all("TxDtls").stream())
                .toList();
        LocalDate booked = day("BookgDt", true);
        LocalDate value = day("ValDt", false);
        if (transactions.size() < 2) {
            XmlNode only = transactions.isEmpty() ? new XmlNode("TxDtls") : transactions.get(0);
            return List.of(record("entry " + number, only, amount, booked, value));
        }
        List<BigDecimal> amounts = transactions.stream().map(this::amount).toList();
        if (amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(amount) != 0) {
            fault("NtryDtls", "sum-differs", "the transactions do not come to the entry's amount");
        }
        return IntStream.range(0, transactions.size())
                .mapToObj(i -> record(
                        "entry " + number + ", transaction " + (i + 1),
                        transactions.get(i),
                        amounts.get(i),
                        booked,
                        value))
                .toList();
    }

    private BankRecord record(String source, XmlNode transaction, BigDecimal of, LocalDate booked, LocalDate value) {
        return new BankRecord(
                source,
                movement(of),
                Method.TRANSFER,
                booked,
                value,
                of,
                payer(transaction).orElse(null),
                transaction
                        .text("Refs", "AcctSvcrRef")
                        .or(() -> entry.text("AcctSvcrRef"))
                        .or(() -> entry.text("NtryRef"))
                        .orElse(null),
                transaction.text("RltdPties", "CdtrAcct", "Id", "Othr", "Id").orElse(null),
                remittance(transaction));
    }

    /** A debit that reverses takes back a credit; a credit that reverses is money of ours that came back. */
    private Movement movement(BigDecimal of) {
        boolean reverses = entry.text("RvslInd")
                .filter(said -> said.equals("true") || said.equals("1"))
                .isPresent();
        if (isPending()) {
            return Movement.PENDING;
        }
        if (of.signum() == 0) {
            return Movement.OTHER;
        }
        if (credit) {
            return Movement.RECEIVED;
        }
        return reverses ? Movement.CANCELLED : Movement.OTHER;
    }

    private boolean isPending() {
        String status = entry.text("Sts", "Cd").or(() -> entry.text("Sts")).orElse("BOOK");
        if (!status.equals("BOOK") && !PENDING.contains(status)) {
            fault("Sts", "unknown-value", "must be one of BOOK, PDNG, FUTR, INFO");
        }
        return PENDING.contains(status);
    }

    /** The party stands in {@code Pty} from the eighth version on. */
    private Optional<String> payer(XmlNode transaction) {
        return transaction
                .text("RltdPties", "Dbtr", "Nm")
                .or(() -> transaction.text("RltdPties", "Dbtr", "Pty", "Nm"))
                .or(() -> transaction.text("RltdPties", "UltmtDbtr", "Nm"))
                .or(() -> transaction.text("RltdPties", "UltmtDbtr", "Pty", "Nm"))
                .or(() -> entry.text("AddtlNtryInf"));
    }

    private static String remittance(XmlNode transaction) {
        String said = transaction.all("RmtInf").stream()
                .flatMap(info -> java.util.stream.Stream.concat(
                        info.all("Ustrd").stream().flatMap(text -> text.text().stream()),
                        info.all("Strd").stream().flatMap(text -> text.text("CdtrRefInf", "Ref").stream())))
                .collect(Collectors.joining(" "));
        return said.isEmpty()
                ? transaction
                        .text("Refs", "EndToEndId")
                        .filter(id -> !id.equals("NOTPROVIDED"))
                        .orElse(null)
                : said;
    }

    private boolean isCredit(XmlNode node) {
        String said = node.text("CdtDbtInd").orElse("");
        if (!said.equals("CRDT") && !said.equals("DBIT")) {
            fault("CdtDbtInd", "unknown-value", "must be CRDT or DBIT");
        }
        return said.equals("CRDT");
    }

    private BigDecimal amount(XmlNode node) {
        Optional<XmlNode> found = node.first("Amt").or(() -> node.first("AmtDtls", "TxAmt", "Amt"));
        String said = found.flatMap(amt -> amt.text()).orElse("");
        if (!isAmount(said)) {
            fault("Amt", "not-digits", "must be an amount in yen");
            return BigDecimal.ZERO;
        }
        if (found.flatMap(amt -> amt.attribute("Ccy")).filter("JPY"::equals).isEmpty()) {
            fault("Amt", "wrong-currency", "must be in JPY");
        }
        return new BigDecimal(said).setScale(0);
    }

    private LocalDate day(String field, boolean required) {
        Optional<String> said = entry.text(field, "Dt").or(() -> entry.text(field, "DtTm"));
        if (said.isEmpty()) {
            if (required) {
                fault(field, "missing", "must say the day");
            }
            return null;
        }
        LocalDate day = CamtTimes.day(said.get()).orElse(null);
        if (day == null) {
            fault(field, "bad-date", "is no date");
        } else if (required && day.isAfter(today)) {
            fault(field, "in-the-future", "is after today, " + today);
        }
        return day;
    }

    private void fault(String field, String code, String message) {
        faults.add(number, field, code, message);
    }
}
