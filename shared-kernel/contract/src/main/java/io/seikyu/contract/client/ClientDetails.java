package io.seikyu.contract.client;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the agency knows of a client company (請求元).
 *
 * @param registrationNumber 登録番号, {@code T} and 13 digits; may be absent for a business exempt from the tax
 * @param corporate          false for a sole proprietor (個人事業主), whose name is personal data
 * @param autoIssue          whether an approved invoice is issued without being asked for
 * @param fees               what the agency charges, by name, in yen
 */
public record ClientDetails(
        String name,
        String registrationNumber,
        boolean corporate,
        BankDetails bankAccount,
        String email,
        boolean autoIssue,
        Map<String, BigDecimal> fees) {

    /** The same with this bank account. */
    public ClientDetails with(BankDetails account) {
        return new ClientDetails(name, registrationNumber, corporate, account, email, autoIssue, fees);
    }
}
