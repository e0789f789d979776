package io.seikyu.command.account;

import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.party.CorporateNumber;
import io.seikyu.web.body.Amount;
import io.seikyu.web.body.Items;
import io.seikyu.web.body.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request says of a payer. */
record AccountFields(
        @Text(max = 200) String name,
        @Text(max = 200) String nameKana,
        boolean corporate,
        @Nullable CorporateNumber corporateNumber,

        @Nullable @Text(pattern = "T[0-9]{13}", says = "must be T and 13 digits")
        String registrationNumber,

        @Nullable @Text(max = 254, pattern = "[^@\\s]+@[^@\\s]+", says = "must be an address of mail")
        String email,

        @Nullable @Text(max = 40) String phone,
        @Nullable @Text(lines = true) String postalAddress,
        @Nullable @Text(max = 200) String contactPerson,
        @Nullable @Items(max = 50) List<@Text(max = 200) String> payerNames,
        @Nullable @Text(max = 40) String virtualAccount,
        @Nullable BigDecimal monthlySales,
        @Nullable @Amount(max = "120") BigDecimal collectionMonths,
        @Nullable LocalDate foundedOn,

        @Nullable @Text(pattern = "ja|en", says = "must be ja or en")
        String language) {

    static AccountFields of(AccountDetails details) {
        return new AccountFields(
                details.name(),
                details.nameKana(),
                details.corporate(),
                details.corporateNumber() == null ? null : new CorporateNumber(details.corporateNumber()),
                details.registrationNumber(),
                details.email(),
                details.phone(),
                details.postalAddress(),
                details.contactPerson(),
                details.payerNames(),
                details.virtualAccount(),
                details.monthlySales(),
                details.collectionMonths(),
                details.foundedOn(),
                details.language());
    }

    AccountDetails toDetails() {
        return new AccountDetails(
                name,
                nameKana,
                corporate,
                corporateNumber == null ? null : corporateNumber.value(),
                registrationNumber,
                email,
                phone,
                postalAddress,
                contactPerson,
                payerNames == null ? List.of() : payerNames,
                virtualAccount,
                monthlySales,
                collectionMonths,
                foundedOn,
                language == null ? "ja" : language);
    }
}
