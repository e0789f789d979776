package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.party.RegistrationNumber;
import java.util.List;

/**
 * The issuer's registration number (登録番号) is on the invoice, is the client company's, and can be one. An issuer
 * without a number is exempt from the tax and shows none.
 */
final class RegistrationNumberRule implements ReviewRule {
    private static final String POINTER = "/issuer/registrationNumber";
    private static final String INVALID = "REGISTRATION_NUMBER_INVALID";

    @Override
    public String name() {
        return "registration-number";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        String onFile = facts.client().registrationNumber();
        String stated = facts.document().issuer().registrationNumber();
        if (stated == null) {
            return onFile == null
                    ? List.of()
                    : List.of(error(
                            "REGISTRATION_NUMBER_MISSING",
                            POINTER,
                            onFile,
                            null,
                            "A qualified invoice shows the issuer's registration number."));
        }
        if (!RegistrationNumber.isWellFormed(stated)) {
            return List.of(error(INVALID, POINTER, onFile, stated, "A registration number is T and 13 digits."));
        }
        if (!stated.equals(onFile)) {
            String message = "It is not the registration number that is on file for the client company.";
            return List.of(error(INVALID, POINTER, onFile, stated, message));
        }
        return checkDigit(facts.client().corporate(), stated);
    }

    private List<Finding> checkDigit(boolean corporate, String stated) {
        if (new RegistrationNumber(stated).hasValidCheckDigit()) {
            return List.of();
        }
        String message = "Its check digit is wrong.";
        return List.of(
                corporate
                        ? error(INVALID, POINTER, null, stated, message)
                        : warning(INVALID, POINTER, null, stated, message));
    }
}
