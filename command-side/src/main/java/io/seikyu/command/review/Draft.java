package io.seikyu.command.review;

import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.Expense;
import io.seikyu.contract.contract.ContractTerms.Item;
import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Issuer;
import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.Recipient;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.ConsumptionTax;
import io.seikyu.contract.money.Money;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.contract.money.TaxRate;
import io.seikyu.contract.money.TaxRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The invoice that a contract yields for what was delivered in a period. A pure function; of what the contract says the
 * version on the last day counts, as in the review.
 *
 * @param quantities by the code of the item; what is zero is left out
 * @param expenses   yen by the code of the expense; what is zero is left out
 */
public record Draft(
        String invoiceNumber,
        LocalDate issueDate,
        LocalDate from,
        LocalDate to,
        Map<String, BigDecimal> quantities,
        Map<String, BigDecimal> expenses) {
    private static final BigDecimal MOST = new BigDecimal("9999999999999");

    /** @throws Refusal with everything that keeps the contract from yielding an invoice */
    public InvoiceDocument of(
            ContractHistory contract,
            AccountDetails account,
            ClientDetails client,
            TaxRates rates,
            BankCalendar calendar) {
        List<Fault> faults = new ArrayList<>();
        if (to.isBefore(from)) {
            faults.add(new Fault("/to", "invalid", "is before " + from));
        }
        for (String field : List.of("from", "to")) {
            LocalDate day = field.equals("from") ? from : to;
            if (contract.inForceOn(day).isEmpty()) {
                faults.add(new Fault("/" + field, "invalid", "the contract is not in force on " + day));
            }
        }
        refuse(faults);
        ContractTerms terms = contract.inForceOn(to).orElseThrow();
        List<Line> lines = lines(terms, faults);
        try {
            LocalDate due = terms.terms().dueDate(to, calendar);
            List<TaxTotal> taxes = taxes(terms, lines, rates);
            BigDecimal total = total(terms, taxes);
            if (lines.isEmpty() && faults.isEmpty()) {
                faults.add(new Fault("/quantities", "invalid", "nothing was delivered: there is nothing to bill"));
            }
            if (total.compareTo(MOST) > 0) {
                faults.add(new Fault("/quantities", "invalid", "is more than an invoice may claim"));
            }
            refuse(faults);
            return document(contract, due, client, account, lines, taxes, total);
        } catch (DatedDataMissingException e) {
            faults.add(new Fault("/to", "invalid", e.getMessage()));
            refuse(faults);
            throw e;
        }
    }

    private InvoiceDocument document(
            ContractHistory contract,
            LocalDate due,
            ClientDetails client,
            AccountDetails account,
            List<Line> lines,
            List<TaxTotal> taxes,
            BigDecimal total) {
        return new InvoiceDocument(
                invoiceNumber,
                contract.accountId(),
                contract.contractId(),
                Kind.STANDARD,
                from,
                to,
                issueDate,
                due,
                new Issuer(client.name(), client.registrationNumber()),
                new Recipient(account.name()),
                lines,
                List.of(),
                taxes,
                total,
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    /** In the order of the contract. */
    private List<Line> lines(ContractTerms terms, List<Fault> faults) {
        refuseUnknown(
                "/quantities/",
                quantities,
                terms.items().stream().map(Item::code).toList(),
                faults);
        refuseUnknown(
                "/expenses/",
                expenses,
                terms.expenses().stream().map(Expense::code).toList(),
                faults);
        List<Line> lines = new ArrayList<>();
        for (Item item : terms.items()) {
            BigDecimal quantity = quantities.getOrDefault(item.code(), BigDecimal.ZERO);
            if (item.maxQuantity() != null && quantity.compareTo(item.maxQuantity()) > 0) {
                String most = Figures.text(item.maxQuantity());
                faults.add(new Fault(at("/quantities/", item.code()), "invalid", "the contract allows " + most));
            }
            if (quantity.signum() > 0) {
                BigDecimal amount = terms.rounding().round(quantity.multiply(item.unitPrice()), 0);
                lines.add(line(
                        LineKind.ITEM,
                        item.code(),
                        item.description(),
                        quantity,
                        item.unitPrice(),
                        amount,
                        item.taxCategory()));
            }
        }
        for (Expense expense : terms.expenses()) {
            BigDecimal cost = expenses.getOrDefault(expense.code(), BigDecimal.ZERO);
            if (expense.required() && cost.signum() == 0) {
                faults.add(new Fault(at("/expenses/", expense.code()), "missing", "the contract requires it"));
            }
            if (expense.cap() != null && cost.compareTo(expense.cap()) > 0) {
                String most = Figures.text(expense.cap());
                faults.add(new Fault(at("/expenses/", expense.code()), "invalid", "may cost up to " + most + " yen"));
            }
            if (cost.signum() > 0) {
                String code = expense.code();
                lines.add(line(LineKind.EXPENSE, code, code, BigDecimal.ONE, cost, cost, expense.taxCategory()));
            }
        }
        return lines;
    }

    private static Line line(
            LineKind kind,
            String code,
            String description,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal amount,
            TaxCategory category) {
        return new Line(kind, code, description, quantity, price, amount, category, null, null);
    }

    private static void refuseUnknown(
            String prefix, Map<String, BigDecimal> said, List<String> known, List<Fault> faults) {
        for (String code : said.keySet()) {
            if (!known.contains(code)) {
                String message = "the contract names " + (known.isEmpty() ? "none" : Figures.some(known));
                faults.add(new Fault(at(prefix, code), "unknown-field", message));
            }
        }
    }

    private List<TaxTotal> taxes(ContractTerms terms, List<Line> lines, TaxRates rates) {
        Map<TaxCategory, BigDecimal> sums = new EnumMap<>(TaxCategory.class);
        lines.forEach(line -> sums.merge(line.taxCategory(), line.amount().min(MOST), BigDecimal::add));
        List<TaxTotal> taxes = new ArrayList<>();
        sums.forEach((category, sum) -> {
            TaxRate rate = rates.on(to, category);
            Money tax = ConsumptionTax.of(Money.yen(sum), rate, terms.pricesIncludeTax(), terms.rounding());
            taxes.add(new TaxTotal(category, rate.percent(), sum, tax.amount()));
        });
        return taxes;
    }

    private static BigDecimal total(ContractTerms terms, List<TaxTotal> taxes) {
        return taxes.stream()
                .map(sum ->
                        terms.pricesIncludeTax() ? sum.taxable() : sum.taxable().add(sum.tax()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String at(String prefix, String code) {
        return prefix + code.replace("~", "~0").replace("/", "~1");
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid("invalid-draft", "the contract yields no invoice for that", faults);
        }
    }
}
