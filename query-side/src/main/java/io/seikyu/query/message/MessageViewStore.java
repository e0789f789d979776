package io.seikyu.query.message;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.Purpose;
import io.seikyu.contract.message.Reference;
import io.seikyu.query.message.MessageAnswer.State;
import io.seikyu.query.sending.Stopped;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How messages are looked for. */
final class MessageViewStore {
    private MessageViewStore() {}

    static List<Bson> filters(Question question, Stopped stopped) {
        List<Bson> filters = new ArrayList<>();
        if (question.state != null) {
            filters.addAll(inState(question.state, stopped));
        }
        equal(filters, MessageProjection.PURPOSE, question.purpose == null ? null : question.purpose.name());
        equal(filters, MessageProjection.CHANNEL, question.channel == null ? null : question.channel.name());
        equal(filters, MessageProjection.ACCOUNT, question.accountId);
        equal(
                filters,
                MessageProjection.ABOUT,
                question.invoiceId == null
                        ? null
                        : MessageProjection.text(new Reference("invoice", question.invoiceId)));
        return filters;
    }

    private static void equal(List<Bson> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(Filters.eq(search(field), value));
        }
    }

    /** A message is held when it waits and the switch is off. */
    private static List<Bson> inState(State state, Stopped stopped) {
        if (state != State.HELD && state != State.QUEUED) {
            return List.of(Filters.eq(search(MessageProjection.STATE), state.name()));
        }
        Bson waits = Filters.eq(search(MessageProjection.STATE), MessageView.State.QUEUED.name());
        if (stopped.all()) {
            return state == State.HELD ? List.of(waits) : List.of(waits, Filters.in("_id", List.of()));
        }
        List<String> off = List.copyOf(stopped.clients());
        return List.of(waits, state == State.HELD ? Filters.in("tenant", off) : Filters.nin("tenant", off));
    }

    /**
     * What is asked for; what is absent does not matter.
     *
     * @param state     {@code HELD}: to be sent, but sending is stopped
     * @param invoiceId one that it is about
     */
    record Question(
            @Nullable String clientId,
            @Nullable State state,
            @Nullable Purpose purpose,
            @Nullable Channel channel,
            @Nullable String accountId,
            @Nullable String invoiceId) {}
}
