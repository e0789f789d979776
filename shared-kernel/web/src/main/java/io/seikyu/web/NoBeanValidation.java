package io.seikyu.web;

import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Bodies are checked by our own reader. Bean Validation is on the class path only because springdoc looks at its names. */
final class NoBeanValidation implements Validator {
    @Override
    public boolean supports(Class<?> type) {
        return false;
    }

    @Override
    public void validate(Object target, Errors errors) {
        throw new IllegalStateException("nothing is validated here");
    }
}
