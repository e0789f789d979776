package io.seikyu.query.invoice;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.query.audit.JsonDifference.Change;
import io.seikyu.query.invoice.InvoiceView.Cancellation;
import io.seikyu.query.invoice.InvoiceView.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One time that a record was changed (訂正) or taken back (削除): nothing of it is lost, as the law on electronic books
 * wants it.
 *
 * @param by         who did it; absent where the system did
 * @param version    that came of it; of a cancellation, the one that was cancelled
 * @param why        the reason that was given
 * @param changes    each place with what stood there before and after; of a cancellation the whole document, which is gone
 * @param replacedBy of a cancellation: the invoice in its place, if one was named
 */
record Correction(
        Kind kind,
        int version,
        Instant at,
        @Nullable String by,
        String why,
        List<Change> changes,
        @Nullable String replacedBy) {
    enum Kind {
        CORRECTION,
        CANCELLATION
    }

    /** In the order in which they were made. */
    static List<Correction> of(InvoiceView view) {
        List<Correction> all = new ArrayList<>();
        VersionAnswer.of(view.versions()).stream().skip(1).forEach(answer -> {
            Version version = answer.version();
            all.add(new Correction(
                    Kind.CORRECTION,
                    version.version(),
                    version.at(),
                    version.by(),
                    version.reason(),
                    answer.changes(),
                    null));
        });
        Cancellation cancellation = view.cancellation();
        if (cancellation != null) {
            JsonNode document = VersionAnswer.json(view.last());
            all.add(new Correction(
                    Kind.CANCELLATION,
                    view.last().version(),
                    cancellation.at(),
                    cancellation.by(),
                    cancellation.reason(),
                    List.of(new Change("", document, null)),
                    cancellation.replacedBy()));
        }
        return all;
    }

    /** The day of the last one, or null without any. */
    static @Nullable LocalDate last(InvoiceView view) {
        Stream<Instant> corrected = view.versions().stream().skip(1).map(Version::at);
        Stream<Instant> cancelled = view.cancellation() == null
                ? Stream.of()
                : Stream.of(view.cancellation().at());
        return Stream.concat(corrected, cancelled)
                .max(Instant::compareTo)
                .map(BusinessDay::of)
                .orElse(null);
    }
}
