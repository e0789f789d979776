package io.seikyu.contract.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a client company knows of a payer (支払人). All but the first five may be absent.
 *
 * @param corporate        false for a sole proprietor, whose names are personal data
 * @param corporateNumber  法人番号, 13 digits
 * @param payerNames       further names under which the payer transfers money
 * @param virtualAccount   the number the payer transfers to, when it has one of its own
 * @param monthlySales     this client's sales to this payer, yen a month
 * @param collectionMonths months from sale to collection
 * @param language         {@code ja} or {@code en}
 */
public record AccountDetails(
        String name,
        String nameKana,
        boolean corporate,
        String corporateNumber,
        String registrationNumber,
        String email,
        String phone,
        String postalAddress,
        String contactPerson,
        List<String> payerNames,
        String virtualAccount,
        BigDecimal monthlySales,
        BigDecimal collectionMonths,
        LocalDate foundedOn,
        String language) {}
