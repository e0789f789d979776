package io.seikyu.web.problem;

import io.seikyu.eventlog.LogUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Which problem an exception of the frame is. */
final class Problems {
    private Problems() {}

    /** Empty for what is not the caller's doing. */
    static Optional<ProblemException> of(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return Optional.of(problem);
        }
        if (failure instanceof InvalidInputException invalid) {
            return Optional.of(
                    new ProblemException(422, "invalid-input", invalid.getMessage() + ".", invalid.faults()));
        }
        if (failure instanceof HttpMessageNotReadableException) {
            return Optional.of(new ProblemException(400, "unreadable-body", "The body is missing or cannot be read."));
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return Optional.of(mismatch(mismatch));
        }
        if (failure instanceof BindException binding) {
            return Optional.of(unbound(binding));
        }
        if (failure instanceof LogUnavailableException) {
            return Optional.of(new ProblemException(
                    503,
                    "log-unavailable",
                    "Nothing can be written at the moment; look up what became of this, then try again."));
        }
        if (failure instanceof InvalidParameterException parameter) {
            int status = parameter.getErrorCode() == 413 ? 413 : 400;
            return Optional.of(new ProblemException(
                    status, "malformed-parameters", "The parameters of the address or form cannot be read."));
        }
        if (failure instanceof ErrorResponse response) {
            return response.getStatusCode().is4xxClientError() ? Optional.of(of(failure, response)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static ProblemException of(Throwable failure, ErrorResponse response) {
        int status = response.getStatusCode().value();
        ProblemException problem = new ProblemException(status, Statuses.code(status), detail(failure, status));
        HttpHeaders headers = response.getHeaders();
        headers.forEach((name, values) -> problem.withHeader(name, String.join(", ", values)));
        return problem;
    }

    private static String detail(Throwable failure, int status) {
        if (failure instanceof NoResourceFoundException || failure instanceof NoHandlerFoundException) {
            return "There is no such address.";
        }
        if (failure instanceof HttpRequestMethodNotSupportedException method) {
            return "Accepted here: " + String.join(", ", nonNull(method.getSupportedMethods())) + ".";
        }
        if (failure instanceof HttpMediaTypeNotSupportedException type) {
            return "Accepted here: " + type.getSupportedMediaTypes() + ", in UTF-8.";
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return "The parameter '" + missing.getParameterName() + "' is missing.";
        }
        if (failure instanceof MissingRequestHeaderException missing) {
            return "The header '" + missing.getHeaderName() + "' is missing.";
        }
        return Statuses.sentence(status);
    }

    private static ProblemException mismatch(MethodArgumentTypeMismatchException mismatch) {
        Class<?> required = mismatch.getRequiredType();
        String wanted = required == null ? "another type" : Statuses.typeName(required);
        String detail = "'" + mismatch.getName() + "' must be " + wanted + ".";
        return new ProblemException(
                400,
                "malformed-parameter",
                detail,
                List.of(new Fault("/" + mismatch.getName(), "wrong-type", "must be " + wanted)));
    }

    private static ProblemException unbound(BindException binding) {
        List<Fault> faults = binding.getFieldErrors().stream()
                .map(error -> new Fault("/" + error.getField(), "wrong-type", "must be " + wanted(binding, error)))
                .toList();
        String names = faults.stream().map(f -> f.pointer().substring(1)).collect(Collectors.joining(", "));
        return new ProblemException(
                400, "malformed-parameter", "These parameters cannot be read: " + names + ".", faults);
    }

    private static String wanted(BindException binding, FieldError error) {
        Class<?> type = binding.getFieldType(error.getField());
        return type == null ? "of another type" : Statuses.typeName(type);
    }

    private static String[] nonNull(String[] values) {
        return values == null ? new String[0] : values;
    }
}
