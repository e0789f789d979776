package io.seikyu.command.client;

import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.web.body.Items;
import io.seikyu.web.body.Text;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request says of a client company. */
record ClientFields(
        @Text(max = 200) String name,

        @Nullable @Text(pattern = "T[0-9]{13}", says = "must be T and 13 digits")
        String registrationNumber,

        boolean corporate,
        BankFields bankAccount,

        @Text(max = 254, pattern = "[^@\\s]+@[^@\\s]+", says = "must be an address of mail")
        String email,

        @Nullable Boolean autoIssue,
        @Nullable @Items(max = 50) Map<String, BigDecimal> fees) {

    /** Names become names of fields where the details are stored, and there some of these have a meaning. */
    private static final Pattern FEE = Pattern.compile("[^.$]+");

    ClientFields {
        if (fees != null && !fees.keySet().stream().allMatch(FEE.asMatchPredicate())) {
            throw new IllegalArgumentException("fees: a name must hold neither . nor $");
        }
    }

    static ClientFields of(ClientDetails details) {
        return new ClientFields(
                details.name(),
                details.registrationNumber(),
                details.corporate(),
                details.bankAccount() == null ? null : BankFields.of(details.bankAccount()),
                details.email(),
                details.autoIssue(),
                details.fees());
    }

    ClientDetails toDetails() {
        return new ClientDetails(
                name,
                registrationNumber,
                corporate,
                bankAccount.toDetails(),
                email,
                Boolean.TRUE.equals(autoIssue),
                fees == null ? Map.of() : fees);
    }

    record BankFields(
            @Text(pattern = "[0-9]{4}", says = "must be 4 digits")
            String bank,

            @Text(pattern = "[0-9]{3}", says = "must be 3 digits")
            String branch,

            @Text(pattern = "[124]", says = "must be 1 (ordinary), 2 (current) or 4 (savings)")
            String kind,

            @Text(pattern = "[0-9]{7}", says = "must be 7 digits")
            String number,

            @Text(max = 48) String holder) {
        static BankFields of(BankDetails details) {
            return new BankFields(details.bank(), details.branch(), details.kind(), details.number(), details.holder());
        }

        BankDetails toDetails() {
            return new BankDetails(bank, branch, kind, number, holder);
        }
    }
}
