package io.seikyu.command.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.seikyu.command.Samples;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.decision.Effective;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.PaymentTerms;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.Expense;
import io.seikyu.contract.contract.ContractTerms.Item;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.Rounding;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.contract.money.TaxRates;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random contracts and deliveries: the invoice that a contract yields is what the review wants, to the yen. */
class DraftPropertyTest {
    /** Percent, by category: the law's as of 2019-10-01, said here once more. */
    private static final Map<TaxCategory, Integer> PERCENT = Map.of(
            TaxCategory.STANDARD, 10,
            TaxCategory.REDUCED, 8,
            TaxCategory.EXEMPT, 0,
            TaxCategory.ZERO, 0,
            TaxCategory.OUT_OF_SCOPE, 0);

    @Property(tries = 500)
    void theReviewOfADraftFindsNothing(@ForAll long seed) {
        Case some = new Case(new Random(seed));

        assertThat(Facts.POLICY.review(some.facts()).findings()).isEmpty();
    }

    @Property(tries = 500)
    void taxAndTotalAreThoseOfAnIndependentFormula(@ForAll long seed) {
        Case some = new Case(new Random(seed));
        BigDecimal total = BigDecimal.ZERO;

        for (TaxTotal sum : some.document.taxes()) {
            BigInteger taxable = some.document.lines().stream()
                    .filter(line -> line.taxCategory() == sum.taxCategory())
                    .map(line -> some.independentAmount(line))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger tax = some.independentTax(taxable, PERCENT.get(sum.taxCategory()));
            assertThat(sum.taxable()).isEqualByComparingTo(new BigDecimal(taxable));
            assertThat(sum.tax()).isEqualByComparingTo(new BigDecimal(tax));
            total = total.add(new BigDecimal(some.terms.pricesIncludeTax() ? taxable : taxable.add(tax)));
        }
        assertThat(some.document.total()).isEqualByComparingTo(total);
    }

    @Property(tries = 200)
    void theReviewIsTheSameAgainAndInAnyOrderOfItsRules(@ForAll long seed) {
        Random random = new Random(seed);
        Case some = new Case(random);
        ReviewFacts facts = some.broken(random);
        Review expected = Facts.POLICY.review(facts);

        assertThat(Facts.POLICY.review(facts)).isEqualTo(expected);
        assertThat(Facts.POLICY
                        .inOrder(rules -> {
                            Collections.shuffle(rules, random);
                            return rules;
                        })
                        .review(facts))
                .isEqualTo(expected);
        assertThat(expected.findings()).isNotEmpty();
    }

    @Property(tries = 200)
    void whatTheContractDoesNotAllowIsNotDrafted(@ForAll long seed) {
        Case some = new Case(new Random(seed));
        Item item = some.terms.items().get(0);
        Map<String, BigDecimal> quantities = new HashMap<>(some.quantities);
        quantities.put("UNKNOWN", BigDecimal.ONE);
        if (item.maxQuantity() != null) {
            quantities.put(item.code(), item.maxQuantity().add(BigDecimal.ONE));
        }

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> some.draft(quantities, Map.of()));

        assertThat(refusal.code()).isEqualTo("invalid-draft");
        long required = some.terms.expenses().stream().filter(Expense::required).count();
        assertThat(refusal.faults()).hasSize(1 + (item.maxQuantity() == null ? 0 : 1) + (int) required);
    }

    private static final class Case {
        final ContractTerms terms;
        final Map<String, BigDecimal> quantities = new HashMap<>();
        final Map<String, BigDecimal> expenses = new HashMap<>();
        final LocalDate to;
        final InvoiceDocument document;

        Case(Random random) {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                BigDecimal price = BigDecimal.valueOf(random.nextInt(10_000_000), random.nextInt(4));
                BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(4));
                BigDecimal most = random.nextBoolean() ? quantity : null;
                items.add(new Item("I" + i, "Item " + i, price, category(random), most));
                quantities.put("I" + i, quantity);
            }
            List<Expense> all = new ArrayList<>();
            for (int i = 0; i < random.nextInt(3); i++) {
                BigDecimal cost = BigDecimal.valueOf(1 + random.nextInt(100_000));
                all.add(new Expense(
                        "E" + i, category(random), random.nextBoolean(), random.nextBoolean() ? cost : null));
                expenses.put("E" + i, cost);
            }
            terms = terms(random, items, all);
            to = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
            document = draft(quantities, expenses);
        }

        InvoiceDocument draft(Map<String, BigDecimal> delivered, Map<String, BigDecimal> spent) {
            return new Draft("N-1", to, LocalDate.of(2026, 1, 1), to, delivered, spent)
                    .of(history(), Samples.account(), Samples.client(false), TaxRates.japan(), BankCalendar.japan());
        }

        ReviewFacts facts() {
            return new Facts().contract("c1", terms).document(document).facts();
        }

        /** With a few fields wrong. */
        ReviewFacts broken(Random random) {
            Facts facts = new Facts().contract("c1", terms).document(document);
            facts.document("/dueDate", "'2025-01-01'");
            for (String change : List.of("/total", "/taxes/0/tax", "/lines/0/amount", "/lines/0/unitPrice")) {
                if (random.nextBoolean()) {
                    facts.document(change, "'" + random.nextInt(1_000) + "'");
                }
            }
            return facts.facts();
        }

        /** In whole thousandths of a thousandth: price and quantity have three decimals at most. */
        BigInteger independentAmount(Line line) {
            BigInteger millionths = line.quantity()
                    .movePointRight(3)
                    .toBigIntegerExact()
                    .multiply(line.unitPrice().movePointRight(3).toBigIntegerExact());
            return rounded(millionths, BigInteger.valueOf(1_000_000));
        }

        BigInteger independentTax(BigInteger taxable, int percent) {
            int whole = terms.pricesIncludeTax() ? 100 + percent : 100;
            return rounded(taxable.multiply(BigInteger.valueOf(percent)), BigInteger.valueOf(whole));
        }

        private BigInteger rounded(BigInteger dividend, BigInteger divisor) {
            return switch (terms.rounding()) {
                case FLOOR -> dividend.divide(divisor);
                case CEILING -> dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
                case HALF_UP -> dividend.shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1));
            };
        }

        private ContractHistory history() {
            return new ContractHistory("c1", Effective.since(terms.effectiveFrom(), terms), null);
        }

        private static TaxCategory category(Random random) {
            return TaxCategory.values()[random.nextInt(TaxCategory.values().length)];
        }

        private static ContractTerms terms(Random random, List<Item> items, List<Expense> expenses) {
            ContractTerms terms = Samples.terms();
            return new ContractTerms(
                    "a1",
                    terms.effectiveFrom(),
                    null,
                    random.nextBoolean(),
                    Rounding.values()[random.nextInt(Rounding.values().length)],
                    items,
                    expenses,
                    new PaymentTerms(
                            random.nextBoolean() ? "EOM" : String.valueOf(1 + random.nextInt(28)),
                            random.nextInt(4),
                            random.nextBoolean() ? "EOM" : "28",
                            PaymentTerms.Shift.values()[random.nextInt(3)]),
                    terms.lateInterest(),
                    terms.transferFee(),
                    terms.claimHolder(),
                    null,
                    false,
                    null,
                    null,
                    null,
                    null);
        }
    }
}
