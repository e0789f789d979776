package io.seikyu.query.sending;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether messages leave.
 *
 * @param on                 whether sending as a whole is on
 * @param confirmationNeeded whether this instance was restored or copied, and a person has to say up to when messages
 *                           had gone out
 * @param evidence           what shows that the log went back, if anything does
 * @param clients            the client companies whose sending is stopped besides, as far as the key may see them
 */
public record SendingAnswer(
        boolean on,
        boolean confirmationNeeded,
        @Nullable String evidence,
        @Nullable String reason,
        @Nullable Instant since,
        @Nullable String by,
        List<ClientSending> clients) {

    public record ClientSending(
            String clientId,
            @Nullable String reason,
            @Nullable Instant since,
            @Nullable String by) {
        static ClientSending of(SendingView view) {
            return new ClientSending(view.clientId(), view.reason(), view.since(), view.by());
        }
    }

    /** @param agency null before the first instance of all has started */
    static SendingAnswer of(@Nullable SendingView agency, List<SendingView> stopped) {
        List<ClientSending> clients = stopped.stream().map(ClientSending::of).toList();
        return agency == null
                ? new SendingAnswer(false, false, null, null, null, null, clients)
                : new SendingAnswer(
                        !agency.isOff(),
                        agency.unconfirmed() != null,
                        agency.evidence(),
                        agency.reason(),
                        agency.since(),
                        agency.by(),
                        clients);
    }
}
