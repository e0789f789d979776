package io.seikyu.command;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.eventlog.axon.EventJson;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of requests for what {@link Samples} has. */
public final class Bodies {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    /** As far as the bank calendar reaches. */
    private static final int DAYS = 600;

    private static final Map<String, Integer> PLACES = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Bodies() {}

    public static String client(String id, boolean autoIssue) {
        return """
                {"clientId": "%s", "name": "Aoba Trading", "registrationNumber": "T7123456789012", "corporate": true,
                 "bankAccount": {"bank": "0001", "branch": "001", "kind": "1", "number": "1234567",
                                 "holder": "アオバトレーデイング"},
                 "email": "billing@aoba.example", "autoIssue": %s}""".formatted(id, autoIssue);
    }

    public static String account(String client, String id) {
        return """
                {"accountId": "%s", "clientId": "%s", "name": "Momiji Foods", "nameKana": "モミジフーズ",
                 "corporate": true, "email": "ap@momiji.example", "contactPerson": "Sato"}""".formatted(id, client);
    }

    public static String contract(String client, String id, String account) {
        return """
                {"contractId": "%s", "clientId": "%s", "accountId": "%s", "effectiveFrom": "2026-01-01",
                 "pricesIncludeTax": false, "rounding": "FLOOR",
                 "items": [
                   {"code": "RICE", "description": "Rice 10 kg", "unitPrice": "4000", "taxCategory": "REDUCED"},
                   {"code": "WORK", "description": "Hour", "unitPrice": "7500.5", "taxCategory": "STANDARD"}],
                 "expenses": [{"code": "SHIPPING", "taxCategory": "STANDARD", "required": false}],
                 "terms": {"closingDay": "EOM", "monthOffset": 1, "payDay": "EOM", "shift": "NEXT"},
                 "lateInterest": {"dayCount": "D365"}, "transferFee": {"deductible": true, "cap": "880"},
                 "claimHolder": "AGENT", "subcontractLaw": false, "approvalLimit": 1000000}""".formatted(id, client, account);
    }

    /** An invoice that is right in every figure. Each id, or number where there is none, has a day of its own, so that none repeats another. */
    public static ObjectNode invoice(String client, String id, String number) {
        int place = PLACES.computeIfAbsent(client + "/" + (id == null ? number : id), any -> NEXT.getAndIncrement());
        return invoice(client, id, number, FIRST_DAY.plusDays(place % DAYS));
    }

    /** One that bills the work of a single day. */
    public static ObjectNode invoice(String client, String id, String number, LocalDate day) {
        InvoiceDocument document = JsonChange.of(Samples.document(), "/invoiceNumber", '"' + number + '"');
        document = JsonChange.of(document, "/transactionFrom", "\"" + day + '"');
        document = JsonChange.of(document, "/transactionTo", "\"" + day + '"');
        LocalDate due = Samples.terms().terms().dueDate(day, BankCalendar.japan());
        document = JsonChange.of(document, "/dueDate", "\"" + due + '"');
        ObjectNode body = (ObjectNode) EventJson.mapper().valueToTree(document);
        body.put("clientId", client);
        if (id != null) {
            body.put("invoiceId", id);
        }
        return body;
    }

    public static String receipt(String client, String id, String invoice, String amount) {
        return """
                {"receiptId": "%s", "clientId": "%s", "bookedOn": "2026-05-25", "amount": "%s",
                 "payerName": "モミジフーズ", "invoiceId": "%s"}""".formatted(id, client, amount, invoice);
    }
}
