package io.seikyu.documents.bank;

import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.documents.bank.BankRecord.Movement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** 全銀 03, 入出金取引明細: what came in and what went out, of one or several accounts. */
final class AccountStatement implements ZenginLayout {
    private static final String CORRECTION = "19";

    private static final Map<String, Method> METHODS = Map.of(
            "10",
            Method.CASH,
            "11",
            Method.TRANSFER,
            "12",
            Method.CHEQUE,
            "13",
            Method.CHEQUE,
            "14",
            Method.DEBIT,
            "18",
            Method.OTHER,
            CORRECTION,
            Method.OTHER);

    @Override
    public String kind() {
        return "03";
    }

    /** An account's number has ten places here and seven digits. */
    @Override
    public ZenginSection header(ZenginRecord header) {
        header.date("made", 4);
        LocalDate from = header.date("from", 10);
        LocalDate to = header.date("to", 16);
        Periods.refuseTurned(header, from, to);
        String number = header.digits("accountNumber", 63, 10);
        AccountNumber account = new AccountNumber(
                header.digits("bank", 22, 4),
                header.digits("branch", 41, 3),
                header.digits("accountKind", 62, 1),
                number != null && number.startsWith("000") ? number.substring(3) : number);
        return new ZenginSection(header.source(), account, from, to);
    }

    @Override
    public void data(ZenginRecord data, ZenginSection section) {
        LocalDate booked = data.date("booked", 9);
        Periods.refuseOutside(data, booked, section);
        boolean incoming = data.code("direction", 21, "12") == '1';
        String kind = data.digits("class", 22, 2);
        if (kind != null && !METHODS.containsKey(kind)) {
            data.fault("class", "unknown-value", "must be one of 10, 11, 12, 13, 14, 18, 19");
        }
        long amount = data.number("amount", 24, 12);
        (incoming ? section.first : section.second).add(amount);
        String name = data.text("payerName", 81, 48);
        String remark = data.text("remark", 159, 20);
        section.add(new BankRecord(
                data.source(),
                movement(incoming, CORRECTION.equals(kind), amount),
                METHODS.getOrDefault(String.valueOf(kind), Method.OTHER),
                booked,
                data.dateIfAny("date", 15, Periods.latestValueDate(booked)),
                BigDecimal.valueOf(amount),
                name == null ? remark : name,
                data.text("reference", 1, 8),
                PayerCodes.meant(data.text("payerCode", 71, 10)),
                data.text("edi", 179, 20)));
    }

    /** A correction that takes money out takes back what came in by mistake. */
    private static Movement movement(boolean incoming, boolean correction, long amount) {
        if (amount == 0) {
            return Movement.OTHER;
        }
        if (incoming) {
            return Movement.RECEIVED;
        }
        return correction ? Movement.CANCELLED : Movement.OTHER;
    }

    @Override
    public void trailer(ZenginRecord trailer, ZenginSection section) {
        Periods.differ(trailer, "inCount", trailer.number("inCount", 1, 6), section.first.count());
        Periods.differ(trailer, "inTotal", trailer.number("inTotal", 7, 13), section.first.total());
        Periods.differ(trailer, "outCount", trailer.numberIfAny("outCount", 20, 6), section.second.count());
        Periods.differ(trailer, "outTotal", trailer.numberIfAny("outTotal", 26, 13), section.second.total());
        Periods.differ(trailer, "dataCount", trailer.number("dataCount", 54, 7), section.data());
    }

    /** Banks differ in what they count as records: data alone, everything, or everything before the end. */
    @Override
    public void end(ZenginRecord end, int records, int data, int sections) {
        long said = end.number("records", 1, 10);
        if (said != data && said != records && said != records - 1) {
            Periods.differ(end, "records", said, records);
        }
        Periods.differ(end, "accounts", end.number("accounts", 11, 5), sections);
    }
}
