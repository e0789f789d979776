package io.seikyu.command.contract;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.contract.ContractTerms.CreditTerms;
import io.seikyu.contract.contract.ContractTerms.DayCount;
import io.seikyu.contract.contract.ContractTerms.Expense;
import io.seikyu.contract.contract.ContractTerms.Item;
import io.seikyu.contract.contract.ContractTerms.LateInterest;
import io.seikyu.contract.contract.ContractTerms.TransferFee;
import io.seikyu.contract.money.Rounding;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.web.body.Amount;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request says of a contract's terms. */
record ContractFields(
        @IdText String accountId,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        boolean pricesIncludeTax,
        Rounding rounding,
        List<ItemFields> items,
        @Nullable List<ExpenseFields> expenses,
        TermsFields terms,
        LateInterestFields lateInterest,
        TransferFeeFields transferFee,
        ClaimHolder claimHolder,
        @Nullable LocalDate assignmentNoticeOn,
        boolean subcontractLaw,
        @Nullable BigDecimal approvalLimit,
        @Nullable @IdText String dunningPolicy,
        @Nullable @IdText String collectionAccountId,
        @Nullable CreditFields credit) {

    static ContractFields of(ContractTerms terms) {
        return new ContractFields(
                terms.accountId(),
                terms.effectiveFrom(),
                terms.effectiveTo(),
                terms.pricesIncludeTax(),
                terms.rounding(),
                terms.items().stream().map(ItemFields::of).toList(),
                terms.expenses().stream().map(ExpenseFields::of).toList(),
                TermsFields.of(terms.terms()),
                new LateInterestFields(
                        terms.lateInterest().rate(), terms.lateInterest().dayCount()),
                new TransferFeeFields(
                        terms.transferFee().deductible(), terms.transferFee().cap()),
                terms.claimHolder(),
                terms.assignmentNoticeOn(),
                terms.subcontractLaw(),
                terms.approvalLimit(),
                terms.dunningPolicy(),
                terms.collectionAccountId(),
                terms.credit() == null ? null : CreditFields.of(terms.credit()));
    }

    ContractTerms toTerms() {
        return new ContractTerms(
                accountId,
                effectiveFrom,
                effectiveTo,
                pricesIncludeTax,
                rounding,
                items.stream().map(ItemFields::toItem).toList(),
                expenses == null
                        ? List.of()
                        : expenses.stream().map(ExpenseFields::toExpense).toList(),
                terms.toTerms(),
                new LateInterest(lateInterest.rate(), lateInterest.dayCount()),
                new TransferFee(transferFee.deductible(), transferFee.cap()),
                claimHolder,
                assignmentNoticeOn,
                subcontractLaw,
                approvalLimit,
                dunningPolicy,
                collectionAccountId,
                credit == null ? null : credit.toTerms());
    }

    record ItemFields(
            @Text(max = 100) String code,
            @Text(max = 200) String description,
            BigDecimal unitPrice,
            TaxCategory taxCategory,
            @Nullable BigDecimal maxQuantity) {
        static ItemFields of(Item item) {
            return new ItemFields(
                    item.code(), item.description(), item.unitPrice(), item.taxCategory(), item.maxQuantity());
        }

        Item toItem() {
            return new Item(code, description, unitPrice, taxCategory, maxQuantity);
        }
    }

    record ExpenseFields(
            @Text(max = 100) String code,
            TaxCategory taxCategory,
            boolean required,
            @Nullable @Amount(scale = 0) BigDecimal cap) {
        static ExpenseFields of(Expense expense) {
            return new ExpenseFields(expense.code(), expense.taxCategory(), expense.required(), expense.cap());
        }

        Expense toExpense() {
            return new Expense(code, taxCategory, required, cap);
        }
    }

    record CreditFields(
            @Nullable @Amount(min = "1", scale = 0) BigDecimal instalment,
            @Nullable @Amount(min = "1", scale = 0) BigDecimal guaranteed) {
        static CreditFields of(CreditTerms terms) {
            return new CreditFields(terms.instalment(), terms.guaranteed());
        }

        CreditTerms toTerms() {
            return new CreditTerms(instalment, guaranteed);
        }
    }

    record LateInterestFields(
            @Nullable @Amount(max = "100", scale = 4) BigDecimal rate, DayCount dayCount) {}

    record TransferFeeFields(
            boolean deductible, @Amount(scale = 0) BigDecimal cap) {}
}
