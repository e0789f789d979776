package io.seikyu.command.matching;

import io.seikyu.command.matching.MatchingFacts.Payer;
import io.seikyu.command.matching.MatchingFacts.Transfer;
import io.seikyu.contract.party.KanaText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What in a transfer, the amount apart, says that it is of a payer.
 *
 * @param said    whether it is known to come from this payer
 * @param account whether it came in on the payer's virtual account
 * @param name    how the name fits
 * @param alias   whether the name is one that a person taught
 * @param digits  whether digits before the name had to be passed over
 */
record Evidence(boolean said, boolean account, NameGrade name, boolean alias, boolean digits) {
    static Evidence of(Payer payer, boolean said, Transfer transfer, List<PayerName> readings) {
        boolean account =
                payer.virtualAccount() != null && payer.virtualAccount().equals(transfer.virtualAccount());
        boolean mayBeCut = PayerName.mayBeCut(transfer.payerName());
        List<PayerName> known = payer.names().stream().map(PayerName::of).toList();
        NameGrade best = NameGrade.NONE;
        boolean digits = false;
        for (PayerName reading : readings) {
            NameGrade grade = known.stream()
                    .map(name -> name.grade(reading, mayBeCut))
                    .min(Comparator.naturalOrder())
                    .orElse(NameGrade.NONE);
            if (grade.compareTo(best) < 0) {
                best = grade;
                digits = reading != readings.get(0);
            }
        }
        Set<String> taught =
                Set.copyOf(payer.aliases().stream().map(KanaText::normalised).toList());
        boolean alias = readings.stream().anyMatch(reading -> taught.contains(reading.whole()));
        return new Evidence(said, account, best, alias, digits);
    }

    /** Nothing in the name speaks against this payer. */
    boolean isNamed() {
        return alias || name.agrees();
    }

    boolean isAny() {
        return said || account || alias || name != NameGrade.NONE;
    }

    /** In the order in which evidence counts: account and name, account, name, alias. */
    int score() {
        if (said) {
            return 100;
        }
        if (account) {
            return isNamed() || name.resembles() ? 100 : 95;
        }
        int ofName = switch (name) {
            case SAME -> 92;
            case FORM_UNKNOWN -> 90;
            case CUT -> 88;
            case OTHER_BRANCH -> 82;
            case OTHER_PLACE -> 80;
            case OTHER_FORM -> 45;
            case NONE -> 0;
        };
        return Math.max(ofName, alias ? 86 : 0);
    }

    List<MatchReason> reasons() {
        List<MatchReason> reasons = new ArrayList<>();
        if (said) {
            reasons.add(MatchReason.PAYER_KNOWN);
        }
        if (account) {
            reasons.add(MatchReason.VIRTUAL_ACCOUNT);
        }
        Stream<MatchReason> ofName = switch (name) {
            case SAME -> Stream.of(MatchReason.NAME);
            case FORM_UNKNOWN -> Stream.of(MatchReason.NAME_WITHOUT_FORM);
            case CUT -> Stream.of(MatchReason.NAME_CUT);
            case OTHER_BRANCH -> Stream.of(MatchReason.NAME_OTHER_BRANCH);
            case OTHER_PLACE -> Stream.of(MatchReason.NAME_OTHER_PLACE);
            case OTHER_FORM -> Stream.of(MatchReason.NAME_OTHER_FORM);
            case NONE -> Stream.empty();
        };
        ofName.forEach(reasons::add);
        if (alias) {
            reasons.add(MatchReason.ALIAS);
        }
        if (digits) {
            reasons.add(MatchReason.DIGITS_BEFORE_NAME);
        }
        return reasons;
    }
}
