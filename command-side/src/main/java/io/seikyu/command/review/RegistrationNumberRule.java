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
                            "A qualified invoice shows the issuer's registration number: " + onFile + "."));
        }
        if (!RegistrationNumber.isWellFormed(stated)) {
            return List.of(error(
                    INVALID,
                    POINTER,
                    onFile,
                    stated,
                    "A registration number is T and 13 digits" + (onFile == null ? "." : ": " + onFile + ".")));
        }
        if (!stated.equals(onFile)) {
            String message = onFile == null
                    ? "No registration number is on file for the client company. Enter it there, or leave it out here."
                    : "The registration number on file for the client company is " + onFile + ".";
            return List.of(error(INVALID, POINTER, onFile, stated, message));
        }
        return checkDigit(facts.client().corporate(), stated);
    }

    private List<Finding> checkDigit(boolean corporate, String stated) {
        if (new RegistrationNumber(stated).hasValidCheckDigit()) {
            return List.of();
        }
        String message = "The check digit of " + stated + " is wrong. Compare the number with the public register.";
        return List.of(
                corporate
                        ? error(INVALID, POINTER, null, stated, message)
                        : warning(INVALID, POINTER, null, stated, message));
    }
}
