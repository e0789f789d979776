package io.seikyu.command.matching;

import java.math.BigDecimal;
import java.util.Set;

/**
 * The numbers of a matching policy.
 *
 * @param automaticFrom the least score that is allocated without a person
 * @param daysBefore    how many days before the due date a booking is near to it
 * @param daysAfter     and how many after it
 * @param usualFees     yen, what banks take; another difference within the cap is taken for a fee only where the payer
 *                      has no other open invoice
 * @param roundAmount   yen; who pays a multiple of it rather pays a part than deducts a fee, unless nothing else is open
 * @param sumInvoices   up to how many open invoices any sums are looked for; with more a person has to
 * @param sumChance     the greatest share of all amounts that sums may come to by chance
 * @param candidates    how many of them a person is shown
 */
public record MatchingSettings(
        int automaticFrom,
        int daysBefore,
        int daysAfter,
        Set<Long> usualFees,
        long roundAmount,
        int sumInvoices,
        BigDecimal sumChance,
        int candidates) {}
