package io.seikyu.command;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.eventlog.axon.EventJson;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of requests for what {@link Samples} has. */
public final class Bodies {
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

    /** An invoice that is right in every figure. */
    public static ObjectNode invoice(String client, String id, String number) {
        InvoiceDocument document = JsonChange.of(Samples.document(), "/invoiceNumber", '"' + number + '"');
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
