package io.seikyu.command.imports;

import io.seikyu.contract.job.RowFault;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import io.seikyu.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row is no invoice. Its faults outlive what was sent, so they quote nothing of it: neither names of fields that only
 * the sender knows nor the place where a parser stumbled.
 */
final class BrokenRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MOST = 20;
    private static final int LONGEST = 300;
    private static final Pattern POINTER = Pattern.compile("(/[A-Za-z0-9_]{1,40})*");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|「[^」]*」");

    private final transient List<RowFault> faults;

    private BrokenRowException(List<RowFault> faults) {
        super(null, null, false, false);
        this.faults = List.copyOf(faults);
    }

    static BrokenRowException of(RowFault fault) {
        return new BrokenRowException(List.of(fault));
    }

    static BrokenRowException of(InvalidInputException invalid) {
        return of(invalid.faults());
    }

    /** Of a refusal that names single faults or itself is one. */
    static BrokenRowException of(ProblemException refused) {
        if (!refused.faults().isEmpty()) {
            return of(refused.faults());
        }
        String message = refused.code().equals("malformed-json")
                ? refused.getMessage().replaceFirst(":.*", "")
                : refused.getMessage();
        return of(new RowFault("", refused.code(), message));
    }

    static BrokenRowException of(List<Fault> faults) {
        List<RowFault> told = new ArrayList<>();
        for (Fault fault : faults.subList(0, Math.min(MOST, faults.size()))) {
            told.add(new RowFault(pointer(fault.pointer()), fault.code(), fault.message()));
        }
        if (faults.size() > MOST) {
            told.add(tooMany());
        }
        return new BrokenRowException(told);
    }

    /** Of an XML document: parsers and rules quote it in marks. */
    static BrokenRowException ofXml(List<RowFault> faults) {
        List<RowFault> told = new ArrayList<>();
        for (RowFault fault : faults.subList(0, Math.min(MOST, faults.size()))) {
            told.add(new RowFault(
                    cut(fault.pointer()),
                    fault.code(),
                    cut(QUOTED.matcher(fault.message()).replaceAll("…"))));
        }
        if (faults.size() > MOST) {
            told.add(tooMany());
        }
        return new BrokenRowException(told);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static RowFault tooMany() {
        return new RowFault("", "too-many-faults", "has more than " + MOST + " faults; only these are named");
    }

    private static String pointer(String given) {
        Matcher known = POINTER.matcher(given);
        return known.lookingAt() ? known.group() : "";
    }

    List<RowFault> faults() {
        return faults;
    }
}
