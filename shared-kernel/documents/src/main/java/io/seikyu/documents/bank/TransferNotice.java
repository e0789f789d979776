package io.seikyu.documents.bank;

import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.documents.bank.BankRecord.Movement;
import java.math.BigDecimal;
import java.time.LocalDate;

/** 全銀 01, 振込入金通知 A. */
final class TransferNotice implements ZenginLayout {
    @Override
    public String kind() {
        return "01";
    }

    @Override
    public ZenginSection header(ZenginRecord header) {
        header.date("made", 4);
        LocalDate from = header.date("from", 10);
        LocalDate to = header.date("to", 16);
        Periods.refuseTurned(header, from, to);
        AccountNumber account = new AccountNumber(
                header.digits("bank", 22, 4),
                header.digits("branch", 41, 3),
                header.digits("accountKind", 59, 1),
                header.digits("accountNumber", 60, 7));
        return new ZenginSection(header.source(), account, from, to);
    }

    @Override
    public void data(ZenginRecord data, ZenginSection section) {
        LocalDate booked = data.date("booked", 7);
        Periods.refuseOutside(data, booked, section);
        long amount = data.number("amount", 19, 10);
        boolean cancelled = data.code("cancel", 127, " 01") == '1';
        (cancelled ? section.second : section.first).add(amount);
        section.add(new BankRecord(
                data.source(),
                cancelled ? Movement.CANCELLED : amount == 0 ? Movement.OTHER : Movement.RECEIVED,
                data.numberIfAny("otherBankCheque", 29, 10) > 0 ? Method.CHEQUE : Method.TRANSFER,
                booked,
                data.dateIfAny("valueDate", 13, Periods.latestValueDate(booked)),
                BigDecimal.valueOf(amount),
                data.text("payerName", 49, 48),
                data.text("reference", 1, 6),
                PayerCodes.meant(data.text("payerCode", 39, 10)),
                data.text("edi", 128, 20)));
    }

    /** Banks differ in whether the first two sums hold what was cancelled. */
    @Override
    public void trailer(ZenginRecord trailer, ZenginSection section) {
        long count = trailer.number("count", 1, 6);
        long total = trailer.number("total", 7, 12);
        long cancelledCount = trailer.numberIfAny("cancelledCount", 19, 6);
        long cancelledTotal = trailer.numberIfAny("cancelledTotal", 25, 12);
        boolean alone = count == section.first.count() && total == section.first.total();
        boolean together = count == section.first.count() + section.second.count()
                && total == section.first.total() + section.second.total();
        if (!alone && !together) {
            Periods.differ(trailer, "count", count, section.first.count());
            Periods.differ(trailer, "total", total, section.first.total());
        }
        Periods.differ(trailer, "cancelledCount", cancelledCount, section.second.count());
        Periods.differ(trailer, "cancelledTotal", cancelledTotal, section.second.total());
    }

    @Override
    public void end(ZenginRecord end, int records, int data, int sections) {
        // it says nothing
    }
}
