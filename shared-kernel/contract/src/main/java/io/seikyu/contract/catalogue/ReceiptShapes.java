package io.seikyu.contract.catalogue;

import io.seikyu.contract.receipt.ReceiptSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What receipts looked like before. */
final class ReceiptShapes {
    private ReceiptShapes() {}

    /** Revision 1 had no payer but in the subject, and was always a person's. */
    static Map<String, Object> withPayerAndSource(Map<String, Object> json) {
        Map<String, Object> next = new LinkedHashMap<>(json);
        String account = json.get("clientId") + "/account/";
        String subject = String.valueOf(json.get("subject"));
        next.put("accountId", subject.startsWith(account) ? subject.substring(account.length()) : null);
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("kind", ReceiptSource.Kind.PERSON.name());
        source.put("bankAccountId", null);
        source.put("file", null);
        source.put("identity", null);
        next.put("source", source);
        return next;
    }

    /** Revision 1 knew neither deductions nor automatic matches. */
    static Map<String, Object> withDeductions(Map<String, Object> json) {
        Map<String, Object> next = new LinkedHashMap<>(json);
        next.put("deductions", List.of());
        next.put("match", null);
        return next;
    }
}
