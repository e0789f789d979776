package io.seikyu.contract.receipt;

import java.math.BigDecimal;
import java.util.List;

/**
 * Why the program itself allocated money to invoices (自動消込).
 *
 * @param policyVersion the matching policy, with its rule's revision
 * @param rule          that fired
 * @param score         0 to 1
 * @param reasons       what spoke for it, in words that name no person
 * @param alternatives  what was not chosen, e.g. other invoices with their scores
 */
public record Match(
        String policyVersion, String rule, BigDecimal score, List<String> reasons, List<String> alternatives) {}
